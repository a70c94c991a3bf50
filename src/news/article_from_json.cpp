// The way in of article_json.h: rows come from outside, so every member is checked.
#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>

#include "base/json.h"
#include "base/utf8.h"
#include "news/article_json.h"
#include "news/words.h"

namespace dateline::news {
namespace {

using base::CodePointOffsets;
using base::Error;
using base::ErrorCode;
using base::Json;
using base::JsonArray;
using base::JsonObject;
using base::Result;

Error wrong(std::string_view member, std::string_view reason) {
  return Error{ErrorCode::kInvalid, fmt::format("\"{}\" {}", member, reason)};
}

// Absent and null leave `out` as it is.
Result<void> read_string(const JsonObject& row, std::string_view member, std::string& out) {
  const Json* value = base::find(row, member);
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_string()) return wrong(member, "is not a string");
  out = base::as_view(value->get_string());
  return {};
}

Result<void> read_strings(const JsonObject& row, std::string_view member, std::vector<std::string>& out) {
  const Json* value = base::find(row, member);
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_array()) return wrong(member, "is not a list");
  for (const Json& element : value->get_array()) {
    if (!element.is_string()) return wrong(member, "is not a list of strings");
    out.emplace_back(base::as_view(element.get_string()));
  }
  return {};
}

Result<void> read_id(const JsonObject& row, Article& article) {
  const Json* id = base::find(row, "id");
  if (id == nullptr) return wrong("id", "is missing");
  if (const auto number = base::as_integer(*id)) {
    article.id = std::to_string(*number);
    return {};
  }
  return read_string(row, "id", article.id);
}

Result<void> read_published(const JsonObject& row, Article& article) {
  std::string written;
  std::string_view member = "published";
  DATELINE_CHECKED(read_string(row, member, written));
  if (written.empty()) {
    member = "dct";
    DATELINE_CHECKED(read_string(row, member, written));
  }
  if (written.empty()) return {};
  const auto moment = base::parse_moment(written);
  if (!moment) return wrong(member, fmt::format("is no ISO 8601 date: '{}'", base::utf8_prefix(written, 40)));
  article.published = stated(*moment);
  // A day that was inferred once does not become a stated one by being passed on.
  if (base::find_string(row, "published_certainty") == to_word(Certainty::kInferred)) {
    article.published.certainty = Certainty::kInferred;
    return read_string(row, "published_because", article.published.because);
  }
  return {};
}

Result<void> read_head(const JsonObject& row, Article& article) {
  DATELINE_CHECKED(read_id(row, article));
  DATELINE_CHECKED(read_string(row, "uri", article.uri));
  DATELINE_CHECKED(read_string(row, "outlet", article.outlet.name));
  DATELINE_CHECKED(read_string(row, "outlet_domain", article.outlet.domain));
  DATELINE_CHECKED(read_string(row, "headline", article.headline));
  DATELINE_CHECKED(read_string(row, "byline", article.byline));
  DATELINE_CHECKED(read_strings(row, "authors", article.authors));
  DATELINE_CHECKED(read_string(row, "dateline", article.dateline));
  DATELINE_CHECKED(read_published(row, article));
  std::string modified;
  DATELINE_CHECKED(read_string(row, "modified", modified));
  if (!modified.empty()) {
    article.modified = base::parse_moment(modified);
    if (!article.modified) return wrong("modified", "is no ISO 8601 date");
  }
  DATELINE_CHECKED(read_string(row, "language", article.language));
  DATELINE_CHECKED(read_string(row, "section", article.section));
  DATELINE_CHECKED(read_strings(row, "keywords", article.keywords));
  DATELINE_CHECKED(read_string(row, "image", article.image));
  DATELINE_CHECKED(read_string(row, "rights", article.rights));
  article.paywalled = base::find_bool(row, "paywalled").value_or(false);
  return read_strings(row, "dropped", article.dropped);
}

Result<void> read_paragraphs(const JsonObject& row, Article& article) {
  std::vector<std::string> blocks;
  std::vector<std::string> kinds;
  DATELINE_CHECKED(read_strings(row, "paragraphs", blocks));
  DATELINE_CHECKED(read_strings(row, "kinds", kinds));
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto kind = i < kinds.size() ? paragraph_kind_from(kinds[i]) : ParagraphKind::kParagraph;
    if (!kind) return wrong("kinds", fmt::format("has an unknown word: '{}'", base::utf8_prefix(kinds[i], 40)));
    article.append_paragraph(blocks[i], *kind);
  }
  return {};
}

// A text that stands alone stays untouched; its non-empty lines are the paragraphs.
Result<void> read_text(const JsonObject& row, Article& article) {
  DATELINE_CHECKED(read_string(row, "text", article.text));
  for (std::size_t begin = 0; begin < article.text.size();) {
    std::size_t end = article.text.find('\n', begin);
    if (end == std::string::npos) end = article.text.size();
    std::size_t last = end;
    while (last > begin && article.text[last - 1] == '\r') --last;
    if (last > begin) article.paragraphs.push_back({{begin, last}, ParagraphKind::kParagraph});
    begin = end + 1;
  }
  return {};
}

// The texts of "sentences": [{"text": …}]; nothing when the member is absent.
Result<std::vector<std::string_view>> sentence_texts(const JsonObject& row) {
  std::vector<std::string_view> texts;
  const Json* value = base::find(row, "sentences");
  if (value == nullptr || value->is_null()) return texts;
  if (!value->is_array()) return wrong("sentences", "is not a list");
  for (const Json& element : value->get_array()) {
    const JsonObject* sentence = element.if_object();
    const auto text = sentence != nullptr ? base::find_string(*sentence, "text") : std::nullopt;
    if (!text) return wrong("sentences", "is not a list of objects with \"text\"");
    texts.push_back(*text);
  }
  return texts;
}

void read_sentences(const std::vector<std::string_view>& texts, Article& article) {
  if (article.text.empty()) {
    for (const std::string_view text : texts) article.append_paragraph(text, ParagraphKind::kParagraph);
    for (const Paragraph& paragraph : article.paragraphs) article.sentences.push_back(paragraph.span);
    return;
  }
  std::size_t from = 0;
  for (const std::string_view text : texts) {
    const std::size_t at = article.text.find(text, from);
    if (at == std::string::npos) {
      article.sentences.clear();
      return;
    }
    from = at + text.size();
    article.sentences.push_back({at, from});
  }
}

// A pair of code-point offsets as a span of the text.
std::optional<Span> read_span(std::optional<std::int64_t> begin, std::optional<std::int64_t> end,
                              const CodePointOffsets& offsets, std::size_t length_chars) {
  if (!begin || !end || *begin < 0 || *end < *begin || static_cast<std::size_t>(*end) > length_chars) {
    return std::nullopt;
  }
  return Span{offsets.to_bytes(static_cast<std::size_t>(*begin)), offsets.to_bytes(static_cast<std::size_t>(*end))};
}

/// Reads the answers of a row against its text.
class AnswerReader {
 public:
  AnswerReader(const JsonObject& row, Article& article)
      : row_(row), article_(article), offsets_(article.text), length_chars_(base::count_code_points(article.text)) {}

  Result<void> read() {
    DATELINE_CHECKED(read_entities());
    DATELINE_CHECKED(read_places());
    DATELINE_CHECKED(read_times());
    DATELINE_CHECKED(read_quotes());
    if (const auto word = base::find_string(row_, "published_certainty")) {
      const auto certainty = certainty_from(*word);
      if (!certainty) return wrong("published_certainty", "has an unknown word");
      article_.published.certainty = *certainty;
    }
    return read_string(row_, "published_because", article_.published.because);
  }

 private:
  std::optional<Span> span_of(const JsonObject& object) const {
    return read_span(base::find_integer(object, "begin"), base::find_integer(object, "end"), offsets_, length_chars_);
  }

  Result<void> read_entities() {
    const JsonArray* list = base::find_array(row_, "entities");
    if (list == nullptr) return {};
    for (const Json& element : *list) {
      const JsonObject* object = element.if_object();
      const auto span = object != nullptr ? span_of(*object) : std::nullopt;
      if (!span) return wrong("entities", "has an offset outside the text");
      const auto type = entity_type_from(base::find_string(*object, "type").value_or(""));
      if (!type) return wrong("entities", "has an unknown type");
      const std::string key(base::find_string(*object, "entity").value_or(""));
      const auto [known, is_new] = entity_by_key_.try_emplace(key, article_.entities.size());
      if (is_new) {
        article_.entities.push_back({key, *type, std::string(base::find_string(*object, "name").value_or("")),
                                     std::string(base::find_string(*object, "role").value_or("")),
                                     std::string(base::find_string(*object, "of").value_or("")), std::nullopt});
      }
      article_.mentions.push_back({*span, known->second});
    }
    return {};
  }

  // Places of keys that no mention has are passed over.
  Result<void> read_places() {
    const JsonArray* list = base::find_array(row_, "places");
    if (list == nullptr) return {};
    for (const Json& element : *list) {
      const JsonObject* object = element.if_object();
      if (object == nullptr) return wrong("places", "is not a list of objects");
      const auto latitude = base::find_number(*object, "latitude");
      const auto longitude = base::find_number(*object, "longitude");
      if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) {
        return wrong("places", "has a place that is not on earth");
      }
      const auto known = entity_by_key_.find(base::find_string(*object, "entity").value_or(""));
      if (known == entity_by_key_.end()) continue;
      article_.entities[known->second].location = {*latitude, *longitude,
                                                   std::string(base::find_string(*object, "country").value_or(""))};
    }
    return {};
  }

  Result<void> read_times() {
    const JsonArray* list = base::find_array(row_, "times");
    if (list == nullptr) return {};
    for (const Json& element : *list) {
      const JsonObject* object = element.if_object();
      const auto span = object != nullptr ? span_of(*object) : std::nullopt;
      if (!span) return wrong("times", "has an offset outside the text");
      const auto type = time_type_from(base::find_string(*object, "type").value_or(""));
      if (!type) return wrong("times", "has an unknown type");
      article_.times.push_back({*span, *type, std::string(base::find_string(*object, "value").value_or(""))});
    }
    return {};
  }

  Result<void> read_parts(const JsonObject& object, std::string_view member, std::vector<Span>& out) const {
    const JsonArray* list = base::find_array(object, member);
    if (list == nullptr) return {};
    for (const Json& element : *list) {
      const JsonArray* pair = element.if_array();
      if (pair == nullptr || pair->size() != 2) return wrong("quotes", "has a part that is no pair of offsets");
      const auto span = read_span(base::as_integer((*pair)[0]), base::as_integer((*pair)[1]), offsets_, length_chars_);
      if (!span) return wrong("quotes", "has an offset outside the text");
      out.push_back(*span);
    }
    return {};
  }

  Result<void> read_quotes() {
    const JsonArray* list = base::find_array(row_, "quotes");
    if (list == nullptr) return {};
    for (const Json& element : *list) {
      const JsonObject* object = element.if_object();
      if (object == nullptr) return wrong("quotes", "is not a list of objects");
      Quote quote;
      DATELINE_CHECKED(read_parts(*object, "content", quote.content));
      DATELINE_CHECKED(read_parts(*object, "cue", quote.cue));
      DATELINE_CHECKED(read_parts(*object, "source", quote.source));
      if (quote.content.empty()) return wrong("quotes", "has a quote without content");
      quote.direct = base::find_bool(*object, "direct").value_or(false);
      if (base::find_string(*object, "kind") == "attitude") quote.kind = QuoteKind::kAttitude;
      if (const auto key = base::find_string(*object, "speaker")) {
        if (const auto known = entity_by_key_.find(*key); known != entity_by_key_.end()) quote.speaker = known->second;
      }
      article_.quotes.push_back(std::move(quote));
    }
    return {};
  }

  const JsonObject& row_;
  Article& article_;
  CodePointOffsets offsets_;
  std::size_t length_chars_;
  std::map<std::string, std::size_t, std::less<>> entity_by_key_;
};

}  // namespace

Result<Article> article_from_json(const JsonObject& row, ArticleParts parts) {
  Article article;
  DATELINE_CHECKED(read_head(row, article));
  DATELINE_CHECKED(read_paragraphs(row, article));
  if (article.paragraphs.empty()) DATELINE_CHECKED(read_text(row, article));
  DATELINE_TRY(const auto sentences, sentence_texts(row));
  read_sentences(sentences, article);
  if (parts == ArticleParts::kAll) DATELINE_CHECKED(AnswerReader(row, article).read());
  return article;
}

}  // namespace dateline::news
