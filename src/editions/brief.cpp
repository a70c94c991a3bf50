#include "editions/brief.h"

#include <map>
#include <set>
#include <string>

#include "editions/brief_parts.h"
#include "editions/places.h"

namespace dateline::editions {
namespace {

// Dense numbers in the order of the articles, whatever the view counts them by.
std::vector<std::size_t> number_voices(const StoryView& view) {
  std::map<std::string, std::size_t> numbers;
  std::vector<std::size_t> voices;
  for (std::size_t i = 0; i < view.articles.size(); ++i) {
    const news::Outlet& outlet = view.articles[i].outlet;
    const bool is_known = !outlet.name.empty() || !outlet.domain.empty();
    const std::string key = i < view.voices.size() ? std::to_string(view.voices[i])
                            : is_known             ? "of " + news::outlet_label(outlet)
                                                   : "report " + std::to_string(i);
    voices.push_back(numbers.try_emplace(key, numbers.size()).first->second);
  }
  return voices;
}

}  // namespace

std::size_t count_voices(const std::vector<std::size_t>& voices, const std::vector<ShownSentence>& sentences) {
  std::set<std::size_t> heard;
  for (const ShownSentence& sentence : sentences) heard.insert(voices[sentence.article]);
  return heard.size();
}

StoryBrief make_brief(const StoryView& view) {
  StoryBrief brief;
  brief.view = &view;
  brief.headline = view.story.headline;
  brief.day = view.story.day;
  brief.voices = number_voices(view);
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
  show_company(brief);
  return brief;
}

}  // namespace dateline::editions
