// site/links.h -- the paths of our own pages, percent-encoded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace dateline::site {

std::string day_path(base::Day day);               ///< "/day/2013-11-02"
std::string year_path(int year);                   ///< "/archive/2013"
std::string month_path(int year, unsigned month);  ///< "/archive/2013/11"
std::string story_path(std::string_view id);       ///< "/story/…"
std::string article_path(std::string_view uri);    ///< "/article?uri=…"
/// "/article?uri=…#p6"
std::string paragraph_path(std::string_view uri, std::size_t paragraph);
/// "/search?q=…&year=2013&page=2"; page 1 is left out.
std::string search_path(std::string_view words, std::optional<int> year, std::size_t page);

}  // namespace dateline::site
