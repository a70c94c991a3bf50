#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "base/counted.h"
#include "base/strings.h"
#include "editions/excerpt.h"
#include "editions/story_parts.h"

namespace dateline::editions {
namespace {

constexpr std::size_t kShownTimes = 9;
constexpr std::size_t kShownNames = 8;
constexpr std::size_t kFewestGridVoices = 3;
constexpr std::size_t kMostGridColumns = 16;
constexpr std::size_t kExcerptColumns = 72;

// The entries of one time.
struct Moment {
  const TimelineEntry* first = nullptr;
  std::vector<const TimelineEntry*> entries;
};

std::vector<Moment> moments_of(const StoryBrief& brief) {
  std::vector<Moment> moments;
  for (const TimelineEntry& entry : brief.timeline) {
    if (moments.empty() || moments.back().first->value != entry.value) moments.push_back({&entry, {}});
    moments.back().entries.push_back(&entry);
  }
  return moments;
}

// The moments that stand on the page at once: those most reports name, then those nearest to the story's day.
std::set<const TimelineEntry*> chosen(const std::vector<Moment>& moments, const StoryBrief& brief) {
  std::vector<const Moment*> order;
  for (const Moment& moment : moments) order.push_back(&moment);
  const auto distance = [&](const Moment* moment) {
    return brief.day ? std::abs((moment->first->first - *brief.day).count()) : 0;
  };
  std::stable_sort(order.begin(), order.end(), [&](const Moment* a, const Moment* b) {
    if (a->entries.size() != b->entries.size()) return a->entries.size() > b->entries.size();
    return distance(a) < distance(b);
  });
  // A step further for one or two is a step too many.
  const std::size_t keep = order.size() <= kShownTimes + 2 ? order.size() : kShownTimes;
  std::set<const TimelineEntry*> kept;
  for (std::size_t i = 0; i < keep; ++i) kept.insert(order[i]->first);
  return kept;
}

bool is_now(const StoryBrief& brief, const TimelineEntry& entry) {
  return brief.day && entry.first == *brief.day && entry.last == *brief.day;
}

void fill_strip(const StoryBrief& brief, const std::vector<Moment>& moments, Values values) {
  const base::Day first = moments.front().first->first;
  base::Day last = first;
  for (const Moment& moment : moments) last = std::max(last, moment.first->first);
  if (moments.size() < 3 || last == first) return;
  Values strip = values.add("STRIP");
  const auto range = static_cast<double>((last - first).count());
  for (const Moment& moment : moments) {
    const double share = static_cast<double>((moment.first->first - first).count()) / range;
    const std::string x = std::to_string(4 + static_cast<int>(share * 280));
    if (is_now(brief, *moment.first)) {
      strip.add("NOW_DOT").set("NOW_X", x);
    } else {
      strip.add("DOT").set("X", x);
    }
  }
  strip.set("FIRST_LABEL", moments.front().first->label);
  strip.set("LAST_LABEL", moments.back().first->label);
  strip.set("STRIP_LABEL", base::counted(moments.size(), "time") + " on one axis, from " +
                               moments.front().first->label + " to " + moments.back().first->label);
}

// What <time datetime> takes: 2013, 2013-11, 2013-11-02, 2013-W44.
bool is_html_date(std::string_view value) {
  if (value.size() == 8) return value[5] == 'W';
  return (value.size() == 4 || value.size() == 7 || value.size() == 10) && base::is_ascii_digit(value.back()) &&
         value.find_first_not_of("0123456789-") == std::string_view::npos;
}

void fill_moment(const MarkedBrief& marked, const PageLinks& links, const Moment& moment, Values values) {
  const TimelineEntry& entry = *moment.first;
  const StoryBrief& brief = *marked.brief;
  values.set("WHEN", is_now(brief, entry) ? "now" : brief.day && entry.first > *brief.day ? "later" : "before");
  values.set("LABEL", entry.label);
  if (is_html_date(entry.value)) values.set_if("VALUE", entry.value);
  const base::Span inner{entry.span.begin_bytes - entry.where.span.begin_bytes,
                         entry.span.end_bytes - entry.where.span.begin_bytes};
  const Excerpt words = excerpt(entry.where.text, inner, kExcerptColumns);
  values.set("BEFORE", words.before);
  values.set("EXPRESSION", words.inner);
  values.set("AFTER", words.after);
  std::set<std::pair<std::size_t, std::size_t>> done;
  for (const TimelineEntry* other : moment.entries) {
    if (done.size() == 6) break;
    if (!done.emplace(other->where.article, other->where.paragraph).second) continue;
    add_mark(mark_of_sentence(marked, links, other->where), "MARK", values);
  }
}

void fill_timeline(const MarkedBrief& marked, const PageLinks& links, Values values) {
  const std::vector<Moment> moments = moments_of(*marked.brief);
  if (moments.empty()) return;
  Values part = values.add("TIMELINE");
  fill_strip(*marked.brief, moments, part);
  const auto kept = chosen(moments, *marked.brief);
  for (const Moment& moment : moments) {
    Values row = part.add(kept.contains(moment.first) ? "TIME" : "MORE_TIME");
    fill_moment(marked, links, moment, row.include("TIME_ROW", "story_time.html"));
  }
  if (kept.size() < moments.size()) {
    part.show("HAS_MORE_TIMES");
    part.set("MORE_TIMES", moments.size() - kept.size());
  }
}

// Outlets by statements: what all say and what they differ in, at a glance.
void fill_grid(const MarkedBrief& marked, const PageLinks& links, Values values) {
  const std::size_t voices = voices_of(marked);
  std::vector<const ShownFact*> columns;
  for (const auto* facts : {&marked.brief->shared, &marked.brief->differing}) {
    for (const ShownFact& fact : *facts) {
      if (!fact.repeated && columns.size() < kMostGridColumns) columns.push_back(&fact);
    }
  }
  if (voices < kFewestGridVoices || columns.size() < 2) return;
  std::map<std::size_t, std::size_t> first_report;  // By voice.
  for (std::size_t i = 0; i < marked.marks.size(); ++i) first_report.try_emplace(marked.marks[i].voice, i);
  Values part = values.add("GRID");
  for (const auto& [voice, report] : first_report) {
    Values row = part.add("ROW");
    add_mark(mark_of_report(marked, links, report), "MARK", row);
    for (const ShownFact* fact : columns) {
      const bool says = std::any_of(fact->sentences.begin(), fact->sentences.end(),
                                    [&, v = voice](const auto& one) { return marked.marks[one.article].voice == v; });
      const bool differs = says && fact->kind == news::FactKind::kDiffering;
      Values cell = row.add("CELL");
      cell.set("CELL_KIND", differs ? "other" : says ? "says" : "silent");
      cell.set("CELL_WORD", differs ? "says it differently" : says ? "says it" : "does not say it");
    }
  }
  const std::size_t total = marked.brief->shared.size() + marked.brief->differing.size();
  std::string note = "Bars: says it. Dots: says it with another number, day or name.";
  if (total > columns.size()) note += " The first " + std::to_string(columns.size()) + " statements.";
  part.set("GRID_NOTE", note);
}

void fill_heads(const MarkedBrief& marked, const PageLinks& links, Values values) {
  const auto& articles = marked.brief->view->articles;
  if (articles.size() < 2) return;
  Values part = values.add("REPORTS");
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Values row = part.add("HEAD");
    row.set("HEAD_URL", links.report(i));
    row.set("HEAD_TEXT", articles[i].headline.empty() ? "Report without a headline" : articles[i].headline);
    const std::string published = published_in_words(articles[i].published);
    row.set("HEAD_NOTE", marked.marks[i].outlet + (published.empty() ? "" : " · " + published));
  }
}

void fill_name(const PageLinks& links, const ShownName& name, bool with_role, Values values) {
  values.set("NAME", name.name);
  if (links.name) values.set("NAME_URL", links.name(name));
  values.show(links.name ? "LINKED" : "STILL");
  if (with_role) values.set_if("ROLE", name.role);
}

void fill_people(const StoryBrief& brief, const PageLinks& links, Values values) {
  if (brief.people.empty()) return;
  Values part = values.add("PEOPLE");
  part.set("NAMES_TITLE", "People");
  const std::size_t count = brief.people.size();
  const std::size_t shown = count <= kShownNames + 2 ? count : kShownNames;
  for (std::size_t i = 0; i < count; ++i) {
    Values row = part.add(i < shown ? "NAME" : "MORE_NAME");
    fill_name(links, brief.people[i], true, row.include("NAME_ROW", "story_name.html"));
  }
  if (shown < count) {
    part.show("HAS_MORE_NAMES");
    part.set("MORE_NAMES", count - shown);
  }
}

void fill_others(const char* title, const std::vector<ShownName>& names, const PageLinks& links, Values values) {
  if (names.empty()) return;
  Values part = values.add("OTHERS");
  part.set("OTHERS_TITLE", title);
  for (const ShownName& name : names) {
    fill_name(links, name, false, part.add("OTHER_NAME").include("NAME_ROW", "story_name.html"));
  }
}

}  // namespace

void fill_aside(const MarkedBrief& marked, const PageLinks& links, Values values) {
  fill_timeline(marked, links, values);
  fill_grid(marked, links, values);
  fill_heads(marked, links, values);
  fill_people(*marked.brief, links, values);
  fill_others("Organisations", marked.brief->organisations, links, values);
  fill_others("Places", marked.brief->places, links, values);
}

}  // namespace dateline::editions
