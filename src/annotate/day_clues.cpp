// What a report says about its own day: find_day_clues() of dating.h.
#include <algorithm>
#include <string_view>
#include <utility>

#include "annotate/dating.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

using Kind = TimeExpression::Kind;

constexpr std::size_t kMaxDatelineWords = 8;  // "TOKYO, Nov. 2 (Bloomberg) --"

std::string_view before(const Document& document, std::size_t word) {
  const Sentence& sentence = document.sentences()[document.word(word).sentence];
  return word > sentence.first_word ? document.word(word - 1).folded : std::string_view();
}

// With the preposition in front, as a reader would quote it.
std::string quoted(const Document& document, const TimeExpression& said) {
  const std::string_view lead = before(document, said.first);
  const bool with = lead == "on" || lead == "in" || lead == "by" || lead == "since" || lead == "until";
  return std::string(document.text_of(with ? said.first - 1 : said.first, said.end));
}

// A day in the report's dateline, or in a sentence of its first paragraphs that has "today" beside it as the same day.
bool is_own_day(const Document& document, const TimeExpression& said, std::size_t first_sentence) {
  if (said.kind != Kind::kDay || said.month == 0) return false;  // "the 15th" is of any month.
  const Sentence& sentence = document.sentences()[document.word(said.first).sentence];
  if (document.word(said.first).sentence > first_sentence + 1) return false;
  if (said.first > sentence.first_word + kMaxDatelineWords) return false;
  for (std::size_t i = said.end; i < sentence.end_word && i < said.end + kMaxDatelineWords; ++i) {
    const std::string_view word = document.word(i).folded;
    if (word == "--" || word == "-" || word == "–" || word == "—") return true;
    if (document.word(i).is_word() && !document.word(i).capitalised) break;
  }
  // A line that is a date alone, under the headline.
  return said.first == sentence.first_word && said.end + 1 >= sentence.end_word;
}

DayClue clue_of(const Document& document, const TimeExpression& said, DayClue::Kind kind) {
  DayClue clue;
  clue.kind = kind;
  clue.said = quoted(document, said);
  clue.year = said.year;
  clue.month = said.month;
  clue.day = said.day;
  clue.weekday = said.weekday;
  return clue;
}

// The one age that a sentence tells: "40-year-old", "40 years old", "aged 40", "the age of 40".
std::optional<int> only_age(const Document& document, const Sentence& sentence) {
  std::optional<int> only;
  for (std::size_t i = sentence.first_word; i < sentence.end_word; ++i) {
    std::string_view number = document.word(i).folded;
    const bool compound = number.ends_with("-year-old");
    const bool spelt =
        i + 2 < sentence.end_word && document.word(i + 1).folded == "years" && document.word(i + 2).folded == "old";
    const bool aged = before(document, i) == "aged" || (i > sentence.first_word + 1 && before(document, i) == "of" &&
                                                        document.word(i - 2).folded == "age");
    if (compound) number.remove_suffix(std::string_view("-year-old").size());
    if (!compound && !spelt && !aged) continue;
    const auto age = number_named(number);
    if (!age || *age != static_cast<int>(*age) || (only && *only != static_cast<int>(*age))) return std::nullopt;
    only = static_cast<int>(*age);
  }
  return only;
}

// "born in 1973" in a sentence that tells one age.
std::optional<DayClue> age_clue(const Document& document, const TimeExpression& said, int year) {
  const Sentence& sentence = document.sentences()[document.word(said.first).sentence];
  if (said.first < sentence.first_word + 2 || before(document, said.first) != "in" ||
      document.word(said.first - 2).folded != "born") {
    return std::nullopt;
  }
  const std::optional<int> age = only_age(document, sentence);
  if (!age || *age < 1 || *age > 120) return std::nullopt;
  DayClue clue = clue_of(document, said, DayClue::Kind::kAge);
  clue.said = std::string(document.text_of(said.first - 2, said.end));
  clue.year = year + *age;
  clue.age = *age;
  return clue;
}

}  // namespace

std::vector<DayClue> find_day_clues(const Document& document, const std::vector<TimeExpression>& times) {
  std::vector<DayClue> clues;
  for (const TimeExpression& said : times) {
    if (is_own_day(document, said, 0)) {
      clues.push_back(clue_of(document, said, DayClue::Kind::kDay));
    } else if (said.kind == Kind::kWeekday && said.step == 0 && said.direction != Direction::kFuture) {
      clues.push_back(clue_of(document, said, DayClue::Kind::kWeekday));
    } else if (said.kind == Kind::kFixed && said.type == news::TimeType::kDate && said.value.size() == 4) {
      const auto year = base::parse_integer(said.value);
      if (year) {
        if (auto age = age_clue(document, said, static_cast<int>(*year))) {
          clues.push_back(std::move(*age));
          continue;
        }
      }
      if (!year || said.direction == Direction::kUnknown) continue;
      if (document.word(said.first).folded == "fiscal")
        continue;  // A company's year may be over before the calendar's.
      DayClue clue = clue_of(
          document, said, said.direction == Direction::kFuture ? DayClue::Kind::kYearAhead : DayClue::Kind::kYearPast);
      clue.year = static_cast<int>(*year);
      clues.push_back(std::move(clue));
    }
  }
  return clues;
}

}  // namespace dateline::annotate
