// formats/item_cases.h -- for tests: news items as lines, and folders of files with the lines that each must give.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/case_file.h"
#include "formats/feed.h"
#include "formats/news_item.h"

namespace dateline::formats {

/// The fields that are not empty, a line each, and the body; as the .txt files beside the cases have them.
inline std::string dump(const NewsItem& item) {
  std::string lines;
  const auto add = [&lines](std::string_view name, std::string_view value) {
    if (!value.empty()) lines.append(name).append(": ").append(value).append("\n");
  };
  add("id", item.id);
  add("link", item.link);
  add("outlet", item.outlet);
  add("headline", item.headline);
  add("byline", item.byline);
  add("dateline", item.dateline);
  add("published", item.published);
  add("modified", item.modified);
  add("language", item.language);
  add("section", item.section);
  add("rights", item.rights);
  add("image", item.image);
  add("note", item.note);
  for (const std::string& keyword : item.keywords) add("keyword", keyword);
  if (item.status != ItemStatus::kUsable) {
    add("status", item.status == ItemStatus::kWithheld ? "withheld" : "cancelled");
  }
  add("release", item.release);
  if (item.is_excerpt) add("excerpt", "yes");
  add("html", item.body_html);
  add("text", item.body_text);
  return lines;
}

inline std::string dump(const base::Error& error) {
  const std::string_view name = error.code == base::ErrorCode::kInvalid   ? "invalid"
                                : error.code == base::ErrorCode::kCorrupt ? "corrupt"
                                                                          : "too large";
  return std::string(name) + ": " + error.message + "\n";
}

/// One after the other, an empty line between them.
inline std::string dump(const std::vector<NewsItem>& items) {
  std::string text;
  for (const NewsItem& item : items) text += (text.empty() ? "" : "\n") + dump(item);
  return text;
}

/// The items, and below them what could not be read.
inline std::string dump(const NewsItems& found) {
  std::string text = dump(found.items);
  if (!text.empty() && !found.problems.empty()) text += "\n";
  for (const base::Error& problem : found.problems) text += dump(problem);
  return text;
}

/// What the feed says of itself, and its entries.
inline std::string dump(const Feed& feed) {
  return "title: " + feed.title + "\nlink: " + feed.link + "\nlanguage: " + feed.language + "\n\n" + dump(feed.entries);
}

template <typename Found>
std::string dump(const base::Result<Found>& found) {
  return found.ok() ? dump(*found) : dump(found.error());
}

/// Every file of tests/cases/formats/`folder` whose name ends in one of `extensions` through `read`, which gives items
/// in any of the ways that dump() knows, against the .txt file of its name. Returns how many there were.
template <typename Read>
std::size_t expect_cases(const std::string& folder, std::initializer_list<std::string_view> extensions,
                         const Read& read) {
  std::size_t count = 0;
  const std::string root = std::string(DATELINE_SOURCE_DIR) + "/tests/cases/formats/";
  for (const auto& file : std::filesystem::directory_iterator(root + folder)) {
    const std::string extension = file.path().extension().string();
    if (std::find(extensions.begin(), extensions.end(), extension) == extensions.end()) continue;
    const std::string name = folder + "/" + file.path().stem().string();
    SCOPED_TRACE(name);
    EXPECT_EQ(dump(read(read_case_file(name + extension))), read_case_file(name + ".txt"));
    ++count;
  }
  return count;
}

}  // namespace dateline::formats
