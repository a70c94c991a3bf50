#include "desk/filing.h"

#include <gtest/gtest.h>

#include "desk/temporary_folder.h"
#include "desk/test_reports.h"

namespace dateline::desk {
namespace {

using testing::annotator;
using testing::follow_up;
using testing::report;
using testing::tanker;

class Filing : public ::testing::Test {
 protected:
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

  void file(std::vector<news::Article> batch) {
    const auto filed = desk_->file(std::move(batch));
    ASSERT_TRUE(filed.ok()) << filed.error().message;
  }

  TemporaryFolder folder_;
  testing::FixedClock clock_;
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

TEST_F(Filing, AnImprintThatThisVersionCannotReadIsAsGoodAsNone) {
  file({tanker()});
  const archive::Imprint strange{"u:1", 1, "of another version"};
  ASSERT_TRUE(archive_->file(archive::Batch{.filings = {}, .imprints = {&strange, 1}}).ok());
  open();
  file({follow_up()});
  EXPECT_EQ(*archive_->story_of("u:1"), *archive_->story_of("u:3"));
}

TEST_F(Filing, ANewVersionOfAReportWhoseStoryIsGoneIsFiledWhereThatLeads) {
  file({tanker()});
  const std::string old_story = *archive_->story_of("u:1");
  const archive::Redirect redirect{old_story, "s-another"};
  ASSERT_TRUE(archive_->file(archive::Batch{.filings = {}, .redirects = {&redirect, 1}}).ok());
  open();
  file({report("u:1", "2025-03-04", {"Another text of the same report."})});
  EXPECT_EQ(*archive_->story_of("u:1"), "s-another");
  EXPECT_EQ(archive_->story(old_story)->story.id, "s-another");
}

TEST_F(Filing, BatchesDoNotMatter) {
  file({tanker(), follow_up()});
  EXPECT_EQ(archive_->counts()->stories, 1u);
}

TEST_F(Filing, TwoVersionsInOneBatchAreBothFiled) {
  const news::Article other = report("u:2", "2025-03-04", {"The bakers of Velm have baked a very long loaf."});
  news::Article changed = tanker();
  changed.append_paragraph("The owner has been told.", news::ParagraphKind::kParagraph);
  file({tanker(), other, changed});
  EXPECT_EQ(desk_->counts().filed, 2u);
  EXPECT_EQ(desk_->counts().new_versions, 1u);
  EXPECT_EQ(desk_->counts().already_there, 0u);
  EXPECT_EQ(archive_->article(tanker().uri)->text, changed.text);
}

TEST_F(Filing, ANewVersionStaysInItsStory) {
  file({tanker()});
  news::Article changed = report("u:1", "2025-03-04", {"Correction: an earlier report named the wrong ship entirely."});
  file({changed});
  EXPECT_EQ(desk_->counts().new_versions, 1u);
  EXPECT_EQ(archive_->counts()->articles, 1u);
  EXPECT_EQ(archive_->article("u:1")->text, changed.text);
}

TEST_F(Filing, ACopyAndLaterANewVersionOfItsOriginal) {
  file({tanker()});
  news::Article copy = tanker();
  copy.uri = "u:2";
  copy.outlet.name = "Another outlet";
  file({copy});
  EXPECT_EQ(archive_->counts()->stories, 1u);
  EXPECT_EQ(archive_->counts()->articles, 2u);
  news::Article updated = tanker();
  updated.append_paragraph("The crew was flown to the hospital in Tromso.", news::ParagraphKind::kParagraph);
  open();
  file({updated});
  EXPECT_EQ(desk_->counts().new_versions, 1u) << "and no copy of its own copy";
  EXPECT_EQ(archive_->counts()->articles, 2u);
  EXPECT_EQ(archive_->versions("u:1")->size(), 2u);
  EXPECT_EQ(archive_->story(*archive_->story_of("u:1"))->report_count, 1u) << "a copy is no report of its own";
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
