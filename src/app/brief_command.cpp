#include <fmt/format.h>

#include "annotate/annotator.h"
#include "app/commands.h"
#include "app/related_views.h"
#include "app/story_views.h"
#include "base/counted.h"
#include "base/files.h"
#include "base/json.h"
#include "base/thread_pool.h"
#include "desk/grouping.h"
#include "desk/reading.h"
#include "editions/brief_render.h"

namespace dateline::app {
namespace {

// The report of every capture that has one; the others are reported.
std::vector<news::Article> read_all_articles(const std::vector<std::string>& inputs,
                                             const annotate::Annotator& annotator, base::ThreadPool& pool,
                                             Console& console) {
  desk::Intake intake(inputs, [&](const std::string& input, const base::Error& e) { console.problem(input, e); });
  std::vector<news::Article> articles;
  desk::read_captures(intake, &annotator, pool, [&](desk::ReadCapture read) {
    if (read.article.ok()) {
      articles.push_back(std::move(*read.article));
    } else {
      console.problem(read.id, read.article.error());
    }
    console.progress(fmt::format("{} read", base::counted(articles.size(), "report")));
    return true;
  });
  console.end_progress();
  return articles;
}

}  // namespace

int run_brief(const BriefOptions& options, Console& console) {
  const annotate::Annotator annotator;
  base::ThreadPool pool(0);
  std::vector<news::Article> articles = read_all_articles(options.inputs, annotator, pool, console);
  std::vector<desk::GroupedStory> grouped = desk::group_articles(std::move(articles), annotator);
  std::vector<editions::StoryView> views(grouped.size());
  pool.for_each_index(grouped.size(), [&](std::size_t i) {
    views[i] = make_story_view(std::move(grouped[i].id), std::move(grouped[i].articles));
  });
  relate_views(views, pool);
  std::vector<editions::StoryBrief> briefs;
  for (const editions::StoryView& view : views) briefs.push_back(editions::make_brief(view));

  if (!options.html_file.empty()) {
    const auto written = base::write_file(options.html_file, editions::render_html(briefs));
    if (!written.ok()) console.problem(options.html_file, written.error());
  } else if (options.json) {
    console.write_line(base::to_text(editions::render_json(briefs)));
  } else {
    editions::TerminalStyle style;
    style.width_columns = options.width_columns != 0 ? options.width_columns : console.width_columns();
    style.colours = console.output_takes_colours();
    style.ascii = !Console::locale_is_utf8();
    console.write(editions::render_text(briefs, style));
  }
  return console.exit_code();
}

}  // namespace dateline::app
