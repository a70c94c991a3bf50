// editions/html_checks.h -- for tests: what holds for every page of the house, looked for in its HTML.
#pragma once

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

namespace dateline::editions::testing {

/// All first groups of `pattern` in `html`.
inline std::vector<std::string> all_matches(const std::string& html, const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(html.begin(), html.end(), expression), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

/// The tags of `html` without the values of their attributes: `<a class= href=>`.
inline std::string bare_tags(const std::string& html) {
  std::string tags;
  bool in_tag = false;
  bool in_value = false;
  for (const char c : html) {
    if (!in_tag) in_tag = c == '<';
    if (!in_tag) continue;
    if (c == '"') in_value = !in_value;
    if (!in_value && c != '"') tags += c;
    if (!in_value && c == '>') in_tag = false;
  }
  return tags;
}

/// Language, title, one main, a skip link that leads somewhere, headings that skip no level, ids that are unique,
/// links within the page that resolve, labels on every picture, no script, no inline style, nothing from elsewhere.
inline void expect_sound_page(const std::string& html) {
  EXPECT_TRUE(html.starts_with("<!doctype html>"));
  EXPECT_NE(html.find("<html lang=\"en\">"), std::string::npos);
  EXPECT_EQ(all_matches(html, "<(title)>[^<]+</title>").size(), 1U);
  EXPECT_EQ(all_matches(html, "<(main)[ >]").size(), 1U);
  EXPECT_GE(all_matches(html, "<(h1)[ >]").size(), 1U);
  EXPECT_NE(html.find("<a class=\"skip\" href=\"#main\">"), std::string::npos);
  int level = 0;
  for (const std::string& heading : all_matches(html, "<h([1-6])[ >]")) {
    EXPECT_LE(std::stoi(heading), level + 1) << "a heading skips a level";
    level = std::stoi(heading);
  }
  std::set<std::string> ids;
  for (const std::string& id : all_matches(html, " id=\"([^\"]*)\"")) {
    EXPECT_TRUE(ids.insert(id).second) << "id twice: " << id;
  }
  for (const std::string& target : all_matches(html, "href=\"#([^\"]*)\"")) {
    EXPECT_TRUE(ids.contains(target)) << "link to nowhere: #" << target;
  }
  for (const std::string& picture : all_matches(html, "<svg([^>]*)>")) {
    const bool told = picture.find("role=\"img\" aria-label=\"") != std::string::npos;
    EXPECT_TRUE(told || picture.find("aria-hidden=\"true\"") != std::string::npos) << picture;
  }
  for (const char* banned : {"<script", "<iframe", "<img", " style=\"", "javascript:", "{{", "}}<", "<form method"}) {
    EXPECT_EQ(html.find(banned), std::string::npos) << banned;
  }
  EXPECT_TRUE(all_matches(bare_tags(html), "[ ](on[a-z]+)=").empty()) << "an event handler";
  EXPECT_TRUE(all_matches(html, "(?:src|action)=\"(https?:[^\"]*)\"").empty()) << "something from elsewhere";
}

}  // namespace dateline::editions::testing
