// dump_name_features -- rows {"id", "text"} on standard input to candidate names with their features on standard
// output:
// {"id", "spans": [{"begin", "end", "features": [[group, value], …]}]}. For train_name_weights.py.
#include <iostream>
#include <string>

#include "annotate/document.h"
#include "annotate/name_features.h"
#include "annotate/name_spans.h"
#include "annotate/resources.h"
#include "base/json.h"
#include "base/utf8.h"

int main() {
  using namespace dateline;
  const annotate::Annotator::Resources resources;
  std::string line;
  while (std::getline(std::cin, line)) {
    auto row = base::parse_json(line);
    if (!row.ok() || !row->is_object()) continue;
    news::Article article;
    article.language = "en";
    article.text = std::string(base::find_string(row->as_object(), "text").value_or(""));
    article.sentences = {{0, article.text.size()}};
    const annotate::Document document(article, resources.lexicon);
    const base::CodePointOffsets offsets(article.text);
    base::JsonArray spans;
    for (const annotate::NameSpan& span : annotate::find_name_spans(document, resources.gazetteer)) {
      base::JsonArray features;
      for (const annotate::Feature& feature : annotate::name_features(document, resources.gazetteer, span)) {
        features.push_back(base::JsonArray{feature.group, feature.value});
      }
      const base::Span bytes = document.span_of(span.first, span.end);
      spans.push_back(base::JsonObject{{"begin", offsets.to_chars(bytes.begin_bytes)},
                                       {"end", offsets.to_chars(bytes.end_bytes)},
                                       {"features", std::move(features)}});
    }
    base::JsonObject out{{"id", base::Json(std::string(base::find_string(row->as_object(), "id").value_or("")))},
                         {"spans", std::move(spans)}};
    std::cout << base::to_text(base::Json(std::move(out))) << '\n';
  }
}
