#include "desk/intake.h"

#include <gtest/gtest.h>

#include "desk/temporary_folder.h"

namespace dateline::desk {
namespace {

constexpr const char* kPage = "<!DOCTYPE html><html><head><title>A page</title></head><body><p>Text.</p></body></html>";

std::string warc_record(const std::string& type, const std::string& block, const std::string& content_type) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: https://quay.example/" + type +
         "\r\nWARC-Date: 2025-03-04T10:00:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(int status, const std::string& media_type, const std::string& body) {
  return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: " + media_type + "\r\n\r\n" + body;
}

/// Runs an intake to its end.
struct Taken {
  explicit Taken(std::vector<std::string> inputs, IntakeLimits limits = {}) {
    Intake intake(
        std::move(inputs),
        [this](const std::string& input, const base::Error& error) {
          problems.push_back(input + ": " + error.message);
        },
        limits);
    while (auto capture = intake.next()) captures.push_back(std::move(*capture));
  }

  std::vector<news::Capture> captures;
  std::vector<std::string> problems;
};

TEST(Intake, KindShowsInTheBytesNotTheName) {
  const TemporaryFolder folder;
  const Taken taken(
      {folder.write("page.txt", kPage), folder.write("text.html", "Just a line of text.\nAnd another.\n")});
  ASSERT_EQ(taken.captures.size(), 2u);
  EXPECT_EQ(taken.captures[0].kind, news::MediaKind::kHtml);
  EXPECT_EQ(taken.captures[1].kind, news::MediaKind::kPlainText);
  EXPECT_EQ(taken.captures[0].id, folder.path() + "/page.txt");
}

TEST(Intake, ABadInputIsNamedAndTheOthersAreTaken) {
  const TemporaryFolder folder;
  const std::string empty = folder.write("empty", "");
  const std::string picture = folder.write("p.html", "\xFF\xD8\xFF\xE0" + std::string(200, '\0'));
  const std::string none = folder.path() + "/none";
  const Taken taken({empty, picture, none, folder.write("page", kPage)});
  EXPECT_EQ(taken.captures.size(), 1u);
  ASSERT_EQ(taken.problems.size(), 3u);
  EXPECT_EQ(taken.problems[0], empty + ": is empty");
  EXPECT_EQ(taken.problems[1], picture + ": is a JPEG image, not a report");
  EXPECT_EQ(taken.problems[2], none + ": no such file or directory");
}

TEST(Intake, AddressesAreNotFetched) {
  const Taken taken({"https://quay.example/pier"});
  ASSERT_EQ(taken.problems.size(), 1u);
  EXPECT_EQ(taken.problems[0], "https://quay.example/pier: is an address, not a file: nothing is fetched");
}

TEST(Intake, FoldersAreReadThroughInOrderWithoutDotFilesAndLinkLoops) {
  const TemporaryFolder folder;
  folder.write("b/two.html", kPage);
  folder.write("a/one.html", kPage);
  folder.write(".hidden", kPage);
  std::filesystem::create_directory_symlink(folder.path(), folder.path() + "/b/loop");
  const Taken taken({folder.path()});
  EXPECT_TRUE(taken.problems.empty());
  ASSERT_EQ(taken.captures.size(), 2u);
  EXPECT_TRUE(taken.captures[0].id.ends_with("a/one.html"));
  EXPECT_TRUE(taken.captures[1].id.ends_with("b/two.html"));
}

TEST(Intake, ACaptureOverTheLimitIsRefused) {
  const TemporaryFolder folder;
  const std::string big = folder.write("big", std::string(3 << 20, 'x'));
  const Taken taken({big}, {.max_capture_bytes = std::size_t{2} << 20});
  ASSERT_EQ(taken.problems.size(), 1u);
  EXPECT_EQ(taken.problems[0], big + ": larger than the limit of 2 MB for one capture");
}

TEST(Intake, JsonLinesRowsKeepTheirIdsAndABrokenLineIsNamed) {
  const TemporaryFolder folder;
  const std::string rows = folder.write("rows",
                                        "{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": 7, \"html\": \"<p>Two.\", "
                                        "\"uri\": \"https://x.example/7\"}\n{oops\n{\"id\": \"c\"}\n");
  const Taken taken({rows});
  ASSERT_EQ(taken.captures.size(), 2u);
  EXPECT_EQ(taken.captures[0].id, "a");
  EXPECT_EQ(taken.captures[1].id, "7");
  EXPECT_EQ(taken.captures[1].uri, "https://x.example/7");
  EXPECT_EQ(taken.captures[1].kind, news::MediaKind::kHtml);
  ASSERT_EQ(taken.problems.size(), 2u);
  EXPECT_TRUE(taken.problems[0].starts_with(rows + ": line 3: ")) << taken.problems[0];
  EXPECT_EQ(taken.problems[1], rows + ": line 4: has neither \"html\" nor \"text\"");
}

TEST(Intake, AFirstRowLongerThanWhatIsSniffedIsStillARow) {
  const TemporaryFolder folder;
  const Taken taken({folder.write("rows", "{\"id\": \"a\", \"text\": \"" + std::string(20'000, 'x') + "\"}\n")});
  EXPECT_TRUE(taken.problems.empty());
  ASSERT_EQ(taken.captures.size(), 1u);
  EXPECT_EQ(taken.captures[0].id, "a");
}

TEST(Intake, NinjsComesAsADocumentOrARowALine) {
  const TemporaryFolder folder;
  const std::string rain = R"({"uri": "urn:rain", "headline": "Rain", "body_html": "<p>Rain.</p>"})";
  const std::string sun = R"({"uri": "https://w.example/sun", "bodies": [{"value": "Sun."}]})";
  const std::string picture = R"({"uri": "urn:picture", "type": "picture", "pubstatus": "usable"})";
  const std::string list = folder.write("a.json", "[\n" + rain + ",\n" + picture + ",\n" + sun + "\n]\n");
  const std::string rows = folder.write(
      "b.jsonl", rain + "\n" + picture + "\n{oops\n" + sun + "\n" + R"({"id": "plain", "text": "Text."})" + "\n");
  const Taken taken({list, rows});
  ASSERT_EQ(taken.captures.size(), 5u);
  EXPECT_EQ(taken.captures[0].id, list + "#1");
  EXPECT_EQ(taken.captures[0].kind, news::MediaKind::kWireHtml);
  EXPECT_EQ(taken.captures[0].carrier.headline, "Rain");
  EXPECT_EQ(taken.captures[1].id, list + "#2");
  EXPECT_EQ(taken.captures[1].kind, news::MediaKind::kWireText);
  EXPECT_EQ(taken.captures[1].uri, "https://w.example/sun");
  EXPECT_EQ(taken.captures[2].id, "urn:rain");
  EXPECT_EQ(taken.captures[3].id, "https://w.example/sun");
  EXPECT_EQ(taken.captures[4].id, "plain");
  ASSERT_EQ(taken.problems.size(), 1u);
  EXPECT_TRUE(taken.problems[0].starts_with(rows + ": line 3: ")) << taken.problems[0];
}

TEST(Intake, JsonOfNoKnownKindIsNamed) {
  const TemporaryFolder folder;
  const std::string file = folder.write("x.txt", "{\n  \"pretty\": \"printed\"\n}\n");
  const Taken taken({file});
  EXPECT_TRUE(taken.captures.empty());
  ASSERT_EQ(taken.problems.size(), 1u);
  EXPECT_EQ(taken.problems[0], file + ": is a JSON document of no kind that Dateline reads, not a report");
}

TEST(Intake, AWarcRecordMayBeAJsonFeedOrNinjs) {
  const TemporaryFolder folder;
  const std::string feed =
      R"({"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": [{"id": "1", "content_text": "Rain."}]})";
  const std::string lengthy = R"({"uri": "urn:x", "body_text": ")" + std::string(5000, 'x') + "\"}";
  const Taken taken({folder.write(
      "x.warc",
      warc_record("response", http(200, "application/feed+json", feed), "application/http") +
          warc_record("response", http(200, "application/json", lengthy), "application/http") +
          warc_record("response", http(200, "application/json", "{\"a\": 1}\n{\"a\": 2}"), "application/http") +
          warc_record("response", http(200, "application/json", "{\n\"a\": 1\n}"), "application/http"))});
  EXPECT_TRUE(taken.problems.empty());
  ASSERT_EQ(taken.captures.size(), 2u);
  EXPECT_EQ(taken.captures[0].kind, news::MediaKind::kFeedEntry);
  EXPECT_EQ(taken.captures[0].carrier.outlet, "Quay");
  EXPECT_EQ(taken.captures[1].bytes.size(), 5000u);
}

TEST(Intake, WarcRecordsWithoutAReportArePassedOver) {
  const TemporaryFolder folder;
  const std::string warc = folder.write(
      "x.warc", warc_record("warcinfo", "software: x\r\n", "application/warc-fields") +
                    warc_record("response", http(200, "text/html; charset=utf-8", kPage), "application/http") +
                    warc_record("response", http(404, "text/html", kPage), "application/http") +
                    warc_record("response", http(200, "image/png", "\x89PNG\r\n\x1a\n...."), "application/http") +
                    warc_record("response", http(200, "text/css", "p { color: red }"), "application/http") +
                    warc_record("conversion", "A line of text.\nAnother line.\n", "text/plain"));
  const Taken taken({warc});
  EXPECT_TRUE(taken.problems.empty());
  ASSERT_EQ(taken.captures.size(), 2u);
  EXPECT_EQ(taken.captures[0].id, warc + "#1");
  EXPECT_EQ(taken.captures[0].uri, "https://quay.example/response");
  EXPECT_EQ(taken.captures[0].charset, "utf-8");
  EXPECT_TRUE(taken.captures[0].arrived.has_value());
  EXPECT_EQ(taken.captures[1].id, warc + "#2");
  EXPECT_EQ(taken.captures[1].kind, news::MediaKind::kPlainText);
}

TEST(Intake, AWarcThatIsCutGivesWhatCameBefore) {
  const TemporaryFolder folder;
  const std::string record = warc_record("response", http(200, "text/html", kPage), "application/http");
  const std::string warc = folder.write("x.warc", record + record.substr(0, record.size() / 2));
  const Taken taken({warc});
  EXPECT_EQ(taken.captures.size(), 1u);
  ASSERT_EQ(taken.problems.size(), 1u);
  EXPECT_NE(taken.problems[0].find(std::to_string(record.size())), std::string::npos) << "the record's offset is named";
}

TEST(Intake, AFeedGivesItsEntries) {
  const TemporaryFolder folder;
  const std::string feed =
      folder.write("feed.xml",
                   "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Millrace</title>"
                   "<item><title>One</title><link>https://m.example/1</link><description>Text &lt;b&gt;one&lt;/b&gt;."
                   "</description><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate></item>"
                   "<item><title>Two</title><description>Text two.</description></item></channel></rss>");
  const Taken taken({feed});
  EXPECT_TRUE(taken.problems.empty());
  ASSERT_EQ(taken.captures.size(), 2u);
  EXPECT_EQ(taken.captures[0].kind, news::MediaKind::kFeedEntry);
  EXPECT_EQ(taken.captures[0].carrier.headline, "One");
  EXPECT_EQ(taken.captures[0].carrier.outlet, "Millrace");
  EXPECT_EQ(taken.captures[0].uri, "https://m.example/1");
  EXPECT_EQ(taken.captures[1].id, feed + "#2");
  EXPECT_TRUE(taken.captures[1].uri.empty());
}

}  // namespace
}  // namespace dateline::desk
