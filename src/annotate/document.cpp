#include "annotate/document.h"

#include <algorithm>

#include "base/strings.h"
#include "text/sentences.h"
#include "text/words.h"

namespace dateline::annotate {
namespace {

void split_paragraph(news::Article& article, const Span& paragraph) {
  for (const Span& sentence : text::split_sentences(paragraph.of(article.text), article.language)) {
    article.sentences.push_back(
        {sentence.begin_bytes + paragraph.begin_bytes, sentence.end_bytes + paragraph.begin_bytes});
  }
}

void fill_sentences(news::Article& article) {
  if (!article.sentences.empty()) return;
  if (article.paragraphs.empty()) {
    split_paragraph(article, {0, article.text.size()});
    return;
  }
  for (const news::Paragraph& paragraph : article.paragraphs) split_paragraph(article, paragraph.span);
}

void append_folded(std::string_view token, std::string& out) {
  const bool ascii = std::all_of(token.begin(), token.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (!ascii) {
    out += text::fold(token);
    return;
  }
  for (const char c : token) out.push_back(base::to_ascii_lower(c));
}

}  // namespace

Document::Document(news::Article& article, const Lexicon& lexicon) {
  fill_sentences(article);
  text_ = article.text;
  std::size_t paragraph = 0;
  for (const Span& span : article.sentences) {
    while (paragraph + 1 < article.paragraphs.size() &&
           article.paragraphs[paragraph + 1].span.begin_bytes <= span.begin_bytes) {
      ++paragraph;
    }
    Sentence sentence;
    sentence.span = span;
    sentence.paragraph = paragraph;
    sentences_.push_back(sentence);
  }
  cut_words(lexicon, article.language);
}

void Document::cut_words(const Lexicon& lexicon, std::string_view language) {
  std::vector<std::size_t> folded_ends;
  for (std::size_t index = 0; index < sentences_.size(); ++index) {
    Sentence& sentence = sentences_[index];
    sentence.first_word = words_.size();
    for (const text::Token& token : text::tokenize(sentence.span.of(text_), language)) {
      Word word;
      word.span = {token.span.begin_bytes + sentence.span.begin_bytes,
                   token.span.end_bytes + sentence.span.begin_bytes};
      word.sentence = static_cast<std::uint32_t>(index);
      word.kind = token.kind;
      word.capitalised = token.capitalised;
      word.all_caps = token.all_caps;
      word.space_before = token.space_before;
      append_folded(word.span.of(text_), folded_);
      folded_ends.push_back(folded_.size());
      words_.push_back(word);
    }
    sentence.end_word = words_.size();
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i].folded = std::string_view(folded_).substr(begin, folded_ends[i] - begin);
    begin = folded_ends[i];
    if (!words_[i].is_word()) continue;
    words_[i].classes = lexicon.classes(words_[i].folded);
    if (words_[i].capitalised && lexicon.is_common(words_[i].folded)) words_[i].classes |= kCommonWord;
  }
  for (Sentence& sentence : sentences_) mark_title_case(sentence);
}

void Document::mark_title_case(Sentence& sentence) const {
  std::size_t capitals = 0;
  std::size_t lower = 0;
  for (std::size_t i = sentence.first_word; i < sentence.end_word; ++i) {
    const Word& word = words_[i];
    if (!word.is_word() || word.span.size_bytes() < 4) continue;
    ++(word.capitalised ? capitals : lower);
  }
  sentence.title_case = capitals >= 4 && capitals > 4 * lower;
}

std::size_t Document::word_at(std::size_t offset_bytes) const {
  const auto found = std::lower_bound(words_.begin(), words_.end(), offset_bytes,
                                      [](const Word& word, std::size_t at) { return word.span.begin_bytes < at; });
  return static_cast<std::size_t>(found - words_.begin());
}

}  // namespace dateline::annotate
