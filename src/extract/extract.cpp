#include "extract/extract.h"

#include <string>
#include <utility>

#include "base/digest.h"
#include "base/strings.h"
#include "extract/carrier.h"
#include "extract/page_article.h"
#include "extract/text_article.h"
#include "extract/wire_article.h"
#include "formats/html_tree.h"
#include "text/charset.h"

namespace dateline::extract {
namespace {

// A feed, a wire or a sitemap may have a headline without a text.
bool is_headline_alone(const news::Capture& capture) {
  const bool carried = capture.kind == news::MediaKind::kFeedEntry || capture.kind == news::MediaKind::kWireHtml ||
                       capture.kind == news::MediaKind::kWireText;
  return carried && base::trim(capture.bytes).empty() && !base::trim(capture.carrier.headline).empty();
}

base::Result<news::Article> article_from(const news::Capture& capture, Explanation* explanation) {
  if (is_headline_alone(capture)) return news::Article{};
  std::string charset = capture.charset;
  const bool is_text = capture.kind == news::MediaKind::kPlainText || capture.kind == news::MediaKind::kWireText;
  if (charset.empty() && !is_text) charset = formats::declared_charset(capture.bytes);
  DATELINE_TRY(const std::string utf8, text::to_utf8(capture.bytes, charset));
  switch (capture.kind) {
    case news::MediaKind::kPlainText:
      return article_from_text(utf8, capture, explanation);
    case news::MediaKind::kWireText:
      return article_from_wire(utf8, capture, explanation);
    case news::MediaKind::kHtml:
    case news::MediaKind::kFeedEntry:
    case news::MediaKind::kMail:
    case news::MediaKind::kWireHtml:
      break;
  }
  return article_from_page(utf8, capture, explanation);
}

base::Result<news::Article> extract_and_explain(const news::Capture& capture, Explanation* explanation) {
  DATELINE_TRY(news::Article article, article_from(capture, explanation));
  switch (capture.kind) {
    case news::MediaKind::kWireHtml:
      believe_carrier(capture.carrier, article);
      break;
    case news::MediaKind::kMail:
      believe_mail_header(capture.carrier, article);
      break;
    default:
      add_carrier(capture.carrier, article);
  }
  article.id = capture.id;
  if (article.uri.empty()) article.uri = capture.uri;
  // Bytes alone would make all headlines without a text one and the same.
  if (article.uri.empty()) {
    article.uri = "urn:sha256:" + base::sha256_hex(capture.bytes.empty() ? article.headline : capture.bytes);
  }
  return article;
}

}  // namespace

base::Result<news::Article> extract(const news::Capture& capture) {
  return extract_and_explain(capture, nullptr);
}

base::Result<news::Article> explain(const news::Capture& capture, Explanation& explanation) {
  return extract_and_explain(capture, &explanation);
}

}  // namespace dateline::extract
