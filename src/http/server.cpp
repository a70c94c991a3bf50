// Server over Boost.Beast and Asio: a coroutine for each connection, each on a strand of its own.
#include "http/server.h"

#include <fmt/format.h>

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <exception>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "base/strings.h"
#include "http/answer.h"

namespace dateline::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kGrace{5};           // for open requests, when the server stops
constexpr std::chrono::milliseconds kLinger{1000};  // for a refused client to read why
constexpr std::size_t kMaxLingerBytes = 256 << 10;
constexpr std::size_t kMaxHeaderFields = 100;
constexpr std::size_t kMaxRefusing = 64;               // beyond the cap: so many are told so, further ones just closed
constexpr std::chrono::milliseconds kAcceptPause{50};  // when the process is out of descriptors

auto into(error_code& error) {
  return asio::redirect_error(asio::use_awaitable, error);
}

/// A socket, and a timer that cuts what it is doing. On a strand.
class Connection {
 public:
  explicit Connection(tcp::socket accepted) : socket(std::move(accepted)), timer_(socket.get_executor()) {
    error_code ignored;
    const auto remote = socket.remote_endpoint(ignored);
    client = ignored ? "?" : remote.address().to_string();
    socket.set_option(tcp::no_delay(true), ignored);
  }

  /// Cancels what is under way on the socket after `time`, unless done() is called before.
  static void start(const std::shared_ptr<Connection>& self, std::chrono::milliseconds time) {
    self->timed_out = false;
    const std::size_t round = ++self->round_;
    self->timer_.expires_after(time);
    self->timer_.async_wait([self, round](error_code error) {
      // A timer that ran out just before it was stopped must not cut the next thing that the socket does.
      if (error || round != self->round_) return;
      self->timed_out = true;
      self->cancel();
    });
  }
  void done() {
    ++round_;
    timer_.cancel();
  }
  void cancel() {
    error_code ignored;
    socket.cancel(ignored);
  }

  tcp::socket socket;
  std::string client;
  beast::flat_buffer buffer;
  bool timed_out = false;
  bool idle = false;  ///< Between two requests.

 private:
  asio::steady_timer timer_;
  std::size_t round_ = 0;
};

using Parser = wire::request_parser<wire::string_body>;

// Which status says what is wrong with a request that could not be read; 0: nobody is there to be told.
int status_for(error_code error, const Connection& connection, const Parser& parser) {
  if (connection.timed_out) return 408;
  if (error == wire::error::body_limit) return 413;
  if (error == wire::error::header_limit || error == wire::error::buffer_overflow) {
    return parser.get().target().empty() ? 414 : 431;
  }
  if (error.category() == make_error_code(wire::error::end_of_stream).category()) {
    return error == wire::error::end_of_stream ? 0 : 400;
  }
  return 0;
}

// Reads what Beast has parsed into our request. A status other than 0 refuses it.
int take_request(const Parser& parser, Request& request) {
  const auto& message = parser.get();
  if (message.method() != wire::verb::get && message.method() != wire::verb::head) return 405;
  // RFC 9112, section 3.2: exactly one Host.
  const std::size_t hosts = message.count(wire::field::host);
  if (hosts > 1 || (hosts == 0 && message.version() == 11)) return 400;
  auto target = parse_target({message.target().data(), message.target().size()});
  if (!target.ok()) return target.error().code == base::ErrorCode::kTooLarge ? 414 : 400;
  request.method = message.method() == wire::verb::get ? "GET" : "HEAD";
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  for (const auto& field : message) {
    if (request.headers.size() == kMaxHeaderFields) return 431;
    request.headers.emplace_back(base::ascii_lower({field.name_string().data(), field.name_string().size()}),
                                 std::string(field.value().data(), field.value().size()));
  }
  return 0;
}

/// How an answer is framed.
struct Framing {
  unsigned version = 11;
  bool keep_alive = false;
  bool head = false;
};

wire::response<wire::string_body> to_wire(Response response, const Framing& framing) {
  wire::response<wire::string_body> out;
  out.version(framing.version);
  out.result(static_cast<unsigned>(response.status));
  const std::string_view reason = reason_phrase(response.status);
  out.reason({reason.data(), reason.size()});
  const bool has_body = response.status != 204 && response.status != 304;
  if (has_body) out.set(wire::field::content_type, response.content_type);
  for (const auto& [name, value] : response.headers) out.insert(name, value);
  if (has_body) out.content_length(response.body.size());
  out.keep_alive(framing.keep_alive);
  if (!framing.head) out.body() = std::move(response.body);
  return out;
}

class BeastServer final : public Server {
 public:
  BeastServer(ServerOptions options, Handler handler)
      : options_(std::move(options)),
        handler_(std::move(handler)),
        acceptor_(asio::make_strand(context_)),
        grace_(acceptor_.get_executor()) {}

  base::Result<void> listen();

  std::uint16_t port() const override { return port_; }
  void run() override;
  void stop() override;

 private:
  using Shared = std::shared_ptr<Connection>;

  asio::awaitable<void> accept();
  asio::awaitable<void> serve(Shared connection);
  asio::awaitable<bool> wait_for_request(const Shared& connection);
  asio::awaitable<bool> serve_one(const Shared& connection);
  asio::awaitable<bool> send(const Shared& connection, Response response, Framing framing);
  asio::awaitable<void> refuse(const Shared& connection, int status, Framing framing);
  asio::awaitable<void> turn_away(Shared connection);
  Response call_handler(const Request& request) const;
  void welcome(tcp::socket socket);
  void leave(Connection* connection);
  void begin_stopping();

  const ServerOptions options_;
  const Handler handler_;
  const base::SystemClock clock_;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<std::size_t> refusing_ = 0;
  std::mutex mutex_;
  std::unordered_map<Connection*, std::weak_ptr<Connection>> open_;  // guarded by mutex_
  // From here on in this order: the context destroys waiting coroutines, which still use what is above.
  asio::io_context context_;
  tcp::acceptor acceptor_;
  asio::steady_timer grace_;
};

base::Result<void> BeastServer::listen() {
  const auto failed = [this](error_code error) {
    base::Error reason = base::system_error(error.value());
    return base::Error{reason.code, fmt::format("{} port {}: {}", options_.address, options_.port, reason.message)};
  };
  error_code error;
  const asio::ip::address address = asio::ip::make_address(options_.address, error);
  if (error) return base::Error{base::ErrorCode::kInvalid, fmt::format("'{}' is no IP address", options_.address)};
  const tcp::endpoint endpoint(address, options_.port);
  acceptor_.open(endpoint.protocol(), error);
  if (error) return failed(error);
  acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  acceptor_.bind(endpoint, error);
  if (error.value() == EADDRNOTAVAIL) {
    return base::Error{base::ErrorCode::kInvalid, fmt::format("{} is no address of this machine", options_.address)};
  }
  if (error) return failed(error);
  acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error) return failed(error);
  port_ = acceptor_.local_endpoint(error).port();
  if (error) return failed(error);
  asio::co_spawn(acceptor_.get_executor(), accept(), asio::detached);
  return {};
}

void BeastServer::run() {
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < options_.threads; ++i) threads.emplace_back([this] { context_.run(); });
  context_.run();
  for (std::thread& thread : threads) thread.join();
}

void BeastServer::stop() {
  asio::post(acceptor_.get_executor(), [this] { begin_stopping(); });
}

void BeastServer::begin_stopping() {
  if (stopping_.exchange(true)) return;
  error_code ignored;
  acceptor_.close(ignored);
  grace_.expires_after(kGrace);
  grace_.async_wait([this](error_code error) {
    if (!error) context_.stop();
  });
  const std::lock_guard lock(mutex_);
  if (open_.empty()) return context_.stop();
  for (const auto& [key, weak] : open_) {
    Shared connection = weak.lock();
    if (!connection) continue;
    asio::post(connection->socket.get_executor(), [connection] {
      if (connection->idle) connection->cancel();
    });
  }
}

asio::awaitable<void> BeastServer::accept() {
  while (!stopping_) {
    error_code error;
    tcp::socket socket = co_await acceptor_.async_accept(asio::make_strand(context_), into(error));
    if (!error) {
      welcome(std::move(socket));
    } else if (!stopping_ && error != asio::error::operation_aborted) {
      base::log(base::LogLevel::kWarning, fmt::format("accept: {}", error.message()));
      asio::steady_timer pause(acceptor_.get_executor(), kAcceptPause);
      co_await pause.async_wait(into(error));
    }
  }
}

void BeastServer::welcome(tcp::socket socket) {
  auto connection = std::make_shared<Connection>(std::move(socket));
  const auto executor = connection->socket.get_executor();
  bool room = false;
  {
    const std::lock_guard lock(mutex_);
    room = open_.size() < options_.max_connections;
    if (room) open_[connection.get()] = connection;
  }
  if (room) {
    asio::co_spawn(executor, serve(std::move(connection)), asio::detached);
  } else if (refusing_ < kMaxRefusing) {
    ++refusing_;
    asio::co_spawn(executor, turn_away(std::move(connection)), asio::detached);
  }
}

void BeastServer::leave(Connection* connection) {
  const std::lock_guard lock(mutex_);
  open_.erase(connection);
  if (stopping_ && open_.empty()) context_.stop();
}

asio::awaitable<void> BeastServer::serve(Shared connection) {
  while (co_await wait_for_request(connection)) {
    if (!co_await serve_one(connection)) break;
  }
  connection->done();
  error_code ignored;
  connection->socket.shutdown(tcp::socket::shutdown_both, ignored);
  connection->socket.close(ignored);
  leave(connection.get());
}

// False when the connection ends instead: the client went away, took too long, or the server stops.
asio::awaitable<bool> BeastServer::wait_for_request(const Shared& connection) {
  if (stopping_) co_return false;
  if (connection->buffer.size() > 0) co_return true;
  connection->idle = true;
  Connection::start(connection, options_.read_timeout);
  error_code error;
  co_await connection->socket.async_wait(tcp::socket::wait_read, into(error));
  connection->done();
  connection->idle = false;
  co_return !error;
}

Response BeastServer::call_handler(const Request& request) const {
  try {
    return handler_(request);
  } catch (const std::exception& error) {
    base::log(base::LogLevel::kError, fmt::format("{}: {}", request.path, error.what()));
  } catch (...) {
    base::log(base::LogLevel::kError, fmt::format("{}: unknown exception", request.path));
  }
  return error_answer(500);
}

// Reads a request and answers it. False when the connection is to be closed.
asio::awaitable<bool> BeastServer::serve_one(const Shared& connection) {
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(options_.max_header_bytes));
  parser.body_limit(options_.max_body_bytes);
  Connection::start(connection, options_.read_timeout);
  const auto began = Clock::now();
  error_code error;
  Request request;
  co_await wire::async_read_header(connection->socket, connection->buffer, parser, into(error));
  Framing framing{parser.get().version() == 10 ? 10U : 11U, false, parser.get().method() == wire::verb::head};
  int refused = error ? status_for(error, *connection, parser) : take_request(parser, request);
  if (!error && refused == 0) {
    co_await wire::async_read(connection->socket, connection->buffer, parser, into(error));
    if (error) refused = status_for(error, *connection, parser);
  }
  connection->done();
  if (refused != 0) co_await refuse(connection, refused, framing);
  if (error || refused != 0) co_return false;

  Response response = call_handler(request);
  finish_answer(request, clock_.now(), response);
  framing.keep_alive = parser.get().keep_alive() && !stopping_;
  const int status = response.status;
  const std::size_t size = response.body.size();
  const bool sent = co_await send(connection, std::move(response), framing);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began);
  const auto target = parser.get().target();
  base::log(base::LogLevel::kInfo, fmt::format("{} {} {} {} {} {}us{}", connection->client, request.method,
                                               std::string_view(target.data(), target.size()), status, size,
                                               took.count(), sent ? "" : " (client went away)"));
  co_return sent&& framing.keep_alive;
}

asio::awaitable<bool> BeastServer::send(const Shared& connection, Response response, Framing framing) {
  const wire::response<wire::string_body> message = to_wire(std::move(response), framing);
  wire::serializer<false, wire::string_body> serializer(message);
  Connection::start(connection, options_.write_timeout);
  error_code error;
  if (framing.head) {
    co_await wire::async_write_header(connection->socket, serializer, into(error));
  } else {
    co_await wire::async_write(connection->socket, serializer, into(error));
  }
  connection->done();
  co_return !error;
}

// Says why, and waits a little for the client to read it: closing on bytes that were not read would take it back.
asio::awaitable<void> BeastServer::refuse(const Shared& connection, int status, Framing framing) {
  Request none;
  Response response = error_answer(status);
  finish_answer(none, clock_.now(), response);
  base::log(base::LogLevel::kInfo, fmt::format("{} refused {}", connection->client, status));
  if (!co_await send(connection, std::move(response), framing)) co_return;
  error_code error;
  connection->socket.shutdown(tcp::socket::shutdown_send, error);
  Connection::start(connection, kLinger);
  std::vector<char> sink(8 << 10);
  for (std::size_t total = 0; !error && total < kMaxLingerBytes;) {
    total += co_await connection->socket.async_read_some(asio::buffer(sink), into(error));
  }
  connection->done();
}

asio::awaitable<void> BeastServer::turn_away(Shared connection) {
  co_await refuse(connection, 503, {});
  --refusing_;
}

}  // namespace

base::Result<std::unique_ptr<Server>> Server::create(ServerOptions options, Handler handler) {
  auto server = std::make_unique<BeastServer>(std::move(options), std::move(handler));
  DATELINE_CHECKED(server->listen());
  return std::unique_ptr<Server>(std::move(server));
}

}  // namespace dateline::http
