// bench/stream_event.h -- an invented event: who, where, when, how many, and what reports can say of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"
#include "news/article.h"
#include "seeded_random.h"
#include "stream_world.h"

namespace dateline::bench {

/// What an event is made from. Equal plans make equal events.
struct EventPlan {
  std::uint64_t seed = 0;  ///< Of all that is its own: cast, numbers, most of the wording.
  /// Of the wording and the course that it shares with look-alikes; `seed` where there are none.
  std::uint64_t pattern = 0;
  std::uint64_t cast = 0;       ///< Of the people and bodies it draws from: a league has the same all year.
  double pattern_share = 0.75;  ///< How much of its wording is the pattern's; 1: all but names and numbers.
  std::uint32_t topic = 0;      ///< The kind of event, below World::kTopics.
  base::Day day{};              ///< When it begins.
  std::uint32_t stages = 1;     ///< Developments, each with facts of its own.
  std::uint32_t days_per_stage = 1;
};

/// How one report tells an event.
struct Telling {
  std::uint64_t wording = 0;       ///< Seed: reports with the same wording, stage and length have the same words.
  double paraphrase = 0;           ///< Share of words that are replaced by a synonym.
  std::uint32_t stage = 0;         ///< The newest development known.
  std::uint32_t words = 200;       ///< About how long.
  std::uint32_t most_facts = 100;  ///< What is longer is filled up with background.
  std::uint64_t edits = 0;         ///< Seed of what is changed of it; 0: nothing.
  double edit_share = 0;           ///< Share of the words that are changed, and of the sentences that are cut or added.
};

/// An event in its world. Borrows `world`.
class Event {
 public:
  static constexpr std::uint32_t kFactsPerStage = 22;

  Event(const World& world, const EventPlan& plan);

  /// Appends paragraphs, sentences, entities, mentions and times of `telling` to `article`.
  void tell(const Telling& telling, news::Article& article) const;
  std::string headline(std::uint32_t stage, Random& random, bool title_case) const;

 private:
  friend class Teller;
  enum class ItemKind : std::uint8_t { kWord, kPerson, kPlace, kOrganisation, kNumber, kDay };
  struct Item {
    ItemKind kind = ItemKind::kWord;
    std::uint32_t value = 0;  ///< Index into what the event has of the kind; of words the word itself.
  };
  std::vector<Item> fact(std::uint32_t number) const;
  Item item(std::uint64_t bits) const;
  std::vector<std::uint32_t> facts_of(const Telling& telling) const;

  const World& world_;
  EventPlan plan_;
  std::vector<Name> people_;
  std::vector<Name> places_;
  std::vector<Name> organisations_;
  std::vector<WordNumber> words_;
  std::array<std::uint32_t, 10> numbers_{};
};

}  // namespace dateline::bench
