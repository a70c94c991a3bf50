#include "extract/page_dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/strings.h"
#include "extract/spaced_text.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

using text::WrittenDate;

std::optional<WrittenDate> parse(std::string_view text, const std::string& language) {
  text = base::trim(text);
  if (text.size() < 6 || text.size() > 100) return std::nullopt;
  if (auto date = text::parse_written_date(text, language)) return date;
  // A zone in brackets, milliseconds and the like after a good day and time.
  if (text.size() > 19 && text[4] == '-') return text::parse_written_date(text.substr(0, 19), language);
  return std::nullopt;
}

// Names of meta elements that hold the day of publication, by how far they are believed. Open Graph's are written for
// machines that check them; the others are older, and some sites fill them with the day of the last change.
constexpr std::array<std::string_view, 4> kSureMetas{"article:published_time", "og:article:published_time",
                                                     "article:published", "datepublished"};
constexpr std::array<std::string_view, 26> kOtherMetas{"dc.date.issued",
                                                       "dcterms.issued",
                                                       "dc.date",
                                                       "dcterms.created",
                                                       "dcterms:created",
                                                       "dc.date.created",
                                                       "dcterms.date",
                                                       "prism.publicationdate",
                                                       "parsely-pub-date",
                                                       "cxenseparse:recs:publishtime",
                                                       "cxenseparse:publishtime",
                                                       "sailthru.date",
                                                       "date",
                                                       "pubdate",
                                                       "publish-date",
                                                       "publishdate",
                                                       "publication_date",
                                                       "citation_publication_date",
                                                       "published_time",
                                                       "og:release_date",
                                                       "shareaholic:article_published_time",
                                                       "bi3dpubdate",
                                                       "article.published",
                                                       "article:created",
                                                       "datecreated",
                                                       "release_date"};
constexpr std::array<std::string_view, 7> kModifiedMetas{
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "last-modified",         "dcterms.modified",         "dc.date.modified"};

template <std::size_t kCount>
std::optional<WrittenDate> from_metas(const PageHead& head, const std::array<std::string_view, kCount>& names,
                                      const std::string& language) {
  for (std::string_view name : names) {
    for (std::string_view value : head.all_metas(name)) {
      if (auto date = parse(value, language)) return date;
    }
  }
  return std::nullopt;
}

std::optional<WrittenDate> from_property(const PageFacts& facts, std::string_view wanted, const std::string& language) {
  for (const auto& [property, node] : facts.head.properties) {
    if (property != wanted) continue;
    for (std::string_view key : {"content", "datetime"}) {
      if (auto date = parse(facts.tree.attribute(node, key), language)) return date;
    }
    if (auto date = text::find_written_date(facts.tree.text_below(node), language)) return date;
  }
  return std::nullopt;
}

bool says_changed(std::string_view text) {
  constexpr std::array<std::string_view, 10> kWords{"updated",  "modified",  "aktualisiert", "geändert",   "mis à jour",
                                                    "actualiz", "aggiornat", "atualizad",    "bijgewerkt", "changed"};
  const std::string folded = lower_case(text);
  return std::any_of(kWords.begin(), kWords.end(),
                     [&folded](std::string_view word) { return folded.find(word) != std::string::npos; });
}

// time elements, in order of the page; those of other articles (teasers, comments) mostly stand after the text's own.
std::optional<WrittenDate> from_time_elements(const PageFacts& facts, const std::string& language, bool changed) {
  for (const formats::NodeIndex node : facts.head.times) {
    const std::string_view words = facts.tree.attribute(node, "class");
    const bool is_changed = says_changed(words) || says_changed(facts.tree.attribute(node, "itemprop"));
    if (is_changed != changed) continue;
    if (auto date = parse(facts.tree.attribute(node, "datetime"), language)) return date;
    if (auto date = text::find_written_date(facts.tree.text_below(node), language)) return date;
  }
  return std::nullopt;
}

// Elements whose class speaks of a date, then short lines near headline and text.
std::optional<WrittenDate> from_visible(const PageFacts& facts, const std::string& language) {
  constexpr std::size_t kMaxDateLine = 120;
  for (const formats::NodeIndex node : facts.head.date_places) {
    const std::string line = spaced_text(facts.tree, node, kMaxDateLine);
    if (line.size() < 6 || line.size() > kMaxDateLine || says_changed(line)) continue;
    if (auto date = text::find_written_date(line, language)) return date;
  }
  const auto& blocks = facts.blocks.blocks;
  const Region& region = facts.text.region;
  const std::uint32_t first = region.outer_first > 8 ? region.outer_first - 8 : 0;
  const std::uint32_t last = std::min<std::uint32_t>(static_cast<std::uint32_t>(blocks.size()), region.last + 10);
  const auto look = [&](std::uint32_t i) -> std::optional<WrittenDate> {
    const Block& block = blocks[i];
    if (block.text.size() > kMaxDateLine || block.features.digits == 0) return std::nullopt;
    if ((block.hints & (kHintComments | kHintRelated | kHintAside)) != 0 || block.link_share() > 0.6)
      return std::nullopt;
    if ((block.features.wording.all() & kRights) != 0) return std::nullopt;
    return text::find_written_date(block.text, language);
  };
  for (std::uint32_t i = first; i < std::min(region.first + 3, last); ++i) {
    if (auto date = look(i)) return date;
  }
  for (std::uint32_t i = region.last; i < last; ++i) {
    if (auto date = look(i)) return date;
  }
  return std::nullopt;
}

// "/2018/05/24/", "/2018-05-24-", "/20180524/" in an address.
std::optional<WrittenDate> from_address(std::string_view uri) {
  const std::size_t scheme = uri.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  for (std::size_t at = uri.find('/', scheme + 3); at != std::string_view::npos && at + 9 <= uri.size(); ++at) {
    if (base::is_ascii_digit(uri[at - 1]) || !(uri.substr(at).starts_with("19") || uri.substr(at).starts_with("20")))
      continue;
    std::string digits;
    std::size_t end = at;
    while (
        end < uri.size() && digits.size() < 8 &&
        (base::is_ascii_digit(uri[end]) || ((uri[end] == '/' || uri[end] == '-' || uri[end] == '_') &&
                                            (digits.size() == 4 || digits.size() == 6) && uri[end - 1] != uri[end]))) {
      if (base::is_ascii_digit(uri[end])) digits += uri[end];
      ++end;
    }
    if (digits.size() != 8 || (end < uri.size() && base::is_ascii_digit(uri[end]))) continue;
    const std::string day = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
    if (const auto parsed = base::parse_day(day)) return WrittenDate{*parsed, false, std::nullopt};
  }
  return std::nullopt;
}

std::optional<WrittenDate> find_published(const PageFacts& facts, const std::string& language, std::string_view uri) {
  if (auto date = from_metas(facts.head, kSureMetas, language)) return date;
  if (facts.ld != nullptr) {
    if (auto date = parse(facts.ld->published, language)) return date;
  }
  if (auto date = from_property(facts, "datePublished", language)) return date;
  if (auto date = from_metas(facts.head, kOtherMetas, language)) return date;
  if (auto date = from_property(facts, "dateCreated", language)) return date;
  if (auto date = from_time_elements(facts, language, false)) return date;
  // A day in the address is exact, but says nothing of the time; a line that holds the same day says more.
  const auto addressed = from_address(uri);
  const auto visible = from_visible(facts, language);
  if (addressed && (!visible || visible->day() != addressed->day())) return addressed;
  return visible;
}

}  // namespace

void read_page_dates(const PageFacts& facts, news::Article& article) {
  const std::string& language = article.language;
  auto modified = from_metas(facts.head, kModifiedMetas, language);
  if (!modified && facts.ld != nullptr) modified = parse(facts.ld->modified, language);
  if (!modified) modified = from_property(facts, "dateModified", language);
  if (!modified) modified = from_time_elements(facts, language, true);
  article.modified = modified;
  auto published = find_published(facts, language, article.uri.empty() ? facts.capture.uri : article.uri);
  // An update is all that is said: the report is at least that old, and readers mean this day.
  if (!published && facts.capture.carrier.published.empty()) published = modified;
  if (published) article.published = news::stated(*published);
}

}  // namespace dateline::extract
