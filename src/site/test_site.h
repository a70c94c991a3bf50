// site/test_site.h -- for tests: a site over invented stories.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "editions/story_case.h"
#include "site/fake_archive.h"
#include "site/site.h"

namespace dateline::site::testing {

class FixedClock : public base::Clock {
 public:
  base::Instant now() const override { return instant; }
  base::Instant instant = *base::parse_instant("2013-11-02T12:00:00Z");
};

/// The stories of tests/cases/editions that have a day, and single reports on days before them.
class TestSite {
 public:
  explicit TestSite(bool filled = true, SiteOptions options = {}) {
    if (filled) fill();
    StoryReader reader;
    reader.find_facts = [this](StoryReader::Articles articles) {
      ++facts_found;
      const auto known = views_.find(articles.front()->uri);
      if (known != views_.end()) return known->second.facts;
      std::vector<news::Fact> facts;
      for (std::size_t i = 0; i < articles.size(); ++i) facts.push_back({news::FactKind::kSingle, {{i, 0}}, {}});
      return facts;
    };
    reader.summarise = [this](StoryReader::Articles articles, std::span<const news::Fact>) {
      const auto known = views_.find(articles.front()->uri);
      return known != views_.end() ? known->second.summary : std::vector<news::SentenceRef>{{0, 0}};
    };
    site = std::make_unique<Site>(archive, clock, std::move(options), std::move(reader));
  }

  void add(const editions::StoryView& view) {
    views_[view.articles.front().uri] = view;
    archive.add(view.story, view.articles);
  }

  /// A story of one report.
  void add_single(const std::string& id, const std::string& day, const std::string& outlet = "Marn Observer") {
    add(editions::testing::StoryCase("story " + id + "\nheadline Headline of " + id + "\nday " + day + "\nreport " +
                                     outlet + " | " + day + " | stated\ntitle Headline of " + id +
                                     "\nuri https://single.example/" + id + "\np The heron of " + id +
                                     " has returned.\nsingle 1.1\nsummary 1.1\n")
            .view());
  }

  /// `target` as a browser would ask for it: path and query, percent-encoded.
  http::Response get(const std::string& target) const {
    http::Request request;
    request.method = "GET";
    const std::string plain = target.substr(0, target.find('#'));
    const std::size_t mark = plain.find('?');
    request.path = base::decode_percent(plain.substr(0, mark), false);
    if (mark != std::string::npos) {
      for (const std::string_view pair : base::split(std::string_view(plain).substr(mark + 1), '&')) {
        const std::size_t equals = std::min(pair.find('='), pair.size());
        request.query.emplace_back(base::decode_percent(pair.substr(0, equals), true),
                                   base::decode_percent(pair.substr(std::min(equals + 1, pair.size())), true));
      }
    }
    return site->answer(request);
  }

  std::string body(const std::string& target) const { return get(target).body; }

  FakeArchive archive;
  FixedClock clock;
  std::unique_ptr<Site> site;
  std::atomic<std::size_t> facts_found = 0;

 private:
  void fill() {
    add(editions::testing::load_case("canal"));
    editions::StoryView ferry = editions::testing::load_case("ferry");
    add(ferry);
    for (const char* day : {"2009-03-01", "2011-06-30", "2013-10-31", "2013-11-01", "2013-11-02"}) {
      add_single(std::string("single-") + day, day);
    }
  }

  std::map<std::string, editions::StoryView> views_;  // By the first report's uri.
};

inline std::string header_of(const http::Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace dateline::site::testing
