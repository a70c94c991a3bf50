#include "stories/voices.h"

#include <gtest/gtest.h>

#include "stories/agency_credit.h"
#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

TEST(Voices, OutletsAndCopies) {
  using testing::make_article;
  const std::string text =
      "A long enough report of the village fete at Brill, with stalls, a brass band, cakes, a raffle and a short "
      "shower.";
  const std::vector<news::Article> articles = {make_article("a", "Echo", "", {text}),
                                               make_article("b", "Voice", "", {"Short words."}),
                                               make_article("c", "ECHO", "", {"Other words of the same paper."}),
                                               make_article("d", "Leaf", "", {text}),
                                               make_article("e", "", "", {"An unknown outlet."}),
                                               make_article("f", "", "", {"Another unknown one."})};
  const auto voices = find_voices(testing::pointers(articles));
  EXPECT_EQ(voices, (std::vector<std::size_t>{0, 1, 0, 0, 4, 5}));
}

TEST(Voices, VersionsOfOneArticleAreOneVoice) {
  using testing::make_article;
  const std::vector<news::Article> articles = {make_article("u", "", "", {"A fire broke out at the mill."}),
                                               make_article("v", "", "", {"Another matter altogether."}),
                                               make_article("u", "", "", {"The mill has burned down, its owner said."}),
                                               make_article("", "", "", {"No address."}),
                                               make_article("", "", "", {"None here either."})};
  EXPECT_EQ(find_voices(testing::pointers(articles)), (std::vector<std::size_t>{0, 1, 0, 3, 4}));
}

// What an agency sent, a third of what each of two desks prints: less than makes a copy.
const std::vector<std::string> kWire = {
    "The council of Rennick voted on Monday night to close the swimming pool in the old barracks after forty years.",
    "Eleven members were in favour and six against in a meeting that went on until shortly after midnight."};
const std::vector<std::string> kEchoDesk = {
    "Parents gathered before the town hall with towels over their shoulders and whistles in their mouths.",
    "A petition to keep the baths was signed by three thousand people within a week, its authors said.",
    "The nearest other pool is in Selby, which no bus reaches on a Sunday or on a winter evening.",
    "Repairs to the roof and the boiler would have cost the town more than two million crowns by its count."};
const std::vector<std::string> kVoiceDesk = {
    "Mayor Odd Lervik told reporters that he had learned to swim there himself and was sorry to see it go.",
    "The site will be offered to a builder of flats from the capital, although no price has been named yet.",
    "Schools are looking for water elsewhere and may have to give up lessons until the spring of next year.",
    "Nobody could say on Tuesday what will become of the nine people who work at the baths and its kiosk."};

news::Article print(const std::string& outlet, const std::string& head, const std::vector<std::string>& wire,
                    const std::vector<std::string>& own) {
  std::vector<std::string> paragraphs = wire;
  paragraphs.insert(paragraphs.end(), own.begin(), own.end());
  paragraphs.front().insert(0, head);
  return testing::make_article("urn:" + outlet, outlet, "", paragraphs);
}

using Voices = std::vector<std::size_t>;

TEST(Voices, OneAgencysCopyEditedByEachIsOneVoice) {
  std::vector<news::Article> articles = {print("Echo", "RENNICK (AP) — ", kWire, kEchoDesk),
                                         print("Voice", "", kWire, kVoiceDesk)};
  EXPECT_EQ(find_voices(testing::pointers(articles)), (Voices{0, 1})) << "one of them credits nobody";
  articles[1].byline = "By our staff and The Associated Press";
  EXPECT_EQ(find_voices(testing::pointers(articles)), (Voices{0, 0}));
  articles[1].byline = "Reuters";
  EXPECT_EQ(find_voices(testing::pointers(articles)), (Voices{0, 1})) << "another agency";
}

TEST(Voices, OneAgencyButOtherWordsAreTwoVoices) {
  const std::vector<news::Article> articles = {print("Echo", "RENNICK, March 4 (Reuters) - ", {}, kEchoDesk),
                                               print("Voice", "RENNICK, March 4 (Reuters) - ", {}, kVoiceDesk)};
  EXPECT_EQ(find_voices(testing::pointers(articles)), (Voices{0, 1}));
}

TEST(Voices, CopiesBeyondThoseComparedAreFoundAsWell) {
  std::vector<news::Article> articles;
  for (int i = 0; i < 600; ++i) articles.push_back(print("Outlet " + std::to_string(i), "", kWire, kEchoDesk));
  articles.push_back(print("Other", "", {}, kVoiceDesk));
  Voices expected(600, 0);
  expected.push_back(600);
  EXPECT_EQ(find_voices(testing::pointers(articles)), expected);
}

TEST(AgencyCredits, WhereTheyStand) {
  using Credits = std::set<std::string>;
  const auto credits = [](const std::string& byline, const std::string& dateline,
                          const std::vector<std::string>& text) {
    news::Article article = testing::make_article("u", "Echo", "", text);
    article.byline = byline;
    article.dateline = dateline;
    return agency_credits(article);
  };
  EXPECT_EQ(credits("By Jane Roe, Associated Press", "", {"Rain fell."}), (Credits{"ap"}));
  EXPECT_EQ(credits("", "LISBON, March 4 (Northwire)", {"Rain fell."}), (Credits{"northwire"})) << "one nobody knows";
  EXPECT_EQ(credits("", "", {"PARIS, March 4 (AFP) - Rain fell."}), (Credits{"afp"}));
  EXPECT_EQ(credits("", "", {"AP - Rain fell."}), (Credits{"ap"}));
  EXPECT_TRUE(credits("", "", {"Mannheim (dpa/lsw) - Es regnet."}).contains("dpa"));
  EXPECT_EQ(credits("", "", {"Rain fell.", "— Reuters"}), (Credits{"reuters"}));
  EXPECT_EQ(credits("", "", {"Rain fell, a man told Reuters.", "He spoke to Reuters."}), (Credits{}));
  EXPECT_EQ(credits("By Ap Berg", "", {"APPLES - and pears - are dear."}), (Credits{}));
  EXPECT_EQ(credits("", "", {}), (Credits{}));
}

}  // namespace
}  // namespace dateline::stories
