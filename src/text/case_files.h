// text/case_files.h -- the room's test cases, which are data: tests/cases/text/. For tests only.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/span.h"
#include "base/strings.h"

namespace dateline::text {

struct CaseLine {
  std::size_t number = 0;
  std::vector<std::string> fields;
};

/// The lines of tests/cases/text/`name` that are neither empty nor remarks, cut at tabs.
inline std::vector<CaseLine> read_cases(std::string_view name) {
  const auto file =
      base::read_file(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/text/" + std::string(name), 1 << 20);
  EXPECT_TRUE(file.ok()) << name;
  std::vector<CaseLine> cases;
  std::size_t number = 0;
  if (!file.ok()) return cases;
  for (const std::string_view line : base::split(*file, '\n')) {
    ++number;
    if (line.empty() || line.starts_with("# ")) continue;
    CaseLine read{number, {}};
    for (const std::string_view field : base::split(line, '\t')) read.fields.emplace_back(field);
    cases.push_back(std::move(read));
  }
  return cases;
}

/// Checks what holds for every list of spans: in order, apart, in range, not empty.
template <typename Items, typename SpanOf>
void expect_sound_spans(std::string_view text, const Items& items, SpanOf span_of) {
  std::size_t last_end = 0;
  for (const auto& item : items) {
    const base::Span span = span_of(item);
    ASSERT_GE(span.begin_bytes, last_end);
    ASSERT_LT(span.begin_bytes, span.end_bytes);
    ASSERT_LE(span.end_bytes, text.size());
    last_end = span.end_bytes;
  }
}

}  // namespace dateline::text
