#include "site/site.h"

#include <utility>

#include "base/digest.h"
#include "base/embedded.h"
#include "base/log.h"
#include "http/router.h"
#include "site/frame.h"
#include "site/pages.h"

DATELINE_EMBEDDED(site_favicon_svg, site_favicon_svg)
DATELINE_EMBEDDED(site_robots_txt, site_robots_txt)

namespace dateline::site {
namespace {

// Styles from here, pictures from here, forms to here; nothing else, and nobody frames us.
constexpr const char* kContentSecurity =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

http::Response file_response(std::string_view content_type, std::string_view body) {
  http::Response response;
  response.content_type = content_type;
  response.body = body;
  response.headers.emplace_back("Cache-Control", "max-age=3600");
  return response;
}

http::Response error_page(const PageContext& context, const http::Request& request, const base::Error& error) {
  switch (error.code) {
    case base::ErrorCode::kNotFound:
      return message_page(context, 404, "Not found", "There is no page at this address.");
    case base::ErrorCode::kInvalid:
      return message_page(context, 400, "This cannot be answered",
                          "The request makes no sense: " + error.message + ".");
    default:
      base::log(base::LogLevel::kError, "page " + request.path + ": " + error.message);
      return message_page(context, 500, "Something went wrong",
                          "The archive could not be read just now. The fault is on this side and has been noted.");
  }
}

http::Response finish(const PageContext& context, const http::Request& request, PageResult page) {
  if (!page.ok()) return error_page(context, request, page.error());
  page->headers.emplace_back("Cache-Control", "no-cache");
  return std::move(page).value();
}

using Parameters = http::PathParameters;

void add_pages(const PageContext& context, http::Router& router) {
  // Every page goes through finish(), so that what goes wrong is a page as well.
  const auto add = [&](std::string_view pattern, auto page) {
    router.add(pattern, [&context, page](const http::Request& request, const Parameters& parameters) {
      return finish(context, request, page(context, request, parameters));
    });
  };
  using Context = const PageContext&;
  using Request = const http::Request&;
  add("/", [](Context c, Request, const Parameters&) { return front_page(c); });
  add("/day/{day}", [](Context c, Request r, const Parameters& p) { return day_page(c, p["day"], r); });
  add("/archive", [](Context c, Request, const Parameters&) { return archive_page(c); });
  add("/archive/{year}", [](Context c, Request, const Parameters& p) { return year_page(c, p["year"]); });
  add("/archive/{year}/{month}",
      [](Context c, Request, const Parameters& p) { return month_page(c, p["year"], p["month"]); });
  add("/story/{id*}", [](Context c, Request, const Parameters& p) { return story_page(c, p["id"]); });
  add("/article", [](Context c, Request r, const Parameters&) { return article_page(c, r.query_value("uri")); });
  add("/search", [](Context c, Request r, const Parameters&) { return search_page(c, r); });
}

void add_files(http::Router& router) {
  const auto add = [&](std::string_view path, std::string_view content_type, std::string_view body) {
    router.add(path, [content_type, body](const http::Request&, const Parameters&) {
      return file_response(content_type, body);
    });
  };
  add("/style.css", "text/css; charset=utf-8", style_sheet());
  add("/favicon.svg", "image/svg+xml", site_favicon_svg());
  add("/robots.txt", "text/plain; charset=utf-8", site_robots_txt());
}

}  // namespace

struct Site::State {
  State(archive::Archive& the_archive, const base::Clock& the_clock, SiteOptions the_options, StoryReader reader)
      : options(std::move(the_options)),
        shelf(the_archive, the_clock, options, std::move(reader)),
        pages(options.cache_bytes - options.cache_bytes / 4),
        context{the_archive, options, shelf, pages} {
    add_pages(context, router);
    add_files(router);
    router.on_not_found([this](const http::Request& request) {
      return error_page(context, request, {base::ErrorCode::kNotFound, "no such page"});
    });
  }

  SiteOptions options;
  StoryShelf shelf;
  LruCache<std::string> pages;
  PageContext context;
  http::Router router;
};

Site::Site(archive::Archive& archive, const base::Clock& clock, SiteOptions options, StoryReader reader)
    : state_(std::make_unique<State>(archive, clock, std::move(options), std::move(reader))) {}

Site::~Site() = default;

http::Response Site::answer(const http::Request& request) const {
  http::Response response = state_->router.answer(request);
  response.headers.emplace_back("Content-Security-Policy", kContentSecurity);
  // The same page has the same tag, whoever made it: no state is kept for it. The server compares it.
  if (response.status == 200) {
    response.headers.emplace_back("ETag", "W/\"" + base::sha256_hex(response.body).substr(0, 32) + "\"");
  }
  return response;
}

http::Response message_page(const PageContext& context, int status, std::string_view head, std::string_view sentence) {
  Frame frame(context.options.title, head, Place::kElsewhere, "site_message.html");
  editions::Values body = frame.body();
  if (status != 200) body.set("KICK", "Error " + std::to_string(status));
  body.set("HEAD", head);
  body.set("SENTENCE", sentence);
  if (status != 200) {
    add_step(body, "/", "To the newest day");
    add_step(body, "/archive", "To the archive");
  }
  return frame.finish(status);
}

http::Response moved_page(const PageContext& context, const std::string& path) {
  Frame frame(context.options.title, "Moved", Place::kElsewhere, "site_message.html");
  editions::Values body = frame.body();
  body.set("HEAD", "This story has moved");
  body.set("SENTENCE", "Its reports are part of another story now.");
  add_step(body, path, "To the story");
  http::Response response = frame.finish(301);
  response.headers.emplace_back("Location", path);
  return response;
}

}  // namespace dateline::site
