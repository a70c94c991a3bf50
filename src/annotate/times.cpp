#include "annotate/times.h"

namespace dateline::annotate {

void build_times(const Document& document, const std::vector<TimeExpression>& expressions, std::optional<base::Day> day,
                 news::Article& article) {
  article.times.clear();
  for (const TimeExpression& said : expressions) {
    article.times.push_back({document.span_of(said.first, said.end), said.type, timex_value(said, day)});
  }
}

}  // namespace dateline::annotate
