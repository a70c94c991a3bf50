#include "app/related_views.h"

#include <algorithm>
#include <map>
#include <utility>

#include "stories/related_stories.h"

namespace dateline::app {
namespace {

constexpr std::size_t kNamesSearched = 4;
constexpr std::size_t kHitsOfName = 30;
constexpr std::size_t kMostCandidates = 24;
constexpr std::size_t kReportsRead = 4;

std::vector<const news::Article*> pointers(const std::vector<news::Article>& articles) {
  std::vector<const news::Article*> out;
  for (const news::Article& article : articles) out.push_back(&article);
  return out;
}

std::vector<news::Outlet> outlets_of(const std::vector<news::Article>& articles) {
  std::vector<news::Outlet> outlets;
  for (const news::Article& article : articles) {
    const std::string label = news::outlet_label(article.outlet);
    const bool known = std::any_of(outlets.begin(), outlets.end(),
                                   [&](const news::Outlet& other) { return news::outlet_label(other) == label; });
    if (!known) outlets.push_back(article.outlet);
  }
  return outlets;
}

editions::RelatedStory shown(const stories::RelatedStory& related, const editions::StoryView& own,
                             const news::Story& other, std::vector<news::Outlet> outlets,
                             const std::vector<news::Article>& others_articles) {
  editions::RelatedStory out;
  out.earlier = related.when == stories::RelatedStory::When::kEarlier;
  out.id = other.id;
  out.headline = other.headline;
  out.day = other.day;
  out.outlets = std::move(outlets);
  const news::Article& article = (related.said_by_other ? others_articles : own.articles)[related.because.article];
  const base::Span& sentence = article.sentences[related.because.sentence];
  out.because = {std::string(sentence.of(article.text)), article.id, article.uri, article.outlet,
                 article.paragraphs.empty() ? 1 : article.paragraph_number(article.paragraph_at(sentence.begin_bytes))};
  return out;
}

// What is compared with a story, read from the archive.
struct Candidate {
  archive::StorySummary summary;
  std::vector<news::Article> articles;
};

// The most telling of the names that are the story's own.
std::vector<const stories::StoryDigest::Name*> names_to_search(const stories::StoryDigest& digest) {
  std::vector<const stories::StoryDigest::Name*> names;
  for (const auto& name : digest.names) {
    if (!name.name.empty()) names.push_back(&name);
  }
  std::stable_sort(names.begin(), names.end(), [](const auto* a, const auto* b) {
    const auto weight = [](const auto* name) {
      return static_cast<double>(name->share) * stories::telling(*name, stories::NameUse{});
    };
    return weight(a) > weight(b);
  });
  if (names.size() > kNamesSearched) names.resize(kNamesSearched);
  return names;
}

// Story ids by how often the names led to them; fills how common the names are.
base::Result<std::vector<std::string>> search_names(archive::Archive& archive, const stories::StoryDigest& digest,
                                                    stories::NameUse& use) {
  std::map<std::string, std::size_t> hits;
  const auto names = names_to_search(digest);
  const auto search = [&](const std::string& words) -> base::Result<std::size_t> {
    archive::SearchQuery query;
    query.words = words;
    query.limit = kHitsOfName;
    DATELINE_TRY(const archive::SearchResults results, archive.search(query));
    for (const archive::SearchHit& hit : results.hits) {
      if (hit.story != digest.id) ++hits[hit.story];
    }
    return results.total;
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = "\"" + names[i]->name + "\"";
    DATELINE_TRY(const std::size_t total, search(name));
    use.of_name[names[i]->key] = total;
    // Two together lead to less, and that is nearer.
    if (i > 0) {
      auto both = search("\"" + names[0]->name + "\" " + name);
      if (!both.ok()) return both.error();
    }
  }
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [id, count] : hits) order.emplace_back(count, id);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> ids;
  for (const auto& [count, id] : order) {
    if (ids.size() < kMostCandidates) ids.push_back(id);
  }
  return ids;
}

base::Result<Candidate> read_candidate(archive::Archive& archive, const std::string& id) {
  Candidate candidate;
  DATELINE_TRY(candidate.summary, archive.story(id));
  for (const std::string& uri : candidate.summary.story.articles) {
    if (candidate.articles.size() == kReportsRead) break;
    DATELINE_TRY(news::Article article, archive.article(uri));
    candidate.articles.push_back(std::move(article));
  }
  return candidate;
}

}  // namespace

void relate_views(std::vector<editions::StoryView>& views, base::ThreadPool& pool) {
  std::vector<stories::StoryDigest> digests(views.size());
  pool.for_each_index(views.size(), [&](std::size_t i) {
    digests[i] = stories::digest_story(views[i].story.id, pointers(views[i].articles));
  });
  const auto related = stories::relate_all(digests);
  for (std::size_t i = 0; i < views.size(); ++i) {
    for (const stories::RelatedStory& one : related[i]) {
      const editions::StoryView& other = views[one.other];
      views[i].related.push_back(shown(one, views[i], other.story, outlets_of(other.articles), other.articles));
    }
  }
}

base::Result<std::vector<editions::RelatedStory>> relate_in_archive(archive::Archive& archive,
                                                                    const editions::StoryView& view) {
  const stories::StoryDigest digest = stories::digest_story(view.story.id, pointers(view.articles));
  stories::NameUse use;
  DATELINE_TRY(const archive::Archive::Counts counts, archive.counts());
  use.stories = counts.articles;
  DATELINE_TRY(const std::vector<std::string> ids, search_names(archive, digest, use));
  std::vector<Candidate> candidates;
  for (const std::string& id : ids) {
    auto candidate = read_candidate(archive, id);
    if (candidate.ok()) {
      candidates.push_back(std::move(*candidate));
    } else if (candidate.error().code != base::ErrorCode::kNotFound) {
      return candidate.error();
    }
  }
  std::vector<stories::StoryDigest> digests;
  for (const Candidate& one : candidates) {
    digests.push_back(stories::digest_story(one.summary.story.id, pointers(one.articles)));
  }
  std::vector<const stories::StoryDigest*> others;
  for (const stories::StoryDigest& one : digests) others.push_back(&one);
  std::vector<editions::RelatedStory> related;
  for (const stories::RelatedStory& one : stories::find_related(digest, others, use)) {
    const Candidate& other = candidates[one.other];
    related.push_back(shown(one, view, other.summary.story, other.summary.outlets, other.articles));
  }
  return related;
}

}  // namespace dateline::app
