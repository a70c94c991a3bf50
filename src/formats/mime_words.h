// formats/mime_words.h -- inside the room: what stands in the header fields of a mail.
#pragma once

#include <string>
#include <string_view>

#include "formats/mime_charset.h"

namespace dateline::formats {

/// The text of an unstructured field (Subject) or phrase: encoded words (RFC 2047) decoded, white space collapsed,
/// UTF-8. Neighbours of one charset are joined before they are decoded, as many senders cut inside a character.
std::string decode_words(std::string_view value, CharsetDecoder& charsets);

/// `value` without its comments, "(…)", which may be nested; those inside quotes are none.
std::string without_comments(std::string_view value);

/// The parameter `name` (lower case) of a Content-Type or Content-Disposition field, as RFC 2231 has it in one piece or
/// in several; empty where it is missing.
std::string parameter(std::string_view value, std::string_view name);

/// "text/html" of "Text/HTML; charset=x": what stands before the parameters, lower case.
std::string before_parameters(std::string_view value);

struct Mailbox {
  std::string name;     ///< Display name, UTF-8; or the comment that stood for it before RFC 822.
  std::string address;  ///< "news@outlet.example", as written.
};

/// The first mailbox of an address list (RFC 5322, section 3.4). Parts that are missing are empty.
Mailbox first_mailbox(std::string_view value, CharsetDecoder& charsets);

}  // namespace dateline::formats
