// base/check.h -- stops the program on a bug of its own. Never used on input: bad input is an Error.
#pragma once

namespace dateline::base {

/// Prints `expression` with its place to standard error and aborts.
[[noreturn]] void check_failed(const char* expression, const char* file, int line);

}  // namespace dateline::base

#define CHECK(expression) \
  (static_cast<bool>(expression) ? void(0) : ::dateline::base::check_failed(#expression, __FILE__, __LINE__))
