#include "archive/sqlite.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "archive/testing.h"

namespace dateline::archive {
namespace {

class SqliteTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = Connection::open(folder_.file("plain.sqlite").string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    db_ = std::move(*opened);
    ASSERT_TRUE(db_->execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT NOT NULL, c BLOB) STRICT").ok());
  }

  std::int64_t rows() { return db_->number("SELECT count(*) FROM t").value(); }

  TemporaryFolder folder_;
  std::unique_ptr<Connection> db_;
};

TEST_F(SqliteTest, ValuesComeBackAsTheyWere) {
  const std::string text("with a \0 inside", 15);
  {
    Statement insert = db_->statement("INSERT INTO t VALUES(?1, ?2, ?3)");
    ASSERT_TRUE(insert.bind(1, std::int64_t{-5}).bind(2, text).bind_blob(3, text).run().ok());
    // Ready for the next, and empty is not NULL.
    ASSERT_TRUE(insert.bind(1, std::int64_t{7}).bind(2, std::string_view()).bind_null(3).run().ok());
  }
  Statement select = db_->statement("SELECT a, b, c FROM t ORDER BY a");
  ASSERT_TRUE(select.step().value());
  EXPECT_EQ(select.integer(0), -5);
  EXPECT_EQ(select.text(1), text);
  EXPECT_EQ(select.blob(2), text);
  ASSERT_TRUE(select.step().value());
  EXPECT_EQ(select.text(1), "");
  EXPECT_TRUE(select.is_null(2));
  EXPECT_FALSE(select.step().value());
}

TEST_F(SqliteTest, AnErrorOfPreparingComesOutOfTheStep) {
  Statement wrong = db_->statement("SELECT x FROM nowhere");
  wrong.bind(1, std::int64_t{1});
  const auto row = wrong.step();
  ASSERT_FALSE(row.ok());
  EXPECT_EQ(row.error().code, base::ErrorCode::kIo);
  EXPECT_NE(row.error().message.find("nowhere"), std::string::npos) << row.error().message;
}

TEST_F(SqliteTest, AnErrorOfBindingComesOutOfTheStep) {
  Statement insert = db_->statement("INSERT INTO t VALUES(?1, 'b', NULL)");
  EXPECT_FALSE(insert.bind(9, std::int64_t{1}).run().ok());
  EXPECT_EQ(rows(), 0);
}

TEST_F(SqliteTest, TheSameStatementMayBeOutTwice) {
  const char* const sql = "SELECT a FROM t ORDER BY a";
  ASSERT_TRUE(db_->execute("INSERT INTO t VALUES(1, 'x', NULL), (2, 'y', NULL)").ok());
  for (int round = 0; round < 2; ++round) {
    Statement outer = db_->statement(sql);
    ASSERT_TRUE(outer.step().value());
    {
      Statement inner = db_->statement(sql);
      ASSERT_TRUE(inner.step().value());
      ASSERT_TRUE(inner.step().value());
      EXPECT_EQ(inner.integer(0), 2);
    }
    EXPECT_EQ(outer.integer(0), 1);
  }
}

TEST_F(SqliteTest, ATransactionThatIsLeftIsUndone) {
  {
    auto transaction = Transaction::begin(*db_, Transaction::Kind::kWrite);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(db_->execute("INSERT INTO t VALUES(1, 'x', NULL)").ok());
    EXPECT_EQ(rows(), 1);
  }
  EXPECT_EQ(rows(), 0);
  auto transaction = Transaction::begin(*db_, Transaction::Kind::kWrite);
  ASSERT_TRUE(transaction.ok());
  ASSERT_TRUE(db_->execute("INSERT INTO t VALUES(1, 'x', NULL)").ok());
  EXPECT_TRUE(transaction->commit().ok());
  EXPECT_EQ(rows(), 1);
}

TEST_F(SqliteTest, CodesBecomeErrors) {
  const auto code = [](int number) { return sqlite_error(nullptr, number).code; };
  EXPECT_EQ(code(SQLITE_FULL), base::ErrorCode::kFull);
  EXPECT_EQ(code(SQLITE_CORRUPT), base::ErrorCode::kCorrupt);
  EXPECT_EQ(code(SQLITE_CORRUPT_VTAB), base::ErrorCode::kCorrupt);
  EXPECT_EQ(code(SQLITE_NOTADB), base::ErrorCode::kCorrupt);
  EXPECT_EQ(code(SQLITE_BUSY_SNAPSHOT), base::ErrorCode::kBusy);
  EXPECT_EQ(code(SQLITE_LOCKED), base::ErrorCode::kBusy);
  EXPECT_EQ(code(SQLITE_READONLY_DIRECTORY), base::ErrorCode::kForbidden);
  EXPECT_EQ(code(SQLITE_TOOBIG), base::ErrorCode::kTooLarge);
  errno = 0;
  EXPECT_EQ(code(SQLITE_IOERR_READ), base::ErrorCode::kIo);
  errno = EDQUOT;
  EXPECT_EQ(code(SQLITE_IOERR_WRITE), base::ErrorCode::kFull);
  errno = 0;
}

TEST_F(SqliteTest, WhyAFileCannotBeOpened) {
  const auto open = [this](const char* name) {
    return Connection::open(folder_.file(name).string(), SQLITE_OPEN_READONLY).error().code;
  };
  EXPECT_EQ(open("none"), base::ErrorCode::kNotFound);
  EXPECT_EQ(open("no/folder"), base::ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline::archive
