// Which sentences say the same: words that tell what happened, clues, odds, groups.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stories/event_words.h"
#include "stories/fact_groups.h"
#include "stories/link_model.h"
#include "stories/mean_link.h"
#include "stories/overlapping_groups.h"
#include "stories/sentence_links.h"
#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

using testing::make_article;
using Groups = std::vector<std::vector<std::size_t>>;

TEST(EventWords, WhatHappensAndWhatIs) {
  EXPECT_EQ(event_share("arrested", "en"), 1.0F);
  EXPECT_GT(event_share("earthquake", "en"), 0.9F);
  EXPECT_EQ(event_share("table", "en"), 0.0F) << "not told by its rare use as a verb";
  EXPECT_EQ(event_share("", "en"), 0.0F);
  EXPECT_EQ(event_share("qqqq", "en"), 0.0F);
  EXPECT_EQ(event_share("zzzzzz", "en"), 0.0F);
  EXPECT_EQ(event_share("aaaa", "en"), 0.0F);
  EXPECT_EQ(event_share("tisch", "de"), 1.0F) << "no list: any word may";
}

TEST(EventWords, Saying) {
  for (const char* word : {"according", "said", "zufolge", "sagte", "told"}) EXPECT_TRUE(tells_of_saying(word)) << word;
  EXPECT_FALSE(tells_of_saying("sank"));
}

TEST(MeanLink, JoinsTheClosestFirst) {
  // 0 and 1 are close, 2 is close to 1 only, 3 is alone.
  const std::vector<float> links = {0, 5, -3, -9, 5, 0, 2, -9, -3, 2, 0, -9, -9, -9, -9, 0};
  EXPECT_EQ(join_by_mean_link(links, 4, 0), (Groups{{0, 1}, {2}, {3}}));
  EXPECT_EQ(join_by_mean_link(links, 4, -1), (Groups{{0, 1, 2}, {3}}));
  EXPECT_EQ(join_by_mean_link(links, 4, -99), (Groups{{0, 1, 2, 3}}));
  EXPECT_TRUE(join_by_mean_link({}, 0, 0).empty());
}

TEST(GroupsAcross, HoldEveryLinkThatGroupsMiss) {
  // 2 is linked with both others, which stand in one group; 3 with 2 alone.
  const std::vector<float> links = {0, 5, 2, -9, 5, 0, 2, -9, 2, 2, 0, 3, -9, -9, 3, 0};
  EXPECT_EQ(groups_across(links, 4, 1, {{0, 1}, {2}, {3}}), (Groups{{2, 3}, {0, 1, 2}}));
  EXPECT_TRUE(groups_across(links, 4, 6, {{0, 1}, {2}, {3}}).empty());
  EXPECT_TRUE(groups_across(links, 4, 1, {{0, 1, 2}, {2, 3}}).empty()) << "they hold them all";
}

// The pairs of all statements of `articles`, of different outlets.
struct Measured {
  std::vector<Statement> statements;
  std::vector<std::vector<SentenceLinks::Pair>> pairs;
  LinkScale scale;
};

Measured measure(const std::vector<news::Article>& articles) {
  Measured measured;
  measured.statements = read_statements(testing::pointers(articles));
  std::vector<std::size_t> lengths;
  for (const news::Article& article : articles) lengths.push_back(article.sentences.size());
  std::vector<std::size_t> voices(articles.size());
  std::iota(voices.begin(), voices.end(), std::size_t{0});
  std::vector<std::size_t> chosen(measured.statements.size());
  std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  const StoryWords words(measured.statements);
  SentenceLinks links(measured.statements, chosen, words, lengths, voices);
  measured.scale = LinkModel::instance().settle(links.scale());
  measured.pairs.resize(links.size());
  for (std::size_t i = 0; i < links.size(); ++i) links.pairs_of(i, links.size(), measured.pairs[i]);
  return measured;
}

TEST(SentenceLinks, ParaphraseBeatsStrangers) {
  const auto measured =
      measure({make_article("a", "A", "",
                            {"Thieves stole three paintings from the museum in Velm.", "It rained in the hills."}),
               make_article("b", "B", "", {"Three paintings were stolen from Velm's museum, police said."})});
  ASSERT_EQ(measured.pairs[0].size(), 1u);
  EXPECT_TRUE(measured.pairs[1].empty()) << "strangers are not looked at";
  EXPECT_GT(LinkModel::instance().log_odds(measured.pairs[0][0].clues, measured.scale).of_pair, kSamePair);
  ASSERT_EQ(measured.pairs[2].size(), 1u);
  EXPECT_EQ(measured.pairs[0][0].clues, measured.pairs[2][0].clues) << "the same from both sides";
}

TEST(SentenceLinks, CluesTellWhatTheyAreNamedFor) {
  auto articles = std::vector<news::Article>{
      make_article("a", "A", "", {"The tram injured 12 people on Monday, police said."}, "2020-01-07"),
      make_article("b", "B", "", {"The tram injured 15 people on Monday, police said."}, "2020-01-07")};
  for (news::Article& article : articles) testing::add_time(article, "Monday", "2020-01-06");
  const auto measured = measure(articles);
  const LinkClues& clues = measured.pairs.at(0).at(0).clues;
  const auto clue = [&](LinkClue which) { return clues[static_cast<std::size_t>(which)]; };
  EXPECT_EQ(clue(LinkClue::kSameDay), 1);
  EXPECT_EQ(clue(LinkClue::kSameNumber), -1);
  EXPECT_EQ(clue(LinkClue::kBothCount), 1);
  EXPECT_EQ(clue(LinkClue::kBothSay), 1);
  EXPECT_EQ(clue(LinkClue::kBothLead), 1);
  EXPECT_EQ(clue(LinkClue::kOneTitle), 0) << "both end with a stop";
  EXPECT_FLOAT_EQ(clue(LinkClue::kLongerReport), std::log1p(1.0F));
  EXPECT_EQ(clue(LinkClue::kCoreOfBoth), 1) << "what happened is the same";
  EXPECT_LT(clue(LinkClue::kShare), 1);
}

TEST(LinkModel, MoreInCommonNeverSpeaksAgainst) {
  const LinkScale scale = LinkModel::instance().settle({});
  LinkClues clues = scale.mean;
  // Of what is far from the same the odds are told before all trees were asked.
  constexpr float kFarFromTheSame = -1.0F;
  const auto odds = [&] { return std::max(LinkModel::instance().log_odds(clues, scale).of_group, kFarFromTheSame); };
  float before = odds();
  for (int step = 0; step < 20; ++step) {
    for (const LinkClue clue : {LinkClue::kCoreOfBoth, LinkClue::kKnownOfBoth, LinkClue::kRareOfBoth,
                                LinkClue::kPlainOfShorter, LinkClue::kShare, LinkClue::kWording}) {
      clues[static_cast<std::size_t>(clue)] += 0.05F;
    }
    const float after = odds();
    EXPECT_GE(after, before);
    before = after;
  }
  EXPECT_GT(before, kFarFromTheSame);
}

}  // namespace
}  // namespace dateline::stories
