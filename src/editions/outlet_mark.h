// editions/outlet_mark.h -- an outlet's mark: the one or two letters and the colour it has everywhere.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "news/article.h"

namespace dateline::editions {

struct OutletMark {
  std::string letters;  ///< "BS" for Business Standard, "Bl" for Bloomberg.
  std::string colour;   ///< "#6b3fa0": white letters on it have at least 4.5:1, it on either paper at least 3:1.
  std::size_t hue = 0;  ///< Index of `colour` in mark_palette(); 0 is the grey of unknown outlets. CSS class "k<hue>".
};

/// All colours a mark can have.
std::span<const std::string_view> mark_palette();

/// The same name gives the same mark on every run and page. Two outlets may share one; the name stands beside it as
/// text.
OutletMark outlet_mark(std::string_view outlet_name);

/// A report's mark among others on the same page.
struct ReportMark {
  OutletMark mark;                ///< Letters differ from those of every other outlet on the page.
  std::string outlet;             ///< Its name; "unknown outlet 2" where several are unknown.
  std::string tag;                ///< Of tag_reports(): "Bl", "Bl2".
  std::size_t outlet_number = 0;  ///< The same for reports of one outlet; a report of an unknown one has its own.
};

/// Marks of the reports of one page, in the order of `outlets` (one for each report). An outlet keeps the letters of
/// outlet_mark() where no other claims them; among several that do, the first by name keeps them and the others take
/// another letter of their name, then a number. The same set of outlets gives the same letters, whatever the order.
std::vector<ReportMark> report_marks(std::span<const news::Outlet> outlets);

/// Gives the reports of one story their tags: the letters, with a number where an outlet has several reports in it.
void tag_reports(std::span<ReportMark> reports);

}  // namespace dateline::editions
