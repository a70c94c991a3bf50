#include "stories/fact_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "stories/local_links.h"
#include "stories/sentence_links.h"

namespace dateline::stories {
namespace {

// Two sentences of one report are not two reports of a statement; a third sentence may hold them together.
constexpr float kSameReport = -1.5F;
// A clause is looked for only where the sentences as a whole are not strangers.
constexpr float kLeastForClause = -1.6F;

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
      : statements_(statements), words_(words), voices_(voices), chosen_(choose_linked(statements)) {
    const SentenceLinks scores(statements, words, lengths);
    const std::size_t count = chosen_.size();
    links_.assign(count * count, kSameReport);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (article(i) != article(j))
          links_[i * count + j] = links_[j * count + i] = scores.log_odds(chosen_[i], chosen_[j]);
      }
    }
  }

  std::vector<std::vector<std::size_t>> find() {
    std::vector<std::vector<std::size_t>> groups;
    for (std::vector<std::size_t>& group : join_by_mean_link(links_, chosen_.size(), kSameStatement)) {
      if (!has_two_reports(group)) {
        for (const std::size_t i : group) groups.push_back({i});
      } else {
        put_best_first(group);
        groups.push_back(std::move(group));
      }
    }
    add_clauses(groups);
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
  std::size_t article(std::size_t i) const { return statements_[chosen_[i]].ref.article; }
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

  // Pairs of sentences of different groups that have a clause in common, each the other's best in that report. A
  // sentence whose only group was itself leaves it.
  void add_clauses(std::vector<std::vector<std::size_t>>& groups) const {
    std::vector<std::size_t> group_of(chosen_.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const std::size_t i : groups[g]) group_of[i] = g;
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (group_of[i] == group_of[j] || voices_[article(i)] == voices_[article(j)]) continue;
        if (link(i, j) < kLeastForClause) continue;
        if (local_likeness(statements_[chosen_[i]], statements_[chosen_[j]], words_) >= kSameClause)
          pairs.emplace_back(j, i);
      }
    }
    const Best best = best_of(pairs);
    std::vector<bool> placed(groups.size(), false);
    for (const auto& [a, b] : pairs) {
      if (best.at({a, article(b)}) != b || best.at({b, article(a)}) != a) continue;
      placed[group_of[a]] = placed[group_of[a]] || groups[group_of[a]].size() == 1;
      placed[group_of[b]] = placed[group_of[b]] || groups[group_of[b]].size() == 1;
      groups.push_back({a, b});
    }
    std::size_t g = 0;
    std::erase_if(groups, [&](const auto&) { return g < placed.size() ? placed[g++] : false; });
  }

  // For a sentence and another report: the sentence of that report which `pairs` link to it most strongly.
  using Best = std::map<std::pair<std::size_t, std::size_t>, std::size_t>;

  Best best_of(const std::vector<std::pair<std::size_t, std::size_t>>& pairs) const {
    Best best;
    const auto offer = [&](std::size_t a, std::size_t b) {
      const auto [held, added] = best.try_emplace({a, article(b)}, b);
      if (!added && link(a, b) > link(a, held->second)) held->second = b;
    };
    for (const auto& [a, b] : pairs) {
      offer(a, b);
      offer(b, a);
    }
    return best;
  }

  std::span<const Statement> statements_;
  const StoryWords& words_;
  std::span<const std::size_t> voices_;
  std::vector<std::size_t> chosen_;
  std::vector<float> links_;
};

}  // namespace

std::vector<std::vector<std::size_t>> group_statements(std::span<const Statement> statements, const StoryWords& words,
                                                       std::span<const std::size_t> voices,
                                                       std::span<const std::size_t> lengths) {
  return GroupFinder(statements, words, voices, lengths).find();
}

}  // namespace dateline::stories
