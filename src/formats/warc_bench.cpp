// formats/warc_bench.cpp -- a WARC file of two thousand pages, plain and compressed, and the responses in it.
#include <benchmark/benchmark.h>

#include <string>

#include "base/check.h"
#include "formats/gzip.h"
#include "formats/gzip_fixture.h"
#include "formats/warc_reader.h"

namespace {

using namespace dateline::formats;

constexpr int kRecords = 2000;

std::string response() {
  std::string body;
  for (int i = 0; i < 300; ++i)
    body += "<p>Paragraph " + std::to_string(i * 7919) + " of a page about the harbour.</p>\n";
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n\r\n" + deflated(body);
}

std::string record(const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://harbour.example/page\r\nWARC-Date: "
         "2014-03-05T06:07:08Z\r\nContent-Type: application/http\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

int count_records(ByteSource& source) {
  WarcReader reader(source);
  int count = 0;
  for (;;) {
    const auto next = reader.next();
    CHECK(next.ok());
    if (!next->has_value()) return count;
    ++count;
  }
}

void read_plain(benchmark::State& state) {
  const std::string one = record(response());
  std::string file;
  for (int i = 0; i < kRecords; ++i) file += one;
  for (auto _ : state) {
    StringSource source(file);
    CHECK(count_records(source) == kRecords);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * file.size()));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * kRecords);
}
BENCHMARK(read_plain)->Unit(benchmark::kMillisecond);

void read_compressed(benchmark::State& state) {
  const std::string one = deflated(record(response()));
  std::string file;
  for (int i = 0; i < kRecords; ++i) file += one;
  for (auto _ : state) {
    StringSource compressed(file);
    GzipSource source(compressed);
    CHECK(count_records(source) == kRecords);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * kRecords);
}
BENCHMARK(read_compressed)->Unit(benchmark::kMillisecond);

void parse_response(benchmark::State& state) {
  const std::string block = response();
  std::size_t bytes = 0;
  for (auto _ : state) {
    const auto message = parse_http_response(block, std::size_t{1} << 24);
    CHECK(message.ok() && message->body.size() > 10000);
    bytes += message->body.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(parse_response);

void gunzip_text(benchmark::State& state) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "Line " + std::to_string(i * 7919) + " of the log.\n";
  const std::string compressed = deflated(text);
  for (auto _ : state) {
    const auto plain = gunzip(compressed, std::size_t{1} << 30);
    CHECK(plain.ok() && plain->size() == text.size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(gunzip_text)->Unit(benchmark::kMillisecond);

}  // namespace
