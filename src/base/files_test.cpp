#include "base/files.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace dateline::base {
namespace {

class Files : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "dateline-files-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_;
};

TEST_F(Files, WrittenIsRead) {
  const std::string bytes("a\0b\n", 4);
  ASSERT_TRUE(write_file(folder_ / "x", bytes).ok());
  const auto read = read_file(folder_ / "x", 100);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, bytes);
}

TEST_F(Files, ErrorsHaveTheirReason) {
  EXPECT_EQ(read_file(folder_ / "none", 100).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(read_file(folder_ / "none", 100).error().message, "no such file or directory");
  EXPECT_EQ(read_file(folder_, 100).error().message, "is a directory");
  ASSERT_TRUE(write_file(folder_ / "x", std::string(101, 'x')).ok());
  EXPECT_EQ(read_file(folder_ / "x", 100).error().code, ErrorCode::kTooLarge);
  EXPECT_TRUE(read_file(folder_ / "x", 101).ok());
  EXPECT_EQ(write_file(folder_ / "no" / "folder", "x").error().code, ErrorCode::kNotFound);
}

TEST_F(Files, AFailedWriteLeavesTheOldFile) {
  ASSERT_TRUE(write_file(folder_ / "x", "old").ok());
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4, 4};
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto result = write_file(folder_ / "x", "too long for the limit");
    _exit(!result.ok() && result.error().code == ErrorCode::kFull ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(*read_file(folder_ / "x", 100), "old");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "x.part"));
}

}  // namespace
}  // namespace dateline::base
