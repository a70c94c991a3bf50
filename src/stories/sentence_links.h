// stories/sentence_links.h -- what is measured of two sentences of a story, to tell whether they say the same.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stories/statement.h"

namespace dateline::stories {

/// What is measured of two sentences of different reports. Words are weighed in several ways (`LinkWeight`), and each
/// way tells how much of both, of the longer and of the shorter sentence they have in common.
enum class LinkClue : std::size_t {
  kCoreOfBoth,          ///< What happened, the more telling the more voices speak of it: common / all.
  kCoreOfLonger,        ///< … / the one with more of it.
  kCoreMost,            ///< Weight of the one with more of it.
  kCentreOfBoth,        ///< The same, counted by the square of the share of voices: the story's own event.
  kCentreOfLonger,      //
  kCentreMost,          //
  kEventOfBoth,         ///< What happened, saying itself counted less.
  kKnownOfBoth,         ///< All words, by how rare they are in the language and how many voices have them.
  kKnownMost,           //
  kRareOfBoth,          ///< All words, by how rare they are in the language.
  kPlainCommon,         ///< Weight of common words that are no names.
  kPlainOfShorter,      //
  kRareEventOfBoth,     ///< What happened, by how rare the word is.
  kRareEventOfShorter,  //
  kObjectOfBoth,        ///< Words that are neither names nor tell what happened.
  kObjectOfLonger,      //
  kShare,               ///< Common words / all words.
  kBothSay,             ///< 1 when both tell who says something.
  kBothQuote,           ///< The lower share of words in quotation marks.
  kDepth,               ///< ln(1 + the higher sentence number).
  kEarlier,             ///< The earlier place, from 0 (begin) to 1 (end of the report).
  kBothLead,            ///< 1 when both are among the first two sentences of their reports.
  kOneLeads,            ///< 1 when one is.
  kBothCount,           ///< How many numbers both have at least, up to 3.
  kSameDay,             ///< 1: they name a common day, -1: other days, 0: one names none.
  kSameNumber,          ///< The same for numbers in digits.
  kFewestWords,         ///< ln(1 + words of the shorter one).
  kBothTitles,          ///< 1 when both are written as headlines are.
  kOneTitle,            ///< 1 when one is.
  kShorterReport,       ///< ln(1 + sentences of the shorter report).
  kLongerReport,        ///< … of the longer one.
  kWording,             ///< How alike the wording is, whatever it tells of: see wording_of() in sentence_links.cpp.
  kCount
};
inline constexpr std::size_t kLinkClues = static_cast<std::size_t>(LinkClue::kCount);
using LinkClues = std::array<float, kLinkClues>;

/// The clues as data/sentence-links.tsv names them, in order of LinkClue.
extern const std::array<std::string_view, kLinkClues> kLinkClueNames;

/// What is usual in a story: clues say more where they stand out.
struct LinkScale {
  LinkClues mean{};
  LinkClues deviation{};
  std::size_t pairs = 0;     ///< That were measured for it.
  std::size_t voices = 0;    ///< Of the story.
  float wording_weight = 0;  ///< Set by LinkModel::settle().
};

/// Measures the statements of one story against each other. Only pairs that have a little in common are looked at.
class SentenceLinks {
 public:
  /// A statement that is compared with another, and what is measured of both.
  struct Pair {
    std::size_t other = 0;
    LinkClues clues{};
  };

  /// Borrows `statements` of this object's life; `chosen` are the indexes of those that are compared. `lengths`: number
  /// of sentences by article; `voices`: by article (voices.h).
  SentenceLinks(std::span<const Statement> statements, std::span<const std::size_t> chosen, const StoryWords& words,
                std::span<const std::size_t> lengths, std::span<const std::size_t> voices);

  std::size_t size() const { return sides_.size(); }
  /// The pairs of chosen statement `i` with those before `end`, of other reports, in order.
  void pairs_of(std::size_t i, std::size_t end, std::vector<Pair>& out);
  /// From up to kScaleRows statements, spread evenly, each with all others.
  LinkScale scale();

 private:
  enum Weight : std::size_t {
    kOne,
    kCore,
    kCentre,
    kEvent,
    kKnown,
    kRare,
    kPlain,
    kRareEvent,
    kObject,
    kTelling,  // of the square of how rare it is in the story, for a cosine
    kWeights
  };
  using Weights = std::array<float, 12>;  // kWeights, and what makes it three registers

  // One statement, made ready.
  struct Side {
    const Statement* statement = nullptr;
    Weights total{};
    float place = 0;
    float depth = 0;             // ln(1 + sentence number)
    float length = 0;            // ln(1 + sentences of its report)
    std::size_t first_word = 0;  // in words_
    std::size_t words = 0;
  };

  void weigh_words(std::span<const std::size_t> chosen, const StoryWords& words, std::span<const std::size_t> voices);
  static LinkClues clues_of(const Side& a, const Side& b, const Weights& common, float wording);
  static float wording_of(const Side& a, const Side& b, const Weights& common);

  std::span<const Statement> statements_;
  std::size_t voice_count_ = 0;
  std::vector<Side> sides_;
  std::vector<std::uint32_t> words_;     // of all sides, numbered in the story
  std::vector<Weights> weights_;         // by number of a word
  std::vector<std::uint32_t> postings_;  // sides by word
  std::vector<std::size_t> first_posting_;
  std::vector<Weights> common_;  // by side, for the row at hand
  std::vector<std::uint32_t> met_;
};

/// Rows that scale() measures.
inline constexpr std::size_t kScaleRows = 100;

}  // namespace dateline::stories
