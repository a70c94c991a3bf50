#include "news/article_json.h"

#include "base/json.h"
#include "base/utf8.h"
#include "news/words.h"

namespace dateline::news {
namespace {

using base::CodePointOffsets;
using base::Json;
using base::JsonArray;
using base::JsonObject;

Json json_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

JsonArray json_list(const std::vector<std::string>& texts) {
  JsonArray list;
  list.reserve(texts.size());
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

JsonArray json_spans(const std::vector<Span>& spans, const CodePointOffsets& offsets) {
  JsonArray list;
  for (const Span& span : spans) {
    list.push_back(JsonArray{offsets.to_chars(span.begin_bytes), offsets.to_chars(span.end_bytes)});
  }
  return list;
}

Json json_moment(const std::optional<base::Moment>& moment) {
  return moment ? Json(base::format_moment(*moment)) : Json(nullptr);
}

JsonArray json_entities(const Article& article, const CodePointOffsets& offsets) {
  JsonArray list;
  list.reserve(article.mentions.size());
  for (const Mention& mention : article.mentions) {
    const Entity& entity = article.entities[mention.entity];
    JsonObject row{{"begin", offsets.to_chars(mention.span.begin_bytes)},
                   {"end", offsets.to_chars(mention.span.end_bytes)},
                   {"type", to_word(entity.type)},
                   {"entity", entity.key},
                   {"name", entity.name}};
    if (!entity.role.empty()) row["role"] = entity.role;
    if (!entity.of.empty()) row["of"] = entity.of;
    list.push_back(std::move(row));
  }
  return list;
}

JsonArray json_places(const Article& article) {
  JsonArray list;
  for (const Entity& entity : article.entities) {
    if (!entity.location) continue;
    list.push_back(JsonObject{{"entity", entity.key},
                              {"latitude", entity.location->latitude_degrees},
                              {"longitude", entity.location->longitude_degrees},
                              {"country", json_or_null(entity.location->country)}});
  }
  return list;
}

JsonArray json_times(const Article& article, const CodePointOffsets& offsets) {
  JsonArray list;
  list.reserve(article.times.size());
  for (const Time& time : article.times) {
    list.push_back(JsonObject{{"begin", offsets.to_chars(time.span.begin_bytes)},
                              {"end", offsets.to_chars(time.span.end_bytes)},
                              {"type", to_word(time.type)},
                              {"value", time.value}});
  }
  return list;
}

JsonArray json_quotes(const Article& article, const CodePointOffsets& offsets) {
  JsonArray list;
  list.reserve(article.quotes.size());
  for (const Quote& quote : article.quotes) {
    list.push_back(JsonObject{{"content", json_spans(quote.content, offsets)},
                              {"cue", json_spans(quote.cue, offsets)},
                              {"source", json_spans(quote.source, offsets)},
                              {"speaker", quote.speaker ? Json(article.entities[*quote.speaker].key) : Json(nullptr)},
                              {"direct", quote.direct},
                              {"kind", quote.kind == QuoteKind::kAttitude ? "attitude" : "speech"}});
  }
  return list;
}

JsonArray json_sentences(const Article& article, const CodePointOffsets& offsets) {
  JsonArray list;
  list.reserve(article.sentences.size());
  for (const Span& span : article.sentences) {
    list.push_back(JsonObject{{"begin", offsets.to_chars(span.begin_bytes)},
                              {"end", offsets.to_chars(span.end_bytes)},
                              {"text", std::string(span.of(article.text))}});
  }
  return list;
}

void write_published(const Article& article, JsonObject& row) {
  row["published"] = json_moment(article.published.moment());
  row["published_certainty"] = to_word(article.published.certainty);
  if (!article.published.because.empty()) row["published_because"] = article.published.because;
}

}  // namespace

JsonObject to_json(const Article& article, ArticleParts parts) {
  JsonArray paragraphs;
  JsonArray kinds;
  for (const Paragraph& paragraph : article.paragraphs) {
    paragraphs.emplace_back(std::string(paragraph.span.of(article.text)));
    kinds.emplace_back(to_word(paragraph.kind));
  }
  JsonObject row{{"id", article.id},
                 {"uri", json_or_null(article.uri)},
                 {"outlet", json_or_null(article.outlet.name)},
                 {"outlet_domain", json_or_null(article.outlet.domain)},
                 {"headline", json_or_null(article.headline)},
                 {"byline", json_or_null(article.byline)},
                 {"authors", json_list(article.authors)},
                 {"dateline", json_or_null(article.dateline)}};
  write_published(article, row);
  row["modified"] = json_moment(article.modified);
  row["language"] = json_or_null(article.language);
  row["section"] = json_or_null(article.section);
  row["keywords"] = json_list(article.keywords);
  row["image"] = json_or_null(article.image);
  row["rights"] = json_or_null(article.rights);
  row["paywalled"] = article.paywalled;
  row["paragraphs"] = std::move(paragraphs);
  row["kinds"] = std::move(kinds);
  row["dropped"] = json_list(article.dropped);
  row["text"] = article.text;
  if (parts == ArticleParts::kAll) {
    const CodePointOffsets offsets(article.text);
    row["sentences"] = json_sentences(article, offsets);
    row["entities"] = json_entities(article, offsets);
    row["places"] = json_places(article);
    row["times"] = json_times(article, offsets);
    row["quotes"] = json_quotes(article, offsets);
  }
  return row;
}

void write_annotations(const Article& article, JsonObject& row) {
  const CodePointOffsets offsets(article.text);
  write_published(article, row);
  row["language"] = json_or_null(article.language);
  if (base::find_array(row, "sentences") == nullptr) row["sentences"] = json_sentences(article, offsets);
  row["entities"] = json_entities(article, offsets);
  row["places"] = json_places(article);
  row["times"] = json_times(article, offsets);
  row["quotes"] = json_quotes(article, offsets);
}

}  // namespace dateline::news
