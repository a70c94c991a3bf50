#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace dateline::base {

void check_failed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "dateline: bug: %s is false at %s:%d\n", expression, file, line);
  std::abort();
}

}  // namespace dateline::base
