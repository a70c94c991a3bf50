// text/language.h -- which language a text is in, through CLD2.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

/// BCP 47 primary subtag ("en", "de", "ja") of most of the first 800 bytes of `text`, or empty when it is too short
/// or too mixed to say.
std::string detect_language(std::string_view text);

}  // namespace dateline::text
