// formats/gzip.cpp -- gzip (RFC 1952) through zlib.
#include "formats/gzip.h"

#include <zlib.h>

#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace dateline::formats {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib's way to say: the largest window, a gzip header.
constexpr std::size_t kInputBytes = std::size_t{64} << 10;

base::Error corrupt(std::string message) {
  return {base::ErrorCode::kCorrupt, std::move(message)};
}

unsigned char* as_bytes(char* text) {
  return reinterpret_cast<unsigned char*>(text);
}

}  // namespace

struct GzipSource::Impl {
  explicit Impl(ByteSource& source) : compressed(source) { usable = inflateInit2(&stream, kGzipWindow) == Z_OK; }
  ~Impl() {
    if (usable) inflateEnd(&stream);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  base::Error fail(base::Error why) {
    error = why;
    return why;
  }

  base::Result<std::size_t> read(char* out, std::size_t capacity);
  /// Makes sure that there is input, or that ended is set.
  base::Result<void> fill();
  /// At the border between members: true when another one begins.
  base::Result<bool> begin_member();

  ByteSource& compressed;
  z_stream stream{};
  bool usable = false;
  bool ended = false;  ///< `compressed` has no more.
  bool in_member = false;
  bool any_member = false;
  std::optional<base::Error> error;
  std::array<char, kInputBytes> input;
};

base::Result<void> GzipSource::Impl::fill() {
  if (stream.avail_in > 0 || ended) return {};
  DATELINE_TRY(const std::size_t count, compressed.read(input.data(), input.size()));
  ended = count == 0;
  stream.next_in = as_bytes(input.data());
  stream.avail_in = static_cast<uInt>(count);
  return {};
}

base::Result<bool> GzipSource::Impl::begin_member() {
  for (;;) {
    DATELINE_CHECKED(fill());
    if (stream.avail_in == 0) {
      if (!any_member) return corrupt("not gzip: no bytes");
      return false;
    }
    // Tapes and some writers pad with zeros; gzip(1) takes no notice of them either.
    if (!any_member || *stream.next_in != 0) break;
    ++stream.next_in;
    --stream.avail_in;
  }
  if (any_member && inflateReset(&stream) != Z_OK) return corrupt("gzip state lost");
  any_member = true;
  in_member = true;
  return true;
}

base::Result<std::size_t> GzipSource::Impl::read(char* out, std::size_t capacity) {
  if (error) return *error;
  if (!usable) return fail({base::ErrorCode::kTooLarge, "no memory to decompress with"});
  stream.next_out = as_bytes(out);
  stream.avail_out = static_cast<uInt>(std::min<std::size_t>(capacity, std::numeric_limits<uInt>::max()));
  const std::size_t room = stream.avail_out;
  while (stream.avail_out == room && room > 0) {
    if (!in_member) {
      const base::Result<bool> more = begin_member();
      if (!more.ok()) return fail(more.error());
      if (!*more) return std::size_t{0};
    }
    if (const base::Result<void> filled = fill(); !filled.ok()) return fail(filled.error());
    if (stream.avail_in == 0) return fail(corrupt("gzip data is cut off"));
    const int status = inflate(&stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      in_member = false;
    } else if (status != Z_OK) {
      const bool nothing_yet = stream.total_out == 0 && stream.total_in <= 2;
      std::string why = nothing_yet ? "not gzip" : "gzip data is damaged";
      if (stream.msg != nullptr) why += std::string(": ") + stream.msg;
      return fail(corrupt(std::move(why)));
    }
  }
  return room - stream.avail_out;
}

GzipSource::GzipSource(ByteSource& compressed) : impl_(std::make_unique<Impl>(compressed)) {}
GzipSource::~GzipSource() = default;

base::Result<std::size_t> GzipSource::read(char* buffer, std::size_t capacity) {
  return impl_->read(buffer, capacity);
}

base::Result<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes) {
  StringSource compressed(bytes);
  GzipSource source(compressed);
  std::string out;
  std::size_t step = kInputBytes;
  for (;;) {
    const std::size_t size = out.size();
    out.resize(size + step);
    DATELINE_TRY(const std::size_t count, source.read(out.data() + size, step));
    out.resize(size + count);
    if (count == 0) return out;
    if (out.size() > limit_bytes) {
      return base::Error{base::ErrorCode::kTooLarge,
                         "decompresses to more than " + std::to_string(limit_bytes) + " bytes"};
    }
    // Doubling keeps the copies linear; never more than one step past the limit.
    step = std::min(std::max(kInputBytes, out.size()), limit_bytes - out.size() + 1);
  }
}

}  // namespace dateline::formats
