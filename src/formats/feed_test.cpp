#include "formats/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "formats/item_cases.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using testing::StartsWith;

Feed parse(std::string_view bytes) {
  base::Result<Feed> feed = parse_feed(bytes);
  EXPECT_TRUE(feed.ok()) << (feed.ok() ? "" : feed.error().message);
  return feed.ok() ? *feed : Feed{};
}

base::Error error_of(std::string_view bytes, const NewsItemLimits& limits = {}) {
  const base::Result<Feed> feed = parse_feed(bytes, limits);
  EXPECT_FALSE(feed.ok());
  return feed.ok() ? base::Error{} : feed.error();
}

TEST(Feed, Cases) {
  EXPECT_GE(expect_cases("feeds", {".xml"}, parse), 6u);
}

TEST(Feed, CharsetsOfTheDeclarationAreRead) {
  EXPECT_EQ(
      parse("<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><title>Caf\xE9</title></channel></rss>").title,
      "Café");
  EXPECT_EQ(
      parse("<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>\xCC\xE8\xF0</title></channel></rss>")
          .title,
      "Мир");
  EXPECT_EQ(parse("\xEF\xBB\xBF\n<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>").title, "x");
  EXPECT_EQ(parse("\n\n<?xml version='1.0'?><rss><channel><title>y</title></channel></rss>").title, "y");
}

TEST(Feed, NotWellFormedIsCorruptAndNamesTheLine) {
  const base::Error error = error_of("<rss>\n<channel>\n<title>x</titel>\n</channel></rss>");
  EXPECT_EQ(error.code, ErrorCode::kCorrupt);
  EXPECT_THAT(error.message, StartsWith("line 3: "));
  EXPECT_THAT(error.message, testing::Not(HasSubstr("\n")));
  for (const char* bad : {"", "   ", "plain", "<rss>", "<rss><channel>&nosuch;</channel></rss>", "<a b=1></a>",
                          "<rss><channel/></rss><rss/>", "\xFF\xFE<"}) {
    EXPECT_EQ(error_of(bad).code, ErrorCode::kCorrupt) << bad;
  }
}

TEST(Feed, EveryTruncationIsCorrupt) {
  const std::string whole =
      "<?xml version='1.0'?><rss><channel><title>a</title><item><title>b</title></item></channel></rss>";
  ASSERT_TRUE(parse_feed(whole).ok());
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    SCOPED_TRACE(cut);
    EXPECT_EQ(error_of(whole.substr(0, cut)).code, ErrorCode::kCorrupt);
  }
}

TEST(Feed, OtherXmlIsInvalid) {
  EXPECT_EQ(error_of("<html><body/></html>").code, ErrorCode::kInvalid);
  EXPECT_THAT(error_of("<opml/>").message, HasSubstr("<opml>"));
  EXPECT_EQ(error_of("<rss/>").code, ErrorCode::kInvalid);
}

TEST(Feed, EntitiesAreRefusedBeforeTheyGrow) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 \"lol\">";
  for (int i = 1; i < 20; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) bomb += "&a" + std::to_string(i - 1) + ";";
    bomb += "\">";
  }
  EXPECT_NE(error_of(bomb + "]><rss><channel><title>&a19;</title></channel></rss>").code, ErrorCode::kTooLarge);
  EXPECT_FALSE(parse_feed(bomb + "]><rss><channel a='&a19;'/></rss>").ok());
  EXPECT_EQ(error_of("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>").code, ErrorCode::kInvalid);
  EXPECT_EQ(error_of("<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&a;</title>"
                     "</channel></rss>")
                .code,
            ErrorCode::kInvalid);
  EXPECT_FALSE(parse_feed("<!DOCTYPE rss [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><rss><channel/></rss>").ok());
}

TEST(Feed, DefaultAttributesAreRefused) {
  EXPECT_EQ(error_of("<!DOCTYPE rss [<!ATTLIST rss a (b|c) 'b'>]><rss><channel/></rss>").code, ErrorCode::kInvalid);
  std::string declarations;
  for (int i = 0; i < 20000; ++i) declarations += "<!ATTLIST item a" + std::to_string(i) + " CDATA 'x'>";
  std::string items;
  for (int i = 0; i < 9000; ++i) items += "<item/>";
  EXPECT_EQ(error_of("<!DOCTYPE rss [" + declarations + "]><rss><channel>" + items + "</channel></rss>").code,
            ErrorCode::kInvalid);
}

TEST(Feed, AnExternalDtdIsNotFetched) {
  const Feed feed = parse(
      "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" "
      "\"http://my.netscape.example/rss-0.91.dtd\"><rss version=\"0.91\"><channel><title>News</title></channel></rss>");
  EXPECT_EQ(feed.title, "News");
}

TEST(Feed, NothingIsPrinted) {
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  (void)parse_feed("<rss><channel>&nosuch;<a:b c=''></rss>");
  (void)parse_feed("<?xml version='1.0' encoding='no-such-charset'?><rss/>");
  (void)parse_feed("<?xml version='1.0' encoding='utf-8'?><rss>\xFF\xFE\x80</rss>");
  (void)parse_feed("<!DOCTYPE a SYSTEM \"http://a.example/a.dtd\"><rss xmlns='not a uri'>&b;</rss>");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

TEST(Feed, LimitsHold) {
  std::string items;
  for (int i = 0; i < 11; ++i) items += "<item><title>x</title></item>";
  const std::string rss = "<rss><channel>" + items + "</channel></rss>";
  EXPECT_EQ(error_of(rss, {.max_items = 10}).code, ErrorCode::kTooLarge);
  EXPECT_TRUE(parse_feed(rss, {.max_items = 11}).ok());
  EXPECT_EQ(error_of("<feed><entry/><entry/></feed>", {.max_items = 1}).code, ErrorCode::kTooLarge);
  std::string attributes = "<rss><channel><title ";
  for (int i = 0; i < 300; ++i) attributes += " a" + std::to_string(i) + "='>'";
  EXPECT_EQ(error_of(attributes + "/></channel></rss>").code, ErrorCode::kTooLarge);
  const std::string latin = "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><title>" +
                            std::string(9 << 20, 'x') + "</title><a>" + std::string(9 << 20, 'x') +
                            "</a></channel></rss>";
  EXPECT_EQ(error_of(latin).code, ErrorCode::kTooLarge);
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  EXPECT_EQ(error_of(deep).code, ErrorCode::kCorrupt);
}

TEST(Feed, AuthorsWithoutEndAreCut) {
  std::string item = "<item>";
  for (int i = 0; i < 20000; ++i) item += "<author>Author Number " + std::to_string(i) + "</author>";
  const Feed feed = parse("<rss><channel>" + item + "</item></channel></rss>");
  EXPECT_LE(feed.entries.at(0).byline.size(), 1000u);
  EXPECT_THAT(feed.entries.at(0).byline, StartsWith("Author Number 0, Author Number 1, "));
}

TEST(Feed, ThreadsParseSideBySide) {
  const std::string rss = read_case_file("feeds/rss2.xml");
  const std::string expected = dump(parse(rss));
  std::vector<std::thread> threads;
  std::vector<int> same(4);
  for (std::size_t t = 0; t < same.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 50; ++i) {
        (void)parse_feed("<broken");
        same[t] += dump(*parse_feed(rss)) == expected ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(same, std::vector<int>(4, 50));
}

}  // namespace
}  // namespace dateline::formats
