// formats/gzip_fixture.h -- for tests, fuzzers and benchmarks: makes what gzip.h reads.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace dateline::formats {

/// `bytes` compressed. `window` as zlib's deflateInit2 has it: 31 gzip, 15 zlib, -15 bare deflate.
inline std::string deflated(std::string_view bytes, int window = 31) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string input(bytes);
  std::string out(deflateBound(&stream, static_cast<uLong>(input.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<unsigned char*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace dateline::formats
