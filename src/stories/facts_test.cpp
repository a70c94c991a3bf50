#include "stories/facts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

using testing::add_time;
using testing::make_article;
using testing::pointers;
using testing::read_case;
using testing::StoryCase;

std::filesystem::path cases() {
  return std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/cases/stories/facts";
}

// The sentence that begins with `begin`.
news::SentenceRef sentence(const StoryCase& test, const std::string& begin) {
  for (std::size_t a = 0; a < test.articles.size(); ++a) {
    for (std::size_t s = 0; s < test.articles[a].sentences.size(); ++s) {
      if (test.articles[a].sentences[s].of(test.articles[a].text).starts_with(begin)) return {a, s};
    }
  }
  ADD_FAILURE() << "no sentence begins with " << begin;
  return {};
}

bool holds(const news::Fact& fact, const news::SentenceRef& ref) {
  return std::find(fact.sentences.begin(), fact.sentences.end(), ref) != fact.sentences.end();
}

bool together(const std::vector<news::Fact>& facts, const news::SentenceRef& a, const news::SentenceRef& b,
              bool shared) {
  return std::any_of(facts.begin(), facts.end(), [&](const news::Fact& fact) {
    return holds(fact, a) && holds(fact, b) && (!shared || fact.kind != news::FactKind::kSingle);
  });
}

bool differs(const std::vector<news::Fact>& facts, const std::vector<std::string>& parts) {
  for (const news::Fact& fact : facts) {
    for (const news::Difference& difference : fact.differences) {
      std::set<std::string> said;
      for (const auto& side : difference.sides) said.insert(side.said);
      if (difference.what == parts.at(0) && said.contains(parts.at(1)) && said.contains(parts.at(2))) return true;
    }
  }
  return false;
}

void check(const StoryCase& test, const std::vector<news::Fact>& facts, const StoryCase::Expectation& expected) {
  SCOPED_TRACE(expected.kind + ": " + expected.parts.at(0));
  if (expected.kind == "differing") {
    EXPECT_TRUE(differs(facts, expected.parts));
    return;
  }
  const news::SentenceRef first = sentence(test, expected.parts[0]);
  if (expected.kind == "single") {
    EXPECT_TRUE(std::all_of(facts.begin(), facts.end(), [&](const news::Fact& fact) {
      return !holds(fact, first) || fact.kind == news::FactKind::kSingle;
    }));
  } else if (expected.kind == "first") {
    EXPECT_TRUE(holds(facts.at(0), first));
  } else {
    ASSERT_TRUE(expected.kind == "shared" || expected.kind == "apart");
    const bool shared = expected.kind == "shared";
    EXPECT_EQ(together(facts, first, sentence(test, expected.parts.at(1)), shared), shared);
  }
}

TEST(Facts, Cases) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(cases())) {
    SCOPED_TRACE(entry.path().filename().string());
    const StoryCase test = read_case(entry.path());
    ASSERT_FALSE(test.expectations.empty());
    const auto facts = find_facts(pointers(test.articles));
    for (const auto& expected : test.expectations) check(test, facts, expected);
    ++count;
  }
  EXPECT_GE(count, 4u);
}

TEST(Facts, NothingComesOfNothing) {
  EXPECT_TRUE(find_facts({}).empty());
  const std::vector<news::Article> empty(2);
  EXPECT_TRUE(find_facts(pointers(empty)).empty());
}

TEST(Facts, EveryShownSentenceStandsInAFact) {
  const StoryCase test = read_case(cases() / "ferry.txt");
  const auto facts = find_facts(pointers(test.articles));
  std::set<news::SentenceRef> seen;
  for (const news::Fact& fact : facts) {
    EXPECT_FALSE(fact.sentences.empty());
    EXPECT_EQ(fact.kind == news::FactKind::kDiffering, !fact.differences.empty());
    seen.insert(fact.sentences.begin(), fact.sentences.end());
  }
  std::size_t all = 0;
  for (const news::Article& article : test.articles) all += article.sentences.size();
  EXPECT_EQ(seen.size(), all);
}

TEST(Facts, SubheadsAndCaptionsAreNoStatements) {
  news::Article article = make_article("a", "A", "", {"Rain fell on Ostby.", "Why it fell", "A wet street in Ostby."});
  article.paragraphs[1].kind = news::ParagraphKind::kSubhead;
  article.paragraphs[2].kind = news::ParagraphKind::kCaption;
  const std::vector<news::Article> articles = {article};
  const auto facts = find_facts(pointers(articles));
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].sentences, (std::vector<news::SentenceRef>{{0, 0}}));
}

TEST(Facts, OneOutletTwiceIsOneVoice) {
  const std::string text = "The council of Rennick voted to close the swimming pool in the old barracks.";
  const std::vector<news::Article> same = {make_article("a", "Echo", "", {text}),
                                           make_article("b", "Echo", "", {text})};
  for (const news::Fact& fact : find_facts(pointers(same))) EXPECT_EQ(fact.kind, news::FactKind::kSingle);
  const std::string other = "Rennick's council voted on Monday: the swimming pool in the old barracks will close.";
  const std::vector<news::Article> two = {make_article("a", "Echo", "", {text}),
                                          make_article("b", "Voice", "", {other})};
  EXPECT_EQ(find_facts(pointers(two)).at(0).kind, news::FactKind::kShared);
}

TEST(Facts, LongAgoComesLast) {
  std::vector<news::Article> articles = {make_article(
      "a", "A", "", {"The mill at Orrin was opened in 1902.", "Fire destroyed the mill at Orrin on Sunday."},
      "2020-03-02")};
  add_time(articles[0], "1902", "1902");
  add_time(articles[0], "Sunday", "2020-03-01");
  const auto facts = find_facts(pointers(articles));
  ASSERT_EQ(facts.size(), 2u);
  EXPECT_EQ(facts[0].sentences[0].sentence, 1u) << "what happened comes before background";
}

TEST(Facts, ManyReportsAreBounded) {
  std::vector<news::Article> articles;
  for (int i = 0; i < 60; ++i) {
    std::vector<std::string> paragraphs;
    for (int k = 0; k < 30; ++k) {
      paragraphs.push_back("Report " + std::to_string(i) + " line " + std::to_string(k) +
                           " tells of the harvest fair.");
    }
    articles.push_back(make_article("u" + std::to_string(i), "O" + std::to_string(i), "", paragraphs));
  }
  std::set<news::SentenceRef> seen;
  for (const news::Fact& fact : find_facts(pointers(articles)))
    seen.insert(fact.sentences.begin(), fact.sentences.end());
  EXPECT_EQ(seen.size(), 1800u);
}

TEST(Headline, SaysMostOfWhatAllReport) {
  const std::vector<news::Article> articles = {
      make_article("a", "A", "Live updates", {"A storm tore roofs off houses in Lindmar."}),
      make_article("b", "B", "Storm tears roofs off houses in Lindmar", {"Roofs flew through Lindmar in a storm."}),
      make_article("c", "C", "", {"A storm hit Lindmar."})};
  EXPECT_EQ(choose_headline(pointers(articles)), 1u);
}

TEST(Headline, TheOneThatMostReportsSupportWinsOverTheOddOne) {
  const std::vector<news::Article> articles = {
      make_article("a", "A", "Minister's wardrobe raises eyebrows", {"A storm tore roofs off houses in Lindmar."}),
      make_article("b", "B", "Roofs torn off in Lindmar storm", {"Roofs flew through Lindmar in a storm."}),
      make_article("c", "C", "Storm hits Lindmar, roofs torn off", {"A storm hit Lindmar on Sunday."}),
      make_article("d", "D", "Storm in Lindmar as minister opens show of hats, gloves, belts and long silk scarves",
                   {"A storm tore roofs off houses in Lindmar."})};
  const std::size_t chosen = choose_headline(pointers(articles));
  EXPECT_TRUE(chosen == 1 || chosen == 2) << chosen;
}

TEST(Headline, NoneThere) {
  const std::vector<news::Article> articles = {make_article("a", "A", "", {"Text."}),
                                               make_article("b", "B", "", {"Text."})};
  EXPECT_EQ(choose_headline(pointers(articles)), 2u);
  EXPECT_EQ(choose_headline({}), 0u);
}

TEST(Summary, OfOneReportItsFirstSentences) {
  const std::vector<news::Article> articles = {
      make_article("a", "A", "", {"One came to Arbon. Two came to Arbon.", "Three came.", "Four came."})};
  const auto facts = find_facts(pointers(articles));
  EXPECT_EQ(summarise(pointers(articles), facts), (std::vector<news::SentenceRef>{{0, 0}, {0, 1}, {0, 2}}));
}

TEST(Summary, RepeatsNothing) {
  const StoryCase test = read_case(cases() / "ferry.txt");
  const auto facts = find_facts(pointers(test.articles));
  const auto summary = summarise(pointers(test.articles), facts);
  EXPECT_GE(summary.size(), 3u);
  EXPECT_LE(summary.size(), 5u);
  for (const news::Fact& fact : facts) {
    if (fact.kind == news::FactKind::kSingle) continue;
    const auto in_fact =
        std::count_if(summary.begin(), summary.end(), [&](const auto& ref) { return holds(fact, ref); });
    EXPECT_LE(in_fact, 1);
  }
}

// One sentence a paragraph, each telling something of its own.
std::vector<news::Article> three_reports() {
  const std::vector<std::string> all = {"The mayor of Orrin opened a bridge over the river.",
                                        "Farmers brought geese to the market square.",
                                        "Heavy snow closed seven schools in the northern valleys.",
                                        "Police arrested two men after a burglary in Selby.",
                                        "Doctors treated forty patients for food poisoning.",
                                        "Pilots voted for a strike during the summer holidays.",
                                        "Scientists found bones of a mammoth near the quarry."};
  return {make_article("a", "A", "", all), make_article("b", "B", "", all), make_article("c", "C", "", all)};
}

TEST(Summary, TakesWhatTellsMostThatIsNew) {
  using news::FactKind;
  const std::vector<news::Article> articles = three_reports();
  // Sentence 6 alone tells what 1, 2 and 3 tell, each with another report; 4 and 5 are what all three say. The articles
  // are copies: one voice, so that facts weigh by their number.
  const std::vector<news::Fact> facts = {
      {FactKind::kShared, {{0, 1}, {1, 6}}, {}}, {FactKind::kShared, {{0, 2}, {1, 6}}, {}},
      {FactKind::kShared, {{0, 3}, {1, 6}}, {}}, {FactKind::kShared, {{0, 4}, {2, 4}}, {}},
      {FactKind::kShared, {{0, 5}, {2, 5}}, {}}, {FactKind::kSingle, {{0, 0}}, {}}};
  EXPECT_EQ(summarise(pointers(articles), facts), (std::vector<news::SentenceRef>{{1, 6}, {0, 4}, {0, 5}}))
      << "in reading order, and nothing that is told already";
}

TEST(Summary, MoreVoicesCountMore) {
  std::vector<news::Article> articles = three_reports();
  articles[1] = make_article("b", "B", "", {"It was so."});  // Too short to be taken.
  articles[2] = make_article("c", "C", "", {"So it was."});
  std::vector<news::Fact> facts;
  for (std::size_t s = 0; s < 7; ++s) facts.push_back({news::FactKind::kShared, {{0, s}, {1, 0}}, {}});
  facts[6].sentences.push_back({2, 0});
  EXPECT_EQ(summarise(pointers(articles), facts),
            (std::vector<news::SentenceRef>{{0, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 6}}));
}

TEST(Summary, WordsOfSomebodyUnnamedCannotStandAlone) {
  const std::string speech = "“We shall build the bridge again before the winter comes,” ";
  std::vector<news::Article> articles = {make_article("a", "A", "", {speech + "he said.", speech + "said Ada Lund."}),
                                         make_article("b", "B", "", {"It was so.", "So it was."})};
  for (const std::size_t at : {std::size_t{0}, articles[0].text.rfind("“")}) {
    const std::size_t begin = at + std::string("“").size();
    articles[0].quotes.push_back({{{begin, begin + 55}}, {}, {}, {}, true});
  }
  const std::vector<news::Fact> facts = {{news::FactKind::kShared, {{0, 0}, {1, 0}}, {}},
                                         {news::FactKind::kShared, {{0, 1}, {1, 1}}, {}}};
  EXPECT_EQ(summarise(pointers(articles), facts), (std::vector<news::SentenceRef>{{0, 1}}));
}

TEST(Summary, OfNothing) {
  EXPECT_TRUE(summarise({}, {}).empty());
}

}  // namespace
}  // namespace dateline::stories
