#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "editions/brief_parts.h"

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
  for (ShownFact& fact : brief.shared) fact.repeated = !lead_with_new_words(fact, shown);
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
