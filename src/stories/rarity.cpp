#include "stories/rarity.h"

#include <algorithm>
#include <bit>
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

double share_of(double frequency) {
  return 1 - std::exp(-kWordsOfReport * frequency);
}

// Calls `visit` with the stems of the table and their frequencies. Lines are "stem TAB hundredths of -log10 of its
// frequency"; lines that begin with '#' are notes.
template <typename Visit>
void for_each_frequency(const Visit& visit) {
  std::string_view rest = word_frequencies();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const auto hundredths = base::parse_integer(line.substr(tab + 1));
    if (!hundredths) continue;
    visit(line.substr(0, tab), static_cast<float>(std::pow(10.0, -static_cast<double>(*hundredths) / 100)));
  }
}

// The share of reports by key, as the bits of a float.
template <typename KeyOf>
TermTable read_shares(const KeyOf& key_of_stem) {
  TermTable shares;
  for_each_frequency([&](std::string_view stem, float frequency) {
    std::uint32_t& sum = shares.at(key_of_stem(stem));
    sum = std::bit_cast<std::uint32_t>(std::bit_cast<float>(sum) + frequency);
  });
  shares.for_each([](std::uint32_t& number) {
    const auto frequency = static_cast<double>(std::bit_cast<float>(number));
    number = std::bit_cast<std::uint32_t>(static_cast<float>(share_of(frequency)));
  });
  return shares;
}

double share_in(const TermTable& table, TermKey key) {
  static const double kUnlisted = share_of(kUnlistedFrequency);
  const std::uint32_t found = table.find(key);
  return found != 0 ? static_cast<double>(std::bit_cast<float>(found)) : kUnlisted;
}

}  // namespace

double usual_share(TermKey key) {
  static const TermTable kShares = read_shares([](std::string_view stem) { return key_of(text::term_id(stem)); });
  return share_in(kShares, key);
}

double usual_short_share(TermKey key) {
  static const TermTable kShares = read_shares([](std::string_view stem) { return concept_key(stem, stem); });
  return share_in(kShares, key);
}

void Rarity::count(std::span<const TermKey> keys) {
  for (const TermKey key : keys) ++counts_.at(key & kKeptKeyBits);
  ++reports_;
}

void Rarity::forget(std::span<const TermKey> keys) {
  for (const TermKey key : keys) {
    std::uint32_t& count = counts_.at(key & kKeptKeyBits);
    count -= count > 0 ? 1u : 0u;
  }
  --reports_;
}

float Rarity::of(TermKey key) const {
  const double seen = counts_.find(key & kKeptKeyBits);
  const double all = static_cast<double>(reports_) + kUsualReports + 1;
  const double with = seen + kUsualReports * usual_share(key) + 0.5;
  return static_cast<float>(std::max(0.0, std::log(all / with)));
}

}  // namespace dateline::stories
