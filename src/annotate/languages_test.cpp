// What is found in languages without rules of their own: tests/cases/annotate/languages.txt.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/annotator.h"
#include "annotate/document.h"
#include "annotate/plain_names.h"
#include "base/files.h"
#include "base/strings.h"
#include "news/words.h"

namespace dateline::annotate {
namespace {

news::Article article_in(std::string_view language, std::string_view text) {
  news::Article article;
  article.language = language;
  article.published.instant = base::parse_instant("2013-11-02");
  article.append_paragraph(text, news::ParagraphKind::kParagraph);
  return article;
}

std::string join(const std::vector<std::string>& pieces) {
  std::string out;
  for (const std::string& piece : pieces) out += (out.empty() ? "" : "; ") + piece;
  return out.empty() ? "-" : out;
}

std::string names_of(const news::Article& article) {
  std::vector<std::string> said;
  for (const news::Mention& mention : article.mentions) {
    const char* type = news::to_word(article.entities[mention.entity].type);
    said.push_back(std::string(type) + ' ' + std::string(mention.span.of(article.text)));
  }
  return join(said);
}

std::string times_of(const news::Article& article) {
  std::vector<std::string> said;
  for (const news::Time& time : article.times)
    said.push_back(std::string(time.span.of(article.text)) + " = " + time.value);
  return join(said);
}

TEST(Languages, CasesOfTheFile) {
  const Annotator annotator;
  const auto text = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/annotate/languages.txt", 1 << 20);
  ASSERT_TRUE(text.ok());
  std::size_t cases = 0;
  for (const std::string_view line : base::split(*text, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> parts;
    for (const std::string_view part : base::split(line, '|')) parts.push_back(base::trim(part));
    ASSERT_EQ(parts.size(), 4u) << line;
    news::Article article = article_in(parts[0], parts[1]);
    annotator.annotate(article);
    EXPECT_EQ(names_of(article), parts[2]) << parts[1];
    EXPECT_EQ(times_of(article), parts[3]) << parts[1];
    ++cases;
  }
  EXPECT_GE(cases, 15u);
}

TEST(Languages, EnglishCuesDoNotFireElsewhere) {
  const Annotator annotator;
  news::Article article = article_in("de", "\"Das ist gut und bleibt so\", said Kanzler Roth according to the Post.");
  annotator.annotate(article);
  EXPECT_TRUE(article.quotes.empty());
  EXPECT_EQ(article.sentences.size(), 1u);
}

TEST(Languages, ASubtagIsMadeOfWhatIsGivenOrDetected) {
  const Annotator annotator;
  const std::string text = "The minister said that the bridge would be opened in the spring of next year.";
  for (const std::string_view given : {"en", "EN", "en-US", "en_GB", "", "English", "und", "-"}) {
    news::Article article = article_in(given, text);
    annotator.annotate(article);
    EXPECT_EQ(article.language, "en") << given;
  }
  news::Article article = article_in("xx", text);
  annotator.annotate(article);
  EXPECT_EQ(article.language, "xx");
}

TEST(Languages, EnglishFullOfForeignNamesIsEnglish) {
  const Annotator annotator;
  news::Article article = article_in("", "Dorothea von Schlagel was born in 1764 in Berlin.");
  annotator.annotate(article);
  EXPECT_EQ(article.language, "en");
  article = article_in("", "Dorothea von Schlagel ist in Berlin geboren und lebte dort bis zum Tod des Vaters.");
  annotator.annotate(article);
  EXPECT_EQ(article.language, "de");
}

TEST(Languages, AnUndatedReportInAnotherLanguageStaysUndated) {
  const Annotator annotator;
  news::Article article = article_in("de", "OSLO, 2. November. Am Samstag brannte es, sagte die Polizei on Saturday.");
  article.published = {};
  annotator.annotate(article);
  news::Article* const alone = &article;
  annotator.date_articles({&alone, 1});
  EXPECT_FALSE(article.published.day().has_value());
}

}  // namespace
}  // namespace dateline::annotate
