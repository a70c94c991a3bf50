#include "formats/newsml_g2.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/item_cases.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using testing::StartsWith;
using Items = base::Result<std::vector<NewsItem>>;

Items parse(std::string_view bytes) {
  return parse_newsml_g2(bytes);
}

std::string message_of(const std::string& items) {
  return "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>\n<itemSet>" + items + "</itemSet></newsMessage>";
}

std::string item_of(const std::string& inside) {
  return "<newsItem>" + inside + "</newsItem>";
}

TEST(NewsMlG2, Cases) {
  EXPECT_GE(expect_cases("newsml_g2", {".xml"}, parse), 9u);
}

TEST(NewsMlG2, AnItemThatSaysNothingLosesNoOther) {
  const Items items = parse(message_of(item_of("") + item_of("<contentSet><inlineXML>text</inlineXML></contentSet>") +
                                       item_of("<itemMeta><itemClass/></itemMeta><contentMeta><headline>Last</headline>"
                                               "</contentMeta>")));
  ASSERT_TRUE(items.ok());
  ASSERT_EQ(items->size(), 3u);
  EXPECT_EQ(items->at(1).body_text, "text");
  EXPECT_EQ(items->at(2).headline, "Last");
}

TEST(NewsMlG2, WhatStandsInTheItemGoesBeforeTheDocumentInside) {
  const Items items = parse(
      "<newsItem guid='g'><contentMeta><headline>Outer</headline></contentMeta><contentSet><inlineXML><nitf><head>"
      "<docdata management-status='canceled'><doc-id "
      "id-string='inner'/></docdata></head><body><body.head><hedline><hl1>"
      "Inner</hl1></hedline><dateline>ROME</dateline></body.head></body></nitf></inlineXML></contentSet></newsItem>");
  ASSERT_TRUE(items.ok());
  EXPECT_EQ(items->at(0).id, "g");
  EXPECT_EQ(items->at(0).headline, "Outer");
  EXPECT_EQ(items->at(0).dateline, "ROME");
  EXPECT_EQ(items->at(0).status, ItemStatus::kCancelled);
}

TEST(NewsMlG2, TooManyItemsNameTheLine) {
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += item_of("<contentMeta><headline>h</headline></contentMeta>") + "\n";
  const Items whole = parse(message_of(many));
  ASSERT_TRUE(whole.ok());
  EXPECT_EQ(whole->size(), 10'000u);
  const Items more = parse(message_of(many + item_of("")));
  ASSERT_FALSE(more.ok());
  EXPECT_EQ(more.error().code, ErrorCode::kTooLarge);
  EXPECT_THAT(more.error().message, StartsWith("line 10002: "));
}

TEST(NewsMlG2, OtherXmlIsInvalidAndNamesTheLine) {
  const Items items = parse("<?xml version='1.0'?>\n\n<events/>");
  ASSERT_FALSE(items.ok());
  EXPECT_EQ(items.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(items.error().message, "line 3: XML, but no NewsML: its root is <events>");
}

TEST(NewsMlG2, EntitiesAreRefused) {
  const Items items = parse("<!DOCTYPE newsItem [<!ENTITY a 'b'>]><newsItem>&a;</newsItem>");
  ASSERT_FALSE(items.ok());
  EXPECT_EQ(items.error().code, ErrorCode::kInvalid);
}

TEST(NewsMlG2, EveryTruncationIsCorrupt) {
  std::string whole = read_case_file("newsml_g2/message.xml");
  whole.resize(whole.find_last_of('>') + 1);
  for (std::size_t cut = 0; cut < whole.size(); cut += 7) {
    SCOPED_TRACE(cut);
    const Items items = parse(whole.substr(0, cut));
    ASSERT_FALSE(items.ok());
    EXPECT_EQ(items.error().code, ErrorCode::kCorrupt);
  }
}

std::string newsml1_of(const std::string& components) {
  return "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Main</HeadLine></NewsLines>" + components +
         "</NewsComponent></NewsItem></NewsML>";
}

std::string text_of(const std::string& words) {
  return "<ContentItem><DataContent>" + words + "</DataContent></ContentItem>";
}

TEST(NewsMl1, OtherFormsOfATextAreLeftOut) {
  const Items items = parse(newsml1_of(text_of("first") + text_of("<p>again</p>") + text_of("")));
  ASSERT_TRUE(items.ok());
  ASSERT_EQ(items->size(), 1u);
  EXPECT_EQ(items->at(0).body_text, "first");
}

TEST(NewsMl1, NewsLinesGoBeforeTheDocumentInside) {
  const Items items = parse(newsml1_of(
      text_of("<nitf><body><body.head><hedline><hl1>Inner</hl1></hedline><byline>Ann Oar</byline></body.head>"
              "<body.content><p>a</p></body.content></body></nitf>")));
  ASSERT_TRUE(items.ok());
  EXPECT_EQ(items->at(0).headline, "Main");
  EXPECT_EQ(items->at(0).byline, "Ann Oar");
}

TEST(NewsMl1, ManyTextsDoNotMultiplyTheirHead) {
  const std::string long_line(1 << 20, 'x');
  std::string components = "<NewsLines><RightsLine>" + long_line + "</RightsLine></NewsLines>";
  for (int i = 0; i < 9'000; ++i) {
    components += "<NewsComponent><NewsLines><HeadLine>h</HeadLine></NewsLines>" + text_of("t") + "</NewsComponent>";
  }
  for (int i = 0; i < 100'000; ++i) components += text_of("u");
  const Items items = parse(newsml1_of(components));
  ASSERT_TRUE(items.ok());
  EXPECT_EQ(items->size(), 9'001u);
  EXPECT_EQ(items->at(0).rights, "");
}

TEST(NewsMl1, TooManyTextsAreRefused) {
  std::string components;
  for (int i = 0; i < 3; ++i) {
    components += "<NewsComponent><NewsLines><HeadLine>h</HeadLine></NewsLines>" + text_of("t") + "</NewsComponent>";
  }
  const Items items = parse_newsml_g2(newsml1_of(components), {.max_items = 2});
  ASSERT_FALSE(items.ok());
  EXPECT_EQ(items.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace dateline::formats
