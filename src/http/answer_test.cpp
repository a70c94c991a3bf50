#include "http/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::http {
namespace {

using ::testing::Contains;
using ::testing::Not;
using ::testing::Pair;

TEST(Etag, WeakComparisonWithAList) {
  EXPECT_TRUE(etag_matches("\"a\"", "\"a\""));
  EXPECT_TRUE(etag_matches("W/\"a\"", "\"a\""));
  EXPECT_TRUE(etag_matches("\"a\"", "W/\"a\""));
  EXPECT_TRUE(etag_matches(" \"x\" , \"with, comma\",\"a\"", "\"a\""));
  EXPECT_TRUE(etag_matches("*", "\"a\""));
  EXPECT_FALSE(etag_matches("\"b\"", "\"a\""));
  EXPECT_FALSE(etag_matches("", "\"a\""));
  EXPECT_FALSE(etag_matches("*", ""));
  EXPECT_FALSE(etag_matches("a", "\"a\""));
  EXPECT_FALSE(etag_matches("\"a", "\"a\""));
  EXPECT_FALSE(etag_matches("\"x\" \"a\"", "\"a\""));
}

TEST(FinishAnswer, DropsWhatCouldSplitTheAnswerOrIsTheServers) {
  Response response = text_response(200, "x");
  response.headers = {{"X-Good", "1"}, {"X Bad", "1"},           {"X-Bad", "a\nb"},
                      {"", "1"},       {"Content-Length", "99"}, {"Transfer-Encoding", "chunked"}};
  response.content_type = "text/html\r\nX: y";
  finish_answer({}, {}, response);
  EXPECT_THAT(response.headers, Contains(Pair("X-Good", "1")));
  EXPECT_EQ(response.headers.size(), 1U + 3U + 1U);
  EXPECT_EQ(response.content_type, "application/octet-stream");
}

TEST(FinishAnswer, AStatusThatIsNoneIsAnError) {
  for (const int status : {0, 100, 199, 600, -1}) {
    Response response = text_response(status, "x");
    finish_answer({}, {}, response);
    EXPECT_EQ(response.status, 500);
  }
}

TEST(FinishAnswer, OnlyAnAnswerThatIsFineBecomesNotModified) {
  Request request;
  request.headers = {{"if-none-match", "\"v\""}};
  for (const int status : {200, 404}) {
    Response response = text_response(status, "x");
    response.headers = {{"etag", "\"v\""}};
    finish_answer(request, {}, response);
    EXPECT_EQ(response.status, status == 200 ? 304 : 404);
    EXPECT_EQ(response.body.empty(), status == 200);
  }
}

TEST(ErrorAnswer, SaysWhatAndWhy) {
  EXPECT_EQ(error_answer(404).body, "404 Not Found\nThere is nothing at this address.\n");
  EXPECT_THAT(error_answer(405).headers, Contains(Pair("Allow", "GET, HEAD")));
  EXPECT_THAT(error_answer(404).headers, Not(Contains(Pair("Allow", "GET, HEAD"))));
}

}  // namespace
}  // namespace dateline::http
