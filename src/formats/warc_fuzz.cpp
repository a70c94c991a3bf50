// formats/warc_fuzz.cpp -- any bytes: records lie in order inside the stream, reads of any size give the same, errors
// stay. Blocks go through the HTTP parser, and so do the bytes themselves.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "formats/slow_source.h"
#include "formats/warc_reader.h"

namespace {

using dateline::formats::ByteSource;
using dateline::formats::WarcLimits;
using dateline::formats::WarcReader;

constexpr WarcLimits kLimits = {.max_header_bytes = 4096, .max_block_bytes = 16384};
constexpr std::size_t kBodyLimit = std::size_t{1} << 16;

void check_response(std::string_view block) {
  const auto message = dateline::formats::parse_http_response(block, kBodyLimit);
  if (message.ok()) CHECK(message->body.size() <= kBodyLimit && message->status >= 100 && message->status < 1000);
}

/// What reading gave, in a form that can be compared.
std::vector<std::string> read_all(ByteSource& source, std::size_t size) {
  WarcReader reader(source, kLimits);
  std::vector<std::string> all;
  std::uint64_t offset = 0;
  for (;;) {
    auto record = reader.next();
    if (!record.ok()) {
      all.push_back(record.error().message);
      const auto again = reader.next();
      if (!again.ok() && again.error().message == record.error().message) return all;
      CHECK(record.error().code == dateline::base::ErrorCode::kTooLarge);
      if (!again.ok()) {
        all.push_back(again.error().message);
        continue;
      }
      record = again;
    }
    if (!record->has_value()) return all;
    CHECK((*record)->offset_bytes >= offset && (*record)->offset_bytes < size);
    CHECK((*record)->block.size() <= kLimits.max_block_bytes);
    offset = (*record)->offset_bytes + (*record)->block.size();
    check_response((*record)->block);
    all.push_back((*record)->target_uri + "\n" + (*record)->block);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_response(bytes);
  dateline::formats::StringSource whole(bytes);
  dateline::formats::SlowSource slow(bytes, 1 + size % 5);
  CHECK(read_all(whole, size) == read_all(slow, size));
  return 0;
}
