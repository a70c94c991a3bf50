#include "annotate/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "annotate/known_phrases.h"
#include "annotate/name_tagger.h"
#include "text/words.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

constexpr std::size_t kMaxTitleWords = 4;

bool is_country_or_people(const KnownName& known) {
  return known.demonym || known.source == Source::kCountry;
}

class NameReader {
 public:
  NameReader(const Document& document, const Gazetteer& gazetteer) : document_(document), gazetteer_(gazetteer) {}

  std::vector<Name> run(const std::vector<NameLabel>& labels) {
    for (const Sentence& sentence : document_.sentences()) read(sentence, labels);
    agree_on_types();
    name_surnames();
    join_ministries();
    return std::move(names_);
  }

 private:
  const Word& word(std::size_t index) const { return document_.word(index); }
  void read(const Sentence& sentence, const std::vector<NameLabel>& labels);
  void add_tagged(std::size_t first, std::size_t end, EntityType type);
  void add_known(std::size_t first, std::size_t end, EntityType type);
  std::size_t joint_of_two(std::size_t first, std::size_t end) const;
  std::size_t add_untagged(const Sentence& sentence, std::size_t at, std::size_t end);
  // Well-known names are what they are known for wherever they stand alone, unless people have them, too.
  bool is_certain(const KnownName& known, std::size_t first, std::size_t end) const {
    if (is_country_or_people(known)) return true;
    if (known.source != Source::kCurated) return false;
    if (end - first > 1 || known.needs_caps) return true;
    const PersonName person = gazetteer_.person(word(first).folded);
    const bool opens = first == document_.sentences()[word(first).sentence].first_word;
    return !person.first && !person.frequent_surname && !(opens && word(first).is(kCommonWord));
  }
  bool is_certain(const Name& name) const { return name.known && is_certain(*name.known, name.first, name.end); }
  // "Earl" may be a first name.
  bool is_title(const Word& title) const {
    return title.is(kHonorific) || (title.is(kTitle) && !gazetteer_.person(title.folded).first);
  }
  bool is_told_a_place(const Sentence& sentence, std::size_t first, std::size_t end) const;
  bool is_party_tag(const Sentence& sentence, std::size_t at) const;
  void agree_on_types();
  void name_surnames();
  void join_ministries();

  const Document& document_;
  const Gazetteer& gazetteer_;
  std::vector<Name> names_;
  std::vector<Name> unsure_;  // Untagged words that may be somebody's last name.
};

// "the island of Bornholm", "the city of Manizales", "the Douro river".
bool NameReader::is_told_a_place(const Sentence& sentence, std::size_t first, std::size_t end) const {
  if (end < sentence.end_word && word(end).is(kLandform) && !word(end).capitalised) return true;
  if (first < sentence.first_word + 2) return false;
  const Word& head = word(first - 2);
  return word(first - 1).folded == "of" && head.is(kPlaceHead) && !head.capitalised;
}

// "(D-Mo.)", "(R-Texas)".
bool NameReader::is_party_tag(const Sentence& sentence, std::size_t at) const {
  const std::string_view text = document_.text_of(at, at + 1);
  return at > sentence.first_word && document_.text_of(at - 1, at) == "(" && text.size() > 2 && text[1] == '-' &&
         (text[0] == 'D' || text[0] == 'R' || text[0] == 'I');
}

// The "and" between two names that the gazetteers know, each as a whole, and not together ("Kyiv and Brussels"); else
// `end`.
std::size_t NameReader::joint_of_two(std::size_t first, std::size_t end) const {
  for (std::size_t i = first + 1; i + 1 < end; ++i) {
    if (word(i).folded != "and") continue;
    const auto whole = [this](std::size_t from, std::size_t to) {
      const KnownPhrase phrase = longest_known(document_, gazetteer_, from, to);
      return phrase.name && phrase.end == to;
    };
    return whole(first, i) && whole(i + 1, end) && !whole(first, end) ? i : end;
  }
  return end;
}

// Titles are no part of a name: "Mr Mori", "Prime Minister Kishida".
void NameReader::add_tagged(std::size_t first, std::size_t end, EntityType type) {
  if (type == EntityType::kPerson) {
    for (std::size_t dropped = 0; first + 1 < end && dropped < kMaxTitleWords && is_title(word(first)); ++dropped)
      ++first;
  }
  if (const std::size_t joint = joint_of_two(first, end); joint < end) {
    for (const auto& [from, to] : {std::pair{first, joint}, std::pair{joint + 1, end}}) {
      add_known(from, to, longest_known(document_, gazetteer_, from, to).name->type);
    }
    return;
  }
  const Sentence& sentence = document_.sentences()[word(first).sentence];
  if (is_party_tag(sentence, first)) return;
  // "Interior Minister", "Finance Secretary": a portfolio is no name.
  const bool portfolio = end - first == 1 && type == EntityType::kOrganisation && word(first).is(kCommonWord) &&
                         !word(first).is(kOrgHead | kOrgTail) && end < sentence.end_word && word(end).capitalised &&
                         word(end).is(kRoleHead);
  if (portfolio) return;
  // "Shares of Northern Bank": sentences begin with a capital that says nothing.
  const bool opens = first == sentence.first_word && word(first).is(kCommonWord) && !sentence.title_case &&
                     !word(first).is(kOrgHead | kPlaceHead | kEventHead);
  if (opens && first + 2 < end && word(first + 1).folded == "of" && word(first + 2).capitalised) first += 2;
  // The tail says what kind of name it is: "Northern Bank".
  const bool of_organisation = end - first > 1 && word(end - 1).is(kOrgTail) && !word(end - 1).is(kPlaceTail);
  if (type == EntityType::kPlace && of_organisation) type = EntityType::kOrganisation;
  if (is_told_a_place(sentence, first, end)) type = EntityType::kPlace;
  add_known(first, end, type);
}

// With what the gazetteers know of it; what is certain there goes before `type`.
void NameReader::add_known(std::size_t first, std::size_t end, EntityType type) {
  const KnownPhrase phrase = longest_known(document_, gazetteer_, first, end);
  std::optional<KnownName> known;
  if (phrase.end == end) known = phrase.name;
  if (known && is_certain(*known, first, end)) type = known->type;
  names_.push_back({first, end, type, known});
}

// A name that the tagger left out, but that is certain; past it, or `at`.
std::size_t NameReader::add_untagged(const Sentence& sentence, std::size_t at, std::size_t end) {
  if (!word(at).capitalised) return at;
  const KnownPhrase phrase = longest_known(document_, gazetteer_, at, end);
  const bool stop = word(at).is(kStopWord) && (!word(at).all_caps || sentence.title_case);
  if (phrase.name && is_certain(*phrase.name, at, phrase.end) && !stop) {
    names_.push_back({at, phrase.end, phrase.name->type, phrase.name});
    return phrase.end;
  }
  if (is_told_a_place(sentence, at, at + 1) && !stop && !sentence.title_case) {
    names_.push_back({at, at + 1, EntityType::kPlace, std::nullopt});
    return at + 1;
  }
  const bool opens = at == sentence.first_word;
  if (word(at).is_word() && !stop && !sentence.title_case && !(opens && word(at).is(kCommonWord))) {
    unsure_.push_back({at, at + 1, EntityType::kPerson, std::nullopt});
  }
  return at;
}

void NameReader::read(const Sentence& sentence, const std::vector<NameLabel>& labels) {
  for (std::size_t at = sentence.first_word; at < sentence.end_word;) {
    std::size_t end = at + 1;
    if (labels[at] != kOutside) {
      while (!ends_name(labels[end - 1])) ++end;
      add_tagged(at, end, type_of(labels[at]));
      at = end;
      continue;
    }
    while (end < sentence.end_word && labels[end] == kOutside) ++end;
    while (at < end) at = std::max(add_untagged(sentence, at, end), at + 1);
  }
}

// A name is of one kind wherever it stands: of the most frequent, and a place before others in a tie.
void NameReader::agree_on_types() {
  constexpr std::array<EntityType, kNameTypes> kOrder = {EntityType::kPlace, EntityType::kOrganisation,
                                                         EntityType::kPerson, EntityType::kOther};
  std::unordered_map<std::string, std::array<int, kNameTypes>> votes;
  std::vector<std::array<int, kNameTypes>*> votes_of;  // By name; a map's values stay where they are.
  for (const Name& name : names_) {
    votes_of.push_back(&votes[text::fold(document_.text_of(name.first, name.end))]);
    ++(*votes_of.back())[static_cast<std::size_t>(name.type)];
    // "Vistula Grain" is what "Vistula Grain SA" is.
    const bool form =
        name.type == EntityType::kOrganisation && name.end - name.first > 2 && word(name.end - 1).is(kOrgTail);
    if (form) votes[text::fold(document_.text_of(name.first, name.end - 1))][static_cast<std::size_t>(name.type)] += 2;
  }
  for (std::size_t i = 0; i < names_.size(); ++i) {
    Name& name = names_[i];
    if (is_certain(name)) continue;
    const std::array<int, kNameTypes>& cast = *votes_of[i];
    name.type = *std::max_element(kOrder.begin(), kOrder.end(), [&cast](EntityType a, EntityType b) {
      return cast[static_cast<std::size_t>(a)] < cast[static_cast<std::size_t>(b)];
    });
  }
}

// "Lavrov" is Sergei Lavrov, tagged or not.
void NameReader::name_surnames() {
  std::unordered_set<std::string_view> surnames;
  for (const Name& name : names_) {
    if (name.type == EntityType::kPerson && name.end - name.first > 1) surnames.insert(word(name.end - 1).folded);
  }
  if (surnames.empty()) return;
  for (Name& name : names_) {
    if (name.end - name.first == 1 && !is_certain(name) && surnames.count(word(name.first).folded) != 0)
      name.type = EntityType::kPerson;
  }
  const auto tagged = static_cast<std::ptrdiff_t>(names_.size());
  for (const Name& name : unsure_) {
    if (surnames.count(word(name.first).folded) != 0) names_.push_back(name);
  }
  std::inplace_merge(names_.begin(), names_.begin() + tagged, names_.end(),
                     [](const Name& a, const Name& b) { return a.first < b.first; });
}

// "Russian Defence Ministry" is one name, as "Russian" and "Rosneft" are two.
void NameReader::join_ministries() {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const bool ministry = names_[i].type == EntityType::kOrganisation && word(names_[i].end - 1).folded == "ministry";
    if (ministry && kept > 0 && names_[kept - 1].end == names_[i].first && names_[kept - 1].known &&
        names_[kept - 1].known->demonym) {
      names_[kept - 1] = {names_[kept - 1].first, names_[i].end, EntityType::kOrganisation, std::nullopt};
      continue;
    }
    names_[kept++] = names_[i];
  }
  names_.resize(kept);
}

}  // namespace

std::vector<Name> find_names(const Document& document, const Gazetteer& gazetteer, const NameModel& model) {
  return NameReader(document, gazetteer).run(tag_names(document, gazetteer, model));
}

}  // namespace dateline::annotate
