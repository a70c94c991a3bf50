#include "editions/story_page.h"
#include "base/counted.h"
#include "editions/sections.h"
#include "site/frame.h"
#include "site/links.h"
#include "site/pages.h"

namespace dateline::site {
namespace {

http::Response render_story(const PageContext& context, const LoadedStory& story) {
  const std::vector<editions::StoryBrief> briefs = {editions::make_brief(story.view)};
  const std::vector<editions::MarkedBrief> marked = editions::mark_briefs(briefs);
  Frame frame(context.options.title, story.view.story.headline, Place::kElsewhere, "site_story.html");
  editions::fill_story(marked.front(), site_links(story.view), frame.body().include("STORY", "story_body.html"));
  if (story.left_out > 0) {
    const std::string shown = base::counted(story.view.articles.size(), "report");
    frame.body()
        .add("LEFT_OUT")
        .set("LEFT_OUT_SENTENCE", "This page compares the newest " + shown + ". " +
                                      base::counted(story.left_out, "older report") + " can be found by searching.");
  }
  return frame.finish();
}

}  // namespace

std::optional<http::Response> kept_page(const PageContext& context, const std::string& key) {
  const auto kept = context.pages.find(key);
  if (!kept) return std::nullopt;
  http::Response response;
  response.body = *kept;
  return response;
}

void keep_page(const PageContext& context, const std::string& key, const http::Response& response) {
  context.pages.keep(key, std::make_shared<const std::string>(response.body), response.body.size() + key.size());
}

PageResult story_page(const PageContext& context, std::string_view id) {
  DATELINE_TRY(archive::StorySummary summary, context.archive.story(id));
  if (summary.story.id != id) return moved_page(context, story_path(summary.story.id));
  const std::string key = "story\n" + context.shelf.version(summary);
  if (auto kept = kept_page(context, key)) return std::move(*kept);
  DATELINE_TRY(LoadedStory story, context.shelf.load(std::move(summary)));
  DATELINE_CHECKED(context.shelf.relate(story));
  http::Response response = render_story(context, story);
  keep_page(context, key, response);
  return response;
}

}  // namespace dateline::site
