// formats/gzip.h -- gzip (RFC 1952), whole and as a stream of members, through zlib.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/byte_source.h"

namespace dateline::formats {

/// All members of `bytes`, one after the other.
///
/// Errors: kCorrupt (not gzip, checksum wrong, cut off), kTooLarge when the output passes `limit_bytes`.
base::Result<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes);

/// Decompresses while it is read; constant memory.
class GzipSource : public ByteSource {
 public:
  /// Borrows `compressed`, which must outlive it.
  explicit GzipSource(ByteSource& compressed);
  ~GzipSource() override;
  base::Result<std::size_t> read(char* buffer, std::size_t capacity) override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::formats
