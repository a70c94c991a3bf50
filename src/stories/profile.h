// stories/profile.h -- what is kept of an article for grouping.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "news/article.h"
#include "stories/rarity.h"
#include "stories/sketch.h"
#include "stories/vector.h"

namespace dateline::stories {

/// The first bytes of a report that grouping looks at; what it is about stands there.
inline constexpr std::size_t kBytesLookedAt = std::size_t{32} << 10;

/// A term of an article and how the article has it.
struct CountedTerm {
  TermKey key = 0;
  std::uint32_t count = 0;
  bool in_head = false;  ///< In the headline, or in the first sentence of an article without one.
  bool as_name = false;  ///< Capitalised where the writer had a choice.
  bool in_lead = false;  ///< In the head or in the first bytes of the text.
};

/// An article's terms before they are weighed, each key once, sorted.
struct ArticleTerms {
  std::vector<CountedTerm> terms;
  std::vector<TermKey> keys;  ///< Of `terms`.
  std::size_t words = 0;      ///< Of the text, stop words included.
  Sketch sketch;              ///< Of the text; of the headline where there is no text.
  std::string language;
};

/// Reads headline and text, at most kBytesLookedAt of each.
ArticleTerms count_terms(const news::Article& article);

/// What an article is compared by.
struct Profile {
  std::string uri;
  std::string language;
  std::optional<base::Day> day;
  Vector words;
  Vector head;
  Vector names;
  Vector lead_names;
  std::vector<TermKey> index_keys;  ///< The most telling terms: where the article is found again.
  Sketch sketch;
  float log_words = 0;
};

/// Weighs `terms` as rare as `rarity` knows them now.
Profile make_profile(const news::Article& article, const ArticleTerms& terms, const Rarity& rarity);

/// True for a headline that announces several stories at once ("News in brief", "Morning round-up").
bool is_round_up(const news::Article& article);

}  // namespace dateline::stories
