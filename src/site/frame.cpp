#include "site/frame.h"

#include "base/embedded.h"
#include "editions/story_page.h"

DATELINE_EMBEDDED(site_css, site_css)
DATELINE_EMBEDDED(site_frame_html, site_frame_html)
DATELINE_EMBEDDED(site_front_html, site_front_html)
DATELINE_EMBEDDED(site_archive_html, site_archive_html)
DATELINE_EMBEDDED(site_bars_html, site_bars_html)
DATELINE_EMBEDDED(site_month_html, site_month_html)
DATELINE_EMBEDDED(site_spark_html, site_spark_html)
DATELINE_EMBEDDED(site_story_html, site_story_html)
DATELINE_EMBEDDED(site_article_html, site_article_html)
DATELINE_EMBEDDED(site_search_html, site_search_html)
DATELINE_EMBEDDED(site_message_html, site_message_html)

namespace dateline::site {
namespace {

const editions::Templates& templates() {
  static const editions::Templates* const made = [] {
    auto* all = new editions::Templates();  // Lives as long as the program, as the pages do.
    editions::add_story_templates(*all);
    all->add("site_frame.html", site_frame_html());
    all->add("site_front.html", site_front_html());
    all->add("site_archive.html", site_archive_html());
    all->add("site_bars.html", site_bars_html());
    all->add("site_month.html", site_month_html());
    all->add("site_spark.html", site_spark_html());
    all->add("site_story.html", site_story_html());
    all->add("site_article.html", site_article_html());
    all->add("site_search.html", site_search_html());
    all->add("site_message.html", site_message_html());
    all->freeze();
    return all;
  }();
  return *made;
}

}  // namespace

Frame::Frame(std::string_view site_title, std::string_view page_title, Place place, std::string_view template_name)
    : values_(page_.values()), body_(values_.include("BODY", template_name)) {
  values_.set("SITE", site_title);
  if (page_title.empty()) {
    values_.set("TITLE", site_title);
  } else {
    values_.set("TITLE", std::string(page_title) + " · " + std::string(site_title));
  }
  values_.show(place == Place::kToday ? "ON_TODAY" : "OFF_TODAY");
  values_.show(place == Place::kArchive ? "ON_ARCHIVE" : "OFF_ARCHIVE");
}

http::Response Frame::finish(int status) const {
  http::Response response;
  response.status = status;
  response.body = page_.render(templates(), "site_frame.html");
  return response;
}

const std::string& style_sheet() {
  static const std::string css = editions::style_sheet() + std::string(site_css());
  return css;
}

}  // namespace dateline::site
