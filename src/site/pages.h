// site/pages.h -- one function for each kind of page. Inside this room only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "archive/archive.h"
#include "base/result.h"
#include "http/message.h"
#include "site/lru_cache.h"
#include "site/site.h"
#include "site/story_shelf.h"

namespace dateline::site {

/// What pages are made from. Everything outlives every call.
struct PageContext {
  archive::Archive& archive;
  const SiteOptions& options;
  StoryShelf& shelf;
  LruCache<std::string>& pages;  ///< Finished bodies of stories and articles.
};

/// Errors of all: kNotFound (no such thing: 404), kInvalid (the request makes no sense: 400), those of the archive
/// (500).
using PageResult = base::Result<http::Response>;

/// The newest day, or what to do with an empty archive.
PageResult front_page(const PageContext& context);
PageResult day_page(const PageContext& context, std::string_view day, const http::Request& request);
PageResult archive_page(const PageContext& context);
PageResult year_page(const PageContext& context, std::string_view year);
PageResult month_page(const PageContext& context, std::string_view year, std::string_view month);
PageResult story_page(const PageContext& context, std::string_view id);
PageResult article_page(const PageContext& context, std::string_view uri);
PageResult search_page(const PageContext& context, const http::Request& request);

/// A page that says what went wrong, in one sentence, and where to go.
http::Response message_page(const PageContext& context, int status, std::string_view head, std::string_view sentence);

/// 301: the story that was asked for is at `path` for good. The page says so to whoever is not led there.
http::Response moved_page(const PageContext& context, const std::string& path);

/// A finished page under `key`, and keeping one.
std::optional<http::Response> kept_page(const PageContext& context, const std::string& key);
void keep_page(const PageContext& context, const std::string& key, const http::Response& response);

/// Adds a row to the steps of a page.
void add_step(editions::Values values, std::string_view url, std::string_view name);

}  // namespace dateline::site
