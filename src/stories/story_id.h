// stories/story_id.h -- how stories are named.
#pragma once

#include <string>
#include <string_view>

#include "base/digest.h"

namespace dateline::stories {

/// "s-" and 12 hexadecimal digits of the SHA-256 of `seed`: the uri of the story's first article, or, for a story that
/// was split from another, that of its first article and of the one that gave rise to the split.
inline std::string story_id(std::string_view seed) {
  constexpr std::size_t kDigits = 12;
  return "s-" + base::sha256_hex(seed).substr(0, kDigits);
}

}  // namespace dateline::stories
