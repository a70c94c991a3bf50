#include "http/router.h"

#include <gtest/gtest.h>

namespace dateline::http {
namespace {

class RouterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    // The least exact ones first: the order of adding does not matter.
    for (const char* pattern : {"/{rest*}", "/story/{id}", "/story/newest", "/", "/article/{uri*}", "/day/{y}/{m}/{d}",
                                "/story/{id}/feed", "/{page}"}) {
      router_.add(pattern, [name = std::string(pattern)](const Request&, const PathParameters& parameters) {
        std::string body = name;
        for (const char* key : {"id", "uri", "y", "m", "d", "page", "rest"}) {
          if (!parameters[key].empty()) body += " " + std::string(key) + "=" + std::string(parameters[key]);
        }
        return text_response(200, body);
      });
    }
  }

  std::string answer(const std::string& path, const std::string& method = "GET") {
    Request request;
    request.method = method;
    request.path = path;
    const Response response = router_.answer(request);
    return response.status == 200 ? response.body : std::to_string(response.status);
  }

  Router router_;
};

TEST_F(RouterTest, TheMostExactPatternWins) {
  EXPECT_EQ(answer("/"), "/");
  EXPECT_EQ(answer("/story/newest"), "/story/newest");
  EXPECT_EQ(answer("/story/abc"), "/story/{id} id=abc");
  EXPECT_EQ(answer("/story/abc/feed"), "/story/{id}/feed id=abc");
  EXPECT_EQ(answer("/day/2013/11/02"), "/day/{y}/{m}/{d} y=2013 m=11 d=02");
  EXPECT_EQ(answer("/about"), "/{page} page=about");
  EXPECT_EQ(answer("/article/https://a.example/b"), "/article/{uri*} uri=https://a.example/b");
  EXPECT_EQ(answer("/story/abc/else"), "/{rest*} rest=story/abc/else");
}

TEST_F(RouterTest, AnEmptySegmentIsNoParameter) {
  EXPECT_EQ(answer("/story/"), "/{rest*} rest=story/");
  EXPECT_EQ(answer("/article/"), "/{rest*} rest=article/");
}

TEST_F(RouterTest, HeadIsRoutedAndOtherMethodsAreNot) {
  EXPECT_EQ(answer("/about", "HEAD"), "/{page} page=about");
  EXPECT_EQ(answer("/about", "POST"), "405");
}

TEST(Router, NotFoundIsPlainUnlessSomeoneDrawsIt) {
  Router router;
  router.add("/a", [](const Request&, const PathParameters&) { return text_response(200, "a"); });
  Request request;
  request.method = "GET";
  request.path = "/b";
  EXPECT_EQ(router.answer(request).status, 404);
  EXPECT_EQ(router.answer(request).content_type, "text/plain; charset=utf-8");
  router.on_not_found([](const Request& asked) { return text_response(200, "no " + asked.path); });
  EXPECT_EQ(router.answer(request).status, 404);
  EXPECT_EQ(router.answer(request).body, "no /b");
  request.path = "/a/";
  EXPECT_EQ(router.answer(request).status, 404);
}

}  // namespace
}  // namespace dateline::http
