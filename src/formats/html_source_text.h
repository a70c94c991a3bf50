// formats/html_source_text.h -- inside the room: the words of HTML that nobody parses any more.
#pragma once

#include <string>
#include <string_view>

namespace dateline::formats {

/// `utf8` with a space for each tag, comment, script and style sheet; what an unfinished one swallows goes. References
/// stay as they are. Starts inside of a script or style sheet where `in_code`. Linear.
std::string source_text(std::string_view utf8, bool in_code);

}  // namespace dateline::formats
