#include "editions/story_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/counted.h"
#include "base/embedded.h"
#include "base/strings.h"
#include "editions/calendar_value.h"
#include "editions/story_parts.h"

DATELINE_EMBEDDED(base_css, base_css)
DATELINE_EMBEDDED(mark_html, mark_html)
DATELINE_EMBEDDED(mark_still_html, mark_still_html)
DATELINE_EMBEDDED(marks_html, marks_html)
DATELINE_EMBEDDED(story_body_html, story_body_html)
DATELINE_EMBEDDED(story_parts_html, story_parts_html)
DATELINE_EMBEDDED(story_fact_html, story_fact_html)
DATELINE_EMBEDDED(story_aside_html, story_aside_html)
DATELINE_EMBEDDED(story_time_html, story_time_html)
DATELINE_EMBEDDED(story_name_html, story_name_html)
DATELINE_EMBEDDED(story_outlet_html, story_outlet_html)
DATELINE_EMBEDDED(report_text_html, report_text_html)

namespace dateline::editions {
namespace {

constexpr std::size_t kMostBylines = 4;
constexpr std::size_t kMostOutlets = 8;  // More would push the first statement off a phone.
constexpr std::size_t kMostMarks = 9;    // Three rows in the narrowest column.

void fill_outlets(const MarkedBrief& marked, const PageLinks& links, Values values) {
  const auto& articles = marked.brief->view->articles;
  const std::size_t at_once = articles.size() <= kMostOutlets + 2 ? articles.size() : kMostOutlets;
  if (at_once < articles.size()) values.set_if("MORE_OUTLETS", std::to_string(articles.size() - at_once));
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const news::Article& article = articles[i];
    Values row = values.include(i < at_once ? "OUTLET_ROW" : "FURTHER_ROW", "story_outlet.html");
    add_mark(mark_of_report(marked, links, i), "MARK", row);
    row.set("REPORT_URL", links.report(i));
    row.set("OUTLET", marked.marks[i].outlet);
    if (articles.size() <= kMostBylines) row.set_if("BYLINE", article.byline);
    // A day of its own is worth telling, and the time where one outlet reports twice.
    const bool again = marked.marks[i].tag != marked.marks[i].mark.letters;
    if (const auto day = article.published.day(); day && (again || day != marked.brief->day)) {
      row.set("OWN_DAY_ISO", base::format_day(*day));
      news::Published shown = article.published;
      shown.has_time_of_day = shown.has_time_of_day && again;
      row.set_if("OWN_DAY", published_in_words(shown));
    }
    if (article.published.certainty == news::Certainty::kInferred) row.set_if("BECAUSE", article.published.because);
  }
}

// The headline is a report's own, or one of its sentences.
std::string language_of_headline(const StoryBrief& brief) {
  const auto& articles = brief.view->articles;
  const auto own = std::find_if(articles.begin(), articles.end(),
                                [&](const news::Article& article) { return article.headline == brief.headline; });
  if (own != articles.end()) return own->language;
  return articles.empty() ? "" : articles.front().language;
}

void fill_shared_texts(const MarkedBrief& marked, Values values) {
  for (const std::vector<std::size_t>& reports : shared_texts(marked)) {
    const bool by_many = reports.size() > kMostMarks;
    Values text = values.add(by_many ? "SHARED_BY_MANY" : "SHARED_TEXT");
    if (by_many) text.set("OUTLETS", base::counted(reports.size(), "outlet"));
    for (const std::size_t report : reports) {
      add_still_mark(marked.marks[report].mark, marked.marks[report].outlet, "SHARED_MARK", text);
    }
    text.set("SHARED_NOTE", kShareOneText);
  }
}

}  // namespace

void add_story_templates(Templates& templates) {
  templates.add("mark.html", mark_html());
  templates.add("mark_still.html", mark_still_html());
  templates.add("marks.html", marks_html());
  templates.add("story_body.html", story_body_html());
  templates.add("story_parts.html", story_parts_html());
  templates.add("story_fact.html", story_fact_html());
  templates.add("story_aside.html", story_aside_html());
  templates.add("story_time.html", story_time_html());
  templates.add("story_name.html", story_name_html());
  templates.add("story_outlet.html", story_outlet_html());
  templates.add("report_text.html", report_text_html());
}

std::string style_sheet() {
  std::string css(base_css());
  for (std::size_t i = 0; i < mark_palette().size(); ++i) {
    css += fmt::format(".k{} {{ background: {}; fill: {}; }}\n", i, mark_palette()[i], mark_palette()[i]);
  }
  return css;
}

MarkLink mark_of_sentence(const MarkedBrief& marked, const PageLinks& links, const ShownSentence& sentence) {
  const ReportMark& mark = marked.marks[sentence.article];
  const std::string number = std::to_string(sentence.paragraph);
  // "Bl2" is an outlet's second report in the story.
  const std::string nth = mark.tag.substr(mark.mark.letters.size());
  const std::string report = nth.empty() ? "" : ", report " + nth;
  return {mark.mark, mark.outlet + report + ", paragraph " + number, number, links.paragraph(sentence)};
}

MarkLink mark_of_report(const MarkedBrief& marked, const PageLinks& links, std::size_t article) {
  const ReportMark& mark = marked.marks[article];
  return {mark.mark, "Report of " + mark.outlet, "", links.report(article)};
}

const std::string& language_of(const MarkedBrief& marked, const ShownSentence& sentence) {
  return marked.brief->view->articles[sentence.article].language;
}

void add_mark(const MarkLink& link, std::string_view slot, Values values) {
  Values out = values.include(slot, "mark.html");
  out.set("URL", link.url);
  out.set("LABEL", link.label);
  out.set("HUE", link.mark.hue);
  out.set("LETTERS", link.mark.letters);
  out.set_if("PLACE", link.place);
}

void add_marks(const std::vector<MarkLink>& links, Values values) {
  Values out = values.include("MARKS", "marks.html");
  // A step further for one or two is a step too many.
  const std::size_t shown = links.size() <= kMostMarks + 2 ? links.size() : kMostMarks;
  for (std::size_t i = 0; i < links.size(); ++i) add_mark(links[i], i < shown ? "MARK" : "MORE_MARK", out);
  if (shown < links.size()) out.set_if("MORE_MARKS", std::to_string(links.size() - shown));
}

std::vector<MarkLink> marks_of_sentences(const MarkedBrief& marked, const PageLinks& links,
                                         const std::vector<const ShownSentence*>& sentences) {
  std::vector<const ShownSentence*> order = sentences;
  if (order.size() > kMostMarks) {
    std::set<std::size_t> heard;
    std::stable_partition(order.begin(), order.end(), [&](const ShownSentence* sentence) {
      return heard.insert(marked.brief->voices[sentence->article]).second;
    });
  }
  std::vector<MarkLink> marks;
  for (const ShownSentence* sentence : order) marks.push_back(mark_of_sentence(marked, links, *sentence));
  return marks;
}

void add_still_mark(const OutletMark& mark, std::string_view outlet, std::string_view slot, Values values) {
  Values out = values.include(slot, "mark_still.html");
  out.set("HUE", mark.hue);
  out.set("LETTERS", mark.letters);
  out.set("OUTLET", outlet);
}

void fill_story(const MarkedBrief& marked, const PageLinks& links, Values values) {
  const StoryBrief& brief = *marked.brief;
  if (brief.day) {
    values.set("DAY", base::format_day(*brief.day));
    values.set("DAY_WORDS", base::day_in_words(*brief.day));
    values.show("HAS_DAY");
    if (links.day) values.set("DAY_URL", links.day(*brief.day));
    values.show(links.day ? "DAY_LINK" : "DAY_STILL");
    if (day_is_inferred(brief)) values.show("DAY_INFERRED");
  } else {
    values.show("NO_DAY");
  }
  const std::size_t reports = brief.view->articles.size();
  const std::size_t outlets = outlets_of(marked);
  std::string counts = base::counted(reports, "report");
  if (reports > 1) counts += " from " + counted_voices(outlets, "outlet", voices_of(marked));
  values.set("COUNTS", counts);
  values.set("HEADLINE", brief.headline);
  values.set("LANG", language_of_headline(brief));
  fill_outlets(marked, links, values);
  fill_shared_texts(marked, values);
  fill_parts(marked, links, values.include("PARTS", "story_parts.html"));
  fill_aside(marked, links, values.include("ASIDE", "story_aside.html"));
}

std::string published_in_words(const news::Published& published) {
  const auto moment = published.moment();
  return moment ? moment_in_words(*moment) : "";
}

std::string moment_in_words(const base::Moment& moment) {
  const std::string day = base::format_day(moment.day());
  const auto value = read_calendar_value(day);
  std::string words = value ? value->label : day;
  if (!moment.has_time_of_day) return words;
  const std::string clock = base::format_moment(moment).substr(11, 5);
  const int offset = moment.utc_offset_minutes.value_or(0);
  std::string zone = " UTC";
  if (offset != 0) zone += fmt::format("{}{}", offset < 0 ? "\u2212" : "+", std::abs(offset) / 60);
  if (offset % 60 != 0) zone += fmt::format(":{:02}", std::abs(offset) % 60);
  return words + ", " + clock + zone;
}

}  // namespace dateline::editions
