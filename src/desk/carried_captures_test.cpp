#include "desk/carried_captures.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace dateline::desk {
namespace {

using formats::Format;
using formats::ItemStatus;
using formats::NewsItem;
using news::MediaKind;

constexpr const char* kRelease = "2026-03-30T07:30:00+01:00";

base::Instant at(const std::string& written) {
  const auto instant = base::parse_instant(written);
  EXPECT_TRUE(instant) << written;
  return instant.value_or(base::Instant{});
}

NewsItem item(std::string headline = "Pier shut") {
  NewsItem out;
  out.id = "17";
  out.headline = std::move(headline);
  out.body_html = "<p>The pier is shut.</p>";
  return out;
}

NewsItem withheld(std::string release) {
  NewsItem out = item();
  out.status = ItemStatus::kWithheld;
  out.release = std::move(release);
  return out;
}

/// What is wrong with `of` at `now`, or nothing.
std::string problem(NewsItem of, const std::string& now) {
  const Carried carried = carried_captures({std::move(of)}, Format::kNitf, at(now));
  EXPECT_EQ(carried.captures.size() + carried.problems.size(), 1u);
  return carried.problems.empty() ? "" : carried.problems.front().message;
}

TEST(CarriedCaptures, AnEmbargoHoldsToTheSecond) {
  EXPECT_EQ(problem(withheld(kRelease), "2026-03-30T06:29:59Z"),
            "item 1 (Pier shut): is under embargo until 2026-03-30T06:30:00Z");
  EXPECT_EQ(problem(withheld(kRelease), "2026-03-30T06:30:00Z"), "");
  EXPECT_EQ(problem(withheld(kRelease), "2999-01-01T00:00:00Z"), "");
}

TEST(CarriedCaptures, WithoutAReadableReleaseAnItemIsHeldForEver) {
  for (const char* release : {"", "Thursday noon"}) {
    EXPECT_EQ(problem(withheld(release), "2999-01-01T00:00:00Z"), "item 1 (Pier shut): is withheld by its sender");
  }
}

TEST(CarriedCaptures, WhatIsCancelledNeverComesOut) {
  NewsItem killed = withheld(kRelease);
  killed.status = ItemStatus::kCancelled;
  EXPECT_EQ(problem(killed, "2999-01-01T00:00:00Z"), "item 1 (Pier shut): is cancelled by its sender");
}

TEST(CarriedCaptures, ProblemsNameTheItemByWhatItHas) {
  NewsItem nameless = withheld("");
  nameless.headline.clear();
  EXPECT_EQ(problem(nameless, kRelease), "item 1 (17): is withheld by its sender");
  nameless.id.clear();
  EXPECT_EQ(problem(nameless, kRelease), "item 1: is withheld by its sender");
  nameless.headline = std::string(79, 'x') + "ü and more";
  EXPECT_EQ(problem(nameless, kRelease), "item 1 (" + std::string(79, 'x') + "): is withheld by its sender");
}

TEST(CarriedCaptures, OneThatIsHeldLosesNoOther) {
  const Carried carried = carried_captures({item("One"), withheld(""), item("Three")}, Format::kNitf, at(kRelease));
  ASSERT_EQ(carried.captures.size(), 2u);
  EXPECT_EQ(carried.captures[1].carrier.headline, "Three");
  ASSERT_EQ(carried.problems.size(), 1u);
  EXPECT_TRUE(carried.problems[0].message.starts_with("item 2 "));
}

TEST(CarriedCaptures, KindsFollowCarrierAndBody) {
  const auto kind = [](Format format, const std::string& html, const std::string& text) {
    NewsItem one;
    one.body_html = html;
    one.body_text = text;
    return carried_captures({one}, format, base::Instant{}).captures.at(0).kind;
  };
  for (const Format feed : {Format::kFeed, Format::kJsonFeed, Format::kNewsSitemap}) {
    EXPECT_EQ(kind(feed, "<p>x", ""), MediaKind::kFeedEntry);
    EXPECT_EQ(kind(feed, "", ""), MediaKind::kFeedEntry);
  }
  for (const Format wire : {Format::kNinjs, Format::kNitf, Format::kNewsMlG2}) {
    EXPECT_EQ(kind(wire, "<p>x", ""), MediaKind::kWireHtml);
    EXPECT_EQ(kind(wire, "", "x"), MediaKind::kWireText);
  }
  EXPECT_EQ(kind(Format::kWireText, "", "x"), MediaKind::kWireText);
  EXPECT_EQ(kind(Format::kMail, "<p>x", ""), MediaKind::kMail);
  EXPECT_EQ(kind(Format::kMail, "", "x"), MediaKind::kPlainText);
}

TEST(CarriedCaptures, IdentityIsTheAddressElseAnIdThatIsAUri) {
  const auto uri = [](const std::string& id, const std::string& link) {
    NewsItem one = item();
    one.id = id;
    one.link = link;
    return carried_captures({one}, Format::kNitf, base::Instant{}).captures.at(0).uri;
  };
  EXPECT_EQ(uri("urn:x:1", "https://quay.example/1"), "https://quay.example/1");
  EXPECT_EQ(uri("urn:x:1", "/1"), "urn:x:1");
  EXPECT_EQ(uri("tag:quay.example,2026:1", ""), "tag:quay.example,2026:1");
  EXPECT_EQ(uri("HTTPS://quay.example/2", ""), "HTTPS://quay.example/2");
  EXPECT_EQ(uri("17", ""), "");
  EXPECT_EQ(uri("javascript:alert(1)", "javascript:alert(2)"), "");
}

TEST(CarriedCaptures, WhatTheCarrierSaysGoesAlong) {
  NewsItem said = item();
  said.outlet = "Quay Herald";
  said.byline = "Ines Marlow";
  said.dateline = "PORT ALDER";
  said.published = kRelease;
  said.modified = "2026-03-31";
  said.language = "en";
  said.section = "Transport";
  said.rights = "(c) Herald";
  said.image = "https://quay.example/i.jpg";
  said.note = "Adds quote";
  said.keywords = {"piers"};
  const Carried carried = carried_captures({said}, Format::kNitf, base::Instant{});
  const news::Capture& capture = carried.captures.at(0);
  EXPECT_EQ(capture.bytes, "<p>The pier is shut.</p>");
  EXPECT_EQ(capture.charset, "utf-8");
  const news::Carrier& got = capture.carrier;
  EXPECT_EQ(got.headline + got.outlet + got.byline + got.dateline, "Pier shutQuay HeraldInes MarlowPORT ALDER");
  EXPECT_EQ(got.published + got.modified + got.language, std::string(kRelease) + "2026-03-31en");
  EXPECT_EQ(got.section + got.rights + got.image + got.note, "Transport(c) Heraldhttps://quay.example/i.jpgAdds quote");
  EXPECT_EQ(got.keywords, said.keywords);
}

TEST(ReadCarried, WhatTheParserCouldNotReadComesFirst) {
  const std::string mark = "From a Tue Mar 31 17:00:00 2026\n";
  const std::string head = "From: A <a@a.example>\nSubject: Quay\nMessage-ID: <1@a.example>\n";
  const auto carried = read_carried(Format::kMail, mark + head + "\nOne\n\n" + mark + head + "\n\n", base::Instant{});
  ASSERT_TRUE(carried.ok());
  EXPECT_EQ(carried->captures.size(), 1u);
  ASSERT_EQ(carried->problems.size(), 1u);
  EXPECT_NE(carried->problems[0].message.find("of the mbox"), std::string::npos);
  EXPECT_FALSE(read_carried(Format::kFeed, "<rss>", base::Instant{}).ok());
}

}  // namespace
}  // namespace dateline::desk
