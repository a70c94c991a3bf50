// The small parts: links, the cache, the drawings.
#include <gtest/gtest.h>

#include "site/drawings.h"
#include "site/links.h"
#include "site/lru_cache.h"

namespace dateline::site {
namespace {

TEST(Links, AreEncoded) {
  EXPECT_EQ(day_path(*base::parse_day("2013-11-02")), "/day/2013-11-02");
  EXPECT_EQ(month_path(2013, 2), "/archive/2013/02");
  EXPECT_EQ(month_path(2013, 12), "/archive/2013/12");
  EXPECT_EQ(story_path("a/b c"), "/story/a%2Fb%20c");
  EXPECT_EQ(paragraph_path("https://a.example/?x=1&y", 6), "/article?uri=https%3A%2F%2Fa.example%2F%3Fx%3D1%26y#p6");
  EXPECT_EQ(search_path("a \"b\"", 2013, 2), "/search?q=a%20%22b%22&year=2013&page=2");
  EXPECT_EQ(search_path("a", std::nullopt, 1), "/search?q=a");
}

std::shared_ptr<const std::string> text(const char* value) {
  return std::make_shared<const std::string>(value);
}

TEST(LruCache, DropsWhatWasNotAskedForLongest) {
  LruCache<std::string> cache(100);
  cache.keep("a", text("1"), 40);
  cache.keep("b", text("2"), 40);
  EXPECT_EQ(*cache.find("a"), "1");
  cache.keep("c", text("3"), 40);
  EXPECT_EQ(cache.find("b"), nullptr);
  EXPECT_EQ(*cache.find("a"), "1");
  EXPECT_EQ(*cache.find("c"), "3");
  EXPECT_EQ(cache.used_bytes(), 80U);
}

TEST(LruCache, ReplacesAndRefusesWhatIsTooLarge) {
  LruCache<std::string> cache(100);
  cache.keep("a", text("1"), 60);
  const auto held = cache.find("a");
  cache.keep("a", text("2"), 70);
  EXPECT_EQ(*cache.find("a"), "2");
  EXPECT_EQ(*held, "1") << "who holds a value keeps it";
  EXPECT_EQ(cache.used_bytes(), 70U);
  cache.keep("b", text("3"), 101);
  EXPECT_EQ(cache.find("b"), nullptr);
  EXPECT_EQ(*cache.find("a"), "2");
  cache.keep("a", text("4"), 101);
  EXPECT_EQ(cache.find("a"), nullptr) << "an old value must not stand for a new one";
  EXPECT_EQ(cache.used_bytes(), 0U);
}

TEST(Bars, YearsHaveTheirGapsUnlessTheyAreVast) {
  const auto url_of = [](int year) { return "/" + std::to_string(year); };
  const auto bars = bars_of_years({{2009, 3}, {2012, 1}}, url_of, "report");
  ASSERT_EQ(bars.size(), 4U);
  EXPECT_EQ(bars[1].label, "2010: 0 reports");
  EXPECT_EQ(bars[3].label, "2012: 1 report");
  EXPECT_EQ(bars_of_years({{1200, 1}, {2012, 1}}, url_of, "report").size(), 2U);
  EXPECT_TRUE(bars_of_years({}, url_of, "report").empty());
}

TEST(Months, HaveNames) {
  EXPECT_EQ(month_name(1), "January");
  EXPECT_EQ(month_name(12), "December");
}

}  // namespace
}  // namespace dateline::site
