#include "editions/plain_text.h"

#include <gtest/gtest.h>

namespace dateline::editions {
namespace {

TEST(CleanForTerminal, LetsNothingSteerTheTerminal) {
  EXPECT_EQ(clean_for_terminal("a\x1b[31mb"), "a [31mb");
  EXPECT_EQ(clean_for_terminal("a\x07\x08\nb"), "a   b");
  EXPECT_EQ(clean_for_terminal("a\u009B31mb"), "a 31mb") << "C1 control sequence introducer";
  EXPECT_EQ(clean_for_terminal("a\u202Egnp.exe\u202C"), "agnp.exe") << "right-to-left override";
  EXPECT_EQ(clean_for_terminal("a\u2066b\u2069"), "ab");
  EXPECT_EQ(clean_for_terminal("\xC3("), "\uFFFD(");
  EXPECT_EQ(clean_for_terminal("“Grüße” – 日本"), "“Grüße” – 日本");
}

TEST(InCapitals, KnowsEuropeanLetters) {
  EXPECT_EQ(in_capitals("Japan and Russia's"), "JAPAN AND RUSSIA'S");
  EXPECT_EQ(in_capitals("große ÿ ÷ ×"), "GROSSE Ÿ ÷ ×");
  EXPECT_EQ(in_capitals("łódź žižka ķ ŉ"), "ŁÓDŹ ŽIŽKA Ķ ŉ");
  EXPECT_EQ(in_capitals("Ελλάς"), "ΕΛΛάς") << "accented and final letters stay: their capitals depend on the word";
  EXPECT_EQ(in_capitals("правда ёж"), "ПРАВДА ЁЖ");
  EXPECT_EQ(in_capitals("日本 ı"), "日本 ı");
}

TEST(ToAscii, WritesTypographyAsTypewritersDid) {
  EXPECT_EQ(to_ascii("“a” ‘b’ „c“ «d»"), "\"a\" 'b' \"c\" \"d\"");
  EXPECT_EQ(to_ascii("1–2 — x… · ¶6 §7"), "1-2 -- x... - p6 par. 7");
  EXPECT_EQ(to_ascii("€5 £3 ½ × 20 °C"), "EUR 5 GBP 3 1/2 x 20  deg C");
  EXPECT_EQ(to_ascii("a\u00A0b\u2009c\u00ADd"), "a b cd");
}

TEST(ToAscii, TakesAccentsOff) {
  EXPECT_EQ(to_ascii("Łódź Ærø straße Đặng São Ştefan ħ ſ"), "Lodz AEro strasse Dang Sao Stefan h s");
  EXPECT_EQ(to_ascii("e\u0301"), "e");
  EXPECT_EQ(to_ascii("日本 Да"), "?? ??");
}

TEST(ToAscii, GivesAsciiForEveryCodePoint) {
  std::string all;
  for (char32_t point = 0x80; point < 0x3100; ++point) {
    const std::string one = {static_cast<char>(0xE0 | (point >> 12)), static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
                             static_cast<char>(0x80 | (point & 0x3F))};
    all += to_ascii(point < 0x800
                        ? std::string{static_cast<char>(0xC0 | (point >> 6)), static_cast<char>(0x80 | (point & 0x3F))}
                        : one);
  }
  for (const char c : all) ASSERT_LT(static_cast<unsigned char>(c), 0x80);
}

}  // namespace
}  // namespace dateline::editions
