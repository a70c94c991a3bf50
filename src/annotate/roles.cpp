#include "annotate/roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/strings.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

constexpr std::size_t kMaxRoleWords = 9;
constexpr std::size_t kMaxUnknownWords = 2;  // Lower-case words that no list has: "fugitive *spy* contractor".
constexpr std::size_t kMaxWordsBehind = 14;
constexpr std::size_t kMaxNamesBack = 40;
constexpr std::size_t kMaxModifiers = 5;  // Words between an article and the noun of a role, that included.
constexpr std::size_t kMaxAside = 20;     // Words between commas that are passed over.

bool is_article(const Word& word) {
  return word.folded == "the" || word.folded == "a" || word.folded == "an";
}
bool is_possessive(const Word& word) {
  return word.folded == "'s" || word.folded == "'";
}
// The noun of a role; what people study or draw is too much for a list.
bool is_role_noun(const Word& word) {
  if (word.is(kRoleHead)) return true;
  constexpr std::array<std::string_view, 5> kEndings = {"ologist", "onomist", "ographer", "iatrist", "woman"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
    return word.folded.size() > ending.size() && word.folded.ends_with(ending);
  });
}
bool joins(const Word& word) {
  return word.folded == "of" || word.folded == "for" || word.folded == "at" || word.folded == "to";
}

class Roles {
 public:
  Roles(const Document& document, const std::vector<Name>& names, news::Article& article)
      : document_(document), names_(names), article_(article) {}

  void run() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].type != EntityType::kPerson) continue;
      std::string role = before(i);
      if (role.empty()) role = behind(i);
      if (role.empty()) role = chosen_for(i);
      set(i, role);
    }
    for (std::size_t i = 0; i + 1 < names_.size(); ++i) set_list(i);
    std::vector<bool> named(article_.entities.size(), false);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::size_t of = article_.mentions[i].entity;
      if (!named[of] && names_[i].type == EntityType::kPerson && entity(i).role.empty()) set(i, sentence_before(i));
      named[of] = true;
    }
  }

 private:
  const Word& word(std::size_t index) const { return document_.word(index); }
  const Sentence& sentence_of(std::size_t name) const {
    return document_.sentences()[word(names_[name].first).sentence];
  }
  news::Entity& entity(std::size_t name) { return article_.entities[article_.mentions[name].entity]; }
  const KnownName* demonym_at(std::size_t word_index, std::size_t before_name) const;
  std::string before(std::size_t name);
  bool is_apposed(std::size_t name, std::size_t end) const;
  std::string described(std::size_t first, std::size_t end) const;
  std::size_t role_end(std::size_t head, std::size_t limit) const;
  std::string chosen_for(std::size_t name) const;
  std::string sentence_before(std::size_t name) const;
  std::size_t role_start(std::size_t from, std::size_t limit) const;
  std::string counterpart(std::size_t name, std::size_t head);
  std::string behind(std::size_t name) const;
  void set(std::size_t name, const std::string& role);
  void set_list(std::size_t name);
  std::string list_role(std::size_t head, const Sentence& sentence) const;

  const Document& document_;
  const std::vector<Name>& names_;
  news::Article& article_;
};

void Roles::set(std::size_t name, const std::string& role) {
  std::string& known = entity(name).role;
  // A fuller form of the same role is taken, another role is not: reports begin with the one that matters.
  if (known.empty() || (role.size() > known.size() && role.ends_with(known))) known = role;
}

const KnownName* Roles::demonym_at(std::size_t word_index, std::size_t before_name) const {
  for (std::size_t i = before_name; i-- > 0 && names_[i].end + kMaxRoleWords > word_index;) {
    const bool covers = names_[i].first <= word_index && word_index < names_[i].end;
    if (covers && names_[i].known && names_[i].known->demonym) return &*names_[i].known;
  }
  return nullptr;
}

// Walks back from the role's noun at `from` over what belongs to the role; `limit` is the sentence's first word.
std::size_t Roles::role_start(std::size_t from, std::size_t limit) const {
  std::size_t start = from;  // Surely part of the role.
  std::size_t unknown = 0;
  for (std::size_t i = from; i-- > limit && from - i < kMaxRoleWords;) {
    const Word& at = word(i);
    if (is_possessive(at) && i > limit && word(i - 1).capitalised) {
      start = i;
      continue;
    }
    if (at.folded == "of" && i > limit && word(i - 1).is(kRoleHead) && word(i + 1).is(kRoleModifier)) continue;
    if (at.folded == "and" && i > limit && word(i - 1).is(kRoleHead)) continue;
    if (!at.is_word()) break;
    const bool listed = at.is(kRoleModifier | kRoleHead | kTitle) && !at.is(kHonorific);
    if (listed || (at.capitalised && !(at.is(kStopWord) && !at.all_caps))) {
      start = i;
      unknown = 0;
      continue;
    }
    if (is_article(at)) {
      start = i + 1;
      break;
    }
    const bool verb =
        at.is(kCue) || at.folded.ends_with("ed") || at.folded.ends_with("ing") || at.folded.ends_with("ly");
    const bool titled = word(from).capitalised;  // "Sen." has no lower-case words before it that belong to it.
    if (titled || at.is(kStopWord) || verb || ++unknown > kMaxUnknownWords) break;
  }
  return start;
}

// "with Russian counterpart Sergei Lavrov" after "Japanese Foreign Minister Fumio Kishida".
std::string Roles::counterpart(std::size_t name, std::size_t head) {
  if (head == 0) return {};
  const KnownName* demonym = demonym_at(head - 1, name);
  if (demonym == nullptr) return {};
  for (std::size_t i = name; i-- > 0 && name - i < 12 && word(names_[i].first).sentence + 1 >= word(head).sentence;) {
    if (names_[i].type != EntityType::kPerson) continue;
    const std::string& role = entity(i).role;
    if (role.empty()) continue;
    const std::size_t space = role.find(' ');
    const std::string own(document_.text_of(head - 1, head));
    // The other's country is the first word of his role when a name mention of a people stands there.
    for (std::size_t j = i > 12 ? i - 12 : 0; j < i; ++j) {
      const std::string_view text = document_.text_of(names_[j].first, names_[j].end);
      const bool opens = names_[j].known && names_[j].known->demonym && role.compare(0, text.size(), text) == 0;
      if (opens && role.size() > text.size() + 1) return own + role.substr(text.size());
    }
    return space == std::string::npos ? fmt::format("{} {}", own, role) : std::string();
  }
  return {};
}

std::string Roles::before(std::size_t name) {
  const std::size_t limit = sentence_of(name).first_word;
  std::size_t end = names_[name].first;
  while (end > limit && word(end - 1).is(kHonorific)) --end;
  if (end == limit) return {};
  // "Its chief executive, Jane Roe, said": the role with the name as its apposition.
  if (end >= limit + 2 && is_apposed(name, end)) {
    --end;
    if (std::string role = described(limit, end); !role.empty()) return role;
    if (word(end - 1).capitalised) return {};
  }
  std::size_t head = end - 1;
  const bool of = head >= limit + 2 && word(head - 1).folded == "of" && word(head).is(kRoleModifier) &&
                  word(head - 2).is(kRoleHead);
  if (of) head -= 2;
  if (!word(head).is(kTitle | kRoleHead)) return {};
  const std::string_view noun = word(head).folded;
  if (!of && word(head).is(kRoleHead) && noun.ends_with("s") && !noun.ends_with("ss") && noun != "boss")
    return {};  // A list.
  if (word(head).folded == "counterpart") return counterpart(name, head);
  const std::size_t start = role_start(head, limit);
  if (start == head && word(head).span.size_bytes() <= 2) return {};
  return std::string(document_.text_of(start, end));
}

// True when the word before `end` is a comma, and the name that begins there is set off behind as well.
bool Roles::is_apposed(std::size_t name, std::size_t end) const {
  if (word(end - 1).folded != ",") return false;
  const std::size_t past = names_[name].end;
  if (past >= sentence_of(name).end_word) return true;
  if (word(past).is_word() || is_possessive(word(past)) || word(past).folded == "(") return false;
  // "the mayor of Bergen, Kari Lund, and Ole Vik" are three.
  const bool list = word(past).folded == "," && past + 1 < sentence_of(name).end_word &&
                    word(past + 1).folded == "and" && name + 1 < names_.size() && names_[name + 1].first == past + 2 &&
                    names_[name + 1].type == EntityType::kPerson;
  return !list;
}

// Of words [limit, end) the last ones when they are "the head of the national roads agency", without "the".
std::string Roles::described(std::size_t limit, std::size_t end) const {
  for (std::size_t i = end; i-- > limit && end - i <= kMaxWordsBehind;) {
    const Word& at = word(i);
    const bool inside = at.is_word() || is_possessive(at) || at.folded == "-" || at.folded == "&";
    if (!inside || (at.is(kCue) && !at.capitalised && !is_role_noun(at)) || at.is(kPronoun)) return {};
    if (!is_article(at)) continue;
    for (std::size_t head = i + 1; head + 2 < end && head <= i + kMaxModifiers; ++head) {
      if (joins(word(head))) break;
      if (is_role_noun(word(head)) && joins(word(head + 1))) return std::string(document_.text_of(i + 1, end));
    }
  }
  return {};
}

// Behind the noun `head`: "of" and the name or the capitalised words that follow.
std::size_t Roles::role_end(std::size_t head, std::size_t limit) const {
  std::size_t end = head + 1;
  if (end + 1 >= limit || !joins(word(end))) return end;
  std::size_t at = end + 1;
  if (is_article(word(at))) ++at;
  const std::size_t first = at;
  while (at < limit && at - first < kMaxRoleWords && (word(at).capitalised || word(at).is(kParticle))) ++at;
  return at > first ? at : end;
}

// "Jane Roe, a planner who had never stood for office, was elected mayor of Bergen".
std::string Roles::chosen_for(std::size_t name) const {
  const Sentence& sentence = sentence_of(name);
  std::size_t at = names_[name].end;
  if (names_[name].first != sentence.first_word || at >= sentence.end_word) return {};
  if (word(at).folded == ",") {
    const std::size_t limit = std::min(sentence.end_word, at + kMaxAside);
    for (++at; at < limit && word(at).folded != ","; ++at) {
    }
    if (at == limit) return {};
    ++at;
  }
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return at < sentence.end_word && std::find(words.begin(), words.end(), word(at).folded) != words.end();
  };
  bool passive = false;
  for (; is_one_of({"was", "has", "been", "is", "again", "also", "newly", "once"}); ++at) passive = true;
  const bool became = !passive && is_one_of({"became", "becomes"});
  if (!became && !(passive && is_one_of({"elected", "re-elected", "reelected", "appointed", "named", "sworn"})))
    return {};
  for (++at; is_one_of({"in", "as", "the", "a", "an", "its", "their"}); ++at) {
  }
  for (std::size_t head = at; head < sentence.end_word && head < at + kMaxModifiers; ++head) {
    if (!word(head).is_word() || word(head).is(kStopWord)) return {};
    if (is_role_noun(word(head)) && !(head + 1 < sentence.end_word && is_role_noun(word(head + 1)))) {
      return std::string(document_.text_of(at, role_end(head, sentence.end_word)));
    }
  }
  return {};
}

// "That won't satisfy the mayor of Bergen. Jane Roe said her office had written": someone whom nothing else introduces,
// at the beginning of a sentence, is whom the sentence before it ends with, when it names nobody.
std::string Roles::sentence_before(std::size_t name) const {
  const std::size_t number = word(names_[name].first).sentence;
  const Sentence& sentence = document_.sentences()[number];
  if (number == 0 || names_[name].first != sentence.first_word || names_[name].end < names_[name].first + 2) return {};
  const Sentence& last = document_.sentences()[number - 1];
  if (last.paragraph != sentence.paragraph || last.title_case || last.end_word <= last.first_word + 2) return {};
  for (std::size_t i = name; i-- > 0 && names_[i].first >= last.first_word;) {
    if (names_[i].type == EntityType::kPerson) return {};
  }
  const std::size_t end = last.end_word - (word(last.end_word - 1).is_word() ? 0 : 1);
  return described(last.first_word, end);
}

// ", the company's chief executive," and ", a spokesman for the ministry,".
std::string Roles::behind(std::size_t name) const {
  const Sentence& sentence = sentence_of(name);
  std::size_t at = names_[name].end;
  if (at + 2 >= sentence.end_word || word(at).folded != ",") return {};
  ++at;
  if (is_article(word(at))) ++at;
  const std::size_t begin = at;
  std::size_t head = 0;
  for (; at < sentence.end_word && at - begin < kMaxWordsBehind; ++at) {
    const Word& here = word(at);
    const bool mark = !here.is_word() && here.folded != "-" && !is_possessive(here) &&
                      here.kind != text::TokenKind::kNumber && here.folded != "&";
    const bool verb = here.is(kSpeech) && !here.capitalised && word(at - 1).folded != "of";  // "secretary of state"
    if (mark || verb || here.folded == "who" || here.folded == "which" || here.folded == "that") break;
    if (is_role_noun(here)) {
      if (head == 0) head = at;
      const bool person_next =
          std::any_of(names_.begin() + static_cast<std::ptrdiff_t>(name) + 1,
                      names_.begin() + static_cast<std::ptrdiff_t>(std::min(names_.size(), name + 6)),
                      [at](const Name& n) { return n.type == EntityType::kPerson && n.first == at + 1; });
      if (person_next) return {};
    } else if (head == 0 && here.is(kStopWord) && !here.all_caps && here.folded != "of" && !is_possessive(here)) {
      return {};
    }
  }
  const bool closed = at < sentence.end_word && at - begin < kMaxWordsBehind;
  if (head == 0 || head - begin > 6 || !closed) return {};
  return std::string(document_.text_of(begin, at));
}

std::string singular(std::string_view plural) {
  if (plural.ends_with("ies")) return std::string(plural.substr(0, plural.size() - 3)) + "y";
  if (plural.ends_with("men")) return std::string(plural.substr(0, plural.size() - 3)) + "man";
  return plural.ends_with("s") ? std::string(plural.substr(0, plural.size() - 1)) : std::string();
}

// The role of each in "the defense ministers": its words with the noun in the singular; empty when it is no plural.
std::string Roles::list_role(std::size_t head, const Sentence& sentence) const {
  if (!word(head).is(kRoleHead)) return {};
  const std::string noun = singular(document_.text_of(head, head + 1));
  if (noun.empty() || word(head).folded == "boss") return {};
  const std::size_t start = role_start(head, sentence.first_word);
  return start == head ? noun : std::string(document_.text_of(start, head)) + ' ' + noun;
}

// "the defense ministers of the two countries, A and B".
void Roles::set_list(std::size_t name) {
  const Name& first = names_[name];
  const Name& second = names_[name + 1];
  if (first.type != EntityType::kPerson || second.type != EntityType::kPerson) return;
  if (second.first != first.end + 1 || word(first.end).folded != "and") return;
  const Sentence& sentence = sentence_of(name);
  std::size_t at = first.first;
  if (at > sentence.first_word && word(at - 1).folded == ",") --at;
  std::size_t head = at;
  while (head > sentence.first_word && at - head < 8 &&
         !(word(head - 1).is(kRoleHead) && word(head - 1).folded.ends_with("s"))) {
    if (word(head - 1).folded == ",") return;
    --head;
  }
  if (head == sentence.first_word || at - head >= 8) return;
  const std::string role = list_role(head - 1, sentence);
  if (role.empty()) return;
  const bool two = head < at && word(head).folded == "of";
  if (head < at && !two) return;
  std::vector<std::string> peoples;  // The countries in the order in which the sentence brings them in.
  for (std::size_t i = name > kMaxNamesBack ? name - kMaxNamesBack : 0; i < name && two; ++i) {
    if (names_[i].first < sentence.first_word || !names_[i].known || !names_[i].known->demonym) continue;
    const std::string text(document_.text_of(names_[i].first, names_[i].end));
    if (std::find(peoples.begin(), peoples.end(), text) == peoples.end()) peoples.push_back(text);
  }
  const bool certain = peoples.size() == 2 && word(at - 1).folded == "countries";
  const std::size_t members[] = {name, name + 1};
  for (std::size_t i = 0; i < 2; ++i) {
    if (entity(members[i]).role.empty()) set(members[i], certain ? peoples[i] + ' ' + role : role);
  }
}

}  // namespace

void assign_roles(const Document& document, const std::vector<Name>& names, news::Article& article) {
  Roles(document, names, article).run();
}

}  // namespace dateline::annotate
