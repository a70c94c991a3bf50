// extract/json_ld.h -- what a page says about its article in JSON-LD (https://schema.org/Article), as pages really
// write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// The members of a schema.org Article that we read; text as written, empty where there is none.
struct LdArticle {
  int rank = 0;  ///< How much the type says article: 3 for news and blog types, 2 for Article, 1 for WebPage.
  std::string headline;
  std::vector<std::string> authors;
  bool authors_are_organisations = false;  ///< By their types; false where one is a person or says nothing.
  std::string published;
  std::string modified;
  std::string publisher;
  std::string body;
  std::string section;
  std::vector<std::string> keywords;
  std::string image;
  std::string language;
  std::string url;                       ///< url, else mainEntityOfPage.
  std::string rights;                    ///< copyrightNotice, else "© year holder", else license.
  std::vector<std::string> breadcrumbs;  ///< Names of the page's BreadcrumbList, from the front page on.
  std::optional<bool> free_to_read;
};

/// The best article that the scripts hold, its gaps filled from the others of the page; nothing when there is none.
/// Scripts that are not JSON even after mending are passed over.
std::optional<LdArticle> read_json_ld(const std::vector<std::string_view>& scripts);

/// `script` with the usual breakages mended: CDATA and comment wrappers taken off, raw line breaks in strings made
/// spaces, commas before closing brackets dropped. Linear.
std::string mend_json(std::string_view script);

}  // namespace dateline::extract
