#include "stories/live_articles.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace dateline::stories {
namespace {

// The most telling words of a profile: where the article is found again.
std::vector<ProfileTerm> index_terms(const Profile& profile) {
  std::vector<ProfileTerm> terms;
  terms.reserve(profile.terms.size());
  for (const ProfileTerm& term : profile.terms) {
    if ((term.marks() & kEntity) == 0) terms.push_back(term);
  }
  const auto heavier = [](const ProfileTerm& a, const ProfileTerm& b) {
    return a.weight_units() != b.weight_units() ? a.weight_units() > b.weight_units() : a.key() < b.key();
  };
  const std::size_t kept = std::min(terms.size(), LiveArticles::kIndexTerms);
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(kept), terms.end(), heavier);
  terms.resize(kept);
  return terms;
}

// Adds up weights by article: a table of a size that stays in the nearest memory, however many articles are live.
class Tally {
 public:
  Tally() : slots_(kSlots) {}

  void add(ArticleNumber article, float weight) {
    for (std::size_t at = article * kSpread >> kShift;; at = (at + 1) % kSlots) {
      Slot& slot = slots_[at];
      if (slot.weight == 0) {
        slot.article = article;
        used_.push_back(static_cast<std::uint32_t>(at));
      }
      if (slot.article != article) continue;
      slot.weight += weight;
      return;
    }
  }

  // The `limit` heaviest, newer ones first when equal. Empties the table.
  std::vector<ArticleNumber> take(std::size_t limit) {
    std::vector<Slot> found;
    found.reserve(used_.size());
    for (const std::uint32_t at : used_) found.push_back(std::exchange(slots_[at], {}));
    used_.clear();
    const auto better = [](const Slot& a, const Slot& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.article > b.article;
    };
    const std::size_t kept = std::min(limit, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), better);
    std::vector<ArticleNumber> articles;
    for (std::size_t i = 0; i < kept; ++i) articles.push_back(found[i].article);
    return articles;
  }

 private:
  struct Slot {
    ArticleNumber article = 0;
    float weight = 0;
  };
  // Twice what all terms together lead to.
  static constexpr std::size_t kSlots = 8192;
  static_assert(kSlots > LiveArticles::kPostings * LiveArticles::kIndexTerms * 3 / 2);
  static constexpr std::uint32_t kSpread = 2654435769U;  // Fibonacci hashing (Knuth, TAOCP 3, 6.4)
  static constexpr std::uint32_t kShift = 32 - 13;

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> used_;
};

}  // namespace

LiveArticles::LiveArticles(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 1)) {}

ArticleNumber LiveArticles::add(LiveArticle article, const std::vector<Neighbour>& candidates) {
  const ArticleNumber number = next_++;
  if (!article.profile.round_up && article.counts) {
    for (const ProfileTerm& term : index_terms(article.profile)) {
      postings_.add(term.key(), number);
    }
    for (const Neighbour& candidate : candidates) {
      article.neighbours.offer(candidate);
      articles_[place_of(candidate.article)].neighbours.offer({number, candidate.likeness});
    }
  }
  if (articles_.size() < capacity_) {
    articles_.push_back(std::move(article));
    stories_.push_back(kNoStory);
  } else {
    articles_[place_of(number)] = std::move(article);
    stories_[place_of(number)] = kNoStory;
  }
  if (first_ > 0 && next_ % std::max<std::size_t>(capacity_ / 4, 1024) == 0) postings_.forget_below(first_);
  return number;
}

bool LiveArticles::note_copy(ArticleNumber number) {
  std::uint8_t& copies = articles_[place_of(number)].copies;
  if (copies == kFewCopies) return false;
  ++copies;
  return true;
}

std::vector<ArticleNumber> LiveArticles::hits_of(const std::vector<ProfileTerm>& terms) const {
  static thread_local Tally tally;  // 64 KB, of which a call uses a part
  for (const ProfileTerm& term : terms) {
    for (const ArticleNumber number : postings_.find(term.key())) {
      if (holds(number)) tally.add(number, term.weight());
    }
  }
  return tally.take(kHits);
}

std::vector<Neighbour> LiveArticles::find(const LiveArticle& article) const {
  std::vector<Neighbour> found;
  found.reserve(kCandidates);
  const OverallLikeness likeness(article.profile, article.lengths);
  // They lie anywhere in memory: each is asked for while others are looked at, a few at once, which is what a processor
  // can wait for.
  constexpr std::size_t kAhead = 6;
  std::vector<ArticleNumber> hits = hits_of(index_terms(article.profile));
  for (const ArticleNumber number : hits) __builtin_prefetch(&at(number).profile);
  std::erase_if(hits, [&](ArticleNumber number) { return !can_meet(article.profile, at(number).profile); });
  if (hits.size() > kCandidates) hits.resize(kCandidates);
  for (std::size_t i = 0; i < std::min(kAhead, hits.size()); ++i) at(hits[i]).profile.terms.prefetch();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i + kAhead < hits.size()) at(hits[i + kAhead]).profile.terms.prefetch();
    const LiveArticle& other = at(hits[i]);
    found.push_back({hits[i], likeness.to(other.profile, other.lengths)});
  }
  const auto better = [](const Neighbour& a, const Neighbour& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness : a.article < b.article;
  };
  std::sort(found.begin(), found.end(), better);
  return found;
}

bool same_language(const Profile& a, const Profile& b) {
  return a.language.empty() || b.language.empty() || a.language == b.language;
}

bool can_meet(const Profile& a, const Profile& b) {
  if (!same_language(a, b)) return false;
  return !a.day || !b.day || std::abs((*a.day - *b.day).count()) <= kMostDaysApart;
}

}  // namespace dateline::stories
