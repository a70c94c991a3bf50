#include <algorithm>
#include <map>

#include "base/counted.h"
#include "base/strings.h"
#include "editions/sections.h"
#include "site/drawings.h"
#include "site/frame.h"
#include "site/links.h"
#include "site/pages.h"

namespace dateline::site {
namespace {

using std::chrono::sys_days;

constexpr int kEarliestYear = 1000;
constexpr int kLatestYear = 2999;

std::optional<int> parse_year(std::string_view text) {
  const auto year = base::parse_integer(text);
  if (text.size() != 4 || !year || *year < kEarliestYear || *year > kLatestYear) return std::nullopt;
  return static_cast<int>(*year);
}

std::optional<unsigned> parse_month(std::string_view text) {
  const auto month = base::parse_integer(text);
  if (text.size() != 2 || !month || *month < 1 || *month > 12) return std::nullopt;
  return static_cast<unsigned>(*month);
}

base::Error no_such_page() {
  return {base::ErrorCode::kNotFound, "no such part of the archive"};
}

sys_days first_of(int year, unsigned month) {
  return std::chrono::year{year} / std::chrono::month{month} / 1;
}

sys_days last_of(int year, unsigned month) {
  return sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::last};
}

base::Result<std::map<base::Day, std::size_t>> counts_between(const PageContext& context, base::Day first,
                                                              base::Day last) {
  DATELINE_TRY(const auto counts, context.archive.count_per_day(first, last));
  return std::map<base::Day, std::size_t>(counts.begin(), counts.end());
}

std::size_t total_of(const std::map<base::Day, std::size_t>& counts) {
  std::size_t total = 0;
  for (const auto& [day, count] : counts) total += count;
  return total;
}

std::size_t most_of(const std::map<base::Day, std::size_t>& counts) {
  std::size_t most = 0;
  for (const auto& [day, count] : counts) most = std::max(most, count);
  return most;
}

std::vector<Bar> bars_of_months(int year, const std::map<base::Day, std::size_t>& counts) {
  std::vector<Bar> bars;
  for (unsigned month = 1; month <= 12; ++month) {
    std::size_t count = 0;
    for (auto day = counts.lower_bound(first_of(year, month)); day != counts.end(); ++day) {
      if (day->first > last_of(year, month)) break;
      count += day->second;
    }
    const std::string name = month_name(month);
    bars.push_back(
        {name.substr(0, 3), name + ": " + base::counted(count, "report"), month_path(year, month), count, false});
  }
  return bars;
}

// Steps to the nearest days with reports outside [first, last], by way of the pages that `path_of` names.
template <typename PathOf, typename NameOf>
base::Result<void> add_neighbours(const PageContext& context, base::Day first, base::Day last, const PathOf& path_of,
                                  const NameOf& name_of, editions::Values values) {
  DATELINE_TRY(const auto before, context.archive.day_before(first));
  DATELINE_TRY(const auto after, context.archive.day_after(last));
  if (before) add_step(values, path_of(std::chrono::year_month_day(*before)), "Before: " + name_of(*before));
  if (after) add_step(values, path_of(std::chrono::year_month_day(*after)), "After: " + name_of(*after));
  return {};
}

}  // namespace

PageResult archive_page(const PageContext& context) {
  DATELINE_TRY(const auto years, context.archive.count_per_year());
  DATELINE_TRY(const archive::Archive::Counts counts, context.archive.counts());
  if (years.empty()) {
    return message_page(context, 200, "The archive is empty", "Nothing has been filed in this archive.");
  }
  Frame frame(context.options.title, "Archive", Place::kArchive, "site_archive.html");
  editions::Values body = frame.body();
  body.set("HEAD", "Archive");
  body.set("KICK", base::counted(counts.articles, "report") + " in " + base::counted(counts.stories, "story"));
  DATELINE_TRY(const auto earliest, context.archive.day_after(first_of(years.front().first, 1) - std::chrono::days{1}));
  DATELINE_TRY(const auto newest, context.archive.newest_day());
  if (earliest) add_step(body, day_path(*earliest), "Earliest day: " + base::day_in_words(*earliest));
  if (newest) add_step(body, day_path(*newest), "Newest day: " + base::day_in_words(*newest));
  add_bars(bars_of_years(years, year_path, "report"), "Reports a year", "report", "BARS", body);
  DATELINE_TRY(const auto days,
               counts_between(context, first_of(years.back().first, 1), last_of(years.back().first, 12)));
  if (years.size() == 1) {
    // An archive of one year needs no step in between.
    editions::Values months = body.add("MONTHS");
    for (unsigned month = 1; month <= 12; ++month) {
      add_month(years.back().first, month, days, most_of(days), MonthSize::kSmall, "MONTH", months);
    }
  }
  return frame.finish();
}

PageResult year_page(const PageContext& context, std::string_view text) {
  const auto year = parse_year(text);
  if (!year) return no_such_page();
  DATELINE_TRY(const auto days, counts_between(context, first_of(*year, 1), last_of(*year, 12)));
  Frame frame(context.options.title, std::to_string(*year), Place::kArchive, "site_archive.html");
  editions::Values body = frame.body();
  body.set("HEAD", std::to_string(*year));
  body.set("KICK", base::counted(total_of(days), "report"));
  body.show("UP");
  body.set("UP_URL", "/archive");
  body.set("UP_NAME", "Archive");
  DATELINE_CHECKED(add_neighbours(
      context, first_of(*year, 1), last_of(*year, 12),
      [](const std::chrono::year_month_day& day) { return year_path(int{day.year()}); },
      [](base::Day day) { return base::format_day(day).substr(0, 4); }, body));
  if (days.empty()) return frame.finish();
  add_bars(bars_of_months(*year, days), "Reports a month", "report", "BARS", body);
  editions::Values months = body.add("MONTHS");
  for (unsigned month = 1; month <= 12; ++month) {
    add_month(*year, month, days, most_of(days), MonthSize::kSmall, "MONTH", months);
  }
  return frame.finish();
}

PageResult month_page(const PageContext& context, std::string_view year_text, std::string_view month_text) {
  const auto year = parse_year(year_text);
  const auto month = parse_month(month_text);
  if (!year || !month) return no_such_page();
  DATELINE_TRY(const auto days, counts_between(context, first_of(*year, *month), last_of(*year, *month)));
  const std::string name = month_name(*month) + " " + std::to_string(*year);
  Frame frame(context.options.title, name, Place::kArchive, "site_archive.html");
  editions::Values body = frame.body();
  body.set("HEAD", name);
  body.set("KICK", base::counted(total_of(days), "report"));
  body.show("UP");
  body.set("UP_URL", year_path(*year));
  body.set("UP_NAME", std::to_string(*year));
  DATELINE_CHECKED(add_neighbours(
      context, first_of(*year, *month), last_of(*year, *month),
      [](const std::chrono::year_month_day& day) { return month_path(int{day.year()}, unsigned{day.month()}); },
      [](base::Day day) {
        return month_name(unsigned{std::chrono::year_month_day(day).month()}) + " " +
               base::format_day(day).substr(0, 4);
      },
      body));
  editions::Values months = body.add("MONTHS");
  add_month(*year, *month, days, most_of(days), MonthSize::kLarge, "MONTH", months);
  return frame.finish();
}

}  // namespace dateline::site
