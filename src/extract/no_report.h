// extract/no_report.h -- the error of a capture that holds no report.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace dateline::extract {

/// kInvalid, "no report found in 14 lines", where `one` is "line"; "no report found: there is no text in it" for none.
inline base::Error no_report(std::size_t count, std::string_view one) {
  if (count == 0) return {base::ErrorCode::kInvalid, "no report found: there is no text in it"};
  return {base::ErrorCode::kInvalid, fmt::format("no report found in {} {}{}", count, one, count == 1 ? "" : "s")};
}

}  // namespace dateline::extract
