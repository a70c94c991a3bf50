#include "formats/gzip.h"

#include <gtest/gtest.h>

#include <string>

#include "formats/gzip_fixture.h"
#include "formats/slow_source.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;

constexpr std::size_t kPlenty = std::size_t{1} << 30;

std::string unzipped(std::string_view bytes) {
  const base::Result<std::string> plain = gunzip(bytes, kPlenty);
  EXPECT_TRUE(plain.ok()) << (plain.ok() ? "" : plain.error().message);
  return plain.ok() ? *plain : std::string();
}

void expect_error(std::string_view bytes, ErrorCode code, std::size_t limit_bytes = kPlenty) {
  const base::Result<std::string> plain = gunzip(bytes, limit_bytes);
  ASSERT_FALSE(plain.ok());
  EXPECT_EQ(plain.error().code, code) << plain.error().message;
}

TEST(Gunzip, GivesBackWhatWasCompressed) {
  EXPECT_EQ(unzipped(deflated("")), "");
  EXPECT_EQ(unzipped(deflated("Tide tables")), "Tide tables");
  std::string large;
  for (int i = 0; i < 200000; ++i) large += std::to_string(i * 7919);
  EXPECT_EQ(unzipped(deflated(large)), large);
}

TEST(Gunzip, MembersFollowEachOther) {
  EXPECT_EQ(unzipped(deflated("one ") + deflated("") + deflated("two")), "one two");
}

TEST(Gunzip, ZerosBehindTheLastMemberArePadding) {
  EXPECT_EQ(unzipped(deflated("x") + std::string(512, '\0')), "x");
  EXPECT_EQ(unzipped(deflated("x") + std::string(3, '\0') + deflated("y")), "xy");
}

TEST(Gunzip, OtherBytesBehindItAreCorrupt) {
  expect_error(deflated("x") + "junk", ErrorCode::kCorrupt);
}

TEST(Gunzip, WhatIsNotGzipIsCorrupt) {
  expect_error("", ErrorCode::kCorrupt);
  expect_error("plain text", ErrorCode::kCorrupt);
  expect_error(deflated("zlib", 15), ErrorCode::kCorrupt);
  expect_error(std::string(100, '\0'), ErrorCode::kCorrupt);
}

TEST(Gunzip, EveryTruncationIsCorrupt) {
  const std::string whole = deflated("first member") + deflated("second member");
  const std::size_t border = deflated("first member").size();
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    if (cut == border) continue;
    SCOPED_TRACE(cut);
    expect_error(whole.substr(0, cut), ErrorCode::kCorrupt);
  }
}

TEST(Gunzip, NoFlippedBitOfDataOrChecksumChangesTheText) {
  const std::string text = "The ferry was late again.";
  const std::string whole = deflated(text);
  for (std::size_t at = 10; at < whole.size(); ++at) {  // The header has fields that nobody checks.
    for (int bit = 0; bit < 8; ++bit) {
      std::string broken = whole;
      broken[at] = static_cast<char>(broken[at] ^ (1 << bit));
      const base::Result<std::string> plain = gunzip(broken, kPlenty);
      EXPECT_TRUE(!plain.ok() || *plain == text) << at << " " << bit;  // A few bits are padding.
    }
  }
}

TEST(Gunzip, LimitIsOfTheOutput) {
  const std::string bomb = deflated(std::string(5 << 20, 'x'));
  EXPECT_LT(bomb.size(), 100000u);
  expect_error(bomb, ErrorCode::kTooLarge, 1 << 20);
  expect_error(bomb, ErrorCode::kTooLarge, (5 << 20) - 1);
  EXPECT_TRUE(gunzip(bomb, 5 << 20).ok());
  expect_error(deflated("ab"), ErrorCode::kTooLarge, 1);
  EXPECT_TRUE(gunzip(deflated(""), 0).ok());
}

TEST(GzipSource, ByteByByteIsTheSame) {
  const std::string whole = deflated("one ") + deflated("two");
  SlowSource slow(whole, 1);
  GzipSource source(slow);
  std::string out;
  for (char c = 0;;) {
    const base::Result<std::size_t> count = source.read(&c, 1);
    ASSERT_TRUE(count.ok());
    if (*count == 0) break;
    out += c;
  }
  EXPECT_EQ(out, "one two");
  char c = 0;
  EXPECT_EQ(*source.read(&c, 1), 0u);
}

TEST(GzipSource, ErrorsAreSticky) {
  const std::string cut = deflated("some text that is cut").substr(0, 15);
  StringSource compressed(cut);
  GzipSource source(compressed);
  char buffer[64];
  for (int call = 0; call < 3; ++call) {
    base::Result<std::size_t> count = source.read(buffer, sizeof buffer);
    while (count.ok() && *count > 0) count = source.read(buffer, sizeof buffer);
    ASSERT_FALSE(count.ok());
    EXPECT_EQ(count.error().code, ErrorCode::kCorrupt);
  }
}

TEST(GzipSource, ErrorsOfItsSourceComeThrough) {
  const std::string part = deflated("some text").substr(0, 12);
  SlowSource failing(part, 5, base::Error{ErrorCode::kIo, "disk on fire"});
  GzipSource source(failing);
  char buffer[64];
  base::Result<std::size_t> count = source.read(buffer, sizeof buffer);
  while (count.ok() && *count > 0) count = source.read(buffer, sizeof buffer);
  ASSERT_FALSE(count.ok());
  EXPECT_EQ(count.error().code, ErrorCode::kIo);
  EXPECT_EQ(count.error().message, "disk on fire");
}

}  // namespace
}  // namespace dateline::formats
