#include "stories/related_stories.h"

#include <gtest/gtest.h>

#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

using testing::add_time;
using testing::make_article;

// Every place in headline order where `words` stand becomes a mention of `key`.
void name(news::Article& article, const std::string& key, const std::string& words) {
  const std::size_t entity = article.entities.size();
  article.entities.push_back({key, news::EntityType::kOther, words, ""});
  for (std::size_t at = article.text.find(words); at != std::string::npos; at = article.text.find(words, at + 1)) {
    article.mentions.push_back({{at, at + words.size()}, entity});
  }
  std::sort(article.mentions.begin(), article.mentions.end(),
            [](const news::Mention& a, const news::Mention& b) { return a.span < b.span; });
}

StoryDigest digest(const std::string& id, const std::vector<news::Article>& articles) {
  return digest_story(id, testing::pointers(articles));
}

news::Article april_meeting() {
  news::Article article =
      make_article("u:april", "Northwire", "Fishing ministers of Vardia and Ostmark meet in Lenholm",
                   {"Ministers of Vardia and Ostmark met in Lenholm on Friday for talks on herring "
                    "quotas in the Skarrow Sea."},
                   "2024-04-12");
  add_time(article, "on Friday", "2024-04-12");
  name(article, "loc:vardia", "Vardia");
  name(article, "loc:ostmark", "Ostmark");
  name(article, "loc:lenholm", "Lenholm");
  name(article, "loc:skarrow-sea", "Skarrow Sea");
  return article;
}

news::Article june_treaty(const std::string& background, const std::string& time, const std::string& value) {
  news::Article article =
      make_article("u:june", "Quayside Herald", "Vardia and Ostmark sign herring treaty",
                   {"Vardia and Ostmark signed a treaty on herring on Tuesday.", background}, "2024-06-18");
  add_time(article, "on Tuesday", "2024-06-18");
  if (!time.empty()) add_time(article, time, value);
  name(article, "loc:vardia", "Vardia");
  name(article, "loc:ostmark", "Ostmark");
  name(article, "loc:lenholm", "Lenholm");
  return article;
}

std::vector<RelatedStory> related(const StoryDigest& story, const StoryDigest& other) {
  const std::vector<StoryDigest> all = {story, other};
  const StoryDigest* const candidate = &other;
  return find_related(story, {&candidate, 1}, count_use(all));
}

constexpr const char* kBackground =
    "The treaty follows talks on quotas that ministers of both countries began in Lenholm in April.";

TEST(RelatedStories, AReferenceByMonthLeadsToTheStoryOfThatMeeting) {
  const StoryDigest earlier = digest("april", {april_meeting()});
  const StoryDigest later = digest("june", {june_treaty(kBackground, "in April", "2024-04")});
  const auto found = related(later, earlier);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].when, RelatedStory::When::kEarlier);
  EXPECT_FALSE(found[0].said_by_other);
  EXPECT_TRUE(found[0].by_day);
  EXPECT_EQ(found[0].because, (news::SentenceRef{0, 1})) << "the sentence that speaks of April";
}

TEST(RelatedStories, LaterIsTheInverse) {
  const StoryDigest earlier = digest("april", {april_meeting()});
  const StoryDigest later = digest("june", {june_treaty(kBackground, "in April", "2024-04")});
  const auto found = related(earlier, later);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].when, RelatedStory::When::kLater);
  EXPECT_TRUE(found[0].said_by_other) << "the later report speaks of the earlier meeting";
  EXPECT_EQ(found[0].because, (news::SentenceRef{0, 1}));
}

TEST(RelatedStories, AnotherMonthLeadsElsewhere) {
  const StoryDigest earlier = digest("april", {april_meeting()});
  const std::string background =
      "The treaty follows talks on quotas that ministers of both countries began in Lenholm in February.";
  EXPECT_TRUE(related(digest("june", {june_treaty(background, "in February", "2024-02")}), earlier).empty());
}

TEST(RelatedStories, SharedCountriesAloneLeadNowhere) {
  const StoryDigest earlier = digest("april", {april_meeting()});
  EXPECT_TRUE(related(digest("june", {june_treaty("Both parliaments must still agree.", "", "")}), earlier).empty());
}

news::Article flood(const std::string& uri, const std::string& river, const std::string& town, const std::string& day) {
  news::Article article = make_article(
      uri, "Northwire", "Flood on the " + river + " drives hundreds from their homes",
      {"The " + river + " burst its banks at " + town + " and drove hundreds of people from their homes.",
       "Rescue crews in boats brought people from the roofs of flooded houses, the Ravenmoor fire service said."},
      day);
  name(article, "loc:river", river);
  name(article, "loc:town", town);
  name(article, "org:ravenmoor-fire-service", "Ravenmoor");
  return article;
}

TEST(RelatedStories, LookAlikesAreNotRelated) {
  const StoryDigest first = digest("may", {flood("u:1", "Arle", "Toomley", "2024-05-02")});
  EXPECT_TRUE(related(digest("other-river", {flood("u:2", "Wend", "Marbury", "2024-05-20")}), first).empty());
  EXPECT_TRUE(related(digest("same-river", {flood("u:3", "Arle", "Toomley", "2024-09-20")}), first).empty())
      << "two floods in one valley";
}

TEST(RelatedStories, AnAnnouncedDayLeadsForward) {
  news::Article announced = make_article("u:announced", "Northwire", "Skylark Motors plans vote on Harwick plant",
                                         {"Skylark Motors will let its workers in Harwick vote on 14 May on closing "
                                          "the plant."},
                                         "2024-05-02");
  add_time(announced, "14 May", "2024-05-14");
  news::Article vote =
      make_article("u:vote", "Tallowgate Dispatch", "Workers at Skylark Motors vote to keep plant",
                   {"Workers of Skylark Motors in Harwick voted to keep their plant open."}, "2024-05-14");
  for (news::Article* article : {&announced, &vote}) {
    name(*article, "org:skylark-motors", "Skylark Motors");
    name(*article, "loc:harwick", "Harwick");
  }
  const auto found = related(digest("announced", {announced}), digest("vote", {vote}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].when, RelatedStory::When::kLater);
  EXPECT_FALSE(found[0].said_by_other);
}

TEST(RelatedStories, NamesThatEverybodyHasAreNotTelling) {
  NameUse use;
  use.stories = 1000;
  StoryDigest::Name common{"loc:capital", "Capital", 1, 1e-5};
  const double before = telling(common, use);
  use.of_name["loc:capital"] = 600;
  EXPECT_LT(telling(common, use), 2);
  EXPECT_GT(before, 8);
}

TEST(RelatedStories, WithoutADayOrWithTheSameDayNothingIsRelated) {
  const StoryDigest earlier = digest("april", {april_meeting()});
  StoryDigest later = digest("june", {june_treaty(kBackground, "in April", "2024-04")});
  EXPECT_TRUE(related(earlier, earlier).empty());
  later.first_day = earlier.first_day;
  EXPECT_TRUE(related(later, earlier).empty());
  later.first_day.reset();
  EXPECT_TRUE(related(later, earlier).empty());
  EXPECT_TRUE(related(earlier, later).empty());
}

TEST(RelatedStories, AHeapIsRelatedBothWays) {
  std::vector<StoryDigest> heap = {digest("june", {june_treaty(kBackground, "in April", "2024-04")}),
                                   digest("flood", {flood("u:1", "Arle", "Toomley", "2024-05-02")}),
                                   digest("april", {april_meeting()})};
  const auto all = relate_all(heap);
  ASSERT_EQ(all.size(), 3U);
  ASSERT_EQ(all[0].size(), 1U);
  EXPECT_EQ(all[0][0].other, 2U);
  EXPECT_TRUE(all[1].empty());
  ASSERT_EQ(all[2].size(), 1U);
  EXPECT_EQ(all[2][0].other, 0U);
}

TEST(StoryDigest, TellsNamesBySharesAndLooksAtBoundedSentences) {
  std::vector<std::string> paragraphs(600, "Nothing happened here.");
  const StoryDigest digest_of_long = digest("long", {make_article("u:1", "A", "Quiet", paragraphs, "2024-01-01")});
  EXPECT_EQ(digest_of_long.sentences.size(), kSentencesLookedAt);
  const StoryDigest meeting = digest("april", {april_meeting(), flood("u:2", "Arle", "Toomley", "2024-04-13")});
  EXPECT_EQ(meeting.first_day, base::parse_day("2024-04-12"));
  EXPECT_EQ(meeting.last_day, base::parse_day("2024-04-13"));
  const auto found = std::find_if(meeting.names.begin(), meeting.names.end(),
                                  [](const StoryDigest::Name& one) { return one.key == "loc:vardia"; });
  ASSERT_NE(found, meeting.names.end());
  EXPECT_FLOAT_EQ(found->share, 0.5F);
}

TEST(StoryDigest, ARoundUpIsAboutNothing) {
  news::Article round_up = april_meeting();
  round_up.headline = "News in brief";
  const StoryDigest empty = digest("round-up", {round_up});
  EXPECT_TRUE(empty.names.empty());
  EXPECT_FALSE(empty.first_day.has_value());
}

}  // namespace
}  // namespace dateline::stories
