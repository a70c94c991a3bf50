// news/article.h -- what a capture turns out to contain.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/span.h"

namespace dateline::news {

using base::Span;

enum class ParagraphKind { kParagraph, kSubhead, kListItem, kQuotation, kCaption };

/// One block of the report: `span` of Article::text. Blocks are in order and do not overlap.
struct Paragraph {
  Span span;
  ParagraphKind kind = ParagraphKind::kParagraph;
};

/// How sure a day or time of publication is.
enum class Certainty {
  kUnknown,   ///< There is none.
  kStated,    ///< The capture says it.
  kInferred,  ///< Worked out; Published::because tells from what.
};

/// When a report was published. What instant, time of day and offset mean: base::Moment.
struct Published {
  std::optional<base::Instant> instant;
  bool has_time_of_day = false;
  Certainty certainty = Certainty::kUnknown;
  std::string because{};  ///< One line for readers, e.g. "'On Saturday' and the other report's 'Nov. 2'".
  std::optional<int> utc_offset_minutes{};

  /// `instant` and what belongs to it; nothing when it is not known.
  std::optional<base::Moment> moment() const;
  /// The day in the zone that the capture states; in UTC where it states none.
  std::optional<base::Day> day() const;
};

/// Published at `moment`, as the capture says.
Published stated(const base::Moment& moment);

/// Who published it.
struct Outlet {
  std::string name;    ///< "Business Standard"; empty when unknown.
  std::string domain;  ///< "business-standard.com"; empty when unknown.
};

enum class EntityType { kPerson, kOrganisation, kPlace, kOther };

/// Where a place lies.
struct Location {
  double latitude_degrees = 0;   ///< WGS 84, north positive.
  double longitude_degrees = 0;  ///< East positive.
  std::string country;           ///< ISO 3166-1 alpha-2 ("XK" for Kosovo); empty when unknown.
};

/// A person, organisation, place or other name, as one article speaks of it.
struct Entity {
  std::string key;  ///< The same for all mentions, and across articles for the same thing: "per:sergei-lavrov".
  EntityType type = EntityType::kOther;
  std::string name;                    ///< The fullest form the article uses, without titles: "Sergei Lavrov".
  std::string role;                    ///< People: "Russian Foreign Minister", in the article's words; else empty.
  std::string of{};                    ///< People of a place ("Japanese"): the place's key; else empty.
  std::optional<Location> location{};  ///< Places that a gazetteer knows.
};

/// One place where an entity is named.
struct Mention {
  Span span;               ///< Of Article::text.
  std::size_t entity = 0;  ///< Index into Article::entities.
};

enum class TimeType { kDate, kTime, kDuration, kSet };

/// A TIMEX3 expression (ISO-TimeML, TimeML 1.2.1).
struct Time {
  Span span;  ///< Of Article::text.
  TimeType type = TimeType::kDate;
  std::string value;  ///< TIMEX3 value: "2013-11-02", "2014-W05", "P6M", "PRESENT_REF".
};

/// What a quote tells of its source.
enum class QuoteKind {
  kSpeech,    ///< Words: said, written, signed.
  kAttitude,  ///< Thoughts: a wish, a plan, a belief, a judgement, a decision.
};

/// Direct or indirect speech, or an attitude. Parts are spans of Article::text, in order.
struct Quote {
  std::vector<Span> content;           ///< Without the quotation marks. Never empty.
  std::vector<Span> cue;               ///< "said", "according to"; may be empty.
  std::vector<Span> source;            ///< "Kishida", "he"; may be empty.
  std::optional<std::size_t> speaker;  ///< Index into Article::entities; none when it is not certain.
  bool direct = false;                 ///< In quotation marks.
  QuoteKind kind = QuoteKind::kSpeech;
};

/// A report. Spans throughout are UTF-8 bytes of `text`, which is the base of all offsets.
struct Article {
  std::string id;   ///< As the user knows the input; in the archive equal to `uri`.
  std::string uri;  ///< Canonical URI, else "urn:sha256:…" of the capture. Identity.
  Outlet outlet;
  std::string headline;
  std::string byline;  ///< As printed.
  std::vector<std::string> authors;
  std::string dateline;  ///< "TOKYO, Nov. 2"
  Published published;
  std::optional<base::Moment> modified;
  std::string language;  ///< BCP 47 primary subtag, "en"; empty when unknown.
  std::string section;
  std::vector<std::string> keywords;
  std::string image;       ///< URI
  std::string rights;      ///< The copyright or rights line, as printed.
  bool paywalled = false;  ///< The capture says that the rest is for subscribers.

  std::string text;                   ///< The paragraphs joined by '\n', or the row's own text.
  std::vector<Paragraph> paragraphs;  ///< Spans of `text`.
  std::vector<std::string> dropped;   ///< Blocks of the capture that are not the report, in order.

  // From here on by the annotate room.
  std::vector<Span> sentences;  ///< In order; none crosses a paragraph. Empty before annotation.
  std::vector<Entity> entities;
  std::vector<Mention> mentions;  ///< In order of their spans.
  std::vector<Time> times;        ///< In order of their spans.
  std::vector<Quote> quotes;

  /// Appends a block to `text` and `paragraphs`. Line breaks inside `block` become spaces.
  void append_paragraph(std::string_view block, ParagraphKind kind);

  /// Index into `paragraphs` of the block that holds byte `offset_bytes`; the last block for an offset past the end.
  /// REQUIRES: !paragraphs.empty().
  std::size_t paragraph_at(std::size_t offset_bytes) const;

  /// The number under which readers know block `index`: from 1, subheads and captions not counted (they take the
  /// number of the block before). What "¶6" and the anchor "#p6" say.
  std::size_t paragraph_number(std::size_t index) const;

  /// The mentions that lie inside `span`, as a range of indexes [first, second) into `mentions`.
  std::pair<std::size_t, std::size_t> mentions_in(const Span& span) const;
};

/// What readers see as the outlet's name: its name, else its domain, else "unknown outlet".
std::string outlet_label(const Outlet& outlet);

}  // namespace dateline::news
