#include "site/story_shelf.h"

#include <algorithm>

#include "base/check.h"
#include "editions/sections.h"
#include "site/links.h"

namespace dateline::site {
namespace {

// A page of more reports helps nobody, and must not cost what they cost.
constexpr std::size_t kMostReports = 200;

MarkedLine line_of(const editions::MarkedBrief& marked, const editions::PageLinks& links,
                   const editions::ShownSentence& shown, const std::vector<const editions::ShownSentence*>& saying) {
  return {shown.text, editions::marks_of_sentences(marked, links, saying)};
}

StoryDigest digest_of(const LoadedStory& story) {
  const std::vector<editions::StoryBrief> briefs = {editions::make_brief(story.view)};
  const editions::MarkedBrief marked = editions::mark_briefs(briefs).front();
  const editions::PageLinks links = site_links(story.view);
  StoryDigest digest;
  for (const editions::ShownSentence& sentence : briefs.front().summary) {
    digest.summary.push_back(line_of(marked, links, sentence, editions::summary_sentences(briefs.front(), sentence)));
  }
  for (const editions::Section& section : editions::sections_of(marked)) {
    if (section.kind != editions::Section::Kind::kAll && section.kind != editions::Section::Kind::kSeveral) continue;
    const editions::ShownFact& fact = *section.facts.front();
    digest.shared = line_of(marked, links, fact.sentences.front(), editions::marked_sentences(fact));
    break;
  }
  for (const news::Article& article : story.view.articles) {
    if (article.published.instant) digest.published.push_back(*article.published.instant);
  }
  std::sort(digest.published.begin(), digest.published.end());
  return digest;
}

std::size_t cost_of(const StoryDigest& digest) {
  std::size_t bytes = sizeof(StoryDigest) + digest.published.size() * sizeof(base::Instant);
  const auto add = [&](const MarkedLine& line) {
    bytes += sizeof(MarkedLine) + line.text.size();
    for (const editions::MarkLink& mark : line.marks) bytes += sizeof(mark) + mark.url.size() + mark.label.size();
  };
  for (const MarkedLine& line : digest.summary) add(line);
  if (digest.shared) add(*digest.shared);
  return bytes;
}

}  // namespace

editions::PageLinks site_links(const editions::StoryView& view) {
  editions::PageLinks links;
  links.report = [&view](std::size_t article) { return article_path(view.articles[article].uri); };
  links.paragraph = [&view](const editions::ShownSentence& sentence) {
    return paragraph_path(view.articles[sentence.article].uri, sentence.paragraph);
  };
  links.name = [](const editions::ShownName& name) { return search_path("\"" + name.name + "\"", std::nullopt, 1); };
  links.day = [](base::Day day) { return day_path(day); };
  links.story = [](const editions::RelatedStory& other) { return story_path(other.id); };
  links.because = [](const editions::RelatedStory::Because& because) {
    return paragraph_path(because.uri, because.paragraph);
  };
  return links;
}

StoryShelf::StoryShelf(archive::Archive& archive, const base::Clock& clock, const SiteOptions& options,
                       StoryReader reader)
    : archive_(archive),
      clock_(clock),
      options_(options),
      reader_(std::move(reader)),
      digests_(options.cache_bytes / 4) {
  CHECK(reader_.find_facts && reader_.summarise);
}

std::string StoryShelf::version(const archive::StorySummary& summary) const {
  const auto period = std::max<std::int64_t>(options_.cache_for.count(), 1);
  return summary.story.id + "\n" + std::to_string(summary.story.articles.size()) + "\n" +
         std::to_string(clock_.now().time_since_epoch().count() / period);
}

void StoryShelf::read(LoadedStory& story) const {
  std::vector<const news::Article*> articles;
  for (const news::Article& article : story.view.articles) articles.push_back(&article);
  story.view.facts = reader_.find_facts(articles);
  story.view.summary = reader_.summarise(articles, story.view.facts);
  if (reader_.find_voices) story.view.voices = reader_.find_voices(articles);
}

base::Result<LoadedStory> StoryShelf::load(std::string_view id) {
  DATELINE_TRY(archive::StorySummary summary, archive_.story(id));
  return load(std::move(summary));
}

base::Result<LoadedStory> StoryShelf::load(archive::StorySummary summary) {
  LoadedStory story;
  story.view.story = summary.story;
  auto& uris = story.view.story.articles;
  if (uris.size() > kMostReports) {
    story.left_out = uris.size() - kMostReports;
    uris.erase(uris.begin(), uris.end() - static_cast<std::ptrdiff_t>(kMostReports));
  }
  for (const std::string& uri : uris) {
    DATELINE_TRY(news::Article article, archive_.article(uri));
    story.view.articles.push_back(std::move(article));
  }
  story.summary = std::move(summary);
  read(story);
  return story;
}

base::Result<void> StoryShelf::relate(LoadedStory& story) const {
  if (!reader_.find_related) return {};
  DATELINE_TRY(story.view.related, reader_.find_related(story.view));
  return {};
}

LoadedStory StoryShelf::alone(news::Article article) {
  LoadedStory story;
  story.view.story.headline = article.headline;
  story.view.story.day = article.published.day();
  story.view.story.articles = {article.uri};
  story.view.articles.push_back(std::move(article));
  story.summary.story = story.view.story;
  story.summary.report_count = 1;
  read(story);
  return story;
}

base::Result<std::shared_ptr<const StoryDigest>> StoryShelf::digest(const archive::StorySummary& summary) {
  const std::string key = version(summary);
  if (auto known = digests_.find(key)) return known;
  DATELINE_TRY(const LoadedStory story, load(summary));
  auto digest = std::make_shared<const StoryDigest>(digest_of(story));
  digests_.keep(key, digest, cost_of(*digest) + key.size());
  return digest;
}

}  // namespace dateline::site
