// extract/page_head.h -- what a page says about itself, collected in one walk of the tree, not yet judged.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/html_tree.h"

namespace dateline::extract {

/// Views are into the tree, which must outlive it.
struct PageHead {
  std::string title;
  std::string_view language;                                    ///< html lang
  std::string_view canonical;                                   ///< link rel=canonical
  std::vector<std::pair<std::string, std::string_view>> metas;  ///< name, property or itemprop in lower case; content.
  std::vector<std::string_view> json_ld;
  std::vector<formats::NodeIndex> main_headings;  ///< h1
  std::vector<formats::NodeIndex> times;          ///< time elements
  std::vector<std::pair<std::string_view, formats::NodeIndex>>
      properties;  ///< Each word of itemprop (microdata), and of property without its prefix (RDFa), but of meta.
  std::vector<formats::NodeIndex> author_links;     ///< rel=author
  std::vector<formats::NodeIndex> tag_links;        ///< rel=tag
  std::vector<formats::NodeIndex> breadcrumbs;      ///< Elements whose class or id says so.
  std::string_view license;                         ///< href of rel=license
  std::string_view image;                           ///< href of link rel=image_src
  std::vector<formats::NodeIndex> author_places;    ///< Elements whose class speaks of the author.
  std::vector<formats::NodeIndex> date_places;      ///< Elements whose class speaks of the date.
  std::vector<formats::NodeIndex> headline_places;  ///< Elements whose class speaks of the headline or title.

  /// Content of the first meta of that name that is not empty; empty when there is none.
  std::string_view meta(std::string_view name) const;
  /// All of that name.
  std::vector<std::string_view> all_metas(std::string_view name) const;
};

/// Linear. At most 64 places of each kind are kept.
PageHead read_head(const formats::HtmlTree& tree);

}  // namespace dateline::extract
