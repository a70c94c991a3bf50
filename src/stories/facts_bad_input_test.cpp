// What facts, headline and summary make of reports as they should not be.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <set>

#include "base/thread_pool.h"
#include "stories/facts.h"
#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

using news::Fact;
using news::FactKind;
using testing::make_article;
using testing::pointers;

constexpr double kMostSeconds = 60;  // Of processor time, with room for sanitizers.

double seconds_of(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::size_t sentences_in(const std::vector<Fact>& facts) {
  std::set<news::SentenceRef> seen;
  for (const Fact& fact : facts) seen.insert(fact.sentences.begin(), fact.sentences.end());
  return seen.size();
}

bool has_shared(const std::vector<Fact>& facts) {
  return std::any_of(facts.begin(), facts.end(), [](const Fact& fact) { return fact.kind != FactKind::kSingle; });
}

// Facts, headline and summary of a story; that each sentence of the summary is one of a report.
std::vector<Fact> tell(const std::vector<news::Article>& articles) {
  const auto facts = find_facts(pointers(articles));
  EXPECT_LE(choose_headline(pointers(articles)), articles.size());
  for (const news::SentenceRef& ref : summarise(pointers(articles), facts)) {
    EXPECT_LT(ref.article, articles.size());
    EXPECT_LT(ref.sentence, articles[ref.article].sentences.size());
  }
  return facts;
}

const char* const kFire = "Fire destroyed the old mill at Orrin on Sunday night, the police said.";
const char* const kMill = "The old mill at Orrin was destroyed by fire on Sunday.";

TEST(FactsOfBadInput, ArticleOfFiveMegabytes) {
  constexpr std::size_t kBytes = 5 << 20;
  std::vector<std::string> paragraphs = {kFire};
  std::size_t bytes = 0;
  for (std::size_t i = 0; bytes < kBytes; ++i) {
    paragraphs.push_back("Guest number " + std::to_string(i) + " brought cake and told the hosts about village " +
                         std::to_string(i * 7 % 1013) + " at length.");
    bytes += paragraphs.back().size() + 1;
  }
  const std::vector<news::Article> articles = {make_article("a", "A", "Fire", paragraphs),
                                               make_article("b", "B", "Mill burns", {kMill})};
  std::vector<Fact> facts;
  EXPECT_LT(seconds_of([&] { facts = tell(articles); }), kMostSeconds);
  EXPECT_EQ(sentences_in(facts), paragraphs.size() + 1);
  EXPECT_TRUE(has_shared(facts)) << "the first sentences of each are compared";
}

TEST(FactsOfBadInput, SentenceOfFiveMegabytes) {
  std::string endless;
  while (endless.size() < (5U << 20)) endless += "and the guests brought cake to the mill ";
  std::vector<news::Article> articles = {make_article("a", "A", "", {"x"}), make_article("b", "B", "", {kMill})};
  articles[0].text = endless;
  articles[0].paragraphs[0].span = {0, endless.size()};
  articles[0].sentences = {{0, endless.size()}};
  std::vector<Fact> facts;
  EXPECT_LT(seconds_of([&] { facts = tell(articles); }), kMostSeconds);
  EXPECT_EQ(sentences_in(facts), 2U);
}

TEST(FactsOfBadInput, TenThousandCopiesOfOneArticleAreOneVoice) {
  std::vector<news::Article> articles;
  for (int i = 0; i < 10000; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(make_article("u" + number, "Outlet " + number, "Mill burns", {kFire, "Nobody was hurt."}));
  }
  std::vector<Fact> facts;
  EXPECT_LT(seconds_of([&] { facts = tell(articles); }), kMostSeconds);
  EXPECT_EQ(sentences_in(facts), 20000U);
  EXPECT_FALSE(has_shared(facts));
}

TEST(FactsOfBadInput, TenLanguagesShareOnlyWhatReadsTheSame) {
  const std::vector<std::pair<std::string, std::string>> said = {
      {"en", kFire},
      {"de", "Ein Feuer hat in der Nacht zum Montag die alte Mühle zerstört."},
      {"fr", "Un incendie a détruit le vieux moulin dans la nuit de dimanche."},
      {"es", "Un incendio destruyó el viejo molino en la noche del domingo."},
      {"it", "Un rogo ha distrutto il vecchio mulino nella notte di domenica."},
      {"ru", "Пожар уничтожил старую мельницу в ночь на понедельник."},
      {"el", "Πυρκαγιά κατέστρεψε τον παλιό μύλο το βράδυ της Κυριακής."},
      {"ar", "دمر حريق الطاحونة القديمة ليلة الأحد."},
      {"zh", "周日晚上，一场大火烧毁了老磨坊。"},
      {"ja", "日曜の夜、火事で古い水車小屋が全焼した。"}};
  std::vector<std::string> all;
  std::vector<news::Article> apart;
  for (const auto& [language, sentence] : said) {
    all.push_back(sentence);
    apart.push_back(make_article(language, "Outlet " + language, "", {sentence}, "", language));
  }
  for (const Fact& fact : tell(apart)) {
    for (const news::SentenceRef& ref : fact.sentences) {
      const std::string& language = apart[ref.article].language;
      EXPECT_TRUE(fact.kind == FactKind::kSingle || language == "fr" || language == "es")
          << language << ": “incendie” and “incendio” alone begin alike";
    }
  }
  const std::vector<news::Article> mixed = {make_article("a", "A", "", all, "", ""),
                                            make_article("b", "B", "", {kMill}, "", "en")};
  const auto facts = tell(mixed);
  EXPECT_EQ(sentences_in(facts), mixed[0].sentences.size() + 1);
  for (const Fact& fact : facts) {
    if (fact.kind == FactKind::kSingle) continue;
    for (const news::SentenceRef& ref : fact.sentences) EXPECT_EQ(ref.sentence, 0U);
  }
}

TEST(FactsOfBadInput, ReportsWithoutWordsOrSentencesSayNothing) {
  std::vector<news::Article> articles = {make_article("a", "A", "", {}), make_article("b", "B", "", {kFire}),
                                         make_article("c", "C", "Mill burns", {kFire}),
                                         make_article("d", "D", "", {"… — !"})};
  articles[2].sentences.clear();  // As before annotation.
  const auto facts = tell(articles);
  EXPECT_FALSE(has_shared(facts));
  EXPECT_LE(sentences_in(facts), 2U) << "that of b, and the marks of d";
  EXPECT_EQ(choose_headline(pointers(articles)), 2U);
  EXPECT_TRUE(tell({articles[0]}).empty());
  EXPECT_TRUE(tell({articles[2]}).empty());
}

TEST(FactsOfBadInput, ThreadsChangeNothing) {
  const std::vector<news::Article> articles = {make_article("a", "A", "", {kFire, "Nobody was hurt."}),
                                               make_article("b", "B", "", {kMill, "Two men were arrested in Selby."})};
  const auto alone = tell(articles);
  ASSERT_TRUE(has_shared(alone));
  std::vector<std::vector<Fact>> found(16);
  base::ThreadPool pool(4);
  pool.for_each_index(found.size(), [&](std::size_t i) { found[i] = find_facts(pointers(articles)); });
  for (const std::vector<Fact>& facts : found) {
    ASSERT_EQ(facts.size(), alone.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
      EXPECT_EQ(facts[i].kind, alone[i].kind);
      EXPECT_EQ(facts[i].sentences, alone[i].sentences);
    }
  }
}

}  // namespace
}  // namespace dateline::stories
