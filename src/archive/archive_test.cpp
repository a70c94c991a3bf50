#include "archive/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "archive/testing.h"
#include "news/article_json.h"

#include "base/json.h"

namespace dateline::archive {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

std::string to_text(const news::Article& article) {
  return base::to_text(news::to_json(article, news::ArticleParts::kAll));
}

class ArchiveTest : public ::testing::Test {
 protected:
  void SetUp() override { reopen(); }

  void reopen(Archive::Mode mode = Archive::Mode::kCreateOrOpen) {
    archive_.reset();
    auto opened = Archive::open(folder_.file(), mode);
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    archive_ = std::move(*opened);
  }

  Filed file(const news::Article& article, const std::string& story, std::optional<std::string> duplicate_of = {}) {
    Filing filing = make_filing(article, story);
    filing.duplicate_of = std::move(duplicate_of);
    const auto done = archive_->file(std::span(&filing, 1));
    EXPECT_TRUE(done.ok()) << done.error().message;
    return done.ok() ? done.value()[0] : Filed::kAlreadyThere;
  }

  void expect_sound() {
    const auto wrong = archive_->check();
    ASSERT_TRUE(wrong.ok()) << wrong.error().message;
    EXPECT_THAT(*wrong, IsEmpty());
  }

  TemporaryFolder folder_;
  std::unique_ptr<Archive> archive_;
};

TEST_F(ArchiveTest, AnEmptyOneAnswersEverything) {
  EXPECT_EQ(archive_->counts()->articles, 0U);
  EXPECT_FALSE(archive_->newest_day()->has_value());
  EXPECT_TRUE(archive_->newest_stories(10)->empty());
  EXPECT_TRUE(archive_->stories_on(day(2013, 11, 2))->empty());
  EXPECT_TRUE(archive_->count_per_year()->empty());
  EXPECT_EQ(archive_->article("urn:x").error().code, base::ErrorCode::kNotFound);
  EXPECT_EQ(archive_->story("s").error().code, base::ErrorCode::kNotFound);
  EXPECT_EQ(archive_->story_of("urn:x").error().code, base::ErrorCode::kNotFound);
  EXPECT_EQ(archive_->versions("urn:x").error().code, base::ErrorCode::kNotFound);
  EXPECT_FALSE(archive_->has("urn:x", "text").value());
  EXPECT_TRUE(archive_->file(Batch{})->empty());
  expect_sound();
}

TEST_F(ArchiveTest, AnArticleComesBackWhole) {
  news::Article article = make_article("urn:1", "Headline “quoted”", "First words.\nSecond été paragraph.");
  article.published.has_time_of_day = true;
  article.published.because = "the other report";
  article.dropped = {"Share this"};
  article.paywalled = true;
  ASSERT_EQ(file(article, "s1"), Filed::kNew);
  reopen();
  const auto read = archive_->article("urn:1");
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(to_text(*read), to_text(article));
  EXPECT_EQ(read->id, "urn:1");
  EXPECT_EQ(read->sentences, article.sentences);
  expect_sound();
}

TEST_F(ArchiveTest, ATextThatIsNotItsParagraphsJoinedStaysUntouched) {
  news::Article article = make_article("urn:1", "h", "one\ntwo");
  article.text = "one\n\n\ntwo";
  article.paragraphs = {{{0, 3}, news::ParagraphKind::kParagraph}, {{6, 9}, news::ParagraphKind::kParagraph}};
  article.sentences = {{0, 3}, {6, 9}};
  file(article, "s1");
  const auto read = archive_->article("urn:1");
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(read->text, article.text);
  ASSERT_EQ(read->paragraphs.size(), 2U);
  EXPECT_EQ(read->paragraphs[1].span, article.paragraphs[1].span);
  expect_sound();
}

TEST_F(ArchiveTest, FilingTheSameAgainChangesNothing) {
  const news::Article article = make_article("urn:1", "Old", "Some text.");
  file(article, "s1");
  news::Article again = article;
  again.headline = "New";
  EXPECT_EQ(file(again, "s2"), Filed::kAlreadyThere);
  EXPECT_EQ(archive_->article("urn:1")->headline, "Old");
  EXPECT_EQ(archive_->story("s2").error().code, base::ErrorCode::kNotFound);
  EXPECT_EQ(archive_->counts()->articles, 1U);
  expect_sound();
}

TEST_F(ArchiveTest, AnotherTextIsANewVersionAndTheOldOneIsKept) {
  file(make_article("urn:1", "First", "Early words."), "s1");
  EXPECT_EQ(file(make_article("urn:1", "Second", "Later words.", day(2013, 11, 3)), "s1"), Filed::kNewVersion);
  EXPECT_EQ(archive_->article("urn:1")->text, "Later words.");
  const auto versions = archive_->versions("urn:1");
  ASSERT_EQ(versions->size(), 2U);
  EXPECT_EQ(versions->at(0).article.text, "Early words.");
  EXPECT_EQ(archive_->counts()->articles, 1U);
  EXPECT_EQ(archive_->search({"early", {}, 0, 20})->total, 0U);
  EXPECT_EQ(archive_->search({"later", {}, 0, 20})->total, 1U);
  EXPECT_THAT(*archive_->count_per_day(day(2013, 1, 1), day(2013, 12, 31)), ElementsAre(Pair(day(2013, 11, 3), 1)));
  EXPECT_EQ(archive_->story("s1")->story.headline, "Second");
  // The older capture once more: the same capture twice changes nothing.
  EXPECT_EQ(file(make_article("urn:1", "First", "Early words."), "s1"), Filed::kAlreadyThere);
  EXPECT_TRUE(archive_->has("urn:1", "Early words.").value());
  EXPECT_FALSE(archive_->has("urn:1", "Early words").value());
  expect_sound();
}

TEST_F(ArchiveTest, ANewVersionInAnotherStoryMovesTheArticle) {
  file(make_article("urn:1", "One", "a b"), "s1");
  file(make_article("urn:1", "One", "a b c"), "s2");
  EXPECT_EQ(archive_->story_of("urn:1").value(), "s2");
  EXPECT_EQ(archive_->story("s1")->story.id, "s2") << "an old link leads on";
  EXPECT_EQ(archive_->counts()->stories, 1U);
  expect_sound();
}

TEST_F(ArchiveTest, AStoryListsItsReportsOutletsAndDays) {
  news::Article first = make_article("urn:1", "", "one", day(2013, 11, 3));
  news::Article second = make_article("urn:2", "Second headline", "two", day(2013, 11, 2));
  second.outlet = {"Another", "another.example"};
  const news::Article copy = make_article("urn:3", "Third", "three", day(2013, 11, 5));
  const news::Article undated = make_article("urn:4", "Fourth", "four", std::nullopt);
  file(first, "s1");
  file(second, "s1");
  file(copy, "s1", "urn:1");
  file(undated, "s1");
  const auto story = archive_->story("s1");
  ASSERT_TRUE(story.ok());
  EXPECT_THAT(story->story.articles, ElementsAre("urn:1", "urn:2", "urn:3", "urn:4"));
  EXPECT_EQ(story->story.headline, "Second headline");
  EXPECT_EQ(story->story.day, day(2013, 11, 2));
  EXPECT_EQ(story->report_count, 3U);
  ASSERT_EQ(story->outlets.size(), 2U);
  EXPECT_EQ(story->outlets[1].domain, "another.example");
  EXPECT_EQ(story->first_day, day(2013, 11, 2));
  EXPECT_EQ(story->last_day, day(2013, 11, 5)) << "the undated report stands where the story begins";
  expect_sound();
}

TEST_F(ArchiveTest, AnUndatedReportStandsOnTheDayOfItsStoryOnceThatHasOne) {
  file(make_article("urn:1", "First", "one", std::nullopt), "s1");
  EXPECT_EQ(archive_->newest_day().value(), day(2014, 1, 31)) << "the day of receipt, while nothing else is known";
  file(make_article("urn:2", "Second", "two", day(2013, 11, 2)), "s1");
  EXPECT_EQ(archive_->newest_day().value(), day(2013, 11, 2));
  EXPECT_THAT(*archive_->count_per_day(day(2013, 1, 1), day(2014, 12, 31)), ElementsAre(Pair(day(2013, 11, 2), 2)));
  EXPECT_FALSE(archive_->article("urn:1")->published.instant.has_value()) << "a place in the calendar is no claim";
  expect_sound();
}

TEST_F(ArchiveTest, TheSameTextWithADayIsDatedInPlace) {
  news::Article article = make_article("urn:1", "First", "one", std::nullopt);
  file(article, "s1");
  article.published = {base::Instant(day(2013, 11, 2)), false, news::Certainty::kInferred, "'On Saturday'"};
  const Filing filing{
      .article = &article, .story = "s1", .duplicate_of = {}, .received = base::Instant(day(2014, 2, 1))};
  const auto filed = archive_->file({&filing, 1});
  ASSERT_TRUE(filed.ok()) << filed.error().message;
  EXPECT_THAT(*filed, ElementsAre(Filed::kDated));
  const auto read = archive_->article("urn:1");
  EXPECT_EQ(read->published.day(), day(2013, 11, 2));
  EXPECT_EQ(read->published.certainty, news::Certainty::kInferred);
  EXPECT_EQ(read->published.because, "'On Saturday'");
  EXPECT_THAT(*archive_->count_per_year(), ElementsAre(Pair(2013, 1)));
  EXPECT_EQ(archive_->versions("urn:1")->size(), 1U);
  expect_sound();
  EXPECT_THAT(*archive_->file({&filing, 1}), ElementsAre(Filed::kAlreadyThere));
}

TEST_F(ArchiveTest, AReportStandsOnTheDayOfTheZoneItStates) {
  news::Article article = make_article("urn:1", "h", "one");
  article.published = news::stated(*base::parse_moment("2013-11-02T22:30:00-04:00"));
  article.modified = base::parse_moment("2013-11-02T23:00:00-04:00");
  file(article, "a");
  EXPECT_EQ(archive_->newest_day().value(), day(2013, 11, 2));
  reopen();
  const auto read = archive_->article("urn:1");
  EXPECT_EQ(read->published.utc_offset_minutes, -240);
  EXPECT_EQ(read->modified->day(), day(2013, 11, 2));
  expect_sound();
}

TEST_F(ArchiveTest, ADayFoundLaterIsThatOfItsZone) {
  news::Article article = make_article("urn:1", "h", "one", std::nullopt);
  file(article, "a");
  article.published = news::stated(*base::parse_moment("2013-11-02T22:30:00-04:00"));
  ASSERT_EQ(file(article, "a"), Filed::kDated);
  EXPECT_EQ(archive_->newest_day().value(), day(2013, 11, 2));
}

TEST_F(ArchiveTest, DaysAndYears) {
  file(make_article("urn:1", "h", "one", day(1999, 12, 31)), "a");
  file(make_article("urn:2", "h", "two", day(2013, 11, 2)), "b");
  file(make_article("urn:3", "h", "three", day(2013, 11, 2)), "c");
  file(make_article("urn:4", "h", "four", day(2013, 11, 2)), "c");
  file(make_article("urn:5", "h", "five", day(1969, 7, 20)), "d");
  EXPECT_THAT(*archive_->count_per_year(), ElementsAre(Pair(1969, 1), Pair(1999, 1), Pair(2013, 3)));
  EXPECT_EQ(archive_->newest_day().value(), day(2013, 11, 2));
  EXPECT_EQ(archive_->day_before(day(2013, 11, 2)).value(), day(1999, 12, 31));
  EXPECT_EQ(archive_->day_before(day(1969, 7, 20)).value(), std::nullopt);
  EXPECT_EQ(archive_->day_after(day(1969, 7, 20)).value(), day(1999, 12, 31));
  EXPECT_EQ(archive_->day_after(day(2013, 11, 2)).value(), std::nullopt);
  const auto stories = archive_->stories_on(day(2013, 11, 2));
  ASSERT_EQ(stories->size(), 2U);
  EXPECT_EQ(stories->at(0).story.id, "c");
  const auto newest = archive_->newest_stories(3);
  ASSERT_EQ(newest->size(), 3U);
  EXPECT_EQ(newest->at(2).story.id, "a");
}

TEST_F(ArchiveTest, ABatchWithAnArticleThatCannotBeFiledFilesNone) {
  const news::Article good = make_article("urn:1", "h", "text");
  news::Article bad = make_article("urn:2", "h", "text");
  std::vector<Filing> batch = {make_filing(good, "s"), make_filing(bad, "s")};
  const auto refused = [&] {
    const auto done = archive_->file(batch);
    return !done.ok() && done.error().code == base::ErrorCode::kInvalid;
  };
  batch[1].duplicate_of = "urn:nowhere";
  EXPECT_TRUE(refused());
  batch[1].duplicate_of.reset();
  batch[1].story.clear();
  EXPECT_TRUE(refused());
  batch[1].story = "s";
  bad.headline = "\xff";
  EXPECT_TRUE(refused());
  bad.headline = "h";
  bad.uri.clear();
  EXPECT_TRUE(refused());
  EXPECT_EQ(archive_->counts()->articles, 0U);
  EXPECT_EQ(archive_->counts()->stories, 0U);
  expect_sound();
}

TEST_F(ArchiveTest, ABatchMayHoldTheSameArticleTwiceAndACopyOfAnEarlierOne) {
  const news::Article first = make_article("urn:1", "h", "text");
  const news::Article copy = make_article("urn:2", "h", "text");
  Filing batch[] = {make_filing(first, "s"), make_filing(first, "s"), make_filing(copy, "s")};
  batch[2].duplicate_of = "urn:1";
  const auto done = archive_->file(batch);
  ASSERT_TRUE(done.ok()) << done.error().message;
  EXPECT_THAT(*done, ElementsAre(Filed::kNew, Filed::kAlreadyThere, Filed::kNew));
  EXPECT_EQ(archive_->story("s")->report_count, 1U);
}

TEST_F(ArchiveTest, VisitsInOrderOfFilingUntilToldToStop) {
  for (int i = 9; i > 0; --i) file(make_article("urn:" + std::to_string(i), "h", "t"), "s" + std::to_string(i));
  std::vector<std::string> seen;
  const auto visited = archive_->for_each([&](const news::Article& article, std::string_view story) {
    seen.push_back(article.uri + std::string(story));
    // Asking while visiting is allowed, and so is filing.
    EXPECT_TRUE(archive_->story(story).ok());
    file(make_article("urn:while-visiting", "h", "t"), "later");
    return seen.size() < 3;
  });
  ASSERT_TRUE(visited.ok()) << visited.error().message;
  EXPECT_THAT(seen, ElementsAre("urn:9s9", "urn:8s8", "urn:7s7"));
}

TEST_F(ArchiveTest, ReadOnlyReadsAndDoesNotFile) {
  const news::Article article = make_article("urn:1", "h", "text");
  file(article, "s");
  reopen(Archive::Mode::kReadOnly);
  EXPECT_TRUE(archive_->article("urn:1").ok());
  const Filing filing = make_filing(article, "s");
  EXPECT_EQ(archive_->file(std::span(&filing, 1)).error().code, base::ErrorCode::kForbidden);
  expect_sound();
}

TEST_F(ArchiveTest, TwoProgramsMayHaveItOpen) {
  auto other = Archive::open(folder_.file(), Archive::Mode::kOpenExisting);
  ASSERT_TRUE(other.ok()) << other.error().message;
  file(make_article("urn:1", "h", "text"), "s");
  EXPECT_TRUE((*other)->article("urn:1").ok());
}

TEST_F(ArchiveTest, ManyReadWhileOneFiles) {
  std::atomic<bool> done = false;
  std::atomic<int> failures = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      while (!done) {
        const auto counts = archive_->counts();
        const auto found = archive_->search({"shared", {}, 0, 5});
        // A batch is seen whole or not at all.
        if (!counts.ok() || !found.ok() || counts->articles % 5 != 0 || found->total % 5 != 0) ++failures;
      }
    });
  }
  for (int batch = 0; batch < 20; ++batch) {
    std::vector<news::Article> articles;
    for (int i = 0; i < 5; ++i) {
      articles.push_back(make_article("urn:" + std::to_string(batch * 5 + i), "h", "shared word"));
    }
    std::vector<Filing> filings;
    for (const news::Article& article : articles) filings.push_back(make_filing(article, "s" + article.uri));
    if (!archive_->file(filings).ok()) ++failures;
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(archive_->counts()->articles, 100U);
}

}  // namespace
}  // namespace dateline::archive
