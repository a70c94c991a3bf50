#include "formats/html_source_text.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline::formats {
namespace {

// Where the next end tag begins; the end of `utf8` without one. Code that has "</" in a string ends a little early.
std::size_t code_end(std::string_view utf8, std::size_t from) {
  return std::min(utf8.find("</", from), utf8.size());
}

bool begins_code(std::string_view tag) {
  return base::starts_with_ignoring_case(tag, "<script") || base::starts_with_ignoring_case(tag, "<style");
}

bool begins_tag(std::string_view rest) {
  return rest.size() > 1 && (base::is_ascii_letter(rest[1]) || rest[1] == '/' || rest[1] == '!' || rest[1] == '?');
}

}  // namespace

std::string source_text(std::string_view utf8, bool in_code) {
  std::string out;
  for (std::size_t at = in_code ? code_end(utf8, 0) : 0; at < utf8.size();) {
    const std::size_t open = std::min(utf8.find('<', at), utf8.size());
    out.append(utf8, at, open - at);
    if (open == utf8.size()) break;
    const std::string_view rest = utf8.substr(open);
    if (!begins_tag(rest)) {
      out += '<';
      at = open + 1;
      continue;
    }
    if (!out.empty() && out.back() != ' ') out += ' ';
    const std::size_t close = rest.find('>');
    if (close == std::string_view::npos) break;
    at = open + close + 1;
    if (begins_code(rest)) at = code_end(utf8, at);
  }
  return out;
}

}  // namespace dateline::formats
