// The same stream gives the same archive, however it is cut into batches, whatever the number of threads that read it,
// and with the program ended and begun again in between.
#include <gtest/gtest.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/ordered_parallel.h"
#include "desk/filing.h"
#include "desk/temporary_folder.h"
#include "endless_stream.h"
#include "news/article_json.h"

namespace dateline::desk {
namespace {

constexpr std::size_t kArticles = 450;

class FixedClock : public base::Clock {
 public:
  base::Instant now() const override { return *base::parse_instant("2025-03-06T08:00:00Z"); }
};

const annotate::Annotator& annotator() {
  static const annotate::Annotator kAnnotator;
  return kAnnotator;
}

std::string json_of(const news::Article& article) {
  return base::to_text(news::to_json(article, news::ArticleParts::kAll));
}

// Before annotation. Some have no day, some are new versions of others.
const std::vector<news::Article>& captured() {
  static const std::vector<news::Article> kMade = [] {
    bench::EndlessStream stream({.seed = 12, .articles_a_day = 300, .singles = 0.3, .tail = 0.9});
    std::vector<news::Article> made;
    for (std::size_t i = 0; i < kArticles; ++i) {
      news::Article article = stream.next().article;
      article.sentences.clear();
      article.entities.clear();
      article.mentions.clear();
      article.times.clear();
      if (i % 13 == 0) article.published = {};
      if (i % 11 == 10) article.uri = made[i - 1 - i % 5].uri;
      made.push_back(std::move(article));
    }
    return made;
  }();
  return kMade;
}

// Files `articles` in batches of `batch_size`, with a new desk after each `batches_per_run` of them, and returns what
// the archive holds then: of each uri its story and the article as JSON.
std::map<std::string, std::string> filed(const std::vector<news::Article>& articles, std::size_t batch_size,
                                         std::size_t batches_per_run) {
  const TemporaryFolder folder;
  const FixedClock clock;
  std::map<std::string, std::string> found;
  std::unique_ptr<FilingDesk> desk;
  auto opened = archive::Archive::open(folder.path() + "/a.db", archive::Archive::Mode::kCreateOrOpen);
  if (!opened.ok()) {
    ADD_FAILURE() << opened.error().message;
    return found;
  }
  std::size_t batches = 0;
  for (std::size_t begin = 0; begin < articles.size(); begin += batch_size, ++batches) {
    if (batches % batches_per_run == 0) {
      auto created = FilingDesk::create(**opened, annotator(), clock);
      if (!created.ok()) {
        ADD_FAILURE() << created.error().message;
        return found;
      }
      desk = std::move(*created);
    }
    const std::size_t end = std::min(begin + batch_size, articles.size());
    const auto done = desk->file(
        {articles.begin() + static_cast<std::ptrdiff_t>(begin), articles.begin() + static_cast<std::ptrdiff_t>(end)});
    if (!done.ok()) ADD_FAILURE() << done.error().message;
  }
  const auto read = (*opened)->for_each([&](const news::Article& article, std::string_view story) {
    found[article.uri] = std::string(story) + " " + json_of(article);
    return true;
  });
  if (!read.ok()) ADD_FAILURE() << read.error().message;
  return found;
}

std::vector<news::Article> annotated(std::size_t threads) {
  base::ThreadPool pool(threads);
  std::vector<news::Article> out;
  std::size_t next = 0;
  base::ordered_parallel<const news::Article*, news::Article>(
      pool, 2 * threads + 1,
      [&]() -> std::optional<const news::Article*> {
        if (next == captured().size()) return std::nullopt;
        return &captured()[next++];
      },
      [](const news::Article* article) {
        news::Article copy = *article;
        annotator().annotate(copy);
        return copy;
      },
      [&](news::Article article) {
        out.push_back(std::move(article));
        return true;
      });
  return out;
}

const std::vector<news::Article>& annotated_by_one() {
  static const std::vector<news::Article> kArticlesOfOne = annotated(1);
  return kArticlesOfOne;
}

const std::map<std::string, std::string>& one_by_one() {
  static const std::map<std::string, std::string> kFiled = filed(annotated_by_one(), 1, kArticles);
  return kFiled;
}

void expect_same(const std::map<std::string, std::string>& found) {
  ASSERT_EQ(found.size(), one_by_one().size());
  std::size_t differing = 0;
  for (const auto& [uri, held] : one_by_one()) {
    const auto other = found.find(uri);
    if (other != found.end() && other->second == held) continue;
    if (++differing <= 3) {
      ADD_FAILURE() << uri << ": " << (other == found.end() ? "nothing" : other->second.substr(0, 400))
                    << "\n  instead of " << held.substr(0, 400);
    }
  }
  EXPECT_EQ(differing, 0u);
}

TEST(Replay, TheNumberOfThreadsDoesNotMatter) {
  const auto& alone = annotated_by_one();
  for (const std::size_t threads : {2U, 4U}) {
    SCOPED_TRACE(threads);
    const auto together = annotated(threads);
    ASSERT_EQ(together.size(), alone.size());
    for (std::size_t i = 0; i < alone.size(); ++i) {
      EXPECT_EQ(json_of(together[i]), json_of(alone[i]));
    }
    expect_same(filed(together, 7, kArticles));
  }
}

TEST(Replay, BatchesDoNotMatter) {
  for (const std::size_t size : {std::size_t{2}, std::size_t{64}, kArticles}) {
    SCOPED_TRACE(size);
    expect_same(filed(annotated_by_one(), size, kArticles));
  }
}

TEST(Replay, RestartsDoNotMatter) {
  expect_same(filed(annotated_by_one(), 30, 3));
  expect_same(filed(annotated_by_one(), 100, 1));
}

TEST(Replay, TheStreamJoinsSomeAndOpensSome) {
  std::map<std::string, std::size_t> reports_of;
  for (const auto& [uri, held] : one_by_one()) ++reports_of[held.substr(0, held.find(' '))];
  EXPECT_LT(one_by_one().size(), kArticles) << "no versions";
  EXPECT_GT(reports_of.size(), kArticles / 20);
  EXPECT_LT(reports_of.size(), kArticles * 3 / 4);
}

}  // namespace
}  // namespace dateline::desk
