#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "stories/concepts.h"
#include "stories/facts.h"
#include "stories/language_of.h"
#include "stories/statement.h"
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

// Picks sentences of a story one after the other.
class Picker {
 public:
  Picker(std::span<const news::Article* const> articles)  // NOLINT(google-explicit-constructor)
      : statements_(read_statements(articles)), words_(statements_) {}

  // Takes the first fitting sentence of `fact` that repeats none taken before.
  void take(const news::Fact& fact) {
    for (const news::SentenceRef& ref : fact.sentences) {
      const Statement* statement = find(ref);
      if (statement == nullptr || !fits(*statement)) continue;
      taken_.push_back(statement);
      return;
    }
  }

  std::size_t size() const { return taken_.size(); }

  std::vector<news::SentenceRef> refs() const {
    std::vector<news::SentenceRef> refs;
    for (const Statement* statement : taken_) refs.push_back(statement->ref);
    return refs;
  }

 private:
  const Statement* find(const news::SentenceRef& ref) const {
    const auto at =
        std::lower_bound(statements_.begin(), statements_.end(), ref,
                         [](const Statement& held, const news::SentenceRef& wanted) { return held.ref < wanted; });
    return at != statements_.end() && at->ref == ref ? &*at : nullptr;
  }

  bool fits(const Statement& statement) const {
    if (statement.words.size() < kShortest || statement.words.size() > kLongest) return false;
    return std::none_of(taken_.begin(), taken_.end(),
                        [&](const Statement* taken) { return overlap(*taken, statement, words_) >= kSaysTheSame; });
  }

  std::vector<Statement> statements_;
  StoryWords words_;
  std::vector<const Statement*> taken_;
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
  Picker picker(articles);
  for (const news::Fact& fact : facts) {
    if (picker.size() == kMost) break;
    if (fact.kind != news::FactKind::kSingle) picker.take(fact);
  }
  for (const news::Fact& fact : facts) {
    if (picker.size() >= kFewest) break;
    if (fact.kind == news::FactKind::kSingle) picker.take(fact);
  }
  return picker.refs();
}

}  // namespace dateline::stories
