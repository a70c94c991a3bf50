#include "archive/body.h"

#include <gtest/gtest.h>

#include "archive/testing.h"
#include "base/json.h"
#include "news/article_json.h"

namespace dateline::archive {
namespace {

std::int64_t number(Encoding encoding) {
  return static_cast<std::int64_t>(encoding);
}

std::string as_json(const news::Article& article) {
  return base::to_text(news::to_json(article, news::ArticleParts::kAll));
}

TEST(Body, ALongArticleIsCompressedAndComesBack) {
  const news::Article article = make_article("urn:1", "Headline", make_text(1, 400));
  const auto body = encode_body(article);
  ASSERT_TRUE(body.ok()) << body.error().message;
  EXPECT_EQ(body->encoding, Encoding::kZstd);
  EXPECT_LT(body->bytes.size(), as_json(article).size() / 2);
  const auto back = decode_body(number(body->encoding), body->bytes);
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(as_json(*back), as_json(article));
  EXPECT_EQ(decode_text(number(body->encoding), body->bytes).value(), article.text);
}

TEST(Body, PlainJsonIsReadToo) {
  const news::Article article = make_article("urn:1", "Headline", "Some text.");
  const auto back = decode_body(number(Encoding::kPlain), as_json(article));
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(back->text, "Some text.");
}

TEST(Body, AnArticleWithoutATextIsAnArticle) {
  news::Article article;
  article.id = article.uri = "urn:1";
  const auto body = encode_body(article);
  ASSERT_TRUE(body.ok());
  EXPECT_EQ(decode_body(number(body->encoding), body->bytes)->text, "");
  EXPECT_EQ(decode_text(number(body->encoding), body->bytes).value(), "");
}

// Texts whose paragraphs, joined, are another text: every offset must still mean the same place.
TEST(Body, TextsThatTheReaderWouldJoinOtherwiseStayUntouched) {
  for (const char* text : {"a\n\nb", "\na", "a\n", "a\r\nb", "\n", "a b\n c\n\n\nd"}) {
    news::Article article;
    article.id = article.uri = "urn:1";
    article.text = text;
    const std::string_view whole = article.text;
    for (std::size_t begin = 0; begin < whole.size();) {
      const std::size_t end = std::min(whole.find_first_of("\r\n", begin), whole.size());
      if (end > begin) article.paragraphs.push_back({{begin, end}, news::ParagraphKind::kParagraph});
      begin = end + 1;
    }
    article.times.push_back({{whole.size() - 1, whole.size()}, news::TimeType::kDate, "2013"});
    const auto body = encode_body(article);
    ASSERT_TRUE(body.ok());
    const auto back = decode_body(number(body->encoding), body->bytes);
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(back->text, text);
    EXPECT_EQ(back->times[0].span, article.times[0].span);
  }
}

TEST(Body, WhatIsNotUtf8IsRefused) {
  for (const char* bytes : {"\xff", "\xc3", "\xed\xa0\x80"}) {
    news::Article article = make_article("urn:1", "h", "t");
    article.byline = bytes;
    const auto body = encode_body(article);
    ASSERT_FALSE(body.ok());
    EXPECT_EQ(body.error().code, base::ErrorCode::kInvalid);
  }
}

TEST(Body, EveryCutIsCorrupt) {
  const auto body = encode_body(make_article("urn:1", "Headline", make_text(1, 50)));
  ASSERT_TRUE(body.ok());
  for (std::size_t cut = 0; cut < body->bytes.size(); ++cut) {
    const auto back = decode_body(number(body->encoding), std::string_view(body->bytes).substr(0, cut));
    ASSERT_FALSE(back.ok()) << cut;
    EXPECT_EQ(back.error().code, base::ErrorCode::kCorrupt) << cut;
  }
}

TEST(Body, HostileBytesAreCorruptAndCostNothing) {
  // A zstd frame header that promises 2^40 bytes.
  const std::string huge("\x28\xb5\x2f\xfd\xe0\0\0\0\0\0\1\0\0", 13);
  EXPECT_EQ(decode_body(number(Encoding::kZstd), huge).error().message, "stored article: states a size past the limit");
  for (const std::int64_t encoding : {-1, 2, 1 << 20}) {
    EXPECT_EQ(decode_body(encoding, "{}").error().code, base::ErrorCode::kCorrupt);
  }
  for (const char* json : {"", "[]", "null", "{", "{\"id\":1.5}", "{\"id\":\"a\",\"text\":7}"}) {
    EXPECT_EQ(decode_body(number(Encoding::kPlain), json).error().code, base::ErrorCode::kCorrupt) << json;
    EXPECT_EQ(decode_text(number(Encoding::kPlain), json).error().code, base::ErrorCode::kCorrupt) << json;
  }
}

}  // namespace
}  // namespace dateline::archive
