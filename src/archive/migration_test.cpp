// Archives that an older version of the schema left: tests/cases/archive/version_N.sql, as the sqlite3 shell dumps one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "archive/archive.h"
#include "archive/testing.h"

namespace dateline::archive {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Mode = Archive::Mode;

constexpr const char kHarbour[] = "s-12d466a3fb3f";
constexpr const char kBridge[] = "s-5e36f270b433";

class MigrationTest : public ::testing::Test {
 protected:
  void SetUp() override { make_old_one(); }

  void make_old_one() {
    std::ifstream in(DATELINE_SOURCE_DIR "/tests/cases/archive/version_1.sql");
    const std::string sql{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    ASSERT_FALSE(sql.empty());
    std::filesystem::remove(path_);
    execute(sql.c_str());
  }

  void execute(const char* sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
  }

  int version() {
    sqlite3* db = nullptr;
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &statement, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW);
    const int version = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return version;
  }

  // What version 1 held, and that nothing is wrong.
  void expect_whole(Archive& archive) {
    EXPECT_EQ(archive.counts()->articles, 2U);
    const auto story = archive.story(kHarbour);
    ASSERT_TRUE(story.ok()) << story.error().message;
    ASSERT_EQ(story->story.articles.size(), 1U);
    const auto article = archive.article(story->story.articles.front());
    ASSERT_TRUE(article.ok()) << article.error().message;
    EXPECT_EQ(article->headline, "Ferry runs aground at Sandmouth");
    EXPECT_EQ(archive.search({"aboard", {}, 0, 20})->total, 1U);
    std::vector<std::string> stories;
    const auto visited = archive.for_each_imprint(10, [&](const FiledImprint& imprint) {
      EXPECT_TRUE(imprint.bytes.empty());
      stories.emplace_back(imprint.story);
      return true;
    });
    EXPECT_TRUE(visited.ok());
    EXPECT_THAT(stories, ElementsAre(kHarbour, kBridge));
    EXPECT_THAT(*archive.check(), IsEmpty());
  }

  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.file();
};

TEST_F(MigrationTest, ReadOnlyItIsReadAsItIs) {
  auto archive = Archive::open(path_, Mode::kReadOnly);
  ASSERT_TRUE(archive.ok()) << archive.error().message;
  expect_whole(**archive);
  EXPECT_EQ((*archive)->story("s-nowhere").error().code, base::ErrorCode::kNotFound);
  archive->reset();
  EXPECT_EQ(version(), 1);
}

TEST_F(MigrationTest, OpenedForWritingItGainsWhatItLacks) {
  for (const Mode mode : {Mode::kOpenExisting, Mode::kCreateOrOpen}) {
    make_old_one();
    auto archive = Archive::open(path_, mode);
    ASSERT_TRUE(archive.ok()) << archive.error().message;
    expect_whole(**archive);
    const Redirect redirect{kBridge, kHarbour};
    ASSERT_TRUE((*archive)->file(Batch{.filings = {}, .redirects = {&redirect, 1}}).ok());
    archive->reset();
    EXPECT_EQ(version(), 2);
    archive = Archive::open(path_, Mode::kReadOnly);
    EXPECT_EQ((*archive)->story(kBridge)->story.id, kHarbour);
    EXPECT_THAT(*(*archive)->check(), IsEmpty());
  }
}

TEST_F(MigrationTest, WhoReadsWhileItHappensSeesIt) {
  auto reading = Archive::open(path_, Mode::kReadOnly);
  ASSERT_TRUE(reading.ok()) << reading.error().message;
  ASSERT_TRUE((*reading)->story(kBridge).ok());
  auto writing = Archive::open(path_, Mode::kOpenExisting);
  ASSERT_TRUE(writing.ok()) << writing.error().message;
  const Redirect redirect{kBridge, kHarbour};
  ASSERT_TRUE((*writing)->file(Batch{.filings = {}, .redirects = {&redirect, 1}}).ok());
  EXPECT_EQ((*reading)->story(kBridge)->story.id, kHarbour);
}

TEST_F(MigrationTest, ItIsTheSameAsANewOne) {
  ASSERT_TRUE(Archive::open(path_, Mode::kOpenExisting).ok());
  ASSERT_TRUE(Archive::open(folder_.file("new"), Mode::kCreateOrOpen).ok());
  // A row for each difference of the two schemas.
  const std::string differences =
      "ATTACH '" + folder_.file("new").string() +
      "' AS fresh; CREATE TEMP TABLE none(x CHECK(x IS NULL));"
      "INSERT INTO none SELECT sql FROM (SELECT type, name, sql FROM main.sqlite_schema "
      "EXCEPT SELECT type, name, sql FROM fresh.sqlite_schema) WHERE name NOT LIKE 'search%'; "
      "INSERT INTO none SELECT sql FROM (SELECT type, name, sql FROM fresh.sqlite_schema "
      "EXCEPT SELECT type, name, sql FROM main.sqlite_schema) WHERE name NOT LIKE 'search%'";
  execute(differences.c_str());
}

// A child opens it, and so brings it up to date, until it is killed at any moment: then it is of one version or the
// other, and whole.
TEST_F(MigrationTest, KilledMeanwhileItIsOldOrNewAndWhole) {
  int old_ones = 0;
  for (int round = 0; round < 24; ++round) {
    make_old_one();
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      const auto opened = Archive::open(path_, Mode::kOpenExisting);
      ::_exit(opened.ok() ? 0 : 1);
    }
    ::usleep(static_cast<useconds_t>(200 + round * 400));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const int found = version();
    EXPECT_TRUE(found == 1 || found == 2) << found;
    if (found == 1) ++old_ones;
    for (const Mode mode : {Mode::kReadOnly, Mode::kOpenExisting}) {
      auto archive = Archive::open(path_, mode);
      ASSERT_TRUE(archive.ok()) << "round " << round << ": " << archive.error().message;
      expect_whole(**archive);
    }
    EXPECT_EQ(version(), 2);
  }
  EXPECT_GT(old_ones, 0) << "nothing was interrupted";
}

TEST_F(MigrationTest, TwoProgramsMayDoItAtOnce) {
  std::vector<pid_t> children;
  for (int i = 0; i < 4; ++i) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) ::_exit(Archive::open(path_, Mode::kOpenExisting).ok() ? 0 : 1);
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
  auto archive = Archive::open(path_, Mode::kOpenExisting);
  ASSERT_TRUE(archive.ok()) << archive.error().message;
  expect_whole(**archive);
}

}  // namespace
}  // namespace dateline::archive
