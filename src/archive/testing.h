// archive/testing.h -- what the room's tests and benchmark share: a folder that goes away, and articles made up by
// rule.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "base/clock.h"
#include "news/article.h"

namespace dateline::archive {

/// A folder of its own, removed at the end of the scope.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-archive-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data()) != nullptr ? pattern : std::string();
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::filesystem::path file(const std::string& name = "news.dateline") const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline base::Day day(int year, unsigned month, unsigned day) {
  return base::Day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

/// An article with one annotation of each kind. Every line of `text` is a paragraph and, at least, a sentence.
inline news::Article make_article(const std::string& uri, const std::string& headline, const std::string& text,
                                  std::optional<base::Day> published = day(2013, 11, 2)) {
  news::Article article;
  article.id = article.uri = uri;
  article.outlet = {"The Example", "example.com"};
  article.headline = headline;
  article.authors = {"A. Writer"};
  article.language = "en";
  if (published) {
    article.published = {base::Instant(*published), false, news::Certainty::kStated, ""};
  }
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    article.append_paragraph(std::string_view(text).substr(begin, end - begin), news::ParagraphKind::kParagraph);
    article.sentences.push_back(article.paragraphs.back().span);
    begin = end + 1;
  }
  const std::size_t first_word = std::min(article.text.find(' '), article.text.size());
  article.entities.push_back(
      {"per:someone", news::EntityType::kPerson, article.text.substr(0, first_word), "Minister"});
  article.mentions.push_back({{0, first_word}, 0});
  article.times.push_back({{0, first_word}, news::TimeType::kDate, "2013-11-02"});
  article.quotes.push_back({{{0, first_word}}, {}, {}, 0, true});
  return article;
}

/// `words` words drawn from a vocabulary of 20,000 with the frequencies of a natural language (Zipf), in paragraphs of
/// 50 and sentences of 16. The same for the same `seed`.
inline std::string make_text(unsigned seed, std::size_t words) {
  std::minstd_rand random(seed * 7919 + 1);
  random.discard(3);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    const double uniform = (static_cast<double>(random()) + 1) / 2147483648.0;
    auto rank = static_cast<unsigned>(std::pow(20000.0, uniform));
    if (i > 0) text += i % 50 == 0 ? "\n" : " ";
    for (rank = rank * 31 + 7; rank > 0; rank /= 20)
      text += "bcdfghklmnprstvwxzaei"[rank % 20], text += "aeiou"[rank % 5];
    if (i % 16 == 15) text += '.';
  }
  return text;
}

inline Filing make_filing(const news::Article& article, const std::string& story) {
  Filing filing;
  filing.article = &article;
  filing.story = story;
  filing.received = base::Instant(day(2014, 1, 31)) + std::chrono::hours(9);
  return filing;
}

}  // namespace dateline::archive
