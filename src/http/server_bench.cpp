// Requests a second over one kept connection and over new ones, client and server on the same machine.
#include <benchmark/benchmark.h>

#include "http/testing.h"

namespace dateline::http {
namespace {

constexpr std::size_t kBodyBytes = 20000;  // about a story's page

Response page(const Request&) {
  return text_response(200, std::string(kBodyBytes, 'x'));
}

void BM_KeptConnection(benchmark::State& state) {
  RunningServer server({}, page);
  RawClient client(server.port());
  for (auto _ : state) {
    client.send("GET /story/a HTTP/1.1\r\nHost: a\r\n\r\n");
    const std::string answer = client.read_answer();
    if (status_of(answer) != 200 || answer.size() < kBodyBytes) return state.SkipWithError("no page");
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_KeptConnection)->UseRealTime();

void BM_NewConnection(benchmark::State& state) {
  RunningServer server({}, page);
  for (auto _ : state) {
    RawClient client(server.port());
    client.send("GET /story/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    if (client.read_all().size() < kBodyBytes) return state.SkipWithError("no page");
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_NewConnection)->UseRealTime();

void BM_ParseTarget(benchmark::State& state) {
  for (auto _ : state) {
    auto target = parse_target("/search?q=navy+talks+%22anti+piracy%22&year=2013&page=2");
    if (!target.ok() || target->query.size() != 3) return state.SkipWithError("wrong");
  }
}
BENCHMARK(BM_ParseTarget);

}  // namespace
}  // namespace dateline::http
