#include "extract/carrier.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "extract/bylines.h"
#include "extract/known_outlets.h"
#include "extract/page_text.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

void fill(std::string& field, std::string_view said) {
  if (field.empty()) field = base::collapse_whitespace(said);
}

// A day that the carrier says and that can't be read takes the place of none.
void believe_published(const news::Carrier& carrier, news::Article& article) {
  if (carrier.published.empty()) return;
  const auto date = text::parse_written_date(carrier.published, article.language);
  if (date) article.published = news::stated(*date);
}

void believe_modified(const news::Carrier& carrier, news::Article& article) {
  if (carrier.modified.empty()) return;
  const auto date = text::parse_written_date(carrier.modified, article.language);
  if (date) article.modified = date;
}

}  // namespace

std::string stated_language(const news::Carrier& carrier) {
  const std::string tag = base::ascii_lower(carrier.language.substr(0, carrier.language.find_first_of("-_")));
  const bool well_formed =
      tag.size() >= 2 && tag.size() <= 3 && std::all_of(tag.begin(), tag.end(), base::is_ascii_lower);
  return well_formed ? tag : std::string();
}

void read_carrier_byline(const news::Carrier& carrier, news::Article& article) {
  article.byline = base::collapse_whitespace(carrier.byline);
  article.authors.clear();
  if (const auto byline = parse_byline(article.byline)) {
    article.authors = byline->authors;
    return;
  }
  for (std::string& name : split_authors(article.byline)) {
    if (looks_like_name(name)) article.authors.push_back(std::move(name));
  }
}

void add_carrier(const news::Carrier& carrier, news::Article& article) {
  fill(article.headline, carrier.headline);
  fill(article.dateline, carrier.dateline);
  fill(article.section, carrier.section);
  fill(article.rights, carrier.rights);
  fill(article.image, carrier.image);
  if (article.outlet.name.empty() && !carrier.outlet.empty()) {
    fill(article.outlet.name, carrier.outlet);
    if (article.outlet.domain.empty()) article.outlet.domain = KnownOutlets::instance().domain_of(article.outlet.name);
  }
  if (article.language.empty()) article.language = stated_language(carrier);
  if (article.byline.empty() && article.authors.empty()) read_carrier_byline(carrier, article);
  if (article.keywords.empty()) article.keywords = carrier.keywords;
  if (!article.published.instant) believe_published(carrier, article);
  if (!article.modified) believe_modified(carrier, article);
}

void believe_carrier(const news::Carrier& carrier, news::Article& article) {
  const auto give_way = [](std::string& field, const std::string& said) {
    if (!said.empty()) field.clear();
  };
  give_way(article.headline, carrier.headline);
  give_way(article.dateline, carrier.dateline);
  give_way(article.section, carrier.section);
  give_way(article.rights, carrier.rights);
  give_way(article.image, carrier.image);
  if (!carrier.outlet.empty()) article.outlet = {};
  if (!carrier.byline.empty()) read_carrier_byline(carrier, article);
  if (const std::string language = stated_language(carrier); !language.empty()) article.language = language;
  if (!carrier.keywords.empty()) article.keywords = carrier.keywords;
  believe_published(carrier, article);
  believe_modified(carrier, article);
  add_carrier(carrier, article);
  if (const std::string note = base::collapse_whitespace(carrier.note); !note.empty()) {
    article.dropped.insert(article.dropped.begin(), note);
  }
}

void believe_mail_header(const news::Carrier& carrier, news::Article& article) {
  if (!carrier.outlet.empty()) article.outlet = {};
  believe_published(carrier, article);
  const std::string outlet = letters_of(carrier.outlet);
  const std::string headline = letters_of(article.headline);
  const bool is_masthead = !outlet.empty() && (headline.starts_with(outlet) || outlet.starts_with(headline));
  if (is_masthead && !carrier.headline.empty()) article.headline.clear();
  add_carrier(carrier, article);
}

}  // namespace dateline::extract
