// What a report says about its own day: find_day_clues() of dating.h.
#include <algorithm>
#include <string_view>

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
  if (said.kind != Kind::kDay) return false;
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
      if (!year || said.direction == Direction::kUnknown) continue;
      DayClue clue = clue_of(
          document, said, said.direction == Direction::kFuture ? DayClue::Kind::kYearAhead : DayClue::Kind::kYearPast);
      clue.year = static_cast<int>(*year);
      clues.push_back(std::move(clue));
    }
  }
  return clues;
}

}  // namespace dateline::annotate
