#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "stories/differences.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kReach = 6;  // content words on each side that tell what a duration belongs to
// How many of these, names not counted, two durations must have in common to be about one thing: fewer where both are
// told to the minute or second, as hardly two things are.
constexpr std::size_t kCommonWords = 3;
constexpr std::size_t kCommonWordsOfExact = 2;
constexpr double kRough = 0.2;  // "about", "nearly", "more than": so far off it may be

struct Duration {
  double seconds = 0;
  double unit_seconds = 0;  // of the finest unit that is told
};

struct DurationSaid {
  const Statement* statement = nullptr;
  base::Span span;
  Duration duration;
  bool exact = false;  // several units: "2 hours 41 minutes"
  bool rough = false;
  bool age = false;
  std::vector<TermKey> around{};
};

// Of a TIMEX3 duration of one unit (ISO-TimeML, TimeML 1.2.1): "P6M", "PT2.5H"; nothing for other values.
std::optional<Duration> duration_of(std::string_view value) {
  constexpr double kDay = 86400;
  const bool of_clock = value.starts_with("PT");
  if (!value.starts_with('P') || value.size() < (of_clock ? 4u : 3u)) return std::nullopt;
  const std::string number(value.substr(of_clock ? 2 : 1, value.size() - (of_clock ? 3 : 2)));
  if (number.find_first_not_of("0123456789.") != std::string::npos) return std::nullopt;
  static constexpr std::array<std::pair<std::string_view, double>, 7> kUnits = {
      {{"S", 1}, {"M", 60}, {"H", 3600}, {"D", kDay}, {"W", 7 * kDay}, {"M", 30.44 * kDay}, {"Y", 365.25 * kDay}}};
  const auto first = kUnits.begin() + (of_clock ? 0 : 3);
  const auto last = of_clock ? kUnits.begin() + 3 : kUnits.end();
  const auto unit =
      std::find_if(first, last, [&](const auto& entry) { return value.substr(value.size() - 1) == entry.first; });
  if (unit == last) return std::nullopt;
  return Duration{std::strtod(number.c_str(), nullptr) * unit->second, unit->second};
}

bool is_joint(std::string_view between) {
  const std::string_view words = base::trim(between);
  return words.empty() || words == "," || words == "and" || words == ", and" || words == "und";
}

bool is_rough(std::string_view before) {
  static constexpr std::array<std::string_view, 16> kWords = {
      "about",      "almost", "around", "etwa",    "fast", "gut",  "knapp", "least",
      "mindestens", "nearly", "over",   "roughly", "rund", "some", "than",  "to"};
  const std::string_view text = base::trim(before);
  return std::binary_search(kWords.begin(), kWords.end(), text::fold(text.substr(text.find_last_of(" \n\t(") + 1)));
}

// `said` and a little after it: "44-year-old", "44 years" "old", "44-jährige".
bool is_age(std::string_view before, std::string_view said_and_after) {
  if (base::trim(before).ends_with("aged")) return true;
  const std::string folded = text::fold(said_and_after);
  return folded.find("old") != std::string::npos || folded.find("jahrig") != std::string::npos;
}

// "two hours, 41 minutes and 12 seconds" as one.
bool join(std::vector<DurationSaid>& said, const Statement* statement, const news::Time& time, const Duration& duration,
          std::string_view text) {
  if (said.empty() || said.back().statement != statement) return false;
  DurationSaid& before = said.back();
  if (before.duration.unit_seconds <= duration.unit_seconds || before.span.end_bytes > time.span.begin_bytes ||
      !is_joint(base::Span{before.span.end_bytes, time.span.begin_bytes}.of(text))) {
    return false;
  }
  before.span.end_bytes = time.span.end_bytes;
  before.duration = {before.duration.seconds + duration.seconds, duration.unit_seconds};
  before.exact = true;
  return true;
}

std::vector<DurationSaid> durations_of(const Comparison& comparison) {
  std::vector<DurationSaid> said;
  for (const Statement* statement : comparison.statements) {
    const news::Article& article = *comparison.articles[statement->ref.article];
    const std::size_t first = said.size();
    for (const news::Time& time : article.times) {
      if (time.type != news::TimeType::kDuration || !statement->span.contains(time.span)) continue;
      const auto duration = duration_of(time.value);
      if (!duration || join(said, statement, time, *duration, article.text)) continue;
      if (said.size() == kMostThings) break;
      said.push_back({statement, time.span, *duration});
    }
    for (std::size_t i = first; i < said.size(); ++i) {
      const base::Span before{statement->span.begin_bytes, said[i].span.begin_bytes};
      constexpr std::size_t kAfter = 8;
      const base::Span told{said[i].span.begin_bytes,
                            std::min(said[i].span.end_bytes + kAfter, statement->span.end_bytes)};
      said[i].rough = is_rough(before.of(article.text));
      said[i].age = is_age(before.of(article.text), told.of(article.text));
      said[i].around = words_around(*statement, said[i].span, kReach, Names::kWithout);
    }
  }
  return said;
}

// True when both can be true at once: each is right to half of its finest unit, a rough one to a fifth.
bool agree(const DurationSaid& a, const DurationSaid& b) {
  const auto slack = [](const DurationSaid& said) {
    return std::max(said.duration.unit_seconds / 2, said.rough ? kRough * said.duration.seconds : 0);
  };
  return std::abs(a.duration.seconds - b.duration.seconds) < slack(a) + slack(b);
}

bool same_place(const DurationSaid& a, const DurationSaid& b) {
  return common_keys(a.around, b.around) >= (a.exact && b.exact ? kCommonWordsOfExact : kCommonWords);
}

// True when the report of `one` also gives a duration that `other` agrees with.
bool concedes(const std::vector<DurationSaid>& said, const DurationSaid& one, const DurationSaid& other) {
  return std::any_of(said.begin(), said.end(), [&](const DurationSaid& also) {
    return also.statement->ref.article == one.statement->ref.article && also.age == other.age && agree(also, other);
  });
}

}  // namespace

void compare_durations(const Comparison& comparison, std::vector<news::Difference>& out) {
  const std::vector<DurationSaid> said = durations_of(comparison);
  news::Difference length{news::Difference::Kind::kTime, "how long", false, {}};
  news::Difference age{news::Difference::Kind::kNumber, "age", false, {}};
  for (std::size_t i = 0; i < said.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const DurationSaid& a = said[j];
      const DurationSaid& b = said[i];
      if (comparison.voices[a.statement->ref.article] == comparison.voices[b.statement->ref.article]) continue;
      if (a.age != b.age || agree(a, b) || !same_place(a, b)) continue;
      if (concedes(said, a, b) || concedes(said, b, a)) continue;
      news::Difference& difference = a.age ? age : length;
      add_side(difference, comparison, *a.statement, a.span);
      add_side(difference, comparison, *b.statement, b.span);
    }
  }
  if (!length.sides.empty()) out.push_back(std::move(length));
  if (!age.sides.empty()) out.push_back(std::move(age));
}

}  // namespace dateline::stories
