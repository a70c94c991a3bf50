// news/story.h -- the reports of one event, and what they say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace dateline::news {

/// A sentence of a report.
struct SentenceRef {
  std::size_t article = 0;   ///< Index into the story's articles, in the order given to the call that made it.
  std::size_t sentence = 0;  ///< Index into that Article::sentences.
  auto operator<=>(const SentenceRef&) const = default;
};

enum class FactKind {
  kShared,     ///< Several outlets say it.
  kSingle,     ///< One outlet says it.
  kDiffering,  ///< Several outlets make the statement, with another number, day, place or name.
};

/// What two reports of a differing fact say in the same place of the statement.
struct Difference {
  enum class Kind { kNumber, kTime, kPlace, kName } kind = Kind::kNumber;
  std::string what;  ///< Dateline's own words: "number of injured", "when", "where", "spelling of a name".
  /// Both can be true: one day is more precise, one number was told before it grew, one name is without its accents.
  bool compatible = false;
  struct Side {
    SentenceRef sentence;
    std::string said;  ///< Verbatim: "late January or February".
  };
  std::vector<Side> sides;  ///< At least two, of different outlets.
};

/// A statement of a story.
struct Fact {
  FactKind kind = FactKind::kSingle;
  std::vector<SentenceRef> sentences;   ///< The first is the one to show. Never empty.
  std::vector<Difference> differences;  ///< Only for kDiffering; never empty there.
};

/// The reports of one event, over time.
struct Story {
  std::string id;                     ///< Stable: made from its first article; never reused.
  std::string headline;               ///< One of its reports' headlines, verbatim.
  std::optional<base::Day> day;       ///< Of the event as far as known: the earliest day of publication.
  std::vector<std::string> articles;  ///< Article::uri, in order of arrival.
};

}  // namespace dateline::news
