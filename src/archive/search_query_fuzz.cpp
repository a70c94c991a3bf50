// Whatever a reader types is a search and not an error, and every hit holds what it says.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "archive/archive.h"
#include "archive/match.h"
#include "archive/testing.h"
#include "base/utf8.h"

namespace {

namespace archive = dateline::archive;
namespace base = dateline::base;
namespace news = dateline::news;

archive::Archive& small_archive() {
  static const archive::TemporaryFolder folder;
  static const std::unique_ptr<archive::Archive> made = [] {
    auto opened = archive::Archive::open(folder.file(), archive::Archive::Mode::kCreateOrOpen);
    if (!opened.ok()) std::abort();
    const news::Article first = archive::make_article("urn:1", "Ministers agree on navy talks",
                                                      "Ministers of both countries agreed on talks.\nNAVY near café.");
    const news::Article second =
        archive::make_article("urn:2", "Storm \"not\" over", "A storm, and rain: AND OR NOT NEAR.\n7 ships are late.");
    const archive::Filing batch[] = {archive::make_filing(first, "s1"), archive::make_filing(second, "s2")};
    if (!(*opened)->file(batch).ok()) std::abort();
    return std::move(*opened);
  }();
  return *made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  archive::SearchQuery query;
  query.words.assign(reinterpret_cast<const char*>(data), size);
  auto results = small_archive().search(query);
  if (!results.ok()) std::abort();
  if (results->hits.size() > results->total) std::abort();
  if (archive::match_expression(query.words).empty() && results->total != 0) std::abort();
  for (const archive::SearchHit& hit : results->hits) {
    auto article = small_archive().article(hit.uri);
    if (!article.ok() || article->text.find(hit.snippet) == std::string::npos) std::abort();
    std::size_t end = 0;
    for (const base::Span& match : hit.matches) {
      if (match.empty() || match.begin_bytes < end || match.end_bytes > hit.snippet.size()) std::abort();
      if (!base::is_utf8(match.of(hit.snippet))) std::abort();
      end = match.end_bytes;
    }
  }
  return 0;
}
