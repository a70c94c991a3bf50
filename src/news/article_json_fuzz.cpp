// Any JSON object is an article or an error, and an article survives the way out and in again.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/json.h"
#include "news/article_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const auto json = base::parse_json(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!json.ok() || !json->is_object()) return 0;
  const auto article = news::article_from_json(json->get_object(), news::ArticleParts::kAll);
  if (!article.ok()) return 0;
  const auto row = news::to_json(*article, news::ArticleParts::kAll);
  const auto again = news::article_from_json(row, news::ArticleParts::kAll);
  CHECK(again.ok());
  CHECK(again->mentions.size() == article->mentions.size());
  CHECK(again->quotes.size() == article->quotes.size());
  return 0;
}
