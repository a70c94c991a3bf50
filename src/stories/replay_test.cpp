// One stream gives the same placements, byte for byte, whether it comes in one go or the program ends in between and
// takes up its state again.
#include <gtest/gtest.h>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "endless_stream.h"
#include "stories/grouper.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kArticles = 2500;

const std::vector<news::Article>& articles() {
  static const std::vector<news::Article> kMade = [] {
    bench::EndlessStream stream({.seed = 5, .articles_a_day = 800, .singles = 0.4, .round_ups = 0.03});
    std::vector<news::Article> made;
    for (std::size_t i = 0; i < kArticles; ++i) {
      made.push_back(stream.next().article);
      // What streams bring besides: reports without a day, reports that come again under their uri.
      if (i % 17 == 0) made.back().published = {};
      if (i % 101 == 100) made.back().uri = made[i - 60].uri;
    }
    return made;
  }();
  return kMade;
}

// All that a placement says. The score as the bits that it has.
std::string bytes_of(const Placement& placement) {
  std::string bytes = fmt::format("{} {} {} {:a}\n", placement.story, placement.opened,
                                  placement.duplicate_of.value_or("-"), placement.score);
  for (const Move& move : placement.moves) bytes += fmt::format("move {} {}\n", move.uri, move.story);
  for (const Redirect& redirect : placement.redirects) bytes += fmt::format("{} to {}\n", redirect.from, redirect.to);
  return bytes + placement.imprint;
}

// What an archive would hold: of each version its place among the articles, its imprint, and its story as it is now.
struct Kept {
  std::size_t article = 0;
  std::string imprint;
  std::string story;
};

class Replay {
 public:
  void place(std::size_t number) {
    const news::Article& article = articles()[number];
    const Placement placement = grouper_.place(article);
    placed_.push_back(bytes_of(placement));
    kept_.push_back({number, placement.imprint, placement.story});
    versions_[article.uri].push_back(kept_.size() - 1);
    for (const Move& move : placement.moves) {
      for (const std::size_t version : versions_.at(move.uri)) kept_[version].story = move.story;
    }
  }

  void restart_from_articles() {
    grouper_ = Grouper();
    for (const Kept& kept : kept_) grouper_.restore(articles()[kept.article], kept.story);
  }

  void restart_from_imprints() {
    grouper_ = Grouper();
    for (const Kept& kept : kept_) {
      ASSERT_TRUE(grouper_.restore(articles()[kept.article].uri, kept.imprint, kept.story));
    }
  }

  const std::vector<std::string>& placed() const { return placed_; }

 private:
  Grouper grouper_;
  std::vector<std::string> placed_;
  std::vector<Kept> kept_;
  std::map<std::string, std::vector<std::size_t>> versions_;  // of a uri, into kept_
};

const std::vector<std::string>& in_one_go() {
  static const std::vector<std::string> kPlaced = [] {
    Replay replay;
    for (std::size_t i = 0; i < articles().size(); ++i) replay.place(i);
    return replay.placed();
  }();
  return kPlaced;
}

void expect_same(const std::vector<std::string>& placed) {
  ASSERT_EQ(placed.size(), in_one_go().size());
  std::size_t differing = 0;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (placed[i] == in_one_go()[i]) continue;
    if (++differing <= 3) {
      ADD_FAILURE() << "article " << i << ": " << placed[i].substr(0, 120) << " instead of "
                    << in_one_go()[i].substr(0, 120);
    }
  }
  EXPECT_EQ(differing, 0u);
}

TEST(Replay, TheStreamHasWhatCanGoWrong) {
  std::size_t opened = 0;
  std::size_t copies = 0;
  Grouper grouper;
  for (const news::Article& article : articles()) {
    const Placement placement = grouper.place(article);
    opened += placement.opened ? 1 : 0;
    copies += placement.duplicate_of ? 1 : 0;
  }
  EXPECT_GT(opened, kArticles / 10);
  EXPECT_LT(opened, kArticles * 9 / 10);
  EXPECT_GT(copies, kArticles / 20);
}

TEST(Replay, TwiceIsTheSame) {
  Replay replay;
  for (std::size_t i = 0; i < articles().size(); ++i) replay.place(i);
  expect_same(replay.placed());
}

TEST(Replay, RestartsFromArticlesChangeNothing) {
  for (const std::size_t every : {std::size_t{617}, std::size_t{1300}}) {
    SCOPED_TRACE(every);
    Replay replay;
    for (std::size_t i = 0; i < articles().size(); ++i) {
      if (i % every == every - 1) replay.restart_from_articles();
      replay.place(i);
    }
    expect_same(replay.placed());
  }
}

TEST(Replay, RestartsFromImprintsChangeNothing) {
  for (const std::size_t every : {std::size_t{311}, std::size_t{1300}}) {
    SCOPED_TRACE(every);
    Replay replay;
    for (std::size_t i = 0; i < articles().size(); ++i) {
      if (i % every == every - 1) replay.restart_from_imprints();
      replay.place(i);
    }
    expect_same(replay.placed());
  }
}

TEST(Replay, AnImprintOfAnotherKindIsNotTaken) {
  Grouper grouper;
  for (const std::string& bytes :
       {std::string(), std::string("\0", 1), std::string(300, 'x'), std::string(4096, '\xFF')}) {
    EXPECT_FALSE(grouper.restore("https://one.example/a", bytes, "s-000000000000"));
  }
  // Nothing was taken over: the grouper is as good as new.
  for (std::size_t i = 0; i < 50; ++i) EXPECT_EQ(bytes_of(grouper.place(articles()[i])), in_one_go()[i]);
}

TEST(Replay, ACutImprintIsNotTaken) {
  Grouper first;
  const std::string imprint = first.place(articles().front()).imprint;
  Grouper second;
  for (std::size_t size = 0; size < imprint.size(); size += 1 + size / 8) {
    EXPECT_FALSE(second.restore("https://one.example/a", imprint.substr(0, size), "s-000000000000")) << size;
  }
  EXPECT_FALSE(second.restore("https://one.example/a", imprint + "x", "s-000000000000"));
}

}  // namespace
}  // namespace dateline::stories
