// Whole articles and all that is found in them: tests/cases/annotate/articles. A wanted change is taken over by writing
// the printed lines into the file.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "annotate/annotator.h"
#include "annotate/article_dump.h"
#include "base/files.h"

namespace dateline::annotate {
namespace {

std::vector<std::filesystem::path> sample_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/annotate/articles")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(SampleArticles, AreAnnotatedAsWritten) {
  const Annotator annotator;
  ASSERT_GE(sample_files().size(), 10u);
  for (const std::filesystem::path& path : sample_files()) {
    const auto text = base::read_file(path, 1 << 20);
    ASSERT_TRUE(text.ok()) << path;
    Sample sample = read_sample(*text);
    ASSERT_FALSE(sample.expected.empty()) << path;
    annotator.annotate(sample.article);
    EXPECT_EQ(dump(sample.article), sample.expected) << path;
  }
}

TEST(SampleArticles, AreTheSameWhateverThreadReadsThem) {
  const Annotator one;
  const Annotator two;
  for (const std::filesystem::path& path : sample_files()) {
    const auto text = base::read_file(path, 1 << 20);
    ASSERT_TRUE(text.ok()) << path;
    Sample first = read_sample(*text);
    Sample second = read_sample(*text);
    one.annotate(first.article);
    two.annotate(second.article);
    EXPECT_EQ(dump(first.article), dump(second.article));
  }
}

TEST(SampleArticles, SpansOfAllKindsAreInOrder) {
  const Annotator annotator;
  for (const std::filesystem::path& path : sample_files()) {
    const auto text = base::read_file(path, 1 << 20);
    ASSERT_TRUE(text.ok()) << path;
    news::Article article = read_sample(*text).article;
    annotator.annotate(article);
    const auto ordered = [](const auto& list) {
      return std::is_sorted(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
    };
    EXPECT_TRUE(ordered(article.mentions)) << path;
    EXPECT_TRUE(ordered(article.times)) << path;
    EXPECT_TRUE(std::is_sorted(article.sentences.begin(), article.sentences.end())) << path;
    for (const news::Quote& quote : article.quotes) {
      EXPECT_TRUE(std::is_sorted(quote.content.begin(), quote.content.end())) << path;
    }
  }
}

}  // namespace
}  // namespace dateline::annotate
