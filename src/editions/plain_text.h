// editions/plain_text.h -- reported text made fit for a terminal: no controls, capitals, an ASCII form.
#pragma once

#include <string>
#include <string_view>

namespace dateline::editions {

/// `text` without anything that could steer a terminal or reorder what is read: controls (C0, C1, DEL) and
/// line separators become spaces, bidirectional overrides, embeddings and isolates are dropped, ill-formed UTF-8
/// becomes U+FFFD.
std::string clean_for_terminal(std::string_view text);

/// `text` in capitals: ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic letters, "ß" as "SS"; others stay.
std::string in_capitals(std::string_view text);

/// The closest ASCII for `text`: typographic marks as typewriters had them (“ to ", – to -, … to ..., ¶ to p), Latin
/// letters without their accents, spaces of any kind as a space, combining marks and formats dropped; anything
/// else is "?".
std::string to_ascii(std::string_view text);

}  // namespace dateline::editions
