#include "extract/page_people.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/strings.h"
#include "extract/bylines.h"
#include "extract/html_text.h"
#include "extract/spaced_text.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

using formats::NodeIndex;

constexpr std::size_t kMaxBylineBytes = 160;

// Values that content systems write when nobody has filled in the author.
bool is_placeholder(std::string_view name) {
  constexpr std::array<std::string_view, 12> kPlaceholders{"admin", "administrator", "webmaster", "author",
                                                           "autor", "guest",         "gast",      "user",
                                                           "root",  "none",          "null",      "unknown"};
  const std::string folded = lower_case(name);
  return std::find(kPlaceholders.begin(), kPlaceholders.end(), folded) != kPlaceholders.end();
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

// Authors from elements that a page marks as such: the ones whose whole text is a byline or a name.
std::vector<std::string> authors_in(const PageFacts& facts, const std::vector<NodeIndex>& places, bool marked,
                                    std::string* byline) {
  std::vector<std::string> out;
  NodeIndex done = 0;
  for (const NodeIndex place : places) {
    if (place < done) continue;  // Inside a place that has been read.
    const std::string text = spaced_text(facts.tree, place, kMaxBylineBytes);
    if (text.empty() || text.size() > kMaxBylineBytes) continue;
    std::vector<std::string> names;
    if (const auto parsed = parse_byline(text)) {
      names = parsed->authors;
    } else if (looks_like_name(text) && (marked || text.find(' ') != std::string::npos)) {
      names = {text};
    }
    if (names.empty()) continue;
    if (byline->empty()) *byline = text;
    done = facts.tree.node(place).subtree_end;
    for (std::string& name : names) {
      if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
    }
    // The first place is the byline; further ones, below the text, are boxes and teasers of others.
    break;
  }
  return out;
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
    if (facts.text.fates[i] == BlockFate::kKept && blocks[i].score > 0) return false;
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

}  // namespace

void read_people(const PageFacts& facts, news::Article& article) {
  std::string byline;
  std::vector<NodeIndex> properties;
  for (const auto& [property, node] : facts.head.properties) {
    if (property == "author") properties.push_back(node);
  }
  std::vector<std::string> visible = authors_in(facts, properties, true, &byline);
  if (visible.empty()) visible = authors_in(facts, facts.head.author_links, true, &byline);
  if (visible.empty()) visible = authors_in(facts, facts.head.author_places, false, &byline);
  article.byline = byline;
  // A name that a page gives to machines as its author's is believed even where the site bears the same: blogs do.
  if (facts.ld != nullptr) article.authors = clean_authors(facts.ld->authors, {});
  // Where that is the house itself, and the page shows readers a person, the person wrote it.
  if (!visible.empty() && article.authors.size() == 1 &&
      letters_of(article.authors[0]) == letters_of(article.outlet.name)) {
    article.authors.clear();
  }
  if (article.authors.empty()) article.authors = clean_authors(visible, article.outlet.name);
  if (article.authors.empty()) article.authors = clean_authors(meta_authors(facts.head), article.outlet.name);
  if (article.authors.empty() || article.byline.empty()) {
    news::Article lines;
    lines.outlet = article.outlet;
    lines.language = article.language;
    read_lines(facts, lines);
    if (article.authors.empty()) article.authors = lines.authors;
    if (article.byline.empty()) article.byline = lines.byline;
  }
}

}  // namespace dateline::extract
