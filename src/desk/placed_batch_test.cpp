#include "desk/placed_batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "desk/temporary_folder.h"
#include "desk/test_reports.h"

namespace dateline::desk {
namespace {

using testing::annotator;
using ::testing::ElementsAre;
using testing::follow_up;
using ::testing::IsEmpty;
using testing::report;
using testing::tanker;

stories::Placement joins(const std::string& story, std::vector<stories::Move> moves = {},
                         std::vector<stories::Redirect> redirects = {}) {
  stories::Placement placement;
  placement.story = story;
  placement.moves = std::move(moves);
  placement.redirects = std::move(redirects);
  return placement;
}

class PlacedBatchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto archive = archive::Archive::open(folder_.path() + "/a.db", archive::Archive::Mode::kCreateOrOpen);
    ASSERT_TRUE(archive.ok()) << archive.error().message;
    archive_ = std::move(*archive);
  }

  void TearDown() override { EXPECT_THAT(*archive_->check(), IsEmpty()); }

  PlacedBatch batch() { return {*archive_, annotator(), clock_.now()}; }

  static news::Article plain(const std::string& uri, const std::string& day = "2025-03-04") {
    return report(uri, day, {"What " + uri + " says."});
  }

  /// Files each article alone.
  void file(news::Article article, stories::Placement placement) {
    PlacedBatch one = batch();
    one.add(article, std::move(placement));
    const auto filed = one.file();
    ASSERT_TRUE(filed.ok()) << filed.error().message;
    EXPECT_THAT(*filed, ElementsAre(archive::Filed::kNew));
  }

  std::string story_of(const std::string& uri) { return *archive_->story_of(uri); }

  TemporaryFolder folder_;
  testing::FixedClock clock_;
  std::unique_ptr<archive::Archive> archive_;
};

TEST_F(PlacedBatchTest, AMergeIsFiledWithTheReportThatShowedIt) {
  file(plain("u:1"), joins("a"));
  file(plain("u:2"), joins("b"));
  file(plain("u:3"), joins("a", {{"u:2", "a"}}, {{"b", "a"}}));
  EXPECT_THAT(archive_->story("a")->story.articles, ElementsAre("u:1", "u:2", "u:3"));
  EXPECT_EQ(archive_->story("b")->story.id, "a");
}

TEST_F(PlacedBatchTest, ASplitOpensAStoryAndLeavesTheOldOne) {
  file(plain("u:1"), joins("a"));
  file(plain("u:2"), joins("a"));
  file(plain("u:3"), joins("b", {{"u:1", "b"}}));
  EXPECT_THAT(archive_->story("a")->story.articles, ElementsAre("u:2"));
  EXPECT_THAT(archive_->story("b")->story.articles, ElementsAre("u:1", "u:3"));
}

TEST_F(PlacedBatchTest, OfTheSameBatchTheLastWordCounts) {
  file(plain("u:1"), joins("a"));
  std::vector<news::Article> articles = {plain("u:2"), plain("u:3"), plain("u:4"), plain("u:5")};
  PlacedBatch placed = batch();
  placed.add(articles[0], joins("b"));
  placed.add(articles[1], joins("c", {{"u:2", "c"}, {"u:1", "b"}}, {{"b", "c"}}));
  placed.add(articles[2], joins("d", {}, {{"c", "d"}}));
  EXPECT_EQ(placed.story_now("u:1", "a"), "d");
  placed.add(articles[3], joins("e", {{"u:2", "e"}}));
  ASSERT_TRUE(placed.file().ok());
  EXPECT_THAT(archive_->story("d")->story.articles, ElementsAre("u:1", "u:3", "u:4"));
  EXPECT_THAT(archive_->story("e")->story.articles, ElementsAre("u:2", "u:5"));
  for (const char* name : {"a", "b", "c"}) EXPECT_EQ(archive_->story(name)->story.id, "d") << name;
}

TEST_F(PlacedBatchTest, ACopyKeepsItsOriginalWhereverTheyGo) {
  file(plain("u:1"), joins("a"));
  stories::Placement copy = joins("a");
  copy.duplicate_of = "u:1";
  file(plain("u:2"), copy);
  file(plain("u:3"), joins("b", {{"u:1", "b"}, {"u:2", "b"}}, {{"a", "b"}}));
  EXPECT_EQ(archive_->story("b")->report_count, 2U);
  EXPECT_EQ(archive_->story("a")->story.articles.size(), 3U);
}

TEST_F(PlacedBatchTest, ImprintsAreFiledAndRenewedWithANewVersion) {
  stories::Placement placement = joins("a");
  placement.imprint = "first";
  file(plain("u:1"), placement);
  const auto imprint = [this] {
    std::string bytes;
    (void)archive_->for_each_imprint(1, [&](const archive::FiledImprint& filed) {
      bytes = filed.bytes;
      return true;
    });
    return bytes;
  };
  EXPECT_EQ(imprint(), "first");
  news::Article changed = report("u:1", "2025-03-04", {"Another text."});
  PlacedBatch placed = batch();
  placed.add_version(changed, "a", "second");
  EXPECT_THAT(*placed.file(), ElementsAre(archive::Filed::kNewVersion));
  EXPECT_EQ(imprint(), "second");
  EXPECT_EQ(story_of("u:1"), "a");
}

TEST_F(PlacedBatchTest, AMergeDatesWhatTheOtherStoryLeftUndated) {
  file(tanker(""), joins("a"));
  ASSERT_FALSE(archive_->article("u:1")->published.instant.has_value());
  // The report that tells the day is in another story, and comes over with the merge.
  file(follow_up(), joins("b"));
  ASSERT_FALSE(archive_->article("u:1")->published.instant.has_value());
  file(plain("u:4"), joins("c", {{"u:3", "a"}}, {{"b", "a"}}));
  const auto dated = archive_->article("u:1");
  ASSERT_TRUE(dated->published.instant.has_value());
  EXPECT_EQ(base::format_day(*dated->published.day()), "2025-03-04");
}

TEST_F(PlacedBatchTest, AnUndatedReportIsDatedByTheStoryItMovesTo) {
  file(tanker(""), joins("a"));
  file(plain("u:2"), joins("a"));
  file(follow_up(), joins("b"));
  file(plain("u:4"), joins("c", {{"u:1", "b"}}));
  EXPECT_TRUE(archive_->article("u:1")->published.instant.has_value());
  EXPECT_EQ(story_of("u:1"), "b");
}

// Alone with the first report the second one's "Saturday" is the one before; with the third one, nobody knows which.
TEST_F(PlacedBatchTest, NewcomersAreDatedAsIfEachCameAlone) {
  const auto fire = [](const std::string& uri, const std::string& day, const std::string& when) {
    return report(uri, day, {"The tanker Solveig Marie caught fire off Tromso on " + when + ", the coast guard said."});
  };
  const std::vector<news::Article> all = {fire("u:1", "2025-03-03", "Saturday"), fire("u:2", "", "Saturday"),
                                          fire("u:3", "2025-03-10", "Saturday")};
  for (const news::Article& article : all) file(article, joins("alone"));
  std::vector<news::Article> together;
  for (const news::Article& article : all) {
    together.push_back(article);
    together.back().uri += "/together";
  }
  PlacedBatch placed = batch();
  for (news::Article& article : together) placed.add(article, joins("together"));
  ASSERT_TRUE(placed.file().ok());
  const auto alone = archive_->article("u:2")->published.day();
  ASSERT_TRUE(alone.has_value());
  EXPECT_EQ(archive_->article("u:2/together")->published.day(), alone);
}

TEST_F(PlacedBatchTest, WhatTheArchiveRefusesIsFiledInNoPart) {
  news::Article article = plain("u:1");
  PlacedBatch placed = batch();
  placed.add(article, joins("a", {}, {{"b", "c"}}));
  EXPECT_EQ(placed.file().error().code, base::ErrorCode::kInvalid);
  EXPECT_EQ(archive_->counts()->articles, 0U);
}

}  // namespace
}  // namespace dateline::desk
