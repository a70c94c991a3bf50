// formats/news_item_dump.h -- for tests and fuzzers: a news item as lines, what is empty left out.
#pragma once

#include <string>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "formats/news_item.h"

namespace dateline::formats {

inline std::string dump(const NewsItem& item) {
  std::string lines;
  const auto add = [&lines](const char* name, const std::string& value) {
    if (!value.empty()) lines += std::string(name) + ": " + value + "\n";
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
  if (item.status == ItemStatus::kWithheld) add("status", "withheld");
  if (item.status == ItemStatus::kCancelled) add("status", "cancelled");
  add(item.is_excerpt ? "excerpt html" : "html", item.body_html);
  add(item.is_excerpt ? "excerpt text" : "text", item.body_text);
  return lines;
}

inline std::string dump(const std::vector<NewsItem>& items) {
  std::string lines;
  for (const NewsItem& item : items) lines += (lines.empty() ? "" : "\n") + dump(item);
  return lines;
}

/// What holds for every item of every format.
inline void check_item(const NewsItem& item) {
  CHECK(base::is_utf8(dump(item)));
  CHECK(item.body_html.empty() || item.body_text.empty());
  for (const std::string* line : {&item.id, &item.outlet, &item.headline, &item.byline, &item.dateline, &item.published,
                                  &item.language, &item.section, &item.rights, &item.image, &item.note}) {
    CHECK(line->find('\n') == std::string::npos);
  }
}

}  // namespace dateline::formats
