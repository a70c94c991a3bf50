#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/counted.h"
#include "base/embedded.h"
#include "base/strings.h"
#include "editions/brief_render.h"
#include "editions/story_page.h"

DATELINE_EMBEDDED(brief_page_html, brief_page_html)

namespace dateline::editions {
namespace {

const Templates& brief_templates() {
  static const Templates* const templates = [] {
    auto* made = new Templates();  // Lives as long as the program: pages may be asked for until its very end.
    add_story_templates(*made);
    made->add("brief_page.html", base::replace_all(brief_page_html(), "@STYLE@", style_sheet()));
    made->freeze();
    return made;
  }();
  return *templates;
}

std::string report_id(const MarkedBrief& marked, std::size_t article) {
  return fmt::format("r{}", marked.first_report + article);
}

std::string story_id(std::size_t index) {
  return fmt::format("story-{}", index + 1);
}

// Where on the page a report and a story stand.
struct Anchors {
  std::map<std::string, std::string> report;  // By Article::uri.
  std::map<std::string, std::string> story;   // By Story::id.
};

Anchors anchors_of(const std::vector<MarkedBrief>& marked) {
  Anchors anchors;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const StoryView& view = *marked[i].brief->view;
    anchors.story.emplace(view.story.id, story_id(i));
    for (std::size_t a = 0; a < view.articles.size(); ++a) {
      anchors.report.emplace(view.articles[a].uri, report_id(marked[i], a));
    }
  }
  return anchors;
}

std::string anchor_in(const std::map<std::string, std::string>& anchors, const std::string& key) {
  const auto found = anchors.find(key);
  return found == anchors.end() ? "main" : found->second;
}

PageLinks links_within(const MarkedBrief& marked, const Anchors& anchors) {
  PageLinks links;
  links.story = [&anchors](const RelatedStory& other) { return "#" + anchor_in(anchors.story, other.id); };
  links.because = [&anchors](const RelatedStory::Because& because) {
    const auto found = anchors.report.find(because.uri);
    return found == anchors.report.end() ? "#main" : fmt::format("#{}-p{}", found->second, because.paragraph);
  };
  links.report = [&marked](std::size_t article) { return fmt::format("#{}", report_id(marked, article)); };
  links.paragraph = [&marked](const ShownSentence& sentence) {
    return fmt::format("#{}-p{}", report_id(marked, sentence.article), sentence.paragraph);
  };
  return links;
}

void fill_contents(const std::vector<MarkedBrief>& marked, Values values) {
  Values contents = values.add("CONTENTS");
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const StoryBrief& brief = *marked[i].brief;
    Values row = contents.add("CONTENT");
    row.set("CONTENT_ID", story_id(i));
    row.set("CONTENT_HEADLINE", brief.headline.empty() ? "Story without a headline" : brief.headline);
    row.set("CONTENT_NOTE", (brief.day ? base::day_in_words(*brief.day) : "Day unknown") + " · " +
                                base::counted(brief.view->articles.size(), "report"));
  }
}

void fill_full_report(const MarkedBrief& marked, std::size_t index, const PageLinks& links, Values values) {
  const news::Article& article = marked.brief->view->articles[index];
  const std::string id = report_id(marked, index);
  values.set("REPORT_ID", id);
  values.set("REPORT_HEADLINE", article.headline.empty() ? "Report without a headline" : article.headline);
  values.set("LANG", article.language);
  values.set("REPORT_OUTLET", marked.marks[index].outlet);
  for (const std::string& part : {article.byline, published_in_words(article.published), article.rights}) {
    if (!part.empty()) values.add("NOTE").set("NOTE_PART", part);
  }
  add_mark(mark_of_report(marked, links, index), "MARK", values);
  fill_report(marked, index, links, id + "-p", values.include("TEXT", "report_text.html"));
}

}  // namespace

std::string render_html(std::span<const StoryBrief> briefs) {
  const std::vector<MarkedBrief> marked = mark_briefs(briefs);
  Page page;
  Values values = page.values();
  std::size_t reports = 0;
  for (const StoryBrief& brief : briefs) reports += brief.view->articles.size();
  values.set("TITLE", briefs.empty()       ? "No story"
                      : briefs.size() == 1 ? briefs.front().headline
                                           : base::counted(briefs.size(), "story"));
  values.set("COUNTS", base::counted(briefs.size(), "story") + " · " + base::counted(reports, "report"));
  if (briefs.empty()) values.show("NONE");
  if (briefs.size() > 1) fill_contents(marked, values);
  const Anchors anchors = anchors_of(marked);
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const PageLinks links = links_within(marked[i], anchors);
    Values story = values.add("STORY");
    story.set("STORY_ID", story_id(i));
    fill_story(marked[i], links, story.include("BODY", "story_body.html"));
    for (std::size_t a = 0; a < marked[i].marks.size(); ++a) {
      fill_full_report(marked[i], a, links, values.add("REPORT"));
    }
  }
  return page.render(brief_templates(), "brief_page.html");
}

}  // namespace dateline::editions
