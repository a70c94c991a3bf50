#include "stories/profile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

using testing::make_article;

TEST(Profile, HeadAndNames) {
  const news::Article article =
      make_article("a", "A", "Loaf wins prize", {"A long loaf by Marta Brandt won the prize in Velm."});
  const ArticleTerms terms = count_terms(article);
  const auto find = [&](const char* stem) {
    const TermKey key = key_of(text::term_id(stem));
    const auto at =
        std::find_if(terms.terms.begin(), terms.terms.end(), [&](const auto& term) { return term.key == key; });
    return at == terms.terms.end() ? CountedTerm{} : *at;
  };
  EXPECT_EQ(find("loaf").count, 2u);
  EXPECT_TRUE(find("loaf").marks & kInHead);
  EXPECT_FALSE(find("velm").marks & kInHead);
  EXPECT_TRUE(find("velm").marks & kAsName);
  EXPECT_FALSE(find("long").marks & kAsName);
  EXPECT_EQ(find("the").count, 0u);
}

TEST(Profile, WithoutAHeadlineTheFirstSentenceIsTheHead) {
  const ArticleTerms terms = count_terms(make_article("a", "A", "", {"Loaf wins prize. Nobody knows the baker."}));
  std::size_t in_head = 0;
  for (const CountedTerm& term : terms.terms) in_head += (term.marks & kInHead) != 0 ? 1u : 0u;
  EXPECT_EQ(in_head, 3u);
}

TEST(Profile, TheHeadlineIsNoPartOfTheSketch) {
  const std::vector<std::string> text = {"Twelve bakers carried the long loaf across the market square on Friday."};
  EXPECT_EQ(count_terms(make_article("a", "A", "One headline", text)).sketch.signature,
            count_terms(make_article("b", "B", "Another altogether", text)).sketch.signature);
}

TEST(Profile, RoundUps) {
  EXPECT_TRUE(is_round_up(make_article("a", "A", "Sports news in brief", {"x"})));
  EXPECT_TRUE(is_round_up(make_article("a", "A", "", {"World news digest", "x"})));
  EXPECT_FALSE(is_round_up(make_article("a", "A", "Storm hits Velm", {"News in brief"})));
}

Profile profile_of(const news::Article& article) {
  return make_profile(article, count_terms(article), Rarity());
}

TEST(Profile, TermsAreSortedAndOfUnitLength) {
  std::vector<std::string> text;
  for (int i = 0; i < 40; ++i)
    text.push_back("Word" + std::to_string(i) + " stands beside thing" + std::to_string(i) + ".");
  const Profile profile = profile_of(make_article("a", "A", "Loaf wins prize", text, "2020-02-03"));
  EXPECT_EQ(profile.terms.size(), kWordTerms) << "the heaviest of more";
  double squares = 0;
  for (const ProfileTerm& term : profile.terms) squares += std::pow(term.weight(), 2);
  EXPECT_NEAR(squares, 1, 0.02);
  const std::vector<TermKey> keys = keys_of(profile);
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
  EXPECT_EQ(std::count(keys.begin(), keys.end(), key_of(text::term_id("loaf")) & kKeptKeyBits), 1)
      << "the head's words stay";
  EXPECT_EQ(profile.day, base::parse_day("2020-02-03"));
}

TEST(Profile, EntitiesAreTermsOfTheirOwn) {
  news::Article article = make_article("a", "A", "Loaf wins prize", {"Marta Brandt of Velm baked it."});
  const std::size_t words = profile_of(article).terms.size();
  article.entities.push_back({"per:marta brandt", news::EntityType::kPerson, "Marta Brandt", ""});
  article.entities.push_back({"misc:bakery", news::EntityType::kOther, "Velm", ""});
  article.mentions.push_back({.span = {0, 12}, .entity = 0});
  article.mentions.push_back({.span = {16, 20}, .entity = 1});
  const Profile profile = profile_of(article);
  EXPECT_EQ(profile.terms.size(), words + 1) << "what is neither person, organisation nor place is none";
  EXPECT_EQ(std::count_if(profile.terms.begin(), profile.terms.end(),
                          [](const ProfileTerm& term) { return (term.marks() & kEntity) != 0; }),
            1);
}

TEST(Profile, WeekdaysOfTheLead) {
  constexpr std::uint8_t kTuesday = 1 << 1;
  constexpr std::uint8_t kSaturday = 1 << 5;
  news::Article article =
      make_article("a", "A", "", {"On Tuesday it rained, as on Saturday, in May and a year ago."}, "2020-02-06");
  testing::add_time(article, "Tuesday", "2020-02-04");
  testing::add_time(article, "Saturday", "XXXX-WXX-6");
  testing::add_time(article, "May", "2020-05");
  testing::add_time(article, "a year ago", "2019-02-06");
  EXPECT_EQ(profile_of(article).weekdays, kTuesday | kSaturday) << "neither months nor days far away";
}

TEST(Profile, AnUnsetClockIsNoDay) {
  const auto day_at = [](std::int64_t seconds) {
    news::Article article = make_article("a", "A", "Loaf wins prize", {"A long loaf."});
    article.published.instant = base::Instant(std::chrono::seconds(seconds));
    article.published.certainty = news::Certainty::kStated;
    return profile_of(article).day;
  };
  constexpr std::int64_t kDay = 86400;
  EXPECT_EQ(day_at(0), std::nullopt);
  EXPECT_EQ(day_at(kDay - 1), std::nullopt);
  EXPECT_EQ(day_at(-1), base::parse_day("1969-12-31"));
  EXPECT_EQ(day_at(kDay), base::parse_day("1970-01-02"));
  EXPECT_EQ(day_at(2900000 * kDay), base::Day(std::chrono::days(2900000))) << "the year 9909";
  EXPECT_EQ(day_at(3000000 * kDay), std::nullopt) << "the year 10183";
  EXPECT_EQ(day_at(-800000 * kDay), std::nullopt) << "the year 222 before Christ";
  EXPECT_EQ(day_at(INT64_MAX / 2), std::nullopt);
}

}  // namespace
}  // namespace dateline::stories
