// archive/body.h -- a whole article as the bytes that a version's row holds, and back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "news/article.h"

namespace dateline::archive {

/// How `bytes` hold the article's JSON (news::to_json, every part). The numbers are on disk: never reused.
enum class Encoding : std::int64_t { kPlain = 0, kZstd = 1 };

struct Body {
  Encoding encoding = Encoding::kPlain;
  std::string bytes;
};

/// Bounds what a damaged or hostile row may make us allocate, and what one article may weigh.
inline constexpr std::size_t kMaxJsonBytes = std::size_t{64} << 20;

/// Errors: kInvalid (texts that are not UTF-8), kTooLarge.
base::Result<Body> encode_body(const news::Article& article);

/// Any bytes are safe. Errors: kCorrupt.
base::Result<news::Article> decode_body(std::int64_t encoding, std::string_view bytes);
/// The article's text alone. Errors: kCorrupt.
base::Result<std::string> decode_text(std::int64_t encoding, std::string_view bytes);

}  // namespace dateline::archive
