// http/message.h -- a request and its answer, free of any library's types.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace dateline::http {

struct Request {
  std::string method;                                        ///< "GET", "HEAD"
  std::string path;                                          ///< Percent-decoded, begins with '/', no "..", no NUL.
  std::vector<std::pair<std::string, std::string>> query;    ///< Decoded, in order.
  std::vector<std::pair<std::string, std::string>> headers;  ///< Names in lower case.

  /// The first value, or empty.
  std::string_view query_value(std::string_view name) const;
  std::string_view header(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

/// A plain-text answer.
Response text_response(int status, std::string body);

/// What a request line asks for.
struct Target {
  std::string path;                                        ///< As Request::path.
  std::vector<std::pair<std::string, std::string>> query;  ///< As Request::query.
};

inline constexpr std::size_t kMaxTargetBytes = 4096;
inline constexpr std::size_t kMaxQueryParameters = 64;

/// Reads a request target (RFC 9112, section 3.2) in origin form ("/search?q=a") or absolute form
/// ("http://host/search?q=a"). Decodes %XX, and '+' in the query.
///
/// Errors:
///   kInvalid   no path, a fragment, a '%' without two hex digits, bytes that are not UTF-8, a NUL; in the path also
///              another control character, a backslash, a "." or ".." segment, or "//" at its start
///   kTooLarge  more than kMaxTargetBytes or kMaxQueryParameters
base::Result<Target> parse_target(std::string_view target);

/// "Not Found"; "Unknown" for a status that Dateline never sends.
std::string_view reason_phrase(int status);

/// "Sat, 02 Nov 2013 09:00:00 GMT" (IMF-fixdate, RFC 9110, section 5.6.7).
std::string http_date(base::Instant instant);

}  // namespace dateline::http
