#include <algorithm>

#include "base/clock.h"
#include "editions/story_parts.h"

namespace dateline::editions {
namespace {

constexpr std::size_t kShownNames = 8;

const ReportMark* mark_of_outlet(const std::vector<ReportMark>& marks, const news::Outlet& outlet) {
  const std::string label = news::outlet_label(outlet);
  const auto found =
      std::find_if(marks.begin(), marks.end(), [&](const ReportMark& mark) { return mark.outlet == label; });
  return found == marks.end() ? nullptr : &*found;
}

void fill_related_story(const MarkedBrief& marked, const PageLinks& links, std::size_t index, Values values) {
  const RelatedStory& other = marked.brief->view->related[index];
  if (other.day) {
    values.set_if("OTHER_DAY_ISO", base::format_day(*other.day));
    values.set("OTHER_DAY", base::day_in_words(*other.day));
  }
  values.set("OTHER_URL", links.story(other));
  values.set("OTHER_HEADLINE", other.headline.empty() ? "Story without a headline" : other.headline);
  for (const ReportMark& mark : marked.related[index]) add_still_mark(mark.mark, mark.outlet, "OTHER_MARK", values);
  values.set("BECAUSE_TEXT", other.because.text);
  const ReportMark* mark = mark_of_outlet(marked.related[index], other.because.outlet);
  if (mark == nullptr) mark = mark_of_outlet(marked.marks, other.because.outlet);
  const std::string number = std::to_string(other.because.paragraph);
  const std::string outlet = mark != nullptr ? mark->outlet : news::outlet_label(other.because.outlet);
  add_mark({mark != nullptr ? mark->mark : outlet_mark(outlet), outlet + ", paragraph " + number, number,
            links.because(other.because)},
           "BECAUSE_MARK", values);
}

void fill_related(const MarkedBrief& marked, const PageLinks& links, bool earlier, Values values) {
  const auto& related = marked.brief->view->related;
  if (!links.story || !links.because) return;
  if (std::none_of(related.begin(), related.end(), [&](const RelatedStory& one) { return one.earlier == earlier; })) {
    return;
  }
  Values part = values.add("RELATED");
  part.set("RELATED_TITLE", earlier ? "Earlier" : "Later");
  for (std::size_t i = 0; i < related.size(); ++i) {
    if (related[i].earlier == earlier) fill_related_story(marked, links, i, part.add("RELATED_STORY"));
  }
}

void fill_heads(const MarkedBrief& marked, const PageLinks& links, Values values) {
  const auto& articles = marked.brief->view->articles;
  if (articles.size() < 2) return;
  Values part = values.add("REPORTS");
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Values row = part.add("HEAD");
    row.set("HEAD_URL", links.report(i));
    row.set("HEAD_TEXT", articles[i].headline.empty() ? "Report without a headline" : articles[i].headline);
    row.set("LANG", articles[i].language);
    row.set("HEAD_OUTLET", marked.marks[i].outlet);
    row.set_if("HEAD_WHEN", published_in_words(articles[i].published));
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
  fill_matrix(marked, values);
  fill_related(marked, links, true, values);
  fill_related(marked, links, false, values);
  fill_heads(marked, links, values);
  fill_people(*marked.brief, links, values);
  fill_others("Organisations", marked.brief->organisations, links, values);
  fill_others("Places", marked.brief->places, links, values);
  fill_company(marked, values);
}

}  // namespace dateline::editions
