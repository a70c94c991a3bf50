// extract/byline_words.h -- the words in and around bylines. Inside the room only.
#pragma once

#include <string_view>

namespace dateline::extract {

/// "de", "van", "bin": small words inside names.
bool is_particle(std::string_view word);

/// `line` without the word for "by" that it begins with; `*found` tells whether there was one.
std::string_view strip_by_word(std::string_view line, bool* found);

/// `piece` holds what somebody is, or works for ("staff writer", "Reuters"), not who.
bool is_post(std::string_view piece);

/// "Photo: Jane Roe": who took the picture.
bool is_picture_credit(std::string_view piece);

/// "Interview: Jane Roe" without the word that says what she did.
std::string_view without_label(std::string_view piece);

}  // namespace dateline::extract
