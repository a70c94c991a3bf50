// bench/stream_world.h -- the words, people, places and organisations that generated reports speak of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "news/article.h"
#include "seeded_random.h"

namespace dateline::bench {

using WordNumber = std::uint32_t;

/// Someone or something with a name.
struct Name {
  std::string key;  ///< As annotation writes it: "per:dora-velin".
  news::EntityType type = news::EntityType::kOther;
  std::string full;   ///< "Dora Velin"
  std::string again;  ///< How a report names them the second time: "Velin".
};

/// What never changes in a stream. Everything is made from the seed.
///
/// Threads: any number at once.
class World {
 public:
  static constexpr std::uint32_t kTopics = 150;
  static constexpr std::uint32_t kFamous = 200;   ///< People 0 to kFamous - 1 are in all kinds of reports.
  static constexpr std::uint32_t kPlaces = 6000;  ///< The first are the most often in the news.

  /// `vocabulary`: how many different words; beyond those of the frequency list they are invented.
  World(std::uint64_t seed, std::size_t vocabulary);

  std::string_view word(WordNumber number) const { return words_[number]; }
  /// A word as often as it comes in English; function words do not.
  WordNumber common_word(Random& random) const { return often_[random.below(kOften)]; }
  /// A word that tells something: any but the most common ones, rarer ones less often.
  WordNumber telling_word(Random& random) const;
  /// A word of a kind of event (a fire, a trial, a match), `topic` below kTopics.
  WordNumber topic_word(std::uint32_t topic, std::uint32_t which) const { return topics_[topic][which % kTopicWords]; }
  /// The word that other outlets use for it.
  WordNumber synonym(WordNumber number) const { return number + 1 < words_.size() ? number ^ 1U : number; }
  /// Function words, as often as they come in English.
  static std::string_view function_word(Random& random);

  Name person(std::uint64_t number) const;
  Name place(std::uint64_t number) const;
  Name organisation(std::uint64_t number) const;

 private:
  static constexpr std::uint32_t kOften = std::uint32_t{1} << 17;
  static constexpr std::uint32_t kTopicWords = 120;

  std::uint64_t seed_;
  std::vector<std::string> words_;  // most common first
  std::vector<WordNumber> often_;   // each word as often as it is used
  std::vector<std::array<WordNumber, kTopicWords>> topics_;
};

/// An invented word of two to four syllables, lower case; the same for the same number.
std::string spell(std::uint64_t number);

}  // namespace dateline::bench
