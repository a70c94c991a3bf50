#include "desk/filing.h"

#include <gtest/gtest.h>

#include "desk/temporary_folder.h"

namespace dateline::desk {
namespace {

class FixedClock : public base::Clock {
 public:
  base::Instant now() const override { return *base::parse_instant("2025-03-06T08:00:00Z"); }
};

class Filing : public testing::Test {
 protected:
  static const annotate::Annotator& annotator() {
    static const annotate::Annotator instance;
    return instance;
  }

  void SetUp() override { open(); }

  // Opens the archive anew, as the next run of the program does.
  void open() {
    desk_.reset();
    archive_.reset();
    auto archive = archive::Archive::open(folder_.path() + "/a.db", archive::Archive::Mode::kCreateOrOpen);
    ASSERT_TRUE(archive.ok()) << archive.error().message;
    archive_ = std::move(*archive);
    auto desk = FilingDesk::create(*archive_, annotator(), clock_);
    ASSERT_TRUE(desk.ok()) << desk.error().message;
    desk_ = std::move(*desk);
  }

  static news::Article report(const std::string& uri, const std::string& day,
                              const std::vector<std::string>& paragraphs) {
    news::Article article;
    article.id = article.uri = uri;
    article.outlet.name = "Outlet of " + uri;
    article.headline = "Headline of " + uri;
    if (!day.empty()) {
      article.published.instant = base::parse_instant(day);
      article.published.certainty = news::Certainty::kStated;
    }
    for (const std::string& text : paragraphs) article.append_paragraph(text, news::ParagraphKind::kParagraph);
    annotator().annotate(article);
    return article;
  }

  static news::Article tanker(const std::string& day = "2025-03-04") {
    return report(
        "u:1", day,
        {"The tanker Solveig Marie caught fire off Tromso on Tuesday, and the Norwegian coast guard rescued 18 crew.",
         "The fire aboard the Solveig Marie began in the engine room, the coast guard in Tromso said."});
  }
  static news::Article follow_up() {
    return report(
        "u:3", "2025-03-05",
        {"Divers recovered the body of a third crewman of the Solveig Marie off Tromso on Wednesday, the Norwegian "
         "coast guard said.",
         "The tanker Solveig Marie caught fire off Tromso on Tuesday with 21 crew aboard."});
  }

  void file(std::vector<news::Article> batch) {
    const auto filed = desk_->file(std::move(batch));
    ASSERT_TRUE(filed.ok()) << filed.error().message;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  std::unique_ptr<archive::Archive> archive_;
  std::unique_ptr<FilingDesk> desk_;
};

TEST_F(Filing, TheSameCaptureTwiceChangesNothing) {
  file({tanker()});
  file({tanker(), tanker()});
  EXPECT_EQ(desk_->counts().filed, 1u);
  EXPECT_EQ(desk_->counts().already_there, 2u);
  EXPECT_EQ(archive_->counts()->articles, 1u);
}

TEST_F(Filing, AFollowUpJoinsItsStoryOnALaterRun) {
  file({tanker()});
  open();
  file({follow_up()});
  EXPECT_EQ(archive_->counts()->stories, 1u);
  EXPECT_EQ(*archive_->story_of("u:1"), *archive_->story_of("u:3"));
}

TEST_F(Filing, BatchesDoNotMatter) {
  file({tanker(), follow_up()});
  EXPECT_EQ(archive_->counts()->stories, 1u);
}

TEST_F(Filing, ANewVersionStaysInItsStory) {
  file({tanker()});
  news::Article changed = report("u:1", "2025-03-04", {"Correction: an earlier report named the wrong ship entirely."});
  file({changed});
  EXPECT_EQ(desk_->counts().new_versions, 1u);
  EXPECT_EQ(archive_->counts()->articles, 1u);
  EXPECT_EQ(archive_->article("u:1")->text, changed.text);
}

TEST_F(Filing, AReportFiledUndatedIsDatedWhenItsStoryIs) {
  file({tanker("")});
  ASSERT_FALSE(archive_->article("u:1")->published.instant.has_value());
  file({follow_up()});
  const auto dated = archive_->article("u:1");
  ASSERT_TRUE(dated->published.instant.has_value());
  EXPECT_EQ(base::format_day(*dated->published.day()), "2025-03-04");
  EXPECT_EQ(dated->published.certainty, news::Certainty::kInferred);
}

}  // namespace
}  // namespace dateline::desk
