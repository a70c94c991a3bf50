#include "stream_world.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/embedded.h"
#include "base/strings.h"
#include "text/words.h"

DATELINE_EMBEDDED(word_frequencies, en_word_frequencies_tsv)

namespace dateline::bench {
namespace {

constexpr std::size_t kTellingFrom = 800;  // the words before this rank are in every other report

bool is_usable(std::string_view stem) {
  constexpr std::size_t kShortest = 3;
  return stem.size() >= kShortest && std::all_of(stem.begin(), stem.end(), base::is_ascii_lower) &&
         !text::is_stop_word(stem, "en") && !text::is_stop_word(stem, "de");
}

// The words of the frequency list with their hundredths of -log10 of frequency, most common first.
std::vector<std::pair<std::int64_t, std::string>> listed_words() {
  std::vector<std::pair<std::int64_t, std::string>> listed;
  for (const std::string_view line : base::split(word_frequencies(), '\n')) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || !is_usable(line.substr(0, tab))) continue;
    if (const auto rarity = base::parse_integer(line.substr(tab + 1)))
      listed.emplace_back(*rarity, line.substr(0, tab));
  }
  std::sort(listed.begin(), listed.end());
  return listed;
}

std::string capitalised(std::string word) {
  word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

}  // namespace

std::string spell(std::uint64_t number) {
  static constexpr std::array<std::string_view, 32> kOnsets = {
      "b", "br", "d", "dr", "f", "g", "gr", "h", "k",  "kl", "l",  "m",  "n",  "p",  "pr", "r",
      "s", "st", "t", "tr", "v", "w", "z",  "y", "sk", "sh", "ch", "th", "bl", "fl", "j",  "mar"};
  static constexpr std::array<std::string_view, 8> kNuclei = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
  static constexpr std::array<std::string_view, 8> kCodas = {"", "n", "r", "l", "s", "nd", "m", "k"};
  const std::uint64_t bits = mix(number, 7);
  std::string out;
  const std::size_t syllables = 2 + bits % 3;
  std::uint64_t rest = bits >> 4;
  for (std::size_t i = 0; i < syllables; ++i) {
    out += kOnsets[rest % 32];
    out += kNuclei[(rest >> 5) % 8];
    if (i + 1 == syllables) out += kCodas[(rest >> 8) % 8];
    rest >>= 11;
  }
  return out;
}

World::World(std::uint64_t seed, std::size_t vocabulary) : seed_(seed) {
  auto listed = listed_words();
  constexpr std::size_t kFewest = 2 * kTellingFrom;
  vocabulary = std::max(vocabulary, kFewest);
  std::vector<double> shares;
  double all = 0;
  for (std::size_t i = 0; i < vocabulary; ++i) {
    if (i < listed.size()) {
      words_.push_back(std::move(listed[i].second));
      shares.push_back(std::pow(10.0, -static_cast<double>(listed[i].first) / 100));
    } else {
      words_.push_back(spell(mix(seed, i)));
      shares.push_back(0.005 / static_cast<double>(i));  // Zipf's law goes on where the list ends
    }
    all += shares.back();
  }
  double sum = 0;
  for (std::size_t i = 0; i < shares.size() && often_.size() < kOften; ++i) {
    sum += shares[i];
    const auto end = static_cast<std::size_t>(std::ceil(sum / all * kOften));
    while (often_.size() < std::min<std::size_t>(end, kOften)) often_.push_back(static_cast<WordNumber>(i));
  }
  often_.resize(kOften, static_cast<WordNumber>(words_.size() - 1));
  topics_.resize(kTopics);
  for (std::uint32_t topic = 0; topic < kTopics; ++topic) {
    Random random(mix(seed, 1000 + topic));
    constexpr std::uint32_t kRarestOfTopic = 9000;
    const auto ranks = static_cast<std::uint32_t>(std::min<std::size_t>(words_.size(), kRarestOfTopic));
    for (WordNumber& word : topics_[topic]) word = 100 + random.below(ranks - 100);
  }
}

WordNumber World::telling_word(Random& random) const {
  const double lowest = static_cast<double>(kTellingFrom);
  const double highest = static_cast<double>(words_.size() - 1);
  return static_cast<WordNumber>(lowest * std::pow(highest / lowest, random.unit()));
}

std::string_view World::function_word(Random& random) {
  static constexpr std::array<std::string_view, 64> kWords = {
      "the",  "the",  "the",   "the", "the",   "the",   "the", "the",  "of",   "of",   "of",   "of",   "of",
      "to",   "to",   "to",    "to",  "and",   "and",   "and", "and",  "and",  "in",   "in",   "in",   "in",
      "a",    "a",    "a",     "a",   "for",   "for",   "on",  "on",   "that", "that", "with", "with", "was",
      "was",  "is",   "as",    "by",  "by",    "at",    "at",  "from", "from", "he",   "it",   "has",  "had",
      "have", "were", "their", "his", "after", "which", "who", "but",  "not",  "been", "an",   "be"};
  return kWords[random.below(kWords.size())];
}

Name World::person(std::uint64_t number) const {
  constexpr std::uint64_t kFirstNames = 500;
  const std::string first = spell(mix(seed_, 11) % 1000000 + mix(number, 3) % kFirstNames);
  const std::string last = spell(mix(mix(seed_, 12), number));
  return {"per:" + first + "-" + last, news::EntityType::kPerson, capitalised(first) + " " + capitalised(last),
          capitalised(last)};
}

Name World::place(std::uint64_t number) const {
  const std::string name = spell(mix(mix(seed_, 13), number));
  return {"loc:" + name, news::EntityType::kPlace, capitalised(name), capitalised(name)};
}

Name World::organisation(std::uint64_t number) const {
  static constexpr std::array<std::string_view, 8> kKinds = {"Party", "Bank",   "University", "Ministry",
                                                             "Group", "United", "Railways",   "Institute"};
  const std::string name = spell(mix(mix(seed_, 14), number));
  const std::string_view kind = kKinds[mix(number, 5) % kKinds.size()];
  const std::string full = capitalised(name) + " " + std::string(kind);
  return {"org:" + name + "-" + base::ascii_lower(kind), news::EntityType::kOrganisation, full, full};
}

}  // namespace dateline::bench
