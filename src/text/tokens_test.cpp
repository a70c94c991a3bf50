#include "text/tokens.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "text/case_files.h"

namespace dateline::text {
namespace {

std::string shown(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!out.empty()) out += ' ';
    out += token.span.of(text);
    if (token.kind == TokenKind::kNumber) out += "/n";
    if (token.kind == TokenKind::kPunctuation) out += "/p";
    if (token.kind == TokenKind::kSymbol) out += "/s";
  }
  return out;
}

TEST(Tokens, CasesOfTheFile) {
  for (const CaseLine& line : read_cases("tokens.txt")) {
    SCOPED_TRACE("tokens.txt:" + std::to_string(line.number));
    ASSERT_EQ(line.fields.size(), 2u);
    EXPECT_EQ(shown(line.fields[0]), line.fields[1]);
  }
}

TEST(Tokens, SayHowTheyAreWritten) {
  const std::string text = "The UN and U.S. met I. Éluard, iPhone A";
  struct Expected {
    std::string_view word;
    bool capitalised;
    bool all_caps;
  };
  const std::vector<Expected> expected = {{"The", true, false},    {"UN", true, true},    {"and", false, false},
                                          {"U.S.", true, true},    {"met", false, false}, {"I.", true, false},
                                          {"Éluard", true, false}, {",", false, false},   {"iPhone", false, false},
                                          {"A", true, false}};
  const std::vector<Token> tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), expected.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    EXPECT_EQ(tokens[i].span.of(text), expected[i].word);
    EXPECT_EQ(tokens[i].capitalised, expected[i].capitalised) << expected[i].word;
    EXPECT_EQ(tokens[i].all_caps, expected[i].all_caps) << expected[i].word;
  }
}

TEST(Tokens, KnowTheSpaceBeforeThem) {
  const std::vector<Token> tokens = tokenize(
      "a, b\xC2\xA0"
      "c");
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_FALSE(tokens[0].space_before);
  EXPECT_FALSE(tokens[1].space_before);
  EXPECT_TRUE(tokens[2].space_before);
  EXPECT_TRUE(tokens[3].space_before);
}

TEST(Tokens, CoverEverythingButWhiteSpace) {
  const std::string text = "Well \xFF\xC3(ok)\x01 \xE2\x80 ﷽ العربية हिन्दी ภาษาไทย e\xCC\x81t\xC3\xA9 ...";
  std::string joined;
  const auto tokens = tokenize(text);
  expect_sound_spans(text, tokens, [](const Token& token) { return token.span; });
  for (const Token& token : tokens) joined += token.span.of(text);
  std::string expected = text;
  std::erase(expected, ' ');
  EXPECT_EQ(joined, expected);
}

TEST(Tokens, HostileInputTakesLinearTime) {
  for (const std::string_view piece :
       {"a", "a-", "a'", "A.", "1,", "1-a", ".", "漢字", "ก", "a@", "://", "\xF0\x9F\x91\x8D", "e\xCC\x81", "\xFF",
        "a.b", "-1", "שלום ", "x://y", "Nov. "}) {
    SCOPED_TRACE(piece);
    std::string text;
    while (text.size() < (1u << 20)) text += piece;
    const auto start = std::chrono::steady_clock::now();
    expect_sound_spans(text, tokenize(text), [](const Token& token) { return token.span; });
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(8));
  }
}

TEST(Tokens, AWordOfTenMegabytesIsOneToken) {
  const std::string text(10u << 20, 'x');
  const auto tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].span.end_bytes, text.size());
}

}  // namespace
}  // namespace dateline::text
