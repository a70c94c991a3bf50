#include "app/story_views.h"

#include <algorithm>

#include "stories/facts.h"
#include "stories/voices.h"

namespace dateline::app {

editions::StoryView make_story_view(std::string id, std::vector<news::Article> articles) {
  editions::StoryView view;
  view.story.id = std::move(id);
  view.articles = std::move(articles);
  std::vector<const news::Article*> pointers;
  for (const news::Article& article : view.articles) {
    pointers.push_back(&article);
    view.story.articles.push_back(article.uri);
    if (const auto day = article.published.day(); day && (!view.story.day || *day < *view.story.day))
      view.story.day = day;
  }
  if (const std::size_t best = stories::choose_headline(pointers); best < pointers.size()) {
    view.story.headline = pointers[best]->headline;
  } else if (!pointers.empty() && !pointers[0]->sentences.empty()) {
    view.story.headline = pointers[0]->sentences[0].of(pointers[0]->text);
  }
  view.facts = stories::find_facts(pointers);
  view.summary = stories::summarise(pointers, view.facts);
  view.voices = stories::find_voices(pointers);
  return view;
}

}  // namespace dateline::app
