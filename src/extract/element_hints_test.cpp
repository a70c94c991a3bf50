#include "extract/element_hints.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

TEST(HintsOfWords, BordersOfWordsAreSeenInAllSpellings) {
  for (std::string_view words : {"articleBody", "article_body", "article-body", "article__body", "x articlebody y"}) {
    EXPECT_NE(hints_of_words(words) & kHintBody, 0u) << words;
  }
  EXPECT_NE(hints_of_words("ad") & kHintAdvert, 0u);
  EXPECT_EQ(hints_of_words("header shadow loader") & kHintAdvert, 0u);
  EXPECT_NE(hints_of_words("site-nav") & kHintNavigation, 0u);
}

TEST(HintsOfWords, WordsInsideWordsCountWhereTheyAreUnmistakable) {
  EXPECT_NE(hints_of_words("relatedposts") & kHintRelated, 0u);
  EXPECT_NE(hints_of_words("wp-sidebar-2") & kHintAside, 0u);
  EXPECT_NE(hints_of_words("commentlist") & kHintComments, 0u);
}

TEST(HintsOfWords, EveryWordOfAClassHintsByItself) {
  EXPECT_EQ(hints_of_words("article body") & kHintBody, 0u);
  EXPECT_NE(hints_of_words("clearfix post-author") & kHintMeta, 0u);
  EXPECT_EQ(hints_of_words("clearfix post-author") & kHintArticle, 0u) << "about the post, not the post";
}

TEST(HintsOfWords, SomeWordsTakeAHintBack) {
  EXPECT_NE(hints_of_words("is-hidden") & kHintHidden, 0u);
  EXPECT_EQ(hints_of_words("col-md-8 hidden-xs") & kHintHidden, 0u) << "hidden on small screens alone";
  EXPECT_EQ(hints_of_words("field field--label-hidden") & kHintHidden, 0u) << "the label is";
  EXPECT_NE(hints_of_words("is-hidden hidden-xs") & kHintHidden, 0u);
  EXPECT_EQ(hints_of_words("elementor-widget-container") & kHintAside, 0u);
}

TEST(HintsOfWords, NothingIsSaidByNothing) {
  EXPECT_EQ(hints_of_words(""), kNoHint);
  EXPECT_EQ(hints_of_words("a0 b1 zz"), kNoHint);
  EXPECT_EQ(hints_of_words("\xFF\xC3"), kNoHint);
}

Hints first_hints(std::string_view html) {
  auto tree = formats::HtmlTree::parse(html);
  EXPECT_TRUE(tree.ok());
  for (formats::NodeIndex i = 0; i < tree->nodes().size(); ++i) {
    const formats::Tag tag = tree->node(i).tag;
    if (tree->node(i).kind == formats::NodeKind::kElement && tag != formats::Tag::kHtml && tag != formats::Tag::kHead &&
        tag != formats::Tag::kBody) {
      return hints_of(*tree, i);
    }
  }
  return kNoHint;
}

TEST(HintsOf, TagsSpeakToo) {
  EXPECT_NE(first_hints("<nav>x</nav>") & kHintNavigation, 0u);
  EXPECT_NE(first_hints("<aside>x</aside>") & kHintAside, 0u);
  EXPECT_NE(first_hints("<article>x</article>") & kHintArticle, 0u);
}

TEST(HintsOf, HiddenElements) {
  EXPECT_NE(first_hints("<div hidden>x</div>") & kHintHidden, 0u);
  EXPECT_NE(first_hints("<div style='color: red; display : none'>x</div>") & kHintHidden, 0u);
  EXPECT_EQ(first_hints("<div style='display: block'>x</div>") & kHintHidden, 0u);
}

TEST(HintsOf, TheIdOfAHeadingIsMadeOfItsWords) {
  EXPECT_EQ(first_hints("<h2 id='what-comes-next'>What comes next</h2>") & kHintRelated, 0u);
  EXPECT_NE(first_hints("<div id='what-comes-next'>x</div>") & kHintRelated, 0u);
}

TEST(HintsOf, WhatHoldsContentIsNotByThatTheArticle) {
  EXPECT_NE(first_hints("<div class='author-info tab__content'>x</div>") & kHintAuthorBox, 0u);
}

TEST(HintsOf, AnArticlesTagsAreNoTagList) {
  EXPECT_EQ(first_hints("<div class='hentry post tag-weather category-news'>x</div>") & kHintMeta, 0u);
  EXPECT_EQ(first_hints("<div class='article-body widget'>x</div>") & kHintAside, 0u);
}

}  // namespace
}  // namespace dateline::extract
