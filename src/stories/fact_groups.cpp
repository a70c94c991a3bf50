#include "stories/fact_groups.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "stories/link_model.h"
#include "stories/mean_link.h"
#include "stories/overlapping_groups.h"
#include "stories/sentence_links.h"

namespace dateline::stories {
namespace {

// Two sentences of one report are not two reports of a statement; a third sentence may hold them together.
constexpr float kSameReport = -2.0F;
// Two sentences that have next to nothing in common.
constexpr float kStrangers = -6.0F;

// Words of a sentence that says little more than a toll.
constexpr std::size_t kTollWords = 7;
// Tolls that are further apart are not of one event.
constexpr double kTollsApart = 3;

// Two sentences that tell how many died, were hurt or are missing, one of them nothing else ("The number of dead has
// risen to three" has no word in common with the report's "killing two people"), or both with another number in common:
// "3,400 fell ill and 74 died".
bool tell_one_toll(const Statement& a, const Statement& b) {
  const auto is_bare = [](const Statement& statement, const NumberSaid& toll) {
    return toll.tally || statement.keys.size() <= kTollWords;
  };
  const bool agree_otherwise = std::any_of(a.numbers.begin(), a.numbers.end(), [&](TermKey key) {
    return std::binary_search(b.numbers.begin(), b.numbers.end(), key);
  });
  for (const NumberSaid& one : a.counts) {
    for (const NumberSaid& other : b.counts) {
      if (!one.outcome || one.thing != other.thing) continue;
      if (!is_bare(a, one) && !is_bare(b, other) && !agree_otherwise) continue;
      if (one.low <= kTollsApart * other.high && other.low <= kTollsApart * one.high) return true;
    }
  }
  return false;
}

// The statements that are compared: by place in their reports, then by report.
std::vector<std::size_t> choose_linked(std::span<const Statement> statements) {
  std::vector<std::size_t> chosen(statements.size());
  std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  if (chosen.size() <= kMostLinked) return chosen;
  std::stable_sort(chosen.begin(), chosen.end(), [&](std::size_t a, std::size_t b) {
    return statements[a].ref.sentence < statements[b].ref.sentence;
  });
  chosen.resize(kMostLinked);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

class GroupFinder {
 public:
  GroupFinder(std::span<const Statement> statements, const StoryWords& words, std::span<const std::size_t> voices,
              std::span<const std::size_t> lengths)
      : statements_(statements), chosen_(choose_linked(statements)) {
    const std::size_t count = chosen_.size();
    SentenceLinks measured(statements, chosen_, words, lengths, voices);
    const LinkModel& model = LinkModel::instance();
    const LinkScale scale = model.settle(measured.scale());
    links_.assign(count * count, kStrangers);
    pair_links_ = links_;
    std::vector<SentenceLinks::Pair> pairs;
    for (std::size_t i = 0; i < count; ++i) {
      measured.pairs_of(i, i, pairs);
      for (const SentenceLinks::Pair& pair : pairs) {
        const LinkModel::Odds odds = model.log_odds(pair.clues, scale);
        links_[i * count + pair.other] = links_[pair.other * count + i] = odds.of_group;
        pair_links_[i * count + pair.other] = pair_links_[pair.other * count + i] = odds.of_pair;
      }
      for (std::size_t j = 0; j < i && !statement(i).counts.empty(); ++j) {
        if (article(j) == article(i) || !tell_one_toll(statement(i), statement(j))) continue;
        float& link = pair_links_[i * count + j];
        link = pair_links_[j * count + i] = std::max(link, kSamePair);
      }
      for (std::size_t j = i; j-- > 0 && article(j) == article(i);)
        links_[i * count + j] = links_[j * count + i] = kSameReport;
    }
  }

  std::vector<std::vector<std::size_t>> find() {
    std::vector<std::vector<std::size_t>> groups;
    for (std::vector<std::size_t>& group : join_by_mean_link(links_, chosen_.size(), kSameStatement)) {
      if (has_two_reports(group)) {
        groups.push_back(std::move(group));
      } else {
        for (const std::size_t i : group) groups.push_back({i});
      }
    }
    add_groups_across(groups);
    for (auto& group : groups) put_best_first(group);
    std::vector<bool> grouped(statements_.size(), false);
    for (std::vector<std::size_t>& group : groups) {
      for (std::size_t& i : group) {
        i = chosen_[i];
        grouped[i] = true;
      }
    }
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      if (!grouped[i]) groups.push_back({i});
    }
    return groups;
  }

 private:
  const Statement& statement(std::size_t i) const { return statements_[chosen_[i]]; }
  std::size_t article(std::size_t i) const { return statement(i).ref.article; }
  float link(std::size_t i, std::size_t j) const { return links_[i * chosen_.size() + j]; }

  bool has_two_reports(const std::vector<std::size_t>& group) const {
    return std::any_of(group.begin(), group.end(), [&](std::size_t i) { return article(i) != article(group.front()); });
  }

  void put_best_first(std::vector<std::size_t>& group) const {
    std::size_t best = 0;
    float highest = 0;
    for (std::size_t k = 0; k < group.size(); ++k) {
      float sum = 0;
      for (const std::size_t j : group) sum += j == group[k] ? 0 : link(group[k], j);
      if (k == 0 || sum > highest) {
        highest = sum;
        best = k;
      }
    }
    std::rotate(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(best),
                group.begin() + static_cast<std::ptrdiff_t>(best) + 1);
  }

  // Sentences that say the same as some sentences of several groups stand in all of these statements. Those that stood
  // alone no longer do.
  void add_groups_across(std::vector<std::vector<std::size_t>>& groups) const {
    std::vector<std::vector<std::size_t>> across = groups_across(pair_links_, chosen_.size(), kSamePair, groups);
    std::vector<bool> placed(chosen_.size(), false);
    for (const auto& group : across) {
      for (const std::size_t i : group) placed[i] = true;
    }
    std::erase_if(groups, [&](const auto& group) { return group.size() == 1 && placed[group.front()]; });
    groups.insert(groups.end(), std::make_move_iterator(across.begin()), std::make_move_iterator(across.end()));
  }

  std::span<const Statement> statements_;
  std::vector<std::size_t> chosen_;
  std::vector<float> links_;
  std::vector<float> pair_links_;
};

}  // namespace

std::vector<std::vector<std::size_t>> group_statements(std::span<const Statement> statements, const StoryWords& words,
                                                       std::span<const std::size_t> voices,
                                                       std::span<const std::size_t> lengths) {
  return GroupFinder(statements, words, voices, lengths).find();
}

}  // namespace dateline::stories
