#include "formats/wire_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "formats/item_cases.h"
#include "formats/news_items.h"
#include "formats/sniff.h"
#include "formats/wire_charset.h"
#include "formats/wire_trailer.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using testing::StartsWith;

/// "«SOH»" and "«xE9»" as the bytes that they stand for.
std::string with_controls(std::string_view text) {
  static const std::map<std::string, char, std::less<>> names = {
      {"NUL", '\x00'}, {"SOH", '\x01'}, {"STX", '\x02'}, {"ETX", '\x03'}, {"EOT", '\x04'}, {"BS", '\x08'},
      {"HT", '\x09'},  {"VT", '\x0B'},  {"FF", '\x0C'},  {"CR", '\x0D'},  {"DLE", '\x10'}, {"DC1", '\x11'},
      {"DC2", '\x12'}, {"DC3", '\x13'}, {"SYN", '\x16'}, {"CAN", '\x18'}, {"FS", '\x1C'},  {"GS", '\x1D'},
      {"RS", '\x1E'},  {"US", '\x1F'},  {"DEL", '\x7F'}};
  std::string bytes;
  while (!text.empty()) {
    const std::size_t open = text.find("«");
    const std::size_t close = text.find("»", open);
    const std::string_view name = open == std::string_view::npos || close == std::string_view::npos
                                      ? std::string_view{}
                                      : text.substr(open + 2, close - open - 2);
    const auto known = names.find(name);
    const bool hex = name.size() == 3 && name[0] == 'x';
    bytes += text.substr(0, open);
    if (open == std::string_view::npos) break;
    if (known == names.end() && !hex) {
      bytes += "«";
      text.remove_prefix(open + 2);
      continue;
    }
    bytes += hex ? static_cast<char>(std::stoi(std::string(name.substr(1)), nullptr, 16)) : known->second;
    text.remove_prefix(close + 2);
  }
  return bytes;
}

NewsItems parse(std::string_view bytes) {
  base::Result<NewsItems> messages = parse_wire_text(bytes);
  EXPECT_TRUE(messages.ok()) << (messages.ok() ? "" : messages.error().message);
  return messages.ok() ? *messages : NewsItems{};
}

std::string framed(std::string_view header, std::string_view text, std::string_view trailer) {
  return "\x01" + std::string(header) + "\x02" + std::string(text) + "\x03" + std::string(trailer) + "\x04";
}

const std::string kHeader = "a0567\x1F-----\r\nr i BC-Quake 11-02 0010\r\n";

TEST(WireText, Cases) {
  const auto read = [](std::string_view spelt) {
    const std::string bytes = with_controls(spelt);
    EXPECT_EQ(sniff(bytes), Format::kWireText);
    EXPECT_EQ(describe(bytes), "a wire message");
    return parse(bytes);
  };
  EXPECT_GE(expect_cases("wire", {".wire"}, read), 12u);
}

TEST(WireText, EveryTruncationGivesWhatIsThere) {
  const std::string whole = framed(kHeader, "   VELLMAR (FP) _ The harbour opened.\r\n", "\r\n1405EST 11-02-13\r\n");
  ASSERT_TRUE(parse(whole).problems.empty());
  const std::size_t text = whole.find('\x02');
  for (std::size_t cut = 1; cut < whole.size(); ++cut) {
    SCOPED_TRACE(cut);
    const auto messages = parse_wire_text(std::string_view(whole).substr(0, cut));
    if (cut <= text + 4) {
      ASSERT_FALSE(messages.ok());
      EXPECT_THAT(messages.error().message,
                  testing::AnyOf(StartsWith("message at byte 0 has no text"), "no wire message found"));
    } else {
      ASSERT_TRUE(messages.ok());
      EXPECT_THAT("VELLMAR (FP) — The harbour opened.", StartsWith(messages->items.at(0).body_text.substr(0, 10)));
      EXPECT_EQ(messages->problems.size(), cut <= whole.find('\x03') ? 1u : 0u);
    }
  }
}

TEST(WireText, NothingInItIsInvalid) {
  for (const char* bytes : {"", "   ", "plain text", "a0567 is a room number.\nAnd this is a sentence."}) {
    const auto messages = parse_wire_text(bytes);
    ASSERT_FALSE(messages.ok()) << bytes;
    EXPECT_EQ(messages.error().code, ErrorCode::kInvalid);
  }
}

TEST(WireText, LimitsHold) {
  const std::string one = framed(kHeader, "   VELLMAR (FP) _ The harbour opened.", "");
  std::string many;
  for (int i = 0; i < 11; ++i) many += one;
  EXPECT_EQ(parse_wire_text(many, {.max_items = 10}).error().code, ErrorCode::kTooLarge);
  EXPECT_TRUE(parse_wire_text(many, {.max_items = 11}).ok());

  const NewsItems large = parse(framed(kHeader, std::string(kMaxWireMessageBytes, 'x'), "") + one);
  EXPECT_EQ(large.items.size(), 1u);
  ASSERT_EQ(large.problems.size(), 1u);
  EXPECT_EQ(large.problems[0].code, ErrorCode::kTooLarge);

  const NewsItems header = parse(framed(std::string(kMaxWireHeaderBytes + 1, 'h'), "text", "") + one);
  EXPECT_EQ(header.items.size(), 1u);
  EXPECT_THAT(header.problems.at(0).message, HasSubstr("message at byte 0 has a header of more than"));
}

TEST(WireText, AnUnknownHeaderLeavesTheText) {
  const NewsItems messages = parse(framed("no header of ours", "   The harbour opened.", ""));
  EXPECT_EQ(messages.items.at(0).id, "");
  EXPECT_EQ(messages.items.at(0).body_text, "The harbour opened.");
}

TEST(WireText, WhatAReportIsAboutDoesNotCancelIt) {
  const auto status = [](std::string_view header, std::string_view text) {
    return parse(framed(header, text, "")).items.at(0).status;
  };
  const std::string text =
      "^BC-Quake<\n^Quake kills three<\n^Three people were killed and an embargo lifted<\n   Text.\n";
  EXPECT_EQ(status(kHeader, text), ItemStatus::kUsable);
  EXPECT_EQ(status("a0567\x1F\nu n BC-Police-Killing 1stLd 11-02 0010\n", text), ItemStatus::kUsable);
  EXPECT_EQ(status("a0567\x1F\nb n BC-Quake BulletinKill 11-02 0010\n", text), ItemStatus::kCancelled);
  EXPECT_EQ(status(kHeader, "^BC-Quake<\n^Quake<\n^MANDATORY KILL<\n   Text.\n"), ItemStatus::kCancelled);
  EXPECT_EQ(status(kHeader, "^BC-Quake<\n^Quake<\n^EMBARGOED until 0600 GMT<\n   Text.\n"), ItemStatus::kWithheld);
  EXPECT_EQ(status(kHeader, "^BC-Quake<\n^Quake<\n^FOR IMMEDIATE RELEASE<\n   Text.\n"), ItemStatus::kUsable);
}

TEST(WireText, ASlugOfSlashesAloneIsNoKeyword) {
  const NewsItems messages = parse(framed("a0567\r\n", "^////<\r\n\tThe harbour is shut.", ""));
  ASSERT_EQ(messages.items.size(), 1u);
  EXPECT_THAT(messages.items[0].keywords, testing::IsEmpty());
  EXPECT_EQ(messages.items[0].body_text, "The harbour is shut.");
}

TEST(WireText, NastyBytesTakeLinearTime) {
  for (const char* piece :
       {"\x01", "\x01\x02", "\x02", "\x0C", "\x0C\x0B", "x \x18", "a0001\n", "^", "<", "=\n", "\r", "` "}) {
    std::string bytes = "\x01" + kHeader + "\x02";
    while (bytes.size() < (std::size_t{1} << 19)) bytes += piece;
    (void)parse_wire_text(bytes);
    (void)parse_wire_text(bytes.substr(kHeader.size() + 2));
  }
}

TEST(WireText, IsOneOfTheCarriersOfItems) {
  ASSERT_TRUE(carries_news_items(Format::kWireText));
  const auto items = parse_news_items(Format::kWireText, framed(kHeader, "   The harbour opened.", ""));
  ASSERT_TRUE(items.ok());
  EXPECT_EQ(items->items.size(), 1u);
}

TEST(WireText, PlainTextAndBinaryAreNoWire) {
  EXPECT_EQ(sniff("a0567 is a room number.\n\nAnd this is a sentence."), Format::kPlainText);
  EXPECT_EQ(sniff("r i p 11-02 is a date\n"), Format::kPlainText);
  EXPECT_EQ(sniff("abc123 4 people came to the harbour on Monday."), Format::kPlainText);
  EXPECT_EQ(sniff("\x01\x02\x03\x04\x05\x06 binary"), Format::kBinary);
  EXPECT_EQ(sniff(std::string("\x01 ab \0 \x02 x", 9)), Format::kBinary);
}

TEST(WireTrailer, TrailersAreReadInEachForm) {
  const auto published = [](std::string_view line) {
    const auto trailer = parse_wire_trailer(line);
    return trailer ? trailer->published : "-";
  };
  EXPECT_EQ(published("1234ET 11-02-13"), "2 Nov 2013 12:34 ET");
  EXPECT_EQ(published("1234 11-02-2013"), "2 Nov 2013 12:34");
  EXPECT_EQ(published("16:35ET 31-10-14<"), "31 Oct 2014 16:35 ET");
  EXPECT_EQ(published("AP-NY-11-02-13 1405EST"), "2 Nov 2013 14:05 EST");
  EXPECT_EQ(published("AP-WF-02-20-16 0337GMT<"), "20 Feb 2016 03:37 GMT");
  EXPECT_EQ(published("021234 NOV 13"), "2 Nov 2013 12:34");
  EXPECT_EQ(published("212322 GMT Nov 18"), "21 Nov 2018 23:22 GMT");
  EXPECT_EQ(published("021234 NOVEMBER 2013"), "2 Nov 2013 12:34");
  for (const char* bad : {"", "1234", "2534ET 11-02-13", "1234ET 13-13-13", "1234ET 02-30-13", "321234 NOV 13",
                          "On 11-02-13 1405 ships came in", "021234 NOX 13", "1234ET 11-02-13 and more"}) {
    EXPECT_EQ(published(bad), "-") << bad;
  }
}

TEST(WireCharset, BracketsStayBrackets) {
  EXPECT_EQ(wire_to_utf8("f(x) = {a | b} and [c]"), "f(x) = {a | b} and [c]");
  EXPECT_EQ(wire_to_utf8("a{b}c{d}e{f}g"), "a{b}c{d}e{f}g");
  EXPECT_EQ(wire_to_utf8("H{r {r v}ren fr}n f|rr }ret"), "Här är våren från förr året");
  EXPECT_EQ(wire_to_utf8("\x80 5 \x96 caf\xE9 \x81"), "€ 5 – café ");
  EXPECT_EQ(wire_to_utf8("caf\xC3\xA9"), "café");
}

}  // namespace
}  // namespace dateline::formats
