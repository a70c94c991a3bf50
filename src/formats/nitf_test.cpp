#include "formats/nitf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/item_cases.h"
#include "formats/wire_parts.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using testing::StartsWith;

base::Result<std::vector<NewsItem>> parse_one(std::string_view bytes) {
  DATELINE_TRY(NewsItem item, parse_nitf(bytes));
  return std::vector<NewsItem>{std::move(item)};
}

NewsItem parse(std::string_view bytes) {
  base::Result<NewsItem> item = parse_nitf(bytes);
  EXPECT_TRUE(item.ok()) << (item.ok() ? "" : item.error().message);
  return item.ok() ? *item : NewsItem{};
}

base::Error error_of(std::string_view bytes) {
  const base::Result<NewsItem> item = parse_nitf(bytes);
  EXPECT_FALSE(item.ok());
  return item.ok() ? base::Error{} : item.error();
}

std::string with_body(const std::string& body) {
  return "<nitf><body><body.content>" + body + "</body.content></body></nitf>";
}

TEST(Nitf, Cases) {
  EXPECT_GE(expect_cases("nitf", {".xml"}, parse_one), 9u);
}

TEST(Nitf, MarkupBecomesHtml) {
  const std::vector<Case> cases = read_cases("nitf_markup.txt");
  EXPECT_GE(cases.size(), 15u);
  for (const Case& wanted : cases) {
    SCOPED_TRACE(wanted.name);
    EXPECT_EQ(parse(with_body(wanted.input)).body_html, wanted.expected);
  }
}

TEST(Nitf, PartsOfALineAreKeptApart) {
  const auto line = [](const std::string& inside) {
    return parse("<nitf><body><body.head><dateline>" + inside + "</dateline></body.head></body></nitf>").dateline;
  };
  EXPECT_EQ(line("<location>TOKYO</location><story.date>Nov. 2</story.date>"), "TOKYO Nov. 2");
  EXPECT_EQ(line("<location>TOKYO</location>, <story.date>Nov. 2</story.date> (W)"), "TOKYO, Nov. 2 (W)");
  EXPECT_EQ(line("<org>EU</org>s <em>A</em>ction"), "EUs Action");
  EXPECT_EQ(line("<p>One.</p><p>Two</p>"), "One. Two");
  EXPECT_EQ(line("R&amp;D &lt;b> &#8217;s"), "R&D <b> ’s");
}

TEST(Nitf, DatesOfTheBasicFormAreExtended) {
  EXPECT_EQ(extended_date("20131102"), "2013-11-02");
  EXPECT_EQ(extended_date(" 20131102T0905 "), "2013-11-02T09:05");
  EXPECT_EQ(extended_date("20131102T090507Z"), "2013-11-02T09:05:07Z");
  EXPECT_EQ(extended_date("20131102T090507-0500"), "2013-11-02T09:05:07-0500");
  EXPECT_EQ(extended_date("20131102T090507.25Z"), "2013-11-02T09:05:07.25Z");
  EXPECT_EQ(extended_date("20131102T09:05:07Z"), "2013-11-02T09:05:07Z");
  for (const char* other : {"", "2013-11-02", "2013110", "201311021", "Nov. 2", "20131102 0905"}) {
    EXPECT_EQ(extended_date(other), other);
  }
}

TEST(Nitf, AnEmbargoThatWasOverWhenTheItemWasSentIsNone) {
  NewsItem item;
  withhold_until(item, "2016-05-12T09:00:00+01:00", "2016-05-12T08:00:00Z");
  EXPECT_EQ(item.status, ItemStatus::kUsable);
  withhold_until(item, "2016-05-12T09:00:01+01:00", "2016-05-12T08:00:00Z");
  EXPECT_EQ(item.status, ItemStatus::kWithheld);
  EXPECT_EQ(item.release, "2016-05-12T09:00:01+01:00");
  NewsItem unknown;
  withhold_until(unknown, "noon", "2016-05-12T08:00:00Z");
  EXPECT_EQ(unknown.status, ItemStatus::kWithheld);
  NewsItem killed;
  killed.status = ItemStatus::kCancelled;
  withhold_until(killed, "", "");
  EXPECT_EQ(killed.status, ItemStatus::kCancelled);
}

TEST(Nitf, EveryTruncationIsCorrupt) {
  std::string whole = read_case_file("nitf/ferry.xml");
  whole.resize(whole.find_last_of('>') + 1);
  ASSERT_TRUE(parse_nitf(whole).ok());
  for (std::size_t cut = 0; cut < whole.size(); cut += 7) {
    SCOPED_TRACE(cut);
    EXPECT_EQ(error_of(whole.substr(0, cut)).code, ErrorCode::kCorrupt);
  }
}

TEST(Nitf, HostileMarkupIsRefusedOrReadInTime) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<block>";
  EXPECT_EQ(error_of(with_body(deep)).code, ErrorCode::kCorrupt);
  std::string attributes = "<p";
  for (int i = 0; i < 1'000'000; ++i) attributes += " a" + std::to_string(i) + "=''";
  EXPECT_EQ(error_of(with_body(attributes + "/>")).code, ErrorCode::kTooLarge);
  std::string elements = "\n";
  for (int i = 0; i < 1'000'000; ++i) elements += "<a/>";
  EXPECT_EQ(error_of(with_body(elements)).message,
            "line 2: more than a million elements, attributes and references to entities");
  std::string references;
  for (int i = 0; i < 1'000'001; ++i) references += "&a;";
  EXPECT_EQ(error_of("<!DOCTYPE nitf SYSTEM 'x'>" + with_body(references)).code, ErrorCode::kTooLarge);
  EXPECT_EQ(error_of("<!DOCTYPE nitf SYSTEM 'x'>" + with_body("<p a='" + references + "'/>")).code,
            ErrorCode::kTooLarge);
  EXPECT_EQ(parse(with_body("<![CDATA[<br>" + references + "]]>")).body_html.size(), 4 + references.size());
  const std::string large(2 << 20, 'x');
  std::string nested = large;
  for (int i = 0; i < 200; ++i) nested = "<person>" + nested + "</person>";
  EXPECT_EQ(parse("<nitf><body><body.head><byline>" + nested + "</byline></body.head></body></nitf>").byline, "");
  std::string posts;
  for (int i = 0; i < 100'000; ++i) posts += "<function>post</function>";
  EXPECT_EQ(parse("<nitf><body><body.head><byline><person>Ann" + posts + "</person></byline></body.head></body></nitf>")
                .byline,
            "Ann");
  nested = large;
  for (int i = 0; i < 120; ++i) nested = "<note type='npa'><p>a</p><block>" + nested + "</block></note>";
  EXPECT_EQ(parse(with_body(nested)).note, "a");
  std::string authors;
  for (int i = 0; i < 100'000; ++i) authors += "<byline><person>A " + std::to_string(i) + "</person></byline>";
  const NewsItem item = parse("<nitf><body><body.head>" + authors + "</body.head></body></nitf>");
  EXPECT_THAT(item.byline, StartsWith("A 0, A 1, "));
  EXPECT_LE(item.byline.size(), 1000u);
}

TEST(Nitf, KeywordsAreBounded) {
  std::string keys;
  for (int i = 0; i < 100'000; ++i) keys += "<keyword key='k" + std::to_string(i) + "'/>";
  EXPECT_EQ(parse("<nitf><head><docdata>" + keys + "</docdata></head></nitf>").keywords.size(), 200u);
}

TEST(Nitf, ABodyOfManyParagraphsIsReadWhole) {
  std::string body;
  for (int i = 0; i < 50'000; ++i) body += "<p>Line " + std::to_string(i) + " of a long list.</p>";
  const std::string html = parse(with_body(body)).body_html;
  EXPECT_THAT(html, HasSubstr("<p>Line 49999 of a long list.</p>"));
  EXPECT_EQ(html, body);
}

}  // namespace
}  // namespace dateline::formats
