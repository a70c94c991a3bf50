// Runs the cases of tests/cases/extract; their format: README.md there.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "base/strings.h"
#include "extract/extract.h"

namespace dateline::extract {
namespace {

namespace fs = std::filesystem;
using Fields = std::vector<std::pair<std::string, std::string>>;

// The "name: value" lines of a file; none when there is no such file.
Fields read_fields(const fs::path& path) {
  Fields fields;
  const auto text = base::read_file(path, 1 << 20);
  if (!text.ok()) return fields;
  for (std::string_view line : base::split(*text, '\n')) {
    if (base::trim(line).empty() || line.starts_with("//")) continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
      ADD_FAILURE() << path << ": no colon in \"" << line << '"';
      continue;
    }
    fields.emplace_back(std::string(line.substr(0, colon)), std::string(base::trim(line.substr(colon + 1))));
  }
  return fields;
}

news::Capture read_capture(const fs::path& folder) {
  news::Capture capture;
  capture.id = folder.filename().string();
  const bool is_page = fs::exists(folder / "input.html");
  capture.kind = is_page ? news::MediaKind::kHtml : news::MediaKind::kPlainText;
  auto bytes = base::read_file(folder / (is_page ? "input.html" : "input.txt"), 1 << 20);
  EXPECT_TRUE(bytes.ok()) << folder;
  if (bytes.ok()) capture.bytes = *bytes;
  for (const auto& [name, value] : read_fields(folder / "capture.txt")) {
    if (name == "kind") {
      EXPECT_TRUE(value == "feed" || value == "wire") << value;
      const news::MediaKind wire = is_page ? news::MediaKind::kWireHtml : news::MediaKind::kWireText;
      capture.kind = value == "wire" ? wire : news::MediaKind::kFeedEntry;
    } else if (name == "uri") {
      capture.uri = value;
    } else if (name == "charset") {
      capture.charset = value;
    } else if (name == "headline") {
      capture.carrier.headline = value;
    } else if (name == "outlet") {
      capture.carrier.outlet = value;
    } else if (name == "byline") {
      capture.carrier.byline = value;
    } else if (name == "published") {
      capture.carrier.published = value;
    } else if (name == "dateline") {
      capture.carrier.dateline = value;
    } else if (name == "language") {
      capture.carrier.language = value;
    } else if (name == "note") {
      capture.carrier.note = value;
    } else if (name == "rights") {
      capture.carrier.rights = value;
    } else if (name == "section") {
      capture.carrier.section = value;
    } else if (name == "keyword") {
      capture.carrier.keywords.push_back(value);
    } else {
      ADD_FAILURE() << "capture.txt knows no \"" << name << '"';
    }
  }
  return capture;
}

// A moment as the case writes it: a day where the case gives a day.
std::string as_written(const std::optional<base::Moment>& moment, const std::string& expected) {
  if (!moment) return {};
  return expected.find('T') == std::string::npos ? base::format_day(moment->day()) : base::format_moment(*moment);
}

const char* word_for(news::ParagraphKind kind) {
  switch (kind) {
    case news::ParagraphKind::kSubhead:
      return "subhead";
    case news::ParagraphKind::kListItem:
      return "item";
    case news::ParagraphKind::kQuotation:
      return "quotation";
    case news::ParagraphKind::kCaption:
      return "caption";
    case news::ParagraphKind::kParagraph:
      break;
  }
  return "paragraph";
}

std::string field_of(const news::Article& article, const std::string& name) {
  if (name == "headline") return article.headline;
  if (name == "outlet") return article.outlet.name;
  if (name == "domain") return article.outlet.domain;
  if (name == "byline") return article.byline;
  if (name == "dateline") return article.dateline;
  if (name == "language") return article.language;
  if (name == "uri") return article.uri;
  if (name == "section") return article.section;
  if (name == "image") return article.image;
  if (name == "rights") return article.rights;
  if (name == "paywalled") return article.paywalled ? "yes" : "no";
  return "there is no field of this name";
}

std::vector<std::string> values_of(const Fields& fields, const std::string& name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : fields) {
    if (key == name) values.push_back(value);
  }
  if (values.size() == 1 && values[0].empty()) values.clear();
  return values;
}

bool is_block(const std::string& name) {
  return name == "paragraph" || name == "subhead" || name == "item" || name == "quotation" || name == "caption";
}

void expect_blocks(const news::Article& article, const Fields& expected) {
  std::size_t next = 0;
  std::size_t dropped = 0;
  for (const auto& [name, value] : expected) {
    if (is_block(name)) {
      ASSERT_LT(next, article.paragraphs.size()) << "missing: " << value;
      const news::Paragraph& paragraph = article.paragraphs[next++];
      EXPECT_EQ(word_for(paragraph.kind), name) << paragraph.span.of(article.text);
      EXPECT_TRUE(paragraph.span.of(article.text).starts_with(value))
          << "is:     " << paragraph.span.of(article.text) << "\nwanted: " << value;
    } else if (name == "dropped") {
      while (dropped < article.dropped.size() && !article.dropped[dropped].starts_with(value)) ++dropped;
      EXPECT_LT(dropped, article.dropped.size()) << "not dropped, or not in this order: " << value;
      ++dropped;
    }
  }
  for (; next < article.paragraphs.size(); ++next) {
    ADD_FAILURE() << "kept, and should not be: " << article.paragraphs[next].span.of(article.text);
  }
}

void expect_article(const news::Article& article, const Fields& expected) {
  bool has_author = false;
  bool has_keyword = false;
  for (const auto& [name, value] : expected) {
    if (name == "author") {
      has_author = true;
    } else if (name == "keyword") {
      has_keyword = true;
    } else if (name == "published") {
      EXPECT_EQ(as_written(article.published.moment(), value), value);
    } else if (name == "modified") {
      EXPECT_EQ(as_written(article.modified, value), value);
    } else if (!is_block(name) && name != "dropped") {
      EXPECT_EQ(field_of(article, name), value) << name;
    }
  }
  if (has_author) {
    EXPECT_EQ(article.authors, values_of(expected, "author"));
  }
  if (has_keyword) {
    EXPECT_EQ(article.keywords, values_of(expected, "keyword"));
  }
  expect_blocks(article, expected);
}

TEST(Cases, ComeOutAsExpected) {
  std::size_t cases = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(DATELINE_SOURCE_DIR) / "tests/cases/extract")) {
    if (!entry.is_directory()) continue;
    SCOPED_TRACE(entry.path().filename().string());
    ++cases;
    const Fields expected = read_fields(entry.path() / "expected.txt");
    ASSERT_FALSE(expected.empty());
    const auto article = extract(read_capture(entry.path()));
    if (expected[0].first == "error") {
      ASSERT_FALSE(article.ok());
      EXPECT_EQ(article.error().message, expected[0].second);
    } else if (article.ok()) {
      expect_article(*article, expected);
    } else {
      ADD_FAILURE() << article.error().message;
    }
  }
  EXPECT_GE(cases, 50u);
}

}  // namespace
}  // namespace dateline::extract
