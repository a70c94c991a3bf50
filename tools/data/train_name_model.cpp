// train_name_model -- fits data/name-model.bin, the weights of the name tagger, and puts the word classes into it.
//   train_name_model OUT.bin CLUSTERS.tsv LABELLED.jsonl…
// LABELLED rows: {"id", "text", "entities": [{"begin", "end", "type"}]}, offsets in code points.
// CLUSTERS: lines "word TAB coarse TAB middle TAB fine" (word_clusters.py).
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "annotate/name_hash.h"
#include "annotate/name_sights.h"
#include "annotate/resources.h"
#include "base/json.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "name_chain.h"

namespace {

using namespace dateline;
using annotate::kNameLabels;
using annotate::NameLabel;
using annotate::NameModel;
using annotate::NamePart;

constexpr std::uint32_t kMinCount = 2;         // Features seen once say nothing.
constexpr std::size_t kMaxFeatures = 115'000;  // Fill 2^17 places well.

// A feature with its weights as the model keeps them.
struct FittedFeature {
  std::uint64_t hash = 0;
  NameModel::Row weights{};
};

template <typename T>
void append(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// A table of open addressing: at least an eighth of its places stay free.
template <typename Slot>
class Table {
 public:
  explicit Table(std::size_t entries) {
    std::size_t places = 1;
    while (places < entries * 9 / 8) places *= 2;
    slots_.resize(places);
  }
  void add(std::uint64_t hash, Slot slot) {
    slot.check = annotate::name_check(hash);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].check != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
  const std::vector<Slot>& slots() const { return slots_; }

 private:
  std::vector<Slot> slots_;
};

using WeightTable = Table<NameModel::Slot>;
using WordTable = Table<NameModel::WordSlot>;

WordTable read_clusters(const std::string& path) {
  std::ifstream in(path);
  const std::string tsv((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const std::vector<std::string_view> lines = base::split(tsv, '\n');
  WordTable words(lines.size());
  for (const std::string_view line : lines) {
    const auto cells = base::split(line, '\t');
    if (cells.size() != 4) continue;
    std::array<std::uint32_t, 3> classes{};
    for (std::size_t i = 0; i < 3; ++i) {
      classes[i] = static_cast<std::uint32_t>(base::parse_integer(cells[i + 1]).value_or(0));
    }
    words.add(annotate::name_hash(cells[0]), {0, classes[0] + 64 * classes[1] + 32768 * classes[2]});
  }
  return words;
}

// The file that NameModel reads.
std::string model_file(const std::array<std::int16_t, kNameLabels * kNameLabels>& transitions,
                       const WeightTable& weights, const WordTable& words) {
  std::string out = "DLNAMES1";
  append(out, static_cast<std::uint32_t>(weights.slots().size()));
  append(out, static_cast<std::uint32_t>(words.slots().size()));
  for (const std::int16_t weight : transitions) append(out, weight);
  for (const auto& slot : weights.slots()) append(out, slot);
  for (const auto& slot : words.slots()) append(out, slot);
  return out;
}

news::EntityType type_named(std::string_view name) {
  if (name == "PER") return news::EntityType::kPerson;
  if (name == "ORG") return news::EntityType::kOrganisation;
  return name == "LOC" ? news::EntityType::kPlace : news::EntityType::kOther;
}

// Labels words [first, end) as one name.
void label_name(std::size_t first, std::size_t end, news::EntityType type, std::vector<NameLabel>& labels) {
  for (std::size_t i = first; i < end; ++i) {
    const NamePart part = end - first == 1 ? NamePart::kOnly
                          : i == first     ? NamePart::kFirst
                          : i + 1 == end   ? NamePart::kLast
                                           : NamePart::kInner;
    labels[i] = annotate::label_of(type, part);
  }
}

// The row's names as labels of words. A name that reaches out of the stretch where its end stands is cut to it.
std::vector<NameLabel> gold_labels(const annotate::Document& document, const annotate::NameSights& sights,
                                   const base::JsonObject& row) {
  std::vector<NameLabel> labels(document.words().size(), annotate::kOutside);
  const base::CodePointOffsets offsets(document.text());
  for (const base::Json& json : row.at("entities").as_array()) {
    const auto& entity = json.as_object();
    const auto begin = offsets.to_bytes(static_cast<std::size_t>(entity.at("begin").as_int64()));
    const auto end = offsets.to_bytes(static_cast<std::size_t>(entity.at("end").as_int64()));
    const std::size_t last_end = document.word_at(end);
    for (const annotate::NameStretch& stretch : sights.stretches()) {
      const std::size_t first = std::max(document.word_at(begin), stretch.first);
      const std::size_t past = std::min(last_end, stretch.end);
      if (first < past) label_name(first, past, type_named(entity.at("type").as_string()), labels);
    }
  }
  return labels;
}

class Trainer {
 public:
  explicit Trainer(WordTable words) : words_(std::move(words)) {}

  void read(const std::string& path);
  std::string fit();

 private:
  std::uint32_t number_of(std::uint64_t hash);
  void forget_rare_features();
  static std::vector<FittedFeature> strongest(const std::vector<std::uint64_t>& hashes, const tools::NameChain& chain,
                                              float& scale);

  annotate::Annotator::Resources resources_;
  WordTable words_;
  std::vector<tools::NameExample> examples_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<std::uint64_t> hashes_;  // By number.
  std::vector<std::uint32_t> counts_;
};

std::uint32_t Trainer::number_of(std::uint64_t hash) {
  const auto [found, is_new] = numbers_.emplace(hash, static_cast<std::uint32_t>(hashes_.size()));
  if (is_new) {
    hashes_.push_back(hash);
    counts_.push_back(0);
  }
  ++counts_[found->second];
  return found->second;
}

void Trainer::read(const std::string& path) {
  const std::string words_alone = model_file({}, WeightTable(1), words_);
  const NameModel model(words_alone);
  std::ifstream in(path);
  std::string line;
  const std::size_t before = examples_.size();
  while (std::getline(in, line)) {
    const auto row = base::parse_json(line);
    if (!row.ok() || !row->is_object()) continue;
    news::Article article;
    article.language = "en";
    article.text = std::string(base::find_string(row->as_object(), "text").value_or(""));
    const annotate::Document document(article, resources_.lexicon);
    const annotate::NameSights sights(document, resources_.gazetteer, model);
    const std::vector<NameLabel> gold = gold_labels(document, sights, row->as_object());
    annotate::NameFeatures features;
    for (const annotate::NameStretch& stretch : sights.stretches()) {
      tools::NameExample& example = examples_.emplace_back();
      for (std::size_t i = stretch.first; i < stretch.end; ++i) {
        example.labels.push_back(gold[i]);
        sights.features_of(i, features);
        auto& numbers = example.features.emplace_back();
        for (const std::uint64_t hash : features) numbers.push_back(number_of(hash));
      }
    }
  }
  std::cerr << path << ": " << examples_.size() - before << " stretches\n";
}

void Trainer::forget_rare_features() {
  constexpr std::uint32_t kForgotten = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> renumbered(hashes_.size(), kForgotten);
  std::vector<std::uint64_t> kept;
  for (std::size_t i = 0; i < hashes_.size(); ++i) {
    if (counts_[i] < kMinCount) continue;
    renumbered[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(hashes_[i]);
  }
  std::cerr << hashes_.size() << " features, " << kept.size() << " of them " << kMinCount << " times or more\n";
  hashes_ = std::move(kept);
  for (tools::NameExample& example : examples_) {
    for (auto& numbers : example.features) {
      for (std::uint32_t& number : numbers) number = renumbered[number];
      numbers.erase(std::remove(numbers.begin(), numbers.end(), kForgotten), numbers.end());
    }
  }
}

// The features of greatest weight, as whole numbers of 8 bits; `scale` is what they were multiplied by.
std::vector<FittedFeature> Trainer::strongest(const std::vector<std::uint64_t>& hashes, const tools::NameChain& chain,
                                              float& scale) {
  std::vector<std::pair<float, std::size_t>> sizes;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    float size = 0;
    for (const float weight : chain.weights(i)) size = std::max(size, std::abs(weight));
    sizes.emplace_back(size, i);
  }
  std::sort(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  sizes.resize(std::min(sizes.size(), kMaxFeatures));
  scale = 127 / sizes[sizes.size() / 1000].first;  // One in a thousand is cut to the range.
  std::vector<FittedFeature> features;
  for (const auto& [size, index] : sizes) {
    if (size * scale < 0.5f) break;
    FittedFeature& feature = features.emplace_back();
    feature.hash = hashes[index];
    for (std::size_t label = 0; label < kNameLabels; ++label) {
      const float weight = std::clamp(chain.weights(index)[label] * scale, -127.0f, 127.0f);
      feature.weights[label] = static_cast<std::int8_t>(std::lround(weight));
    }
  }
  return features;
}

std::string Trainer::fit() {
  forget_rare_features();
  tools::NameChain chain(hashes_.size());
  chain.fit(examples_);
  float scale = 0;
  const std::vector<FittedFeature> features = strongest(hashes_, chain, scale);
  WeightTable weights(features.size());
  for (const FittedFeature& feature : features) weights.add(feature.hash, {0, feature.weights});
  std::array<std::int16_t, kNameLabels * kNameLabels> transitions{};
  for (std::size_t i = 0; i < transitions.size(); ++i) {
    transitions[i] = static_cast<std::int16_t>(std::lround(chain.transitions()[i] * scale));
  }
  std::cerr << features.size() << " features kept\n";
  return model_file(transitions, weights, words_);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: train_name_model OUT.bin CLUSTERS.tsv LABELLED.jsonl…\n";
    return 2;
  }
  Trainer trainer(read_clusters(argv[2]));
  for (int i = 3; i < argc; ++i) trainer.read(argv[i]);
  std::ofstream(argv[1], std::ios::binary) << trainer.fit();
}
