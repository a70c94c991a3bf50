#include "extract/page_labels.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "extract/html_text.h"
#include "extract/spaced_text.h"

namespace dateline::extract {
namespace {

using formats::NodeIndex;

constexpr std::size_t kMaxKeywords = 40;
constexpr std::size_t kMaxLabelBytes = 100;

void add_keyword(std::string text, std::vector<std::string>& keywords) {
  if (!text.empty() && text.size() <= kMaxLabelBytes && keywords.size() < kMaxKeywords &&
      std::find(keywords.begin(), keywords.end(), text) == keywords.end()) {
    keywords.push_back(std::move(text));
  }
}

void add_keywords(std::string_view list, std::vector<std::string>& keywords) {
  for (std::string_view word : base::split(list, ',')) add_keyword(cleaned(word), keywords);
}

bool is_home(std::string_view crumb) {
  constexpr std::array<std::string_view, 9> kHomes{"home",    "startseite", "start",  "accueil", "inicio",
                                                   "portada", "homepage",   "начало", "главная"};
  const std::string folded = lower_case(crumb);
  return std::find(kHomes.begin(), kHomes.end(), folded) != kHomes.end();
}

// The last crumb that is a section: neither the front page nor the article itself.
std::string section_in(const std::vector<std::string>& crumbs, const news::Article& article) {
  const std::string headline = letters_of(article.headline);
  const std::string outlet = letters_of(article.outlet.name);
  for (auto crumb = crumbs.rbegin(); crumb != crumbs.rend(); ++crumb) {
    const std::string letters = letters_of(*crumb);
    const bool is_article = letters == headline || crumb->size() > 40;
    const bool is_number = crumb->find_first_not_of("0123456789 ") == std::string::npos;
    if (letters.empty() || is_article || is_number || is_home(*crumb) || letters == outlet) continue;
    return *crumb;
  }
  return {};
}

// The texts of the links of the trail that the page shows.
std::vector<std::string> shown_crumbs(const PageFacts& facts) {
  std::vector<std::string> crumbs;
  for (const NodeIndex trail : facts.head.breadcrumbs) {
    for (NodeIndex i = trail; i < facts.tree.node(trail).subtree_end && crumbs.size() < kMaxKeywords; ++i) {
      if (facts.tree.node(i).tag != formats::Tag::kA) continue;
      std::string text = spaced_text(facts.tree, i, kMaxLabelBytes);
      if (!text.empty() && text.size() <= kMaxLabelBytes) crumbs.push_back(std::move(text));
    }
    if (!crumbs.empty()) break;
  }
  return crumbs;
}

// "politics" of https://messenger.example/politics/2024/basin-closes: the first folder, where it is a word that files.
std::string section_of_address(std::string_view uri) {
  constexpr std::array<std::string_view, 16> kNoSections{
      "article", "articles", "artikel", "story", "stories", "post", "posts", "blog",
      "archive", "archives", "content", "index", "node",    "amp",  "home",  "web"};
  const std::size_t scheme = uri.find("://");
  if (scheme == std::string_view::npos) return {};
  const auto parts = base::split(uri.substr(scheme + 3), '/');
  if (parts.size() < 3 || parts[2].empty()) return {};
  const std::string_view folder = parts[1];
  const bool is_word =
      folder.size() >= 3 && folder.size() <= 24 &&
      std::all_of(folder.begin(), folder.end(), [](char c) { return base::is_ascii_lower(c) || c == '-'; });
  if (!is_word || std::find(kNoSections.begin(), kNoSections.end(), folder) != kNoSections.end()) return {};
  return std::string(folder);
}

std::string find_section(const PageFacts& facts, const news::Article& article) {
  std::string section = facts.ld != nullptr ? facts.ld->section : std::string();
  if (section.empty()) {
    section = first_meta(facts.head, {"article:section", "og:article:section", "section", "articlesection",
                                      "parsely-section", "cxenseparse:category", "prism.section", "dc.type.section"});
  }
  if (section.empty()) section = property_text(facts, "articleSection");
  if (section.empty() && facts.ld != nullptr) section = section_in(facts.ld->breadcrumbs, article);
  if (section.empty()) section = section_in(shown_crumbs(facts), article);
  if (section.empty()) section = section_of_address(article.uri);
  return section.size() <= kMaxLabelBytes ? section : std::string();
}

std::vector<std::string> find_keywords(const PageFacts& facts) {
  if (facts.ld != nullptr && !facts.ld->keywords.empty()) return facts.ld->keywords;
  std::vector<std::string> keywords;
  for (std::string_view name : {"article:tag", "og:article:tag"}) {
    for (std::string_view tag : facts.head.all_metas(name)) add_keywords(tag, keywords);
  }
  for (std::string_view name :
       {"news_keywords", "keywords", "parsely-tags", "sailthru.tags", "dc.subject", "dcterms.subject"}) {
    if (!keywords.empty()) return keywords;
    for (std::string_view words : facts.head.all_metas(name)) add_keywords(words, keywords);
  }
  if (keywords.empty()) add_keywords(property_text(facts, "keywords"), keywords);
  if (!keywords.empty()) return keywords;
  for (const NodeIndex link : facts.head.tag_links) {
    if (!is_of_others(facts, link)) add_keyword(spaced_text(facts.tree, link, kMaxLabelBytes), keywords);
  }
  return keywords;
}

std::string find_image(const PageFacts& facts, std::string_view uri) {
  std::vector<std::string> candidates{first_meta(
      facts.head, {"og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"})};
  if (facts.ld != nullptr) candidates.push_back(facts.ld->image);
  candidates.push_back(first_meta(facts.head, {"image", "thumbnailurl"}));
  candidates.push_back(property_address(facts, "image"));
  candidates.push_back(property_address(facts, "thumbnailUrl"));
  candidates.emplace_back(facts.head.image);
  for (const std::string& candidate : candidates) {
    std::string address = absolute_address(candidate, uri);
    // The site's icon and the portrait of an author are no pictures of the report.
    const bool is_icon = address.find("favicon") != std::string::npos || address.find("gravatar.") != std::string::npos;
    if (!address.empty() && !is_icon) return address;
  }
  return {};
}

std::string find_rights(const PageFacts& facts) {
  std::string rights = first_meta(
      facts.head, {"dcterms.rights", "dc.rights", "copyright", "rights", "dcterms.license", "copyrightnotice"});
  if (rights.empty() && facts.ld != nullptr) rights = facts.ld->rights;
  if (rights.empty()) rights = property_text(facts, "copyrightNotice");
  const auto& blocks = facts.blocks.blocks;
  for (std::uint32_t i = 0; i < blocks.size() && rights.empty(); ++i) {
    if (facts.text.keeps(i) || (blocks[i].hints & kHintComments) != 0) continue;
    if ((blocks[i].features.wording.all() & kRights) != 0 && blocks[i].features.words <= 40) rights = blocks[i].text;
  }
  if (rights.empty()) rights = property_text(facts, "copyrightHolder");
  if (rights.empty()) rights = std::string(facts.head.license);
  return rights;
}

// What the page tells machines; nothing when it says nothing.
std::optional<bool> told_free(const PageFacts& facts) {
  if (facts.ld != nullptr && facts.ld->free_to_read) return facts.ld->free_to_read;
  std::string said = first_meta(facts.head, {"isaccessibleforfree"});
  if (said.empty()) said = property_text(facts, "isAccessibleForFree");
  if (!said.empty()) return !base::equals_ignoring_case(said, "false");
  const std::string tier = first_meta(facts.head, {"article:content_tier"});
  if (tier.empty()) return std::nullopt;
  return !base::equals_ignoring_case(tier, "locked");
}

// Sites ask for subscriptions everywhere; a page whose rest is withheld says so at its text.
bool shows_paywall(const PageFacts& facts) {
  const auto& blocks = facts.blocks.blocks;
  const Region& region = facts.text.region;
  for (std::uint32_t i = region.outer_first; i < blocks.size() && i < region.last + 6; ++i) {
    if (facts.text.keeps(i) || (blocks[i].hints & kHintComments) != 0) continue;
    if ((blocks[i].features.wording.all() & kPaywall) != 0 && blocks[i].features.words <= 40) return true;
  }
  return false;
}

}  // namespace

void read_labels(const PageFacts& facts, news::Article& article) {
  article.section = find_section(facts, article);
  article.keywords = find_keywords(facts);
  article.image = find_image(facts, article.uri);
  article.rights = find_rights(facts);
  article.paywalled = !told_free(facts).value_or(true) || shows_paywall(facts);
}

}  // namespace dateline::extract
