#include "formats/ninjs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "formats/item_cases.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<NewsItem> parse(std::string_view bytes) {
  base::Result<std::vector<NewsItem>> items = parse_ninjs(bytes);
  EXPECT_TRUE(items.ok()) << (items.ok() ? "" : items.error().message);
  return items.ok() ? *items : std::vector<NewsItem>{};
}

/// The one item that has these members besides a uri and a body.
NewsItem item_with(const std::string& members) {
  const auto items = parse("{\"uri\": \"urn:x\", \"body_text\": \"Rain.\", " + members + "}");
  EXPECT_EQ(items.size(), 1u) << members;
  return items.empty() ? NewsItem{} : items.front();
}

base::Error error_of(std::string_view bytes, const NewsItemLimits& limits = {}) {
  const base::Result<std::vector<NewsItem>> items = parse_ninjs(bytes, limits);
  EXPECT_FALSE(items.ok()) << bytes.substr(0, 100);
  return items.ok() ? base::Error{} : items.error();
}

TEST(Ninjs, Cases) {
  EXPECT_GE(expect_cases("ninjs", {".json"}, parse), 5u);
}

TEST(Ninjs, NotWellFormedIsCorruptAndNamesThePlace) {
  const base::Error error = error_of("{\"uri\": \"urn:x\", \"body_text\" \"Rain.\"}");
  EXPECT_EQ(error.code, ErrorCode::kCorrupt);
  EXPECT_THAT(error.message, StartsWith("at byte 29: "));
  for (const char* bad : {"", "  ", "plain", "{", "[{}", "{\"uri\": \"\xFF\"}", "{} {}", "\xFF\xFE{"}) {
    EXPECT_EQ(error_of(bad).code, ErrorCode::kCorrupt) << bad;
  }
}

TEST(Ninjs, EveryTruncationIsCorrupt) {
  const std::string whole = R"({"uri": "urn:x", "headlines": [{"value": "a"}], "bodies": [{"value": "b"}]})";
  ASSERT_EQ(parse(whole).size(), 1u);
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    SCOPED_TRACE(cut);
    EXPECT_EQ(error_of(whole.substr(0, cut)).code, ErrorCode::kCorrupt);
  }
}

TEST(Ninjs, OtherJsonIsInvalid) {
  for (const char* other : {"{}", "17", "null", "\"uri\"", "{\"uri\": \"x\", \"headline\": \"y\"}", "[1, {}]",
                            "{\"items\": [{\"id\": 1}]}", "{\"uri\": \"x\", \"body_html\": \"y\", \"text\": \"z\"}"}) {
    EXPECT_EQ(error_of(other).code, ErrorCode::kInvalid) << other;
  }
  EXPECT_THAT(error_of("[1, {}]").message, HasSubstr("none of its 2 entries"));
}

TEST(Ninjs, AListMayBeEmptyOrHoldNoReport) {
  EXPECT_TRUE(parse("[]").empty());
  EXPECT_TRUE(parse(R"([{"uri": "urn:x", "type": "video", "pubstatus": "usable"}])").empty());
}

TEST(Ninjs, ABrokenItemDoesNotLoseTheOthers) {
  const auto items = parse(R"([{"uri": 5, "bodies": 5}, 7, {"uri": "urn:b", "bodies": [{"value": "Rain."}]}, []])");
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].body_text, "Rain.");
}

TEST(Ninjs, LimitsHold) {
  std::string list;
  for (int i = 0; i < 11; ++i) list += std::string(i == 0 ? "" : ",") + R"({"uri": "urn:x", "body_text": "Rain."})";
  EXPECT_EQ(error_of("[" + list + "]", {.max_items = 10}).code, ErrorCode::kTooLarge);
  EXPECT_EQ(error_of("{\"items\": [" + list + "]}", {.max_items = 10}).code, ErrorCode::kTooLarge);
  EXPECT_TRUE(parse_ninjs("[" + list + "]", {.max_items = 11}).ok());
  EXPECT_EQ(error_of(std::string(100'000, '[')).code, ErrorCode::kCorrupt);
  EXPECT_EQ(error_of(std::string(4'000'001, ',')).code, ErrorCode::kTooLarge);
  EXPECT_EQ(
      error_of("{\"uri\": \"urn:x\", \"associations\": " + std::string(100, '[') + std::string(100, ']') + "}").code,
      ErrorCode::kCorrupt);
}

TEST(Ninjs, ManySubjectsAndAuthorsAreCut) {
  std::string names;
  for (int i = 0; i < 5000; ++i) names += (i == 0 ? "{\"name\": \"N" : ", {\"name\": \"N") + std::to_string(i) + "\"}";
  const NewsItem item = item_with("\"subject\": [" + names + "], \"authors\": [" + names + "]");
  EXPECT_EQ(item.keywords.size(), 100u);
  EXPECT_LE(item.byline.size(), 1000u);
}

TEST(Ninjs, ManyBodiesTakeTimeInTheirSizeAlone) {
  std::string bodies = "{\"value\": \"" + std::string(4 << 20, 'x') + "\"}";
  for (int i = 0; i < 50'000; ++i) bodies += ", {\"value\": \"y\"}";
  EXPECT_EQ(parse("{\"uri\": \"u\", \"bodies\": [" + bodies + "]}").at(0).body_text.size(), std::size_t{4} << 20);
}

TEST(Ninjs, AddressesAreNotReadAsHtml) {
  EXPECT_EQ(parse(R"({"uri": "https://a.example/?x=1&lt;=2", "body_text": "Rain."})").at(0).id,
            "https://a.example/?x=1&lt;=2");
  EXPECT_EQ(item_with(R"("headline": "Tide &amp; <i>time</i>")").headline, "Tide & time");
  EXPECT_EQ(item_with(R"("usageterms": "<p>Not for sale</p>", "ednote": "A &lt; B")").rights, "Not for sale");
}

TEST(Ninjs, TheOutletIsWhoAnswersForTheReport) {
  EXPECT_EQ(item_with(R"("provider": {"name": "A"}, "source": "B", "copyrightholder": "C")").outlet, "A");
  EXPECT_EQ(item_with(R"("source": "B", "copyrightholder": "C")").outlet, "B");
  EXPECT_EQ(item_with(R"("copyrightholder": "C", "infosources": [{"name": "D"}])").outlet, "C");
  EXPECT_EQ(item_with(R"("copyrightholder": "C", "infosources": [{"name": "D", "role": "x/distributor"}])").outlet,
            "D");
  EXPECT_EQ(item_with(R"("infoSources": [{"name": "Police", "role": "x/witness"}, {"name": "D"}])").outlet, "D");
  EXPECT_EQ(item_with(R"("infosource": [{"name": "Police", "rel": "witness"}])").outlet, "");
}

TEST(Ninjs, SluglineIsNoHeadlineAndAPlaceNoDateline) {
  EXPECT_EQ(item_with(R"("slugline": "flood-3")").headline, "");
  EXPECT_EQ(item_with(R"("title": "Flood", "slugline": "flood-3")").headline, "Flood");
  EXPECT_EQ(item_with(R"("headline_main": "A", "title": "B")").headline, "A");
  EXPECT_EQ(item_with(R"("located": "Tokyo, Japan")").dateline, "");
  EXPECT_EQ(item_with(R"("located": "Berlin, 10117")").dateline, "");
  EXPECT_EQ(item_with(R"("located": "TOKYO, Nov. 2")").dateline, "TOKYO, Nov. 2");
  EXPECT_EQ(item_with(R"("located": "BERLIN, 2. November")").dateline, "BERLIN, 2. November");
}

TEST(Ninjs, AnEmbargoThatWasOnWhenTheMessageWasMadeWithholds) {
  const auto status = [](const std::string& until, const std::string& made) {
    return item_with("\"embargoed\": \"" + until + "\", \"versioncreated\": \"" + made + "\"").status;
  };
  EXPECT_EQ(status("2025-05-01T12:00:00+02:00", "2025-05-01T09:59:00Z"), ItemStatus::kWithheld);
  EXPECT_EQ(status("2025-05-01T12:00:00+02:00", "2025-05-01T10:00:00Z"), ItemStatus::kUsable);
  EXPECT_EQ(status("Thursday noon", "2025-05-01T10:00:00Z"), ItemStatus::kWithheld);
  EXPECT_EQ(item_with(R"("embargoed": "2025-05-01", "pubstatus": "canceled")").status, ItemStatus::kCancelled);
  EXPECT_EQ(item_with(R"("pubstatus": "usable")").status, ItemStatus::kUsable);
}

TEST(Ninjs, TheEndOfAnEmbargoIsHandedOnSoThatItCanEnd) {
  EXPECT_EQ(item_with(R"("embargoed": "2025-05-01T12:00:00Z")").release, "2025-05-01T12:00:00Z");
  EXPECT_EQ(item_with(R"("pubstatus": "withheld")").release, "");
}

TEST(Ninjs, WhatABodyIsShowsInItsTypeThenItsNameThenItsLook) {
  const auto html = [](const std::string& bodies) {
    return item_with("\"x\": 1").body_html + parse(bodies).at(0).body_html;
  };
  EXPECT_EQ(html(R"({"uri": "u", "bodies": [{"value": "<p>a</p>"}]})"), "<p>a</p>");
  EXPECT_EQ(html(R"({"uri": "u", "bodies": [{"role": "html5", "value": "a"}]})"), "a");
  EXPECT_EQ(html(R"({"uri": "u", "bodies": [{"contentType": "text/plain", "role": "html", "value": "<p>a"}]})"), "");
  EXPECT_EQ(html(R"({"uri": "u", "body_text": "a", "body_story": "<p>b</p>"})"), "<p>b</p>");
  EXPECT_TRUE(
      parse(R"({"uri": "u", "bodies": [{"contentType": "application/json", "value": "{}"}]})").at(0).is_excerpt);
}

// Found by ninjs_fuzz.
TEST(Ninjs, TheAddressOfAPictureIsOneLine) {
  EXPECT_EQ(item_with(R"("renditions": {"a": {"href": " https://a.example/\n1.jpg "}})").image,
            "https://a.example/ 1.jpg");
}

TEST(Ninjs, BytesOrderMarkIsPassedOver) {
  EXPECT_EQ(parse("\xEF\xBB\xBF{\"uri\": \"u\", \"body_text\": \"Rain.\"}").size(), 1u);
}

TEST(Ninjs, ABeginningNeedsLess) {
  const auto holds = [](std::string_view json, bool cut) { return holds_ninjs(*base::parse_json(json), cut); };
  EXPECT_TRUE(holds(R"({"body_html": ""})", true));
  EXPECT_FALSE(holds(R"({"body_html": ""})", false));
  EXPECT_FALSE(holds(R"({"title": "", "url": ""})", true));
}

}  // namespace
}  // namespace dateline::formats
