#include "formats/news_sitemap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/item_cases.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using Items = base::Result<std::vector<NewsItem>>;

std::string sitemap_of(std::size_t count, const std::string& url) {
  std::string text = "<urlset>\n";
  for (std::size_t i = 0; i < count; ++i) text += url + "\n";
  return text + "</urlset>";
}

TEST(NewsSitemap, Cases) {
  EXPECT_GE(expect_cases("news_sitemap", {".xml"}, [](std::string_view bytes) { return parse_news_sitemap(bytes); }),
            6u);
}

TEST(NewsSitemap, AddressesAreCountedAndNotLimited) {
  const Items items = parse_news_sitemap(sitemap_of(50'000, "<url><loc>http://a.example/</loc></url>"));
  ASSERT_FALSE(items.ok());
  EXPECT_EQ(items.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(items.error().message, "a sitemap of 50,000 addresses, no news in it");
}

TEST(NewsSitemap, TooMuchNewsNamesTheLine) {
  const std::string news = "<url><loc>x</loc><news><title>t</title></news></url>";
  ASSERT_TRUE(parse_news_sitemap(sitemap_of(10'000, news)).ok());
  const Items items = parse_news_sitemap(sitemap_of(10'001, news));
  ASSERT_FALSE(items.ok());
  EXPECT_EQ(items.error().code, ErrorCode::kTooLarge);
  EXPECT_THAT(items.error().message, HasSubstr("line 10002: "));
}

TEST(NewsSitemap, LinesPast65535AreCounted) {
  const std::string news = "<url><loc>x</loc><news><title>t</title></news></url>";
  const Items items =
      parse_news_sitemap("<urlset>" + std::string(70'000, '\n') + news + "\n" + news + "</urlset>", {.max_items = 1});
  ASSERT_FALSE(items.ok());
  EXPECT_THAT(items.error().message, HasSubstr("line 70002: "));
}

TEST(NewsSitemap, ElementsOfOtherVocabulariesAreNoNews) {
  const Items items = parse_news_sitemap(
      "<urlset><url><loc>x</loc><video xmlns='http://www.google.com/schemas/sitemap-video/1.1'><title>t</title></video>"
      "</url></urlset>");
  ASSERT_FALSE(items.ok());
  EXPECT_EQ(items.error().message, "a sitemap of 1 address, no news in it");
}

TEST(NewsSitemap, EntitiesAreRefused) {
  EXPECT_FALSE(parse_news_sitemap("<!DOCTYPE urlset [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><urlset><url><news>"
                                  "<title>&a;</title></news></url></urlset>")
                   .ok());
}

}  // namespace
}  // namespace dateline::formats
