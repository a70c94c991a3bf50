// The cases of tests/cases/annotate, one a line; see its README.md.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/annotator.h"
#include "base/files.h"
#include "base/strings.h"
#include "news/words.h"

namespace dateline::annotate {
namespace {

using testing::ElementsAreArray;

const Annotator& annotator() {
  static const Annotator kAnnotator;
  return kAnnotator;
}

std::vector<std::string> pieces(std::string_view text, std::string_view separator) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    out.emplace_back(base::trim(text.substr(at, end - at)));
    at = end + separator.size();
  }
  return out;
}

struct Case {
  std::size_t line = 0;
  std::vector<std::string> parts;
};

// Cases in groups, which an empty line ends.
std::vector<std::vector<Case>> read_groups(const std::string& name) {
  const auto text = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/annotate/" + name, 1 << 20);
  EXPECT_TRUE(text.ok()) << name;
  std::vector<std::vector<Case>> groups(1);
  std::size_t number = 0;
  if (!text.ok()) return groups;
  for (const std::string_view line : base::split(*text, '\n')) {
    ++number;
    if (line.starts_with("#")) continue;
    if (base::trim(line).empty()) {
      if (!groups.back().empty()) groups.emplace_back();
      continue;
    }
    groups.back().push_back({number, pieces(line, "|")});
  }
  if (groups.back().empty()) groups.pop_back();
  return groups;
}

std::vector<Case> read_cases(const std::string& name, std::size_t parts) {
  std::vector<Case> cases;
  for (std::vector<Case>& group : read_groups(name)) {
    for (Case& one : group) {
      EXPECT_EQ(one.parts.size(), parts) << name << ':' << one.line;
      if (one.parts.size() == parts) cases.push_back(std::move(one));
    }
  }
  EXPECT_FALSE(cases.empty()) << name;
  return cases;
}

news::Article make(const std::string& text, const std::string& day) {
  news::Article article;
  article.language = "en";
  for (const std::string& paragraph : pieces(text, "¶"))
    article.append_paragraph(paragraph, news::ParagraphKind::kParagraph);
  if (day != "-") {
    article.published.instant = base::parse_instant(day);
    article.published.certainty = news::Certainty::kStated;
    EXPECT_TRUE(article.published.instant.has_value()) << day;
  }
  return article;
}

news::Article annotated(const std::string& text, const std::string& day) {
  news::Article article = make(text, day);
  annotator().annotate(article);
  return article;
}

std::vector<std::string> list(const std::string& text) {
  return text.empty() || text == "-" ? std::vector<std::string>() : pieces(text, ";");
}

std::vector<std::string> times_said(const news::Article& article, bool with_types) {
  std::vector<std::string> said;
  for (const news::Time& time : article.times) {
    const std::string type = with_types ? std::string(news::to_word(time.type)) + ' ' : "";
    said.push_back(std::string(time.span.of(article.text)) + " = " + type + time.value);
  }
  return said;
}

void check_times(const std::string& name, bool with_types) {
  for (const Case& one : read_cases(name, 3)) {
    EXPECT_THAT(times_said(annotated(one.parts[1], one.parts[0]), with_types), ElementsAreArray(list(one.parts[2])))
        << name << ':' << one.line << ' ' << one.parts[1];
  }
}

TEST(AnnotateCases, Times) {
  check_times("times.txt", false);
}

TEST(AnnotateCases, TimesOfNewspapers) {
  check_times("times-newspaper.txt", true);
}

TEST(AnnotateCases, TimesOfOtherLanguages) {
  for (const Case& one : read_cases("times-languages.txt", 4)) {
    news::Article article = make(one.parts[2], one.parts[1]);
    article.language = one.parts[0];
    annotator().annotate(article);
    EXPECT_THAT(times_said(article, true), ElementsAreArray(list(one.parts[3])))
        << "times-languages.txt:" << one.line << ' ' << one.parts[2];
  }
}

TEST(AnnotateCases, Entities) {
  for (const Case& one : read_cases("entities.txt", 2)) {
    const news::Article article = annotated(one.parts[0], "-");
    std::vector<std::string> said;
    for (const news::Mention& mention : article.mentions) {
      const char* type = news::to_word(article.entities[mention.entity].type);
      said.push_back(std::string(type) + ' ' + std::string(mention.span.of(article.text)));
    }
    EXPECT_THAT(said, ElementsAreArray(list(one.parts[1]))) << "entities.txt:" << one.line;
  }
}

TEST(AnnotateCases, Keys) {
  for (const Case& one : read_cases("keys.txt", 2)) {
    const news::Article article = annotated(one.parts[0], "-");
    std::vector<std::string> said;
    for (const news::Mention& mention : article.mentions) {
      said.push_back(std::string(mention.span.of(article.text)) + " = " + article.entities[mention.entity].key);
    }
    EXPECT_THAT(said, testing::IsSupersetOf(list(one.parts[1]))) << "keys.txt:" << one.line;
  }
}

TEST(AnnotateCases, Places) {
  for (const Case& one : read_cases("places.txt", 2)) {
    const news::Article article = annotated(one.parts[0], "-");
    std::vector<std::string> said;
    for (const news::Entity& entity : article.entities) {
      if (!entity.location) continue;
      said.push_back(fmt::format("{} = {} {:.0f} {:.0f}", entity.key,
                                 entity.location->country.empty() ? "-" : entity.location->country,
                                 entity.location->latitude_degrees, entity.location->longitude_degrees));
    }
    EXPECT_THAT(said, ElementsAreArray(list(one.parts[1]))) << "places.txt:" << one.line;
  }
}

TEST(AnnotateCases, Roles) {
  for (const Case& one : read_cases("roles.txt", 2)) {
    const news::Article article = annotated(one.parts[0], "-");
    std::vector<std::string> said;
    for (const news::Entity& entity : article.entities) {
      if (!entity.role.empty()) said.push_back(entity.name + " = " + entity.role);
    }
    EXPECT_THAT(said, ElementsAreArray(list(one.parts[1]))) << "roles.txt:" << one.line;
  }
}

TEST(AnnotateCases, Quotes) {
  for (const Case& one : read_cases("quotes.txt", 2)) {
    const news::Article article = annotated(one.parts[0], "-");
    std::vector<std::string> said;
    for (const news::Quote& quote : article.quotes) {
      std::string line = quote.speaker ? article.entities[*quote.speaker].name : "-";
      if (quote.kind == news::QuoteKind::kAttitude) line += " thinks";
      for (std::size_t i = 0; i < quote.content.size(); ++i) {
        line += (i == 0 ? ": " : " + ") + std::string(quote.content[i].of(article.text));
      }
      said.push_back(line);
    }
    EXPECT_THAT(said, ElementsAreArray(list(one.parts[1]))) << "quotes.txt:" << one.line;
  }
}

TEST(AnnotateCases, Dating) {
  for (const std::vector<Case>& group : read_groups("dating.txt")) {
    std::vector<news::Article> articles;
    for (const Case& one : group) {
      ASSERT_GE(one.parts.size(), 3u) << "dating.txt:" << one.line;
      articles.push_back(annotated(one.parts[1], one.parts[0]));
    }
    std::vector<news::Article*> pointers;
    for (news::Article& article : articles) pointers.push_back(&article);
    annotator().date_articles(pointers);
    for (std::size_t i = 0; i < group.size(); ++i) {
      const auto day = articles[i].published.day();
      EXPECT_EQ(day ? base::format_day(*day) : "-", group[i].parts[2]) << "dating.txt:" << group[i].line;
      const std::string because = group[i].parts.size() > 3 ? group[i].parts[3] : "";
      EXPECT_EQ(articles[i].published.because, because) << "dating.txt:" << group[i].line;
    }
  }
}

}  // namespace
}  // namespace dateline::annotate
