// The server as clients see it, the rude ones included: everything goes through real sockets.
#include "http/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "base/strings.h"
#include "http/testing.h"

namespace dateline::http {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

Response echo(const Request& request) {
  if (request.path == "/throw") throw std::runtime_error("a bug");
  if (request.path == "/big") return text_response(200, std::string(8 << 20, 'x'));
  Response response = text_response(200, request.method + " " + request.path);
  for (const auto& [name, value] : request.query) response.body += "|" + name + "=" + value;
  if (request.path == "/etag") response.headers.emplace_back("ETag", "\"v1\"");
  if (request.path == "/own") response.headers.emplace_back("Content-Security-Policy", "default-src 'self'");
  if (request.path == "/split") response.headers.emplace_back("X-Bad", "a\r\nSet-Cookie: b");
  if (request.path == "/header") response.body += "|" + std::string(request.header("x-name"));
  return response;
}

std::string ask(std::uint16_t port, std::string_view request) {
  RawClient client(port);
  client.send(request);
  client.finish_sending();
  return client.read_all();
}

double seconds_since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

TEST(Server, AnswersAGet) {
  RunningServer server({}, echo);
  const std::string answer = ask(server.port(), "GET /news/today?q=a+b&q=%C3%A9 HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(status_of(answer), 200);
  EXPECT_THAT(answer, EndsWith("\r\n\r\nGET /news/today|q=a b|q=é"));
  EXPECT_THAT(answer, HasSubstr("Content-Length: 26\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Type: text/plain; charset=utf-8\r\n"));
  EXPECT_THAT(answer, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Security-Policy: default-src 'none';"));
  EXPECT_THAT(answer, HasSubstr("frame-ancestors 'none'\r\n"));
  EXPECT_THAT(answer, HasSubstr(" GMT\r\n"));
}

TEST(Server, HeadIsAGetWithoutTheBody) {
  RunningServer server({}, echo);
  RawClient client(server.port());
  client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(client.read_answer(false), HasSubstr("Content-Length: 9\r\n"));
  client.send(kGet);
  EXPECT_THAT(client.read_answer(), EndsWith("GET /"));
}

TEST(Server, HeadersOfTheHandler) {
  RunningServer server({}, echo);
  const std::string own = ask(server.port(), "GET /own HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(own, HasSubstr("Content-Security-Policy: default-src 'self'\r\n"));
  EXPECT_THAT(own, Not(HasSubstr("default-src 'none'")));
  EXPECT_THAT(ask(server.port(), "GET /split HTTP/1.1\r\nHost: a\r\n\r\n"), Not(HasSubstr("Set-Cookie")));
  EXPECT_THAT(ask(server.port(), "GET /header HTTP/1.1\r\nhost: a\r\nX-NAME:  v \r\n\r\n"), EndsWith("GET /header|v"));
}

TEST(Server, WhatTheClientHasIsNotSentAgain) {
  RunningServer server({}, echo);
  RawClient client(server.port());
  client.send("GET /etag HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"v0\", W/\"v1\"\r\n\r\n");
  const std::string same = client.read_answer(false);
  EXPECT_EQ(status_of(same), 304);
  EXPECT_THAT(same, HasSubstr("ETag: \"v1\"\r\n"));
  EXPECT_THAT(same, EndsWith("\r\n\r\n"));
  client.send("GET /etag HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"v0\"\r\n\r\n");
  EXPECT_EQ(status_of(client.read_answer()), 200);
}

TEST(Server, KeepsTheConnectionAndAnswersPipelinedRequestsInOrder) {
  RunningServer server({}, echo);
  RawClient client(server.port());
  std::string requests;
  for (int i = 0; i < 50; ++i) requests += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
  client.send(requests);
  for (int i = 0; i < 50; ++i) EXPECT_THAT(client.read_answer(), EndsWith("GET /" + std::to_string(i)));
  client.send("GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(client.read_all(), EndsWith("GET /last"));
}

TEST(Server, ABodyOfAGetIsReadAndIgnored) {
  RunningServer server({}, echo);
  RawClient client(server.port());
  client.send("GET /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
  EXPECT_THAT(client.read_answer(), EndsWith("GET /a"));
  client.send("GET /b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
  EXPECT_THAT(client.read_answer(), EndsWith("GET /b"));
}

TEST(Server, Http10IsClosedAfterTheAnswer) {
  RunningServer server({}, echo);
  RawClient client(server.port());
  client.send("GET /old HTTP/1.0\r\n\r\n");
  const std::string answer = client.read_all();
  EXPECT_TRUE(answer.starts_with("HTTP/1.0 200")) << answer;
  EXPECT_THAT(answer, EndsWith("GET /old"));
}

// tests/cases/http/requests.tsv: the status, a tab, a request with \r \n \0 and \xNN written so.
TEST(Server, RefusesWithTheStatusThatTheCaseNames) {
  RunningServer server({}, echo);
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/cases/http/requests.tsv");
  std::size_t cases = 0;
  for (std::string line; std::getline(in, line); ++cases) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    std::string request;
    for (std::size_t i = tab + 1; i < line.size(); ++i) {
      if (line[i] != '\\') {
        request += line[i];
      } else if (line[++i] == 'x') {
        request += static_cast<char>(std::stoi(line.substr(i + 1, 2), nullptr, 16));
        i += 2;
      } else {
        request += line[i] == 'r' ? '\r' : line[i] == 'n' ? '\n' : '\0';
      }
    }
    EXPECT_EQ(status_of(ask(server.port(), request)), std::stoi(line.substr(0, tab))) << line;
  }
  EXPECT_GT(cases, 30U);
}

TEST(Server, EveryTruncatedRequestIsSurvived) {
  RunningServer server({}, echo);
  const std::string whole = "GET /a?b=c HTTP/1.1\r\nHost: example\r\nContent-Length: 3\r\n\r\nxyz";
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    const int status = status_of(ask(server.port(), whole.substr(0, cut)));
    EXPECT_TRUE(status == (cut == 0 ? 0 : 400)) << cut << ": " << status;
  }
  EXPECT_EQ(status_of(ask(server.port(), whole)), 200);
}

TEST(Server, LimitsOfSize) {
  RunningServer server({}, echo);
  const auto with = [&](const std::string& line, const std::string& headers, const std::string& body = "") {
    return status_of(ask(server.port(), "GET " + line + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body));
  };
  EXPECT_EQ(with("/" + std::string(4095, 'a'), ""), 200);
  EXPECT_EQ(with("/" + std::string(4096, 'a'), ""), 414);
  EXPECT_EQ(with("/" + std::string(1 << 20, 'a'), ""), 414);
  EXPECT_EQ(with("/", "X: " + std::string(10000, 'a') + "\r\n"), 200);
  EXPECT_EQ(with("/", "X: " + std::string(1 << 20, 'a') + "\r\n"), 431);
  std::string many;
  for (int i = 0; i < 101; ++i) many += "A: b\r\n";
  EXPECT_EQ(with("/", many), 431);
  EXPECT_EQ(with("/", "Content-Length: 65536\r\n", std::string(65536, 'a')), 200);
  EXPECT_EQ(with("/", "Content-Length: 65537\r\n", std::string(65537, 'a')), 413);
  std::string chunks;
  for (int i = 0; i < 20; ++i) chunks += "1000\r\n" + std::string(4096, 'a') + "\r\n";
  EXPECT_EQ(with("/", "Transfer-Encoding: chunked\r\n", chunks + "0\r\n\r\n"), 413);
}

TEST(Server, ASlowRequestIsToldSoAndAnIdleConnectionIsClosed) {
  ServerOptions options;
  options.read_timeout = 1s;
  RunningServer server(options, echo);
  const auto began = std::chrono::steady_clock::now();
  RawClient idle(server.port());
  RawClient slow(server.port());
  // A byte now and then does not win time.
  for (int i = 0; i < 8 && slow.send("G"); ++i) std::this_thread::sleep_for(100ms);
  EXPECT_EQ(status_of(slow.read_all()), 408);
  EXPECT_EQ(idle.read_all(), "");
  EXPECT_LT(seconds_since(began), 4);
}

TEST(Server, AClientThatDoesNotReadIsDropped) {
  ServerOptions options;
  options.write_timeout = 1s;
  RunningServer server(options, echo);
  RawClient deaf(server.port());
  deaf.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(1500ms);
  EXPECT_LT(deaf.read_all().size(), std::size_t{8} << 20);
  EXPECT_EQ(status_of(ask(server.port(), kGet)), 200);
}

TEST(Server, AClientThatGoesAwayMidAnswerDoesNoHarm) {
  RunningServer server({}, echo);
  for (int i = 0; i < 20; ++i) {
    RawClient client(server.port());
    client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    if (i % 2 == 0) std::this_thread::sleep_for(5ms);
  }
  EXPECT_EQ(status_of(ask(server.port(), kGet)), 200);
}

TEST(Server, ConnectionsPastTheCapAreTurnedAway) {
  ServerOptions options;
  options.max_connections = 3;
  RunningServer server(options, echo);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    clients.back()->send(kGet);
    EXPECT_EQ(status_of(clients.back()->read_answer()), 200);
  }
  const std::string refused = ask(server.port(), kGet);
  EXPECT_EQ(status_of(refused), 503);
  EXPECT_THAT(refused, HasSubstr("Retry-After: "));
  clients.clear();
  int status = 0;
  for (int i = 0; i < 100 && status != 200; ++i) {
    status = status_of(ask(server.port(), kGet));
    if (status != 200) std::this_thread::sleep_for(20ms);
  }
  EXPECT_EQ(status, 200);
}

TEST(Server, ManyConnectionsAtOnce) {
  RunningServer server({}, echo);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 300; ++i) clients.push_back(std::make_unique<RawClient>(server.port()));
  for (auto& client : clients) EXPECT_TRUE(client->send(kGet));
  for (auto& client : clients) EXPECT_EQ(status_of(client->read_answer()), 200);
}

TEST(Server, AHandlerThatThrowsIsAnsweredFor) {
  RunningServer server({}, echo);
  EXPECT_EQ(status_of(ask(server.port(), "GET /throw HTTP/1.1\r\nHost: a\r\n\r\n")), 500);
  EXPECT_EQ(status_of(ask(server.port(), kGet)), 200);
}

TEST(Server, StopsAtOnceWhenOnlyIdleConnectionsAreOpen) {
  RunningServer server({}, echo);
  RawClient idle(server.port());
  idle.send(kGet);
  idle.read_answer();
  const auto began = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(seconds_since(began), 2);
  EXPECT_EQ(idle.read_all(), "");
}

TEST(Server, AnswersWhatIsOpenBeforeItStops) {
  std::atomic<bool> entered = false;
  RunningServer server({}, [&entered](const Request&) {
    entered = true;
    std::this_thread::sleep_for(400ms);
    return text_response(200, "worth the wait");
  });
  RawClient client(server.port());
  client.send(kGet);
  while (!entered) std::this_thread::sleep_for(1ms);
  server.stop();
  const std::string answer = client.read_all();
  EXPECT_THAT(answer, EndsWith("worth the wait"));
  EXPECT_THAT(answer, HasSubstr("Connection: close"));
}

TEST(Server, ARequestThatNeverEndsHoldsTheStopForFiveSecondsOnly) {
  RunningServer server({}, echo);
  RawClient client(server.port());
  client.send("GET / HT");
  std::this_thread::sleep_for(100ms);
  const auto began = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(seconds_since(began), 7);
}

TEST(Server, StoppedBeforeItRunsItReturns) {
  auto server = Server::create({.port = 0}, echo);
  ASSERT_TRUE(server.ok());
  (*server)->stop();
  (*server)->run();
}

TEST(Server, NamesWhyItCannotListen) {
  RunningServer server({}, echo);
  const auto taken = Server::create({.port = server.port()}, echo);
  ASSERT_FALSE(taken.ok());
  EXPECT_EQ(taken.error().code, base::ErrorCode::kBusy);
  EXPECT_THAT(taken.error().message, HasSubstr("127.0.0.1 port " + std::to_string(server.port())));
  const auto nowhere = Server::create({.address = "example.com"}, echo);
  ASSERT_FALSE(nowhere.ok());
  EXPECT_EQ(nowhere.error().code, base::ErrorCode::kInvalid);
  const auto foreign = Server::create({.address = "192.0.2.1", .port = 0}, echo);
  ASSERT_FALSE(foreign.ok());
  EXPECT_EQ(foreign.error().code, base::ErrorCode::kInvalid);
}

}  // namespace
}  // namespace dateline::http
