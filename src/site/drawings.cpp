#include "site/drawings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/counted.h"
#include "editions/sections.h"
#include "site/links.h"

namespace dateline::site {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<const char*, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
constexpr std::size_t kMostNames = 12;
constexpr std::size_t kSparkBins = 24;

// Height of a bar in a picture 100 high; what is there is always to be seen.
std::size_t height_of(std::size_t count, std::size_t most) {
  if (count == 0 || most == 0) return 0;
  return std::clamp<std::size_t>(count * 100 / most, 8, 100);
}

void set_bar(std::size_t count, std::size_t most, editions::Values values) {
  const std::size_t height = height_of(count, most);
  values.set("H", height);
  values.set("Y", 100 - height);
}

void fill_day(base::Day day, std::size_t count, std::size_t most, editions::Values cell) {
  const std::string date = std::to_string(unsigned{year_month_day(day).day()});
  editions::Values shown = cell.add(count > 0 ? "LINKED" : "STILL");
  shown.set("DATE", date);
  if (count == 0) return;
  shown.set("URL", day_path(day));
  shown.set("LABEL", base::day_in_words(day) + ": " + base::counted(count, "report"));
  shown.set_if("COUNT", std::to_string(count));
  set_bar(count, most, shown);
}

std::string short_day(base::Day day) {
  const year_month_day date(day);
  return std::to_string(unsigned{date.day()}) + " " + month_name(unsigned{date.month()}).substr(0, 3);
}

}  // namespace

std::string month_name(unsigned month) {
  CHECK(month >= 1 && month <= 12);
  return kMonths[month - 1];
}

void add_bars(const std::vector<Bar>& bars, std::string_view caption, std::string_view noun, std::string_view slot,
              editions::Values values) {
  if (bars.empty()) return;
  std::size_t most = 0;
  for (const Bar& bar : bars) most = std::max(most, bar.count);
  editions::Values figure = values.include(slot, "site_bars.html");
  figure.set("CAPTION", caption);
  figure.set("MOST", base::counted(most, noun));
  const std::size_t step = (bars.size() + kMostNames - 1) / kMostNames;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    editions::Values row = figure.add("BAR");
    row.set("URL", bar.url);
    row.set("LABEL", bar.label);
    row.set("NAME", (bars.size() - 1 - i) % step == 0 ? bar.name : "");
    if (bar.chosen) row.show("CHOSEN");
    set_bar(bar.count, most, row);
  }
}

std::vector<Bar> bars_of_years(const std::vector<std::pair<int, std::size_t>>& counts,
                               const std::function<std::string(int year)>& url_of, std::string_view noun) {
  std::vector<Bar> bars;
  for (const auto& [year, count] : counts) {
    // Years without anything keep the axis true; centuries of them would only squeeze what is there.
    constexpr int kWidestGap = 40;
    if (!bars.empty()) {
      int last = std::stoi(bars.back().name);
      if (year - last <= kWidestGap) {
        while (++last < year) {
          const std::string name = std::to_string(last);
          bars.push_back({name, name + ": " + base::counted(0, noun), url_of(last), 0, false});
        }
      }
    }
    const std::string name = std::to_string(year);
    bars.push_back({name, name + ": " + base::counted(count, noun), url_of(year), count, false});
  }
  return bars;
}

void add_month(int year, unsigned month, const std::map<base::Day, std::size_t>& counts, std::size_t most,
               MonthSize size, std::string_view slot, editions::Values values) {
  editions::Values table = values.include(slot, "site_month.html");
  const bool small = size == MonthSize::kSmall;
  table.set("SIZE", small ? "small" : "large");
  table.set("MONTH", small ? month_name(month) : fmt::format("{} {}", month_name(month), year));
  if (small) table.set("MONTH_URL", month_path(year, month));
  table.show(small ? "MONTH_LINK" : "MONTH_STILL");
  for (const char* weekday : kWeekdays) {
    editions::Values head = table.add("WEEKDAY");
    head.set("WEEKDAY_NAME", weekday);
    head.set("WEEKDAY_SHORT", std::string(weekday).substr(0, 2));
  }
  const sys_days first = std::chrono::year{year} / std::chrono::month{month} / 1;
  const sys_days last = sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::last};
  const unsigned blanks = (base::weekday_of(first) + 6) % 7;  // Weeks begin on Monday.
  for (sys_days monday = first - days{blanks}; monday <= last; monday += days{7}) {
    editions::Values week = table.add("WEEK");
    for (sys_days day = monday; day < monday + days{7}; day += days{1}) {
      editions::Values cell = week.add("CELL");
      if (day < first || day > last) continue;
      const auto count = counts.find(day);
      fill_day(day, count == counts.end() ? 0 : count->second, most, cell);
    }
  }
}

void add_spark(const std::vector<base::Instant>& times, std::string_view slot, editions::Values values) {
  if (times.size() < 3 || times.front() == times.back()) return;
  std::array<std::size_t, kSparkBins> bins{};
  const auto range = (times.back() - times.front()).count() + 1;
  for (const base::Instant time : times) {
    ++bins[static_cast<std::size_t>((time - times.front()).count() * static_cast<long>(kSparkBins) / range)];
  }
  const std::size_t most = *std::max_element(bins.begin(), bins.end());
  editions::Values spark = values.include(slot, "site_spark.html");
  const base::Day first = base::day_of(times.front());
  const base::Day last = base::day_of(times.back());
  const auto clock_time = [](base::Instant time) { return base::format_instant(time).substr(11, 5); };
  spark.set("FROM", first == last ? clock_time(times.front()) : short_day(first));
  spark.set("TO", first == last ? clock_time(times.back()) + " UTC" : short_day(last));
  spark.set("LABEL", base::counted(times.size(), "report") + " between " + base::format_instant(times.front()) +
                         " and " + base::format_instant(times.back()));
  for (std::size_t i = 0; i < kSparkBins; ++i) {
    if (bins[i] == 0) continue;
    const std::size_t height = std::max<std::size_t>(bins[i] * 12 / most, 3);
    editions::Values tick = spark.add("TICK");
    tick.set("X", i * 4);
    tick.set("Y", 13 - height);
    tick.set("H", height);
  }
}

}  // namespace dateline::site
