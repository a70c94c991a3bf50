#include "annotate/quotes.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "annotate/quote_cues.h"
#include "annotate/quote_marks.h"
#include "annotate/quote_sources.h"
#include "annotate/speakers.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kShortQuote = 4;  // Words; what stands in marks without a cue and is shorter is no speech.

class Finder {
 public:
  Finder(const Document& document, const Gazetteer& gazetteer, news::Article& article)
      : document_(document),
        speakers_(document, gazetteer, article),
        article_(article),
        quoted_(find_quoted(document)),
        taken_(quoted_.size(), false),
        quote_of_(quoted_.size(), kNone) {}

  void run() {
    for (const Sentence& sentence : document_.sentences()) attribute(sentence);
    continue_and_close();
    std::stable_sort(article_.quotes.begin(), article_.quotes.end(),
                     [](const news::Quote& a, const news::Quote& b) { return a.content.front() < b.content.front(); });
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void attribute(const Sentence& sentence);
  std::size_t first_reaching(std::size_t word) const;
  std::optional<Span> trimmed(std::size_t first, std::size_t end) const;
  void add(const Attribution& said, const Sentence& sentence);
  void continue_and_close();
  void append(std::size_t quote, const QuotedStretch& stretch);

  const Document& document_;
  Speakers speakers_;
  news::Article& article_;
  std::vector<QuotedStretch> quoted_;
  std::vector<bool> taken_;            // quoted_[i] is in a quote,
  std::vector<std::size_t> quote_of_;  // in this one as a whole, or kNone.
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

void Finder::add(const Attribution& said, const Sentence& sentence) {
  news::Quote quote;
  std::vector<std::size_t> whole;
  for (const WordRange& range : said.content) {
    bool direct = false;
    for (std::size_t i = first_reaching(range.first); i < quoted_.size() && quoted_[i].first < range.end; ++i) {
      const QuotedStretch& stretch = quoted_[i];
      if (taken_[i] && stretch.first >= sentence.first_word) return;  // Said already.
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
  quote.cue.push_back(document_.span_of(said.cue.first, said.cue.end));
  if (!said.source.empty()) {
    quote.source.push_back(document_.span_of(said.source.first, said.source.end));
    quote.speaker = speakers_.resolve(said.source, last_speaker_);
    last_speaker_ = quote.speaker;
  }
  for (const std::size_t i : whole) quote_of_[i] = article_.quotes.size();
  article_.quotes.push_back(std::move(quote));
}

void Finder::attribute(const Sentence& sentence) {
  for (const Attribution& said : find_attributions(document_, sentence, quoted_)) add(said, sentence);
}

void Finder::append(std::size_t quote, const QuotedStretch& stretch) {
  const auto span = trimmed(stretch.first, stretch.end);
  if (!span) return;
  article_.quotes[quote].content.push_back(*span);
  article_.quotes[quote].direct = true;
}

// Stretches that no cue took: more of the same speech, a quotation alone, or words in marks that are no speech.
void Finder::continue_and_close() {
  for (std::size_t i = 0; i < quoted_.size(); ++i) {
    if (taken_[i]) continue;
    const QuotedStretch& stretch = quoted_[i];
    const bool opens_sentence =
        document_.sentences()[document_.word(stretch.first).sentence].first_word + 1 >= stretch.first;
    const bool after =
        i > 0 && quote_of_[i - 1] != kNone && (stretch.continues || quoted_[i - 1].paragraph == stretch.paragraph);
    if (after && (opens_sentence || stretch.continues)) {
      quote_of_[i] = quote_of_[i - 1];
      append(quote_of_[i], stretch);
      continue;
    }
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
