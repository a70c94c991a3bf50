#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/strings.h"
#include "base/utf8.h"
#include "editions/brief_render.h"
#include "editions/columns.h"
#include "editions/story_case.h"

namespace dateline::editions {
namespace {

std::string rendered(const StoryView& view, const TerminalStyle& style) {
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  return render_text(briefs, style);
}

TerminalStyle style_named(const std::string& name) {
  if (name == "wide") return {100, false, false};
  if (name == "narrow") return {48, false, false};
  if (name == "ascii") return {80, false, true};
  ADD_FAILURE() << "no such style: " << name;
  return {};
}

// DATELINE_REWRITE_CASES=1 writes what is printed now, to be read and committed.
TEST(RenderText, PrintsWhatTheCasesSay) {
  const std::filesystem::path folder = std::string(DATELINE_SOURCE_DIR) + "/tests/cases/editions";
  std::size_t cases = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string file = entry.path().filename().string();
    const auto parts = base::split(file, '.');
    if (parts.size() != 3 || parts[2] != "txt") continue;
    const std::string text = rendered(testing::load_case(std::string(parts[0])), style_named(std::string(parts[1])));
    if (std::getenv("DATELINE_REWRITE_CASES") != nullptr) std::ofstream(entry.path(), std::ios::binary) << text;
    EXPECT_EQ(text, testing::read_text(entry.path().string())) << file;
    ++cases;
  }
  EXPECT_GE(cases, 6U);
}

TEST(RenderText, KeepsToEveryWidth) {
  for (const char* name : {"ferry", "three", "canal", "alone"}) {
    const StoryView view = testing::load_case(name);
    for (std::size_t width = 1; width <= 140; ++width) {
      const std::size_t limit = std::min<std::size_t>(std::max<std::size_t>(width, 40), 100);
      const std::string text = rendered(view, {width, false, width % 2 == 0});
      for (const std::string_view line : base::split(text, '\n')) {
        ASSERT_LE(columns_of(line), limit) << name << " at " << width << ": " << line;
        ASSERT_FALSE(line.ends_with(' ')) << line;
      }
    }
  }
}

TEST(RenderText, PicturesKeepToEveryWidthHoweverManyAndLongTheirNames) {
  std::string text = "headline Many\nday 2024-01-01\n";
  std::string facts;
  for (int i = 1; i <= 24; ++i) {
    const std::string number = std::to_string(i);
    text += "report Straßenverkehrszeitung " + number + " | 2024-01-01 | stated\np [Groß-Bieberau Überlandwerke " +
            number + "|org:" + number + "|ORG] met [Anna-Luise Großkreutz|per:a|PER] {on Monday|2024-01-01}. // Own.\n";
    facts += "single " + number + ".1\nsingle " + number + ".2\n";
  }
  const StoryView view = testing::StoryCase(text + facts).view();
  for (std::size_t width = 40; width <= 100; ++width) {
    const std::string whole = rendered(view, {width, false, width % 2 == 0});
    const std::string pictures = whole.substr(whole.find("\nTimeline\n"));
    EXPECT_NE(pictures.find("Who appears with whom"), std::string::npos);
    for (const std::string_view line : base::split(pictures, '\n')) ASSERT_LE(columns_of(line), width) << line;
  }
}

TEST(RenderText, AsciiIsAscii) {
  for (const char* name : {"ferry", "three", "canal"}) {
    for (const char c : rendered(testing::load_case(name), {80, true, true})) {
      ASSERT_LT(static_cast<unsigned char>(c), 0x80);
    }
  }
}

TEST(RenderText, ColoursAddNothingButColour) {
  for (const char* name : {"ferry", "three"}) {
    const StoryView view = testing::load_case(name);
    std::string coloured = rendered(view, {80, true, false});
    EXPECT_NE(coloured.find("\x1b["), std::string::npos);
    for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
      coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    EXPECT_EQ(coloured, rendered(view, {80, false, false}));
  }
}

TEST(RenderText, AReportCannotSteerTheTerminal) {
  StoryView view = testing::load_case("alone");
  news::Article& article = view.articles[0];
  article.outlet.name = "Ev\x1b]0;owned\x07il";
  view.story.headline = "Head\x1b[2Jline \u202Egnp";
  article.text.replace(0, 3, "\x1b[H");
  const std::string text = rendered(view, {80, false, false});
  for (const char c : text) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << int{c};
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
}

TEST(RenderText, EarlierAndLaterStoriesStandAtTheEndWithTheSentenceThatSaysSo) {
  StoryView view = testing::load_case("alone");
  RelatedStory related{false, "s-1", "Library crowded on first Sunday", base::parse_day("2014-04-06"), {}, {}};
  related.outlets = {{"Marn Observer", ""}, {"The Lake Post", ""}};
  related.because = {"Sundays had been closed until April.", "id", "uri", {"The Lake Post", ""}, 2};
  view.related.push_back(related);
  EXPECT_TRUE(rendered(view, {60, false, false})
                  .ends_with("\nLater\n  Sunday 6 April 2014\n"
                             "  Library crowded on first Sunday                     MO  LP\n"
                             "    “Sundays had been closed until April.”  The Lake Post ¶2\n"));
}

TEST(RenderText, WhoAppearsWithWhomIsATriangle) {
  const StoryView view = testing::StoryCase(
                             "headline Three\nreport A\np [Ada Lund|per:l|PER] met [Jon Vik|per:v|PER] and [Bo "
                             "Falk|per:b|PER]. // [Ada Lund|per:l|PER] thanked [Jon Vik|per:v|PER].\nsingle 1.1\n")
                             .view();
  EXPECT_NE(rendered(view, {}).find("  Ada Lund  A\n  Jon Vik   2  B\n  Bo Falk   1  1  C\n"), std::string::npos);
}

TEST(RenderText, AnUnknownDayIsSaid) {
  StoryView view = testing::load_case("alone");
  view.story.day.reset();
  EXPECT_TRUE(rendered(view, {}).starts_with("day unknown · 1 report · Marn Observer [MO]\n"));
}

TEST(RenderText, AnInferredDayIsMarkedWithItsReason) {
  StoryView view = testing::load_case("alone");
  view.articles[0].published.certainty = news::Certainty::kInferred;
  view.articles[0].published.because = "the archive's own date";
  EXPECT_TRUE(rendered(view, {}).starts_with("Wednesday 5 March 2014 (inferred) · 1 report"));
  EXPECT_NE(rendered(view, {}).find("[MO] day inferred from the archive's own date\n"), std::string::npos);
}

TEST(RenderText, NothingIsSaidInOneSentence) {
  EXPECT_EQ(render_text({}, {}), "No story: none of the inputs holds a report.\n");
}

TEST(RenderText, StoriesAreApart) {
  const StoryView one = testing::load_case("alone");
  const StoryView other = testing::load_case("three");
  const std::vector<StoryBrief> briefs = {make_brief(one), make_brief(other)};
  const std::string text = render_text(briefs, {40, false, true});
  EXPECT_NE(text.find("\n\n" + std::string(40, '-') + "\n\n"), std::string::npos);
}

TEST(RenderText, NoSentenceOfAReportIsLost) {
  const StoryView view = testing::load_case("canal");
  const std::string page = base::collapse_whitespace(rendered(view, {100, false, false}));
  for (const news::Fact& fact : view.facts) {
    if (fact.kind != news::FactKind::kSingle) continue;
    const auto& article = view.articles[fact.sentences[0].article];
    const auto words = base::split_words(article.sentences[fact.sentences[0].sentence].of(article.text));
    EXPECT_NE(page.find(std::string(words.front()) + " " + std::string(words[1])), std::string::npos) << words.front();
  }
}

}  // namespace
}  // namespace dateline::editions
