#include "base/utf8.h"

#include <gtest/gtest.h>

namespace dateline::base {
namespace {

TEST(Utf8, WellFormedIsAcceptedAndIllFormedIsNot) {
  for (const char* good : {"", "plain", "é", "€", "😀", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) EXPECT_TRUE(is_utf8(good));
  for (const char* bad : {"\x80", "\xC0\x80", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                          "\xF4\x90\x80\x80", "\xFF", "a\xE2\x82"}) {
    EXPECT_FALSE(is_utf8(bad)) << testing::PrintToString(std::string(bad));
  }
}

TEST(Utf8, MendReplacesEachMaximalSubpart) {
  EXPECT_EQ(mend_utf8("a\xE2\x82z"), "a\uFFFDz") << "a cut-off sequence is one subpart";
  EXPECT_EQ(mend_utf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD") << "a surrogate's bytes stand alone";
  EXPECT_EQ(mend_utf8("ok é"), "ok é");
}

TEST(Utf8, CensusCountsWhatATextIsMadeOf) {
  const std::string line = "plain text, \t with \x01 and \x7F ";
  std::string text;
  for (int i = 0; i < 10; ++i) text += line;
  text += "é\u0085\u0080\xFF\xE2\x82";
  const Utf8Census census = take_census(text);
  EXPECT_EQ(census.ascii, 10 * line.size());
  EXPECT_EQ(census.sequences, 3u);
  EXPECT_EQ(census.ill_formed, 3u);
  EXPECT_EQ(census.controls, 21u) << "two a line, and U+0080; NEL ends a line";
}

TEST(Utf8, WalksBothWays) {
  const std::string text = "aé😀";
  std::size_t at = 0;
  EXPECT_EQ(next_code_point(text, &at), U'a');
  EXPECT_EQ(next_code_point(text, &at), U'é');
  EXPECT_EQ(next_code_point(text, &at), U'😀');
  EXPECT_EQ(at, text.size());
  EXPECT_EQ(previous_code_point(text, text.size()), U'😀');
  EXPECT_EQ(previous_code_point(text, 3), U'é');
  EXPECT_EQ(previous_code_point(text, 0), U'\0');
}

TEST(Utf8, AppendMendsWhatIsNoCodePoint) {
  std::string out;
  append_utf8(out, U'é');
  append_utf8(out, 0xD800);
  append_utf8(out, 0x110000);
  EXPECT_EQ(out, "é\uFFFD\uFFFD");
}

TEST(Utf8, PrefixNeverCutsACodePoint) {
  EXPECT_EQ(utf8_prefix("aé", 2), "a");
  EXPECT_EQ(utf8_prefix("aé", 3), "aé");
  EXPECT_EQ(utf8_prefix("aé", 99), "aé");
}

TEST(CodePointOffsets, GoThereAndBackOverManyBlocks) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 7 == 0 ? "😀" : i % 3 == 0 ? "é" : "x";
  const CodePointOffsets offsets(text);
  std::size_t chars = 0;
  for (std::size_t at = 0; at < text.size(); ++chars) {
    ASSERT_EQ(offsets.to_chars(at), chars);
    ASSERT_EQ(offsets.to_bytes(chars), at);
    next_code_point(text, &at);
  }
  EXPECT_EQ(offsets.to_chars(text.size()), 300u);
  EXPECT_EQ(offsets.to_bytes(301), text.size());
}

TEST(CodePointOffsets, AsciiIsTheIdentity) {
  const CodePointOffsets offsets("plain");
  EXPECT_EQ(offsets.to_chars(3), 3u);
  EXPECT_EQ(offsets.to_bytes(99), 5u);
}

}  // namespace
}  // namespace dateline::base
