#include "app/explain_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "editions/terminal.h"

namespace dateline::app {
namespace {

constexpr std::size_t kShownBytes = 200;  ///< Of a block: enough to find it again.

std::string beginning_of(const std::string& text) {
  std::string line = base::collapse_whitespace(text);
  if (line.size() <= kShownBytes) return line;
  return std::string(base::utf8_prefix(line, kShownBytes)) + "…";
}

std::string_view words_for(news::ParagraphKind kind) {
  switch (kind) {
    case news::ParagraphKind::kParagraph:
      return "";
    case news::ParagraphKind::kSubhead:
      return "as subhead";
    case news::ParagraphKind::kListItem:
      return "as list item";
    case news::ParagraphKind::kQuotation:
      return "as quotation";
    case news::ParagraphKind::kCaption:
      return "as caption";
  }
  return "";
}

std::string why(const extract::ExplainedBlock& block) {
  std::string line = block.reason;
  if (block.kept && !words_for(block.kind).empty()) line += fmt::format(", {}", words_for(block.kind));
  if (!block.evidence.empty()) line += fmt::format(" ({})", block.evidence);
  return line;
}

std::string counts(const extract::Explanation& explanation) {
  if (explanation.empty()) return "there is no text to keep or drop";
  const auto kept = std::count_if(explanation.begin(), explanation.end(), [](const auto& block) { return block.kept; });
  return fmt::format("{} of {} block{} kept (+), the others dropped (-)", kept, explanation.size(),
                     explanation.size() == 1 ? "" : "s");
}

}  // namespace

std::string explain_text(const std::string& id, const base::Result<news::Article>& article,
                         const extract::Explanation& explanation, const editions::TerminalStyle& style) {
  editions::Terminal terminal(style);
  terminal.paragraph(0, 0, id, editions::Ink::kBold);
  if (!article.ok()) {
    terminal.paragraph(2, 2, article.error().message, editions::Ink::kDiffering);
  } else {
    const std::string& headline = article->headline;
    terminal.paragraph(2, 2, headline.empty() ? "no headline" : "headline: " + headline, editions::Ink::kPlain);
  }
  terminal.paragraph(2, 2, counts(explanation), editions::Ink::kSoft);
  for (const extract::ExplainedBlock& block : explanation) {
    terminal.blank();
    terminal.paragraph(0, 2, (block.kept ? "+ " : "- ") + beginning_of(block.text), editions::Ink::kPlain);
    terminal.paragraph(4, 4, why(block), editions::Ink::kSoft);
  }
  terminal.blank();
  return terminal.take();
}

}  // namespace dateline::app
