#include "extract/extract.h"

#include <string>
#include <utility>

#include "base/digest.h"
#include "base/strings.h"
#include "extract/page_article.h"
#include "extract/text_article.h"
#include "extract/wire_article.h"
#include "formats/html_tree.h"
#include "text/charset.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

// What a carrier says fills what the capture itself leaves open.
void add_carrier(const news::Capture& capture, news::Article& article);

base::Result<news::Article> article_from(const news::Capture& capture) {
  std::string charset = capture.charset;
  const bool is_text = capture.kind == news::MediaKind::kPlainText || capture.kind == news::MediaKind::kWireText;
  if (charset.empty() && !is_text) charset = formats::declared_charset(capture.bytes);
  DATELINE_TRY(const std::string utf8, text::to_utf8(capture.bytes, charset));
  if (capture.kind == news::MediaKind::kPlainText) return article_from_text(utf8, capture);
  if (capture.kind == news::MediaKind::kWireText) return article_from_wire(utf8, capture);
  return article_from_page(utf8, capture);
}

}  // namespace

base::Result<news::Article> extract(const news::Capture& capture) {
  DATELINE_TRY(news::Article article, article_from(capture));
  add_carrier(capture, article);
  article.id = capture.id;
  if (article.uri.empty()) article.uri = capture.uri;
  if (article.uri.empty()) article.uri = "urn:sha256:" + base::sha256_hex(capture.bytes);
  return article;
}

namespace {

void add_carrier(const news::Capture& capture, news::Article& article) {
  if (article.headline.empty()) article.headline = base::collapse_whitespace(capture.carrier.headline);
  if (article.outlet.name.empty()) article.outlet.name = base::collapse_whitespace(capture.carrier.outlet);
  if (!article.published.instant && !capture.carrier.published.empty()) {
    if (const auto date = text::parse_written_date(capture.carrier.published, article.language)) {
      article.published = news::stated(*date);
    }
  }
}

}  // namespace
}  // namespace dateline::extract
