#include "report_writer.h"

#include <utility>

#include "base/strings.h"

namespace dateline::bench {

ReportWriter::ReportWriter(news::Article& article) : article_(article) {
  for (std::size_t i = 0; i < article.entities.size(); ++i) entities_[article.entities[i].key] = i;
}

void ReportWriter::begin_paragraph() {
  if (!article_.text.empty()) article_.text += '\n';
  paragraph_begin_ = article_.text.size();
}

void ReportWriter::begin_sentence() {
  if (article_.text.size() > paragraph_begin_) article_.text += ' ';
  sentence_begin_ = article_.text.size();
  at_begin_ = true;
}

std::size_t ReportWriter::append(std::string_view word) {
  if (!at_begin_) article_.text += ' ';
  const std::size_t begin = article_.text.size();
  article_.text += word;
  if (at_begin_ && base::is_ascii_lower(word.front())) {
    article_.text[begin] = static_cast<char>(word.front() - 'a' + 'A');
  }
  at_begin_ = false;
  ++words_;
  return begin;
}

void ReportWriter::word(std::string_view word) {
  append(word);
}

void ReportWriter::name(const Name& name) {
  const auto [known, is_new] = entities_.try_emplace(name.key, article_.entities.size());
  if (is_new) {
    news::Entity& entity = article_.entities.emplace_back();
    entity.key = name.key;
    entity.type = name.type;
    entity.name = name.full;
  }
  const std::size_t begin = append(is_new ? name.full : name.again);
  article_.mentions.push_back({{begin, article_.text.size()}, known->second});
}

void ReportWriter::time(std::string_view words, std::string value) {
  const std::size_t begin = append(words);
  article_.times.push_back({{begin, article_.text.size()}, news::TimeType::kDate, std::move(value)});
}

void ReportWriter::end_sentence() {
  article_.text += '.';
  article_.sentences.push_back({sentence_begin_, article_.text.size()});
}

void ReportWriter::end_paragraph() {
  article_.paragraphs.push_back({{paragraph_begin_, article_.text.size()}, news::ParagraphKind::kParagraph});
}

}  // namespace dateline::bench
