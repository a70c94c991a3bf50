#include "formats/json_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "formats/item_cases.h"
#include "formats/news_items.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using testing::StartsWith;

Feed parse(std::string_view bytes) {
  base::Result<Feed> feed = parse_json_feed(bytes);
  EXPECT_TRUE(feed.ok()) << (feed.ok() ? "" : feed.error().message);
  return feed.ok() ? *feed : Feed{};
}

std::string feed_of(const std::string& items) {
  return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Quay\", \"items\": [" + items + "]}";
}

base::Error error_of(std::string_view bytes, const NewsItemLimits& limits = {}) {
  const base::Result<Feed> feed = parse_json_feed(bytes, limits);
  EXPECT_FALSE(feed.ok()) << bytes.substr(0, 100);
  return feed.ok() ? base::Error{} : feed.error();
}

TEST(JsonFeed, Cases) {
  EXPECT_GE(expect_cases("json_feed", {".json"}, parse), 2u);
}

TEST(JsonFeed, TheFeedIsTheOutlet) {
  const auto items = parse_news_items(Format::kJsonFeed, feed_of(R"({"id": "1", "content_text": "Rain."})"));
  ASSERT_TRUE(items.ok());
  ASSERT_EQ(items->items.size(), 1u);
  EXPECT_EQ(items->items.front().outlet, "Quay");
}

TEST(JsonFeed, NotWellFormedIsCorruptAndNamesThePlace) {
  EXPECT_THAT(error_of("{\"version\" 1}").message, StartsWith("at byte 11: "));
  const std::string whole = feed_of(R"({"id": "1", "content_text": "Rain."})");
  ASSERT_EQ(parse(whole).entries.size(), 1u);
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    SCOPED_TRACE(cut);
    EXPECT_EQ(error_of(whole.substr(0, cut)).code, ErrorCode::kCorrupt);
  }
}

TEST(JsonFeed, OtherJsonIsInvalid) {
  EXPECT_THAT(error_of("[]").message, HasSubstr("\"items\""));
  EXPECT_THAT(error_of(R"({"version": "https://jsonfeed.org/version/1"})").message, HasSubstr("\"items\""));
  EXPECT_THAT(error_of(R"({"version": "2", "items": [{"id": 1}]})").message, HasSubstr("\"version\""));
  EXPECT_EQ(error_of(R"({"items": []})").code, ErrorCode::kInvalid);
}

TEST(JsonFeed, WithoutAVersionItsItemsTell) {
  EXPECT_EQ(parse(R"({"items": [{"content_html": "<p>Rain.</p>"}]})").entries.size(), 1u);
}

TEST(JsonFeed, LimitsHold) {
  const std::string three = feed_of("{}, {}, {}");
  EXPECT_EQ(error_of(three, {.max_items = 2}).code, ErrorCode::kTooLarge);
  EXPECT_TRUE(parse_json_feed(three, {.max_items = 3}).ok());
  EXPECT_EQ(error_of(std::string(100'000, '[')).code, ErrorCode::kCorrupt);
}

TEST(JsonFeed, TextKeepsItsParagraphs) {
  const auto html = [](const std::string& text) {
    return parse(feed_of("{\"content_text\": \"" + text + "\"}")).entries.at(0).body_html;
  };
  EXPECT_EQ(html("a\\nb"), "<p>a<br>b</p>");
  EXPECT_EQ(html("a\\n \\n\\nb\\n"), "<p>a</p><p>b</p>");
  const std::string lengthy(101, 'a');
  EXPECT_EQ(html(lengthy + "\\nb"), "<p>" + lengthy + "</p><p>b</p>");
  const std::string line(72, 'a');
  EXPECT_EQ(html(line + "\\nb"), "<p>" + line + " b</p>");
  EXPECT_EQ(html("<b> & c"), "<p>&lt;b&gt; &amp; c</p>");
}

}  // namespace
}  // namespace dateline::formats
