#include "stories/profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "stories/language_of.h"
#include "stories/title_case.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kLeadBytes = 600;  // of the text; about three paragraphs of an agency report
constexpr std::size_t kWordTerms = 128;  // kept of an article, each kind
constexpr std::size_t kHeadTerms = 24;
constexpr std::size_t kNameTerms = 32;
constexpr std::size_t kIndexTerms = 25;

// Collects the terms of one article part by part.
class Counter {
 public:
  explicit Counter(std::string_view language) : language_(language), stemmer_(language) {}

  // Adds `part`. `head_bytes` and `lead_bytes`: how far, from its beginning, it counts as head and as lead.
  void add(std::string_view part, std::size_t head_bytes, std::size_t lead_bytes) {
    const std::vector<text::Token> tokens = text::tokenize(part);
    const bool title = is_title_case(tokens);
    bool starts = true;
    for (const text::Token& token : tokens) {
      const bool word = token.kind == text::TokenKind::kWord;
      if (!word && token.kind != text::TokenKind::kNumber) {
        starts = starts || ends_sentence(token.span.of(part));
        continue;
      }
      const std::size_t at = token.span.begin_bytes;
      add_word(token.span.of(part), word, at < head_bytes, word && token.capitalised && !starts && !title,
               at < lead_bytes);
      starts = false;
    }
  }

  ArticleTerms take() {
    ArticleTerms out;
    out.terms.reserve(terms_.size());
    for (auto& [key, term] : terms_) out.terms.push_back(term);
    std::sort(out.terms.begin(), out.terms.end(),
              [](const CountedTerm& a, const CountedTerm& b) { return a.key < b.key; });
    for (const CountedTerm& term : out.terms) out.keys.push_back(term.key);
    out.words = run_.size();
    out.sketch = make_sketch(run_);
    return out;
  }

  // The words from here on are not part of the text that copies are told by.
  void forget_run() { run_.clear(); }

 private:
  static bool ends_sentence(std::string_view mark) {
    return mark == "." || mark == "!" || mark == "?" || mark == ":" || mark == "\"" || mark == "“" || mark == "„" ||
           mark == "-" || mark == "--" || mark == "—";
  }

  void add_word(std::string_view word, bool is_word, bool head, bool name, bool lead) {
    std::string folded = text::fold(word);
    while (folded.size() > 1 && folded.back() == '.') folded.pop_back();
    if (folded.empty() || folded == "'s" || folded == "'") return;
    run_.push_back(text::term_id(folded));
    if (text::is_stop_word(folded, language_)) return;
    const TermKey key = key_of(is_word ? text::term_id(stemmer_.stem(folded)) : run_.back());
    CountedTerm& term = terms_[key];
    term.key = key;
    ++term.count;
    term.in_head = term.in_head || head;
    term.as_name = term.as_name || name;
    term.in_lead = term.in_lead || lead || head;
  }

  std::string language_;
  text::Stemmer stemmer_;
  std::unordered_map<TermKey, CountedTerm> terms_;
  std::vector<text::TermId> run_;
};

}  // namespace

ArticleTerms count_terms(const news::Article& article) {
  const std::string language = language_of(article);
  Counter counter(language);
  const std::string_view headline = base::utf8_prefix(article.headline, kBytesLookedAt);
  const std::string_view body = base::utf8_prefix(article.text, kBytesLookedAt);
  counter.add(headline, headline.size(), headline.size());
  if (!body.empty()) counter.forget_run();  // outlets put their own headline over an agency's text
  std::size_t head_end = 0;
  if (headline.empty()) {
    head_end = article.sentences.empty() ? body.find('\n') : article.sentences.front().end_bytes;
    head_end = std::min({head_end, body.size(), kLeadBytes});
  }
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::size_t head = head_end > begin ? head_end - begin : 0;
    counter.add(body.substr(begin, end - begin), head, kLeadBytes > begin ? kLeadBytes - begin : 0);
    begin = end + 1;
  }
  ArticleTerms terms = counter.take();
  terms.language = language;
  return terms;
}

Profile make_profile(const news::Article& article, const ArticleTerms& terms, const Rarity& rarity) {
  std::vector<Weighted> words;
  std::vector<Weighted> head;
  std::vector<Weighted> names;
  std::vector<Weighted> lead_names;
  for (const CountedTerm& term : terms.terms) {
    const float weight = (1 + std::log(static_cast<float>(term.count))) * rarity.of(term.key);
    words.push_back({term.key, weight});
    if (term.in_head) head.push_back({term.key, weight});
    if (term.as_name) names.push_back({term.key, weight});
    if (term.as_name && term.in_lead) lead_names.push_back({term.key, weight});
  }
  Profile profile;
  profile.uri = article.uri;
  profile.language = terms.language;
  profile.day = article.published.day();
  profile.words = make_vector(std::move(words), kWordTerms);
  for (const Weighted& term : make_vector(profile.words, kIndexTerms)) profile.index_keys.push_back(term.key);
  profile.head = make_vector(std::move(head), kHeadTerms);
  profile.names = make_vector(std::move(names), kNameTerms);
  profile.lead_names = make_vector(std::move(lead_names), kNameTerms);
  profile.sketch = terms.sketch;
  profile.log_words = std::log(static_cast<float>(terms.words) + 1);
  return profile;
}

bool is_round_up(const news::Article& article) {
  static constexpr std::array<std::string_view, 14> kAnnouncements = {
      "in brief",         "news roundup",      "news round-up",       "news digest",       "morning briefing",
      "evening briefing", "top stories",       "top headlines",       "week in review",    "the day in",
      "kurz notiert",     "meldungen kompakt", "nachrichten kompakt", "das wichtigste vom"};
  const std::string_view headline =
      article.headline.empty() ? std::string_view(article.text).substr(0, article.text.find('\n')) : article.headline;
  if (headline.size() > 120) return false;
  return std::any_of(kAnnouncements.begin(), kAnnouncements.end(),
                     [&](std::string_view words) { return base::contains_ignoring_case(headline, words); });
}

}  // namespace dateline::stories
