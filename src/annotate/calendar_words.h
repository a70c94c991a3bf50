// annotate/calendar_words.h -- names of weekdays and months by language, from data/calendar-words.txt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline::annotate {

/// What a word of the calendar is in one language.
struct CalendarWord {
  enum class Kind : std::uint8_t {
    kWeekday,  ///< `number` 0 for Sunday.
    kMonth,    ///< `number` 1 for January.
    kLead,     ///< "de": between day, month and year.
    kYear,     ///< "Jahr": a year alone stands behind it.
    kFuture,   ///< "wird": tells what is to come.
  };
  Kind kind = Kind::kLead;
  int number = 0;
};

/// Ownership: copies what it keeps. Threads: any, once built.
class CalendarWords {
 public:
  using Words = std::unordered_map<std::string, CalendarWord>;

  /// `lines`: "language kind: word, word", '#' comments. Unknown kinds and ill-formed lines are skipped.
  explicit CalendarWords(std::string_view lines);

  /// The words of `language` ("de"), by their fold; empty for a language that has none.
  const Words& of(std::string_view language) const;

 private:
  std::unordered_map<std::string, Words> languages_;
  Words none_;
};

}  // namespace dateline::annotate
