// annotate/document.h -- an article's sentences and words, cut and folded once for everything that annotates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/lexicon.h"
#include "news/article.h"
#include "text/tokens.h"

namespace dateline::annotate {

using base::Span;

/// A token with what every rule asks about it.
struct Word {
  Span span;                ///< Of Article::text.
  std::string_view folded;  ///< As text::fold() gives it.
  WordClasses classes = 0;
  std::uint32_t sentence = 0;
  text::TokenKind kind = text::TokenKind::kWord;
  bool capitalised = false;
  bool all_caps = false;
  bool space_before = false;

  bool is(WordClasses any_of) const { return (classes & any_of) != 0; }
  bool is_word() const { return kind == text::TokenKind::kWord; }
};

/// A sentence and its words [first_word, end_word).
struct Sentence {
  Span span;
  std::size_t first_word = 0;
  std::size_t end_word = 0;
  std::size_t paragraph = 0;
  bool title_case = false;  ///< Nearly every word is capitalised, so that capitals say nothing.
};

/// Ownership: borrows the article's text and the lexicon. Threads: any, once built.
class Document {
 public:
  /// Fills article.sentences first, unless it has some.
  Document(news::Article& article, const Lexicon& lexicon);
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  std::string_view text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const Word& word(std::size_t index) const { return words_[index]; }

  /// The text from the first to the last of words [first, end), as one span. REQUIRES: first < end.
  Span span_of(std::size_t first, std::size_t end) const {
    return {words_[first].span.begin_bytes, words_[end - 1].span.end_bytes};
  }
  std::string_view text_of(std::size_t first, std::size_t end) const { return span_of(first, end).of(text_); }

  /// Index of the first word that begins at or after `offset_bytes`.
  std::size_t word_at(std::size_t offset_bytes) const;

 private:
  void cut_words(const Lexicon& lexicon, std::string_view language);
  void mark_title_case(Sentence& sentence) const;

  std::string_view text_;
  std::string folded_;  // All folded words, one after another; Word::folded points into it.
  std::vector<Word> words_;
  std::vector<Sentence> sentences_;
};

}  // namespace dateline::annotate
