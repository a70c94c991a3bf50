#include "annotate/quotes.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "annotate/quote_attitudes.h"
#include "annotate/quote_cues.h"
#include "annotate/quote_marks.h"
#include "annotate/quote_sources.h"
#include "annotate/quote_turns.h"
#include "annotate/speakers.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kShortQuote = 4;  // Words; what stands in marks without a cue and is shorter is no speech.

class Finder {
 public:
  Finder(const Document& document, const Gazetteer& gazetteer, news::Article& article)
      : document_(document),
        speakers_(document, gazetteer, article),
        turns_(document, article),
        article_(article),
        quoted_(find_quoted(document)),
        taken_(quoted_.size(), false),
        quote_of_(quoted_.size(), kNone),
        said_in_(document.sentences().size(), kNone) {}

  void run() {
    const std::vector<Sentence>& sentences = document_.sentences();
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const std::optional<Attribution> turn = turns_.turn_at(i);
      if (!turn) {
        attribute(i);
        continue;
      }
      add(*turn, i);
      while (i + 1 < sentences.size() && sentences[i + 1].paragraph == sentences[i].paragraph) ++i;
    }
    continue_and_close();
    std::stable_sort(article_.quotes.begin(), article_.quotes.end(),
                     [](const news::Quote& a, const news::Quote& b) { return a.content.front() < b.content.front(); });
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void attribute(std::size_t sentence);
  std::size_t first_reaching(std::size_t word) const;
  std::optional<Span> trimmed(std::size_t first, std::size_t end) const;
  void add(const Attribution& said, std::size_t sentence);
  void continue_and_close();
  bool continued(std::size_t stretch);
  bool is_paragraph(const QuotedStretch& stretch) const;
  void append(std::size_t quote, const QuotedStretch& stretch);

  const Document& document_;
  Speakers speakers_;
  QuoteTurns turns_;
  news::Article& article_;
  std::vector<QuotedStretch> quoted_;
  std::vector<bool> taken_;            // quoted_[i] is in a quote,
  std::vector<std::size_t> quote_of_;  // in this one as a whole, or kNone.
  std::vector<std::size_t> said_in_;   // The last speech that a sentence gives to someone, or kNone.
  std::optional<std::size_t> last_speaker_;
};

// Without commas, stops and marks at either end.
std::optional<Span> Finder::trimmed(std::size_t first, std::size_t end) const {
  const auto is_mark = [this](std::size_t i) {
    const Word& word = document_.word(i);
    return !word.is_word() && word.kind == text::TokenKind::kPunctuation && word.folded != "(" && word.folded != ")" &&
           word.folded != "?" && word.folded != "!" && word.folded != "'s";
  };
  while (first < end && is_mark(first)) ++first;
  while (first < end && is_mark(end - 1)) --end;
  if (first >= end) return std::nullopt;
  Span span = document_.span_of(first, end);
  // A sentence's last word can look like an abbreviation and keep the stop.
  const Word& last = document_.word(end - 1);
  const bool stop = last.is_word() && !last.capitalised && last.folded.ends_with(".") &&
                    last.folded.find('.') + 1 == last.folded.size();
  if (stop && last.span.size_bytes() > 3) --span.end_bytes;
  return span;
}

// The first stretch that ends behind `word`.
std::size_t Finder::first_reaching(std::size_t word) const {
  const auto found = std::lower_bound(quoted_.begin(), quoted_.end(), word,
                                      [](const QuotedStretch& stretch, std::size_t at) { return stretch.end <= at; });
  return static_cast<std::size_t>(found - quoted_.begin());
}

void Finder::add(const Attribution& said, std::size_t sentence) {
  const std::size_t first_word = document_.sentences()[sentence].first_word;
  news::Quote quote;
  std::vector<std::size_t> whole;
  for (const WordRange& range : said.content) {
    bool direct = false;
    for (std::size_t i = first_reaching(range.first); i < quoted_.size() && quoted_[i].first < range.end; ++i) {
      const QuotedStretch& stretch = quoted_[i];
      if (taken_[i] && stretch.first >= first_word) return;  // Said already.
      taken_[i] = true;
      const bool alone = stretch.first <= range.first + 2 && stretch.end + 2 >= range.end;
      if (!alone) continue;
      direct = true;
      whole.push_back(i);
      if (const auto span = trimmed(stretch.first, stretch.end)) quote.content.push_back(*span);
    }
    if (direct) {
      quote.direct = true;
    } else if (const auto span = trimmed(range.first, range.end)) {
      quote.content.push_back(*span);
    }
  }
  if (quote.content.empty()) return;
  std::sort(quote.content.begin(), quote.content.end());
  quote.kind = said.kind;
  quote.cue.push_back(document_.span_of(said.cue.first, said.cue.end));
  if (!said.source.empty()) {
    quote.source.push_back(document_.span_of(said.source.first, said.source.end));
    if (said.certain) quote.speaker = speakers_.resolve(said.source, last_speaker_);
    if (said.kind == news::QuoteKind::kSpeech) last_speaker_ = quote.speaker;
  }
  for (const std::size_t i : whole) quote_of_[i] = article_.quotes.size();
  if (said.kind == news::QuoteKind::kSpeech) said_in_[sentence] = article_.quotes.size();
  article_.quotes.push_back(std::move(quote));
}

void Finder::attribute(std::size_t sentence) {
  const Sentence& here = document_.sentences()[sentence];
  const std::vector<Clause> clauses = find_clauses(document_, here.first_word, here.end_word, quoted_);
  const std::vector<Attribution> said = find_attributions(document_, here, quoted_, clauses);
  for (const Attribution& one : said) add(one, sentence);
  if (const auto announced = turns_.announced_by(sentence, clauses, quoted_)) add(*announced, sentence);
  for (const Attribution& one : find_attitudes(document_, here, quoted_, clauses, said)) add(one, sentence);
}

void Finder::append(std::size_t quote, const QuotedStretch& stretch) {
  const auto span = trimmed(stretch.first, stretch.end);
  if (!span) return;
  article_.quotes[quote].content.push_back(*span);
  article_.quotes[quote].direct = true;
}

// True when nothing but the quotation stands in its paragraph.
bool Finder::is_paragraph(const QuotedStretch& stretch) const {
  const std::vector<Sentence>& all = document_.sentences();
  const std::size_t first = document_.word(stretch.first).sentence;
  const std::size_t last = document_.word(stretch.end - 1).sentence;
  const bool opens = stretch.first > 0 && all[first].first_word + 1 == stretch.first &&
                     (first == 0 || all[first - 1].paragraph != stretch.paragraph);
  return opens && all[last].end_word <= stretch.end + 1 &&
         (last + 1 == all.size() || all[last + 1].paragraph != stretch.paragraph);
}

// More of the speech before: “One,” he said. “Two.”, a paragraph that goes on in the next, and: He said one. “Two.”
bool Finder::continued(std::size_t i) {
  const QuotedStretch& stretch = quoted_[i];
  const std::size_t sentence = document_.word(stretch.first).sentence;
  const bool opens_sentence = document_.sentences()[sentence].first_word + 1 >= stretch.first;
  const bool after =
      i > 0 && quote_of_[i - 1] != kNone && (stretch.continues || quoted_[i - 1].paragraph == stretch.paragraph);
  if (after && (opens_sentence || stretch.continues)) {
    quote_of_[i] = quote_of_[i - 1];
    append(quote_of_[i], stretch);
    return true;
  }
  // The sentence before gave speech to someone; of another paragraph only where that one closes with it and this one is
  // a quotation alone.
  if (!opens_sentence || sentence == 0 || said_in_[sentence - 1] == kNone) return false;
  const bool same = document_.sentences()[sentence - 1].paragraph == stretch.paragraph;
  if (!same && !is_paragraph(stretch)) return false;
  const auto span = trimmed(stretch.first, stretch.end);
  if (!span) return false;
  news::Quote quote;
  quote.content.push_back(*span);
  quote.direct = true;
  quote.source = article_.quotes[said_in_[sentence - 1]].source;  // Who speaks is likely, not certain: no speaker.
  quote_of_[i] = said_in_[sentence] = article_.quotes.size();
  article_.quotes.push_back(std::move(quote));
  return true;
}

// Stretches that no cue took: more of the same speech, a quotation alone, or words in marks that are no speech.
void Finder::continue_and_close() {
  for (std::size_t i = 0; i < quoted_.size(); ++i) {
    if (taken_[i]) continue;
    const QuotedStretch& stretch = quoted_[i];
    const std::size_t sentence = document_.word(stretch.first).sentence;
    if (const auto signed_by = turns_.signature_of(stretch)) {
      add(*signed_by, sentence);
      continue;
    }
    if (continued(i)) continue;
    const bool opens_sentence = document_.sentences()[sentence].first_word + 1 >= stretch.first;
    if (!opens_sentence || stretch.end - stretch.first < kShortQuote) continue;
    const auto span = trimmed(stretch.first, stretch.end);
    if (!span) continue;
    quote_of_[i] = article_.quotes.size();
    news::Quote quote;
    quote.content.push_back(*span);
    quote.direct = true;
    article_.quotes.push_back(std::move(quote));
  }
}

}  // namespace

void build_quotes(const Document& document, const Gazetteer& gazetteer, news::Article& article) {
  article.quotes.clear();
  Finder(document, gazetteer, article).run();
}

}  // namespace dateline::annotate
