#include "endless_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "b_cubed.h"

namespace dateline::bench {
namespace {

std::vector<StreamReport> make(const StreamOptions& options, std::size_t count) {
  EndlessStream stream(options);
  std::vector<StreamReport> reports;
  for (std::size_t i = 0; i < count; ++i) reports.push_back(stream.next());
  return reports;
}

const std::vector<StreamReport>& reports() {
  static const std::vector<StreamReport> kReports = make({}, 5000);
  return kReports;
}

TEST(EndlessStream, EqualOptionsEqualReports) {
  const std::vector<StreamReport> again = make({}, 500);
  std::size_t same = 0;
  const std::vector<StreamReport> others = make({.seed = 2}, 500);
  for (std::size_t i = 0; i < again.size(); ++i) {
    EXPECT_EQ(again[i].article.text, reports()[i].article.text);
    EXPECT_EQ(again[i].article.headline, reports()[i].article.headline);
    EXPECT_EQ(again[i].article.uri, reports()[i].article.uri);
    EXPECT_EQ(again[i].story, reports()[i].story);
    same += others[i].article.text == reports()[i].article.text ? 1 : 0;
  }
  EXPECT_EQ(same, 0u);
}

TEST(EndlessStream, AnnotationsLieWhereTheySay) {
  for (std::size_t i = 0; i < 300; ++i) {
    const news::Article& article = reports()[i].article;
    ASSERT_FALSE(article.paragraphs.empty());
    std::size_t end = 0;
    for (const news::Paragraph& paragraph : article.paragraphs) {
      EXPECT_EQ(paragraph.span.begin_bytes, end == 0 ? 0 : end + 1);
      end = paragraph.span.end_bytes;
    }
    EXPECT_EQ(end, article.text.size());
    for (const base::Span& sentence : article.sentences) EXPECT_EQ(sentence.of(article.text).back(), '.');
    for (const news::Mention& mention : article.mentions) {
      const std::string_view named = mention.span.of(article.text);
      EXPECT_NE(article.entities.at(mention.entity).name.find(named), std::string::npos) << named;
    }
    for (const news::Time& time : article.times) EXPECT_TRUE(time.span.of(article.text).ends_with("day"));
  }
}

TEST(EndlessStream, SizesHaveAHeavyTail) {
  std::map<std::uint64_t, std::size_t> size_of;
  std::map<std::string, std::size_t> uris;
  for (const StreamReport& report : reports()) {
    ++size_of[report.story];
    ++uris[report.article.uri];
  }
  std::size_t singles = 0;
  std::size_t largest = 0;
  for (const auto& [story, size] : size_of) {
    singles += size == 1 ? 1 : 0;
    largest = std::max(largest, size);
  }
  EXPECT_GT(singles, size_of.size() / 2);
  EXPECT_GT(largest, 30u);
  EXPECT_EQ(uris.size(), reports().size());
}

TEST(EndlessStream, LengthsAreThoseAskedFor) {
  for (const StreamReport& report : reports()) {
    if (report.kind == ReportKind::kRoundUp) continue;
    const std::string& text = report.article.text;
    const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
    EXPECT_GE(words, 35u);
    EXPECT_LE(words, 520u);
  }
}

TEST(EndlessStream, CopiesFollowWhatTheyCopyInItsStory) {
  std::map<std::string, std::uint64_t> story_of;
  std::size_t copies = 0;
  std::size_t to_the_letter = 0;
  std::map<std::string, std::string> text_of;
  for (const StreamReport& report : reports()) {
    if (report.kind == ReportKind::kCopy) {
      ++copies;
      ASSERT_TRUE(story_of.contains(report.copy_of));
      EXPECT_EQ(story_of[report.copy_of], report.story);
      to_the_letter += text_of[report.copy_of] == report.article.text ? 1 : 0;
    }
    story_of[report.article.uri] = report.story;
    text_of[report.article.uri] = report.article.text;
  }
  EXPECT_GT(copies, reports().size() / 20);
  EXPECT_LT(to_the_letter, copies / 2);
}

TEST(EndlessStream, TimeGoesOnAsFastAsAsked) {
  EndlessStream stream({.articles_a_day = 2000, .singles = 0.9, .most_reports = 10, .most_days = 0.5});
  for (int i = 0; i < 2000; ++i) stream.next();  // until stories have got going
  const auto begin = *stream.next().article.published.instant;
  for (int i = 0; i < 6000; ++i) stream.next();
  const std::chrono::duration<double, std::ratio<86400>> days = *stream.next().article.published.instant - begin;
  EXPECT_NEAR(days.count(), 3, 0.6);
}

// Worked out by hand: {a b} {c d e} said of {a b c} {d e}.
TEST(BCubed, AnExample) {
  const std::vector<std::uint64_t> gold = {1, 1, 1, 2, 2};
  const std::vector<std::uint64_t> said = {7, 7, 8, 8, 8};
  const Agreement agreement = b_cubed(gold, said);
  EXPECT_NEAR(agreement.precision, (1 + 1 + 1 / 3.0 + 2 / 3.0 + 2 / 3.0) / 5, 1e-12);
  EXPECT_NEAR(agreement.recall, (2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1 + 1) / 5, 1e-12);
  EXPECT_EQ(b_cubed(gold, gold).f1(), 1);
  EXPECT_EQ(b_cubed({}, {}).f1(), 0);
}

}  // namespace
}  // namespace dateline::bench
