// stories/event_words.h -- words that tell of something that happens.
#pragma once

#include <string_view>

namespace dateline::stories {

/// How much of the use of a folded word tells of something that happens, 0 to 1: 1 for "arrested" and "earthquake", 0
/// for "table" (data/languages/en/event-words.tsv). Of a language without such a list (all but English) any content
/// word may be one: 1.
///
/// Threads: any number at once. The list is searched where it lies.
float event_share(std::string_view folded, std::string_view language);

/// True for words by which reports tell who says a thing: they stand beside any event.
bool tells_of_saying(std::string_view folded);

}  // namespace dateline::stories
