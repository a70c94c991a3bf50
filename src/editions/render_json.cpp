#include <set>

#include "base/clock.h"
#include "base/json.h"
#include "base/utf8.h"
#include "editions/brief_render.h"
#include "news/words.h"

namespace dateline::editions {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;

// One story on its way to JSON, with what turns its bytes into code points.
class StoryWriter {
 public:
  explicit StoryWriter(const StoryBrief& brief) : brief_(brief) {
    offsets_.reserve(brief.view->articles.size());
    for (const news::Article& article : brief.view->articles) offsets_.emplace_back(article.text);
  }

  JsonObject write() const {
    JsonObject story;
    story["id"] = brief_.view->story.id;
    story["headline"] = brief_.headline;
    story["day"] = brief_.day ? Json(base::format_day(*brief_.day)) : Json(nullptr);
    story["voices"] = std::set<std::size_t>(brief_.voices.begin(), brief_.voices.end()).size();
    story["reports"] = reports();
    JsonArray summary;
    for (const ShownSentence& one : brief_.summary) summary.push_back(sentence(one));
    story["summary"] = std::move(summary);
    story["facts"] = facts();
    story["quotes"] = quotes();
    JsonArray people;
    for (const ShownName& name : brief_.people) {
      people.push_back(JsonObject{{"name", name.name}, {"role", name.role}, {"mentions", name.mentions}});
    }
    story["people"] = std::move(people);
    story["organisations"] = names(brief_.organisations);
    story["places"] = names(brief_.places);
    story["timeline"] = timeline();
    story["together"] = together();
    story["earlier"] = related(true);
    story["later"] = related(false);
    return story;
  }

 private:
  const news::Article& article_of(const ShownSentence& sentence) const {
    return brief_.view->articles[sentence.article];
  }

  JsonArray reports() const {
    JsonArray reports;
    for (std::size_t i = 0; i < brief_.view->articles.size(); ++i) {
      const news::Article& article = brief_.view->articles[i];
      const news::Published& published = article.published;
      const auto moment = published.moment();
      JsonObject report;
      report["id"] = article.id;
      report["outlet"] = article.outlet.name.empty() ? article.outlet.domain : article.outlet.name;
      report["headline"] = article.headline;
      report["published"] = moment ? base::Json(base::format_moment(*moment)) : base::Json(nullptr);
      report["published_certainty"] = news::to_word(published.certainty);
      report["because"] = published.because;
      report["voice"] = brief_.voices[i] + 1;
      reports.push_back(std::move(report));
    }
    return reports;
  }

  JsonObject sentence(const ShownSentence& shown) const {
    const news::Article& article = article_of(shown);
    const base::CodePointOffsets& offsets = offsets_[shown.article];
    return {{"id", article.id},
            {"outlet", article.outlet.name.empty() ? article.outlet.domain : article.outlet.name},
            {"paragraph", shown.paragraph},
            {"begin", offsets.to_chars(shown.span.begin_bytes)},
            {"end", offsets.to_chars(shown.span.end_bytes)},
            {"text", shown.text}};
  }

  JsonObject fact(const ShownFact& shown) const {
    JsonObject fact;
    fact["kind"] = news::to_word(shown.kind);
    fact["repeated"] = shown.repeated;
    fact["voices"] = count_voices(brief_.voices, shown.sentences);
    if (!shown.differences.empty()) {
      fact["what"] = shown.differences.front().what;
      JsonArray differences;
      for (const ShownFact::Difference& difference : shown.differences) {
        JsonArray sides;
        for (const ShownFact::Side& side : difference.sides) {
          JsonObject row = sentence(side.sentence);
          row["said"] = side.said;
          sides.push_back(std::move(row));
        }
        differences.push_back(
            JsonObject{{"what", difference.what}, {"compatible", difference.compatible}, {"sides", std::move(sides)}});
      }
      fact["differences"] = std::move(differences);
    }
    JsonArray sentences;
    for (const ShownSentence& one : shown.sentences) sentences.push_back(sentence(one));
    fact["sentences"] = std::move(sentences);
    return fact;
  }

  JsonArray facts() const {
    JsonArray facts;
    for (const auto* group : {&brief_.shared, &brief_.differing, &brief_.single}) {
      for (const ShownFact& one : *group) facts.push_back(fact(one));
    }
    return facts;
  }

  JsonArray quotes() const {
    JsonArray quotes;
    for (const ShownQuote& quote : brief_.quotes) {
      const auto put = [&](const ShownSentence& where) {
        quotes.push_back(JsonObject{{"speaker", quote.speaker},
                                    {"role", quote.role},
                                    {"text", where.text},
                                    {"id", article_of(where).id},
                                    {"paragraph", where.paragraph}});
      };
      put(quote.where);
      for (const ShownSentence& other : quote.also) put(other);
    }
    return quotes;
  }

  static JsonArray names(const std::vector<ShownName>& names) {
    JsonArray rows;
    for (const ShownName& name : names) rows.push_back(JsonObject{{"name", name.name}, {"mentions", name.mentions}});
    return rows;
  }

  JsonArray timeline() const {
    JsonArray rows;
    for (const TimelineEntry& entry : brief_.timeline) {
      JsonArray sentences;
      for (const ShownSentence& one : entry.sentences) sentences.push_back(sentence(one));
      rows.push_back(JsonObject{{"value", entry.value},
                                {"first", base::format_day(entry.first)},
                                {"last", base::format_day(entry.last)},
                                {"when", to_word(entry.when)},
                                {"text", entry.where.text},
                                {"expression", entry.expression.empty() ? Json(nullptr) : Json(entry.expression)},
                                {"id", article_of(entry.where).id},
                                {"paragraph", entry.where.paragraph},
                                {"reports", entry.report_count()},
                                {"voices", entry.voices},
                                {"sentences", std::move(sentences)}});
    }
    return rows;
  }

  static const char* to_word(TimelineEntry::When when) {
    return when == TimelineEntry::When::kNow ? "now" : when == TimelineEntry::When::kPlanned ? "planned" : "past";
  }

  JsonArray together() const {
    JsonArray rows;
    for (const Company::Tie& tie : brief_.company.ties) {
      rows.push_back(
          JsonObject{{"names", JsonArray{brief_.company.names[tie.a].name, brief_.company.names[tie.b].name}},
                     {"sentences", tie.sentences},
                     {"reports", tie.reports},
                     {"voices", tie.voices}});
    }
    return rows;
  }

  JsonArray related(bool earlier) const {
    JsonArray rows;
    for (const RelatedStory& other : brief_.view->related) {
      if (other.earlier != earlier) continue;
      const RelatedStory::Because& because = other.because;
      rows.push_back(JsonObject{{"id", other.id},
                                {"headline", other.headline},
                                {"day", other.day ? Json(base::format_day(*other.day)) : Json(nullptr)},
                                {"because", JsonObject{{"id", because.id},
                                                       {"outlet", news::outlet_label(because.outlet)},
                                                       {"paragraph", because.paragraph},
                                                       {"text", because.text}}}});
    }
    return rows;
  }

  const StoryBrief& brief_;
  std::vector<base::CodePointOffsets> offsets_;  // One for each article.
};

}  // namespace

boost::json::object render_json(std::span<const StoryBrief> briefs) {
  JsonArray stories;
  for (const StoryBrief& brief : briefs) stories.push_back(StoryWriter(brief).write());
  JsonObject out;
  out["stories"] = std::move(stories);
  return out;
}

}  // namespace dateline::editions
