#include <set>

#include "base/counted.h"
#include "base/strings.h"
#include "editions/sections.h"
#include "editions/story_page.h"
#include "site/frame.h"
#include "site/links.h"
#include "site/pages.h"

namespace dateline::site {
namespace {

// Where the report came from, as readers see it.
void fill_head(const editions::MarkedBrief& marked, std::size_t index, const LoadedStory& story,
               editions::Values body) {
  const news::Article& article = story.view.articles[index];
  if (const auto day = article.published.day()) {
    body.set("DAY", base::format_day(*day));
    body.set("DAY_WORDS", base::day_in_words(*day));
    body.set("DAY_URL", day_path(*day));
    body.show("HAS_DAY");
  } else {
    body.show("NO_DAY");
  }
  editions::add_still_mark(marked.marks[index].mark, marked.marks[index].outlet, "MARK", body);
  body.set("OUTLET", marked.marks[index].outlet);
  body.set_if("SECTION", article.section);
  body.set("LANG", article.language);
  body.set("HEADLINE", article.headline.empty() ? "Report without a headline" : article.headline);
  body.set_if("BYLINE", article.byline);
  if (article.published.certainty == news::Certainty::kInferred) body.set_if("BECAUSE", article.published.because);
  if (article.published.has_time_of_day) body.set_if("PUBLISHED", editions::published_in_words(article.published));
  if (article.modified) {
    const std::string words = editions::moment_in_words(*article.modified);
    if (words != editions::published_in_words(article.published)) body.set_if("MODIFIED", words);
  }
  if (base::starts_with_ignoring_case(article.uri, "http")) {
    editions::Values original = body.add("ORIGINAL");
    original.set("ORIGINAL_URL", article.uri);
    original.set("ORIGINAL_HOST", article.outlet.domain.empty() ? marked.marks[index].outlet : article.outlet.domain);
  }
  if (article.paywalled) body.show("PAYWALLED");
  body.set_if("RIGHTS", article.rights);
}

// The blocks of `article` that `other` does not have.
std::vector<std::string_view> blocks_beyond(const news::Article& article, const news::Article& other) {
  std::set<std::string_view> known;
  for (const news::Paragraph& block : other.paragraphs) known.insert(block.span.of(other.text));
  std::vector<std::string_view> beyond;
  for (const news::Paragraph& block : article.paragraphs) {
    const std::string_view text = block.span.of(article.text);
    if (!known.contains(text)) beyond.push_back(text);
  }
  return beyond;
}

// What changed since the report was first seen, change by change.
void fill_changes(const std::vector<archive::ArticleVersion>& versions, editions::Values body) {
  if (versions.size() < 2) return;
  editions::Values changes = body.add("CHANGES");
  for (std::size_t i = 1; i < versions.size(); ++i) {
    const news::Article& before = versions[i - 1].article;
    const news::Article& after = versions[i].article;
    editions::Values change = changes.add("CHANGE");
    change.set("CHANGE_DATE", base::format_instant(versions[i].received));
    change.set("CHANGE_WORDS", editions::moment_in_words({versions[i].received, true, 0}));
    if (before.headline != after.headline) {
      editions::Values headline = change.add("NEW_HEADLINE");
      headline.set("OLD_TEXT", before.headline);
    }
    for (const std::string_view text : blocks_beyond(after, before)) change.add("ADDED").set("ADDED_TEXT", text);
    for (const std::string_view text : blocks_beyond(before, after)) change.add("REMOVED").set("REMOVED_TEXT", text);
  }
}

http::Response render_article(const PageContext& context, const LoadedStory& story, std::size_t index,
                              const std::vector<archive::ArticleVersion>& versions) {
  const std::vector<editions::StoryBrief> briefs = {editions::make_brief(story.view)};
  const editions::MarkedBrief marked = editions::mark_briefs(briefs).front();
  const news::Article& article = story.view.articles[index];
  Frame frame(context.options.title, article.headline, Place::kElsewhere, "site_article.html");
  editions::Values body = frame.body();
  fill_head(marked, index, story, body);
  if (story.summary.report_count > 1) {
    editions::Values link = body.add("STORY");
    link.set("STORY_REPORTS", base::counted(story.view.articles.size() + story.left_out, "report"));
    link.set("STORY_URL", story_path(story.summary.story.id));
    link.set("STORY_HEADLINE", story.summary.story.headline);
  }
  editions::fill_report(marked, index, site_links(story.view), "p", body.include("TEXT", "report_text.html"));
  fill_changes(versions, body);
  return frame.finish();
}

}  // namespace

PageResult article_page(const PageContext& context, std::string_view uri) {
  if (uri.empty()) return base::Error{base::ErrorCode::kInvalid, "an article’s page needs its address: /article?uri=…"};
  DATELINE_TRY(const std::string story_id, context.archive.story_of(uri));
  DATELINE_TRY(archive::StorySummary summary, context.archive.story(story_id));
  const std::string key = "article\n" + std::string(uri) + "\n" + context.shelf.version(summary);
  if (auto kept = kept_page(context, key)) return std::move(*kept);
  DATELINE_TRY(const auto versions, context.archive.versions(uri));
  DATELINE_TRY(LoadedStory story, context.shelf.load(std::move(summary)));
  std::size_t index = 0;
  while (index < story.view.articles.size() && story.view.articles[index].uri != uri) ++index;
  if (index == story.view.articles.size()) {
    DATELINE_TRY(news::Article article, context.archive.article(uri));
    story = context.shelf.alone(std::move(article));
    index = 0;
  }
  http::Response response = render_article(context, story, index, versions);
  keep_page(context, key, response);
  return response;
}

}  // namespace dateline::site
