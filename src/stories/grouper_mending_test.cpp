// What a later report shows about earlier decisions: merges, moves, splits, and what a Placement says of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "endless_stream.h"
#include "stories/grouper.h"
#include "stories/test_articles.h"
#include "stories/test_newsroom.h"

namespace dateline::stories {
namespace {

using testing::make_article;
using testing::newsroom;
using testing::warm_up;

std::map<std::string, std::string> moves_of(const Placement& placement) {
  std::map<std::string, std::string> moves;
  for (const Move& move : placement.moves) EXPECT_TRUE(moves.emplace(move.uri, move.story).second) << move.uri;
  return moves;
}

using Moves = std::map<std::string, std::string>;

TEST(Mending, TwoStoriesThatProveToBeOneAreMerged) {
  Grouper grouper;
  warm_up(grouper);
  // As an archive of an older version may have them: one event in two stories.
  const std::vector<news::Article> reports = {newsroom().report(1, 0), newsroom().report(1, 1), newsroom().report(1, 2),
                                              newsroom().report(1, 3)};
  grouper.restore(reports[0], "s-000000000001");
  grouper.restore(reports[1], "s-000000000002");
  grouper.restore(reports[2], "s-000000000002");
  const Placement placement = grouper.place(reports[3]);
  EXPECT_EQ(placement.story, "s-000000000001") << "the older one stays";
  EXPECT_FALSE(placement.opened);
  EXPECT_EQ(moves_of(placement), (Moves{{reports[1].uri, "s-000000000001"}, {reports[2].uri, "s-000000000001"}}));
  ASSERT_EQ(placement.redirects.size(), 1u);
  EXPECT_EQ(placement.redirects[0].from, "s-000000000002");
  EXPECT_EQ(placement.redirects[0].to, "s-000000000001");
  EXPECT_EQ(grouper.place(newsroom().report(1, 4)).story, "s-000000000001");
}

// Two halves of one event that have hardly a word in common, until a report tells both.
TEST(Mending, AReportThatTellsBothHalvesJoinsThem) {
  const std::vector<std::string> fire = {
      "Fire broke out in the engine room of the ferry Halvorsen off Trinsund, the coast guard said.",
      "Captain Ingmar Dahl sent all 212 passengers to the boats within nine minutes, and nobody was hurt."};
  const std::vector<std::string> bank = {
      "Shares of the shipping line Norvik fell by a third in Oslo after its lender cancelled a loan.",
      "Chairwoman Sigrun Moe told analysts that the insurer disputes the claim and that the fleet may be sold."};
  std::vector<std::string> both = fire;
  both.insert(both.end(), bank.begin(), bank.end());
  Grouper grouper;
  warm_up(grouper);
  const auto place = [&](const char* uri, const char* headline, const std::vector<std::string>& text) {
    return grouper.place(make_article(uri, uri, headline, text, "2022-01-09"));
  };
  const Placement first = place("fire", "Ferry Halvorsen burns off Trinsund", fire);
  const Placement second = place("bank", "Norvik shares fall as lender cancels loan", bank);
  ASSERT_NE(first.story, second.story);
  std::vector<std::string> told = {
      "The fire on the ferry Halvorsen off Trinsund cost the line Norvik a third of its worth.",
      "Captain Ingmar Dahl had sent all 212 passengers to the boats; the coast guard said nobody was hurt "
      "when fire broke out in the engine room.",
      "The lender cancelled a loan, chairwoman Sigrun Moe told analysts in Oslo; the insurer disputes the "
      "claim, and the fleet may be sold as shares fell."};
  const Placement joining = place("both", "Norvik shares fall after ferry Halvorsen burns", told);
  EXPECT_EQ(joining.story, first.story);
  EXPECT_EQ(moves_of(joining), (Moves{{"bank", first.story}}));
  ASSERT_EQ(joining.redirects.size(), 1u);
  EXPECT_EQ(joining.redirects[0].from, second.story);
  EXPECT_EQ(joining.redirects[0].to, first.story);
}

TEST(Mending, AStrayGoesToTheBetterStory) {
  Grouper grouper;
  warm_up(grouper);
  grouper.restore(newsroom().report(1, 0), "s-000000000001");
  grouper.restore(newsroom().report(1, 1), "s-000000000001");
  const news::Article stray = newsroom().report(2, 0);
  grouper.restore(stray, "s-000000000001");
  const Placement placement = grouper.place(newsroom().report(2, 1));
  EXPECT_TRUE(placement.opened);
  EXPECT_EQ(moves_of(placement), (Moves{{stray.uri, placement.story}}));
  EXPECT_TRUE(placement.redirects.empty()) << "the story that it left goes on";
}

// The second report joined the first one's story, being all that is like it, until the fourth told the two apart.
TEST(Mending, LookAlikesPartWhenMoreIsKnown) {
  const auto council =
      testing::read_case(std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/cases/stories/group/council.txt");
  Grouper grouper;
  const std::string brewery = grouper.place(council.articles[0]).story;
  ASSERT_EQ(grouper.place(council.articles[1]).story, brewery) << "fireworks, but the same council";
  EXPECT_EQ(grouper.place(council.articles[2]).story, brewery);
  const Placement placement = grouper.place(council.articles[3]);
  EXPECT_NE(placement.story, brewery);
  EXPECT_FALSE(placement.opened) << "the second report is the first of it";
  EXPECT_EQ(moves_of(placement), (Moves{{council.articles[1].uri, placement.story}}));
}

// Two events in one story.
struct Mixed {
  Grouper grouper;
  std::vector<news::Article> one;
  std::vector<news::Article> two;

  Mixed() {
    warm_up(grouper);
    for (std::uint64_t i = 0; i < 3; ++i) {
      one.push_back(newsroom().report(1, i));
      two.push_back(newsroom().report(2, i));
      grouper.restore(one[i], "s-000000000001");
      grouper.restore(two[i], "s-000000000001");
    }
    one.push_back(newsroom().report(1, 3));
    one.push_back(newsroom().report(1, 4));
  }
};

TEST(Mending, AStoryOfTwoEventsIsSplit) {
  Mixed mixed;
  Moves moves;
  std::string story;
  for (std::size_t i = 3; i < 5; ++i) {
    const Placement placement = mixed.grouper.place(mixed.one[i]);
    EXPECT_TRUE(placement.redirects.empty());
    for (const auto& [uri, to] : moves_of(placement)) moves[uri] = to;
    story = placement.story;
  }
  ASSERT_EQ(moves.size(), 3u);
  EXPECT_EQ(story, "s-000000000001") << "the event of the first report keeps the id";
  std::set<std::string> opened;
  for (const news::Article& article : mixed.two) opened.insert(moves[article.uri]);
  ASSERT_EQ(opened.size(), 1u);
  EXPECT_NE(*opened.begin(), "s-000000000001");
  EXPECT_EQ(opened.begin()->size(), 14u);
  EXPECT_EQ(mixed.grouper.place(newsroom().report(2, 7)).story, *opened.begin());
  EXPECT_EQ(mixed.grouper.place(newsroom().report(1, 7)).story, "s-000000000001");
  Mixed again;
  Moves same;
  for (std::size_t i = 3; i < 5; ++i) {
    for (const auto& [uri, to] : moves_of(again.grouper.place(again.one[i]))) same[uri] = to;
  }
  EXPECT_EQ(same, moves) << "the new id is the same on every run";
}

// Each event has copies, a copy of a copy and a new version; whichever leaves takes its own along.
TEST(Mending, CopiesAndVersionsGoWithTheirOriginal) {
  Mixed mixed;
  std::map<std::string, std::string> original_of;
  for (const news::Article& original : {mixed.one[0], mixed.two[0]}) {
    for (const char* name : {"copy", "copy of the copy"}) {
      news::Article copy = original;
      copy.uri += name;
      mixed.grouper.restore(copy, "s-000000000001");
      original_of[copy.uri] = original.uri;
    }
    news::Article version = original;
    version.append_paragraph("More will follow.", news::ParagraphKind::kParagraph);
    mixed.grouper.restore(version, "s-000000000001");
  }
  Moves moves;
  for (std::uint64_t i = 3; i < 12; ++i) {
    for (const auto& [uri, to] : moves_of(mixed.grouper.place(newsroom().report(1, i)))) moves[uri] = to;
  }
  const auto now = [&](const std::string& uri) { return moves.contains(uri) ? moves[uri] : "s-000000000001"; };
  EXPECT_NE(now(mixed.one[0].uri), now(mixed.two[0].uri));
  for (const auto& [copy, original] : original_of) EXPECT_EQ(now(copy), now(original)) << copy;
  for (const news::Article& original : {mixed.one[0], mixed.two[0]}) {
    EXPECT_EQ(mixed.grouper.place(original).story, now(original.uri)) << "as does its version";
  }
}

// Follows a stream as a reader of Placements would, and checks that they hold together.
class Reader {
 public:
  void read(const news::Article& article, const Placement& placement) {
    ASSERT_FALSE(gone_.contains(placement.story)) << "an id came back";
    ASSERT_EQ(placement.opened, ids_.insert(placement.story).second && placement.opened) << placement.story;
    std::set<std::string> from;
    std::set<std::string> to;
    for (const Redirect& redirect : placement.redirects) {
      ASSERT_TRUE(from.insert(redirect.from).second) << "twice";
      ASSERT_TRUE(ids_.contains(redirect.from)) << "never seen";
      ASSERT_TRUE(gone_.insert(redirect.from).second) << "gone before";
      to.insert(redirect.to);
    }
    for (const std::string& id : to) ASSERT_FALSE(from.contains(id)) << "a chain";
    std::set<std::string> uris;
    for (const Move& move : placement.moves) {
      ASSERT_TRUE(uris.insert(move.uri).second) << "twice";
      ASSERT_TRUE(story_of_.contains(move.uri)) << "of no report";
      ASSERT_FALSE(gone_.contains(move.story)) << "into a story that is gone";
      ids_.insert(move.story);
      story_of_[move.uri] = move.story;
    }
    story_of_[article.uri] = placement.story;
    if (placement.duplicate_of) original_of_[article.uri] = *placement.duplicate_of;
    moves_ += placement.moves.size();
  }

  void finish() const {
    for (const auto& [uri, story] : story_of_) EXPECT_FALSE(gone_.contains(story)) << uri << " was left behind";
    for (const auto& [copy, original] : original_of_) EXPECT_EQ(story_of_.at(copy), story_of_.at(original)) << copy;
    EXPECT_GT(moves_, 10u);
    EXPECT_GT(gone_.size(), 2u);
    EXPECT_GT(original_of_.size(), 10u);
  }

 private:
  std::set<std::string> ids_;
  std::set<std::string> gone_;
  std::map<std::string, std::string> story_of_;
  std::map<std::string, std::string> original_of_;
  std::size_t moves_ = 0;
};

TEST(Mending, WhatIsSaidHoldsTogether) {
  for (const std::uint64_t seed : {3, 8}) {
    bench::EndlessStream stream({.seed = seed, .articles_a_day = 600, .singles = 0.3});
    Grouper grouper;
    Reader reader;
    for (std::size_t i = 0; i < 2500; ++i) {
      const news::Article article = stream.next().article;
      reader.read(article, grouper.place(article));
      if (HasFatalFailure()) return;
    }
    reader.finish();
  }
}

}  // namespace
}  // namespace dateline::stories
