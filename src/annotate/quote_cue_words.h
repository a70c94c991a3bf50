// annotate/quote_cue_words.h -- kinds of cues of speech that the rules treat apart.
#pragma once

#include <string_view>

namespace dateline::annotate {

/// "told", "assured": who is told stands before what is told.
bool is_telling(std::string_view folded);
/// "posted", "began", "asked": as often no speech; counts before "that" and beside quotation marks alone.
bool is_weak_speech(std::string_view folded);
/// "believes", "found": takes a clause without "that", though it is no speech.
bool is_thinking(std::string_view folded);
/// "states", "reports": a noun as often.
bool is_noun_as_often(std::string_view folded);

}  // namespace dateline::annotate
