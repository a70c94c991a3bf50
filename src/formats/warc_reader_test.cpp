#include "formats/warc_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/gzip.h"
#include "formats/gzip_fixture.h"
#include "formats/slow_source.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;
using testing::HasSubstr;

std::string warc(std::string_view uri, std::string_view block, std::string_view version = "WARC/1.0") {
  std::string record(version);
  record += "\r\nWARC-Type: response\r\nWARC-Target-URI: ";
  record += uri;
  record +=
      "\r\nWARC-Date: 2014-03-05T06:07:08Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ";
  record += std::to_string(block.size());
  record += "\r\n\r\n";
  record += block;
  return record + "\r\n\r\n";
}

/// All records up to the end or the first error.
struct ReadAll {
  explicit ReadAll(ByteSource& source, WarcLimits limits = {}) {
    WarcReader reader(source, limits);
    for (;;) {
      auto record = reader.next();
      if (!record.ok()) {
        error = record.error();
        return;
      }
      if (!record->has_value()) return;
      records.push_back(std::move(**record));
    }
  }
  std::vector<WarcRecord> records;
  std::optional<base::Error> error;
};

ReadAll read_all(std::string_view bytes, WarcLimits limits = {}) {
  StringSource source(bytes);
  return ReadAll(source, limits);
}

TEST(WarcReader, ReadsRecordsInOrder) {
  const std::string first = warc("http://a.example/", "body one");
  const ReadAll all = read_all(first + warc("http://b.example/", ""));
  ASSERT_FALSE(all.error);
  ASSERT_EQ(all.records.size(), 2u);
  EXPECT_EQ(all.records[0].offset_bytes, 0u);
  EXPECT_EQ(all.records[0].type, "response");
  EXPECT_EQ(all.records[0].target_uri, "http://a.example/");
  EXPECT_EQ(all.records[0].date, "2014-03-05T06:07:08Z");
  EXPECT_EQ(all.records[0].content_type, "application/http; msgtype=response");
  EXPECT_EQ(all.records[0].block, "body one");
  EXPECT_EQ(all.records[1].offset_bytes, first.size());
  EXPECT_EQ(all.records[1].block, "");
}

TEST(WarcReader, NothingIsACleanEnd) {
  EXPECT_TRUE(read_all("").records.empty());
  EXPECT_FALSE(read_all("").error);
  EXPECT_FALSE(read_all("\r\n\n").error);
}

TEST(WarcReader, EveryTruncationIsCorruptAndSticky) {
  const std::string whole = warc("http://a.example/", "body");
  for (std::size_t cut = 1; cut < whole.size(); ++cut) {
    SCOPED_TRACE(cut);
    const std::string part = whole.substr(0, cut);
    StringSource source(part);
    WarcReader reader(source);
    for (int call = 0; call < 2; ++call) {
      auto record = reader.next();
      ASSERT_FALSE(record.ok());
      EXPECT_EQ(record.error().code, ErrorCode::kCorrupt);
    }
  }
}

TEST(WarcReader, AnySizeOfReadsIsTheSame) {
  const std::string whole = warc("http://a.example/", std::string(70000, 'x')) + warc("http://b.example/", "two");
  for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{65535}}) {
    SCOPED_TRACE(size);
    SlowSource source(whole, size);
    const ReadAll all(source);
    ASSERT_FALSE(all.error);
    ASSERT_EQ(all.records.size(), 2u);
    EXPECT_EQ(all.records[0].block.size(), 70000u);
    EXPECT_EQ(all.records[1].block, "two");
  }
}

TEST(WarcReader, OldAndNewVersionsAreRead) {
  for (const char* version : {"WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1"}) {
    EXPECT_EQ(read_all(warc("u:x", "b", version)).records.size(), 1u) << version;
  }
  for (const char* version : {"WARC/2.0", "WARC", "HTTP/1.1 200 OK", "\x1F\x8B", "warc/1.0"}) {
    const ReadAll all = read_all(warc("u:x", "b", version));
    ASSERT_TRUE(all.error) << version;
    EXPECT_EQ(all.error->code, ErrorCode::kCorrupt);
    EXPECT_THAT(all.error->message, HasSubstr("record at byte 0"));
  }
}

TEST(WarcReader, BareLineFeedsFoldedLinesAndBracketsAreRead) {
  const ReadAll all = read_all(
      "WARC/1.1\nwarc-TYPE: Resource\nWARC-Target-URI: <http://a.example/\n  x>\nContent-Length:4\n\nbody\n\n\n\n"
      "WARC/1.0\nWARC-Type: metadata\nContent-Length: 0\n\n\n\n");
  ASSERT_FALSE(all.error) << all.error->message;
  ASSERT_EQ(all.records.size(), 2u);
  EXPECT_EQ(all.records[0].type, "resource");
  EXPECT_EQ(all.records[0].target_uri, "http://a.example/ x");
  EXPECT_EQ(all.records[0].block, "body");
  EXPECT_EQ(all.records[1].type, "metadata");
}

TEST(WarcReader, BadHeadersAreCorruptAndNameThePlace) {
  const std::string good = warc("u:x", "b");
  for (const char* bad :
       {"WARC/1.0\r\nWARC-Type: response\r\n\r\nbody\r\n\r\n", "WARC/1.0\r\nContent-Length: -1\r\n\r\n",
        "WARC/1.0\r\nContent-Length: 4x\r\n\r\nbody\r\n\r\n", "WARC/1.0\r\nno colon\r\n\r\n",
        "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "WARC/1.0\r\nContent-Length: 3\r\n\r\nbody\r\n\r\n"}) {
    SCOPED_TRACE(bad);
    const ReadAll all = read_all(good + bad);
    EXPECT_EQ(all.records.size(), 1u);
    ASSERT_TRUE(all.error);
    EXPECT_EQ(all.error->code, ErrorCode::kCorrupt);
    EXPECT_THAT(all.error->message, HasSubstr("record at byte " + std::to_string(good.size())));
  }
}

TEST(WarcReader, ABlockPastTheLimitIsPassedOver) {
  const std::string whole = warc("u:a", "small") + warc("u:b", std::string(5000, 'x')) + warc("u:c", "last");
  StringSource source(whole);
  WarcReader reader(source, {.max_block_bytes = 1000});
  EXPECT_EQ((*reader.next())->target_uri, "u:a");
  const auto large = reader.next();
  ASSERT_FALSE(large.ok());
  EXPECT_EQ(large.error().code, ErrorCode::kTooLarge);
  EXPECT_EQ((*reader.next())->target_uri, "u:c");
  EXPECT_FALSE((*reader.next()).has_value());
}

TEST(WarcReader, ALengthThatIsALieTakesNoMemory) {
  const ReadAll all = read_all("WARC/1.0\r\nContent-Length: 9000000000000000000\r\n\r\nshort",
                               {.max_block_bytes = std::size_t{1} << 62});
  ASSERT_TRUE(all.error);
  EXPECT_EQ(all.error->code, ErrorCode::kTooLarge);
  const ReadAll within = read_all("WARC/1.0\r\nContent-Length: 30000000\r\n\r\nshort");
  ASSERT_TRUE(within.error);
  EXPECT_EQ(within.error->code, ErrorCode::kCorrupt);
}

TEST(WarcReader, AHeaderPastTheLimitIsTooLargeAndSticky) {
  const std::string whole = "WARC/1.0\r\nX: " + std::string(2000, 'x') + "\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
  StringSource source(whole);
  WarcReader reader(source, {.max_header_bytes = 1000});
  for (int call = 0; call < 2; ++call) {
    const auto record = reader.next();
    ASSERT_FALSE(record.ok());
    EXPECT_EQ(record.error().code, ErrorCode::kTooLarge);
  }
}

TEST(WarcReader, ErrorsOfItsSourceComeThrough) {
  const std::string part = warc("u:a", "body").substr(0, 60);
  SlowSource source(part, 10, base::Error{ErrorCode::kIo, "cable pulled"});
  const ReadAll all(source);
  ASSERT_TRUE(all.error);
  EXPECT_EQ(all.error->code, ErrorCode::kIo);
  EXPECT_EQ(all.error->message, "cable pulled");
}

TEST(WarcReader, ReadsAFileOfCompressedRecords) {
  const std::string file = deflated(warc("u:a", "one")) + deflated(warc("u:b", "two"));
  StringSource compressed(file);
  GzipSource source(compressed);
  const ReadAll all(source);
  ASSERT_FALSE(all.error);
  ASSERT_EQ(all.records.size(), 2u);
  EXPECT_EQ(all.records[1].block, "two");
}

TEST(WarcReader, ALengthThatIsTooLargeAndALieIsReportedOnce) {
  StringSource source("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 4294967299\r\n\r\nshort");
  WarcReader reader(source);
  const auto first = reader.next();
  ASSERT_FALSE(first.ok());
  EXPECT_EQ(first.error().code, base::ErrorCode::kTooLarge);
  const auto second = reader.next();
  ASSERT_TRUE(second.ok()) << second.error().message;
  EXPECT_FALSE(second->has_value());
}

}  // namespace
}  // namespace dateline::formats
