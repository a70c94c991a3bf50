#include "extract/page_metadata.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "extract/html_text.h"
#include "extract/outlet_names.h"
#include "extract/page_headline.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kMaxUriBytes = 2048;
constexpr std::size_t kMaxKeywords = 40;

std::string clean(std::string_view text) {
  return base::collapse_whitespace(plain_text(text));
}

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

// `reference` made absolute against `base` where it is a path or lacks the scheme; empty when that is not possible.
std::string absolute(std::string_view reference, std::string_view base_uri) {
  if (is_http(reference)) return std::string(reference);
  const std::size_t scheme = base_uri.find("://");
  if (scheme == std::string_view::npos || reference.empty()) return {};
  if (reference.starts_with("//")) return std::string(base_uri.substr(0, scheme + 1)) + std::string(reference);
  if (!reference.starts_with("/")) return {};
  const std::size_t slash = base_uri.find('/', scheme + 3);
  return std::string(base_uri.substr(0, slash)) + std::string(reference);
}

void add_keywords(std::string_view list, std::vector<std::string>& keywords) {
  for (std::string_view word : base::split(list, ',')) {
    std::string text = clean(word);
    if (!text.empty() && text.size() <= 100 && keywords.size() < kMaxKeywords &&
        std::find(keywords.begin(), keywords.end(), text) == keywords.end()) {
      keywords.push_back(std::move(text));
    }
  }
}

std::string first_of(const PageHead& head, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    std::string value = clean(head.meta(name));
    if (!value.empty()) return value;
  }
  return {};
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
    if (facts.text.fates[i] == BlockFate::kKept || blocks[i].text.size() > 300 || blocks[i].tag == formats::Tag::kH1)
      continue;
    (i < facts.text.region.first ? evidence.before : evidence.after).push_back(blocks[i].text);
  }
  return outlet_from_furniture(evidence).name;
}

}  // namespace

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
  std::vector<std::string> candidates{absolute(facts.head.canonical, own), absolute(facts.head.meta("og:url"), own)};
  if (facts.ld != nullptr) candidates.push_back(facts.ld->url);
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
  std::vector<std::string> names{clean(facts.head.meta("og:site_name"))};
  if (facts.ld != nullptr) names.push_back(facts.ld->publisher);
  names.push_back(first_of(facts.head, {"dc.publisher", "dcterms.publisher", "publisher", "application-name",
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

void read_labels(const PageFacts& facts, news::Article& article) {
  const PageHead& head = facts.head;
  if (facts.ld != nullptr) {
    article.section = facts.ld->section;
    article.keywords = facts.ld->keywords;
    article.image = facts.ld->image;
    if (facts.ld->free_to_read) article.paywalled = !*facts.ld->free_to_read;
  }
  if (article.section.empty())
    article.section = first_of(head, {"article:section", "og:article:section", "section", "cxenseparse:category"});
  if (article.keywords.empty()) {
    for (std::string_view tag : head.all_metas("article:tag")) add_keywords(tag, article.keywords);
  }
  if (article.keywords.empty())
    add_keywords(first_of(head, {"news_keywords", "keywords", "dc.subject"}), article.keywords);
  const std::string image = first_of(head, {"og:image:secure_url", "og:image", "twitter:image", "twitter:image:src"});
  if (!image.empty()) article.image = image;
  article.image = absolute(article.image, article.uri);
  article.rights = first_of(head, {"dcterms.rights", "dc.rights", "copyright", "rights"});
  const auto& blocks = facts.blocks.blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (facts.text.fates[i] == BlockFate::kKept || (blocks[i].hints & kHintComments) != 0) continue;
    const Wordings said = blocks[i].features.wording.all();
    if (article.rights.empty() && (said & kRights) != 0 && blocks[i].features.words <= 40)
      article.rights = blocks[i].text;
    // Sites ask for subscriptions everywhere; a page whose rest is withheld says so at its text.
    const bool near_text = i >= facts.text.region.outer_first && i < facts.text.region.last + 6;
    if (near_text && (said & kPaywall) != 0 && blocks[i].features.words <= 40) article.paywalled = true;
  }
}

}  // namespace dateline::extract
