#include "text/charset.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"
#include "text/charset_labels.h"

namespace dateline::text {
namespace {

using namespace std::string_literals;

std::string converted(std::string_view bytes, std::string_view declared = "") {
  const auto result = to_utf8(bytes, declared);
  return result.ok() ? *result : "error: " + result.error().message;
}

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    out += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

TEST(Charset, Utf8StaysAsItIsWhateverIsDeclared) {
  EXPECT_EQ(converted("Zürich"), "Zürich");
  EXPECT_EQ(converted("Zürich", "iso-8859-1"), "Zürich");
  EXPECT_EQ(converted(""), "");
}

TEST(Charset, ByteOrderMarksWinAndGo) {
  EXPECT_EQ(converted("\xEF\xBB\xBFZürich", "utf-16"), "Zürich");
  EXPECT_EQ(converted("\xFF\xFE" + utf16(u"Zürich 東京", false)), "Zürich 東京");
  EXPECT_EQ(converted("\xFE\xFF" + utf16(u"Zürich 東京", true), "utf-8"), "Zürich 東京");
  EXPECT_EQ(converted("\xFF\xFE\0\0Z\0\0\0"s), "Z");
}

TEST(Charset, Utf16WithoutAMarkIsSeenByItsNuls) {
  EXPECT_EQ(converted(utf16(u"A mill closed.", false)), "A mill closed.");
  EXPECT_EQ(converted(utf16(u"A mill closed.", true)), "A mill closed.");
  EXPECT_EQ(converted(utf16(u"東京 A 大阪", true), "utf-16be"), "東京 A 大阪");
}

TEST(Charset, DeclaredLabelsAreReadAsTheWebReadsThem) {
  EXPECT_EQ(converted("caf\xE9 \x80 \x93ok\x94", "ISO-8859-1"), "café € “ok”");
  EXPECT_EQ(converted("caf\xE9", " us-ascii "), "café");
  EXPECT_EQ(converted("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251"), "Привет");
  EXPECT_EQ(converted("\xF0\xD2\xC9\xD7\xC5\xD4", "koi8-r"), "Привет");
  EXPECT_EQ(converted("\x93\x8C\x8B\x9E", "Shift_JIS"), "東京");
  EXPECT_EQ(converted("\xC5\xEC\xB5\xFE", "euc-jp"), "東京");
  EXPECT_EQ(converted("\xB1\xB1\xBE\xA9", "gb2312"), "北京");
  EXPECT_EQ(converted("\xA5\x78\xA5\x5F", "big5"), "台北");
  EXPECT_EQ(converted("\xBC\xAD\xBF\xEF", "euc-kr"), "서울");
  EXPECT_EQ(converted("\x1B$B\x45\x6C\x35\x7E\x1B(B", "iso-2022-jp"), "東京");
}

TEST(Charset, EveryListedLabelHasAConverter) {
  for (const std::string_view label :
       {"utf-8",        "utf8",         "ibm866",       "iso-8859-2",   "iso-8859-3",   "iso-8859-4",   "iso-8859-5",
        "iso-8859-6",   "iso-8859-7",   "iso-8859-8",   "iso-8859-10",  "iso-8859-13",  "iso-8859-14",  "iso-8859-15",
        "koi8-r",       "koi8-u",       "macintosh",    "windows-874",  "windows-1250", "windows-1251", "windows-1252",
        "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "gbk",
        "gb18030",      "big5",         "euc-jp",       "iso-2022-jp",  "shift_jis",    "euc-kr",       "utf-16be",
        "utf-16le",     "latin1",       "cp1252",       "sjis",         "unicode"}) {
    EXPECT_FALSE(converter_for_label(label).empty()) << label;
  }
  for (const std::string_view label : {"", "no-such-charset", "utf-7", "ebcdic-cp-us", "iso-2022-kr", "hz-gb-2312"}) {
    EXPECT_EQ(converter_for_label(label), "") << label;
  }
}

TEST(Charset, GuessesWhatNobodyDeclared) {
  EXPECT_EQ(converted("Der B\xFCrgermeister er\xF6"
                      "ffnete die Br\xFC"
                      "cke f\xFCr Fu\xDFg\xE4nger."),
            "Der Bürgermeister eröffnete die Brücke für Fußgänger.");
  const std::string russian =
      "\xC3\xEE\xF0\xEE\xE4\xF1\xEA\xEE\xE9 \xF1\xEE\xE2\xE5\xF2 \xE7\xE0\xEA\xF0\xFB\xEB \xEC\xEE\xF1\xF2";
  EXPECT_EQ(converted(russian), "Городской совет закрыл мост");
}

TEST(Charset, AWrongDeclarationIsNotBelieved) {
  const std::string russian =
      "\xC3\xEE\xF0\xEE\xE4\xF1\xEA\xEE\xE9 \xF1\xEE\xE2\xE5\xF2 \xE7\xE0\xEA\xF0\xFB\xEB \xEC\xEE\xF1\xF2";
  EXPECT_EQ(converted(russian, "utf-8"), "Городской совет закрыл мост");
  EXPECT_EQ(converted("caf\xE9 au lait", "no-such-charset"), "café au lait");
}

TEST(Charset, NearlyUtf8IsMended) {
  EXPECT_EQ(converted("Zürich, Köln, Genève, Málaga \xFF"), "Zürich, Köln, Genève, Málaga \xEF\xBF\xBD");
}

TEST(Charset, BinaryIsNoText) {
  EXPECT_EQ(converted("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s), "error: is not text");
  EXPECT_EQ(converted("GIF89a\x01\x02\x03\x04\x05\x06\x07"), "error: is not text");
  EXPECT_EQ(converted("plain \0 text"s, "utf-8"), "error: is not text");
  EXPECT_EQ(converted("\xEF\xBB\xBFplain \0 text"s), "error: is not text");
  EXPECT_EQ(to_utf8("\0\0\0\0"s, "").error().code, base::ErrorCode::kInvalid);
}

TEST(Charset, LargeInputCrossesThePiecesOfTheConversion) {
  std::string bytes;
  std::string expected;
  for (int i = 0; i < 30000; ++i) {
    bytes +=
        "\x93\x8C"
        "a\x8B\x9E";
    expected += "東a京";
  }
  EXPECT_EQ(converted(bytes, "shift_jis"), expected);
}

// Two bytes of a cut sequence become one U+FFFD, so that a text may be one tenth controls only once it is mended.
TEST(Charset, WhetherItIsTextIsAskedOfWhatComesOut) {
  const std::string bytes = "\xEF\xBB\xBF&\xD2\x8Cuwi\xEC\x9E;\x9C\x06";
  EXPECT_FALSE(to_utf8(bytes, "").ok());
}

}  // namespace
}  // namespace dateline::text
