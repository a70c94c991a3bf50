// formats/item_cases.h -- for tests: folders of files and what is read from them, under tests/cases/formats/.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/case_file.h"
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

inline std::string dump(const base::Result<std::vector<NewsItem>>& items) {
  if (!items.ok()) {
    const base::ErrorCode code = items.error().code;
    const std::string name = code == base::ErrorCode::kInvalid   ? "invalid"
                             : code == base::ErrorCode::kCorrupt ? "corrupt"
                                                                 : "too large";
    return name + ": " + items.error().message + "\n";
  }
  std::string text;
  for (const NewsItem& item : *items) text += (text.empty() ? "" : "\n") + dump(item);
  return text;
}

/// Every .xml file of `folder` through `parse`, against the .txt file of its name. Returns how many there were.
template <typename Parse>
std::size_t expect_cases(const std::string& folder, const Parse& parse) {
  std::size_t count = 0;
  const std::string root = std::string(DATELINE_SOURCE_DIR) + "/tests/cases/formats/";
  for (const auto& file : std::filesystem::directory_iterator(root + folder)) {
    if (file.path().extension() != ".xml") continue;
    const std::string name = folder + "/" + file.path().stem().string();
    SCOPED_TRACE(name);
    EXPECT_EQ(dump(parse(read_case_file(name + ".xml"))), read_case_file(name + ".txt"));
    ++count;
  }
  return count;
}

}  // namespace dateline::formats
