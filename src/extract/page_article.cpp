#include "extract/page_article.h"

#include <array>
#include <string>
#include <utility>

#include "base/strings.h"
#include "extract/datelines.h"
#include "extract/json_ld.h"
#include "extract/no_report.h"
#include "extract/page_blocks.h"
#include "extract/page_dates.h"
#include "extract/page_explanation.h"
#include "extract/page_head.h"
#include "extract/page_headline.h"
#include "extract/page_labels.h"
#include "extract/page_metadata.h"
#include "extract/page_people.h"
#include "extract/page_text.h"
#include "formats/html_tree.h"
#include "text/language.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kEnoughToTellLanguage = 250;

/// All that this room asks an element for.
constexpr std::array<std::string_view, 16> kAttributes = {
    "class", "content", "datetime", "hidden", "href", "http-equiv", "id",    "itemprop",
    "lang",  "name",    "property", "rel",    "role", "src",        "style", "type"};

// The primary subtag of what html's lang says, if it is one.
std::string declared_language(std::string_view lang) {
  std::string tag = base::ascii_lower(base::trim(lang));
  tag = tag.substr(0, tag.find_first_of("-_"));
  if (tag.size() < 2 || tag.size() > 3) return {};
  for (char c : tag) {
    if (!base::is_ascii_lower(c)) return {};
  }
  return tag;
}

// Templates carry the language of their maker to sites in any other: a text that is long enough is believed more.
void read_language(const PageHead& head, const LdArticle* ld, news::Article& article) {
  article.language = declared_language(head.language);
  if (article.language.empty() && ld != nullptr) article.language = declared_language(ld->language);
  for (std::string_view name : {"content-language", "inlanguage", "og:locale", "dc.language", "dcterms.language"}) {
    if (article.language.empty()) article.language = declared_language(head.meta(name));
  }
  if (!article.language.empty() && article.text.size() < kEnoughToTellLanguage) return;
  const std::string found = text::detect_language(article.text);
  if (!found.empty()) article.language = found;
}

void add_blocks(const PageBlocks& page, const PageText& text, const std::string& headline, news::Article& article) {
  const std::string headline_letters = letters_of(headline);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    if (text.keeps(i)) {
      article.append_paragraph(block.text, text.kinds[i]);
    } else if (!says_letters(block.text, headline_letters)) {
      article.dropped.push_back(block.text);
    }
  }
  if (!page.unread.empty()) article.dropped.push_back(page.unread);
}

// The text of a page that shows none: what it tells machines. Paragraphs are lines.
void add_body(std::string_view body, news::Article& article) {
  article.text.clear();
  article.paragraphs.clear();
  for (std::string_view line : base::split(body, '\n')) {
    const std::string paragraph = base::collapse_whitespace(line);
    if (paragraph.empty()) continue;
    if (is_furniture(look_at(paragraph))) {
      article.dropped.push_back(paragraph);
    } else {
      article.append_paragraph(paragraph, news::ParagraphKind::kParagraph);
    }
  }
}

// A desk links words of its report, and sends no menus beside it: only what is nothing but a link leads elsewhere.
void forgive_links(PageBlocks& page) {
  constexpr double kNothingElse = 0.9;
  for (Block& block : page.blocks) {
    if (block.link_share() < kNothingElse) block.link_bytes = 0;
  }
}

}  // namespace

base::Result<news::Article> article_from_page(std::string_view utf8, const news::Capture& capture,
                                              Explanation* explanation) {
  formats::HtmlLimits limits;
  limits.attributes = kAttributes;
  DATELINE_TRY(const formats::HtmlTree tree, formats::HtmlTree::parse(utf8, limits));
  const PageHead head = read_head(tree);
  const auto ld = read_json_ld(head.json_ld);
  const LdArticle* ld_article = ld ? &*ld : nullptr;
  PageBlocks page = read_blocks(tree);
  apply_hints(page);
  if (capture.kind == news::MediaKind::kWireHtml) forgive_links(page);
  news::Article article;
  // The desk that sends a wire message writes its headline; the body may begin with it, and then it is no text.
  const std::string carried = base::collapse_whitespace(capture.carrier.headline);
  if (capture.kind == news::MediaKind::kWireHtml) article.headline = carried;
  if (article.headline.empty()) article.headline = choose_headline(tree, head, ld_article, page);
  if (article.headline.empty()) article.headline = carried;
  const bool whole = capture.kind == news::MediaKind::kFeedEntry || capture.kind == news::MediaKind::kWireHtml;
  const RegionRule rule = whole ? RegionRule::kWholePage : RegionRule::kBest;
  const PageText text = choose_text_robustly(page, article.headline, rule);
  if (explanation != nullptr) *explanation = explain_blocks(page, text);
  add_blocks(page, text, article.headline, article);
  // Much less text to see than the page tells machines: the rest is fetched by script, or hidden.
  if (ld && ld->body.size() >= 150 && article.text.size() * 5 < ld->body.size() * 2) {
    add_body(ld->body, article);
    if (explanation != nullptr) explain_body(article, *explanation);
  }
  if (article.paragraphs.empty()) {
    return no_report(page.blocks.size(), "block");
  }
  read_language(head, ld_article, article);
  const PageFacts facts{tree, head, ld_article, page, text, capture};
  read_address(facts, article);
  read_outlet(facts, article);
  read_labels(facts, article);
  read_people(facts, article);
  read_page_dates(facts, article);
  const auto& first = article.paragraphs.front();
  if (const auto dateline = find_dateline(first.span.of(article.text))) article.dateline = dateline->text;
  return article;
}

}  // namespace dateline::extract
