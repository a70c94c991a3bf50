#include "http/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dateline::http {
namespace {

struct Header {
  std::string_view name;
  std::string_view value;
};

// Pages need no script, load nothing from elsewhere and stand in no frame. What needs more sets its own.
constexpr std::array<Header, 3> kSecurityHeaders = {{
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "strict-origin-when-cross-origin"},
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
     "frame-ancestors 'none'"},
}};

constexpr std::array<std::string_view, 5> kServersOwn = {"content-length", "transfer-encoding", "connection", "date",
                                                         "content-type"};

std::string_view find_header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (base::equals_ignoring_case(key, name)) return value;
  }
  return {};
}

// A token of RFC 9110, section 5.6.2.
bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return base::is_ascii_letter(c) || base::is_ascii_digit(c) ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7F) || c == '\t';
  });
}

bool may_send(const std::pair<std::string, std::string>& header) {
  const std::string name = base::ascii_lower(header.first);
  return is_token(name) && is_field_value(header.second) &&
         std::find(kServersOwn.begin(), kServersOwn.end(), name) == kServersOwn.end();
}

// The opaque part with its quotation marks.
std::string_view without_weakness(std::string_view etag) {
  if (etag.starts_with("W/")) etag.remove_prefix(2);
  return etag;
}

const char* words_for(int status) {
  switch (status) {
    case 400:
      return "The request could not be understood.";
    case 404:
      return "There is nothing at this address.";
    case 405:
      return "This server answers GET and HEAD only.";
    case 408:
      return "The request took too long to arrive.";
    case 413:
      return "The request's body is larger than this server takes.";
    case 414:
      return "The address is longer than this server takes.";
    case 431:
      return "The request's headers are larger than this server takes.";
    case 503:
      return "The server has as many visitors as it can take. Please try again in a moment.";
    default:
      return "Something went wrong on the server.";
  }
}

}  // namespace

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
  std::string_view rest = base::trim(if_none_match);
  const std::string_view wanted = without_weakness(etag);
  if (wanted.empty()) return false;
  if (rest == "*") return true;
  while (!rest.empty()) {
    if (rest.starts_with("W/")) rest.remove_prefix(2);
    const std::size_t end = rest.starts_with('"') ? rest.find('"', 1) : std::string_view::npos;
    if (end == std::string_view::npos) return false;
    if (rest.substr(0, end + 1) == wanted) return true;
    rest = base::trim(rest.substr(end + 1));
    if (!rest.starts_with(',')) return false;
    rest = base::trim(rest.substr(1));
  }
  return false;
}

void finish_answer(const Request& request, base::Instant now, Response& response) {
  std::erase_if(response.headers, [](const auto& header) { return !may_send(header); });
  if (!is_field_value(response.content_type)) response.content_type = "application/octet-stream";
  if (response.status < 200 || response.status > 599) response = error_answer(500);
  if (response.status == 200 && etag_matches(request.header("if-none-match"), find_header(response, "ETag"))) {
    response.status = 304;
  }
  if (response.status == 304 || response.status == 204) response.body.clear();
  for (const Header& header : kSecurityHeaders) {
    if (find_header(response, header.name).empty()) response.headers.emplace_back(header.name, header.value);
  }
  response.headers.emplace_back("Date", http_date(now));
}

Response error_answer(int status) {
  Response response =
      text_response(status, fmt::format("{} {}\n{}\n", status, reason_phrase(status), words_for(status)));
  if (status == 405) response.headers.emplace_back("Allow", "GET, HEAD");
  if (status == 503) response.headers.emplace_back("Retry-After", "5");
  return response;
}

}  // namespace dateline::http
