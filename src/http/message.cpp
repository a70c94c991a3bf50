#include "http/message.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "base/strings.h"
#include "base/utf8.h"

namespace dateline::http {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string_view first_value(const Pairs& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs) {
    if (key == name) return value;
  }
  return {};
}

base::Error invalid(std::string_view why) {
  return {base::ErrorCode::kInvalid, fmt::format("request target: {}", why)};
}

bool is_hex_digit(char c) {
  return base::is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// base::decode_percent lets a stray '%' stand for itself; a request that has one is not understood by everyone on its
// way in the same manner, so it is refused.
base::Result<std::string> decode(std::string_view text, bool plus_is_space) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') continue;
    if (i + 2 >= text.size() || !is_hex_digit(text[i + 1]) || !is_hex_digit(text[i + 2])) {
      return invalid("a '%' without two hex digits");
    }
  }
  std::string decoded = base::decode_percent(text, plus_is_space);
  if (!base::is_utf8(decoded)) return invalid("not UTF-8");
  if (decoded.find('\0') != std::string::npos) return invalid("a NUL");
  return decoded;
}

base::Result<std::string> parse_path(std::string_view raw) {
  DATELINE_TRY(std::string path, decode(raw, false));
  if (path.empty() || path[0] != '/') return invalid("no path");
  if (path.size() > 1 && path[1] == '/') return invalid("a path that begins with \"//\"");
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || c == '\\') return invalid("a character that no path has");
  }
  for (const std::string_view segment : base::split(path, '/')) {
    if (segment == "." || segment == "..") return invalid("a path that climbs");
  }
  return path;
}

base::Result<Pairs> parse_query(std::string_view raw) {
  Pairs query;
  if (raw.empty()) return query;
  for (const std::string_view part : base::split(raw, '&')) {
    if (part.empty()) continue;
    if (query.size() == kMaxQueryParameters) {
      return base::Error{base::ErrorCode::kTooLarge, fmt::format("more than {} query parameters", kMaxQueryParameters)};
    }
    const std::size_t equals = std::min(part.find('='), part.size());
    DATELINE_TRY(std::string name, decode(part.substr(0, equals), true));
    DATELINE_TRY(std::string value, decode(equals < part.size() ? part.substr(equals + 1) : "", true));
    query.emplace_back(std::move(name), std::move(value));
  }
  return query;
}

}  // namespace

std::string_view Request::query_value(std::string_view name) const {
  return first_value(query, name);
}
std::string_view Request::header(std::string_view name) const {
  return first_value(headers, name);
}

Response text_response(int status, std::string body) {
  Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  return response;
}

base::Result<Target> parse_target(std::string_view target) {
  if (target.size() > kMaxTargetBytes) {
    return base::Error{base::ErrorCode::kTooLarge,
                       fmt::format("request target of more than {} bytes", kMaxTargetBytes)};
  }
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!base::starts_with_ignoring_case(target, scheme)) continue;
    const std::size_t path = target.find_first_of("/?", scheme.size());
    if (path == scheme.size()) return invalid("no host");
    target = path == std::string_view::npos ? "/" : target.substr(path);
    break;
  }
  if (target.find('#') != std::string_view::npos) return invalid("a fragment");
  const std::size_t mark = std::min(target.find('?'), target.size());
  Target parsed;
  DATELINE_TRY(parsed.path, parse_path(target.substr(0, mark)));
  DATELINE_TRY(parsed.query, parse_query(mark < target.size() ? target.substr(mark + 1) : ""));
  return parsed;
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 204:
      return "No Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 307:
      return "Temporary Redirect";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Unknown";
  }
}

std::string http_date(base::Instant instant) {
  static constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const base::Day day = base::day_of(instant);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(instant - day);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[base::weekday_of(day)], unsigned{date.day()},
                     kMonths[unsigned{date.month()} - 1], int{date.year()}, time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

}  // namespace dateline::http
