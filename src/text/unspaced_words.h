// text/unspaced_words.h -- words in scripts written without spaces, through ICU's dictionaries. Inside the room only.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dateline::text {

/// The ends of the words of `run`, a text of is_unspaced_script() letters and marks, as byte offsets in rising order;
/// the last is run.size(). Long runs are cut every few thousand bytes, which keeps time linear. Any thread.
std::vector<std::size_t> unspaced_word_ends(std::string_view run);

}  // namespace dateline::text
