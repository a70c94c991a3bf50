#include "site/links.h"

#include "base/strings.h"

namespace dateline::site {

std::string day_path(base::Day day) {
  return "/day/" + base::format_day(day);
}

std::string year_path(int year) {
  return "/archive/" + std::to_string(year);
}

std::string month_path(int year, unsigned month) {
  return year_path(year) + (month < 10 ? "/0" : "/") + std::to_string(month);
}

std::string story_path(std::string_view id) {
  return "/story/" + base::encode_percent(id);
}

std::string article_path(std::string_view uri) {
  return "/article?uri=" + base::encode_percent(uri);
}

std::string paragraph_path(std::string_view uri, std::size_t paragraph) {
  return article_path(uri) + "#p" + std::to_string(paragraph);
}

std::string search_path(std::string_view words, std::optional<int> year, std::size_t page) {
  std::string path = "/search?q=" + base::encode_percent(words);
  if (year) path += "&year=" + std::to_string(*year);
  if (page > 1) path += "&page=" + std::to_string(page);
  return path;
}

}  // namespace dateline::site
