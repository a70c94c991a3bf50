#include <algorithm>
#include <map>
#include <string>
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
      if (is_new) names.push_back({entity.type, {key, entity.name, entity.role, 0, {}}});
      ShownName& name = names[found->second].shown;
      if (entity.name.size() > name.name.size()) name.name = entity.name;
      if (name.role.empty()) name.role = entity.role;
      name.mentions += mentions[e];
      if (name.articles.empty() || name.articles.back() != i) name.articles.push_back(i);
    }
  }
  return names;
}

}  // namespace

void show_names(const StoryView& view, StoryBrief& brief) {
  for (Gathered& name : gather(view)) {
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
