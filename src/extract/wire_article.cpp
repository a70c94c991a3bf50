#include "extract/wire_article.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "extract/bylines.h"
#include "extract/carrier.h"
#include "extract/datelines.h"
#include "extract/known_outlets.h"
#include "extract/line_features.h"
#include "extract/no_report.h"
#include "extract/outlet_names.h"
#include "extract/wire_copy.h"
#include "formats/wire_trailer.h"
#include "text/dates.h"
#include "text/language.h"

namespace dateline::extract {
namespace {

using news::ParagraphKind;

// A dateline stands at the head of a report; a paragraph further down that looks like one is a report of its own.
constexpr std::size_t kMaxHeadLines = 12;
constexpr std::size_t kMaxHeadlineChars = 200;
constexpr std::size_t kMaxSummaryWords = 30;

enum class Role { kReport, kDropped, kHeadline };

struct Line {
  std::string text;
  WireLine copy = WireLine::kNone;
  Role role = Role::kReport;
};

std::vector<Line> read_lines(std::string_view utf8) {
  std::vector<Line> lines;
  for (const std::string_view raw : base::split(utf8, '\n')) {
    Line line{base::collapse_whitespace(raw), WireLine::kNone, Role::kReport};
    if (line.text.empty()) continue;
    line.copy = wire_line_kind(line.text);
    if (line.copy != WireLine::kNone) line.role = Role::kDropped;
    lines.push_back(std::move(line));
  }
  return lines;
}

// Drops what comes after the end of the report. What looks like an end above the report ends nothing.
void drop_behind_end(std::vector<Line>& lines) {
  bool has_report = false;
  bool ended = false;
  for (Line& line : lines) {
    if (ended) line.role = Role::kDropped;
    has_report = has_report || line.role == Role::kReport;
    ended = ended || (has_report && line.copy == WireLine::kEnd);
  }
}

/// What stands above the report.
struct Head {
  std::optional<std::size_t> dateline;  ///< The line that begins with it.
  std::optional<DatedPlace> dated_place;
};

bool is_post(const Line& line) {
  const LineFeatures f = look_at(line.text);
  return line.role == Role::kReport && f.words >= 1 && f.words <= 5 && !f.ends_sentence && f.digits == 0;
}

// Takes the byline at `at`, and the post of its writer in the next line.
void take_byline(std::vector<Line>& lines, std::size_t at, Byline byline, std::size_t end, news::Article& article) {
  lines[at].role = Role::kDropped;
  if (!article.byline.empty()) return;
  article.byline = std::move(byline.text);
  article.authors = std::move(byline.authors);
  if (at + 1 < end && is_post(lines[at + 1])) {
    lines[at + 1].role = Role::kDropped;
    article.byline += ", " + lines[at + 1].text;
  }
}

// A long paragraph without a dateline: the report has begun, and has none.
bool is_running_text(const Line& line) {
  const LineFeatures f = look_at(line.text);
  return f.ends_sentence && f.words > kMaxSummaryWords;
}

Head find_head(const std::vector<Line>& lines) {
  Head head;
  for (std::size_t i = 0; i < lines.size() && i < kMaxHeadLines; ++i) {
    if (lines[i].role != Role::kReport) continue;
    const bool dated = find_dateline(lines[i].text).has_value();
    if (dated || head.dated_place) {
      // Behind a line of place and time the report begins, with a dateline of its own or without.
      head.dateline = i;
      return head;
    }
    head.dated_place = parse_dated_place(lines[i].text);
    if (is_running_text(lines[i])) break;
  }
  return head;
}

bool could_be_headline(const Line& line) {
  const LineFeatures f = look_at(line.text);
  const bool is_sentence = f.ends_sentence && !line.text.ends_with('?') && !line.text.ends_with('!');
  return line.role == Role::kReport && f.words >= 2 && f.chars <= kMaxHeadlineChars && f.inner_stops == 0 &&
         !is_sentence;
}

bool same_words(std::string_view a, std::string_view b) {
  return base::ascii_lower(base::collapse_whitespace(a)) == base::ascii_lower(base::collapse_whitespace(b));
}

bool is_date_line(const Line& line, std::string_view language) {
  return look_at(line.text).words <= 8 && text::parse_written_date(line.text, language).has_value();
}

// A flash whose only line is its headline is a report all the same.
void keep_flash(std::vector<Line>& lines) {
  const auto is_report = [](const Line& line) { return line.role == Role::kReport; };
  if (std::any_of(lines.begin(), lines.end(), is_report)) return;
  for (Line& line : lines) {
    if (line.role == Role::kHeadline) line.role = Role::kReport;
  }
}

// Gives the lines above the dateline, or the first lines where there is none, their roles.
void read_head(std::vector<Line>& lines, const Head& head, news::Article& article) {
  const std::size_t end = std::min(head.dateline.value_or(std::min<std::size_t>(lines.size(), 3)), lines.size());
  for (std::size_t i = 0; i < end; ++i) {
    Line& line = lines[i];
    if (line.role != Role::kReport) continue;
    if (auto byline = parse_byline(line.text)) {
      take_byline(lines, i, std::move(*byline), end, article);
    } else if (!article.headline.empty() && same_words(line.text, article.headline)) {
      line.role = Role::kHeadline;
    } else if (head.dateline && (parse_dated_place(line.text) || is_date_line(line, ""))) {
      line.role = Role::kDropped;
    } else if (head.dateline && article.headline.empty() && could_be_headline(line)) {
      article.headline = line.text;
      line.role = Role::kHeadline;
    }
  }
}

bool is_list_item(std::string_view text) {
  return text.starts_with("* ") || text.starts_with("- ") || text.starts_with("• ");
}

// A short line without a stop between paragraphs.
bool is_subhead(const std::vector<Line>& lines, std::size_t at) {
  const LineFeatures f = look_at(lines[at].text);
  if (f.words > 8 || f.ends_sentence || f.digits > 0 || f.begins_lower || f.begins_quote || f.letters < 2) return false;
  for (std::size_t i = at + 1; i < lines.size(); ++i) {
    if (lines[i].role == Role::kReport) return look_at(lines[i].text).ends_sentence;
  }
  return false;
}

void add_paragraphs(const std::vector<Line>& lines, news::Article& article) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role == Role::kDropped) article.dropped.push_back(lines[i].text);
    if (lines[i].role != Role::kReport) continue;
    const bool first = article.paragraphs.empty();
    article.append_paragraph(lines[i].text, is_list_item(lines[i].text)      ? ParagraphKind::kListItem
                                            : !first && is_subhead(lines, i) ? ParagraphKind::kSubhead
                                                                             : ParagraphKind::kParagraph);
  }
}

void read_credits(const std::vector<Line>& lines, news::Article& article) {
  for (const Line& line : lines) {
    if (!article.authors.empty() || !article.byline.empty()) return;
    if (line.copy != WireLine::kCredit) continue;
    article.authors = credited_reporters(line.text);
    if (!article.authors.empty()) article.byline = line.text;
  }
}

void set_published(std::string_view written, news::Article& article) {
  if (article.published.instant) return;
  const auto date = text::parse_written_date(written, article.language);
  if (!date) return;
  article.published = news::stated(*date);
}

void read_published(const std::vector<Line>& lines, const Head& head, const news::Carrier& carrier,
                    news::Article& article) {
  set_published(carrier.published, article);
  if (head.dated_place) set_published(head.dated_place->moment, article);
  for (const Line& line : lines) {
    if (line.copy != WireLine::kEnd) continue;
    if (const auto trailer = formats::parse_wire_trailer(line.text)) set_published(trailer->published, article);
  }
  article.modified = text::parse_written_date(carrier.modified, article.language);
}

void read_dateline(const Head& head, const news::Carrier& carrier, const std::optional<Dateline>& written,
                   news::Article& article) {
  article.dateline = base::collapse_whitespace(carrier.dateline);
  // "(Reuters)" alone names no place: the line above it does.
  const bool has_place = written && !written->text.starts_with('(');
  if (article.dateline.empty() && head.dated_place && !has_place) article.dateline = head.dated_place->place;
  if (article.dateline.empty() && written) article.dateline = written->text;
}

void read_outlet(const news::Carrier& carrier, const std::optional<Dateline>& dateline, news::Article& article) {
  std::string name = base::collapse_whitespace(carrier.outlet);
  if (name.empty() && dateline) name = dateline->agency;
  if (!name.empty()) {
    article.outlet = {name, std::string(KnownOutlets::instance().domain_of(name))};
    return;
  }
  OutletEvidence evidence;
  evidence.after.assign(article.dropped.begin(), article.dropped.end());
  article.outlet = outlet_from_furniture(evidence);
}

void read_rights(const std::vector<Line>& lines, const news::Carrier& carrier, news::Article& article) {
  article.rights = base::collapse_whitespace(carrier.rights);
  for (const Line& line : lines) {
    if (article.rights.empty() && line.copy == WireLine::kCopyright) article.rights = line.text;
  }
}

std::string_view words_for(const Line& line) {
  switch (line.copy) {
    case WireLine::kNote:
      return "note to editors";
    case WireLine::kCorrection:
      return "correction notice";
    case WireLine::kCredit:
      return "credit line";
    case WireLine::kSlug:
      return "slug";
    case WireLine::kEnd:
      return "end of the message";
    case WireLine::kCopyright:
      return "copyright line";
    case WireLine::kSeparator:
      return "separator";
    case WireLine::kNone:
      break;
  }
  if (line.role == Role::kHeadline) return "headline";
  return line.role == Role::kReport ? "body of the message" : "byline, date or what comes after the end";
}

Explanation explain_lines(const std::vector<Line>& lines) {
  Explanation explanation;
  explanation.reserve(lines.size());
  for (const Line& line : lines) {
    explanation.push_back(
        {line.text, line.role == Role::kReport, ParagraphKind::kParagraph, std::string(words_for(line)), ""});
  }
  return explanation;
}

}  // namespace

base::Result<news::Article> article_from_wire(std::string_view utf8, const news::Capture& capture,
                                              Explanation* explanation) {
  const news::Carrier& carrier = capture.carrier;
  std::vector<Line> lines = read_lines(utf8);
  drop_behind_end(lines);
  news::Article article;
  article.headline = base::collapse_whitespace(carrier.headline);
  read_carrier_byline(carrier, article);
  if (const std::string note = base::collapse_whitespace(carrier.note); !note.empty()) article.dropped.push_back(note);
  const Head head = find_head(lines);
  read_head(lines, head, article);
  keep_flash(lines);
  add_paragraphs(lines, article);
  if (explanation != nullptr) *explanation = explain_lines(lines);
  if (article.paragraphs.empty()) {
    return no_report(lines.size(), "line");
  }
  article.language = stated_language(carrier);
  if (article.language.empty()) article.language = text::detect_language(article.text);
  read_credits(lines, article);
  read_published(lines, head, carrier, article);
  std::optional<Dateline> dateline;
  if (head.dateline && *head.dateline < lines.size()) dateline = find_dateline(lines[*head.dateline].text);
  read_dateline(head, carrier, dateline, article);
  read_outlet(carrier, dateline, article);
  read_rights(lines, carrier, article);
  article.section = carrier.section;
  article.image = carrier.image;
  article.keywords = carrier.keywords;
  return article;
}

}  // namespace dateline::extract
