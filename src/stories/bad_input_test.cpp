// What no newsroom would send and every stream brings. The behaviours are written down in README.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "b_cubed.h"
#include "endless_stream.h"
#include "stories/grouper.h"
#include "stories/test_articles.h"
#include "stories/test_newsroom.h"

namespace dateline::stories {
namespace {

using testing::make_article;
using testing::newsroom;
using testing::warm_up;

std::string repeated(std::size_t size, std::string_view piece) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// B-cubed of a stream placed in the order given, after moves.
bench::Agreement group(const std::vector<bench::StreamReport>& reports) {
  Grouper grouper;
  std::vector<std::uint64_t> gold;
  std::vector<std::string> said;
  std::map<std::string, std::size_t> number_of;
  for (const bench::StreamReport& report : reports) {
    const Placement placement = grouper.place(report.article);
    number_of[report.article.uri] = gold.size();
    gold.push_back(report.story);
    said.push_back(placement.story);
    for (const Move& move : placement.moves) said[number_of.at(move.uri)] = move.story;
  }
  std::map<std::string, std::uint64_t> numbers;
  std::vector<std::uint64_t> groups;
  for (const std::string& story : said) groups.push_back(numbers.try_emplace(story, numbers.size()).first->second);
  return bench::b_cubed(gold, groups);
}

std::vector<bench::StreamReport> stream(const bench::StreamOptions& options, std::size_t count) {
  bench::EndlessStream endless(options);
  std::vector<bench::StreamReport> reports;
  for (std::size_t i = 0; i < count; ++i) reports.push_back(endless.next());
  return reports;
}

TEST(BadInput, DaysOutOfOrderCostLittle) {
  // 1,500 reports of about eight days, each up to three days too late.
  std::vector<bench::StreamReport> reports = stream({.seed = 9, .articles_a_day = 200}, 1500);
  const double in_order = group(reports).f1();
  bench::Random random(4);
  std::vector<std::pair<std::uint32_t, std::size_t>> order;
  for (std::uint32_t i = 0; i < reports.size(); ++i) order.emplace_back(i + random.below(600), i);
  std::sort(order.begin(), order.end());
  std::vector<bench::StreamReport> shuffled;
  for (const auto& [late, number] : order) shuffled.push_back(reports[number]);
  EXPECT_GT(group(shuffled).f1(), in_order - 0.04);
  EXPECT_GT(in_order, 0.8);
}

TEST(BadInput, ReportsThatComeDaysLateJoinTheirStory) {
  Grouper grouper;
  warm_up(grouper);
  const std::string story = grouper.place(newsroom().report(1, 0, 9)).story;
  grouper.place(newsroom().report(1, 1, 9));
  EXPECT_EQ(grouper.place(newsroom().report(1, 2, 0)).story, story);
}

TEST(BadInput, WithoutADayReportsStillFindTheirStories) {
  std::vector<bench::StreamReport> reports = stream({.seed = 9, .articles_a_day = 2000}, 1500);
  const double dated = group(reports).f1();
  for (bench::StreamReport& report : reports) report.article.published = {};
  EXPECT_GT(group(reports).f1(), dated - 0.04);
}

TEST(BadInput, AReportWithoutADayBridgesNoYears) {
  Grouper grouper;
  warm_up(grouper);
  const std::string old_story = grouper.place(newsroom().report(1, 0, -700)).story;
  news::Article undated = newsroom().report(1, 1);
  undated.published = {};
  grouper.place(undated);
  const Placement late = grouper.place(newsroom().report(1, 2, 0));
  EXPECT_NE(late.story, old_story);
}

TEST(BadInput, NothingToReadStandsAlone) {
  Grouper grouper;
  warm_up(grouper);
  std::set<std::string> stories;
  const std::vector<std::string> nothings = {
      "", " ", "\n", ". . . , ; — « » … !", "\xE2\x80\x8B", "\xF0\x9F\x94\xA5\xF0\x9F\x94\xA5"};
  std::size_t count = 0;
  for (int round = 0; round < 2; ++round) {
    for (const std::string& nothing : nothings) {
      news::Article article = make_article("n" + std::to_string(count++), "", "", {nothing});
      const Placement placement = grouper.place(article);
      EXPECT_TRUE(placement.opened) << nothing;
      EXPECT_FALSE(placement.duplicate_of) << nothing;
      stories.insert(placement.story);
    }
  }
  EXPECT_EQ(stories.size(), count);
}

TEST(BadInput, FiveMegabytesCostNoMoreThanTheirBeginning) {
  news::Article huge = newsroom().report(1, 0);
  while (huge.text.size() < (std::size_t{5} << 20)) {
    const news::Article more = newsroom().report(1, huge.text.size());
    huge.append_paragraph(more.text, news::ParagraphKind::kParagraph);
  }
  Grouper grouper;
  warm_up(grouper, 50);
  const double begin = processor_seconds();
  const std::string story = grouper.place(huge).story;
  EXPECT_LT(processor_seconds() - begin, 0.5);
  EXPECT_LT(grouper.place(newsroom().report(2, 0)).imprint.size(), 4096u);
  huge.uri += "/again";
  huge.text += " And a word more.";
  const Placement again = grouper.place(huge);
  EXPECT_EQ(again.story, story);
  EXPECT_TRUE(again.duplicate_of);
  EXPECT_LT(again.imprint.size(), 4096u);
}

TEST(BadInput, TenThousandCopiesAreOneStoryAndHideNoOther) {
  Grouper grouper;
  warm_up(grouper);
  const std::string other_story = grouper.place(newsroom().report(2, 0)).story;
  news::Article copy = newsroom().report(1, 0);
  const std::string original = copy.uri;
  const std::string story = grouper.place(copy).story;
  double first_thousand = 0;
  double last_thousand = 0;
  for (int i = 1; i < 10000; ++i) {
    copy.uri = "https://copies.example/" + std::to_string(i);
    const double begin = processor_seconds();
    const Placement placement = grouper.place(copy);
    (i <= 1000 ? first_thousand : last_thousand) += i <= 1000 || i >= 9000 ? processor_seconds() - begin : 0;
    ASSERT_EQ(placement.story, story) << i;
    ASSERT_TRUE(placement.duplicate_of) << i;
  }
  EXPECT_LT(last_thousand, 4 * first_thousand + 0.2);
  // A report of another event finds its story still.
  EXPECT_EQ(grouper.place(newsroom().report(2, 1)).story, other_story);
}

// It broke up after some weeks while its own reports, which are all alike, were rivals of the next one.
TEST(BadInput, AStoryGrowsForAYear) {
  Grouper grouper;
  warm_up(grouper);
  std::map<std::string, std::string> story_of;
  std::uint64_t others = 0;
  for (int day = 0; day < 365; ++day) {
    // A report a day, and eight reports of other events.
    const news::Article article = newsroom().report(1, static_cast<std::uint64_t>(day), day);
    const Placement placement = grouper.place(article);
    story_of[article.uri] = placement.story;
    for (const Move& move : placement.moves) story_of[move.uri] = move.story;
    for (int i = 0; i < 8; ++i, ++others) grouper.place(newsroom().report(9000 + others / 3, others, day));
  }
  std::map<std::string, std::size_t> reports_of;
  for (const auto& [uri, story] : story_of) ++reports_of[story];
  std::size_t largest = 0;
  for (const auto& [story, count] : reports_of) largest = std::max(largest, count);
  EXPECT_GT(largest, 355u) << reports_of.size() << " stories";
}

TEST(BadInput, AStoryThatPausesForAMonthIsANewOne) {
  Grouper grouper;
  warm_up(grouper);
  const std::string story = grouper.place(newsroom().report(1, 0, 0)).story;
  EXPECT_EQ(grouper.place(newsroom().report(1, 1, 1)).story, story);
  EXPECT_NE(grouper.place(newsroom().report(1, 2, 31)).story, story);
}

TEST(BadInput, AWrongClockHarmsNobodyElse) {
  for (const int days : {-19000, 24000, 2900000}) {  // 1 January 1970; 2087; the year 9960
    SCOPED_TRACE(days);
    Grouper grouper;
    warm_up(grouper);
    const std::string story = grouper.place(newsroom().report(1, 0)).story;
    for (std::uint64_t i = 0; i < 20; ++i) grouper.place(newsroom().report(1, 100 + i, days));
    EXPECT_EQ(grouper.place(newsroom().report(1, 1)).story, story);
    EXPECT_EQ(grouper.place(newsroom().report(5000, 7)).story, grouper.place(newsroom().report(5000, 8)).story);
  }
}

TEST(BadInput, WrongClocksMeetTheirLike) {
  Grouper grouper;
  warm_up(grouper);
  const std::string future = grouper.place(newsroom().report(1, 0, 24000)).story;
  EXPECT_EQ(grouper.place(newsroom().report(1, 1, 24001)).story, future);
}

TEST(BadInput, TheEndsOfTheCalendar) {
  Grouper grouper;
  for (const std::int64_t seconds : {INT64_MIN / 2, std::int64_t{-1}, std::int64_t{0}, INT64_MAX / 2}) {
    news::Article article = newsroom().report(1, static_cast<std::uint64_t>(seconds) % 1000);
    article.published.instant = base::Instant(std::chrono::seconds(seconds));
    EXPECT_FALSE(grouper.place(article).story.empty());
  }
}

TEST(BadInput, TenThousandCopiesDoNotMakeTheirWordsCommon) {
  Grouper grouper;
  warm_up(grouper);
  news::Article copy = newsroom().report(1, 0);
  const std::string story = grouper.place(copy).story;
  for (int i = 1; i < 10000; ++i) {
    copy.uri = "https://copies.example/" + std::to_string(i);
    grouper.place(copy);
  }
  EXPECT_EQ(grouper.place(newsroom().report(1, 1)).story, story);
}

TEST(BadInput, TenLanguagesAtOnceGlueNoLanguages) {
  Grouper grouper;
  warm_up(grouper);
  const std::vector<std::string> english = {
      "The ferry Halvorsen ran aground off Trinsund on Sunday with 212 "
      "passengers aboard, the coast guard said.",
      "Captain Ingmar Dahl had asked for a tug twenty minutes before, the "
      "Trinsund harbour office said."};
  const std::vector<std::string> german = {
      "Die Fähre Halvorsen ist am Sonntag mit 212 Passagieren vor Trinsund auf "
      "Grund gelaufen, so die Küstenwache.",
      "Kapitän Ingmar Dahl hatte zwanzig Minuten vorher um einen Schlepper "
      "gebeten, sagte das Hafenamt von Trinsund."};
  std::vector<std::string> all = {english[0],
                                  german[0],
                                  "Le ferry Halvorsen s'est échoué dimanche au large de Trinsund avec 212 "
                                  "passagers à bord.",
                                  "El ferry Halvorsen encalló el domingo frente a Trinsund con 212 "
                                  "pasajeros a bordo.",
                                  "Il traghetto Halvorsen si è arenato domenica al largo di Trinsund con "
                                  "212 passeggeri a bordo.",
                                  "A balsa Halvorsen encalhou no domingo ao largo de Trinsund com 212 "
                                  "passageiros a bordo.",
                                  "De veerboot Halvorsen liep zondag voor Trinsund aan de grond met 212 "
                                  "passagiers aan boord.",
                                  "Färjan Halvorsen gick på grund utanför Trinsund i söndags med 212 "
                                  "passagerare ombord.",
                                  "Prom Halvorsen wszedł w niedzielę na mieliznę koło Trinsund z 212 "
                                  "pasażerami na pokładzie.",
                                  "Паром «Халворсен» сел на мель у Тринсунда в воскресенье с 212 "
                                  "пассажирами на борту."};
  const std::string en =
      grouper.place(make_article("en", "A", "Ferry aground off Trinsund", english, "2022-01-09")).story;
  grouper.place(make_article("all", "B", "Halvorsen", all, "2022-01-09", ""));
  const std::string de =
      grouper.place(make_article("de", "C", "Fähre vor Trinsund auf Grund", german, "2022-01-09", "de")).story;
  EXPECT_NE(en, de);
  EXPECT_EQ(grouper.place(make_article("en2", "D", "Ferry Halvorsen aground", english, "2022-01-09")).story, en);
}

TEST(BadInput, TheSameUriAgainIsItsNewVersion) {
  Grouper grouper;
  warm_up(grouper);
  const news::Article first = newsroom().report(1, 0);
  const std::string story = grouper.place(first).story;
  news::Article second = newsroom().report(1, 1);
  second.uri = first.uri;
  for (const news::Article& version : {first, second, first}) {
    const Placement placement = grouper.place(version);
    EXPECT_EQ(placement.story, story);
    // It is no copy of itself.
    EXPECT_NE(placement.duplicate_of.value_or(""), first.uri);
  }
}

TEST(BadInput, AnUnsetClockIsNoDay) {
  Grouper grouper;
  warm_up(grouper);
  const std::string story = grouper.place(newsroom().report(1, 0)).story;
  EXPECT_EQ(grouper.place(newsroom().report(1, 1, -19000)).story, story);
}

TEST(BadInput, ADayDecadesAheadStandsApart) {
  Grouper grouper;
  warm_up(grouper);
  const std::string story = grouper.place(newsroom().report(1, 0)).story;
  EXPECT_NE(grouper.place(newsroom().report(1, 1, 24000)).story, story);
  EXPECT_EQ(grouper.place(newsroom().report(1, 2)).story, story);
}

TEST(BadInput, OddTextJoinsNothing) {
  Grouper grouper;
  warm_up(grouper);
  const news::Article report = newsroom().report(1, 0);
  const std::string story = grouper.place(report).story;
  const std::string word = report.text.substr(0, report.text.find(' ')) + " ";
  const std::vector<std::string> odd = {repeated(2000, "0123456789 "),   repeated(2000, "1 2 3 "),
                                        repeated(6 * 1000 * 1000, word), repeated(100000, "a"),
                                        repeated(2000, "!?;:"),          repeated(3000, "e\xCC\x81\xCC\x81"),
                                        repeated(2000, "\xE2\x80\xAE"),  repeated(40000, "\xF0\x9D\x94\x84 ")};
  std::set<std::string> stories = {story};
  for (const std::string& text : odd) {
    const Placement placement = grouper.place(make_article("odd" + std::to_string(stories.size()), "", "", {text}));
    EXPECT_TRUE(placement.opened) << text.substr(0, 20);
    stories.insert(placement.story);
  }
  EXPECT_EQ(stories.size(), odd.size() + 1);
  EXPECT_EQ(grouper.place(newsroom().report(1, 1)).story, story);
}

TEST(BadInput, AHeadlineAloneFindsItsStory) {
  Grouper grouper;
  warm_up(grouper);
  const std::string story =
      grouper
          .place(make_article("a", "A", "Cable car stops in gale on Hornspitze with sixty aboard",
                              {"The cable car to the Hornspitze stopped in a gale on Thursday with sixty skiers in its "
                               "cabins, the police in Brankau said.",
                               "Helicopters could not fly, so rescuers walked up and lowered the skiers by rope."},
                              "2022-02-10"))
          .story;
  EXPECT_EQ(
      grouper.place(make_article("b", "B", "Sixty skiers trapped in Hornspitze cable car in gale", {}, "2022-02-10"))
          .story,
      story);
  EXPECT_TRUE(grouper.place(make_article("c", "C", "Council of Brankau raises the dog tax", {}, "2022-02-10")).opened);
}

TEST(BadInput, LivePagesGlueNoStories) {
  Grouper grouper;
  warm_up(grouper);
  std::vector<std::string> story_of;
  for (std::uint64_t event = 0; event < 8; ++event)
    story_of.push_back(grouper.place(newsroom().report(event, 0)).story);
  // Three live pages of three outlets touch all eight events, each in another order; their headlines announce nothing.
  for (std::uint64_t page = 0; page < 3; ++page) {
    news::Article live = newsroom().report(page, 50 + page);
    live.uri += "/live";
    for (std::uint64_t event = 0; event < 8; ++event) {
      const news::Article touched = newsroom().report((event + page) % 8, 60 + page);
      live.append_paragraph(touched.text.substr(0, touched.text.find('.') + 1), news::ParagraphKind::kParagraph);
    }
    live.sentences.clear();
    live.mentions.clear();
    live.times.clear();
    grouper.place(live);
  }
  std::set<std::string> different;
  for (std::uint64_t event = 0; event < 8; ++event) {
    const std::string now = grouper.place(newsroom().report(event, 1)).story;
    EXPECT_EQ(now, story_of[event]) << event;
    different.insert(now);
  }
  EXPECT_EQ(different.size(), 8u);
}

TEST(BadInput, RoundUpsInAStreamCostLittle) {
  std::vector<bench::StreamReport> reports = stream({.seed = 21, .articles_a_day = 3000, .round_ups = 0.1}, 1500);
  std::vector<bench::StreamReport> without;
  for (const bench::StreamReport& report : reports) {
    if (report.kind != bench::ReportKind::kRoundUp) without.push_back(report);
  }
  EXPECT_GT(group(reports).precision, group(without).precision - 0.06);
}

}  // namespace
}  // namespace dateline::stories
