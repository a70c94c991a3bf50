// Copies and new versions in a stream: what a later article with the same text, or the same uri, is.
#include <gtest/gtest.h>

#include "stories/grouper.h"
#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

using testing::make_article;

const std::vector<std::string> kFerry = {
    "The night ferry between Wexmouth and Port Elm ran aground on a sandbank early on Friday with 212 people aboard.",
    "No one was hurt, the harbour master of Wexmouth said, and two tugs pulled the ship free with the next tide.",
    "The ferry company said it would put on buses until divers have looked at the hull and the rudder."};
const std::vector<std::string> kVineyards = {
    "Hail the size of walnuts destroyed a third of the grapes in the vineyards above Sarnoux on Sunday evening.",
    "Growers expect a loss of eleven million euros and have asked the regional council for help before the harvest."};

news::Article ferry(const std::string& uri, const std::string& headline = "Ferry aground") {
  return make_article(uri, "Outlet of " + uri, headline, kFerry, "2019-05-03");
}
news::Article vineyards(const std::string& uri) {
  return make_article(uri, "Outlet of " + uri, "Hail over Sarnoux", kVineyards, "2019-05-03");
}

TEST(Versions, TheSameTextUnderAnotherUriIsACopy) {
  Grouper grouper;
  const Placement original = grouper.place(ferry("a"));
  EXPECT_FALSE(original.duplicate_of);
  const Placement copy = grouper.place(ferry("b", "Passengers stranded at sea"));
  EXPECT_EQ(copy.duplicate_of, "a");
  EXPECT_EQ(copy.story, original.story);
  EXPECT_EQ(grouper.place(ferry("c")).duplicate_of, "a") << "the first, not the latest";
}

TEST(Versions, ACopyIsFoundAWeekLaterAndAYearLater) {
  Grouper grouper;
  grouper.place(ferry("a"));
  for (int i = 0; i < 500; ++i) {
    grouper.place(make_article("other" + std::to_string(i), "", "", {"Ferry note " + std::to_string(i * 7919)}));
  }
  news::Article late = ferry("b");
  late.published.instant = *base::parse_instant("2020-05-03");
  EXPECT_EQ(grouper.place(late).duplicate_of, "a");
}

TEST(Versions, ShortTextsAreCopiesOnlyWithinDays) {
  Grouper grouper;
  const std::vector<std::string> text = {"No trains run today."};
  grouper.place(make_article("a", "", "Notice", text, "2019-05-03"));
  EXPECT_EQ(grouper.place(make_article("b", "", "Notice", text, "2019-05-04")).duplicate_of, "a");
  EXPECT_FALSE(grouper.place(make_article("c", "", "Notice", text, "2019-09-04")).duplicate_of);
}

TEST(Versions, ANewVersionIsNoCopyOfItself) {
  Grouper grouper;
  const Placement first = grouper.place(ferry("a"));
  const Placement again = grouper.place(ferry("a", "Ferry freed"));
  EXPECT_FALSE(again.duplicate_of);
  EXPECT_FALSE(again.opened);
  EXPECT_EQ(again.story, first.story);
}

TEST(Versions, ANewVersionStaysInItsStoryWhateverItSays) {
  Grouper grouper;
  const Placement first = grouper.place(ferry("a"));
  const Placement other = grouper.place(vineyards("v"));
  ASSERT_NE(first.story, other.story);
  const Placement version = grouper.place(vineyards("a"));
  EXPECT_EQ(version.story, first.story);
  EXPECT_FALSE(version.duplicate_of) << "its original lies in another story";
}

TEST(Versions, NewTextAfterACopyWasFiledIsNoCopyOfTheCopy) {
  Grouper grouper;
  grouper.place(ferry("a"));
  ASSERT_EQ(grouper.place(ferry("b")).duplicate_of, "a");
  news::Article updated = ferry("a");
  updated.append_paragraph("Divers found a crack in the rudder on Saturday.", news::ParagraphKind::kParagraph);
  EXPECT_FALSE(grouper.place(updated).duplicate_of) << "else a and b would copy each other";
  EXPECT_EQ(grouper.place(ferry("c")).duplicate_of, "a") << "copies of the old version are still known";
}

TEST(Versions, ANewVersionOfACopyIsACopyWhileItIsLikeTheOriginal) {
  Grouper grouper;
  grouper.place(ferry("a"));
  grouper.place(ferry("b"));
  EXPECT_EQ(grouper.place(ferry("b", "Another headline")).duplicate_of, "a");
  EXPECT_FALSE(grouper.place(vineyards("b")).duplicate_of);
}

TEST(Versions, RestoredVersionsAndCopiesGoOnAsBefore) {
  Grouper grouper;
  const std::string story = grouper.place(ferry("a")).story;
  Grouper again;
  again.restore(ferry("a"), story);
  again.restore(ferry("b"), story);
  for (Grouper* each : {&grouper, &again}) {
    EXPECT_EQ(each->place(ferry("c")).duplicate_of, "a");
    const Placement version = each->place(vineyards("a"));
    EXPECT_EQ(version.story, story);
  }
}

TEST(Versions, ArticlesWithoutUriAreNoVersionsOfOneAnother) {
  Grouper grouper;
  grouper.place(ferry(""));
  EXPECT_TRUE(grouper.place(vineyards("")).duplicate_of == std::nullopt);
  EXPECT_TRUE(grouper.place(ferry("b")).duplicate_of.has_value());
}

TEST(Versions, ARoundUpIsNoOriginal) {
  Grouper grouper;
  grouper.place(make_article("r", "", "News in brief", kFerry, "2019-05-03"));
  EXPECT_FALSE(grouper.place(ferry("a")).duplicate_of);
}

}  // namespace
}  // namespace dateline::stories
