// tests/cases/stories/differences.txt: what differs between two sentences, as a table that anyone can add to.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "base/strings.h"
#include "stories/differences.h"
#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (const std::string_view part : base::split(text, '|')) parts.emplace_back(base::trim(part));
  return parts;
}

void add_place(news::Article& article, const std::vector<std::string>& parts) {
  news::Entity place{parts.at(1), news::EntityType::kPlace, parts.at(0), ""};
  place.location = news::Location{std::atof(parts.at(2).c_str()), std::atof(parts.at(3).c_str()), parts.at(4)};
  const std::size_t begin = article.text.find(parts[0]);
  ASSERT_NE(begin, std::string::npos) << parts[0];
  article.mentions.push_back({{begin, begin + parts[0].size()}, article.entities.size()});
  article.entities.push_back(std::move(place));
}

std::vector<news::Difference> compare(const std::vector<news::Article>& articles) {
  const auto pointers = testing::pointers(articles);
  const auto statements = read_statements(pointers);
  const std::vector<std::size_t> voices = {0, 1};
  Comparison comparison{pointers, voices, {}};
  for (const Statement& statement : statements) comparison.statements.push_back(&statement);
  return find_differences(comparison);
}

void check(const std::vector<news::Article>& articles, const std::string& expected) {
  SCOPED_TRACE(articles.at(0).text + " / " + articles.at(1).text);
  const auto found = compare(articles);
  if (expected == "nothing") {
    EXPECT_TRUE(found.empty()) << found[0].what;
    return;
  }
  const auto parts = parts_of(expected);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].what, parts.at(0));
  ASSERT_EQ(found[0].sides.size(), 2u);
  EXPECT_EQ(found[0].sides[0].said, parts.at(1));
  EXPECT_EQ(found[0].sides[1].said, parts.at(2));
  EXPECT_EQ(found[0].compatible, parts.size() > 3);
}

TEST(Differences, Cases) {
  std::ifstream in(std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/cases/stories/differences.txt");
  std::vector<news::Article> articles;
  std::size_t count = 0;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t colon = line.find(':');
    ASSERT_NE(colon, std::string::npos) << line;
    const std::string key = line.substr(0, colon);
    const std::string rest(base::trim(std::string_view(line).substr(colon + 1)));
    if (key == "a" || key == "b") {
      if (key == "a") articles.clear();
      articles.push_back(testing::make_article(key, "outlet " + key, "", {rest}, "2013-11-05"));
    } else if (key == "time") {
      testing::add_time(articles.back(), parts_of(rest).at(0), parts_of(rest).at(1));
    } else if (key == "clock") {
      testing::add_time(articles.back(), parts_of(rest).at(0), parts_of(rest).at(1), news::TimeType::kTime);
    } else if (key == "printed") {
      const auto day = base::parse_day(rest);
      ASSERT_TRUE(day) << rest;
      articles.back().published.instant = base::Instant(*day);
    } else if (key == "language") {
      articles.back().language = rest;
    } else if (key == "duration") {
      testing::add_time(articles.back(), parts_of(rest).at(0), parts_of(rest).at(1), news::TimeType::kDuration);
    } else if (key == "place") {
      add_place(articles.back(), parts_of(rest));
    } else {
      ASSERT_EQ(key, "expect");
      check(articles, rest);
      ++count;
    }
  }
  EXPECT_GE(count, 62u);
}

}  // namespace
}  // namespace dateline::stories
