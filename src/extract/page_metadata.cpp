#include "extract/page_metadata.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "extract/html_text.h"
#include "extract/outlet_names.h"
#include "extract/page_headline.h"
#include "extract/spaced_text.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kMaxUriBytes = 2048;

bool is_http(std::string_view uri) {
  if (uri.size() > kMaxUriBytes || uri.find_first_of(" \t\r\n<>\"") != std::string_view::npos) return false;
  return base::starts_with_ignoring_case(uri, "http://") || base::starts_with_ignoring_case(uri, "https://");
}

// What follows scheme and host.
std::string_view path_of(std::string_view uri) {
  const std::size_t scheme = uri.find("://");
  if (scheme == std::string_view::npos) return {};
  const std::size_t slash = uri.find('/', scheme + 3);
  return slash == std::string_view::npos ? std::string_view{} : uri.substr(slash);
}

bool is_front_page(std::string_view uri) {
  return path_of(uri).size() <= 1;
}

bool could_be_outlet(std::string_view name) {
  return name.size() >= 2 && name.size() <= 60 && name.find("://") == std::string_view::npos && !name.starts_with("@");
}

// A site that names itself by its domain says nothing that the domain does not.
bool is_domain_like(std::string_view name) {
  return name.find('.') != std::string_view::npos && name.find(' ') == std::string_view::npos;
}

std::string outlet_from_page(const PageFacts& facts, std::string_view article_headline) {
  OutletEvidence evidence;
  const auto& blocks = facts.blocks.blocks;
  evidence.title_part = title_suffix(facts.head.title);
  // "Kestrel Post: World: Ferries collide"
  const std::size_t colon = facts.head.title.find(": ");
  if (evidence.title_part.empty() && colon != std::string::npos) {
    evidence.title_part = std::string_view(facts.head.title).substr(0, colon);
  }
  if (letters_of(evidence.title_part) == letters_of(article_headline)) evidence.title_part = {};
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (facts.text.keeps(i) || blocks[i].text.size() > 300 || blocks[i].tag == formats::Tag::kH1) continue;
    (i < facts.text.region.first ? evidence.before : evidence.after).push_back(blocks[i].text);
  }
  return outlet_from_furniture(evidence).name;
}

}  // namespace

std::string cleaned(std::string_view text) {
  return base::collapse_whitespace(plain_text(text));
}

std::string absolute_address(std::string_view reference, std::string_view base_uri) {
  if (is_http(reference)) return std::string(reference);
  const std::size_t scheme = base_uri.find("://");
  if (scheme == std::string_view::npos || reference.empty()) return {};
  if (reference.starts_with("//")) return std::string(base_uri.substr(0, scheme + 1)) + std::string(reference);
  if (!reference.starts_with("/")) return {};
  const std::size_t slash = base_uri.find('/', scheme + 3);
  return std::string(base_uri.substr(0, slash)) + std::string(reference);
}

std::string first_meta(const PageHead& head, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    std::string value = cleaned(head.meta(name));
    if (!value.empty()) return value;
  }
  return {};
}

std::string property_address(const PageFacts& facts, std::string_view wanted) {
  for (const auto& [property, node] : facts.head.properties) {
    if (property != wanted || is_of_others(facts, node)) continue;
    for (std::string_view key : {"content", "href", "src"}) {
      std::string value = cleaned(facts.tree.attribute(node, key));
      if (!value.empty()) return value;
    }
  }
  return {};
}

std::string property_text(const PageFacts& facts, std::string_view wanted) {
  constexpr std::size_t kMaxValueBytes = 300;
  for (const auto& [property, node] : facts.head.properties) {
    if (property != wanted || is_of_others(facts, node)) continue;
    std::string value = cleaned(facts.tree.attribute(node, "content"));
    if (!value.empty()) return value;
    std::string text = spaced_text(facts.tree, node, kMaxValueBytes);
    if (!text.empty() && text.size() <= kMaxValueBytes) return text;
  }
  return {};
}

std::string domain_of(std::string_view uri) {
  if (!is_http(uri)) return {};
  std::string_view host = uri.substr(uri.find("://") + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  const std::size_t at = host.rfind('@');
  if (at != std::string_view::npos) host.remove_prefix(at + 1);
  host = host.substr(0, host.find(':'));
  std::string domain = base::ascii_lower(host);
  for (std::string_view prefix : {"www.", "m.", "amp."}) {
    if (domain.starts_with(prefix) && std::count(domain.begin(), domain.end(), '.') >= 2)
      domain.erase(0, prefix.size());
  }
  return domain;
}

bool is_near_text(const PageFacts& facts, formats::NodeIndex place) {
  const auto& blocks = facts.blocks.blocks;
  const Region& region = facts.text.region;
  if (blocks.empty() || region.empty()) return true;
  const std::uint32_t first = region.outer_first > kBlocksAbove ? region.outer_first - kBlocksAbove : 0;
  return place >= blocks[first].holder && place <= blocks[region.last - 1].holder;
}

bool is_of_others(const PageFacts& facts, formats::NodeIndex place) {
  const auto& elements = facts.blocks.elements;
  for (formats::NodeIndex node = place; node != formats::kNoNode; node = facts.tree.node(node).parent) {
    const auto found =
        std::lower_bound(elements.begin(), elements.end(), node,
                         [](const Element& element, formats::NodeIndex wanted) { return element.node < wanted; });
    if (found == elements.end() || found->node != node || found->first == found->last) continue;
    return (facts.blocks.blocks[found->first].hints & (kHintComments | kHintRelated)) != 0;
  }
  return false;
}

void read_address(const PageFacts& facts, news::Article& article) {
  const std::string& own = facts.capture.uri;
  std::vector<std::string> candidates{absolute_address(facts.head.canonical, own),
                                      absolute_address(facts.head.meta("og:url"), own)};
  if (facts.ld != nullptr) candidates.push_back(facts.ld->url);
  for (std::string_view name : {"mainEntityOfPage", "url"}) {
    candidates.push_back(absolute_address(property_address(facts, name), own));
  }
  candidates.push_back(first_meta(facts.head, {"dc.identifier", "dcterms.identifier", "twitter:url"}));
  for (const std::string& candidate : candidates) {
    if (!is_http(candidate)) continue;
    if (is_front_page(candidate) && !own.empty() && !is_front_page(own)) continue;
    article.uri = candidate;
    return;
  }
  article.uri = own;
}

void read_outlet(const PageFacts& facts, news::Article& article) {
  article.outlet.domain = domain_of(facts.capture.uri.empty() ? article.uri : facts.capture.uri);
  if (article.outlet.domain.empty()) article.outlet.domain = domain_of(article.uri);
  std::vector<std::string> names{cleaned(facts.head.meta("og:site_name"))};
  if (facts.ld != nullptr) names.push_back(facts.ld->publisher);
  names.push_back(property_text(facts, "publisher"));
  names.push_back(first_meta(facts.head, {"dc.publisher", "dcterms.publisher", "publisher", "application-name",
                                          "apple-mobile-web-app-title", "copyright"}));
  const std::string known = outlet_of_domain(article.outlet.domain).name;
  for (const std::string& name : names) {
    if (!could_be_outlet(name) || (is_domain_like(name) && !known.empty())) continue;
    article.outlet.name = name;
    return;
  }
  article.outlet.name = known;
  if (article.outlet.name.empty()) article.outlet.name = outlet_from_page(facts, article.headline);
}

}  // namespace dateline::extract
