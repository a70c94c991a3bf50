#include <algorithm>

#include "base/counted.h"
#include "base/strings.h"
#include "editions/outlet_mark.h"
#include "editions/sections.h"
#include "site/drawings.h"
#include "site/frame.h"
#include "site/links.h"
#include "site/pages.h"

namespace dateline::site {
namespace {

using archive::StorySummary;

// Stories whose reports are read for a shared sentence; those after them have headline and marks alone.
constexpr std::size_t kMostRead = 30;
constexpr std::size_t kMostSummary = 4;
constexpr std::size_t kSinglesPerPage = 60;
constexpr std::size_t kMostMarks = 12;

std::string headline_of(const StorySummary& summary) {
  return summary.story.headline.empty() ? "Story without a headline" : summary.story.headline;
}

std::string counts_of(const StorySummary& summary) {
  const std::size_t reports = summary.story.articles.size();
  std::string counts = base::counted(reports, "report");
  if (summary.outlets.size() > 1) counts += " from " + base::counted(summary.outlets.size(), "outlet");
  if (summary.report_count < reports)
    counts += ", " + std::to_string(reports - summary.report_count) + " of them copies";
  return counts;
}

void add_outlet_marks(const StorySummary& summary, editions::Values values) {
  const std::vector<editions::ReportMark> marks = editions::report_marks(summary.outlets);
  for (std::size_t i = 0; i < marks.size() && i < kMostMarks; ++i) {
    editions::add_still_mark(marks[i].mark, marks[i].outlet, "MARK", values);
  }
}

base::Result<void> add_top(const PageContext& context, const StorySummary& summary, editions::Values values) {
  DATELINE_TRY(const auto digest, context.shelf.digest(summary));
  editions::Values top = values.add("TOP");
  top.set("TOP_URL", story_path(summary.story.id));
  top.set("TOP_HEADLINE", headline_of(summary));
  for (std::size_t i = 0; i < digest->summary.size() && i < kMostSummary; ++i) {
    editions::Values line = top.add("SUMMARY");
    line.set("SUMMARY_TEXT", digest->summary[i].text);
    line.set("SUMMARY_KIND", i == 0 ? "first" : "further");
    editions::add_marks(digest->summary[i].marks, line);
  }
  top.set("TOP_COUNTS", counts_of(summary));
  add_spark(digest->published, "SPARK", top);
  return {};
}

base::Result<void> add_story(const PageContext& context, const StorySummary& summary, bool read,
                             editions::Values shelf) {
  editions::Values row = shelf.add("STORY");
  row.set("URL", story_path(summary.story.id));
  row.set("HEADLINE", headline_of(summary));
  row.set("STORY_COUNTS", counts_of(summary));
  add_outlet_marks(summary, row);
  if (!read) return {};
  DATELINE_TRY(const auto digest, context.shelf.digest(summary));
  if (digest->shared) row.set_if("TEXT", digest->shared->text);
  add_spark(digest->published, "SPARK", row);
  return {};
}

void add_singles(const std::vector<StorySummary>& stories, std::size_t first, std::size_t page, base::Day day,
                 editions::Values values) {
  const std::size_t count = stories.size() - first;
  if (count == 0) return;
  const std::size_t pages = (count + kSinglesPerPage - 1) / kSinglesPerPage;
  editions::Values singles = values.add("SINGLES");
  const std::size_t begin = first + (page - 1) * kSinglesPerPage;
  const std::size_t end = std::min(stories.size(), begin + kSinglesPerPage);
  for (std::size_t i = begin; i < end; ++i) {
    editions::Values row = singles.add("SINGLE");
    row.set("URL", story_path(stories[i].story.id));
    row.set("HEADLINE", headline_of(stories[i]));
    add_outlet_marks(stories[i], row);
  }
  const auto step = [&](std::size_t to, const char* name) {
    editions::Values link = singles.add("PAGE_STEP");
    link.set("PAGE_URL", day_path(day) + (to > 1 ? "?page=" + std::to_string(to) : ""));
    link.set("PAGE_NAME", name);
  };
  if (page > 1) step(page - 1, "Reports before these");
  if (page < pages) step(page + 1, "More reports of this day");
}

base::Result<void> add_steps(const PageContext& context, base::Day day, editions::Values values) {
  DATELINE_TRY(const auto before, context.archive.day_before(day));
  DATELINE_TRY(const auto after, context.archive.day_after(day));
  if (before) add_step(values, day_path(*before), "Before: " + base::day_in_words(*before));
  if (after) add_step(values, day_path(*after), "After: " + base::day_in_words(*after));
  return {};
}

base::Result<void> fill_day(const PageContext& context, base::Day day, std::size_t page, editions::Values values) {
  DATELINE_TRY(const std::vector<StorySummary> stories, context.archive.stories_on(day));
  DATELINE_TRY(const auto counts, context.archive.count_per_day(day, day));
  values.set("DAY", base::format_day(day));
  values.set("DAY_WORDS", base::day_in_words(day));
  DATELINE_CHECKED(add_steps(context, day, values));
  if (stories.empty()) {
    values.set("COUNTS", "No reports");
    values.add("EMPTY").set("EMPTY_SENTENCE", "The archive holds no report of this day.");
    return {};
  }
  const std::size_t reports = counts.empty() ? 0 : counts.front().second;
  values.set("COUNTS", base::counted(reports, "report") + " in " + base::counted(stories.size(), "story"));
  // Heaviest first: several reports before single ones, whatever the archive's order is among equals.
  const auto is_several = [](const StorySummary& summary) { return summary.report_count > 1; };
  std::size_t several = 0;
  while (several < stories.size() && is_several(stories[several])) ++several;
  const std::size_t pages =
      std::max<std::size_t>(1, (stories.size() - several + kSinglesPerPage - 1) / kSinglesPerPage);
  if (page > pages) return base::Error{base::ErrorCode::kNotFound, "no such page of this day"};
  // A day of single reports has no top story: none of them weighs more than the others.
  if (page == 1 && several > 0) {
    DATELINE_CHECKED(add_top(context, stories.front(), values));
    if (several > 1) {
      editions::Values more = values.add("MORE");
      for (std::size_t i = 1; i < several; ++i) {
        DATELINE_CHECKED(add_story(context, stories[i], i < kMostRead, more));
      }
    }
  }
  add_singles(stories, several, page, day, values);
  return {};
}

}  // namespace

void add_step(editions::Values values, std::string_view url, std::string_view name) {
  editions::Values step = values.add("STEP");
  step.set("STEP_URL", url);
  step.set("STEP_NAME", name);
}

PageResult front_page(const PageContext& context) {
  DATELINE_TRY(const auto newest, context.archive.newest_day());
  if (!newest) {
    return message_page(context, 200, "No reports yet",
                        "Nothing has been filed in this archive. The command “dateline add FILE…” files captures, and "
                        "this page then shows their newest day.");
  }
  Frame frame(context.options.title, "", Place::kToday, "site_front.html");
  DATELINE_CHECKED(fill_day(context, *newest, 1, frame.body()));
  return frame.finish();
}

PageResult day_page(const PageContext& context, std::string_view text, const http::Request& request) {
  const auto day = base::parse_day(text);
  if (!day) return base::Error{base::ErrorCode::kNotFound, "no such day"};
  std::size_t page = 1;
  if (const std::string_view asked = request.query_value("page"); !asked.empty()) {
    const auto number = base::parse_integer(asked);
    if (!number || *number < 1 || *number > 1'000'000) {
      return base::Error{base::ErrorCode::kInvalid, "the page’s number is no number of a page"};
    }
    page = static_cast<std::size_t>(*number);
  }
  Frame frame(context.options.title, base::day_in_words(*day), Place::kElsewhere, "site_front.html");
  DATELINE_CHECKED(fill_day(context, *day, page, frame.body()));
  return frame.finish();
}

}  // namespace dateline::site
