// http/server.h -- HTTP/1.1 connections in, requests to a handler, answers out, through Boost.Beast and Asio.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "http/message.h"

namespace dateline::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: any free one; Server::port() tells which.
  std::size_t threads = 2;
  std::size_t max_connections = 1024;       ///< Further ones are answered 503 and closed.
  std::size_t max_header_bytes = 16 << 10;  ///< Request line and headers. Past it: 431, or 414 in the request line.
  std::size_t max_body_bytes = 64 << 10;    ///< Past it: 413.
  std::chrono::seconds read_timeout{15};    ///< For a whole request (408), and between two of them (closed).
  std::chrono::seconds write_timeout{30};   ///< For a whole answer; a client that takes longer is dropped.
};

/// Answers requests until stopped. GET and HEAD reach the handler (HEAD's body is cut by the server); other methods
/// are answered 405. Bad requests are answered 400, and those past a limit 408, 413, 414, 431 or 503, without reaching
/// it (docs/http.md has the table). Adds Date, Content-Length, Connection, and the security headers that the handler
/// has not set; answers 304 where the handler's ETag is the one that the client has. A handler that throws all the
/// same is answered for with 500. Writes one line a request to the log, at kInfo.
///
/// Threads: the handler is called from any of the server's threads at once. It must not throw.
class Server {
 public:
  using Handler = std::function<Response(const Request&)>;

  /// Listens at once, serves from run().
  ///
  /// Errors: kBusy (the port is in use), kForbidden (a port below 1024), kInvalid (no such address), kIo. The message
  ///         names address and port.
  static base::Result<std::unique_ptr<Server>> create(ServerOptions options, Handler handler);
  virtual ~Server() = default;

  virtual std::uint16_t port() const = 0;
  /// Blocks until stop(); open requests are answered first, for at most five seconds.
  virtual void run() = 0;
  /// From any thread or from a signal's thread; not from a signal handler.
  virtual void stop() = 0;
};

}  // namespace dateline::http
