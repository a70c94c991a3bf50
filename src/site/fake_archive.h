// site/fake_archive.h -- for tests: an archive in memory, small and obvious.
#pragma once

#include <algorithm>
#include <atomic>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "archive/archive.h"
#include "base/strings.h"

namespace dateline::site::testing {

class FakeArchive : public archive::Archive {
 public:
  /// Adds the reports of a story.
  void add(const news::Story& story, const std::vector<news::Article>& articles) {
    stories_.push_back({story, articles});
  }
  /// The id of a story that is gone leads to one that is there.
  void lead(const std::string& from, const std::string& to) { leads_[from] = to; }
  /// From now on every call fails with this.
  void break_with(base::ErrorCode code) { broken_ = base::Error{code, "the disk said no to /secret/path"}; }
  /// How many articles were read.
  std::size_t reads() const { return reads_; }

  base::Result<std::vector<archive::Filed>> file(const archive::Batch&) override {
    return base::Error{base::ErrorCode::kForbidden, "tests add()"};
  }

  base::Result<news::Article> article(std::string_view uri) override {
    if (broken_) return *broken_;
    ++reads_;
    for (const Held& held : stories_) {
      for (const news::Article& article : held.articles) {
        if (article.uri == uri) return article;
      }
    }
    return missing();
  }

  /// Keeps `older` as the version before the one that stands.
  void add_version(const news::Article& older, base::Instant received) { older_.push_back({received, older}); }

  base::Result<std::vector<archive::ArticleVersion>> versions(std::string_view uri) override {
    DATELINE_TRY(const news::Article newest, article(uri));
    std::vector<archive::ArticleVersion> all;
    for (const archive::ArticleVersion& version : older_) {
      if (version.article.uri == uri) all.push_back(version);
    }
    all.push_back({newest.modified ? newest.modified->instant : base::Instant{}, newest});
    return all;
  }

  base::Result<bool> has(std::string_view uri, std::string_view text) override {
    const auto found = article(uri);
    return found.ok() && found->text == text;
  }

  base::Result<archive::StorySummary> story(std::string_view id) override {
    if (broken_) return *broken_;
    const auto lead = leads_.find(std::string(id));
    const std::string_view present = lead == leads_.end() ? id : std::string_view(lead->second);
    for (const Held& held : stories_) {
      if (held.story.id == present) return summary_of(held);
    }
    return missing();
  }

  base::Result<std::vector<std::string>> undated_reports(std::string_view) override {
    return std::vector<std::string>();
  }
  base::Result<std::string> story_of(std::string_view uri) override {
    if (broken_) return *broken_;
    for (const Held& held : stories_) {
      for (const news::Article& article : held.articles) {
        if (article.uri == uri) return held.story.id;
      }
    }
    return missing();
  }

  base::Result<std::vector<archive::StorySummary>> stories_on(base::Day day) override {
    if (broken_) return *broken_;
    std::vector<archive::StorySummary> found;
    for (const Held& held : stories_) {
      const bool on_day = std::any_of(held.articles.begin(), held.articles.end(),
                                      [&](const auto& article) { return article.published.day() == day; });
      if (on_day) found.push_back(summary_of(held));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.report_count > b.report_count; });
    return found;
  }

  base::Result<std::vector<archive::StorySummary>> newest_stories(std::size_t limit) override {
    if (broken_) return *broken_;
    std::vector<archive::StorySummary> found;
    for (const Held& held : stories_) found.push_back(summary_of(held));
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.last_day > b.last_day; });
    if (found.size() > limit) found.resize(limit);
    return found;
  }

  base::Result<std::vector<std::pair<base::Day, std::size_t>>> count_per_day(base::Day first, base::Day last) override {
    if (broken_) return *broken_;
    std::vector<std::pair<base::Day, std::size_t>> counts;
    for (const auto& [day, count] : days()) {
      if (day >= first && day <= last) counts.emplace_back(day, count);
    }
    return counts;
  }

  base::Result<std::vector<std::pair<int, std::size_t>>> count_per_year() override {
    if (broken_) return *broken_;
    std::map<int, std::size_t> years;
    for (const auto& [day, count] : days()) years[int{std::chrono::year_month_day(day).year()}] += count;
    return std::vector<std::pair<int, std::size_t>>(years.begin(), years.end());
  }

  base::Result<std::optional<base::Day>> day_before(base::Day day) override {
    if (broken_) return *broken_;
    const auto all = days();
    const auto at = all.lower_bound(day);
    return at == all.begin() ? std::optional<base::Day>() : std::prev(at)->first;
  }

  base::Result<std::optional<base::Day>> day_after(base::Day day) override {
    if (broken_) return *broken_;
    const auto all = days();
    const auto at = all.upper_bound(day);
    return at == all.end() ? std::optional<base::Day>() : at->first;
  }

  base::Result<std::optional<base::Day>> newest_day() override {
    if (broken_) return *broken_;
    const auto all = days();
    return all.empty() ? std::optional<base::Day>() : all.rbegin()->first;
  }

  /// Every article whose text holds the words as they are; the snippet is its first sentence.
  base::Result<archive::SearchResults> search(const archive::SearchQuery& query) override {
    if (broken_) return *broken_;
    archive::SearchResults results;
    std::map<int, std::size_t> years;
    const std::string wanted = base::replace_all(query.words, "\"", "");
    for (const Held& held : stories_) {
      for (const news::Article& article : held.articles) {
        const auto at = article.text.find(wanted);
        if (at == std::string::npos) continue;
        const auto day = article.published.day();
        const int year = day ? int{std::chrono::year_month_day(*day).year()} : 0;
        if (day) ++years[year];
        if (query.year && year != *query.year) continue;
        if (results.total++ < query.offset || results.hits.size() == query.limit) continue;
        const std::size_t end = std::min(article.text.size(), at + wanted.size());
        const std::size_t line = article.text.rfind('\n', at);
        const std::size_t begin = line == std::string::npos ? 0 : line + 1;
        results.hits.push_back({article.uri,
                                held.story.id,
                                article.headline,
                                article.outlet,
                                day,
                                article.text.substr(begin, article.text.find('\n', at) - begin),
                                {{at - begin, end - begin}}});
      }
    }
    results.count_per_year.assign(years.begin(), years.end());
    return results;
  }

  base::Result<void> for_each(const std::function<bool(const news::Article&, std::string_view)>&) override {
    return {};
  }

  base::Result<void> for_each_imprint(std::size_t, const std::function<bool(const archive::FiledImprint&)>&) override {
    return {};
  }

  base::Result<Counts> counts() override {
    if (broken_) return *broken_;
    Counts counts;
    for (const Held& held : stories_) counts.articles += held.articles.size();
    counts.stories = stories_.size();
    return counts;
  }

  base::Result<std::vector<std::string>> check() override { return std::vector<std::string>(); }

 private:
  struct Held {
    news::Story story;
    std::vector<news::Article> articles;
  };

  static base::Error missing() { return {base::ErrorCode::kNotFound, "no such thing"}; }

  static archive::StorySummary summary_of(const Held& held) {
    archive::StorySummary summary;
    summary.story = held.story;
    summary.report_count = held.articles.size();
    for (const news::Article& article : held.articles) {
      const bool known = std::any_of(summary.outlets.begin(), summary.outlets.end(),
                                     [&](const news::Outlet& outlet) { return outlet.name == article.outlet.name; });
      if (!known) summary.outlets.push_back(article.outlet);
      const auto day = article.published.day();
      if (!day) continue;
      summary.first_day = summary.first_day == base::Day{} ? *day : std::min(summary.first_day, *day);
      summary.last_day = std::max(summary.last_day, *day);
    }
    return summary;
  }

  std::map<base::Day, std::size_t> days() const {
    std::map<base::Day, std::size_t> counts;
    for (const Held& held : stories_) {
      for (const news::Article& article : held.articles) {
        if (const auto day = article.published.day()) ++counts[*day];
      }
    }
    return counts;
  }

  std::vector<Held> stories_;
  std::map<std::string, std::string> leads_;
  std::vector<archive::ArticleVersion> older_;
  std::optional<base::Error> broken_;
  std::atomic<std::size_t> reads_ = 0;
};

}  // namespace dateline::site::testing
