#include "stories/profile.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "stories/day_range.h"
#include "stories/language_of.h"
#include "stories/title_case.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kLeadBytes = 600;  // of the text; about three paragraphs of an agency report
// A word of the head is kept before one of the text: it says what the report is about.
constexpr float kHeadFirst = 1.5F;
constexpr std::uint64_t kEntitySeed = 0x9E3779B97F4A7C15ULL;  // keeps keys of entities apart from those of words

// Collects the terms of one article part by part.
class Counter {
 public:
  explicit Counter(std::string_view language) : language_(language), stemmer_(language) {}

  // Adds `part`, of which the first `head_bytes` count as head.
  void add(std::string_view part, std::size_t head_bytes) {
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
      add_word(token.span.of(part), word, at < head_bytes, word && token.capitalised && !starts && !title);
      starts = false;
    }
    line_ends_.push_back(run_.size());
  }

  void add_entity(const std::string& key) { terms_.push_back({key_of(text::term_id(key) * kEntitySeed), 1, kEntity}); }

  ArticleTerms take() {
    std::sort(terms_.begin(), terms_.end(), [](const CountedTerm& a, const CountedTerm& b) { return a.key < b.key; });
    ArticleTerms out;
    for (const CountedTerm& term : terms_) {
      if (out.terms.empty() || out.terms.back().key != term.key) {
        out.terms.push_back(term);
        continue;
      }
      out.terms.back().count += term.count;
      out.terms.back().marks = static_cast<std::uint8_t>(out.terms.back().marks | term.marks);
    }
    out.words = run_.size();
    out.sketch = make_sketch(run_, line_ends_);
    return out;
  }

  // The words from here on are not part of the text that copies are told by.
  void forget_run() {
    run_.clear();
    line_ends_.clear();
  }

 private:
  static bool ends_sentence(std::string_view mark) {
    return mark == "." || mark == "!" || mark == "?" || mark == ":" || mark == "\"" || mark == "“" || mark == "„" ||
           mark == "-" || mark == "--" || mark == "—";
  }

  void add_word(std::string_view word, bool is_word, bool head, bool name) {
    std::string folded = text::fold(word);
    while (folded.size() > 1 && folded.back() == '.') folded.pop_back();
    if (folded.empty() || folded == "'s" || folded == "'") return;
    run_.push_back(text::term_id(folded));
    if (text::is_stop_word(folded, language_)) return;
    const TermKey key = key_of(is_word ? text::term_id(stemmer_.stem(folded)) : run_.back());
    const int marks = (head ? kInHead : 0) | (name ? kAsName : 0);
    terms_.push_back({key, 1, static_cast<std::uint8_t>(marks)});
  }

  std::string language_;
  text::Stemmer stemmer_;
  std::vector<CountedTerm> terms_;  // as they come
  std::vector<text::TermId> run_;
  std::vector<std::size_t> line_ends_;  // in `run_`
};

}  // namespace

ArticleTerms count_terms(const news::Article& article) {
  const std::string language = language_of(article);
  Counter counter(language);
  const std::string_view headline = base::utf8_prefix(article.headline, kBytesLookedAt);
  const std::string_view body = base::utf8_prefix(article.text, kBytesLookedAt);
  counter.add(headline, headline.size());
  if (!body.empty()) counter.forget_run();  // outlets put their own headline over an agency's text
  std::size_t head_end = 0;
  if (headline.empty()) {
    head_end = article.sentences.empty() ? body.find('\n') : article.sentences.front().end_bytes;
    head_end = std::min({head_end, body.size(), kLeadBytes});
  }
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::size_t head = head_end > begin ? head_end - begin : 0;
    counter.add(body.substr(begin, end - begin), head);
    begin = end + 1;
  }
  for (const news::Mention& mention : article.mentions) {
    const news::Entity& entity = article.entities[mention.entity];
    if (entity.type == news::EntityType::kOther || mention.span.end_bytes > kBytesLookedAt) continue;
    counter.add_entity(entity.key);
  }
  ArticleTerms terms = counter.take();
  terms.language = language;
  return terms;
}

namespace {

struct Candidate {
  TermKey key = 0;
  std::uint8_t marks = 0;
  float rarity = 0;
  float weight = 0;
  float order = 0;
};

// The `limit` first of `all` as terms of unit length.
void keep(std::vector<Candidate> all, std::size_t limit, std::vector<ProfileTerm>& out) {
  const auto before = [](const Candidate& a, const Candidate& b) {
    return a.order != b.order ? a.order > b.order : a.key < b.key;
  };
  if (all.size() > limit) {
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(limit), all.end(), before);
    all.resize(limit);
  }
  std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.key < b.key; });
  float squares = 0;
  for (const Candidate& candidate : all) squares += candidate.weight * candidate.weight;
  const float length = std::sqrt(squares);
  for (const Candidate& candidate : all) {
    out.emplace_back(candidate.key, candidate.weight / length, candidate.rarity, candidate.marks);
  }
}

// The day of publication. None for 1 January 1970, UTC, which is what a clock says that was never set, and for years
// that a date of four digits does not reach.
std::optional<base::Day> day_of(const news::Article& article) {
  static constexpr base::Day kUnset{};
  static constexpr base::Day kFirst{std::chrono::year(1) / 1 / 1};
  static constexpr base::Day kLast{std::chrono::year(9999) / 12 / 31};
  const auto day = article.published.day();
  if (!day || *day < kFirst || *day > kLast) return std::nullopt;
  const bool unset = std::chrono::floor<std::chrono::days>(*article.published.instant) == kUnset;
  return unset ? std::nullopt : day;
}

// The days of the week on which the lead places what happened.
std::uint8_t weekdays_of(const news::Article& article, std::optional<base::Day> published) {
  constexpr int kNear = 8;  // days from publication
  unsigned days = 0;
  for (const news::Time& time : article.times) {
    if (time.span.begin_bytes >= kLeadBytes) break;
    if (time.type != news::TimeType::kDate && time.type != news::TimeType::kTime) continue;
    if (time.value.starts_with("XXXX-WXX-") && time.value.size() > 9) {
      const unsigned day = static_cast<unsigned>(time.value[9] - '1');
      if (day < 7) days |= 1u << day;
      continue;
    }
    const auto range = day_range_of(time.value);
    if (!range || range->days() != 1) continue;
    if (published && std::abs((range->first - *published).count()) > kNear) continue;
    days |= 1u << (std::chrono::weekday(range->first).iso_encoding() - 1);
  }
  return static_cast<std::uint8_t>(days);
}

}  // namespace

Profile make_profile(const news::Article& article, const ArticleTerms& terms, const Rarity& rarity) {
  std::vector<Candidate> words;
  std::vector<Candidate> entities;
  for (const CountedTerm& term : terms.terms) {
    const float rare = rarity.of(term.key);
    if (!(rare > 0)) continue;
    const float weight = (1 + std::log(static_cast<float>(term.count))) * rare;
    const float order = weight * ((term.marks & (kInHead | kEntity)) == kInHead ? kHeadFirst : 1);
    ((term.marks & kEntity) != 0 ? entities : words).push_back({term.key, term.marks, rare, weight, order});
  }
  Profile profile;
  profile.language = LanguageCode(terms.language);
  profile.day = day_of(article);
  profile.weekdays = weekdays_of(article, profile.day);
  profile.round_up = is_round_up(article);
  profile.log_words = std::log(static_cast<float>(terms.words) + 1);
  std::vector<ProfileTerm> kept;
  kept.reserve(kMostTerms);
  keep(std::move(words), kWordTerms, kept);
  keep(std::move(entities), kEntityTerms, kept);
  std::stable_sort(kept.begin(), kept.end(),
                   [](const ProfileTerm& a, const ProfileTerm& b) { return a.key() < b.key(); });
  const auto same_key = [](const ProfileTerm& a, const ProfileTerm& b) { return a.key() == b.key(); };
  kept.erase(std::unique(kept.begin(), kept.end(), same_key), kept.end());
  profile.terms = ExactArray<ProfileTerm>(kept);
  return profile;
}

std::vector<TermKey> keys_of(const Profile& profile) {
  std::vector<TermKey> keys;
  keys.reserve(profile.terms.size());
  for (const ProfileTerm& term : profile.terms) keys.push_back(term.key());
  return keys;
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
