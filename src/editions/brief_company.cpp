#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "editions/brief_parts.h"

namespace dateline::editions {
namespace {

constexpr std::size_t kMostNames = 12;       // that a picture can hold
constexpr std::size_t kMostInSentence = 24;  // names; a list of more says nothing of who meets whom

using Pair = std::pair<std::size_t, std::size_t>;

struct Count {
  std::set<std::pair<std::size_t, std::string_view>> sentences;  // What each voice says: copies add nothing.
  std::set<std::size_t> reports;
  std::set<std::size_t> voices;
};

// People and organisations, those that most reports name first.
std::vector<const ShownName*> candidates_of(const StoryBrief& brief) {
  std::vector<const ShownName*> names;
  for (const auto* group : {&brief.people, &brief.organisations}) {
    for (const ShownName& name : *group) names.push_back(&name);
  }
  std::stable_sort(names.begin(), names.end(), [](const ShownName* a, const ShownName* b) {
    return std::make_pair(a->articles.size(), a->mentions) > std::make_pair(b->articles.size(), b->mentions);
  });
  return names;
}

// By key. What two reports take for different kinds of thing under one name is one to a reader.
std::unordered_map<std::string_view, std::size_t> index_names(const std::vector<const ShownName*>& names) {
  std::unordered_map<std::string_view, std::size_t> by_name;
  std::unordered_map<std::string_view, std::size_t> by_key;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t index = by_name.emplace(names[i]->name, i).first->second;
    by_key.emplace(names[i]->key, index);
    for (const std::string& key : names[i]->other_keys) by_key.emplace(key, index);
  }
  return by_key;
}

std::map<Pair, Count> count_pairs(const StoryBrief& brief, const std::vector<const ShownName*>& names) {
  const StoryView& view = *brief.view;
  const std::unordered_map<std::string_view, std::size_t> index_of = index_names(names);
  std::map<Pair, Count> pairs;
  for (std::size_t a = 0; a < view.articles.size(); ++a) {
    const news::Article& article = view.articles[a];
    for (const base::Span& sentence : article.sentences) {
      std::set<std::size_t> present;
      const auto [first, last] = article.mentions_in(sentence);
      for (std::size_t m = first; m < last && present.size() < kMostInSentence; ++m) {
        const std::size_t entity = article.mentions[m].entity;
        if (entity >= article.entities.size()) continue;
        const news::Entity& named = article.entities[entity];
        const auto found = index_of.find(named.key.empty() ? named.name : named.key);
        if (found != index_of.end()) present.insert(found->second);
      }
      for (auto one = present.begin(); one != present.end(); ++one) {
        for (auto other = std::next(one); other != present.end(); ++other) {
          Count& count = pairs[{*one, *other}];
          count.sentences.emplace(brief.voices[a], sentence.of(article.text));
          count.reports.insert(a);
          count.voices.insert(brief.voices[a]);
        }
      }
    }
  }
  return pairs;
}

}  // namespace

void show_company(StoryBrief& brief) {
  const std::vector<const ShownName*> candidates = candidates_of(brief);
  const std::map<Pair, Count> pairs = count_pairs(brief, candidates);
  std::set<std::size_t> tied;
  for (const auto& [pair, count] : pairs) tied.insert({pair.first, pair.second});
  // Whom the picture has: the most named, as long as they stand with one another.
  std::set<std::size_t> most_named;
  for (const std::size_t index : tied) {
    if (most_named.size() < kMostNames) most_named.insert(index);
  }
  const auto is_drawn = [&](const Pair& pair) {
    return most_named.contains(pair.first) && most_named.contains(pair.second);
  };
  std::map<std::size_t, std::size_t> place;
  for (const auto& [pair, count] : pairs) {
    if (!is_drawn(pair)) continue;
    place.emplace(pair.first, 0);
    place.emplace(pair.second, 0);
  }
  for (auto& [index, at] : place) {
    at = brief.company.names.size();
    brief.company.names.push_back(*candidates[index]);
  }
  for (const auto& [pair, count] : pairs) {
    if (!is_drawn(pair)) continue;
    brief.company.ties.push_back(
        {place[pair.first], place[pair.second], count.sentences.size(), count.reports.size(), count.voices.size()});
  }
  brief.company.left_out = tied.size() - place.size();
}

}  // namespace dateline::editions
