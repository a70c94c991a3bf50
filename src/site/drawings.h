// site/drawings.h -- the small pictures: bars, a month as a calendar, when reports came in.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "editions/template.h"

namespace dateline::site {

struct Bar {
  std::string name;   ///< Below the bar: "2013".
  std::string label;  ///< What a screen reader says: "2013: 1,204 reports".
  std::string url;
  std::size_t count = 0;
  bool chosen = false;
};

/// Puts "site_bars.html" into `slot`; nothing when there are no bars. Not every bar of many gets its name.
void add_bars(const std::vector<Bar>& bars, std::string_view caption, std::string_view noun, std::string_view slot,
              editions::Values values);

/// One bar a year from the first to the last of `counts` (ascending), gaps included; links come from `url_of`.
std::vector<Bar> bars_of_years(const std::vector<std::pair<int, std::size_t>>& counts,
                               const std::function<std::string(int year)>& url_of, std::string_view noun);

enum class MonthSize { kSmall, kLarge };

/// Puts "site_month.html" into `slot`: a calendar whose days carry a bar for their count and lead to their pages.
/// `most` is the count that fills a cell.
void add_month(int year, unsigned month, const std::map<base::Day, std::size_t>& counts, std::size_t most,
               MonthSize size, std::string_view slot, editions::Values values);

/// Puts "site_spark.html" into `slot`: one axis from the first to the last time; nothing for fewer than three times or
/// when all are the same. `times` are ascending.
void add_spark(const std::vector<base::Instant>& times, std::string_view slot, editions::Values values);

/// "November"
std::string month_name(unsigned month);

}  // namespace dateline::site
