#include "editions/brief.h"

#include "editions/brief_parts.h"
#include "editions/places.h"

namespace dateline::editions {

StoryBrief make_brief(const StoryView& view) {
  StoryBrief brief;
  brief.view = &view;
  brief.headline = view.story.headline;
  brief.day = view.story.day;
  const std::vector<Places> places = places_of(view);
  for (const news::SentenceRef& ref : view.summary) {
    if (ref.article >= places.size()) continue;
    const auto& sentences = view.articles[ref.article].sentences;
    if (ref.sentence < sentences.size()) brief.summary.push_back(places[ref.article].show(sentences[ref.sentence]));
  }
  brief.quotes = show_quotes(places);
  show_facts(view, places, brief);
  show_names(view, brief);
  name_speakers_in_full(brief);
  show_timeline(places, brief);
  show_company(view, brief);
  return brief;
}

}  // namespace dateline::editions
