#include <gtest/gtest.h>

#include <string>

#include "formats/gzip_fixture.h"
#include "formats/warc_reader.h"

namespace dateline::formats {
namespace {

using base::ErrorCode;

constexpr std::size_t kPlenty = std::size_t{1} << 24;

HttpMessage parse(std::string_view block) {
  const base::Result<HttpMessage> message = parse_http_response(block, kPlenty);
  EXPECT_TRUE(message.ok()) << (message.ok() ? "" : message.error().message);
  return message.ok() ? *message : HttpMessage{};
}

std::string with_header(std::string_view header, std::string_view body) {
  return "HTTP/1.1 200 OK\r\n" + std::string(header) + "\r\n\r\n" + std::string(body);
}

TEST(HttpResponse, StatusTypeCharsetAndBody) {
  const HttpMessage message = parse(
      "HTTP/1.1 404 Not Found\r\nServer: x\r\ncontent-TYPE: Text/HTML ; q=1; Charset=\"ISO-8859-1\"\r\n\r\n<p>gone");
  EXPECT_EQ(message.status, 404);
  EXPECT_EQ(message.content_type, "text/html");
  EXPECT_EQ(message.charset, "ISO-8859-1");
  EXPECT_EQ(message.body, "<p>gone");
}

TEST(HttpResponse, SparseResponsesAreRead) {
  EXPECT_EQ(parse("HTTP/2 200\r\n\r\nx").body, "x");
  EXPECT_EQ(parse("HTTP/1.0 301 Moved\nLocation: /\n\ny").body, "y");
  EXPECT_EQ(parse("HTTP/1.1 204 No Content\r\n\r\n").body, "");
  EXPECT_EQ(parse("HTTP/1.1 200 OK").status, 200);
  EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nServer: x").body, "");
  EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nbroken line\r\nContent-Type: text/plain\r\n\r\nz").content_type, "text/plain");
  EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Type:\r\n text/html;\r\n charset=utf-8\r\n\r\nz").charset, "utf-8");
}

TEST(HttpResponse, WhatIsNoResponseIsCorrupt) {
  for (const char* block : {"", "GET / HTTP/1.1\r\n\r\n", "<html>", "HTTP/1.1", "HTTP/1.1 OK\r\n\r\n",
                            "HTTP/1.1 20\r\n\r\n", "HTTP/1.1 -20\r\n\r\n"}) {
    const base::Result<HttpMessage> message = parse_http_response(block, kPlenty);
    ASSERT_FALSE(message.ok()) << block;
    EXPECT_EQ(message.error().code, ErrorCode::kCorrupt);
  }
}

TEST(HttpResponse, AWrongContentLengthIsPutUpWith) {
  EXPECT_EQ(parse(with_header("Content-Length: 3", "longer")).body, "longer");
  EXPECT_EQ(parse(with_header("Content-Length: 300", "short")).body, "short");
  EXPECT_EQ(parse(with_header("Content-Length: nonsense", "x")).body, "x");
}

TEST(HttpResponse, ChunksAreJoined) {
  const std::string chunks = "4\r\nWiki\r\nA;name=value\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";
  EXPECT_EQ(parse(with_header("Transfer-Encoding: Chunked", chunks)).body, "Wiki0123456789");
  EXPECT_EQ(parse(with_header("Transfer-Encoding: chunked", "3\nabc\n0\n\n")).body, "abc");
}

TEST(HttpResponse, ChunksThatEndEarlyGiveWhatIsThere) {
  const std::string chunks = "4\r\nWiki\r\n6\r\npedia \r\n0\r\n\r\n";
  const std::string whole = "Wikipedia ";
  std::size_t longest = 0;
  for (std::size_t cut = 1; cut <= chunks.size(); ++cut) {
    SCOPED_TRACE(cut);
    const std::string body = parse(with_header("Transfer-Encoding: chunked", chunks.substr(0, cut))).body;
    EXPECT_EQ(whole.substr(0, body.size()), body);
    EXPECT_GE(body.size(), longest);
    longest = body.size();
  }
  EXPECT_EQ(longest, whole.size());
}

TEST(HttpResponse, ABodyThatIsNotChunkedAfterAllStays) {
  EXPECT_EQ(parse(with_header("Transfer-Encoding: chunked", "<html>plain")).body, "<html>plain");
  EXPECT_EQ(parse(with_header("Transfer-Encoding: chunked", "4\r\nWiki\r\nzz\r\nmore")).body, "Wiki");
  EXPECT_EQ(parse(with_header("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFFF\r\nx")).body,
            "FFFFFFFFFFFFFFFFFF\r\nx");
}

TEST(HttpResponse, ContentCodingsAreUndone) {
  EXPECT_EQ(parse(with_header("Content-Encoding: gzip", deflated("page"))).body, "page");
  EXPECT_EQ(parse(with_header("Content-Encoding: x-GZIP", deflated("pa") + deflated("ge"))).body, "page");
  EXPECT_EQ(parse(with_header("Content-Encoding: deflate", deflated("page", 15))).body, "page");
  EXPECT_EQ(parse(with_header("Content-Encoding: deflate", deflated("page", -15))).body, "page");
  EXPECT_EQ(parse(with_header("Content-Encoding: deflate, gzip", deflated(deflated("page", 15)))).body, "page");
  EXPECT_EQ(parse(with_header("Content-Encoding: identity", "page")).body, "page");
  EXPECT_EQ(parse(with_header("Content-Encoding: gzip", "")).body, "");
  EXPECT_EQ(parse(with_header("Content-Encoding: gzip", "<p>stored decoded")).body, "<p>stored decoded");
  const std::string gzip = deflated("page");
  const std::string chunked = std::string(1, "0123456789abcdef"[gzip.size() / 16]) +
                              "0123456789abcdef"[gzip.size() % 16] + "\r\n" + gzip + "\r\n0\r\n\r\n";
  EXPECT_EQ(parse(with_header("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", chunked)).body, "page");
}

TEST(HttpResponse, CodingsThatAreNotOursAreUnsupported) {
  const base::Result<HttpMessage> message = parse_http_response(with_header("Content-Encoding: br", "x"), kPlenty);
  ASSERT_FALSE(message.ok());
  EXPECT_EQ(message.error().code, ErrorCode::kUnsupported);
}

TEST(HttpResponse, ACutOffGzipBodyGivesItsBeginning) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919) + " ";
  const std::string gzip = deflated(text);
  const std::string body = parse(with_header("Content-Encoding: gzip", gzip.substr(0, gzip.size() / 2))).body;
  EXPECT_GT(body.size(), text.size() / 4);
  EXPECT_EQ(text.substr(0, body.size()), body);
}

TEST(HttpResponse, GzipWithoutAnySoundDataIsCorrupt) {
  for (const char* coding : {"gzip", "deflate"}) {
    const std::string block = with_header(std::string("Content-Encoding: ") + coding, "\x1F\x8B\x08\xFF\xFF\xFF");
    const base::Result<HttpMessage> message = parse_http_response(block, kPlenty);
    ASSERT_FALSE(message.ok());
    EXPECT_EQ(message.error().code, ErrorCode::kCorrupt);
  }
}

TEST(HttpResponse, TheLimitHoldsForEveryCoding) {
  const std::string large(100000, 'x');
  for (const std::string& block : {with_header("A: b", large), with_header("Content-Encoding: gzip", deflated(large)),
                                   with_header("Content-Encoding: deflate", deflated(large, -15)),
                                   with_header("Content-Encoding: gzip, gzip", deflated(deflated(large)))}) {
    const base::Result<HttpMessage> message = parse_http_response(block, 99999);
    ASSERT_FALSE(message.ok());
    EXPECT_EQ(message.error().code, ErrorCode::kTooLarge);
    EXPECT_TRUE(parse_http_response(block, 100000).ok());
  }
}

TEST(HttpResponse, EveryTruncationIsReadOrRefused) {
  const std::string whole = with_header("Content-Type: text/html\r\nContent-Encoding: gzip", deflated("page"));
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    SCOPED_TRACE(cut);
    const base::Result<HttpMessage> message = parse_http_response(whole.substr(0, cut), kPlenty);
    if (message.ok()) {
      EXPECT_EQ(message->status, 200);
    } else {
      EXPECT_EQ(message.error().code, ErrorCode::kCorrupt);
    }
  }
}

}  // namespace
}  // namespace dateline::formats
