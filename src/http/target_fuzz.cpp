// Whatever a request line holds, what comes out of it is safe to look up.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/strings.h"
#include "base/utf8.h"
#include "http/message.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace base = dateline::base;
  namespace http = dateline::http;
  const std::string_view raw(reinterpret_cast<const char*>(data), size);
  const auto target = http::parse_target(raw);
  if (!target.ok()) {
    if (target.error().message.empty()) std::abort();
    return 0;
  }
  const std::string& path = target->path;
  if (size > http::kMaxTargetBytes || path.empty() || path[0] != '/' || !base::is_utf8(path)) std::abort();
  if (path.find('\0') != std::string::npos || path.starts_with("//")) std::abort();
  for (const std::string_view segment : base::split(path, '/')) {
    if (segment == ".." || segment == ".") std::abort();
  }
  if (target->query.size() > http::kMaxQueryParameters) std::abort();
  // Written out again, it is understood as the same.
  std::string again;
  for (const std::string_view segment : base::split(std::string_view(path).substr(1), '/'))
    again += '/' + base::encode_percent(segment);
  for (std::size_t i = 0; i < target->query.size(); ++i) {
    const auto& [name, value] = target->query[i];
    if (!base::is_utf8(name) || !base::is_utf8(value)) std::abort();
    again += (i == 0 ? '?' : '&') + base::encode_percent(name) + '=' + base::encode_percent(value);
  }
  if (again.size() > http::kMaxTargetBytes) return 0;
  const auto reread = http::parse_target(again);
  if (!reread.ok() || reread->path != path || reread->query != target->query) std::abort();
  return 0;
}
