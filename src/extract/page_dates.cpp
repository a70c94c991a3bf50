#include "extract/page_dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/spaced_text.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

using text::WrittenDate;

constexpr std::size_t kMaxDateLine = 120;

// The text of an element that may hold a date; its beginning where it holds a book.
std::string line_of(const PageFacts& facts, formats::NodeIndex node) {
  return spaced_text(facts.tree, node, kMaxDateLine);
}

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
constexpr std::array<std::string_view, 31> kOtherMetas{"dc.date.issued",
                                                       "dcterms.issued",
                                                       "dcterms.created",
                                                       "dcterms:created",
                                                       "dc.date.created",
                                                       "dcterms.available",
                                                       "rnews:datepublished",
                                                       "og:pubdate",
                                                       "pub_date",
                                                       "publish_date",
                                                       "published_date",
                                                       "publicationdate",
                                                       "citation_date",
                                                       "prism.publicationdate",
                                                       "parsely-pub-date",
                                                       "cxenseparse:recs:publishtime",
                                                       "cxenseparse:publishtime",
                                                       "sailthru.date",
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
// These say "a date", which content systems fill with that of the last change as often as not.
constexpr std::array<std::string_view, 3> kVagueMetas{"dc.date", "dcterms.date", "date"};
constexpr std::array<std::string_view, 9> kModifiedMetas{
    "article:modified_time", "og:article:modified_time", "og:updated_time",  "datemodified", "last-modified",
    "dcterms.modified",      "dc.date.modified",         "article:modified", "lastmod"};

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
    if (property != wanted || is_of_others(facts, node)) continue;
    for (std::string_view key : {"content", "datetime"}) {
      if (auto date = parse(facts.tree.attribute(node, key), language)) return date;
    }
    if (auto date = text::find_written_date(line_of(facts, node), language)) return date;
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

std::optional<WrittenDate> from_time_element(const PageFacts& facts, formats::NodeIndex node,
                                             const std::string& language) {
  if (auto date = parse(facts.tree.attribute(node, "datetime"), language)) return date;
  return text::find_written_date(line_of(facts, node), language);
}

// time elements, those near the text first; those of other articles (teasers, comments) mostly stand after the text's
// own.
std::optional<WrittenDate> from_time_elements(const PageFacts& facts, const std::string& language, bool changed) {
  struct Pass {
    bool near;
    bool of_others;
  };
  for (const Pass pass : {Pass{true, false}, Pass{false, false}, Pass{true, true}}) {
    for (const formats::NodeIndex node : facts.head.times) {
      if (is_near_text(facts, node) != pass.near || is_of_others(facts, node) != pass.of_others) continue;
      const bool is_changed = says_changed(facts.tree.attribute(node, "class")) ||
                              says_changed(facts.tree.attribute(node, "itemprop")) ||
                              says_changed(line_of(facts, node));
      if (is_changed != changed) continue;
      if (auto date = from_time_element(facts, node, language)) return date;
    }
  }
  return std::nullopt;
}

// Elements whose class speaks of a date.
std::optional<WrittenDate> from_date_places(const PageFacts& facts, const std::string& language, bool changed) {
  for (const formats::NodeIndex node : facts.head.date_places) {
    if (is_of_others(facts, node)) continue;
    const std::string line = spaced_text(facts.tree, node, kMaxDateLine);
    if (line.size() < 6 || line.size() > kMaxDateLine || says_changed(line) != changed) continue;
    if (auto date = text::find_written_date(line, language)) return date;
  }
  return std::nullopt;
}

// Which lines of a page are looked at for a date, from the surest to the last resort.
enum class Reach { kNearText, kChangesNearText, kHintedNearText, kWholePage };

std::optional<WrittenDate> from_lines(const PageFacts& facts, const std::string& language, Reach reach) {
  const auto& blocks = facts.blocks.blocks;
  const Region& region = facts.text.region;
  const auto count = static_cast<std::uint32_t>(blocks.size());
  const bool whole = reach == Reach::kWholePage;
  const bool hinted = reach == Reach::kHintedNearText;
  const Hints refused = hinted ? kHintComments : kHintComments | kHintRelated | kHintAside;
  const std::uint32_t first = whole || region.outer_first < kBlocksAbove ? 0 : region.outer_first - kBlocksAbove;
  const std::uint32_t last = std::min<std::uint32_t>(count, region.last + 10);
  const auto look = [&](std::uint32_t i) -> std::optional<WrittenDate> {
    const Block& block = blocks[i];
    if (block.text.size() > kMaxDateLine || block.features.digits == 0) return std::nullopt;
    if ((block.hints & refused) != 0 || block.link_share() > 0.6) return std::nullopt;
    if ((block.features.wording.all() & kRights) != 0) return std::nullopt;
    if (says_changed(block.text) != (reach == Reach::kChangesNearText) && !whole && !hinted) return std::nullopt;
    return text::find_written_date(block.text, language);
  };
  for (std::uint32_t i = first; i < std::min(whole ? last : region.first + 3, last); ++i) {
    if (auto date = look(i)) return date;
  }
  for (std::uint32_t i = region.last; i < last; ++i) {
    if (auto date = look(i)) return date;
  }
  return std::nullopt;
}

// "Vellmar, 8 October 2024 – The council …": a day that the text begins with.
std::optional<WrittenDate> from_opening(const news::Article& article) {
  constexpr std::size_t kOpeningBytes = 60;
  constexpr std::size_t kOpenings = 2;  // A lead may stand before.
  for (std::size_t i = 0; i < article.paragraphs.size() && i < kOpenings; ++i) {
    const std::string_view paragraph = article.paragraphs[i].span.of(article.text);
    if (auto date = text::find_written_date(base::utf8_prefix(paragraph, kOpeningBytes), article.language)) return date;
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

// A clock's reading that states no zone, beside the same moment in UTC: the zone it was read in, in minutes. Clocks on
// land differ from UTC by whole half hours (but for Nepal and the Chatham Islands), from 12 hours behind to 14 ahead.
std::optional<int> offset_between(base::Instant utc, base::Instant local) {
  using std::chrono::minutes;
  const auto difference = std::chrono::floor<minutes>(local) - std::chrono::floor<minutes>(utc);
  if (difference % minutes(30) != minutes(0) || difference == minutes(0)) return std::nullopt;
  if (difference < -minutes(12 * 60) || difference > minutes(14 * 60)) return std::nullopt;
  return static_cast<int>(difference.count());
}

// What else the page says of the moment, for its zone.
std::vector<WrittenDate> further_statements(const PageFacts& facts, const std::string& language) {
  std::vector<WrittenDate> dates;
  const auto add = [&dates](const std::optional<WrittenDate>& date) {
    if (date) dates.push_back(*date);
  };
  if (facts.ld != nullptr) add(parse(facts.ld->published, language));
  add(from_property(facts, "datePublished", language));
  add(from_metas(facts.head, kOtherMetas, language));
  add(from_metas(facts.head, kVagueMetas, language));
  for (const formats::NodeIndex node : facts.head.times) {
    if (!is_near_text(facts, node) || is_of_others(facts, node) || says_changed(line_of(facts, node))) continue;
    add(parse(facts.tree.attribute(node, "datetime"), language));
    add(text::find_written_date(line_of(facts, node), language));
  }
  add(from_date_places(facts, language, false));
  add(from_lines(facts, language, Reach::kNearText));
  return dates;
}

// Machines are often told UTC where readers are shown the outlet's own clock. The zone is taken from wherever the page
// states the same moment in it. Where it shows no more than another day, next to the one in UTC, that day is what
// readers know: it is taken, without a time.
WrittenDate in_own_zone(const PageFacts& facts, const news::Article& article, std::string_view uri,
                        const WrittenDate& published, const std::optional<WrittenDate>& modified) {
  if (!published.has_time_of_day || published.utc_offset_minutes.value_or(0) != 0) return published;
  WrittenDate out = published;
  const std::vector<WrittenDate> others = further_statements(facts, article.language);
  for (const WrittenDate& other : others) {
    if (other.utc_offset_minutes.value_or(0) == 0 || other.instant != published.instant) continue;
    out.utc_offset_minutes = other.utc_offset_minutes;
    return out;
  }
  if (published.utc_offset_minutes) {
    for (const WrittenDate& other : others) {
      if (!other.has_time_of_day || other.utc_offset_minutes) continue;
      const auto offset = offset_between(published.instant, other.instant);
      if (!offset) continue;
      out.utc_offset_minutes = offset;
      return out;
    }
  }
  if (modified && modified->utc_offset_minutes.value_or(0) != 0 &&
      std::chrono::abs(modified->instant - published.instant) < std::chrono::hours(72)) {
    out.utc_offset_minutes = modified->utc_offset_minutes;
    return out;
  }
  auto shown = from_address(uri);
  for (const WrittenDate& other : others) {
    if (!shown && !other.has_time_of_day) shown = other;
  }
  // Of the zones that people live in; the edges of the Pacific would let every noon be tomorrow.
  constexpr std::chrono::hours kFurthestAhead(11);
  constexpr std::chrono::hours kFurthestBehind(10);
  if (!shown || shown->has_time_of_day) return published;
  const auto ahead = base::Instant(shown->day()) - published.instant;
  const bool is_today_somewhere = ahead <= kFurthestAhead && ahead >= -(std::chrono::hours(24) + kFurthestBehind);
  return is_today_somewhere && shown->day() != published.day() ? *shown : published;
}

std::optional<WrittenDate> find_published(const PageFacts& facts, const news::Article& article, std::string_view uri) {
  const std::string& language = article.language;
  if (auto date = from_metas(facts.head, kSureMetas, language)) return date;
  if (facts.ld != nullptr) {
    if (auto date = parse(facts.ld->published, language)) return date;
  }
  if (auto date = from_property(facts, "datePublished", language)) return date;
  if (auto date = from_metas(facts.head, kOtherMetas, language)) return date;
  if (auto date = from_property(facts, "dateCreated", language)) return date;
  if (auto date = from_time_elements(facts, language, false)) return date;
  const auto vague = from_metas(facts.head, kVagueMetas, language);
  // A day in the address is exact, but says nothing of the time; a line that holds the same day says more.
  const auto addressed = from_address(uri);
  auto visible = from_date_places(facts, language, false);
  const bool placed = visible.has_value();
  if (!visible) visible = from_lines(facts, language, Reach::kNearText);
  if (addressed && (!visible || visible->day() != addressed->day())) return addressed;
  // What a line says later than machines are told is some other day: that of the visit, or of a comment.
  if (vague && (!visible || visible->day() == vague->day() || (!placed && visible->day() > vague->day()))) return vague;
  return visible;
}

// What is left where a page says nowhere that it was published on a day.
std::optional<WrittenDate> last_resort(const PageFacts& facts, const news::Article& article) {
  if (auto date = from_date_places(facts, article.language, true)) return date;
  if (auto date = from_lines(facts, article.language, Reach::kChangesNearText)) return date;
  if (auto date = from_opening(article)) return date;
  // "teaser__date" right above the headline is not a teaser's.
  if (auto date = from_lines(facts, article.language, Reach::kHintedNearText)) return date;
  return from_lines(facts, article.language, Reach::kWholePage);
}

}  // namespace

void read_page_dates(const PageFacts& facts, news::Article& article) {
  const std::string& language = article.language;
  auto modified = from_metas(facts.head, kModifiedMetas, language);
  if (!modified && facts.ld != nullptr) modified = parse(facts.ld->modified, language);
  if (!modified) modified = from_property(facts, "dateModified", language);
  if (!modified) modified = from_time_elements(facts, language, true);
  article.modified = modified;
  const std::string_view uri = article.uri.empty() ? facts.capture.uri : article.uri;
  auto published = find_published(facts, article, uri);
  // An update is all that is said: the report is at least that old, and readers mean this day.
  if (!published && facts.capture.carrier.published.empty()) {
    published = modified ? modified : last_resort(facts, article);
  }
  if (published) article.published = news::stated(in_own_zone(facts, article, uri, *published, modified));
}

}  // namespace dateline::extract
