#include <gtest/gtest.h>

#include "base/json.h"
#include "base/utf8.h"
#include "editions/brief_render.h"
#include "editions/story_case.h"

namespace dateline::editions {
namespace {

base::JsonObject story_json(const StoryView& view) {
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const base::JsonObject whole = render_json(briefs);
  return base::find_array(whole, "stories")->at(0).as_object();
}

std::string text_at(const base::JsonObject& object, std::string_view key) {
  return std::string(base::find_string(object, key).value_or("(none)"));
}

TEST(RenderJson, HasTheMembersOfTheContract) {
  const base::JsonObject story = story_json(testing::load_case("ferry"));
  EXPECT_EQ(text_at(story, "id"), "ferry");
  EXPECT_EQ(text_at(story, "day"), "2013-11-02");
  const base::JsonObject report = base::find_array(story, "reports")->at(1).as_object();
  EXPECT_EQ(text_at(report, "outlet"), "Business of the Coast");
  EXPECT_EQ(text_at(report, "published"), "2013-11-02");
  EXPECT_EQ(text_at(report, "published_certainty"), "inferred");
  EXPECT_TRUE(text_at(report, "because").starts_with("“on Saturday”"));
  EXPECT_EQ(text_at(base::find_array(story, "reports")->at(0).as_object(), "published"), "2013-11-02T09:00:00Z");
  const base::JsonObject quote = base::find_array(story, "quotes")->at(0).as_object();
  EXPECT_EQ(text_at(quote, "speaker"), "Ada Lund");
  EXPECT_EQ(text_at(quote, "role"), "harbour master of Selby");
  EXPECT_EQ(base::find_integer(quote, "paragraph"), 2);
  EXPECT_EQ(base::find_array(story, "quotes")->size(), 3U) << "one row for each report that has the words";
  const base::JsonObject person = base::find_array(story, "people")->at(0).as_object();
  EXPECT_EQ(base::find_integer(person, "mentions"), 2);
  EXPECT_EQ(base::find_array(story, "places")->size(), 3U);
  const base::JsonObject time = base::find_array(story, "timeline")->at(0).as_object();
  EXPECT_EQ(text_at(time, "value"), "1931");
  EXPECT_EQ(text_at(time, "text"), "The north pier was built in 1931 and was due to be replaced.");
  EXPECT_EQ(text_at(time, "expression"), "1931");
}

TEST(RenderJson, TellsWhenWhoStandsTogetherAndWhatIsRelated) {
  StoryView view = testing::load_case("canal");
  RelatedStory related{true, "s-1", "An earlier one", base::parse_day("2013-10-01"), {}, {}};
  related.because = {"Words.", "id-1", "uri-1", {"The Lake Post", ""}, 3};
  view.related.push_back(related);
  const base::JsonObject story = story_json(view);
  const base::JsonObject day = base::find_array(story, "timeline")->at(3).as_object();
  EXPECT_EQ(text_at(day, "value"), "2013-11-01");
  EXPECT_EQ(text_at(day, "when"), "past");
  EXPECT_EQ(base::find_integer(day, "reports"), 4);
  EXPECT_EQ(base::find_array(day, "sentences")->size(), 4U);
  EXPECT_EQ(text_at(base::find_array(story, "timeline")->at(5).as_object(), "when"), "planned");
  EXPECT_EQ(base::find_array(story, "summary")->size(), 4U);
  EXPECT_TRUE(base::find_array(story, "together")->empty());
  EXPECT_TRUE(base::find_array(story, "later")->empty());
  const base::JsonObject earlier = base::find_array(story, "earlier")->at(0).as_object();
  EXPECT_EQ(text_at(earlier, "day"), "2013-10-01");
  EXPECT_EQ(text_at(earlier.at("because").as_object(), "outlet"), "The Lake Post");
  EXPECT_EQ(text_at(earlier.at("because").as_object(), "text"), "Words.");
}

TEST(RenderJson, AnUnknownDayIsNull) {
  const base::JsonObject story = story_json(testing::load_case("three"));
  EXPECT_TRUE(story.at("day").is_null());
  EXPECT_TRUE(base::find_array(story, "reports")->at(0).as_object().at("published").is_null());
}

TEST(RenderJson, CopiesOfOneTextHaveOneVoice) {
  const base::JsonObject story = story_json(testing::load_case("agency"));
  EXPECT_EQ(base::find_integer(story, "voices"), 2);
  std::vector<std::int64_t> voices;
  for (const base::Json& report : *base::find_array(story, "reports")) {
    voices.push_back(*base::find_integer(report.as_object(), "voice"));
  }
  EXPECT_EQ(voices, (std::vector<std::int64_t>{1, 1, 2, 1}));
  std::vector<std::int64_t> facts;
  for (const base::Json& fact : *base::find_array(story, "facts")) {
    facts.push_back(*base::find_integer(fact.as_object(), "voices"));
  }
  EXPECT_EQ(facts, (std::vector<std::int64_t>{2, 1, 1, 1}));
  const base::JsonObject tie = base::find_array(story, "together")->at(0).as_object();
  EXPECT_EQ(base::find_integer(tie, "reports"), 3);
  EXPECT_EQ(base::find_integer(tie, "voices"), 1);
}

TEST(RenderJson, OffsetsAreCodePointsOfTheArticlesText) {
  const StoryView view = testing::load_case("three");
  const base::JsonObject story = story_json(view);
  std::size_t checked = 0;
  for (const base::Json& fact : *base::find_array(story, "facts")) {
    for (const base::Json& row : *base::find_array(fact.as_object(), "sentences")) {
      const base::JsonObject& sentence = row.as_object();
      for (const news::Article& article : view.articles) {
        if (article.id != text_at(sentence, "id")) continue;
        const base::CodePointOffsets offsets(article.text);
        const auto begin = offsets.to_bytes(static_cast<std::size_t>(*base::find_integer(sentence, "begin")));
        const auto end = offsets.to_bytes(static_cast<std::size_t>(*base::find_integer(sentence, "end")));
        EXPECT_EQ(article.text.substr(begin, end - begin), text_at(sentence, "text"));
        ++checked;
      }
    }
  }
  EXPECT_EQ(checked, 9U);
}

TEST(RenderJson, ADifferenceTellsWhatAndBySides) {
  const base::JsonObject story = story_json(testing::load_case("ferry"));
  std::vector<base::JsonObject> differing;
  for (const base::Json& fact : *base::find_array(story, "facts")) {
    if (text_at(fact.as_object(), "kind") == "differing") differing.push_back(fact.as_object());
  }
  ASSERT_EQ(differing.size(), 2U);
  EXPECT_EQ(text_at(differing[0], "what"), "number of injured");
  const base::JsonObject second = base::find_array(differing[1], "differences")->at(0).as_object();
  EXPECT_EQ(base::find_bool(second, "compatible"), true);
  EXPECT_EQ(text_at(base::find_array(second, "sides")->at(1).as_object(), "said"), "Tuesday");
}

TEST(RenderJson, NothingLeftOutThatPagesPassOver) {
  const StoryView view = testing::load_case("ferry");
  EXPECT_EQ(base::find_array(story_json(view), "facts")->size(), view.facts.size());
  EXPECT_EQ(base::to_text(render_json({})), R"({"stories":[]})");
}

}  // namespace
}  // namespace dateline::editions
