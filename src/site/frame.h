// site/frame.h -- what every page of the site has around it: head, navigation, search form, foot.
#pragma once

#include <string>
#include <string_view>

#include "editions/template.h"
#include "http/message.h"

namespace dateline::site {

/// Where a page stands in the navigation.
enum class Place { kToday, kArchive, kElsewhere };

/// A page while it is made. Fill body(), then finish().
class Frame {
 public:
  /// `template_name` is the body's template. `site_title` is the site's own name.
  Frame(std::string_view site_title, std::string_view page_title, Place place, std::string_view template_name);

  editions::Values body() { return body_; }
  /// What stands in the search form.
  void set_query(std::string_view words) { values_.set("QUERY", words); }
  http::Response finish(int status = 200) const;

 private:
  editions::Page page_;
  editions::Values values_;
  editions::Values body_;
};

/// /style.css: the editions' rules and the site's.
const std::string& style_sheet();

}  // namespace dateline::site
