// text/sentence_words.h -- what single characters and words mean for the end of a sentence. Inside the room only.
#pragma once

#include <string_view>

namespace dateline::text {

/// Languages that write ordinals as "3.".
bool writes_ordinals_with_stop(std::string_view language);

/// Quotation marks and brackets that may open a sentence; straight ones and those that open somewhere included.
bool is_opener(char32_t code);
bool is_dash(char32_t code);
bool is_hiragana(char32_t code);

bool is_all_digits(std::string_view word);
bool is_roman(std::string_view word);
bool is_single_letter(std::string_view word);
/// "a.m", "P.M", without the final stop.
bool is_half_day(std::string_view word);

}  // namespace dateline::text
