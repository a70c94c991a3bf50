#include "formats/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "formats/item_cases.h"
#include "formats/news_items.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

NewsItems parse(std::string_view bytes, const MailLimits& limits = {}) {
  base::Result<NewsItems> mail = parse_mail(bytes, {}, limits);
  EXPECT_TRUE(mail.ok()) << (mail.ok() ? "" : mail.error().message);
  return mail.ok() ? *mail : NewsItems{};
}

NewsItem only_item(std::string_view bytes) {
  const NewsItems mail = parse(bytes);
  EXPECT_THAT(mail.items, SizeIs(1));
  return mail.items.size() == 1 ? mail.items.front() : NewsItem{};
}

base::Error error_of(std::string_view bytes, const NewsItemLimits& items = {}, const MailLimits& limits = {}) {
  const base::Result<NewsItems> mail = parse_mail(bytes, items, limits);
  EXPECT_FALSE(mail.ok());
  return mail.ok() ? base::Error{} : mail.error();
}

const std::string kHeader = "From: A <a@a.example>\nSubject: Quay\nMessage-ID: <1@a.example>\nMIME-Version: 1.0\n";

TEST(Mail, Cases) {
  const auto read = [](std::string_view bytes) {
    EXPECT_EQ(sniff(bytes), Format::kMail);
    return parse(bytes);
  };
  EXPECT_GE(expect_cases("mail", {".eml", ".mbox", ".mht"}, read), 12u);
}

TEST(Mail, LinesMayEndInCrLf) {
  for (const char* name : {"mail/forwarded.eml", "mail/attachments.eml", "mail/two.mbox"}) {
    SCOPED_TRACE(name);
    const std::string unix_lines = read_case_file(name);
    const NewsItems expected = parse(unix_lines);
    std::string lines;
    for (const char c : unix_lines) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
    NewsItems mail = parse(lines);
    for (NewsItem& item : mail.items) {
      std::erase(item.body_html, '\r');
      std::erase(item.body_text, '\r');
    }
    ASSERT_EQ(mail.items.size(), expected.items.size());
    for (std::size_t i = 0; i < mail.items.size(); ++i) {
      EXPECT_EQ(mail.items[i].headline, expected.items[i].headline);
      EXPECT_EQ(mail.items[i].body_html, expected.items[i].body_html);
    }
  }
}

TEST(Mail, HeadlinesAreTheSubjectWithoutWhatMailProgramsPutBeforeIt) {
  const auto headline = [](std::string_view subject, std::string_view more = "") {
    return only_item("From: a@b.example\nSubject: " + std::string(subject) + "\n" + std::string(more) + "\nText\n")
        .headline;
  };
  EXPECT_EQ(headline("Fwd: FW: Quay shut"), "Quay shut");
  EXPECT_EQ(headline("WG: Kai gesperrt"), "Kai gesperrt");
  EXPECT_EQ(headline("[quay] Quay shut", "List-Id: The quay <quay.lists.example>\n"), "Quay shut");
  EXPECT_EQ(headline("Fwd: [quay] Re: Quay shut", "List-Id: <quay.lists.example>\nIn-Reply-To: <a@b>\n"), "Quay shut");
  EXPECT_EQ(headline("[Update] Quay shut", "List-Id: <quay.lists.example>\n"), "[Update] Quay shut");
  EXPECT_EQ(headline("Re: the quay, a letter"), "Re: the quay, a letter");
  EXPECT_EQ(headline("Quay shut:\n =?utf-8?q?=C2=A32_million?="), "Quay shut: £2 million");
  EXPECT_EQ(headline(std::string(20'000, 'x')).size(), MailLimits{}.max_field_bytes);
}

TEST(Mail, OutletIsTheSendersNameOrDomain) {
  const auto outlet = [](std::string_view from) {
    return only_item("From: " + std::string(from) + "\n\nText\n").outlet;
  };
  EXPECT_EQ(outlet("\"Herald, The\" <news@herald.example>, b@c.example"), "Herald, The");
  EXPECT_EQ(outlet("news@Herald.Example"), "herald.example");
  EXPECT_EQ(outlet("news@herald.example (The Herald)"), "The Herald");
  EXPECT_EQ(outlet("\"news@herald.example\" <news@herald.example>"), "herald.example");
  EXPECT_EQ(outlet("Editors: Herald <news@herald.example>;"), "Herald");
  EXPECT_EQ(outlet("<>"), "");
  EXPECT_EQ(only_item("Sender: Herald <n@h.example>\n\nText\n").outlet, "Herald");
}

TEST(Mail, IdIsAMidUri) {
  EXPECT_EQ(only_item("Message-ID:\n <a+b%c@x.example>\n\nText\n").id, "mid:a%2Bb%25c@x.example");
  EXPECT_EQ(only_item("Message-ID: nonsense\n\nText\n").id, "");
}

TEST(Mail, HtmlIsTakenUnlessItHidesTheText) {
  const auto mail = [](std::string_view html) {
    return only_item(kHeader +
                     "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nThe quay is shut until June, "
                     "said the mayor.\n--b\nContent-Type: text/html\n\n" +
                     std::string(html) + "\n--b--\n");
  };
  EXPECT_EQ(mail("<p>The quay is shut until June.").body_html, "<p>The quay is shut until June.");
  EXPECT_THAT(mail("<img src=a><a>Web</a>").body_text, StartsWith("The quay"));
  EXPECT_THAT(mail("  ").body_text, StartsWith("The quay"));
  EXPECT_EQ(only_item(kHeader + "Content-Type: text/html\n\n<img src=a>").body_html, "<img src=a>");
}

TEST(Mail, CharsetOfAPageWithoutOneInItsHeaderIsThatOfItsMeta) {
  EXPECT_THAT(only_item(kHeader + "Content-Type: text/html\n\n<meta charset=windows-1251><p>\xCC\xE8\xF0").body_html,
              HasSubstr("Мир"));
  EXPECT_EQ(only_item(kHeader + "Content-Type: text/plain; charset=x-none\n\nCaf\xE9").body_text, "Café");
  EXPECT_EQ(only_item(kHeader + "Content-Type: text/plain; charset=iso-8859-1\n\nCafé").body_text, "Café");
}

TEST(Mail, WithoutATextIsInvalid) {
  for (const std::string& body :
       {std::string("\n"), std::string("Content-Type: application/pdf\n\nJVBERi0="),
        std::string("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: "
                    "attachment\n\nx\n--b--"),
        std::string("Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\nbegin"),
        std::string("Content-Type: multipart/mixed\n\nNo boundary")}) {
    EXPECT_EQ(error_of(kHeader + body).code, ErrorCode::kInvalid) << body;
  }
  EXPECT_EQ(error_of("").code, ErrorCode::kInvalid);
}

TEST(Mail, EveryTruncationIsReadOrInvalid) {
  for (const char* name : {"mail/single.eml", "mail/digest.eml", "mail/two.mbox"}) {
    const std::string whole = read_case_file(name);
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
      const base::Result<NewsItems> mail = parse_mail(std::string_view(whole).substr(0, cut));
      ASSERT_TRUE(mail.ok() || mail.error().code == ErrorCode::kInvalid) << name << " " << cut;
    }
  }
  const std::string forwarded = read_case_file("mail/forwarded.eml");
  EXPECT_THAT(only_item(forwarded.substr(0, forwarded.find("Its head"))).body_html, HasSubstr("402 to 88"));
}

TEST(Mail, LimitsHold) {
  std::string parts = kHeader + "Content-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 11; ++i) parts += "--b\n\nx\n";
  EXPECT_THAT(error_of(parts, {}, {.max_parts = 11}).message, StartsWith("mail of more than 11 parts at byte "));
  EXPECT_THAT(parse(parts, {.max_parts = 12}).items, SizeIs(1));
  EXPECT_EQ(error_of("X: " + std::string(2000, 'x') + "\n\ny", {}, {.max_header_bytes = 1024}).code,
            ErrorCode::kTooLarge);
  EXPECT_EQ(error_of(std::string(2000, 'x'), {}, {.max_header_bytes = 1024}).code, ErrorCode::kTooLarge);
  EXPECT_EQ(error_of(kHeader + "\n" + std::string(2000, 'x'), {}, {.max_text_bytes = 1024}).code, ErrorCode::kTooLarge);
  const std::string mbox = read_case_file("mail/two.mbox");
  EXPECT_EQ(error_of(mbox, {.max_items = 2}).code, ErrorCode::kTooLarge);
  EXPECT_EQ(error_of(read_case_file("mail/digest.eml"), {.max_items = 1}).code, ErrorCode::kTooLarge);
}

TEST(Mail, WhatLiesTooDeepIsPassedOver) {
  std::string nested = kHeader;
  for (int i = 0; i < 100'000; ++i) {
    const std::string b = "b" + std::to_string(i);
    nested += "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n";
    if (i == 10) nested += "\nShallow\n--" + b + "\n";
  }
  EXPECT_EQ(only_item(nested + "\nDeep\n").body_text, "Shallow");
  std::string forwarded = kHeader;
  for (int i = 0; i < 100'000; ++i) forwarded += "Content-Type: message/rfc822\n\n";
  EXPECT_EQ(error_of(forwarded + "\nDeep\n").code, ErrorCode::kInvalid);
}

TEST(Mail, BoundariesAreComparedWhole) {
  EXPECT_EQ(
      only_item(kHeader + "Content-Type: multipart/mixed; boundary=\"a b \"\n\n--a b\n\none\n--a bc\n--a b---\ntwo\n"
                          "--a b-- \t\nthree\n")
          .body_text,
      "one\n--a bc\n--a b---\ntwo");
}

TEST(Mail, AnOuterBoundaryEndsInnerParts) {
  const NewsItems mail = parse(kHeader +
                               "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/mixed; "
                               "boundary=i\n\n--i\n\none\n--o\n\ntwo\n--o--\n");
  ASSERT_THAT(mail.items, SizeIs(1));
  EXPECT_EQ(mail.items[0].body_text, "one\ntwo");
}

TEST(Mail, ABadMailLosesNoneOfAnMbox) {
  const std::string mark = "From a Tue Mar 31 17:00:00 2026\n";
  const std::string mbox =
      mark + kHeader + "\nOne\n\n" + mark + "X: " + std::string(300 << 10, 'x') + "\n\n" + mark + kHeader + "\nTwo\n";
  const NewsItems mail = parse(mbox);
  EXPECT_THAT(mail.items, SizeIs(2));
  ASSERT_THAT(mail.problems, SizeIs(1));
  EXPECT_THAT(mail.problems[0].message, HasSubstr("at byte 150 of the mbox: header of more than 256 KiB"));
  const auto none = parse_news_items(Format::kMail, mark + "\n\n");
  ASSERT_TRUE(none.ok());
  EXPECT_THAT(none->items, SizeIs(0));
  ASSERT_THAT(none->problems, SizeIs(1));
  EXPECT_EQ(none->problems[0].code, ErrorCode::kInvalid);
}

TEST(Mail, NothingIsPrinted) {
  testing::internal::CaptureStderr();
  (void)parse_mail("Subject: =?no-such?q?x?=\nContent-Type: text/plain; charset=\"../../x//IGNORE\"\n\n\xFF");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Mail, ThreadsParseSideBySide) {
  const std::string bytes = read_case_file("mail/japanese.eml");
  const std::string expected = dump(parse(bytes));
  std::vector<std::thread> threads;
  std::vector<int> same(4);
  for (std::size_t t = 0; t < same.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 50; ++i) same[t] += dump(*parse_mail(bytes)) == expected ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(same, std::vector<int>(4, 50));
}

}  // namespace
}  // namespace dateline::formats
