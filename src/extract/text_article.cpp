#include "extract/text_article.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "extract/datelines.h"
#include "extract/no_report.h"
#include "extract/outlet_names.h"
#include "extract/page_metadata.h"
#include "extract/text_explanation.h"
#include "extract/text_head.h"
#include "extract/text_report.h"
#include "text/language.h"

namespace dateline::extract {
namespace {

/// A capture that people read has some hundreds of lines.
constexpr std::size_t kMaxLines = 50'000;

void read_outlet(const std::vector<Line>& lines, const Run& run, std::string_view agency, std::string_view uri,
                 news::Article& article) {
  OutletEvidence evidence;
  evidence.agency = agency;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::kFurniture || lines[i].text == article.headline) continue;
    if (!article.authors.empty() && lines[i].text == article.byline) continue;
    (i < run.first ? evidence.before : evidence.after).push_back(lines[i].text);
  }
  article.outlet = outlet_from_furniture(evidence);
  if (!article.outlet.domain.empty()) return;
  article.outlet.domain = domain_of(uri);
  if (article.outlet.name.empty()) article.outlet.name = outlet_of_domain(article.outlet.domain).name;
}

void read_furniture(const std::vector<Line>& lines, std::optional<std::size_t> headline, news::Article& article) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.role != LineRole::kFurniture || i == headline) continue;
    article.dropped.push_back(line.text);
    const WordingHits& wording = line.features.wording;
    if ((wording.all() & kPaywall) != 0) article.paywalled = true;
    if (article.rights.empty() && (wording.all() & kRights) != 0) article.rights = line.text;
  }
}

// The first kMaxLines lines of `utf8` that are not blank.
std::string_view read_part(std::string_view utf8) {
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
    if (!base::trim(utf8.substr(begin, end - begin)).empty() && ++lines > kMaxLines) return utf8.substr(0, begin);
    begin = end + 1;
  }
  return utf8;
}

// What stands behind kMaxLines is kept in one piece.
void drop_unread(std::string_view unread, news::Article& article, Explanation* explanation) {
  std::string text = base::collapse_whitespace(unread);
  if (text.empty()) return;
  if (explanation != nullptr) {
    explanation->push_back({text, false, news::ParagraphKind::kParagraph, "beyond what is read of a text", ""});
  }
  article.dropped.push_back(std::move(text));
}

}  // namespace

base::Result<news::Article> article_from_text(std::string_view utf8, const news::Capture& capture,
                                              Explanation* explanation) {
  const std::string_view part = read_part(utf8);
  std::vector<Line> lines = read_lines(part);
  const Run run = mark_report(lines);
  if (explanation != nullptr) *explanation = explain_lines(lines);
  if (run.empty()) {
    return no_report(lines.size(), "line");
  }
  news::Article article;
  const auto headline = find_headline(lines, run);
  if (headline) {
    article.headline = base::collapse_whitespace(lines[*headline].text);
  } else {
    article.headline = capture.carrier.headline;
  }
  for (const Line& line : lines) {
    if (line.role != LineRole::kFurniture) article.append_paragraph(line.text, kind_of(line.role));
  }
  article.language = text::detect_language(article.text);
  read_byline(lines, run, article);
  read_dates(lines, run, article);
  std::string agency;
  if (const auto dateline = find_dateline(lines[run.first].text)) {
    article.dateline = dateline->text;
    agency = dateline->agency;
  }
  read_outlet(lines, run, agency, capture.uri, article);
  read_furniture(lines, headline, article);
  drop_unread(utf8.substr(part.size()), article, explanation);
  return article;
}

}  // namespace dateline::extract
