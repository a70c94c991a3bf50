#include "extract/author_places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

formats::NodeIndex place_in(const formats::HtmlTree& tree) {
  for (formats::NodeIndex i = 0; i < tree.nodes().size(); ++i) {
    if (tree.attribute(i, "id") == "place") return i;
  }
  return 0;
}

std::vector<std::string> names_in(const std::string& inside, AuthorMark mark = AuthorMark::kNamed) {
  const auto tree = formats::HtmlTree::parse("<body><div id=place>" + inside + "</div></body>");
  EXPECT_TRUE(tree.ok());
  const auto byline = read_author_place(*tree, place_in(*tree), mark);
  return byline ? byline->authors : std::vector<std::string>();
}

TEST(AuthorPlaces, NamesGoOnOverElements) {
  EXPECT_THAT(names_in("<span>By</span> <a>Orla Quist</a> and <a>Nils Barge</a>"),
              ElementsAre("Orla Quist", "Nils Barge"));
  EXPECT_THAT(names_in("<a>Orla Quist</a><a>Nils Barge</a>"), ElementsAre("Orla Quist", "Nils Barge"));
  EXPECT_THAT(names_in("<p>Orla Quist, Nils Barge</p>"), ElementsAre("Orla Quist", "Nils Barge"));
}

TEST(AuthorPlaces, WhatFollowsANameIsLeftOut) {
  EXPECT_THAT(names_in("<b>Orla Quist</b> <span>All Articles</span>"), ElementsAre("Orla Quist"));
  EXPECT_THAT(names_in("Written by <a>Orla Quist</a> <p>Knows ships, and has known them since 2009</p>"),
              ElementsAre("Orla Quist"));
  EXPECT_THAT(names_in("<span>8 October 2024</span> <span>By</span> <a>Orla Quist</a>"), ElementsAre("Orla Quist"));
}

TEST(AuthorPlaces, PartsMarkedAsNamesAreTaken) {
  EXPECT_THAT(names_in("<i>quay desk</i> <span itemprop=name>Orla Quist</span> <span itemprop=name>Nils Barge</span>"),
              ElementsAre("Orla Quist", "Nils Barge"));
  EXPECT_THAT(names_in("posted by <span class='url fn n'>quaywatcher48</span>"), ElementsAre("quaywatcher48"));
}

TEST(AuthorPlaces, APenNameNeedsAMark) {
  EXPECT_THAT(names_in("quaywatcher48"), IsEmpty());
  EXPECT_THAT(names_in("quaywatcher48", AuthorMark::kMarked), ElementsAre("quaywatcher48"));
  EXPECT_THAT(names_in("Comments (12)", AuthorMark::kMarked), IsEmpty());
  EXPECT_THAT(names_in("Photo: Orla Quist", AuthorMark::kMarked), IsEmpty());
}

TEST(AuthorPlaces, ClassesOfAuthors) {
  const auto has = [](const std::string& classes) {
    const auto tree = formats::HtmlTree::parse("<body><div id=place class='" + classes + "'>x</div></body>");
    return has_author_class(*tree, place_in(*tree));
  };
  EXPECT_TRUE(has("vcard author"));
  EXPECT_TRUE(has("meta Author"));
  EXPECT_FALSE(has("author-box"));
  EXPECT_FALSE(has(""));
}

TEST(AuthorPlaces, AnythingInsideIsSafe) {
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "<span>By <i>and</i>";
  EXPECT_THAT(names_in(deep), IsEmpty());
  EXPECT_THAT(names_in("<script>Orla Quist</script>"), IsEmpty());
  EXPECT_THAT(names_in(""), IsEmpty());
}

}  // namespace
}  // namespace dateline::extract
