#include "annotate/entities.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "annotate/roles.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kSpellings = {{
    {"defence", "defense"},
    {"centre", "center"},
    {"organisation", "organization"},
    {"labour", "labor"},
    {"programme", "program"},
    {"theatre", "theater"},
    {"harbour", "harbor"},
    {"organisations", "organizations"},
    {"saint", "st"},
    {"and", "&"},
}};
constexpr std::array<std::string_view, 12> kCompanyForms = {
    "inc", "incorporated", "corp", "corporation", "ltd", "limited", "plc", "llc", "co", "ag", "nv", "gmbh"};

bool is_initial(std::string_view text) {
  return text.size() <= 2 && (text.size() < 2 || text[1] == '.');
}
bool is_junior(std::string_view folded) {
  return folded == "jr." || folded == "sr." || folded == "jr" || folded == "sr" || folded == "iii";
}

class Builder {
 public:
  Builder(const Document& document, const std::vector<Name>& names, news::Article& article)
      : document_(document), names_(names), article_(article), entity_of_(names.size(), kNone) {}

  void run() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const bool person = names_[i].type == EntityType::kPerson && person_words(names_[i]).size() > 1;
      if (person && !document_.word(names_[i].first).is(kParticle)) add_full_name(i);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (entity_of_[i] != kNone) continue;
      if (names_[i].type == EntityType::kPerson) {
        add_short_name(i);
      } else {
        add_other(i);
      }
    }
    order_by_first_mention();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const Span span = document_.span_of(names_[i].first, names_[i].end);
      article_.mentions.push_back({span, entity_of_[i]});
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::string_view text_of(const Name& name) const { return document_.text_of(name.first, name.end); }
  std::vector<std::string_view> person_words(const Name& name) const;
  std::size_t entity(std::string key, EntityType type, std::string_view name);
  void add_full_name(std::size_t index);
  void add_short_name(std::size_t index);
  void add_other(std::size_t index);
  std::string other_key(const Name& name) const;
  void remember_acronyms(const Name& name, std::size_t entity);
  void order_by_first_mention();

  const Document& document_;
  const std::vector<Name>& names_;
  news::Article& article_;
  std::vector<std::size_t> entity_of_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string, std::size_t> by_last_;   // Folded last name of a person; kNone for several.
  std::unordered_map<std::string, std::size_t> by_first_;  // The same for first names.
  std::unordered_map<std::string, std::size_t> acronyms_;  // "imf"
};

// The folded words that identify: no initials after the first word, no "Jr.".
std::vector<std::string_view> Builder::person_words(const Name& name) const {
  std::vector<std::string_view> words;
  for (std::size_t i = name.first; i < name.end; ++i) {
    const Word& word = document_.word(i);
    if (!word.is_word() || is_junior(word.folded)) continue;
    if (i > name.first && i + 1 < name.end && is_initial(word.folded)) continue;
    words.push_back(word.folded);
  }
  return words;
}

std::size_t Builder::entity(std::string key, EntityType type, std::string_view name) {
  const auto [at, added] = by_key_.try_emplace(std::move(key), article_.entities.size());
  if (added) {
    article_.entities.push_back({at->first, type, std::string(name), {}});
  } else if (name.size() > article_.entities[at->second].name.size()) {
    article_.entities[at->second].name = std::string(name);
  }
  return at->second;
}

void Builder::add_full_name(std::size_t index) {
  const Name& name = names_[index];
  const std::vector<std::string_view> words = person_words(name);
  std::string joined;
  for (const std::string_view word : words) joined.append(word).push_back(' ');
  const std::size_t found = entity("per:" + slug(joined), EntityType::kPerson, text_of(name));
  entity_of_[index] = found;
  const auto remember = [found](auto& map, std::string_view word) {
    const auto [at, added] = map.try_emplace(std::string(word), found);
    if (!added && at->second != found) at->second = kNone;
  };
  remember(by_last_, words.back());
  remember(by_first_, words.front());
}

void Builder::add_short_name(std::size_t index) {
  const Name& name = names_[index];
  const std::vector<std::string_view> words = person_words(name);
  const std::string word = words.empty() ? std::string(text_of(name)) : std::string(words.back());
  for (const auto* map : {&by_last_, &by_first_}) {
    const auto found = map->find(word);
    if (found == map->end()) continue;
    if (found->second != kNone) {
      entity_of_[index] = found->second;
      return;
    }
    // Two of that name: the one named in full last before this place, if any.
    for (std::size_t i = index; i-- > 0;) {
      if (names_[i].type != EntityType::kPerson || entity_of_[i] == kNone) continue;
      const std::vector<std::string_view> other = person_words(names_[i]);
      if (!other.empty() && (other.back() == word || other.front() == word)) {
        entity_of_[index] = entity_of_[i];
        return;
      }
      if (index - i > 200) break;
    }
  }
  std::string joined;  // More than a word where a particle opens the name: "van der Berg".
  for (const std::string_view part : words) joined.append(part).push_back(' ');
  entity_of_[index] = entity("per:" + slug(words.empty() ? word : joined), EntityType::kPerson, text_of(name));
}

std::string Builder::other_key(const Name& name) const {
  const char* prefix = name.type == EntityType::kOrganisation ? "org:"
                       : name.type == EntityType::kPlace      ? "loc:"
                                                              : "misc:";
  if (name.known && !name.known->key.empty() && name.known->type == name.type) {
    return prefix + std::string(name.known->key);
  }
  std::string joined;
  for (std::size_t i = name.first; i < name.end; ++i) {
    std::string_view word = document_.word(i).folded;
    if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
    const bool form =
        i > name.first && std::find(kCompanyForms.begin(), kCompanyForms.end(), word) != kCompanyForms.end();
    if (form && name.type == EntityType::kOrganisation) continue;
    for (const auto& [british, american] : kSpellings) {
      if (word == british) word = american;
    }
    joined.append(word).push_back(' ');
  }
  const std::string key = slug(joined);
  return prefix + (key.empty() ? slug(text_of(name)) : key);
}

// The initials of "European Central Bank", and what stands in brackets behind a name.
void Builder::remember_acronyms(const Name& name, std::size_t entity) {
  std::string initials;
  for (std::size_t i = name.first; i < name.end; ++i) {
    const Word& word = document_.word(i);
    if (word.capitalised && !word.all_caps) initials.push_back(word.folded.front());
  }
  if (initials.size() >= 3) acronyms_.try_emplace(initials, entity);
  const Sentence& sentence = document_.sentences()[document_.word(name.first).sentence];
  if (name.end + 2 < sentence.end_word && document_.word(name.end).folded == "(" &&
      document_.word(name.end + 1).all_caps && document_.word(name.end + 2).folded == ")") {
    acronyms_[base::replace_all(document_.word(name.end + 1).folded, ".", "")] = entity;
  }
}

void Builder::add_other(std::size_t index) {
  const Name& name = names_[index];
  const bool single = name.end - name.first == 1;
  if (single && !name.known && document_.word(name.first).all_caps) {
    const auto found = acronyms_.find(base::replace_all(document_.word(name.first).folded, ".", ""));
    if (found != acronyms_.end()) {
      entity_of_[index] = found->second;
      return;
    }
  }
  entity_of_[index] = entity(other_key(name), name.type, text_of(name));
  if (name.type == EntityType::kOrganisation && !single) remember_acronyms(name, entity_of_[index]);
}

void Builder::order_by_first_mention() {
  std::vector<std::size_t> place(article_.entities.size(), kNone);
  std::vector<news::Entity> ordered;
  for (std::size_t& entity : entity_of_) {
    if (place[entity] == kNone) {
      place[entity] = ordered.size();
      ordered.push_back(std::move(article_.entities[entity]));
    }
    entity = place[entity];
  }
  article_.entities = std::move(ordered);
}

}  // namespace

void build_entities(const Document& document, const std::vector<Name>& names, news::Article& article) {
  article.entities.clear();
  article.mentions.clear();
  Builder(document, names, article).run();
  assign_roles(document, names, article);
}

}  // namespace dateline::annotate
