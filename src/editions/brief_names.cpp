#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "editions/brief_parts.h"

namespace dateline::editions {
namespace {

struct Gathered {
  news::EntityType type = news::EntityType::kOther;
  ShownName shown;
};

// Over all articles, in order of first mention.
std::vector<Gathered> gather(const StoryView& view) {
  std::vector<Gathered> names;
  std::map<std::string, std::size_t> index_of;
  for (std::size_t i = 0; i < view.articles.size(); ++i) {
    const news::Article& article = view.articles[i];
    std::vector<std::size_t> mentions(article.entities.size(), 0);
    for (const news::Mention& mention : article.mentions) {
      if (mention.entity < mentions.size()) ++mentions[mention.entity];
    }
    for (std::size_t e = 0; e < article.entities.size(); ++e) {
      const news::Entity& entity = article.entities[e];
      if (mentions[e] == 0) continue;
      const std::string key = entity.key.empty() ? entity.name : entity.key;
      const auto [found, is_new] = index_of.try_emplace(key, names.size());
      if (is_new) names.push_back({entity.type, {key, {}, entity.name, entity.role, 0, {}}});
      ShownName& name = names[found->second].shown;
      if (entity.name.size() > name.name.size()) name.name = entity.name;
      if (name.role.empty()) name.role = entity.role;
      name.mentions += mentions[e];
      if (name.articles.empty() || name.articles.back() != i) name.articles.push_back(i);
    }
  }
  return names;
}

bool is_last_name_of(std::string_view last, std::string_view full) {
  return full.size() > last.size() + 1 && full.ends_with(last) && full[full.size() - last.size() - 1] == ' ';
}

// The one person of `people` whose last name is all of `name`; nullptr when there is none, or more than one.
template <typename People, typename NameOf>
auto* find_in_full(People& people, std::string_view name, const NameOf& name_of) {
  decltype(&people.front()) found = nullptr;
  for (auto& person : people) {
    if (!is_last_name_of(name, name_of(person))) continue;
    if (found != nullptr) return static_cast<decltype(found)>(nullptr);
    found = &person;
  }
  return found;
}

// A report may know by the last name alone whom another one names in full.
void join_last_names(std::vector<Gathered>& names) {
  const auto name_of = [](const Gathered& name) {
    return name.type == news::EntityType::kPerson ? std::string_view(name.shown.name) : std::string_view();
  };
  for (std::size_t i = 0; i < names.size();) {
    const ShownName& last = names[i].shown;
    Gathered* full = names[i].type == news::EntityType::kPerson && last.name.find(' ') == std::string::npos
                         ? find_in_full(names, last.name, name_of)
                         : nullptr;
    if (full == nullptr) {
      ++i;
      continue;
    }
    full->shown.mentions += last.mentions;
    full->shown.other_keys.push_back(last.key);
    if (full->shown.role.empty()) full->shown.role = last.role;
    std::vector<std::size_t> articles;
    std::set_union(full->shown.articles.begin(), full->shown.articles.end(), last.articles.begin(), last.articles.end(),
                   std::back_inserter(articles));
    full->shown.articles = std::move(articles);
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

void name_speakers_in_full(StoryBrief& brief) {
  for (ShownQuote& quote : brief.quotes) {
    if (quote.speaker.empty() || quote.speaker.find(' ') != std::string::npos) continue;
    const ShownName* person =
        find_in_full(brief.people, quote.speaker, [](const ShownName& name) { return std::string_view(name.name); });
    if (person == nullptr) continue;
    quote.speaker = person->name;
    if (quote.role.empty()) quote.role = person->role;
  }
}

void show_names(const StoryView& view, StoryBrief& brief) {
  std::vector<Gathered> gathered = gather(view);
  join_last_names(gathered);
  for (Gathered& name : gathered) {
    switch (name.type) {
      case news::EntityType::kPerson:
        brief.people.push_back(std::move(name.shown));
        break;
      case news::EntityType::kOrganisation:
        brief.organisations.push_back(std::move(name.shown));
        break;
      case news::EntityType::kPlace:
        brief.places.push_back(std::move(name.shown));
        break;
      case news::EntityType::kOther:
        break;
    }
  }
  for (auto* names : {&brief.people, &brief.organisations, &brief.places}) {
    std::stable_sort(names->begin(), names->end(), [](const ShownName& a, const ShownName& b) {
      if (a.articles.size() != b.articles.size()) return a.articles.size() > b.articles.size();
      return a.mentions > b.mentions;
    });
  }
}

}  // namespace dateline::editions
