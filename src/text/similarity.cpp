#include "text/similarity.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "text/tokens.h"

namespace dateline::text {
namespace {

// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit.
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

constexpr std::size_t kSearchRatio = 16;  // from here on a binary search beats a merge

// Calls `hit(x, y)` for each pair of equal ids of two sorted ranges, in order; which of the two is `x` is left open.
template <typename T, typename Id, typename Hit>
void for_each_common(std::span<const T> a, std::span<const T> b, Id id, Hit hit) {
  if (a.size() > b.size()) std::swap(a, b);
  auto at = b.begin();
  const bool search = b.size() / kSearchRatio > a.size();
  for (const T& x : a) {
    if (search) {
      at = std::lower_bound(at, b.end(), id(x), [&](const T& y, TermId wanted) { return id(y) < wanted; });
    } else {
      while (at != b.end() && id(*at) < id(x)) ++at;
    }
    if (at == b.end()) return;
    if (id(*at) == id(x)) hit(x, *at);
  }
}

bool is_possessive(std::string_view folded) {
  return folded == "'s" || folded == "'";
}

}  // namespace

// FNV-1a over the bytes, then mixed, since FNV alone leaves the high bits of short words alike.
TermId term_id(std::string_view folded) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return mix(hash);
}

TermId term_pair_id(TermId first, TermId second) {
  return mix(first * 0x9E3779B97F4A7C15u + second);
}

std::vector<PlacedTerm> placed_content_terms(std::string_view text, std::string_view language, Stemmer& stemmer) {
  std::vector<PlacedTerm> terms;
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
    std::string folded = fold(token.span.of(text));
    while (folded.size() > 1 && folded.back() == '.') folded.pop_back();
    if (folded.empty() || is_possessive(folded) || is_stop_word(folded, language)) continue;
    const bool word = token.kind == TokenKind::kWord;
    terms.push_back({term_id(word ? stemmer.stem(folded) : std::string_view(folded)), token.span});
  }
  return terms;
}

std::vector<TermId> content_terms(std::string_view text, std::string_view language, Stemmer& stemmer) {
  const std::vector<PlacedTerm> placed = placed_content_terms(text, language, stemmer);
  std::vector<TermId> ids;
  ids.reserve(placed.size());
  for (const PlacedTerm& term : placed) ids.push_back(term.id);
  return ids;
}

TermVector::TermVector(std::vector<Term> terms) : terms_(std::move(terms)) {
  std::stable_sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) { return a.id < b.id; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < terms_.size();) {
    Term sum = terms_[i++];
    while (i < terms_.size() && terms_[i].id == sum.id) sum.weight += terms_[i++].weight;
    if (sum.weight != 0) terms_[kept++] = sum;
  }
  terms_.resize(kept);
}

double TermVector::norm() const {
  double sum = 0;
  for (const Term& term : terms_) sum += double{term.weight} * double{term.weight};
  return std::sqrt(sum);
}

float TermVector::weight_of(TermId id) const {
  const auto at = std::lower_bound(terms_.begin(), terms_.end(), id,
                                   [](const Term& term, TermId wanted) { return term.id < wanted; });
  return at != terms_.end() && at->id == id ? at->weight : 0;
}

void TermVector::add(const TermVector& other, float factor) {
  std::vector<Term> sum;
  sum.reserve(terms_.size() + other.terms_.size());
  auto mine = terms_.begin();
  for (const Term& term : other.terms_) {
    while (mine != terms_.end() && mine->id < term.id) sum.push_back(*mine++);
    Term added{term.id, factor * term.weight};
    if (mine != terms_.end() && mine->id == term.id) added.weight += (mine++)->weight;
    if (added.weight != 0) sum.push_back(added);
  }
  sum.insert(sum.end(), mine, terms_.end());
  terms_ = std::move(sum);
}

void TermVector::scale(float factor) {
  for (Term& term : terms_) term.weight *= factor;
  std::erase_if(terms_, [](const Term& term) { return term.weight == 0; });
}

void TermVector::keep_heaviest(std::size_t count) {
  if (terms_.size() <= count) return;
  const auto cut = terms_.begin() + static_cast<std::ptrdiff_t>(count);
  std::nth_element(terms_.begin(), cut, terms_.end(), [](const Term& a, const Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  });
  terms_.erase(cut, terms_.end());
  std::sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) { return a.id < b.id; });
}

double dot(const TermVector& a, const TermVector& b) {
  double sum = 0;
  for_each_common(
      a.terms(), b.terms(), [](const Term& term) { return term.id; },
      [&sum](const Term& x, const Term& y) { sum += double{x.weight} * double{y.weight}; });
  return sum;
}

double cosine(const TermVector& a, const TermVector& b) {
  const double norms = a.norm() * b.norm();
  return norms > 0 ? std::min(1.0, dot(a, b) / norms) : 0;
}

void DocumentFrequencies::add(std::span<const TermId> document) {
  ++documents_;
  for (const TermId id : sorted_set(document)) ++counts_[id];
}

void DocumentFrequencies::remove(std::span<const TermId> document) {
  CHECK(documents_ > 0);
  --documents_;
  for (const TermId id : sorted_set(document)) {
    const auto at = counts_.find(id);
    CHECK(at != counts_.end());
    if (--at->second == 0) counts_.erase(at);
  }
}

std::size_t DocumentFrequencies::frequency(TermId id) const {
  const auto at = counts_.find(id);
  return at == counts_.end() ? 0 : at->second;
}

double DocumentFrequencies::idf(TermId id) const {
  const auto all = static_cast<double>(documents_);
  const auto with = static_cast<double>(frequency(id));
  return std::log(1 + (all - with + 0.5) / (with + 0.5));
}

TermVector tf_idf(std::span<const TermId> document, const DocumentFrequencies& frequencies) {
  std::vector<TermId> ids(document.begin(), document.end());
  std::sort(ids.begin(), ids.end());
  std::vector<Term> terms;
  for (std::size_t i = 0; i < ids.size();) {
    std::size_t end = i;
    while (end < ids.size() && ids[end] == ids[i]) ++end;
    const double weight = (1 + std::log(static_cast<double>(end - i))) * frequencies.idf(ids[i]);
    terms.push_back({ids[i], static_cast<float>(weight)});
    i = end;
  }
  return TermVector(std::move(terms));
}

std::vector<TermId> sorted_set(std::span<const TermId> ids) {
  std::vector<TermId> set(ids.begin(), ids.end());
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

std::size_t common_count(std::span<const TermId> a, std::span<const TermId> b) {
  std::size_t count = 0;
  for_each_common(
      a, b, [](TermId id) { return id; }, [&count](TermId, TermId) { ++count; });
  return count;
}

double jaccard(std::span<const TermId> a, std::span<const TermId> b) {
  const std::size_t common = common_count(a, b);
  const std::size_t all = a.size() + b.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

double containment(std::span<const TermId> a, std::span<const TermId> b) {
  return a.empty() ? 0 : static_cast<double>(common_count(a, b)) / static_cast<double>(a.size());
}

std::vector<TermId> shingles(std::span<const TermId> ids, std::size_t width) {
  CHECK(width > 0);
  if (ids.empty()) return {};
  const std::size_t run = std::min(width, ids.size());
  std::vector<TermId> hashes;
  hashes.reserve(ids.size() - run + 1);
  for (std::size_t begin = 0; begin + run <= ids.size(); ++begin) {
    TermId hash = run;
    for (const TermId id : ids.subspan(begin, run)) hash = term_pair_id(hash, id);
    hashes.push_back(hash);
  }
  return sorted_set(hashes);
}

}  // namespace dateline::text
