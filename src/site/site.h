// site/site.h -- the pages: which path answers with what.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "base/clock.h"
#include "base/result.h"
#include "editions/brief.h"
#include "http/message.h"
#include "news/article.h"
#include "news/story.h"

namespace dateline::site {

/// How a story's reports are read together: find_facts and summarise of the stories room in the product, something
/// small in tests. Called from any thread at once; must not throw.
struct StoryReader {
  using Articles = std::span<const news::Article* const>;
  std::function<std::vector<news::Fact>(Articles articles)> find_facts;
  std::function<std::vector<news::SentenceRef>(Articles articles, std::span<const news::Fact> facts)> summarise;
  /// Which reports speak with one voice: StoryView::voices. May be empty: every outlet is then a voice.
  std::function<std::vector<std::size_t>(Articles articles)> find_voices;
  /// The story's earlier and later ones in the archive. May be empty: then none are shown.
  std::function<base::Result<std::vector<editions::RelatedStory>>(const editions::StoryView& view)> find_related;
};

struct SiteOptions {
  std::string title = "Dateline";                   ///< Stands at the head of every page and in every title.
  std::size_t cache_bytes = std::size_t{64} << 20;  ///< Of finished story pages and digests; the oldest go first.
  std::chrono::seconds cache_for{300};  ///< A new report shows at once; another version of one within this time.
};

/// Answers requests with pages:
///
///   /                     the newest day
///   /day/2013-11-02       a day (?page=2: further stories of one report)
///   /archive              all years, /archive/2013, /archive/2013/11
///   /story/{id}           a story
///   /article?uri=…        a report; "#p6" is its sixth paragraph
///   /search?q=…           results (&year=2013, &page=2)
///   /style.css /robots.txt /favicon.svg
///
/// Anything else is 404, a malformed query 400, a failing archive 500 (its error goes to the log, not to the reader);
/// all three are pages. Answers carry an ETag, which http's server turns into a 304 where the client has it. No page
/// has a script, a cookie or anything from elsewhere; the Content-Security-Policy says so.
///
/// Ownership: borrows `archive` and `clock`, which must outlive it.
/// Threads:   answer() from any thread at once.
class Site {
 public:
  /// REQUIRES: both functions of `reader` are set.
  Site(archive::Archive& archive, const base::Clock& clock, SiteOptions options, StoryReader reader);
  ~Site();

  /// Never fails and never throws: what goes wrong is a page too. HEAD is answered like GET.
  http::Response answer(const http::Request& request) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline::site
