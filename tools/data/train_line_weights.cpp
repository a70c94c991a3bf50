// train_line_weights -- fits data/line-weights.tsv, the weights of extract's LineModel.
//
//   train_line_weights < GOLD.jsonl > data/line-weights.tsv
//   train_line_weights --cross FOLDS < GOLD.jsonl > SAID.jsonl     each capture by a model that has not seen it
//   train_line_weights --apply TEXTS.jsonl < GOLD.jsonl > SAID.jsonl
//
// GOLD rows: {"id", "lines": […], "labels": ["body" or another word, …]}; TEXTS rows: {"id", "text"}; SAID rows:
// {"id", "paragraphs"}. A conditional random field by stochastic gradient (AdaGrad), averaged over the last third of
// the rounds. So that it does not lean on how the captures of one year look, it also learns from copies with runs of
// their own labels put between paragraphs, and in each step does without some of the sights. Deterministic.
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/json.h"
#include "base/strings.h"
#include "extract/line_model.h"
#include "extract/text_evidence.h"
#include "extract/text_report.h"

namespace {

using namespace dateline;
using extract::Evidence;
using extract::kLineStates;
using extract::Line;
using extract::LineState;

constexpr int kRounds = 15;
constexpr double kRate = 0.05;
constexpr double kDecay = 1e-4;
constexpr int kCopies = 2;
constexpr std::array<double, kCopies> kInterruptions{0.05, 0.12};  // Share of the gaps between paragraphs.
constexpr double kShortInterruptions = 0.1;
constexpr double kBlindness = 0.3;  // Share of the sights a step does without.
constexpr double kNever = -1e9;

using Weights = std::array<double, kLineStates>;
constexpr std::size_t kCells = extract::kSights * extract::kSightValues;

struct Example {
  std::vector<std::vector<std::size_t>> lines;  // What is seen of each line, as indexes of weights.
  std::vector<std::size_t> states;
};

struct Capture {
  std::string id;
  std::string text;
  std::vector<Example> examples;  // The capture itself, then its copies.
};

struct Model {
  std::vector<Weights> lines = std::vector<Weights>(kCells);
  std::array<Weights, kLineStates> steps{};
};

bool may_follow(std::size_t from, std::size_t to) {
  return extract::may_follow(static_cast<LineState>(from), static_cast<LineState>(to));
}

std::vector<std::size_t> states_of(const std::vector<bool>& body) {
  std::size_t first = 0;
  std::size_t last = body.size();
  while (first < last && !body[first]) ++first;
  while (last > first && !body[last - 1]) --last;
  std::vector<std::size_t> states;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const LineState state = body[i]                             ? LineState::kReport
                            : i < first || first == body.size() ? LineState::kBefore
                            : i >= last                         ? LineState::kAfter
                                                                : LineState::kInside;
    states.push_back(static_cast<std::size_t>(state));
  }
  return states;
}

Example example_of(const std::vector<Line>& lines, const std::vector<bool>& body) {
  Example example;
  for (const auto& line : extract::gather_evidence(lines, extract::best_run(lines))) {
    std::vector<std::size_t> seen;
    for (const Evidence e : line) seen.push_back(static_cast<std::size_t>(e.sight) * extract::kSightValues + e.value);
    example.lines.push_back(std::move(seen));
  }
  example.states = states_of(body);
  return example;
}

// The capture with labels of its own put between some paragraphs, as later pages do.
Example interrupted(const std::vector<Line>& lines, const std::vector<bool>& body, double share, std::mt19937& dice) {
  const auto is_label = [&](std::size_t i) { return !body[i] && lines[i].features.words <= 8; };
  std::vector<std::size_t> labels;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_label(i)) labels.push_back(i);
  }
  std::vector<Line> longer;
  std::vector<bool> longer_body;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    longer.push_back(lines[i]);
    longer_body.push_back(body[i]);
    const bool gap = body[i] && i + 1 < lines.size() && body[i + 1];
    if (!gap || labels.empty() || dice() % 1000 >= share * 1000) continue;
    const std::size_t from = labels[dice() % labels.size()];
    const std::size_t end = std::min(lines.size(), from + 1 + dice() % 5);
    for (std::size_t k = from; k < end && is_label(k); ++k) {
      longer.push_back(lines[k]);
      longer_body.push_back(false);
    }
  }
  return example_of(longer, longer_body);
}

// A short capture, for every second one: the first paragraphs and the furniture next to them.
void abridge(std::vector<Line>& lines, std::vector<bool>& body, std::mt19937& dice) {
  const std::size_t above = dice() % 12;
  const std::size_t below = dice() % 12;
  const std::size_t paragraphs = 2 + dice() % 4;
  const auto first = static_cast<std::size_t>(std::find(body.begin(), body.end(), true) - body.begin());
  const auto behind = static_cast<std::size_t>(body.rend() - std::find(body.rbegin(), body.rend(), true));
  std::vector<Line> shorter;
  std::vector<bool> shorter_body;
  std::size_t kept = 0;
  for (std::size_t i = first > above ? first - above : 0; i < std::min(lines.size(), behind + below); ++i) {
    if (i >= first && i < behind && kept >= paragraphs) continue;
    kept += body[i] ? 1 : 0;
    shorter.push_back(lines[i]);
    shorter_body.push_back(body[i]);
  }
  lines = std::move(shorter);
  body = std::move(shorter_body);
}

Capture capture_of(const base::JsonObject& row, std::mt19937& dice) {
  Capture capture;
  capture.id = std::string(base::find_string(row, "id").value_or(""));
  std::vector<std::pair<std::string, bool>> given;  // Lines that are not blank, and whether they are body.
  const base::JsonArray& lines = row.at("lines").as_array();
  const base::JsonArray& labels = row.at("labels").as_array();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string line(std::string_view(lines[i].as_string()));
    capture.text += line + '\n';
    const std::vector<Line> alone = extract::read_lines(line);
    if (!alone.empty()) given.emplace_back(alone[0].text, labels[i].as_string() == "body");
  }
  std::vector<Line> read = extract::read_lines(capture.text);
  std::vector<bool> body;
  std::size_t at = 0;
  for (const Line& line : read) {  // A line may be several that were joined; most of them decide.
    std::size_t length = 0;
    std::size_t votes = 0;
    const std::size_t first = at;
    for (; at < given.size() && length < line.text.size(); ++at) {
      length += given[at].first.size() + (at > first ? 1 : 0);
      votes += given[at].second ? 1 : 0;
    }
    body.push_back(votes * 2 > at - first);
  }
  capture.examples.push_back(example_of(read, body));
  for (const double share : kInterruptions) capture.examples.push_back(interrupted(read, body, share, dice));
  if (std::find(body.begin(), body.end(), true) != body.end() && dice() % 2 == 0) {
    abridge(read, body, dice);
    capture.examples.push_back(interrupted(read, body, kShortInterruptions, dice));
  }
  return capture;
}

double log_sum(const Weights& terms) {
  const double most = *std::max_element(terms.begin(), terms.end());
  if (most <= kNever) return kNever;
  double sum = 0;
  for (const double term : terms) sum += std::exp(term - most);
  return most + std::log(sum);
}

// One example's sums over all chains (forward and backward), and what is expected of each state.
class Chains {
 public:
  Chains(const Model& model, const std::vector<std::vector<std::size_t>>& lines)
      : model_(model), here_(lines.size()), forward_(lines.size()), backward_(lines.size()) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const std::size_t cell : lines[i]) {
        for (std::size_t s = 0; s < kLineStates; ++s) here_[i][s] += model.lines[cell][s];
      }
    }
    forward_[0] = {here_[0][0], here_[0][1], kNever, kNever};
    for (std::size_t i = 1; i < lines.size(); ++i) {
      for (std::size_t to = 0; to < kLineStates; ++to) {
        Weights ways;
        for (std::size_t from = 0; from < kLineStates; ++from) {
          ways[from] = may_follow(from, to) ? forward_[i - 1][from] + model.steps[from][to] : kNever;
        }
        forward_[i][to] = log_sum(ways) + here_[i][to];
      }
    }
    backward_.back() = {0, 0, kNever, 0};
    for (std::size_t i = lines.size() - 1; i-- > 0;) {
      for (std::size_t from = 0; from < kLineStates; ++from) {
        Weights ways;
        for (std::size_t to = 0; to < kLineStates; ++to)
          ways[to] = may_follow(from, to) ? step(i + 1, from, to) : kNever;
        backward_[i][from] = log_sum(ways);
      }
    }
    Weights ends;
    for (std::size_t s = 0; s < kLineStates; ++s) ends[s] = forward_.back()[s] + backward_.back()[s];
    total_ = log_sum(ends);
  }

  double expected(std::size_t i, std::size_t state) const {
    return std::exp(std::min(0.0, forward_[i][state] + backward_[i][state] - total_));
  }
  double expected(std::size_t i, std::size_t from, std::size_t to) const {
    return std::exp(std::min(0.0, forward_[i - 1][from] + step(i, from, to) - total_));
  }

 private:
  double step(std::size_t i, std::size_t from, std::size_t to) const {
    return model_.steps[from][to] + here_[i][to] + backward_[i][to];
  }

  const Model& model_;
  std::vector<Weights> here_;
  std::vector<Weights> forward_;
  std::vector<Weights> backward_;
  double total_ = 0;
};

class Trainer {
 public:
  Model train(std::vector<const Example*> examples) {
    Model sum;
    int summed = 0;
    for (int round = 0; round < kRounds; ++round) {
      std::shuffle(examples.begin(), examples.end(), dice_);
      for (const Example* example : examples) learn(*example);
      if (round * 3 < kRounds * 2) continue;
      ++summed;
      for (std::size_t c = 0; c < kCells; ++c) add(model_.lines[c], sum.lines[c]);
      for (std::size_t s = 0; s < kLineStates; ++s) add(model_.steps[s], sum.steps[s]);
    }
    for (Weights& weights : sum.lines) divide(weights, summed);
    for (Weights& weights : sum.steps) divide(weights, summed);
    return sum;
  }

 private:
  static void add(const Weights& from, Weights& to) {
    for (std::size_t s = 0; s < kLineStates; ++s) to[s] += from[s];
  }
  static void divide(Weights& weights, int by) {
    for (double& weight : weights) weight /= by;
  }

  std::vector<std::vector<std::size_t>> seen_by_some(const Example& example) {
    std::array<bool, extract::kSights> blind{};
    for (std::size_t i = 1; i < blind.size(); ++i) blind[i] = dice_() % 1000 < kBlindness * 1000;
    std::vector<std::vector<std::size_t>> lines(example.lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const std::size_t cell : example.lines[i]) {
        if (!blind[cell / extract::kSightValues]) lines[i].push_back(cell);
      }
    }
    return lines;
  }

  void learn(const Example& example) {
    if (example.lines.empty()) return;
    const auto lines = seen_by_some(example);
    const Chains chains(model_, lines);
    // Long captures do not outweigh the others by all their length.
    const double scale = 1 / std::sqrt(static_cast<double>(lines.size()) + 20);
    std::vector<std::size_t> touched;
    std::array<Weights, kLineStates> steps{};
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Weights wrong{};
      for (std::size_t s = 0; s < kLineStates; ++s) wrong[s] = chains.expected(i, s) - (example.states[i] == s ? 1 : 0);
      for (const std::size_t cell : lines[i]) {
        if (gradient_[cell] == Weights{}) touched.push_back(cell);
        add(wrong, gradient_[cell]);
      }
      for (std::size_t from = 0; i > 0 && from < kLineStates; ++from) {
        for (std::size_t to = 0; to < kLineStates; ++to) {
          if (!may_follow(from, to)) continue;
          const bool taken = example.states[i - 1] == from && example.states[i] == to;
          steps[from][to] += chains.expected(i, from, to) - (taken ? 1 : 0);
        }
      }
    }
    for (const std::size_t cell : touched) descend(gradient_[cell], scale, model_.lines[cell], squares_.lines[cell]);
    for (std::size_t s = 0; s < kLineStates; ++s) descend(steps[s], scale, model_.steps[s], squares_.steps[s]);
  }

  // AdaGrad (Duchi, Hazan and Singer 2011). Leaves `gradient` zero.
  static void descend(Weights& gradient, double scale, Weights& weights, Weights& squares) {
    for (std::size_t s = 0; s < kLineStates; ++s) {
      const double slope = gradient[s] * scale + kDecay * weights[s];
      squares[s] += slope * slope;
      if (squares[s] > 0) weights[s] -= kRate * slope / std::sqrt(squares[s] + 1e-8);
      gradient[s] = 0;
    }
  }

  std::mt19937 dice_{7};
  Model model_;
  Model squares_;
  std::vector<Weights> gradient_ = std::vector<Weights>(kCells);
};

std::string table_of(const Model& model) {
  const auto whole = [](double weight) { return static_cast<long>(std::lround(weight * 1000)); };
  std::string table;
  for (std::size_t from = 0; from < kLineStates; ++from) {
    for (std::size_t to = 0; to < kLineStates; ++to) {
      if (!may_follow(from, to)) continue;
      table += fmt::format("then\t{}\t{}\t{}\n", name_of(static_cast<LineState>(from)),
                           name_of(static_cast<LineState>(to)), whole(model.steps[from][to]));
    }
  }
  for (std::size_t c = 0; c < kCells; ++c) {
    const Weights& w = model.lines[c];
    if (w == Weights{}) continue;
    table += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", name_of(static_cast<extract::Sight>(c / extract::kSightValues)),
                         c % extract::kSightValues, whole(w[0]), whole(w[1]), whole(w[2]), whole(w[3]));
  }
  return table;
}

// The table for the captures whose number leaves another remainder than `left_out`.
std::string fit(const std::vector<Capture>& captures, std::size_t folds, std::size_t left_out) {
  std::vector<const Example*> examples;
  for (std::size_t i = 0; i < captures.size(); ++i) {
    if (i % folds == left_out) continue;
    for (const Example& example : captures[i].examples) examples.push_back(&example);
  }
  return table_of(Trainer().train(std::move(examples)));
}

void say(std::string_view id, std::string_view text, const extract::LineModel& model) {
  std::vector<Line> lines = extract::read_lines(text);
  extract::mark_report(lines, model);
  base::JsonArray paragraphs;
  for (const Line& line : lines) {
    if (line.role != extract::LineRole::kFurniture) paragraphs.push_back(base::Json(line.text));
  }
  base::JsonObject row{{"id", base::Json(std::string(id))}, {"paragraphs", std::move(paragraphs)}};
  std::cout << base::to_text(base::Json(std::move(row))) << '\n';
}

}  // namespace

int main(int count, char** words) {
  const std::string mode = count == 3 ? words[1] : "";
  std::mt19937 dice(11);
  std::vector<Capture> captures;
  std::string row;
  while (std::getline(std::cin, row)) {
    const auto parsed = base::parse_json(row);
    if (parsed.ok() && parsed->is_object()) captures.push_back(capture_of(parsed->as_object(), dice));
  }
  if (mode == "--cross") {
    const auto folds = static_cast<std::size_t>(base::parse_integer(words[2]).value_or(5));
    for (std::size_t fold = 0; fold < folds; ++fold) {
      const extract::LineModel model(fit(captures, folds, fold));
      for (std::size_t i = fold; i < captures.size(); i += folds) say(captures[i].id, captures[i].text, model);
    }
    return 0;
  }
  const std::string table = fit(captures, captures.size() + 1, captures.size());
  if (mode != "--apply") {
    std::cout << table;
    return 0;
  }
  const extract::LineModel model(table);
  std::ifstream texts(words[2]);
  while (std::getline(texts, row)) {
    const auto parsed = base::parse_json(row);
    if (!parsed.ok() || !parsed->is_object()) continue;
    const base::JsonObject& object = parsed->as_object();
    say(base::find_string(object, "id").value_or(""), base::find_string(object, "text").value_or(""), model);
  }
  return 0;
}
