// What happens to an archive when the machine, the disk or another program does its worst.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "archive/archive.h"
#include "archive/testing.h"
#include "base/files.h"

namespace dateline::archive {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Mode = Archive::Mode;

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string uri_of(int batch, int i) {
  return "urn:" + std::to_string(batch) + ":" + std::to_string(i);
}

constexpr int kBatchSize = 5;

base::Result<void> file_numbered_batch(Archive& archive, int batch) {
  std::vector<news::Article> articles;
  for (int i = 0; i < kBatchSize; ++i) {
    articles.push_back(make_article(uri_of(batch, i), "headline " + std::to_string(batch),
                                    make_text(static_cast<unsigned>(batch * kBatchSize + i), 300)));
  }
  std::vector<Filing> filings;
  for (const news::Article& article : articles) {
    filings.push_back(make_filing(article, "s" + std::to_string(batch)));
    filings.back().imprint = "imprint of " + article.uri;
  }
  // Every other story is one with that before it, but for a report that opens its own.
  std::vector<Move> moves;
  std::vector<Redirect> redirects;
  if (batch % 2 == 1) {
    moves.push_back({uri_of(batch - 1, 0), "alone" + std::to_string(batch)});
    redirects.push_back({"s" + std::to_string(batch), "s" + std::to_string(batch - 1)});
  }
  const auto done = archive.file(Batch{.filings = filings, .imprints = {}, .moves = moves, .redirects = redirects});
  if (!done.ok()) return done.error();
  return {};
}

class DamageTest : public ::testing::Test {
 protected:
  void make_archive(int batches) {
    auto archive = Archive::open(path_, Mode::kCreateOrOpen);
    ASSERT_TRUE(archive.ok()) << archive.error().message;
    for (int batch = 0; batch < batches; ++batch) ASSERT_TRUE(file_numbered_batch(**archive, batch).ok());
  }

  base::Error open_error(Mode mode) {
    const auto opened = Archive::open(path_, mode);
    EXPECT_FALSE(opened.ok());
    return opened.ok() ? base::Error{} : opened.error();
  }

  void execute(const char* sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
  }

  std::vector<std::string> check(Mode mode = Mode::kOpenExisting) {
    auto archive = Archive::open(path_, mode);
    if (!archive.ok()) return {"does not open: " + archive.error().message};
    auto wrong = (*archive)->check();
    return wrong.ok() ? *wrong : std::vector<std::string>{"cannot be checked: " + wrong.error().message};
  }

  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.file();
};

TEST_F(DamageTest, ThereIsNone) {
  EXPECT_EQ(open_error(Mode::kOpenExisting).code, base::ErrorCode::kNotFound);
  EXPECT_EQ(open_error(Mode::kReadOnly).code, base::ErrorCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(path_));
  path_ = folder_.file("no/such/folder");
  EXPECT_EQ(open_error(Mode::kCreateOrOpen).code, base::ErrorCode::kNotFound);
  path_.clear();
  EXPECT_EQ(open_error(Mode::kCreateOrOpen).code, base::ErrorCode::kNotFound);
}

TEST_F(DamageTest, OtherFilesAreRefusedAndStayAsTheyAre) {
  const std::string text = "Dear reader,\n" + std::string(5000, 'x');
  for (const std::string& bytes :
       {text, std::string("x"), std::string(100, '\0'), std::string("SQLite format 3\0", 16)}) {
    write_bytes(path_, bytes);
    for (const Mode mode : {Mode::kCreateOrOpen, Mode::kOpenExisting, Mode::kReadOnly}) {
      const base::Error error = open_error(mode);
      EXPECT_EQ(error.code, base::ErrorCode::kCorrupt);
      EXPECT_THAT(error.message, HasSubstr("is not a Dateline archive"));
    }
    EXPECT_TRUE(read_bytes(path_) == bytes);
  }
}

TEST_F(DamageTest, AnotherProgramsDatabaseIsRefusedAndStaysAsItIs) {
  execute("CREATE TABLE notes(text); INSERT INTO notes VALUES('mine')");
  const std::string before = read_bytes(path_);
  for (const Mode mode : {Mode::kCreateOrOpen, Mode::kOpenExisting, Mode::kReadOnly}) {
    EXPECT_EQ(open_error(mode).message, "is not a Dateline archive");
  }
  EXPECT_TRUE(read_bytes(path_) == before);
}

TEST_F(DamageTest, AFolderIsRefused) {
  std::filesystem::create_directory(path_);
  EXPECT_EQ(open_error(Mode::kCreateOrOpen).code, base::ErrorCode::kCorrupt);
}

TEST_F(DamageTest, AnEmptyFileIsFilledOnlyWhereOneMayBeMade) {
  write_bytes(path_, "");
  EXPECT_EQ(open_error(Mode::kOpenExisting).code, base::ErrorCode::kCorrupt);
  EXPECT_EQ(open_error(Mode::kReadOnly).code, base::ErrorCode::kCorrupt);
  EXPECT_TRUE(Archive::open(path_, Mode::kCreateOrOpen).ok());
  EXPECT_THAT(check(), IsEmpty());
}

TEST_F(DamageTest, AnEmptyFileWithAJournalWasCutOff) {
  write_bytes(path_, "");
  write_bytes(path_.string() + "-wal", "something");
  EXPECT_EQ(open_error(Mode::kCreateOrOpen).code, base::ErrorCode::kCorrupt);
  EXPECT_EQ(read_bytes(path_.string() + "-wal"), "something");
}

TEST_F(DamageTest, ANewerOneIsNamedWithBothVersions) {
  make_archive(1);
  execute("PRAGMA user_version = 9");
  for (const Mode mode : {Mode::kCreateOrOpen, Mode::kOpenExisting, Mode::kReadOnly}) {
    const base::Error error = open_error(mode);
    EXPECT_EQ(error.code, base::ErrorCode::kNewer);
    EXPECT_THAT(error.message, HasSubstr("schema 9, this program knows up to 2"));
  }
}

TEST_F(DamageTest, EveryCutIsNoticed) {
  make_archive(10);
  const std::string whole = read_bytes(path_);
  ASSERT_GT(whole.size(), 20000U);
  EXPECT_FALSE(std::filesystem::exists(path_.string() + "-wal"));
  for (const std::size_t cut :
       {whole.size() - 1, whole.size() / 2, std::size_t{9000}, std::size_t{4096}, std::size_t{50}}) {
    write_bytes(path_, std::string_view(whole).substr(0, cut));
    EXPECT_EQ(open_error(Mode::kOpenExisting).code, base::ErrorCode::kCorrupt) << cut;
    EXPECT_EQ(open_error(Mode::kCreateOrOpen).code, base::ErrorCode::kCorrupt) << cut;
  }
}

// Whole pages overwritten: the archive opens or not, answers or not, but never crashes, and check() sees it.
TEST_F(DamageTest, OverwrittenPagesAreNoticed) {
  make_archive(10);
  const std::string whole = read_bytes(path_);
  constexpr std::size_t kPage = 8192;
  ASSERT_GT(whole.size(), 20 * kPage);
  for (std::size_t page = 1; page < whole.size() / kPage; ++page) {
    std::string damaged = whole;
    for (std::size_t i = 0; i < kPage; ++i) damaged[page * kPage + i] = static_cast<char>(i * 31 + page);
    write_bytes(path_, damaged);
    EXPECT_FALSE(check().empty()) << "page " << page;
  }
}

// Single bytes flipped somewhere inside: what can be read is what was filed, or kCorrupt.
TEST_F(DamageTest, FlippedBytesNeverChangeAnArticleInSilence) {
  make_archive(4);
  const std::string whole = read_bytes(path_);
  std::vector<std::string> texts;
  for (unsigned i = 0; i < 4 * kBatchSize; ++i) texts.push_back(make_text(i, 300));
  int noticed = 0;
  for (std::size_t at = 8192 + 17; at < whole.size(); at += whole.size() / 60) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    write_bytes(path_, damaged);
    const auto wrong = check();
    if (!wrong.empty()) ++noticed;
    auto archive = Archive::open(path_, Mode::kReadOnly);
    if (!archive.ok()) continue;
    int index = 0;
    (void)(*archive)->for_each([&](const news::Article& article, std::string_view) {
      if (wrong.empty()) {
        EXPECT_EQ(article.text, texts[static_cast<std::size_t>(index)]) << "byte " << at;
      }
      ++index;
      return true;
    });
    (void)(*archive)->search({"b", {}, 0, 20});
  }
  EXPECT_GT(noticed, 10);  // Of 60; much of the file is free, and how much depends on how articles are written.
}

TEST_F(DamageTest, CheckNamesWhatIsWrong) {
  const auto wrong_after = [this](const char* sql) {
    std::filesystem::remove(path_);
    make_archive(2);
    execute(sql);
    return ::testing::PrintToString(check());
  };
  EXPECT_THAT(wrong_after("UPDATE versions SET body = x'00' WHERE article = 3"), HasSubstr("urn:0:2 version 1"));
  EXPECT_THAT(wrong_after("DELETE FROM versions WHERE article = 3"), HasSubstr("urn:0:2: its newest version"));
  EXPECT_THAT(wrong_after("DELETE FROM search_docsize WHERE id = 3"), HasSubstr("urn:0:2: is not in the search index"));
  EXPECT_THAT(wrong_after("UPDATE articles SET headline = 'x' WHERE id = 3"), HasSubstr("search index"));
  EXPECT_THAT(wrong_after("UPDATE articles SET story = 99 WHERE id = 3"), HasSubstr("urn:0:2: is in no story"));
  EXPECT_THAT(wrong_after("INSERT INTO stories VALUES(99, 'ghost', '', 1, 0, 0, 0)"), HasSubstr("ghost"));
  EXPECT_THAT(wrong_after("UPDATE stories SET reports = 7 WHERE name = 's0'"), HasSubstr("s0: the story does"));
  EXPECT_THAT(wrong_after("UPDATE days SET articles = 3"), HasSubstr("count of this day"));
  EXPECT_THAT(wrong_after("INSERT INTO redirects VALUES('gone', 99)"), HasSubstr("gone: the story leads to one that"));
  EXPECT_THAT(wrong_after("UPDATE redirects SET name = 's0'"), HasSubstr("s0: the story is there and leads to"));
  EXPECT_THAT(wrong_after("INSERT INTO imprints VALUES(99, 99, 1, x'00')"), HasSubstr("99: an imprint of a version"));
  EXPECT_THAT(wrong_after("UPDATE versions SET body = (SELECT body FROM versions WHERE article = 1) WHERE article = 2"),
              HasSubstr("another article is stored in its place"));
}

TEST_F(DamageTest, AFullDiskLeavesTheArchiveSoundAndWithNoneOfTheBatch) {
  make_archive(2);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{std::filesystem::file_size(path_) + 100000, RLIM_INFINITY};
    auto archive = Archive::open(path_, Mode::kOpenExisting);
    if (!archive.ok() || ::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
    for (int batch = 2; batch < 200; ++batch) {
      const auto filed = file_numbered_batch(**archive, batch);
      if (filed.ok()) continue;
      if (filed.error().code != base::ErrorCode::kFull) ::_exit(3);
      const auto counts = (*archive)->counts();
      if (!counts.ok() || counts->articles != static_cast<std::size_t>(batch * kBatchSize)) ::_exit(4);
      // Space again: the same archive goes on.
      const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
      if (::setrlimit(RLIMIT_FSIZE, &none) != 0 || !file_numbered_batch(**archive, batch).ok()) ::_exit(5);
      ::_exit(batch == 2 ? 6 : 0);
    }
    ::_exit(7);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_THAT(check(), IsEmpty());
}

// A child files and says after each batch that it is done, until it is killed at any moment. What it said is there.
TEST_F(DamageTest, KilledWhileFilingLosesNothingThatWasAcknowledged) {
  make_archive(1);
  int next = 1;
  for (int round = 0; round < 8; ++round) {
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      auto archive = Archive::open(path_, Mode::kOpenExisting);
      for (int batch = next; archive.ok() && file_numbered_batch(**archive, batch).ok(); ++batch) {
        if (::write(pipe_ends[1], &batch, sizeof batch) != sizeof batch) break;
      }
      ::_exit(1);
    }
    ::close(pipe_ends[1]);
    ::usleep(static_cast<useconds_t>(15000 + round * 17389));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    int acknowledged = next - 1;
    while (::read(pipe_ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) continue;
    ::close(pipe_ends[0]);
    EXPECT_THAT(check(), IsEmpty());
    auto archive = Archive::open(path_, Mode::kOpenExisting);
    ASSERT_TRUE(archive.ok()) << archive.error().message;
    for (int batch = 0; batch <= acknowledged; ++batch) {
      ASSERT_TRUE((*archive)->article(uri_of(batch, kBatchSize - 1)).ok()) << "round " << round << " batch " << batch;
      const auto story = (*archive)->story("s" + std::to_string(batch));
      ASSERT_TRUE(story.ok()) << "round " << round << " batch " << batch;
      EXPECT_EQ(story->story.id, "s" + std::to_string(batch - batch % 2));
    }
    // All of a batch or nothing of it; at most one more than was acknowledged.
    const std::size_t articles = (*archive)->counts()->articles;
    EXPECT_EQ(articles % kBatchSize, 0U);
    EXPECT_LE(articles, static_cast<std::size_t>((acknowledged + 2) * kBatchSize));
    next = static_cast<int>(articles) / kBatchSize;
  }
  EXPECT_GT(next, 8);
}

TEST_F(DamageTest, AnUnwritableArchiveIsReadAndNotWritten) {
  make_archive(1);
  if (::getuid() != 0) GTEST_SKIP() << "takes another user";
  std::filesystem::permissions(path_.parent_path(), std::filesystem::perms(0555));
  std::filesystem::permissions(path_, std::filesystem::perms(0444));
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    if (::setuid(65534) != 0) ::_exit(9);
    auto reading = Archive::open(path_, Mode::kReadOnly);
    if (!reading.ok() || !(*reading)->article(uri_of(0, 0)).ok()) ::_exit(2);
    auto writing = Archive::open(path_, Mode::kOpenExisting);
    ::_exit(!writing.ok() && writing.error().code == base::ErrorCode::kForbidden ? 0 : 3);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  std::filesystem::permissions(path_.parent_path(), std::filesystem::perms(0755));
}

TEST_F(DamageTest, AnotherProgramThatHoldsTheLockMakesItBusy) {
  make_archive(1);
  auto archive = Archive::open(path_, Mode::kOpenExisting);
  ASSERT_TRUE(archive.ok());
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto filed = file_numbered_batch(**archive, 1);
  ASSERT_FALSE(filed.ok());
  EXPECT_EQ(filed.error().code, base::ErrorCode::kBusy);
  EXPECT_TRUE((*archive)->article(uri_of(0, 0)).ok());
  sqlite3_close(other);
  EXPECT_TRUE(file_numbered_batch(**archive, 1).ok());
}

}  // namespace
}  // namespace dateline::archive
