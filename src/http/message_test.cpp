#include "http/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::http {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(Target, PathAndQuery) {
  const auto target = parse_target("/a%20b/c+d?x=1&y=&z&&x=%26+%3D&=v");
  ASSERT_TRUE(target.ok()) << target.error().message;
  EXPECT_EQ(target->path, "/a b/c+d");
  EXPECT_THAT(target->query,
              ElementsAre(Pair("x", "1"), Pair("y", ""), Pair("z", ""), Pair("x", "& ="), Pair("", "v")));
}

TEST(Target, AbsoluteForm) {
  EXPECT_EQ(parse_target("HTTP://example.com:80/a?b")->path, "/a");
  EXPECT_EQ(parse_target("https://example.com")->path, "/");
  EXPECT_FALSE(parse_target("https://example.com?a=b").ok());
  EXPECT_FALSE(parse_target("ftp://example.com/").ok());
}

TEST(Target, Limits) {
  EXPECT_TRUE(parse_target("/" + std::string(kMaxTargetBytes - 1, 'a')).ok());
  EXPECT_EQ(parse_target("/" + std::string(kMaxTargetBytes, 'a')).error().code, base::ErrorCode::kTooLarge);
  std::string many = "/?";
  for (std::size_t i = 0; i < kMaxQueryParameters; ++i) many += "a&";
  EXPECT_TRUE(parse_target(many).ok());
  EXPECT_EQ(parse_target(many + "a").error().code, base::ErrorCode::kTooLarge);
}

TEST(Target, ErrorsSayWhy) {
  EXPECT_EQ(parse_target("/%").error().message, "request target: a '%' without two hex digits");
  EXPECT_EQ(parse_target("").error().code, base::ErrorCode::kInvalid);
  EXPECT_EQ(parse_target("/a/%2e%2e").error().message, "request target: a path that climbs");
}

TEST(Request, FirstValueOrEmpty) {
  Request request;
  request.query = {{"a", "1"}, {"a", "2"}};
  request.headers = {{"accept", "text/html"}};
  EXPECT_EQ(request.query_value("a"), "1");
  EXPECT_EQ(request.query_value("b"), "");
  EXPECT_EQ(request.header("accept"), "text/html");
  EXPECT_EQ(request.header("Accept"), "");
}

TEST(Message, DatesAndReasons) {
  EXPECT_EQ(http_date(*base::parse_instant("2013-11-02T09:05:07Z")), "Sat, 02 Nov 2013 09:05:07 GMT");
  EXPECT_EQ(http_date(*base::parse_instant("1994-11-06T08:49:37Z")), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(reason_phrase(404), "Not Found");
  EXPECT_EQ(reason_phrase(299), "Unknown");
}

}  // namespace
}  // namespace dateline::http
