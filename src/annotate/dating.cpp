#include "annotate/dating.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <set>
#include <utility>

#include "base/strings.h"

namespace dateline::annotate {
namespace {

using base::Day;
using Kind = TimeExpression::Kind;
using std::chrono::days;
using std::chrono::year_month_day;

constexpr int kYearsNear = 3;
constexpr int kDaysNear = 3;
constexpr int kHalfYear = 183;

std::optional<Day> make_day(int year, const DayClue& clue) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(clue.month)),
                            std::chrono::day(static_cast<unsigned>(clue.day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

int weekday_of(Day day) {
  return static_cast<int>(base::weekday_of(day));
}

const DayClue* first_of(const DatingReport& report, DayClue::Kind kind) {
  const auto found =
      std::find_if(report.clues.begin(), report.clues.end(), [kind](const DayClue& c) { return c.kind == kind; });
  return found == report.clues.end() ? nullptr : &*found;
}

// The one bare weekday that a report names; two different ones prove nothing.
const DayClue* only_weekday(const DatingReport& report) {
  const DayClue* only = nullptr;
  for (const DayClue& clue : report.clues) {
    if (clue.kind != DayClue::Kind::kWeekday) continue;
    if (only != nullptr && only->weekday != clue.weekday) return nullptr;
    if (only == nullptr) only = &clue;
  }
  return only;
}

// Gathers what a conclusion rests on: the report's own day, then the others', then the years.
class Reason {
 public:
  explicit Reason(std::size_t reports) : other_(reports > 2 ? "another report's " : "the other report's ") {}

  void add_day(const DayClue& clue, bool own) { add(own ? own_ : others_, clue, own, ""); }
  void add_year(const DayClue& clue, bool own, std::string_view side) { add(years_, clue, own, side); }

  std::string text() const {
    std::vector<std::string> all = own_;
    all.insert(all.end(), others_.begin(), others_.end());
    all.insert(all.end(), years_.begin(), years_.end());
    std::string out;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i > 0) out += all.size() == 2 ? " and " : i + 1 == all.size() ? ", and " : ", ";
      out += all[i];
    }
    return out;
  }

 private:
  void add(std::vector<std::string>& list, const DayClue& clue, bool own, std::string_view side) const {
    const std::string item = (own ? "'" : std::string(other_) + "'") + clue.said + "'" + std::string(side);
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
  }

  std::string_view other_;
  std::vector<std::string> own_;
  std::vector<std::string> others_;
  std::vector<std::string> years_;
};

struct YearBounds {
  int low = 0;
  int high = 0;
  const DayClue* ahead = nullptr;
  const DayClue* past = nullptr;
  const DayClue* age = nullptr;
  std::size_t ahead_report = 0;
  std::size_t past_report = 0;
  std::size_t age_report = 0;
};

class Group {
 public:
  explicit Group(const std::vector<DatingReport>& reports) : reports_(reports), found_(reports.size()) {}

  std::vector<std::optional<InferredDay>> run() {
    std::set<Day> stated;
    for (const DatingReport& report : reports_) {
      if (report.stated) stated.insert(*report.stated);
    }
    if (stated.empty()) {
      by_years();
    } else {
      beside_stated(stated);
    }
    return std::move(found_);
  }

 private:
  void beside_stated(const std::set<Day>& stated);
  long reports_near(Day day) const;
  std::optional<Day> by_weekdays(const DatingReport& report, const std::set<Day>& stated) const;
  void by_years();
  std::optional<YearBounds> bounds() const;
  std::vector<Day> event_days(int year) const;
  bool weekdays_fit(int year, const std::vector<Day>& event) const;
  void conclude(int year, const YearBounds& bounds);

  const std::vector<DatingReport>& reports_;
  std::vector<std::optional<InferredDay>> found_;
};

// The day of the week `weekday` within three days of `event`: there is exactly one.
Day nearest_weekday(Day event, int weekday) {
  const int ahead = (weekday - weekday_of(event) + 7) % 7;
  return event + days(ahead <= kDaysNear ? ahead : ahead - 7);
}

// The latest day up to `day` that is a `weekday`.
Day last_weekday(Day day, int weekday) {
  return day - days((weekday_of(day) - weekday + 7) % 7);
}

// The day of the month and day `clue` that lies nearest to a stated day, half a year away at most.
std::optional<Day> nearest_day(const DayClue& clue, const std::set<Day>& stated) {
  std::optional<Day> nearest;
  long distance = kHalfYear + 1;
  for (const Day anchor : stated) {
    const int near = static_cast<int>(year_month_day(anchor).year());
    const int first = clue.year != 0 ? clue.year : near - 1;
    const int last = clue.year != 0 ? clue.year : near + 1;
    for (int year = first; year <= last; ++year) {
      const auto candidate = make_day(year, clue);
      if (!candidate || std::abs((*candidate - anchor).count()) >= distance) continue;
      distance = std::abs((*candidate - anchor).count());
      nearest = candidate;
    }
  }
  return nearest;
}

// The dated reports within three days of `day`.
long Group::reports_near(Day day) const {
  return std::count_if(reports_.begin(), reports_.end(), [day](const DatingReport& report) {
    return report.stated && std::abs((*report.stated - day).count()) <= kDaysNear;
  });
}

// News is printed on the last of the weekdays that it names. Of such days near the dated reports, the one is taken from
// which most of the named weekdays fall on days that the dated reports speak of, then the one to which they lie
// closest, then the one that most dated reports are near; none when two are as good.
std::optional<Day> Group::by_weekdays(const DatingReport& report, const std::set<Day>& stated) const {
  std::set<int> named;
  for (const DayClue& clue : report.clues) {
    if (clue.kind == DayClue::Kind::kWeekday) named.insert(clue.weekday);
  }
  std::set<Day> spoken_of = stated;
  for (const DatingReport& other : reports_) {
    if (!other.stated) continue;
    for (const DayClue& clue : other.clues) {
      if (clue.kind == DayClue::Kind::kWeekday) spoken_of.insert(last_weekday(*other.stated, clue.weekday));
    }
  }
  std::optional<Day> best;
  std::array<long, 3> best_score = {1, std::numeric_limits<long>::min(), 0};  // At least one day must meet.
  bool tied = false;
  const Day end = *stated.rbegin() + days(kDaysNear);
  for (Day day = *stated.begin() - days(kDaysNear); day <= end; day += days(1)) {
    if (named.count(weekday_of(day)) == 0) continue;
    std::array<long, 3> score = {0, 0, reports_near(day)};
    for (const int weekday : named) {
      const Day meant = last_weekday(day, weekday);
      score[0] += spoken_of.count(meant) > 0 ? 1 : 0;
      score[1] -= (day - meant).count();
    }
    if (score < best_score) continue;
    tied = best.has_value() && score == best_score;
    best = day;
    best_score = score;
  }
  if (!best && named.size() == 1 && *stated.rbegin() - *stated.begin() <= days(2 * kDaysNear)) {
    return nearest_weekday(*stated.begin(), *named.begin());
  }
  return tied ? std::nullopt : best;
}

void Group::beside_stated(const std::set<Day>& stated) {
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    if (reports_[i].stated) continue;
    Reason reason(reports_.size());
    std::optional<Day> day;
    if (const DayClue* clue = first_of(reports_[i], DayClue::Kind::kDay)) {
      day = nearest_day(*clue, stated);
      reason.add_day(*clue, true);
    } else {
      day = by_weekdays(reports_[i], stated);
      for (const DayClue& weekday : reports_[i].clues) {
        if (weekday.kind == DayClue::Kind::kWeekday) reason.add_day(weekday, true);
      }
    }
    if (!day) continue;
    const auto nearest = std::min_element(stated.begin(), stated.end(), [&day](Day a, Day b) {
      return std::abs((a - *day).count()) < std::abs((b - *day).count());
    });
    found_[i] = InferredDay{*day, reason.text() + " beside another report of " + base::day_in_words(*nearest)};
  }
}

// The days that the reports' month-and-day clues mean in `year`; empty when one of them does not exist in it, or is
// not the weekday that stands beside it.
std::vector<Day> Group::event_days(int year) const {
  std::vector<Day> out;
  for (const DatingReport& report : reports_) {
    const DayClue* clue = first_of(report, DayClue::Kind::kDay);
    if (clue == nullptr) continue;
    const auto day = clue->year != 0 && clue->year != year ? std::nullopt : make_day(year, *clue);
    if (!day || (clue->weekday >= 0 && weekday_of(*day) != clue->weekday)) return {};
    out.push_back(*day);
  }
  return out;
}

// Reports of one event name one day of the week for it: that of a dateline's day.
bool Group::weekdays_fit(int year, const std::vector<Day>& event) const {
  for (const DatingReport& report : reports_) {
    const DayClue* clue = only_weekday(report);
    if (clue == nullptr) continue;
    const DayClue* own = first_of(report, DayClue::Kind::kDay);
    const auto latest = own != nullptr ? make_day(year, *own) : std::nullopt;  // What has happened is not after it.
    const bool fits = std::any_of(event.begin(), event.end(), [clue, &latest](Day day) {
      return weekday_of(day) == clue->weekday && (!latest || day <= *latest);
    });
    if (!fits) return false;
  }
  return true;
}

std::optional<YearBounds> Group::bounds() const {
  YearBounds found;
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    for (const DayClue& clue : reports_[i].clues) {
      if (clue.kind == DayClue::Kind::kYearAhead && (found.ahead == nullptr || clue.year < found.ahead->year)) {
        found.ahead = &clue;
        found.ahead_report = i;
      }
      if (clue.kind == DayClue::Kind::kYearPast && (found.past == nullptr || clue.year > found.past->year)) {
        found.past = &clue;
        found.past_report = i;
      }
      if (clue.kind == DayClue::Kind::kAge && found.age == nullptr) {
        found.age = &clue;
        found.age_report = i;
      }
    }
  }
  // A year that has passed says nothing of how long ago that was; one that is ahead is near, or nobody would plan for
  // it.
  if (found.ahead == nullptr && found.age == nullptr) return std::nullopt;
  const int near = found.ahead != nullptr ? found.ahead->year : found.age->year + kYearsNear;
  found.high = near - 1;
  found.low = near - kYearsNear;
  if (found.age != nullptr) {
    found.low = std::max(found.low, found.age->year);
    found.high = std::min(found.high, found.age->year + 1);
  }
  if (found.past != nullptr) found.low = std::max(found.low, found.past->year);
  return found;
}

void Group::by_years() {
  const bool any_day = std::any_of(reports_.begin(), reports_.end(), [](const DatingReport& report) {
    return first_of(report, DayClue::Kind::kDay) != nullptr;
  });
  if (!any_day) return;
  std::set<int> written;
  for (const DatingReport& report : reports_) {
    const DayClue* clue = first_of(report, DayClue::Kind::kDay);
    if (clue != nullptr && clue->year != 0) written.insert(clue->year);
  }
  if (written.size() > 1) return;
  if (written.size() == 1) {
    conclude(*written.begin(), YearBounds{});
    return;
  }
  const std::optional<YearBounds> limits = bounds();
  if (!limits) return;
  std::vector<int> left;
  for (int year = limits->low; year <= limits->high; ++year) {
    const std::vector<Day> event = event_days(year);
    if (!event.empty() && weekdays_fit(year, event)) left.push_back(year);
  }
  if (left.size() == 1) conclude(left.front(), *limits);
}

void Group::conclude(int year, const YearBounds& bounds) {
  const std::vector<Day> event = event_days(year);
  if (event.empty() || event.back() - event.front() > days(2 * kDaysNear) ||
      event.front() - event.back() > days(2 * kDaysNear))
    return;
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    const DayClue* own = first_of(reports_[i], DayClue::Kind::kDay);
    const DayClue* weekday = only_weekday(reports_[i]);
    if (own == nullptr && weekday == nullptr) continue;
    const Day day = own != nullptr ? *make_day(year, *own) : nearest_weekday(event.front(), weekday->weekday);
    Reason reason(reports_.size());
    for (std::size_t j = 0; j < reports_.size(); ++j) {
      if (const DayClue* clue = first_of(reports_[j], DayClue::Kind::kDay)) reason.add_day(*clue, i == j);
      if (const DayClue* clue = only_weekday(reports_[j]); clue != nullptr && bounds.high != 0)
        reason.add_day(*clue, i == j);
    }
    if (own == nullptr && bounds.high == 0) reason.add_day(*weekday, true);
    if (bounds.ahead != nullptr) reason.add_year(*bounds.ahead, bounds.ahead_report == i, " ahead");
    if (bounds.age != nullptr) {
      reason.add_year(*bounds.age, bounds.age_report == i, " at the age of " + std::to_string(bounds.age->age));
    }
    if (bounds.past != nullptr) reason.add_year(*bounds.past, bounds.past_report == i, " past");
    found_[i] = InferredDay{day, reason.text()};
  }
}

}  // namespace

std::vector<std::optional<InferredDay>> infer_days(const std::vector<DatingReport>& reports) {
  return Group(reports).run();
}

}  // namespace dateline::annotate
