#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "stories/concepts.h"
#include "stories/facts.h"
#include "stories/language_of.h"
#include "stories/statement.h"
#include "stories/voices.h"
#include "text/similarity.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kFewest = 3;  // sentences of a summary
constexpr std::size_t kMost = 5;
constexpr float kSaysTheSame = 0.5F;  // share of the shorter sentence's weight from which another repeats it
constexpr std::size_t kShortest = 4;  // content words; shorter sentences ("He did.") need their neighbours
constexpr std::size_t kLongest = 60;
constexpr float kSpeech = 0.5F;  // share of a sentence in quotation marks from which it is somebody's words

// The sorted keys of the content words of a headline.
std::vector<TermKey> keys_of(std::string_view headline, const std::string& language) {
  text::Stemmer stemmer(language);
  std::vector<TermKey> keys;
  for (const text::Token& token : text::tokenize(headline)) {
    if (token.kind != text::TokenKind::kWord && token.kind != text::TokenKind::kNumber) continue;
    const std::string folded = text::fold(token.span.of(headline));
    if (folded.empty() || folded[0] == '\'' || text::is_stop_word(folded, language)) continue;
    keys.push_back(concept_key(folded, stemmer.stem(folded)));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// Share of the lighter one's weight that both have.
float overlap(const Statement& a, const Statement& b, const StoryWords& words) {
  float left = 0;
  float right = 0;
  float common = 0;
  for (const TermKey key : a.keys) {
    left += words.usual(key);
    if (std::binary_search(b.keys.begin(), b.keys.end(), key)) common += words.usual(key);
  }
  for (const TermKey key : b.keys) right += words.usual(key);
  const float lighter = std::min(left, right);
  return lighter > 0 ? common / lighter : 1;
}

// Picks sentences of a story one after the other: each time the one that tells most of what the taken ones do not. What
// it tells: the facts in which it stands, each by the number of its voices.
class Picker {
 public:
  Picker(std::span<const news::Article* const> articles, std::span<const news::Fact> facts)
      : statements_(read_statements(articles)), words_(statements_), covered_(facts.size(), false) {
    const std::vector<std::size_t> voices = find_voices(articles);
    for (std::size_t f = 0; f < facts.size(); ++f) {
      std::set<std::size_t> heard;
      for (const news::SentenceRef& ref : facts[f].sentences) {
        heard.insert(voices[ref.article]);
        Candidate& candidate = candidates_[ref];
        if (candidate.facts.empty()) candidate.statement = find(ref);
        candidate.facts.push_back(f);
        candidate.shared = candidate.shared || facts[f].kind != news::FactKind::kSingle;
      }
      weights_.push_back(heard.size());
    }
    for (const auto& [ref, candidate] : candidates_) {
      if (candidate.statement != nullptr && is_readable(*candidate.statement)) order_.push_back(&candidate);
    }
    // Of sentences that tell as much the one of the earlier fact comes first.
    std::stable_sort(order_.begin(), order_.end(),
                     [](const Candidate* a, const Candidate* b) { return a->facts.front() < b->facts.front(); });
  }

  // Takes sentences that several voices say (or else what one does), until there are `most`, or no further one tells
  // anything.
  void take(bool shared, std::size_t most) {
    while (taken_.size() < most) {
      const Candidate* best = nullptr;
      std::size_t highest = 0;
      for (const Candidate* candidate : order_) {
        if (candidate->shared != shared) continue;
        const std::size_t gain = gain_of(*candidate);
        if (gain <= highest || repeats(*candidate->statement)) continue;
        highest = gain;
        best = candidate;
        if (!shared) break;  // Each is one voice's.
      }
      if (best == nullptr) return;
      taken_.push_back(best);
      for (const std::size_t f : best->facts) covered_[f] = true;
    }
  }

  // In reading order.
  std::vector<news::SentenceRef> refs() const {
    std::vector<const Candidate*> sorted = taken_;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Candidate* a, const Candidate* b) { return a->facts.front() < b->facts.front(); });
    std::vector<news::SentenceRef> refs;
    for (const Candidate* candidate : sorted) refs.push_back(candidate->statement->ref);
    return refs;
  }

 private:
  struct Candidate {
    const Statement* statement = nullptr;
    std::vector<std::size_t> facts;  // In which it stands, in reading order.
    bool shared = false;
  };

  // A sentence that can stand alone. Words of somebody unnamed ("…," he said) can't.
  static bool is_readable(const Statement& statement) {
    const bool names =
        std::any_of(statement.words.begin(), statement.words.end(), [](const PlacedWord& word) { return word.name; });
    if (statement.quoted >= kSpeech && !names) return false;
    return statement.words.size() >= kShortest && statement.words.size() <= kLongest;
  }

  const Statement* find(const news::SentenceRef& ref) const {
    const auto at =
        std::lower_bound(statements_.begin(), statements_.end(), ref,
                         [](const Statement& held, const news::SentenceRef& wanted) { return held.ref < wanted; });
    return at != statements_.end() && at->ref == ref ? &*at : nullptr;
  }

  std::size_t gain_of(const Candidate& candidate) const {
    std::size_t gain = 0;
    for (const std::size_t f : candidate.facts) gain += covered_[f] ? 0 : weights_[f];
    return gain;
  }

  bool repeats(const Statement& statement) const {
    return std::any_of(taken_.begin(), taken_.end(), [&](const Candidate* taken) {
      return overlap(*taken->statement, statement, words_) >= kSaysTheSame;
    });
  }

  std::vector<Statement> statements_;
  StoryWords words_;
  std::vector<bool> covered_;         // By fact.
  std::vector<std::size_t> weights_;  // By fact: its voices.
  std::map<news::SentenceRef, Candidate> candidates_;
  std::vector<const Candidate*> order_;
  std::vector<const Candidate*> taken_;
};

std::vector<news::SentenceRef> first_sentences(const news::Article& article) {
  std::vector<news::SentenceRef> refs;
  const std::vector<bool> shown = shown_sentences(article);
  for (std::size_t s = 0; s < shown.size() && refs.size() < kFewest; ++s) {
    if (shown[s]) refs.push_back({0, s});
  }
  return refs;
}

}  // namespace

std::size_t choose_headline(std::span<const news::Article* const> articles) {
  // How many reports use each word, in their headline or in their first sentences.
  constexpr std::size_t kLeadBytes = 400;
  std::vector<std::vector<TermKey>> headlines;
  std::unordered_map<TermKey, float> uses;
  for (const news::Article* article : articles) {
    const std::string language = language_of(*article);
    headlines.push_back(keys_of(base::utf8_prefix(article->headline, kLeadBytes), language));
    std::vector<TermKey> keys = keys_of(base::utf8_prefix(article->text, kLeadBytes), language);
    keys.insert(keys.end(), headlines.back().begin(), headlines.back().end());
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const TermKey key : keys) uses[key] += 1;
  }
  std::size_t best = articles.size();
  float highest = -1;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (articles[i]->headline.empty()) continue;
    // A long headline says more only as long as the others say it too.
    float sum = 0;
    for (const TermKey key : headlines[i]) sum += uses[key] - 1;
    constexpr float kSmoothing = 4;
    const float score = sum / (static_cast<float>(headlines[i].size()) + kSmoothing);
    if (score > highest) {
      highest = score;
      best = i;
    }
  }
  return best;
}

std::vector<news::SentenceRef> summarise(std::span<const news::Article* const> articles,
                                         std::span<const news::Fact> facts) {
  if (articles.size() == 1) return first_sentences(*articles.front());
  Picker picker(articles, facts);
  picker.take(true, kMost);
  picker.take(false, kFewest);
  return picker.refs();
}

}  // namespace dateline::stories
