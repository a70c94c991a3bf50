#include "stories/rarity.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/embedded.h"
#include "base/strings.h"
#include "stories/concepts.h"
#include "text/similarity.h"

DATELINE_EMBEDDED(word_frequencies, en_word_frequencies_tsv)

namespace dateline::stories {
namespace {

// A report of usual length, stop words not counted, and the frequency of a word that the table does not hold.
constexpr double kWordsOfReport = 200;
constexpr double kUnlistedFrequency = 3e-7;

using Table = std::unordered_map<TermKey, float>;

double share_of(double frequency) {
  return 1 - std::exp(-kWordsOfReport * frequency);
}

// Frequencies by stem and by concept. Lines are "stem TAB hundredths of -log10 of its frequency"; lines that begin with
// '#' are notes.
struct Frequencies {
  Table by_stem;
  Table by_concept;
};

Frequencies read_frequencies() {
  Frequencies frequencies;
  frequencies.by_stem.reserve(40000);
  frequencies.by_concept.reserve(30000);
  std::string_view rest = word_frequencies();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const auto hundredths = base::parse_integer(line.substr(tab + 1));
    if (!hundredths) continue;
    const std::string_view stem = line.substr(0, tab);
    const float frequency = static_cast<float>(std::pow(10.0, -static_cast<double>(*hundredths) / 100));
    frequencies.by_stem[key_of(text::term_id(stem))] = frequency;
    frequencies.by_concept[concept_key(stem, stem)] += frequency;
  }
  return frequencies;
}

const Frequencies& frequencies() {
  static const Frequencies kFrequencies = read_frequencies();
  return kFrequencies;
}

double share_in(const Table& table, TermKey key) {
  const auto found = table.find(key);
  return share_of(found != table.end() ? static_cast<double>(found->second) : kUnlistedFrequency);
}

}  // namespace

double usual_share(TermKey key) {
  return share_in(frequencies().by_stem, key);
}

double usual_short_share(TermKey key) {
  return share_in(frequencies().by_concept, key);
}

void Rarity::count(std::span<const TermKey> keys) {
  for (const TermKey key : keys) ++counts_[key];
  ++reports_;
}

void Rarity::forget(std::span<const TermKey> keys) {
  for (const TermKey key : keys) {
    const auto found = counts_.find(key);
    if (found != counts_.end() && --found->second == 0) counts_.erase(found);
  }
  --reports_;
}

float Rarity::of(TermKey key) const {
  const auto found = counts_.find(key);
  const double seen = found != counts_.end() ? found->second : 0;
  const double all = static_cast<double>(reports_) + kUsualReports + 1;
  const double with = seen + kUsualReports * usual_share(key) + 0.5;
  return static_cast<float>(std::max(0.0, std::log(all / with)));
}

}  // namespace dateline::stories
