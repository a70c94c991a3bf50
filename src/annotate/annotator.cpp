#include "annotate/annotator.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "annotate/calendar_times.h"
#include "annotate/dating.h"
#include "annotate/document.h"
#include "annotate/entities.h"
#include "annotate/names.h"
#include "annotate/plain_names.h"
#include "annotate/quotes.h"
#include "annotate/resources.h"
#include "annotate/time_parser.h"
#include "annotate/times.h"
#include "base/strings.h"
#include "text/dates.h"
#include "text/language.h"
#include "text/words.h"

namespace dateline::annotate {
namespace {

// An English sentence or two full of foreign names can be taken for the names' language; its small words tell.
bool reads_as_english(std::string_view text) {
  constexpr std::size_t kShortBytes = 600;
  if (text.size() > kShortBytes) return false;
  std::size_t words = 0;
  std::size_t english = 0;
  for (const std::string_view word : base::split_words(text)) {
    ++words;
    english += text::is_stop_word(text::fold(word), "en") ? 1 : 0;
  }
  return english * 4 >= words && english > 1;
}

// "en-GB" and "EN" are "en"; what is no subtag at all says nothing.
void settle_language(news::Article& article) {
  std::string& language = article.language;
  language.resize(std::min(language.size(), language.find_first_of("-_")));
  for (char& c : language) c = base::to_ascii_lower(c);
  const bool subtag = (language.size() == 2 || language.size() == 3) && language != "und" && language != "mul" &&
                      std::all_of(language.begin(), language.end(), base::is_ascii_lower);
  if (subtag) return;
  language = text::detect_language(article.text);
  if (language != "en" && reads_as_english(article.text)) language = "en";
}

// Dates in full, which need no other day to be understood.
void build_named_dates(const Document& document, news::Article& article) {
  article.times.clear();
  for (const Sentence& sentence : document.sentences()) {
    for (const text::NamedDate& date : text::find_named_dates(sentence.span.of(article.text), article.language)) {
      const std::string day = base::format_day(date.day);
      const std::size_t from = sentence.span.begin_bytes;
      const Span span = {from + date.span.begin_bytes, from + date.span.end_bytes};
      article.times.push_back({span, news::TimeType::kDate, date.whole_month ? day.substr(0, 7) : day});
    }
  }
}

std::vector<Span> spans_of(const std::vector<news::Time>& times) {
  std::vector<Span> spans;
  spans.reserve(times.size());
  for (const news::Time& time : times) spans.push_back(time.span);
  return spans;
}

}  // namespace

Annotator::Annotator() : resources_(std::make_unique<Resources>()) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

void Annotator::annotate(news::Article& article) const {
  settle_language(article);
  const Document document(article, resources_->lexicon_of(article.language));
  const EntityTables tables = {resources_->gazetteer, resources_->places, resources_->variants};
  if (!Resources::has_rules(article.language)) {
    const CalendarWords::Words& words = resources_->calendar.of(article.language);
    if (words.empty()) {
      build_named_dates(document, article);
    } else {
      build_times(document, find_calendar_times(document, words), article.published.day(), article);
    }
    const std::vector<Span> dates = spans_of(article.times);
    build_entities(document, find_plain_names(document, resources_->gazetteer, dates, article.language), tables,
                   article);
    article.quotes.clear();
    return;
  }
  build_entities(document, find_names(document, resources_->gazetteer, resources_->names), tables, article);
  build_times(document, find_times(document), article.published.day(), article);
  build_quotes(document, resources_->gazetteer, article);
}

void Annotator::date_articles(std::span<news::Article* const> group) const {
  const bool all_stated = std::all_of(
      group.begin(), group.end(), [](const news::Article* article) { return article->published.day().has_value(); });
  if (all_stated) return;
  std::vector<std::unique_ptr<Document>> documents;
  std::vector<std::vector<TimeExpression>> times;
  std::vector<DatingReport> reports;
  for (news::Article* article : group) {
    documents.push_back(std::make_unique<Document>(*article, resources_->lexicon_of(article->language)));
    const bool rules = Resources::has_rules(article->language);
    times.push_back(rules ? find_times(*documents.back())
                          : find_calendar_times(*documents.back(), resources_->calendar.of(article->language)));
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
    const bool in_full =
        !Resources::has_rules(group[i]->language) && resources_->calendar.of(group[i]->language).empty();
    if (!in_full) build_times(*documents[i], times[i], inferred[i]->day, *group[i]);
  }
}

}  // namespace dateline::annotate
