#include "stories/link_model.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "base/embedded.h"
#include "base/strings.h"

DATELINE_EMBEDDED(sentence_links_table, sentence_links_tsv)

namespace dateline::stories {
namespace {

constexpr float kUsualPairs = 50;         // what is usual in stories counts as so many pairs of the story
constexpr float kLeastDeviation = 0.05F;  // so that what hardly varies does not stand out for it
constexpr float kFarthest = 5;            // deviations
// In stories of few voices the wording counts beside the trees, by this over the square of the voices: what the trees
// lean on, how many voices speak of a thing, says little there. kEvenWording is what lies between the same and another
// statement.
constexpr float kWordingOfFew = 20;
constexpr float kEvenWording = -1.25F;
// By this a pair must be surer in a story of two voices: there is no third to confirm it.
constexpr float kCautionOfTwo = 0.25F;
// Odds that the trees at hand cannot lift above this are told by those asked so far: most pairs are strangers.
constexpr float kNotTheSame = -1.0F;
constexpr std::size_t kTreesAtOnce = 3;

float number_of(std::string_view text) {
  return std::strtof(std::string(text).c_str(), nullptr);
}

std::uint16_t sight_named(std::string_view name, bool stands_out) {
  const auto found = std::find(kLinkClueNames.begin(), kLinkClueNames.end(), name);
  const auto clue = static_cast<std::size_t>(found - kLinkClueNames.begin());
  return static_cast<std::uint16_t>(clue + (stands_out ? kLinkClues : 0));
}

}  // namespace

const LinkModel& LinkModel::instance() {
  static const LinkModel kModel;
  return kModel;
}

// Lines: "usual, clue, mean, deviation"; "tree"; "ask, clue, is | stands, value, left" with the place of the left
// answer in the tree; "answer, value". Separated by TAB; '#' begins a note.
LinkModel::LinkModel() {
  for (const std::string_view line : base::split(sentence_links_table(), '\n')) {
    const std::vector<std::string_view> cells = base::split(line, '\t');
    if (cells[0] == "usual") {
      const std::uint16_t clue = sight_named(cells[1], false);
      usual_.mean[clue] = number_of(cells[2]);
      usual_.deviation[clue] = number_of(cells[3]);
    } else if (cells[0] == "tree") {
      roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
    } else if (cells[0] == "ask") {
      const auto left = base::parse_integer(cells[4]);
      nodes_.push_back(
          {sight_named(cells[1], cells[2] == "stands"), static_cast<std::int16_t>(*left), number_of(cells[3])});
    } else if (cells[0] == "answer") {
      nodes_.push_back({0, -1, number_of(cells[1])});
    }
  }
  most_left_.assign(roots_.size(), 0);
  float most = 0;
  for (std::size_t tree = roots_.size(); tree-- > 0;) {
    const std::size_t end = tree + 1 < roots_.size() ? roots_[tree + 1] : nodes_.size();
    float highest = -std::numeric_limits<float>::infinity();
    for (std::size_t i = roots_[tree]; i < end; ++i) {
      if (nodes_[i].left < 0) highest = std::max(highest, nodes_[i].value);
    }
    most_left_[tree] = most += highest;
  }
}

LinkScale LinkModel::settle(const LinkScale& scale) const {
  LinkScale settled = scale;
  const float voices = static_cast<float>(std::max(scale.voices, std::size_t{1}));
  settled.wording_weight = kWordingOfFew / (voices * voices);
  const float count = static_cast<float>(scale.pairs);
  for (std::size_t c = 0; c < kLinkClues; ++c) {
    settled.mean[c] = (count * scale.mean[c] + kUsualPairs * usual_.mean[c]) / (count + kUsualPairs);
    settled.deviation[c] =
        (count * scale.deviation[c] + kUsualPairs * usual_.deviation[c]) / (count + kUsualPairs) + kLeastDeviation;
  }
  return settled;
}

LinkModel::Odds LinkModel::log_odds(const LinkClues& clues, const LinkScale& settled) const {
  std::array<float, 2 * kLinkClues> sights{};
  for (std::size_t c = 0; c < kLinkClues; ++c) {
    sights[c] = clues[c];
    const float stands = (clues[c] - settled.mean[c]) / settled.deviation[c];
    sights[kLinkClues + c] = std::clamp(stands, -kFarthest, kFarthest);
  }
  const float wording = clues[static_cast<std::size_t>(LinkClue::kWording)] - kEvenWording;
  float sum = 0;
  for (std::size_t i = 0; i < roots_.size(); ++i) {
    if (i % kTreesAtOnce == 0 && sum + most_left_[i] + settled.wording_weight * wording < kNotTheSame) break;
    const Node* tree = &nodes_[roots_[i]];
    const Node* node = tree;
    while (node->left >= 0) node = tree + node->left + (sights[node->sight] <= node->value ? 0 : 1);
    sum += node->value;
  }
  const float of_group = sum + settled.wording_weight * wording;
  return {of_group, std::min(of_group, sum) - (settled.voices > 2 ? 0 : kCautionOfTwo)};
}

}  // namespace dateline::stories
