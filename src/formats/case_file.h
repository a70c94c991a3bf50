// formats/case_file.h -- for tests: cases as data, under tests/cases/formats/.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::formats {

struct Case {
  std::string name;
  std::string input;
  std::string expected;
};

inline std::string read_case_file(std::string_view name) {
  std::ifstream in(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/formats/" + std::string(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A file of cases: "=== name", the input, "---", what is expected; line by line. The last line end of input and of
/// what is expected is no part of them.
inline std::vector<Case> read_cases(std::string_view name) {
  std::vector<Case> cases;
  std::string* into = nullptr;
  std::string_view rest;
  const std::string all = read_case_file(name);
  for (rest = all; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.starts_with("=== ")) {
      cases.push_back({std::string(line.substr(4)), "", ""});
      into = &cases.back().input;
    } else if (line == "---" && !cases.empty() && into == &cases.back().input) {
      into = &cases.back().expected;
    } else if (into != nullptr) {
      if (!into->empty()) *into += '\n';
      *into += line;
    }
  }
  return cases;
}

}  // namespace dateline::formats
