// formats/header_fields.cpp -- see header_fields.h.
#include "formats/header_fields.h"

#include "base/strings.h"

namespace dateline::formats {

base::Result<std::vector<HeaderField>> parse_header_fields(std::string_view lines, BadLine bad_line) {
  std::vector<HeaderField> fields;
  std::size_t number = 0;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    ++number;
    const std::string_view content = base::trim(line);
    if (content.empty()) continue;
    if (base::is_ascii_space(line.front()) && !fields.empty()) {
      std::string& value = fields.back().value;
      if (!value.empty()) value += ' ';
      value += content;
      continue;
    }
    const std::size_t colon = content.find(':');
    if (colon == std::string_view::npos || colon == 0) {
      if (bad_line == BadLine::kIsSkipped) continue;
      return base::Error{base::ErrorCode::kCorrupt, "header line " + std::to_string(number) + " has no colon"};
    }
    fields.push_back(
        {base::ascii_lower(base::trim(content.substr(0, colon))), std::string(base::trim(content.substr(colon + 1)))});
  }
  return fields;
}

const std::string* find_field(const std::vector<HeaderField>& fields, std::string_view name) {
  for (const HeaderField& field : fields) {
    if (field.name == name) return &field.value;
  }
  return nullptr;
}

}  // namespace dateline::formats
