// extract/html_text.h -- small pieces of HTML inside attributes, JSON and feeds as plain text.
#pragma once

#include <string>
#include <string_view>

namespace dateline::extract {

/// `text` with tags taken out (block ends and <br> become line breaks) and character references decoded, twice if need
/// be: metadata is often escaped once too often. Line breaks stay. Linear.
std::string plain_text(std::string_view text);

}  // namespace dateline::extract
