// What stands in header fields, and how bodies are encoded.
#include <gtest/gtest.h>

#include <string>

#include "formats/mbox.h"
#include "formats/mime_charset.h"
#include "formats/mime_codec.h"
#include "formats/mime_words.h"

namespace dateline::formats {
namespace {

std::string words(std::string_view value) {
  CharsetDecoder charsets;
  return decode_words(value, charsets);
}

TEST(MimeWords, AreDecoded) {
  EXPECT_EQ(words("plain  text "), "plain text");
  EXPECT_EQ(words("=?UTF-8?Q?caf=C3=A9_au_lait?="), "café au lait");
  EXPECT_EQ(words("=?iso-8859-1?q?caf=E9?= (=?utf-8*fr?b?w6k=?=)"), "café (é)");
  EXPECT_EQ(words("=?iso-8859-1?q?=93Yes=94?="), "“Yes”") << "windows-1252 is what senders mean";
  EXPECT_EQ(words("caf\xE9"), "café");
  EXPECT_EQ(words("\x1B$BEl\x1B(B"), "東");
}

TEST(MimeWords, NeighboursAreJoinedBeforeTheyAreDecoded) {
  EXPECT_EQ(words("=?utf-8?q?caf=C3?=\t=?utf-8?q?=A9?= x"), "café x");
  EXPECT_EQ(words("=?utf-8?q?a?= =?iso-8859-2?q?b?= c =?utf-8?q?d?="), "ab c d");
  EXPECT_EQ(words("=?utf-8?q?a?= "), "a");
}

TEST(MimeWords, WhatIsNoneStaysAsItIs) {
  for (const char* text :
       {"=?", "=?utf-8?", "=?utf-8?x?a?=", "=??q?a?=", "=?utf-8?q?a", "a =? b ?= c", "=?a b?q?c?="}) {
    EXPECT_EQ(words(text), text);
  }
}

TEST(MimeParameters, Forms) {
  EXPECT_EQ(parameter("text/plain; charset=utf-8; format=flowed", "format"), "flowed");
  EXPECT_EQ(parameter("text/plain;charset = \"a\\\"b; c\" ;x=y", "charset"), "a\"b; c");
  EXPECT_EQ(parameter("text/plain; charset=us-ascii (plain); x=y", "x"), "y");
  EXPECT_EQ(parameter("a/b; boundary*0=\"one\"; boundary*1=two", "boundary"), "onetwo");
  EXPECT_EQ(parameter("a/b; name*0*=utf-8'en'a%20; name*1=b%20; name*2*=%21", "name"), "a b%20!");
  EXPECT_EQ(parameter("a/b; CHARSET*=''utf-8", "charset"), "utf-8");
  EXPECT_EQ(parameter("charset=x", "charset"), "") << "stands before any ';'";
  EXPECT_EQ(parameter("a/b; flag; x=\"open", "x"), "open");
  EXPECT_EQ(before_parameters(" Text/HTML (a page); charset=x"), "text/html");
}

TEST(MimeComments, AreLeftOut) {
  EXPECT_EQ(without_comments("Mon, 2 Mar 2026 09:00 +0000 (GMT (UTC))"), "Mon, 2 Mar 2026 09:00 +0000 ");
  EXPECT_EQ(without_comments("\"(kept)\" (a \\) b) c"), "\"(kept)\"  c");
  EXPECT_EQ(without_comments("(((open"), "");
}

TEST(MimeMailbox, First) {
  CharsetDecoder charsets;
  const Mailbox mailbox = first_mailbox("=?utf-8?q?Caf=C3=A9?= \"News\" <n@cafe.example>, x@y", charsets);
  EXPECT_EQ(mailbox.name, "Café News");
  EXPECT_EQ(mailbox.address, "n@cafe.example");
  EXPECT_EQ(first_mailbox("Group: ;, a@b", charsets).address, "a@b");
  EXPECT_EQ(first_mailbox("a@b <", charsets).address, "");
  EXPECT_EQ(first_mailbox(std::string(1 << 20, ':'), charsets).address, "");
}

TEST(MimeBase64, ForgivesWhatMailsDoToIt) {
  EXPECT_EQ(decode_base64("cXVh\r\neQ==\n"), "quay");
  EXPECT_EQ(decode_base64("cXVheQ==cXVheQ=="), "quayquay");
  EXPECT_EQ(decode_base64("cXV!heQ"), "quay");
  EXPECT_EQ(decode_base64("="), "");
}

TEST(MimeQuotedPrintable, Lines) {
  EXPECT_EQ(decode_quoted_printable("a=\r\nb=\n=c3=A9 \t\nd=20\n"), "ab\xC3\xA9\nd \n");
  EXPECT_EQ(decode_quoted_printable("a = b =G1 =4"), "a = b =G1 =4");
  EXPECT_EQ(decode_quoted_printable("a= \t\nb="), "ab");
  EXPECT_EQ(decode_quoted_printable("a \r\nb\r"), "a\r\nb\r");
}

TEST(MimeFlowed, LinesAreJoined) {
  EXPECT_EQ(unflow("one \ntwo\n\nthree\n", false), "one two\n\nthree\n");
  EXPECT_EQ(unflow("東 \r\n京\r\n", true), "東京\n");
  EXPECT_EQ(unflow("> a \n> b\n>> c \nd \n", false), ">a b\n>>c \nd ") << "quotes of different depth do not join";
  EXPECT_EQ(unflow("text \n-- \nname\n", false), "text \n-- \nname\n");
  EXPECT_EQ(unflow(" From here\n  two\n", false), "From here\n two\n");
}

TEST(MimeCharset, BytesDecideBeforeLabels) {
  CharsetDecoder charsets;
  EXPECT_EQ(charsets.to_utf8("caf\xC3\xA9", "iso-8859-1"), "café");
  EXPECT_EQ(charsets.to_utf8("\xCC\xE8\xF0", " Windows-1251 "), "Мир");
  EXPECT_EQ(charsets.to_utf8("\xCC\xE8\xF0 is not", "utf-8"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD is not");
  EXPECT_EQ(charsets.to_utf8("\x93x\x94 \x80", ""), "“x” €");
  EXPECT_EQ(charsets.to_utf8("\x93\xFA\x96{", "shift_jis"), "日本");
  EXPECT_EQ(charsets.to_utf8("\xB0\xA1", "ks_c_5601-1987"), "가");
  EXPECT_EQ(charsets.to_utf8("+MEI-", "utf-7"), "あ");
  EXPECT_EQ(charsets.to_utf8("\x1B$B%+\x1B(B", "iso-2022-jp"), "カ") << "held back until the end";
}

TEST(MimeCharset, ALabelThatCannotBeIsNotBelieved) {
  CharsetDecoder charsets;
  EXPECT_EQ(charsets.to_utf8("\xE9t\xE9 \xE9t\xE9", "euc-jp"), "été été");
  EXPECT_EQ(charsets.to_utf8(std::string(200, 'x') + "\xFF", "euc-jp"), std::string(200, 'x') + "\xEF\xBF\xBD");
}

TEST(Mbox, Postmarks) {
  EXPECT_TRUE(is_postmark("From five@northwire.example Tue Mar 31 17:00:00 2026"));
  EXPECT_TRUE(is_postmark("From - Tue Mar 31 17:00 2026 +0100\r"));
  EXPECT_FALSE(is_postmark("From 17:00 the bridge is up"));
  EXPECT_FALSE(is_postmark("From the start of 2026 on"));
  EXPECT_FALSE(is_postmark("from a Tue Mar 31 17:00:00 2026"));
}

TEST(Mbox, AMailBeginsBehindAnEmptyLine) {
  const std::string mark = "From a Tue Mar 31 17:00:00 2026";
  EXPECT_EQ(split_mbox(mark + "\na\n" + mark + "\n\n" + mark + "\nb", 9),
            (std::vector<std::string_view>{"a\nFrom a Tue Mar 31 17:00:00 2026", "b"}));
  EXPECT_EQ(split_mbox("a\n\n" + mark, 9).size(), 1u);
  EXPECT_EQ(split_mbox(mark, 9).size(), 1u);
}

}  // namespace
}  // namespace dateline::formats
