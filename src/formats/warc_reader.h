// formats/warc_reader.h -- splits an uncompressed WARC 1.0/1.1 stream (ISO 28500) into records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "formats/byte_source.h"

namespace dateline::formats {

/// Bounds on what one hostile record may make us allocate.
struct WarcLimits {
  std::size_t max_header_bytes = std::size_t{64} << 10;  ///< All header lines of a record.
  std::size_t max_block_bytes = std::size_t{32} << 20;   ///< `Content-Length` of a record.
};

struct WarcRecord {
  std::uint64_t offset_bytes = 0;  ///< Of its first byte in the uncompressed stream.
  std::string type;                ///< "response", "resource", "conversion", "warcinfo", …
  std::string target_uri;
  std::string date;          ///< WARC-Date as written.
  std::string content_type;  ///< Of the record's block.
  std::string block;
};

/// What an HTTP response in a record's block says (RFC 9112), chunked transfer and gzip/deflate content undone.
struct HttpMessage {
  int status = 0;
  std::string content_type;  ///< Media type, lower case, without parameters.
  std::string charset;       ///< Parameter of Content-Type, or empty.
  std::string body;
};

/// Pulls records in stream order.
///
/// Ownership: borrows `source`, which must outlive the reader.
/// Threads:   one thread at a time; separate readers are independent.
/// Memory:    at most one record, bounded by `WarcLimits`.
class WarcReader {
 public:
  explicit WarcReader(ByteSource& source, WarcLimits limits = {});
  ~WarcReader();

  /// Returns the next record, or `nullopt` at a clean end of stream.
  ///
  /// Errors (sticky, but for kTooLarge of a block, after which the next call goes on with the next record):
  ///   kCorrupt   bad version line or header, or the stream ends inside a record; the message has the record's offset
  ///   kTooLarge  a limit was passed; found before the block is read
  ///   kIo        `source` failed; its message is kept
  base::Result<std::optional<WarcRecord>> next();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A wrong Content-Length and a body that ends early are put up with: what is there is the body.
///
/// Errors: kCorrupt for a block that is no HTTP response; kUnsupported for a content encoding other than gzip and
/// deflate
/// (`br`); kTooLarge when the decoded body passes `limit_bytes`.
base::Result<HttpMessage> parse_http_response(std::string_view block, std::size_t limit_bytes);

}  // namespace dateline::formats
