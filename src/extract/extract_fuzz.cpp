// Any bytes as a capture: the first byte chooses the kind. What comes out must hold together.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "extract/extract.h"

namespace {

using dateline::news::Article;

void check_article(const Article& article) {
  CHECK(!article.paragraphs.empty());
  CHECK(!article.uri.empty());
  CHECK(dateline::base::is_utf8(article.text));
  CHECK(dateline::base::is_utf8(article.headline));
  CHECK(dateline::base::is_utf8(article.outlet.name));
  for (const std::string& author : article.authors) CHECK(dateline::base::is_utf8(author) && !author.empty());
  for (const std::string& dropped : article.dropped) CHECK(dateline::base::is_utf8(dropped) && !dropped.empty());
  std::size_t end = 0;
  for (const auto& paragraph : article.paragraphs) {
    CHECK(paragraph.span.begin_bytes >= end);
    CHECK(paragraph.span.begin_bytes < paragraph.span.end_bytes);
    CHECK(paragraph.span.end_bytes <= article.text.size());
    const std::string_view text = paragraph.span.of(article.text);
    CHECK(dateline::base::is_utf8(text));
    CHECK(text.find('\n') == std::string_view::npos);
    end = paragraph.span.end_bytes;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  dateline::news::Capture capture;
  capture.id = "fuzz";
  switch (data[0] % 4) {
    case 0:
      capture.kind = dateline::news::MediaKind::kHtml;
      break;
    case 1:
      capture.kind = dateline::news::MediaKind::kPlainText;
      break;
    case 2:
      capture.kind = dateline::news::MediaKind::kFeedEntry;
      break;
    default:
      capture.kind = dateline::news::MediaKind::kWireText;
      break;
  }
  if ((data[0] & 0x40u) != 0) capture.uri = "https://messenger.example/2024/10/08/basin";
  capture.bytes.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto first = dateline::extract::extract(capture);
  if (!first.ok()) {
    CHECK(!first.error().message.empty());
    return 0;
  }
  check_article(*first);
  const auto again = dateline::extract::extract(capture);
  CHECK(again.ok() && again->text == first->text && again->dropped == first->dropped);
  return 0;
}
