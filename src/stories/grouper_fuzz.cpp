// Streams of articles made from bytes: copies lie where their originals lie, ids are well formed and never come back,
// and a grouper that is restored from imprints half-way goes on like the one that ran through.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "news/article.h"
#include "stories/grouper.h"

namespace {

using dateline::news::Article;
using dateline::stories::Grouper;
using dateline::stories::Placement;

// The first byte of `line` tells the day and the language.
Article article_of(std::string_view line, std::size_t number) {
  const unsigned tag = line.empty() ? 0 : static_cast<unsigned char>(line.front());
  Article article;
  article.uri = "u" + std::to_string(tag == 'v' && number > 4 ? number - 4 : number);  // some are new versions
  article.language = tag % 3 == 0 ? "en" : tag % 3 == 1 ? "de" : "";
  if (tag % 2 == 0)
    article.published.instant = dateline::base::Instant(dateline::base::Day(std::chrono::days(16000 + tag)));
  if (tag % 5 == 0) article.headline = std::string(dateline::base::utf8_prefix(line, 30));
  article.append_paragraph(line, dateline::news::ParagraphKind::kParagraph);
  return article;
}

// What an archive keeps of a stream.
class Kept {
 public:
  void keep(const Article& article, const Placement& placement) {
    CHECK(placement.story.size() == 14 && placement.story.starts_with("s-"));
    CHECK(placement.score >= 0 && placement.score <= 1);
    for (const auto& redirect : placement.redirects) CHECK(gone_.insert(redirect.from).second);
    for (const auto& redirect : placement.redirects) CHECK(!gone_.contains(redirect.to));
    for (const auto& move : placement.moves) {
      CHECK(!gone_.contains(move.story));
      story_of_.at(move.uri) = move.story;
    }
    CHECK(!gone_.contains(placement.story));
    story_of_[article.uri] = placement.story;
    if (placement.duplicate_of) CHECK(story_of_.at(*placement.duplicate_of) == placement.story);
    for (const auto& [uri, story] : story_of_) CHECK(!gone_.contains(story));
    imprints_.emplace_back(article.uri, placement.imprint);
  }

  Grouper restored() const {
    Grouper grouper;
    for (const auto& [uri, imprint] : imprints_) CHECK(grouper.restore(uri, imprint, story_of_.at(uri)));
    return grouper;
  }

 private:
  std::map<std::string, std::string> story_of_;
  std::set<std::string> gone_;
  std::vector<std::pair<std::string, std::string>> imprints_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text =
      dateline::base::mend_utf8({reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 16384)});
  Grouper through;
  Grouper restarted;
  Kept kept;
  std::size_t number = 0;
  // Every line is an article.
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Article article = article_of(std::string_view(text).substr(begin, end - begin), number);
    begin = end + 1;
    if (number % 8 == 7) restarted = kept.restored();
    const Placement placement = through.place(article);
    const Placement same = restarted.place(article);
    CHECK(same.story == placement.story && same.duplicate_of == placement.duplicate_of);
    CHECK(same.score == placement.score && same.imprint == placement.imprint);
    CHECK(same.moves.size() == placement.moves.size());
    kept.keep(article, placement);
  }
  return 0;
}
