// formats/http_response.cpp -- the HTTP response in a WARC record's block (RFC 9110 and 9112). Archives keep what
// servers sent, so what browsers put up with is put up with here: lengths that are wrong, bodies that end early, bodies
// that are not coded as their header says.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string_view>

#include "base/strings.h"
#include "formats/header_fields.h"
#include "formats/warc_reader.h"

namespace dateline::formats {
namespace {

constexpr int kRawWindow = -15;      // zlib's signs for: deflate without a wrapper,
constexpr int kAnyWindow = 15 + 32;  // and gzip or zlib, whichever the first bytes show.
constexpr std::size_t kMaxCodings = 4;

base::Error corrupt(std::string why) {
  return {base::ErrorCode::kCorrupt, std::move(why)};
}
base::Error too_large(std::size_t limit_bytes) {
  return {base::ErrorCode::kTooLarge, "body of more than " + std::to_string(limit_bytes) + " bytes"};
}

/// Takes one line, without its end, off the front of `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// The number in "1a2b;extension"; nothing when there is none, or one that no body has.
std::optional<std::size_t> chunk_size(std::string_view line) {
  constexpr std::size_t kMaxDigits = 12;
  std::size_t size = 0;
  std::size_t digits = 0;
  for (const char c : base::trim(line)) {
    const char lower = base::to_ascii_lower(c);
    int value = 0;
    if (base::is_ascii_digit(c)) {
      value = c - '0';
    } else if (lower >= 'a' && lower <= 'f') {
      value = lower - 'a' + 10;
    } else if (c == ';' || base::is_ascii_space(c)) {
      break;
    } else {
      return std::nullopt;
    }
    if (++digits > kMaxDigits) return std::nullopt;
    size = size * 16 + static_cast<std::size_t>(value);
  }
  return digits == 0 ? std::nullopt : std::optional(size);
}

/// The data of a chunked body (RFC 9112, section 7.1), as far as it goes; the body itself where it is not chunked.
std::string undo_chunks(std::string_view body) {
  std::string data;
  std::string_view rest = body;
  for (bool first = true;; first = false) {
    const std::optional<std::size_t> size = chunk_size(take_line(rest));
    if (!size) return first ? std::string(body) : data;
    if (*size == 0) return data;
    data += rest.substr(0, *size);
    if (rest.size() <= *size) return data;
    rest.remove_prefix(*size);
    take_line(rest);
  }
}

/// Inflates as far as the data is sound. Nothing when not even the beginning is.
base::Result<std::optional<std::string>> inflate_some(std::string_view data, int window, std::size_t limit_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return base::Error{base::ErrorCode::kTooLarge, "no memory"};
  std::string input(data);  // zlib's interface is not const.
  stream.next_in = reinterpret_cast<unsigned char*>(input.data());
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(input.size(), std::numeric_limits<uInt>::max()));
  std::string out;
  std::array<char, 32768> part;
  int status = Z_OK;
  while (status == Z_OK && out.size() <= limit_bytes) {
    stream.next_out = reinterpret_cast<unsigned char*>(part.data());
    stream.avail_out = static_cast<uInt>(part.size());
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(part.data(), part.size() - stream.avail_out);
    if (status == Z_STREAM_END && window == kAnyWindow && stream.avail_in > 2 && stream.next_in[0] == 0x1F) {
      status = inflateReset(&stream);  // Another member.
    }
  }
  inflateEnd(&stream);
  if (out.size() > limit_bytes) return too_large(limit_bytes);
  if (out.empty() && status != Z_STREAM_END) return std::optional<std::string>();
  return std::optional<std::string>(std::move(out));
}

/// `body` without the coding `name`.
base::Result<std::string> undo_coding(std::string_view name, std::string body, std::size_t limit_bytes) {
  if (name.empty() || name == "identity" || body.empty()) return body;
  const bool gzip = name == "gzip" || name == "x-gzip";
  if (!gzip && name != "deflate") {
    return base::Error{base::ErrorCode::kUnsupported, "content encoding \"" + std::string(name.substr(0, 40)) + "\""};
  }
  // Crawlers that decode what they store leave the header as it was.
  if (gzip && !body.starts_with("\x1F\x8B")) return body;
  DATELINE_TRY(std::optional<std::string> plain, inflate_some(body, kAnyWindow, limit_bytes));
  // "deflate" means the zlib format; many servers sent it bare.
  if (!plain && !gzip) {
    DATELINE_TRY(plain, inflate_some(body, kRawWindow, limit_bytes));
  }
  if (!plain) return corrupt("body is not " + std::string(name));
  return *std::move(plain);
}

/// All values of the list field `name`, lower case, in order (RFC 9110, section 5.3).
std::vector<std::string> list_of(const std::vector<HeaderField>& fields, std::string_view name) {
  std::vector<std::string> items;
  for (const HeaderField& field : fields) {
    if (field.name != name) continue;
    for (const std::string_view item : base::split(field.value, ','))
      items.push_back(base::ascii_lower(base::trim(item)));
  }
  return items;
}

void read_content_type(std::string_view value, HttpMessage& message) {
  const std::vector<std::string_view> parts = base::split(value, ';');
  message.content_type = base::ascii_lower(base::trim(parts.front()));
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::size_t equals = parts[i].find('=');
    if (equals == std::string_view::npos) continue;
    if (!base::equals_ignoring_case(base::trim(parts[i].substr(0, equals)), "charset")) continue;
    std::string_view charset = base::trim(parts[i].substr(equals + 1));
    while (!charset.empty() && (charset.front() == '"' || charset.front() == '\'')) charset.remove_prefix(1);
    while (!charset.empty() && (charset.back() == '"' || charset.back() == '\'')) charset.remove_suffix(1);
    message.charset = base::trim(charset);
    return;
  }
}

/// The status of "HTTP/1.1 200 OK"; nothing for another line.
std::optional<int> status_of(std::string_view line) {
  if (!base::starts_with_ignoring_case(line, "HTTP/")) return std::nullopt;
  const std::vector<std::string_view> words = base::split_words(line);
  if (words.size() < 2 || words[1].size() != 3) return std::nullopt;
  const std::optional<std::int64_t> status = base::parse_integer(words[1]);
  if (!status || *status < 100) return std::nullopt;
  return static_cast<int>(*status);
}

}  // namespace

base::Result<HttpMessage> parse_http_response(std::string_view block, std::size_t limit_bytes) {
  std::string_view rest = block;
  const std::optional<int> status = status_of(take_line(rest));
  if (!status) return corrupt("no HTTP response: bad status line");
  const std::string_view head = rest;
  std::size_t head_bytes = 0;
  while (!rest.empty()) {
    head_bytes = head.size() - rest.size();
    if (take_line(rest).empty()) break;
    head_bytes = head.size() - rest.size();
  }
  DATELINE_TRY(const std::vector<HeaderField> fields,
               parse_header_fields(head.substr(0, head_bytes), BadLine::kIsSkipped));
  HttpMessage message;
  message.status = *status;
  if (const std::string* type = find_field(fields, "content-type")) read_content_type(*type, message);
  const std::vector<std::string> transfer = list_of(fields, "transfer-encoding");
  const bool chunked = std::find(transfer.begin(), transfer.end(), "chunked") != transfer.end();
  // Content-Length is not looked at: the record has its own, and the body is what is there.
  message.body = chunked ? undo_chunks(rest) : std::string(rest);
  std::vector<std::string> codings = list_of(fields, "content-encoding");
  if (codings.size() > kMaxCodings) return corrupt("too many content encodings");
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    DATELINE_TRY(message.body, undo_coding(*coding, std::move(message.body), limit_bytes));
  }
  if (message.body.size() > limit_bytes) return too_large(limit_bytes);
  return message;
}

}  // namespace dateline::formats
