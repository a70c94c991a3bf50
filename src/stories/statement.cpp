#include "stories/statement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "stories/concepts.h"
#include "stories/day_range.h"
#include "stories/event_words.h"
#include "stories/language_of.h"
#include "stories/rarity.h"
#include "stories/title_case.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

template <typename Item>
void sort_once(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

// Headlines that were left in the text end without such a mark.
bool ends_sentence(std::string_view token) {
  constexpr std::array<std::string_view, 4> kClosing = {"\"", "”", "“", "»"};
  return token.ends_with('.') || token.ends_with('!') || token.ends_with('?') ||
         std::find(kClosing.begin(), kClosing.end(), token) != kClosing.end();
}

// Reads one sentence after the other of one article.
class SentenceReader {
 public:
  explicit SentenceReader(const news::Article& article)
      : article_(article), text_(article.text), language_(language_of(article)), stemmer_(language_) {}

  Statement read(const news::SentenceRef& ref, const base::Span& span) {
    Statement statement;
    statement.ref = ref;
    statement.span = span;
    const std::string_view sentence = base::utf8_prefix(span.of(text_), kBytesOfSentence);
    const std::vector<text::Token> tokens = text::tokenize(sentence);
    const bool title = is_title_case(tokens);
    statement.title = !tokens.empty() && !ends_sentence(tokens.back().span.of(sentence));
    statement.nouns_have_capitals = language_ == "de";
    bool has_number = false;
    bool starts = true;
    for (const text::Token& token : tokens) {
      if (token.kind != text::TokenKind::kWord && token.kind != text::TokenKind::kNumber) continue;
      has_number = has_number || token.kind == text::TokenKind::kNumber || begins_number(token.span.of(sentence));
      const bool name = token.kind == text::TokenKind::kWord && token.capitalised && !starts && !title;
      starts = false;
      add_parts(statement, token.span.of(sentence), token.span.begin_bytes + span.begin_bytes, name);
    }
    drop_titles(statement);
    for (const PlacedWord& word : statement.words) {
      statement.keys.push_back(word.key);
      if (base::is_ascii_digit(text_[word.span.begin_bytes])) statement.numbers.push_back(word.key);
    }
    sort_once(statement.keys);
    sort_once(statement.numbers);
    if (has_number) statement.counts = counts_of(span);
    return statement;
  }

 private:
  // What the sentence at `span` counts. REQUIRES: spans come in order.
  std::vector<NumberSaid> counts_of(const base::Span& span) {
    while (next_time_ < article_.times.size() && article_.times[next_time_].span.end_bytes <= span.begin_bytes)
      ++next_time_;
    std::vector<base::Span> times;
    for (std::size_t i = next_time_; i < article_.times.size(); ++i) {
      const base::Span& time = article_.times[i].span;
      if (time.begin_bytes >= span.end_bytes) break;
      if (span.contains(time))
        times.push_back({time.begin_bytes - span.begin_bytes, time.end_bytes - span.begin_bytes});
    }
    std::vector<NumberSaid> counts =
        find_numbers(base::utf8_prefix(span.of(text_), kBytesOfSentence), language_, times);
    std::erase_if(counts, [](const NumberSaid& said) { return said.thing.empty(); });
    if (counts.size() > kMostCounts) counts.resize(kMostCounts);
    for (NumberSaid& said : counts) {
      for (base::Span* part : {&said.span, &said.thing_span}) {
        part->begin_bytes += span.begin_bytes;
        part->end_bytes += span.begin_bytes;
      }
    }
    return counts;
  }

  // Of a run of names the last words: "Russian Foreign Minister Sergei Lavrov" is as much as "Sergei Lavrov". Two
  // sentences in which ministers speak do not say the same for it.
  void drop_titles(Statement& statement) const {
    constexpr std::size_t kLastWords = 2;
    std::vector<PlacedWord>& words = statement.words;
    std::vector<PlacedWord> kept;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::size_t following = 0;
      while (following < kLastWords && i + following + 1 < words.size() && words[i + following].name &&
             words[i + following + 1].name && are_adjacent(words[i + following].span, words[i + following + 1].span)) {
        ++following;
      }
      if (following < kLastWords) kept.push_back(words[i]);
    }
    words = std::move(kept);
  }

  bool are_adjacent(const base::Span& a, const base::Span& b) const {
    return a.end_bytes + 1 == b.begin_bytes && text_[a.end_bytes] == ' ';
  }

  // "anti-piracy" as "anti" and "piracy", so that it meets "piracy"; "e-mail" and "T-shirt" as they are.
  void add_parts(Statement& statement, std::string_view word, std::size_t begin_bytes, bool name) {
    constexpr std::size_t kShortestPart = 3;
    for (std::size_t hyphen = word.find('-'); hyphen != std::string_view::npos; hyphen = word.find('-', hyphen)) {
      if (hyphen < kShortestPart || word.size() - hyphen - 1 < kShortestPart) break;
      add(statement, word.substr(0, hyphen), begin_bytes, name);
      word.remove_prefix(hyphen + 1);
      begin_bytes += hyphen + 1;
      hyphen = 0;
    }
    add(statement, word, begin_bytes, name);
  }

  void add(Statement& statement, std::string_view word, std::size_t begin_bytes, bool name) {
    std::string folded = text::fold(word);
    while (folded.size() > 1 && folded.back() == '.') folded.pop_back();
    if (folded.empty() || folded == "'s" || folded == "'" || text::is_stop_word(folded, language_)) return;
    const TermKey key = concept_key(folded, stemmer_.stem(folded));
    const bool says = tells_of_saying(folded);
    statement.says = statement.says || says;
    const float event = name ? 0 : event_share(folded, language_);
    statement.words.push_back({key, {begin_bytes, begin_bytes + word.size()}, name, event, says});
  }

  const news::Article& article_;
  std::string_view text_;
  std::string language_;
  text::Stemmer stemmer_;
  std::size_t next_time_ = 0;  // of the article, that may stand in the next sentence
};

// What the annotations tell of the statements of one article, from `first` on.
void add_annotations(const news::Article& article, std::span<Statement> statements) {
  const auto first_after = [&](std::size_t offset_bytes) {
    return std::partition_point(statements.begin(), statements.end(),
                                [&](const Statement& statement) { return statement.span.end_bytes <= offset_bytes; });
  };
  for (const news::Time& time : article.times) {
    const auto at = first_after(time.span.begin_bytes);
    if (at == statements.end() || !at->span.contains(time.span)) continue;
    if (time.type != news::TimeType::kDate && time.type != news::TimeType::kTime) continue;
    const auto range = day_range_of(time.value);
    if (range && range->first == range->last) at->days.push_back(range->first);
  }
  for (const news::Quote& quote : article.quotes) {
    if (!quote.direct) continue;
    for (const base::Span& part : quote.content) {
      for (auto at = first_after(part.begin_bytes); at != statements.end() && at->span.overlaps(part); ++at) {
        const std::size_t begin = std::max(at->span.begin_bytes, part.begin_bytes);
        const std::size_t end = std::min(at->span.end_bytes, part.end_bytes);
        at->quoted += static_cast<float>(end - begin) / static_cast<float>(at->span.size_bytes());
      }
    }
  }
  for (Statement& statement : statements) {
    sort_once(statement.days);
    statement.quoted = std::min(statement.quoted, 1.0F);
  }
}

}  // namespace

std::vector<bool> shown_sentences(const news::Article& article) {
  std::vector<bool> shown(article.sentences.size(), true);
  std::size_t at = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    while (at < article.paragraphs.size() && article.paragraphs[at].span.end_bytes <= article.sentences[i].begin_bytes)
      ++at;
    if (at == article.paragraphs.size()) break;
    const news::ParagraphKind kind = article.paragraphs[at].kind;
    shown[i] = kind != news::ParagraphKind::kSubhead && kind != news::ParagraphKind::kCaption;
  }
  return shown;
}

std::vector<Statement> read_statements(std::span<const news::Article* const> articles) {
  std::vector<Statement> statements;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const news::Article& article = *articles[a];
    const std::vector<bool> shown = shown_sentences(article);
    SentenceReader reader(article);
    const std::size_t first = statements.size();
    for (std::size_t s = 0; s < article.sentences.size(); ++s) {
      if (shown[s]) statements.push_back(reader.read({a, s}, article.sentences[s]));
    }
    add_annotations(article, std::span(statements).subspan(first));
  }
  return statements;
}

StoryWords::StoryWords(std::span<const Statement> statements) {
  for (const Statement& statement : statements) {
    for (const PlacedWord& word : statement.words) {
      Weights& weights = weights_[word.key];
      weights.name = weights.name || word.name;
    }
  }
  for (auto& [key, weights] : weights_)
    weights.usual = static_cast<float>(std::log(1 / (usual_short_share(key) + 0.0005)));
}

const StoryWords::Weights& StoryWords::of(TermKey key) const {
  static const Weights kNone;
  const auto found = weights_.find(key);
  return found != weights_.end() ? found->second : kNone;
}

}  // namespace dateline::stories
