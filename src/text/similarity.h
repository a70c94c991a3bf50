// text/similarity.h -- how alike two texts are: weighted term vectors, term sets, and runs of terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "text/words.h"

namespace dateline::text {

/// A term stands for a folded word, a stem or a run of them, as a 64-bit hash: the same on every machine and run, so it
/// may be stored. That any two of a million terms share an id has a chance of 1 in 37 million.
using TermId = std::uint64_t;

TermId term_id(std::string_view folded);
/// The id of `first` followed by `second`; the order counts.
TermId term_pair_id(TermId first, TermId second);

/// A term and the place of its word.
struct PlacedTerm {
  TermId id = 0;
  base::Span span;
};

/// The words and numbers of `text` that carry meaning, in order: folded, without stop words of `language`, and stemmed.
/// Possessive endings and marks are left out. Linear; any bytes.
/// REQUIRES: `stemmer` is of the same language.
std::vector<TermId> content_terms(std::string_view text, std::string_view language, Stemmer& stemmer);
/// The same with the place of each in `text`.
std::vector<PlacedTerm> placed_content_terms(std::string_view text, std::string_view language, Stemmer& stemmer);

struct Term {
  TermId id = 0;
  float weight = 0;
};

/// A sparse vector, its terms sorted by id, each id once.
class TermVector {
 public:
  TermVector() = default;
  /// Weights of equal ids are added up; terms of weight 0 fall out.
  explicit TermVector(std::vector<Term> terms);

  std::span<const Term> terms() const { return terms_; }
  bool empty() const { return terms_.empty(); }
  /// Euclidean length.
  double norm() const;
  /// Weight of `id`, 0 when it is not there.
  float weight_of(TermId id) const;

  /// This plus `factor` times `other`: how a centroid grows. Linear in both.
  void add(const TermVector& other, float factor);
  void scale(float factor);
  /// Keeps the `count` heaviest terms (of equal ones those of lower id).
  void keep_heaviest(std::size_t count);

 private:
  std::vector<Term> terms_;
};

/// Sum of products over common terms. Linear in both; n log m where one is far longer.
double dot(const TermVector& a, const TermVector& b);
/// The cosine of the angle, 0 to 1 for weights that are not negative; 0 when either is empty.
double cosine(const TermVector& a, const TermVector& b);

/// In how many documents each term stands. One writer, or any number of readers.
class DocumentFrequencies {
 public:
  /// Counts one document; repeated ids count once.
  void add(std::span<const TermId> document);
  /// Takes a document back, for a window that slides. REQUIRES: it was added.
  void remove(std::span<const TermId> document);

  std::size_t documents() const { return documents_; }
  std::size_t frequency(TermId id) const;
  /// ln(1 + (N - n + 0.5) / (n + 0.5)), never negative: the inverse document frequency of BM25 as Lucene has it.
  double idf(TermId id) const;

 private:
  std::unordered_map<TermId, std::uint32_t> counts_;
  std::size_t documents_ = 0;
};

/// (1 + ln tf) * idf for each term of `document`.
TermVector tf_idf(std::span<const TermId> document, const DocumentFrequencies& frequencies);

/// The ids sorted, each once: what jaccard() and containment() take.
std::vector<TermId> sorted_set(std::span<const TermId> ids);

/// |A and B| / |A or B| of two sorted sets; 0 when both are empty.
double jaccard(std::span<const TermId> a, std::span<const TermId> b);

/// Share of A's members that are in B, 0 to 1; 0 when A is empty. Of two shingle sets: how much of the text A was taken
/// over into B (Broder, On the resemblance and containment of documents, 1997).
double containment(std::span<const TermId> a, std::span<const TermId> b);

/// Number of common members of two sorted sets.
std::size_t common_count(std::span<const TermId> a, std::span<const TermId> b);

/// The sorted set of all runs of `width` neighbouring ids. A text shorter than that gives one shingle of all it has; an
/// empty one gives none. REQUIRES: width > 0.
std::vector<TermId> shingles(std::span<const TermId> ids, std::size_t width);

}  // namespace dateline::text
