#include "extract/page_people.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/strings.h"
#include "extract/author_places.h"
#include "extract/bylines.h"
#include "extract/html_text.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

using formats::NodeIndex;

constexpr std::size_t kMaxBylineBytes = 160;
constexpr std::size_t kMaxPlaces = 64;

// Values that content systems write when nobody has filled in the author.
bool is_placeholder(std::string_view name) {
  constexpr std::array<std::string_view, 14> kPlaceholders{"admin", "administrator", "webmaster", "author",   "autor",
                                                           "guest", "gast",          "user",      "root",     "none",
                                                           "null",  "unknown",       "no author", "anonymous"};
  constexpr std::array<std::string_view, 4> kLabels{"about the author", "über den autor", "über die autorin", "name"};
  const std::string folded = lower_case(name);
  return std::find(kPlaceholders.begin(), kPlaceholders.end(), folded) != kPlaceholders.end() ||
         std::find(kLabels.begin(), kLabels.end(), folded) != kLabels.end() || folded.ends_with("admin");
}

bool is_address(std::string_view name) {
  return name.find("://") != std::string_view::npos || name.find("www.") != std::string_view::npos ||
         name.starts_with("/") || name.starts_with("@") || name.find('@') != std::string_view::npos;
}

// Names from `raw`, a member meant for one author or a list; sites, addresses and placeholders left out.
std::vector<std::string> clean_authors(const std::vector<std::string>& raw, std::string_view outlet_name) {
  std::vector<std::string> out;
  const std::string outlet = letters_of(outlet_name);
  for (const std::string& value : raw) {
    const std::string text = base::collapse_whitespace(plain_text(value));
    if (text.size() > kMaxBylineBytes || is_address(text)) continue;
    for (std::string& name : split_authors(text)) {
      if (is_address(name) || is_placeholder(name) || (!outlet.empty() && letters_of(name) == outlet)) continue;
      const LineFeatures f = look_at(name);
      if (f.words > 6 || f.letters < 2 || f.digits > f.letters) continue;
      if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
    }
  }
  return out;
}

// Authors from elements that a page marks as such: the first that holds a name. Further ones, below the text, are boxes
// and teasers of others.
std::vector<std::string> authors_in(const PageFacts& facts, const std::vector<NodeIndex>& places, bool marked,
                                    bool of_others, std::string* byline) {
  for (const NodeIndex place : places) {
    if (is_of_others(facts, place) != of_others || (of_others && !is_near_text(facts, place))) continue;
    const bool sure = marked || has_author_class(facts.tree, place);
    auto read = read_author_place(facts.tree, place, sure ? AuthorMark::kMarked : AuthorMark::kNamed);
    if (!read || std::all_of(read->authors.begin(), read->authors.end(), is_placeholder)) continue;
    *byline = std::move(read->text);
    return std::move(read->authors);
  }
  return {};
}

std::vector<std::string> meta_authors(const PageHead& head) {
  for (std::string_view name :
       {"author", "article:author", "og:article:author", "parsely-author", "cxenseparse:author", "sailthru.author",
        "dc.creator", "dc:creator", "dcterms.creator", "dc.contributor", "citation_author", "byl",
        "article:author_name", "shareaholic:article_author_name", "vr:author", "og:author", "twitter:author"}) {
    std::vector<std::string> out;
    for (std::string_view value : head.all_metas(name)) {
      if (!is_address(value)) out.emplace_back(value);
    }
    if (!out.empty()) return out;
  }
  return {};
}

// A name alone on a line, with a day on the line before or after it.
bool is_name_beside_date(const std::vector<Block>& blocks, std::uint32_t i, const std::string& language) {
  const Block& block = blocks[i];
  if (block.features.words < 2 || block.features.words > 4 || block.features.lower_words > 1 ||
      !looks_like_name(block.text))
    return false;
  if ((block.shapes & kShapeHeading) != 0) return false;
  const auto is_date = [&](std::uint32_t other) {
    return other < blocks.size() && blocks[other].features.words <= 12 && blocks[other].features.digits > 0 &&
           text::find_written_date(blocks[other].text, language).has_value();
  };
  return is_date(i + 1) || (i > 0 && is_date(i - 1));
}

// Lines near headline and text that read as a byline.
void read_lines(const PageFacts& facts, news::Article& article) {
  const Region& region = facts.text.region;
  const auto& blocks = facts.blocks.blocks;
  const std::uint32_t first = region.outer_first > 6 ? region.outer_first - 6 : 0;
  const std::uint32_t last = std::min<std::uint32_t>(static_cast<std::uint32_t>(blocks.size()), region.last + 8);
  const auto try_line = [&](std::uint32_t i, bool near_headline) {
    if (blocks[i].features.words > 25 || (blocks[i].hints & (kHintComments | kHintRelated)) != 0) return false;
    if (facts.text.keeps(i) && blocks[i].score > 0) return false;
    auto byline = parse_byline(blocks[i].text);
    if (byline && !near_headline && !begins_with_by(blocks[i].text)) byline.reset();
    if (!byline && near_headline) byline = parse_dated_byline(blocks[i].text);
    if (!byline && near_headline && i >= region.outer_first && is_name_beside_date(blocks, i, article.language)) {
      byline = Byline{blocks[i].text, {blocks[i].text}};
    }
    const auto contact = byline ? byline : parse_contact_line(blocks[i].text);
    if (!contact) return false;
    auto names = clean_authors(contact->authors, article.outlet.name);
    if (names.empty()) return false;
    article.authors = std::move(names);
    if (byline && article.byline.empty()) article.byline = byline->text;
    return true;
  };
  for (std::uint32_t i = first; i < std::min(region.first + 4, last); ++i) {
    if (try_line(i, true)) return;
  }
  for (std::uint32_t i = std::max(region.first + 4, region.last > 4 ? region.last - 4 : 0); i < last; ++i) {
    if (try_line(i, false)) return;
  }
}

// What a page shows readers as its author's.
std::vector<std::string> visible_authors(const PageFacts& facts, std::string* byline) {
  std::vector<NodeIndex> properties;
  for (const auto& [property, node] : facts.head.properties) {
    const bool wanted = property == "author" || property == "creator";
    if (wanted && properties.size() < kMaxPlaces) properties.push_back(node);
  }
  // What stands at the text is its author's even where the elements around speak of others ("teaser__author").
  for (const bool of_others : {false, true}) {
    auto visible = authors_in(facts, properties, true, of_others, byline);
    if (visible.empty()) visible = authors_in(facts, facts.head.author_links, true, of_others, byline);
    if (visible.empty()) visible = authors_in(facts, facts.head.author_places, false, of_others, byline);
    if (!visible.empty()) return visible;
  }
  return {};
}

// True when what a page tells machines about its authors is the house itself: content systems fill it in where no
// person is entered.
bool is_house(const PageFacts& facts, const std::vector<std::string>& authors, const news::Outlet& outlet) {
  if (facts.ld != nullptr && facts.ld->authors_are_organisations) return true;
  std::string letters;
  for (const std::string& author : authors) letters += letters_of(author);
  if (letters.empty()) return false;
  if (letters == letters_of(outlet.name)) return true;
  if (facts.ld != nullptr && letters == letters_of(facts.ld->publisher)) return true;
  return !outlet.domain.empty() && letters == letters_of(outlet.domain);
}

}  // namespace

void read_people(const PageFacts& facts, news::Article& article) {
  const std::string& house = article.outlet.name;
  const std::vector<std::string> visible = visible_authors(facts, &article.byline);
  // A name that a page gives to machines as its author's is believed even where the site bears the same: blogs do.
  const std::vector<std::string> told =
      facts.ld != nullptr ? clean_authors(facts.ld->authors, {}) : std::vector<std::string>();
  const std::vector<std::string> metas = meta_authors(facts.head);
  if (!is_house(facts, told, article.outlet)) article.authors = told;
  if (article.authors.empty()) article.authors = clean_authors(visible, house);
  if (article.authors.empty() || article.byline.empty()) {
    news::Article lines;
    lines.outlet = article.outlet;
    lines.language = article.language;
    read_lines(facts, lines);
    // A line that says "by" is meant for readers; other lines are believed only where machines are told nothing.
    if (article.authors.empty() && begins_with_by(lines.byline)) article.authors = lines.authors;
    if (article.authors.empty()) article.authors = clean_authors(metas, house);
    if (article.authors.empty() && told.empty()) article.authors = lines.authors;
    if (article.byline.empty()) article.byline = lines.byline;
  }
  // No person is named anywhere: the house, where the page names it as the author.
  if (article.authors.empty()) article.authors = told;
  if (article.authors.empty()) article.authors = clean_authors(visible, {});
  if (article.authors.empty()) article.authors = clean_authors(metas, {});
}

}  // namespace dateline::extract
