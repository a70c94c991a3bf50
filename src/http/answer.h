// http/answer.h -- what the server does to a handler's answer before it is sent. Free of any library's types.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "http/message.h"

namespace dateline::http {

/// True when `if_none_match`, the header's value ("*", or a list of entity tags), holds `etag` by weak comparison
/// (RFC 9110, sections 8.8.3.2 and 13.1.2). A malformed list matches nothing.
bool etag_matches(std::string_view if_none_match, std::string_view etag);

/// Makes `response` ready to be sent as the answer to `request`:
///   - headers that could split the answer (control characters, names that are no tokens) are dropped, as are those
///     that are the server's to write (Content-Length, Transfer-Encoding, Connection, Date)
///   - 200 with an ETag that the client has becomes 304 without body
///   - Date, and the security headers that are not set yet, are added
///   - a status out of 200 to 599 becomes 500
void finish_answer(const Request& request, base::Instant now, Response& response);

/// The server's own words for an error status, as plain text, with Allow or Retry-After where they belong.
Response error_answer(int status);

}  // namespace dateline::http
