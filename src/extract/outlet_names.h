// extract/outlet_names.h -- which outlet a capture without metadata comes from, by what its furniture calls itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "news/article.h"

namespace dateline::extract {

/// The outlet that publishes under `domain` or a domain above it, from the embedded list; name empty when unknown.
news::Outlet outlet_of_domain(std::string_view domain);

/// True when `name` is in the embedded list of outlets. Case matters.
bool is_known_outlet(std::string_view name);

/// What outlet_from_furniture() looks at. Views must outlive the call.
struct OutletEvidence {
  std::vector<std::string_view> before;  ///< Furniture lines before the report, in order: the masthead is among them.
  std::vector<std::string_view> after;   ///< Furniture lines inside and after it.
  std::string_view title_part;           ///< What a page's title says beside the headline, may be empty.
  std::string_view agency;               ///< Agency of the dateline, may be empty.
};

/// The outlet whose name the furniture bears out best; empty when nothing does. Names become candidates by standing in
/// a telling place (masthead, "© X", "Access X across devices", "X Ltd") or in the embedded list, and gain by every
/// further furniture line that repeats them. The embedded list gives the domain.
news::Outlet outlet_from_furniture(const OutletEvidence& evidence);

/// "TERNMOUTH GAZETTE" as "Ternmouth Gazette"; names that are not all capitals, and short ones such as "CNN", stay.
std::string display_name(std::string_view name);

}  // namespace dateline::extract
