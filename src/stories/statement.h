// stories/statement.h -- a sentence of a report, ready to be compared with the others of its story.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "news/article.h"
#include "news/story.h"
#include "stories/numbers.h"
#include "stories/term_key.h"

namespace dateline::stories {

/// A content word of a sentence. Words are compared by the beginning of their stem and by concept
/// (data/languages/en/news-concepts.txt): "negotiations" and "talks", "minister" and "ministerial" have one key.
struct PlacedWord {
  TermKey key = 0;
  base::Span span;    ///< Of Article::text.
  bool name = false;  ///< Capitalised where the writer had a choice.
  float event = 0;    ///< How much of its use tells of something that happens (event_words.h); 0 for names.
  bool says = false;  ///< tells_of_saying().
};

struct Statement {
  news::SentenceRef ref;
  base::Span span;                   ///< Of Article::text.
  std::vector<PlacedWord> words;     ///< In order.
  std::vector<TermKey> keys;         ///< Of `words`, sorted, each once.
  std::vector<TermKey> numbers;      ///< Keys of those in digits, sorted, each once.
  std::vector<base::Day> days;       ///< That its times name, sorted, each once.
  float quoted = 0;                  ///< Share of its bytes inside quotation marks, 0 to 1.
  bool says = false;                 ///< It tells who says something.
  bool title = false;                ///< Written as headlines are: no mark ends it.
  bool nouns_have_capitals = false;  ///< As in German: not all that PlacedWord::name marks are names.
  std::vector<NumberSaid> counts;    ///< What it counts, its first kMostCounts; no times. Spans are of Article::text.
};

/// The statements of `articles` that facts are made of: sentences of paragraphs, list items and quotations, article by
/// article. Of a very long report every sentence is there, with the words of its first kWordsLookedAt words.
std::vector<Statement> read_statements(std::span<const news::Article* const> articles);

inline constexpr std::size_t kBytesOfSentence = 4096;  ///< Looked at of one sentence.
inline constexpr std::size_t kMostCounts = 12;         ///< Numbers that are kept of one sentence.

/// The sentences that are shown: true at i when sentence i of `article` stands in a paragraph, list item or quotation.
std::vector<bool> shown_sentences(const news::Article& article);

/// How much words weigh inside one story.
class StoryWords {
 public:
  explicit StoryWords(std::span<const Statement> statements);

  /// Rare in the language. 0 for a key of no statement.
  float usual(TermKey key) const { return of(key).usual; }
  bool is_name(TermKey key) const { return of(key).name; }

 private:
  struct Weights {
    float usual = 0;
    bool name = false;
  };
  const Weights& of(TermKey key) const;

  std::unordered_map<TermKey, Weights> weights_;
};

}  // namespace dateline::stories
