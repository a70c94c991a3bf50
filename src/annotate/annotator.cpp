#include "annotate/annotator.h"

#include <optional>
#include <string_view>
#include <vector>

#include "annotate/calendar_times.h"
#include "annotate/dating.h"
#include "annotate/document.h"
#include "annotate/entities.h"
#include "annotate/names.h"
#include "annotate/quotes.h"
#include "annotate/resources.h"
#include "annotate/time_parser.h"
#include "annotate/times.h"
#include "text/language.h"

namespace dateline::annotate {
namespace {

// English has rules; a text too short to tell its language is taken for English.
std::vector<TimeExpression> times_of(const Document& document, std::string_view language, const CalendarWords& words) {
  const bool english = language.empty() || language == "und" || language.starts_with("en");
  return english ? find_times(document) : find_calendar_times(document, words.of(language));
}

}  // namespace

Annotator::Annotator() : resources_(std::make_unique<Resources>()) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

void Annotator::annotate(news::Article& article) const {
  if (article.language.empty()) article.language = text::detect_language(article.text);
  const Document document(article, resources_->lexicon);
  build_entities(document, find_names(document, resources_->gazetteer, resources_->names), article);
  build_times(document, times_of(document, article.language, resources_->calendar), article.published.day(), article);
  build_quotes(document, resources_->gazetteer, article);
}

void Annotator::date_articles(std::span<news::Article* const> group) const {
  std::vector<std::unique_ptr<Document>> documents;
  std::vector<std::vector<TimeExpression>> times;
  std::vector<DatingReport> reports;
  for (news::Article* article : group) {
    documents.push_back(std::make_unique<Document>(*article, resources_->lexicon));
    times.push_back(times_of(*documents.back(), article->language, resources_->calendar));
    reports.push_back({article->published.day(), find_day_clues(*documents.back(), times.back())});
  }
  const std::vector<std::optional<InferredDay>> inferred = infer_days(reports);
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!inferred[i]) continue;
    news::Published& published = group[i]->published;
    published.instant = base::Instant(inferred[i]->day);
    published.has_time_of_day = false;
    published.certainty = news::Certainty::kInferred;
    published.because = inferred[i]->because;
    build_times(*documents[i], times[i], inferred[i]->day, *group[i]);
  }
}

}  // namespace dateline::annotate
