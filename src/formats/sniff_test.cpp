#include "formats/sniff.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/strings.h"
#include "formats/case_file.h"

namespace dateline::formats {
namespace {

std::string name_of(Format format) {
  static const std::map<Format, std::string> names = {
      {Format::kEmpty, "empty"},     {Format::kHtml, "html"},           {Format::kPlainText, "text"},
      {Format::kFeed, "feed"},       {Format::kWarc, "warc"},           {Format::kGzip, "gzip"},
      {Format::kJsonLines, "jsonl"}, {Format::kImage, "image"},         {Format::kPdf, "pdf"},
      {Format::kArchive, "archive"}, {Format::kBinary, "binary"},       {Format::kNitf, "nitf"},
      {Format::kNewsMlG2, "newsml"}, {Format::kNewsSitemap, "sitemap"}, {Format::kJsonFeed, "jsonfeed"},
      {Format::kNinjs, "ninjs"},     {Format::kOtherJson, "json"},      {Format::kMail, "mail"},
      {Format::kWireText, "wire"}};
  return names.at(format);
}

/// "\xFF", "\n" and "\\" as C has them.
std::string unescape(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      bytes += text[i];
    } else if (text[++i] == 'x') {
      bytes += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      bytes += text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i] == 'r' ? '\r' : text[i];
    }
  }
  return bytes;
}

TEST(Sniff, Cases) {
  std::size_t count = 0;
  const std::string file = read_case_file("sniff.tsv");
  for (const std::string_view line : base::split(file, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> columns = base::split(line, '\t');
    ASSERT_EQ(columns.size(), 3u) << line;
    SCOPED_TRACE(line);
    const std::string bytes = unescape(columns[2]);
    EXPECT_EQ(name_of(sniff(bytes)), columns[0]);
    if (!columns[1].empty()) {
      EXPECT_EQ(describe(bytes), columns[1]);
    }
    ++count;
  }
  EXPECT_GE(count, 60u);
}

TEST(Sniff, LooksNoFurtherThan4096Bytes) {
  EXPECT_EQ(sniff(std::string(4096, 'a') + std::string(1, '\0')), Format::kPlainText);
  EXPECT_EQ(sniff(std::string(4095, 'a') + std::string(1, '\0')), Format::kBinary);
  EXPECT_EQ(sniff(std::string(5000, ' ')), Format::kPlainText);
}

TEST(Sniff, ATarArchiveHasANulBehindItsWord) {
  const std::string before(257, 'x');
  EXPECT_EQ(sniff(before + "ustar"), Format::kPlainText);
  EXPECT_EQ(sniff(before + std::string("ustar\0"
                                       "00",
                                       8)),
            Format::kArchive);
  EXPECT_EQ(sniff(before + std::string("ustar  \0", 8)), Format::kArchive);
}

TEST(Sniff, JsonLineLongerThanTheWindow) {
  const std::string filler(6000, 'x');
  EXPECT_EQ(sniff("{ \"id\" : \"" + filler + "\"}\n"), Format::kJsonLines);
  EXPECT_EQ(sniff("{so it goes, \"" + filler), Format::kPlainText);
}

TEST(Sniff, JsonThatGoesOnPastTheWindow) {
  const std::string filler(6000, 'x');
  // In one line it may be the first of many.
  EXPECT_EQ(sniff("{\"uri\": \"urn:x\", \"body_html\": \"" + filler + "\"}"), Format::kJsonLines);
  EXPECT_EQ(sniff("[{\"uri\": \"urn:x\", \"body_html\": \"" + filler + "\"}]"), Format::kNinjs);
  EXPECT_EQ(sniff("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": \"" + filler + "\"}"),
            Format::kJsonFeed);
  EXPECT_EQ(sniff("{\"items\": [{\"content_html\": \"" + filler + "\"}]}"), Format::kJsonFeed);
  // Its first member may fill the window.
  EXPECT_EQ(sniff("{\n\"body_html\": \"" + filler + "\",\n\"uri\": \"urn:x\"}"), Format::kNinjs);
  EXPECT_EQ(sniff("{\n\"a\": [{\"b\": \"" + filler + "\"}]}"), Format::kOtherJson);
  EXPECT_EQ(sniff("[The harbour opened on Monday" + filler), Format::kPlainText);
  EXPECT_EQ(sniff("{\n" + filler + "\n}"), Format::kPlainText);
}

TEST(Sniff, EveryBeginningOfANinjsItemIsJsonOrText) {
  const std::string item =
      "{\n \"uri\": \"urn:\\u00e9\\\"\", \"n\": [1.5e3, true, {}],\n \"bodies\": [{\"value\": \"é\"}]\n}";
  ASSERT_EQ(sniff(item), Format::kNinjs);
  for (std::size_t cut = 1; cut < item.size(); ++cut) {
    SCOPED_TRACE(cut);
    const Format format = sniff(item.substr(0, cut));
    EXPECT_TRUE(format == Format::kNinjs || format == Format::kPlainText);
    const Format longer = sniff(std::string(4096 - cut, ' ') + item);
    EXPECT_TRUE(longer == Format::kNinjs || longer == Format::kOtherJson || longer == Format::kPlainText);
  }
}

TEST(Sniff, Utf16WithItsMarkIsText) {
  const auto wide = [](std::string_view text, bool little) {
    std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : text) {
      if (!little) bytes += '\0';
      bytes += c;
      if (little) bytes += '\0';
    }
    return bytes;
  };
  EXPECT_EQ(sniff(wide("Rain is due", true)), Format::kPlainText);
  EXPECT_EQ(sniff(wide("<!doctype html><p>x", false)), Format::kHtml);
  EXPECT_EQ(sniff(wide("<?xml version='1.0'?><rss><channel/></rss>", true)), Format::kFeed);
}

TEST(Sniff, EveryTruncationOfAPageIsSomeText) {
  const std::string page = "<?xml version='1.0'?><!-- c --><!DOCTYPE html [<!ENTITY a 'b'>]><html><p>x</p></html>";
  ASSERT_EQ(sniff(page), Format::kHtml);
  for (std::size_t cut = 1; cut < page.size(); ++cut) {
    SCOPED_TRACE(cut);
    const Format format = sniff(page.substr(0, cut));
    EXPECT_TRUE(format == Format::kHtml || format == Format::kPlainText);
  }
}

}  // namespace
}  // namespace dateline::formats
