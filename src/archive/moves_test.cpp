// Stories that merge and split, and what is kept for the grouper.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/archive.h"
#include "archive/testing.h"

namespace dateline::archive {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

class MovesTest : public ::testing::Test {
 protected:
  void SetUp() override { reopen(); }

  void reopen(Archive::Mode mode = Archive::Mode::kCreateOrOpen) {
    archive_.reset();
    auto opened = Archive::open(folder_.file(), mode);
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    archive_ = std::move(*opened);
  }

  void TearDown() override {
    const auto wrong = archive_->check();
    ASSERT_TRUE(wrong.ok()) << wrong.error().message;
    EXPECT_THAT(*wrong, IsEmpty());
  }

  void file(const news::Article& article, const std::string& story, const std::string& imprint = "",
            std::optional<std::string> duplicate_of = {}) {
    Filing filing = make_filing(article, story);
    filing.imprint = imprint;
    filing.duplicate_of = std::move(duplicate_of);
    const auto done = archive_->file(std::span(&filing, 1));
    ASSERT_TRUE(done.ok()) << done.error().message;
  }
  void file(const std::string& uri, const std::string& story, std::optional<base::Day> published = day(2013, 11, 2)) {
    file(make_article(uri, "Headline of " + uri, "Text of " + uri, published), story);
  }

  base::Result<std::vector<Filed>> change(const std::vector<Move>& moves, const std::vector<Redirect>& redirects) {
    return archive_->file(Batch{.filings = {}, .imprints = {}, .moves = moves, .redirects = redirects});
  }

  std::vector<std::string> articles_of(const std::string& story) {
    const auto summary = archive_->story(story);
    return summary.ok() ? summary->story.articles : std::vector<std::string>{};
  }

  // "present id", or "" where there is none.
  std::string present(const std::string& story) {
    const auto summary = archive_->story(story);
    return summary.ok() ? summary->story.id : "";
  }

  std::vector<std::string> imprints(std::size_t newest = 1000) {
    std::vector<std::string> all;
    const auto visited = archive_->for_each_imprint(newest, [&](const FiledImprint& imprint) {
      all.push_back(std::string(imprint.uri) + " " + std::string(imprint.story) + " " + std::string(imprint.bytes));
      return true;
    });
    EXPECT_TRUE(visited.ok());
    return all;
  }

  TemporaryFolder folder_;
  std::unique_ptr<Archive> archive_;
};

TEST_F(MovesTest, TwoStoriesBecomeOneAndTheOldIdLeadsOn) {
  file("urn:1", "a");
  file("urn:2", "b", day(2013, 11, 5));
  file("urn:3", "b", day(2013, 11, 1));
  ASSERT_TRUE(change({{"urn:2", "a"}, {"urn:3", "a"}}, {{"b", "a"}}).ok());
  EXPECT_THAT(articles_of("a"), ElementsAre("urn:1", "urn:2", "urn:3"));
  const auto old_link = archive_->story("b");
  ASSERT_TRUE(old_link.ok());
  EXPECT_EQ(old_link->story.id, "a");
  EXPECT_EQ(old_link->report_count, 3U);
  EXPECT_EQ(old_link->first_day, day(2013, 11, 1));
  EXPECT_EQ(old_link->last_day, day(2013, 11, 5));
  EXPECT_EQ(old_link->story.headline, "Headline of urn:1");
  EXPECT_EQ(archive_->counts()->stories, 1U);
  EXPECT_EQ(archive_->story_of("urn:3").value(), "a");
  EXPECT_EQ(archive_->search({"text", {}, 0, 20})->hits.front().story, "a");
}

TEST_F(MovesTest, ARedirectTakesTheReportsThatNobodyMoved) {
  file("urn:1", "a");
  file("urn:2", "b");
  file("urn:3", "b");
  ASSERT_TRUE(change({{"urn:3", "a"}}, {{"b", "a"}}).ok());
  EXPECT_THAT(articles_of("a"), ElementsAre("urn:1", "urn:2", "urn:3"));
}

TEST_F(MovesTest, AStoryLosesReportsToANewOneAndKeepsItsId) {
  file("urn:1", "a", day(2013, 11, 1));
  file("urn:2", "a", day(2013, 11, 2));
  file("urn:3", "a", day(2013, 11, 9));
  ASSERT_TRUE(change({{"urn:1", "split"}, {"urn:3", "split"}}, {}).ok());
  EXPECT_THAT(articles_of("a"), ElementsAre("urn:2"));
  EXPECT_THAT(articles_of("split"), ElementsAre("urn:1", "urn:3"));
  EXPECT_EQ(archive_->story("a")->story.headline, "Headline of urn:2") << "the report that carried the old one is gone";
  EXPECT_EQ(archive_->story("a")->first_day, day(2013, 11, 2));
  EXPECT_EQ(archive_->story("a")->last_day, day(2013, 11, 2));
  EXPECT_EQ(archive_->story("split")->last_day, day(2013, 11, 9));
  EXPECT_EQ(archive_->newest_stories(10)->front().story.id, "split");
}

TEST_F(MovesTest, OldIdsLeadOnInOneStepHoweverOftenStoriesMerge) {
  for (const char* name : {"a", "b", "c", "d"}) file(std::string("urn:") + name, name);
  ASSERT_TRUE(change({}, {{"a", "b"}}).ok());
  ASSERT_TRUE(change({}, {{"b", "c"}}).ok());
  reopen();
  // To one that is gone, in one batch with another merge.
  ASSERT_TRUE(change({}, {{"d", "a"}, {"never-there", "b"}}).ok());
  for (const char* name : {"a", "b", "c", "d", "never-there"}) EXPECT_EQ(present(name), "c") << name;
  EXPECT_EQ(articles_of("c").size(), 4U);
}

TEST_F(MovesTest, AnIdThatIsGoneIsNeverOpenedAgain) {
  file("urn:1", "a");
  file("urn:2", "b");
  ASSERT_TRUE(change({}, {{"b", "a"}}).ok());
  file("urn:3", "b");
  EXPECT_THAT(articles_of("a"), ElementsAre("urn:1", "urn:2", "urn:3"));
  EXPECT_EQ(present("b"), "a");
  ASSERT_TRUE(change({{"urn:1", "c"}, {"urn:2", "b"}}, {}).ok());
  EXPECT_THAT(articles_of("a"), ElementsAre("urn:2", "urn:3"));
}

TEST_F(MovesTest, AStoryThatLostItsLastReportLeadsToWhereThatWent) {
  file("urn:1", "a");
  file("urn:2", "a");
  file("urn:3", "old");
  ASSERT_TRUE(change({}, {{"old", "a"}}).ok());
  ASSERT_TRUE(change({{"urn:1", "b"}, {"urn:3", "c"}, {"urn:2", "d"}}, {}).ok());
  EXPECT_EQ(present("a"), "d");
  EXPECT_EQ(present("old"), "d");
  // So does one that a new version has left.
  file(make_article("urn:1", "h", "another text"), "c");
  EXPECT_EQ(present("b"), "c");
}

TEST_F(MovesTest, StoriesThatAreEmptiedOneIntoAnotherAllLeadToTheLast) {
  file("urn:1", "a");
  file("urn:2", "b");
  ASSERT_TRUE(change({{"urn:1", "b"}, {"urn:2", "a"}, {"urn:2", "c"}, {"urn:1", "c"}}, {}).ok());
  for (const char* name : {"a", "b", "c"}) EXPECT_EQ(present(name), "c") << name;
}

TEST_F(MovesTest, AMergeOfAStoryThatTheSameBatchOpened) {
  file("urn:1", "a");
  const news::Article article = make_article("urn:2", "h", "t");
  const Filing filing = make_filing(article, "b");
  const Redirect redirect{"b", "a"};
  const auto done = archive_->file(Batch{.filings = {&filing, 1}, .redirects = {&redirect, 1}});
  ASSERT_TRUE(done.ok()) << done.error().message;
  EXPECT_THAT(*done, ElementsAre(Filed::kNew));
  EXPECT_EQ(present("b"), "a");
  // The place of the story that is gone is taken by no other.
  file("urn:3", "fresh");
  EXPECT_EQ(present("b"), "a");
  EXPECT_THAT(articles_of("fresh"), ElementsAre("urn:3"));
}

TEST_F(MovesTest, ACopyKeepsItsOriginal) {
  file("urn:1", "a");
  file(make_article("urn:2", "h", "t"), "a", "", "urn:1");
  file("urn:3", "b");
  ASSERT_TRUE(change({}, {{"a", "b"}}).ok());
  EXPECT_EQ(archive_->story("b")->report_count, 2U);
  ASSERT_TRUE(change({{"urn:2", "c"}}, {}).ok());
  EXPECT_EQ(archive_->story("c")->report_count, 0U) << "a copy stays a copy";
}

TEST_F(MovesTest, UndatedReportsStandWhereTheirStoryNowBegins) {
  file("urn:1", "a", day(2013, 11, 2));
  file("urn:2", "a", std::nullopt);
  EXPECT_EQ(archive_->newest_day().value(), day(2013, 11, 2));
  ASSERT_TRUE(change({{"urn:2", "b"}}, {}).ok());
  EXPECT_EQ(archive_->newest_day().value(), day(2014, 1, 31)) << "on the day of receipt, once more";
  EXPECT_THAT(*archive_->count_per_year(), ElementsAre(Pair(2013, 1), Pair(2014, 1)));
  file("urn:3", "c", day(2013, 10, 9));
  ASSERT_TRUE(change({}, {{"b", "c"}}).ok());
  EXPECT_THAT(*archive_->count_per_day(day(2013, 10, 9), day(2013, 10, 9)), ElementsAre(Pair(day(2013, 10, 9), 2)));
  // The dated one goes: those that stay have no day to stand on.
  ASSERT_TRUE(change({{"urn:3", "a"}}, {}).ok());
  EXPECT_EQ(archive_->story("c")->first_day, day(2014, 1, 31));
}

TEST_F(MovesTest, WhatCannotBeIsRefusedAndNothingOfItDone) {
  file("urn:1", "a");
  file("urn:2", "b");
  const auto refused = [this](const std::vector<Move>& moves, const std::vector<Redirect>& redirects) {
    const auto done = change(moves, redirects);
    return !done.ok() && done.error().code == base::ErrorCode::kInvalid;
  };
  EXPECT_TRUE(refused({{"urn:1", "c"}, {"urn:nowhere", "a"}}, {}));
  EXPECT_TRUE(refused({{"urn:1", ""}}, {}));
  EXPECT_TRUE(refused({{"urn:1", "\xff"}}, {}));
  EXPECT_TRUE(refused({}, {{"nowhere", "neither"}}));
  EXPECT_TRUE(refused({{"urn:1", "b"}}, {{"a", "new"}})) << "nothing is left that could open it";
  EXPECT_TRUE(refused({}, {{"a", ""}}));
  EXPECT_EQ(present("a"), "a");
  EXPECT_EQ(present("b"), "b");
  EXPECT_EQ(present("c"), "");
}

TEST_F(MovesTest, StoriesThatAreOneAlreadyStayOneUnderTheSameId) {
  file("urn:1", "a");
  file("urn:2", "b");
  ASSERT_TRUE(change({}, {{"a", "a"}, {"a", "b"}, {"b", "a"}, {"a", "a"}}).ok());
  ASSERT_TRUE(change({}, {{"b", "a"}, {"a", "b"}}).ok())
      << "as of another process that has found it the other way round";
  EXPECT_EQ(present("a"), "b");
  EXPECT_EQ(present("b"), "b");
  EXPECT_THAT(articles_of("b"), ElementsAre("urn:1", "urn:2"));
}

TEST_F(MovesTest, AWholeStoryMayGetAnotherId) {
  file("urn:1", "a");
  ASSERT_TRUE(change({}, {{"a", "b"}}).ok());
  EXPECT_EQ(present("a"), "b");
  EXPECT_THAT(articles_of("b"), ElementsAre("urn:1"));
}

TEST_F(MovesTest, ImprintsComeBackInOrderOfFilingWithThePresentStory) {
  const std::string bytes("\0\xff\x01", 3);
  file(make_article("urn:1", "h", "one"), "a", bytes);
  file(make_article("urn:2", "h", "two"), "b");
  file(make_article("urn:3", "h", "three"), "c", "third");
  ASSERT_TRUE(change({}, {{"c", "a"}}).ok());
  EXPECT_THAT(imprints(), ElementsAre("urn:1 a " + bytes, "urn:2 b ", "urn:3 a third"));
  EXPECT_THAT(imprints(2), ElementsAre("urn:2 b ", "urn:3 a third"));
  EXPECT_THAT(imprints(0), IsEmpty());
  const Imprint later{"urn:2", 1, "found later"};
  ASSERT_TRUE(archive_->file(Batch{.filings = {}, .imprints = {&later, 1}}).ok());
  EXPECT_THAT(imprints(2), ElementsAre("urn:2 b found later", "urn:3 a third"));
  std::size_t seen = 0;
  ASSERT_TRUE(archive_->for_each_imprint(9, [&seen](const FiledImprint&) { return ++seen < 2; }).ok());
  EXPECT_EQ(seen, 2U);
}

TEST_F(MovesTest, EachVersionHasAnImprint) {
  file(make_article("urn:1", "h", "one", std::nullopt), "a", "first");
  file(make_article("urn:1", "h", "one"), "a");
  EXPECT_THAT(imprints(), ElementsAre("urn:1 a first")) << "a day found later leaves the text and so the imprint";
  file(make_article("urn:2", "h", "other"), "b", "other");
  file(make_article("urn:1", "h", "two"), "c", "second");
  EXPECT_THAT(imprints(), ElementsAre("urn:1 c first", "urn:2 b other", "urn:1 c second"));
  file(make_article("urn:1", "h", "one"), "c", "not filed");
  EXPECT_THAT(imprints(), ElementsAre("urn:1 c first", "urn:2 b other", "urn:1 c second"));
  file(make_article("urn:1", "h", "three"), "c");
  EXPECT_THAT(imprints(2), ElementsAre("urn:1 c second", "urn:1 c ")) << "that of another text would mislead";
  const Imprint later{"urn:1", 3, "third"};
  ASSERT_TRUE(archive_->file(Batch{.filings = {}, .imprints = {&later, 1}}).ok());
  EXPECT_THAT(imprints(2), ElementsAre("urn:1 c second", "urn:1 c third"));
  for (const std::size_t version : {0U, 4U}) {
    const Imprint none{"urn:1", version, "x"};
    EXPECT_EQ(archive_->file(Batch{.filings = {}, .imprints = {&none, 1}}).error().code, base::ErrorCode::kInvalid);
  }
}

TEST_F(MovesTest, AnImprintHasALimit) {
  const news::Article article = make_article("urn:1", "h", "one");
  Filing filing = make_filing(article, "a");
  filing.imprint.assign(kMaxImprintBytes + 1, 'x');
  EXPECT_EQ(archive_->file(std::span(&filing, 1)).error().code, base::ErrorCode::kTooLarge);
  const Imprint later{"urn:nowhere", 1, "x"};
  EXPECT_EQ(archive_->file(Batch{.filings = {}, .imprints = {&later, 1}}).error().code, base::ErrorCode::kInvalid);
  filing.imprint.pop_back();
  EXPECT_TRUE(archive_->file(std::span(&filing, 1)).ok());
}

}  // namespace
}  // namespace dateline::archive
