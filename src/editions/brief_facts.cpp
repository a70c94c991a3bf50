#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "editions/brief_parts.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::editions {
namespace {

bool is_valid(const StoryView& view, const news::SentenceRef& ref) {
  return ref.article < view.articles.size() && ref.sentence < view.articles[ref.article].sentences.size();
}

ShownFact show_fact(const StoryView& view, std::span<const Places> places, const news::Fact& fact) {
  const auto show = [&](const news::SentenceRef& ref) {
    return places[ref.article].show(view.articles[ref.article].sentences[ref.sentence]);
  };
  ShownFact shown;
  shown.kind = fact.kind;
  for (const news::SentenceRef& ref : fact.sentences) {
    if (is_valid(view, ref)) shown.sentences.push_back(show(ref));
  }
  for (const news::Difference& difference : fact.differences) {
    ShownFact::Difference out;
    out.what = difference.what;
    out.kind = difference.kind;
    out.compatible = difference.compatible;
    for (const news::Difference::Side& side : difference.sides) {
      if (is_valid(view, side.sentence)) out.sides.push_back({show(side.sentence), side.said});
    }
    if (!out.sides.empty()) shown.differences.push_back(std::move(out));
  }
  return shown;
}

// Letters and digits of `text` between `begin` and `end` that none of `covers` (sorted) covers, and all of them.
std::pair<std::size_t, std::size_t> uncovered(std::string_view text, const base::Span& span,
                                              const std::vector<base::Span>& covers) {
  std::size_t bare = 0;
  std::size_t all = 0;
  std::size_t next = 0;
  for (std::size_t at = span.begin_bytes; at < span.end_bytes; ++at) {
    const char c = text[at];
    if (!base::is_ascii_letter(c) && !base::is_ascii_digit(c) && static_cast<unsigned char>(c) < 0x80) continue;
    while (next < covers.size() && covers[next].end_bytes <= at) ++next;
    ++all;
    if (next == covers.size() || at < covers[next].begin_bytes) ++bare;
  }
  return {bare, all};
}

// For each article: what the shown quotes take up, with cue and source, in order.
std::vector<std::vector<base::Span>> quote_covers(const StoryView& view) {
  std::vector<std::vector<base::Span>> covers(view.articles.size());
  for (std::size_t i = 0; i < view.articles.size(); ++i) {
    for (const news::Quote& quote : view.articles[i].quotes) {
      if (!quote.direct || quote.kind != news::QuoteKind::kSpeech) continue;
      std::size_t words = 0;
      for (const base::Span& part : quote.content) words += base::split_words(part.of(view.articles[i].text)).size();
      if (words < kFewestQuoteWords) continue;  // A fragment: no page shows it under "In their words".
      covers[i].insert(covers[i].end(), quote.content.begin(), quote.content.end());
      covers[i].insert(covers[i].end(), quote.cue.begin(), quote.cue.end());
      covers[i].insert(covers[i].end(), quote.source.begin(), quote.source.end());
    }
    std::sort(covers[i].begin(), covers[i].end());
  }
  return covers;
}

// True when the sentence is little but speech that "In their words" shows: “…,” Kishida told reporters.
bool is_speech(const StoryView& view, const ShownSentence& sentence, const std::vector<base::Span>& covers) {
  const auto first = std::partition_point(covers.begin(), covers.end(), [&](const base::Span& cover) {
    return cover.end_bytes <= sentence.span.begin_bytes;
  });
  if (first == covers.end() || !first->overlaps(sentence.span)) return false;
  std::vector<base::Span> inside;
  for (auto cover = first; cover != covers.end() && cover->begin_bytes < sentence.span.end_bytes; ++cover) {
    inside.push_back(*cover);
  }
  const auto [bare, all] = uncovered(view.articles[sentence.article].text, sentence.span, inside);
  return bare * 5 <= all;
}

// Decides which of the facts that agree are shown, and which of their sentences stands in front.
//
// A long sentence stands in several facts, and many facts are pairs. The facts of most sentences are shown first. One
// that adds at most a single sentence to those is shown only where its best sentence tells something that their leading
// ones do not; else the sentence that it adds goes to the fact that tells it, as a further wording. Such a wording
// hides nothing in turn: else chains of pairs would make one fact of many.
class Folding {
 public:
  Folding(const StoryView& view, std::vector<ShownFact>& facts) : view_(view), facts_(facts) {}

  void fold() {
    std::vector<std::size_t> order(facts_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return facts_[a].sentences.size() > facts_[b].sentences.size();
    });
    for (const std::size_t i : order) {
      const std::optional<std::size_t> lead = choose_lead(i);
      facts_[i].repeated = !lead.has_value();
      if (lead) show(i, *lead);
    }
    for (auto& [home, sentence] : given_) facts_[home].sentences.push_back(std::move(sentence));
  }

 private:
  using Words = std::set<std::string>;
  static constexpr double kTold = 0.5;  // share of a sentence's words from which another tells it

  Words words_of(const ShownSentence& sentence) const {
    const std::string& language = view_.articles[sentence.article].language;
    text::Stemmer stemmer(language);
    Words words;
    for (const text::Token& token : text::tokenize(sentence.text)) {
      if (token.kind != text::TokenKind::kWord && token.kind != text::TokenKind::kNumber) continue;
      const std::string folded = text::fold(token.span.of(sentence.text));
      if (!text::is_stop_word(folded, language)) words.insert(std::string(stemmer.stem(folded)));
    }
    return words;
  }

  // Of the shown facts `others` the one whose leading sentence tells `sentence`, if one does.
  std::optional<std::size_t> teller_of(const ShownSentence& sentence, const std::set<std::size_t>& others) const {
    const Words words = words_of(sentence);
    for (const std::size_t other : others) {
      const Words& lead = leads_.at(other);
      const auto common =
          std::count_if(words.begin(), words.end(), [&](const std::string& word) { return lead.contains(word); });
      if (static_cast<double>(common) >= kTold * static_cast<double>(words.size())) return other;
    }
    return std::nullopt;
  }

  // The sentence of fact `i` that stands in front, or nothing when others tell all of it.
  std::optional<std::size_t> choose_lead(std::size_t i) {
    std::set<std::size_t> others;
    std::vector<std::size_t> fresh;
    std::optional<std::size_t> untold;  // the first that leads no fact
    for (std::size_t k = 0; k < facts_[i].sentences.size(); ++k) {
      const std::string text = base::collapse_whitespace(facts_[i].sentences[k].text);
      if (!untold && !led_.contains(text)) untold = k;
      const auto holders = holders_.find(text);
      if (holders == holders_.end()) {
        fresh.push_back(k);
      } else {
        others.insert(holders->second.begin(), holders->second.end());
      }
    }
    if (!untold || others.empty() || fresh.size() > 1) return untold;
    const std::optional<std::size_t> teller = teller_of(facts_[i].sentences[*untold], others);
    if (!teller) return untold;
    if (!fresh.empty()) given_.emplace_back(*teller, facts_[i].sentences[fresh.front()]);
    return std::nullopt;
  }

  void show(std::size_t i, std::size_t lead) {
    std::vector<ShownSentence>& sentences = facts_[i].sentences;
    const auto at = sentences.begin() + static_cast<std::ptrdiff_t>(lead);
    std::rotate(sentences.begin(), at, at + 1);
    leads_.emplace(i, words_of(sentences.front()));
    led_.insert(base::collapse_whitespace(sentences.front().text));
    for (const ShownSentence& sentence : sentences) {
      // Once a fact: thousands of copies hold the same words.
      std::vector<std::size_t>& holders = holders_[base::collapse_whitespace(sentence.text)];
      if (holders.empty() || holders.back() != i) holders.push_back(i);
    }
  }

  const StoryView& view_;
  std::vector<ShownFact>& facts_;
  std::map<std::string, std::vector<std::size_t>> holders_;  // Shown facts that hold a sentence, by its text.
  std::map<std::size_t, Words> leads_;                       // By shown fact.
  std::set<std::string> led_;                                // Texts of leading sentences.
  std::vector<std::pair<std::size_t, ShownSentence>> given_;
};

// What a side says in which sentence of a difference of which kind.
using SideKey = std::tuple<std::string, bool, std::size_t, std::size_t, std::string>;

SideKey key_of(const ShownFact::Difference& difference, const ShownFact::Side& side) {
  return {difference.what, difference.compatible, side.sentence.article, side.sentence.span.begin_bytes, side.said};
}

// Where two facts differ about the same thing, one side being the same words of the same sentence, the first tells it
// with all sides.
void fold_differences(std::vector<ShownFact>& facts) {
  std::map<SideKey, std::pair<std::size_t, std::size_t>> told;  // Fact, and its difference.
  for (std::size_t i = 0; i < facts.size(); ++i) {
    std::vector<ShownFact::Difference> left;
    for (const ShownFact::Difference& difference : facts[i].differences) {
      auto before = told.end();
      for (const ShownFact::Side& side : difference.sides) {
        if (before == told.end()) before = told.find(key_of(difference, side));
      }
      const auto place = before == told.end() ? std::pair(i, left.size()) : before->second;
      if (place.first == i && place.second == left.size()) left.push_back(difference);
      ShownFact::Difference& teller =
          place.first == i ? left[place.second] : facts[place.first].differences[place.second];
      for (const ShownFact::Side& side : difference.sides) {
        const bool is_new = told.emplace(key_of(difference, side), place).second;
        if (is_new && before != told.end()) teller.sides.push_back(side);
      }
    }
    facts[i].repeated = left.empty() && !facts[i].differences.empty();
    if (!left.empty()) facts[i].differences = std::move(left);
  }
}

// Puts the first sentence that no fact has shown yet in front. True when there is one.
bool lead_with_new_words(ShownFact& fact, std::set<std::string>& shown) {
  for (std::size_t i = 0; i < fact.sentences.size(); ++i) {
    if (!shown.insert(base::collapse_whitespace(fact.sentences[i].text)).second) continue;
    std::rotate(fact.sentences.begin(), fact.sentences.begin() + static_cast<std::ptrdiff_t>(i),
                fact.sentences.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return true;
  }
  return false;
}

}  // namespace

void show_facts(const StoryView& view, std::span<const Places> places, StoryBrief& brief) {
  for (const news::Fact& fact : view.facts) {
    ShownFact shown = show_fact(view, places, fact);
    if (shown.sentences.empty()) continue;
    switch (fact.kind) {
      case news::FactKind::kShared:
        brief.shared.push_back(std::move(shown));
        break;
      case news::FactKind::kDiffering:
        brief.differing.push_back(std::move(shown));
        break;
      case news::FactKind::kSingle:
        brief.single.push_back(std::move(shown));
        break;
    }
  }
  // What is agreed comes first and keeps its words; a difference is always shown, with the sentences it needs.
  std::set<std::string> shown;
  Folding(view, brief.shared).fold();
  for (ShownFact& fact : brief.shared) {
    if (!fact.repeated) shown.insert(base::collapse_whitespace(fact.sentences.front().text));
  }
  fold_differences(brief.differing);
  for (const ShownFact& fact : brief.differing) {
    for (const auto& difference : fact.differences) {
      for (const auto& side : difference.sides) shown.insert(base::collapse_whitespace(side.sentence.text));
    }
  }
  const auto covers = quote_covers(view);
  for (ShownFact& fact : brief.single) {
    const bool has_new_words = lead_with_new_words(fact, shown);
    const ShownSentence& lead = fact.sentences.front();
    fact.repeated = !has_new_words || is_speech(view, lead, covers[lead.article]);
  }
}

}  // namespace dateline::editions
