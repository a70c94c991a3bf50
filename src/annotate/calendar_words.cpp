#include "annotate/calendar_words.h"

#include <optional>

#include "base/strings.h"
#include "text/words.h"

namespace dateline::annotate {
namespace {

std::optional<CalendarWord> first_word(std::string_view kind) {
  if (kind == "weekdays") return CalendarWord{CalendarWord::Kind::kWeekday, 0};
  if (kind == "months") return CalendarWord{CalendarWord::Kind::kMonth, 1};
  if (kind == "lead") return CalendarWord{CalendarWord::Kind::kLead, 0};
  if (kind == "year") return CalendarWord{CalendarWord::Kind::kYear, 0};
  if (kind == "future") return CalendarWord{CalendarWord::Kind::kFuture, 0};
  return std::nullopt;
}

}  // namespace

CalendarWords::CalendarWords(std::string_view lines) {
  for (const std::string_view line : base::split(lines, '\n')) {
    const std::size_t colon = line.find(':');
    const std::size_t space = line.find(' ');
    if (line.starts_with("#") || colon == std::string_view::npos || space >= colon) continue;
    std::optional<CalendarWord> word = first_word(line.substr(space + 1, colon - space - 1));
    if (!word) continue;
    Words& words = languages_[std::string(line.substr(0, space))];
    for (const std::string_view names : base::split(line.substr(colon + 1), ',')) {
      for (const std::string_view name : base::split(base::trim(names), '/')) words[text::fold(name)] = *word;
      ++word->number;
    }
  }
}

const CalendarWords::Words& CalendarWords::of(std::string_view language) const {
  const auto found = languages_.find(std::string(language.substr(0, language.find('-'))));
  return found == languages_.end() ? none_ : found->second;
}

}  // namespace dateline::annotate
