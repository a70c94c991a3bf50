#include "text/sentence_lexicon.h"

#include <array>
#include <optional>

#include "base/embedded.h"
#include "base/strings.h"
#include "text/characters.h"

DATELINE_EMBEDDED(abbreviations_en, en_abbreviations_txt)
DATELINE_EMBEDDED(abbreviations_de, de_abbreviations_txt)
DATELINE_EMBEDDED(abbreviations_es, es_abbreviations_txt)
DATELINE_EMBEDDED(abbreviations_fr, fr_abbreviations_txt)
DATELINE_EMBEDDED(abbreviations_it, it_abbreviations_txt)
DATELINE_EMBEDDED(abbreviations_pt, pt_abbreviations_txt)
DATELINE_EMBEDDED(abbreviations_ru, ru_abbreviations_txt)

namespace dateline::text {
namespace {

std::optional<Abbreviation> abbreviation_section(std::string_view name) {
  if (name == "title") return Abbreviation::kTitle;
  if (name == "number") return Abbreviation::kNumber;
  if (name == "date") return Abbreviation::kDate;
  if (name == "state") return Abbreviation::kState;
  if (name == "open") return Abbreviation::kOpen;
  if (name == "company") return Abbreviation::kCompany;
  if (name == "end") return Abbreviation::kEnd;
  if (name == "bang") return Abbreviation::kBang;
  return std::nullopt;
}

// Looks `word` up as it stands, then, for ALL CAPS, as "Word", then as "word".
template <typename Map>
const typename Map::mapped_type* find_any_case(const Map& map, std::string_view word) {
  if (word.empty() || word.size() > kMaxListedBytes) return nullptr;
  if (const auto hit = map.find(word); hit != map.end()) return &hit->second;
  if (!base::is_ascii_upper(word[0])) return nullptr;
  std::array<char, kMaxListedBytes> buffer{};
  bool has_lower = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    has_lower = has_lower || base::is_ascii_lower(word[i]);
    buffer[i] = i == 0 ? word[i] : base::to_ascii_lower(word[i]);
  }
  const std::string_view variant(buffer.data(), word.size());
  if (!has_lower) {
    if (const auto hit = map.find(variant); hit != map.end()) return &hit->second;
  }
  buffer[0] = base::to_ascii_lower(buffer[0]);
  const auto hit = map.find(variant);
  return hit == map.end() ? nullptr : &hit->second;
}

}  // namespace

const SentenceLexicon& SentenceLexicon::of(std::string_view language) {
  static const std::unordered_map<std::string_view, SentenceLexicon> kOwn = {
      {"de", SentenceLexicon({abbreviations_de()})}, {"en", SentenceLexicon({abbreviations_en()})},
      {"es", SentenceLexicon({abbreviations_es()})}, {"fr", SentenceLexicon({abbreviations_fr()})},
      {"it", SentenceLexicon({abbreviations_it()})}, {"pt", SentenceLexicon({abbreviations_pt()})},
      {"ru", SentenceLexicon({abbreviations_ru()})}};
  static const SentenceLexicon kOthers({abbreviations_en(), abbreviations_de()});
  const auto own = kOwn.find(language);
  return own == kOwn.end() ? kOthers : own->second;
}

SentenceLexicon::SentenceLexicon(const std::vector<std::string_view>& files) {
  for (const std::string_view file : files) read(file);
}

void SentenceLexicon::read(std::string_view file) {
  std::string_view section;
  for (std::string_view line : base::split(file, '\n')) {
    line = base::trim(line.substr(0, line.find('#')));
    if (line.starts_with('[')) {
      section = line.substr(1, line.find(']') - 1);
      continue;
    }
    for (const std::string_view word : base::split_words(line)) add(section, word);
  }
}

// The first list to name a word wins, so that German "Min." (Minuten) does not undo an English entry.
void SentenceLexicon::add(std::string_view section, std::string_view word) {
  if (section == "starter") {
    words_.emplace(word, Role::kStarter);
  } else if (section == "speech") {
    words_.emplace(word, Role::kSpeech);
  } else if (section == "calendar") {
    words_.emplace(word, Role::kCalendar);
  } else if (const auto kind = abbreviation_section(section)) {
    abbreviations_.emplace(word, *kind);
  }
}

Abbreviation SentenceLexicon::abbreviation(std::string_view word) const {
  const Abbreviation* hit = find_any_case(abbreviations_, word);
  return hit == nullptr ? Abbreviation::kNone : *hit;
}

bool SentenceLexicon::has_role(std::string_view word, Role role) const {
  const Role* hit = find_any_case(words_, word);
  return hit != nullptr && *hit == role;
}

bool SentenceLexicon::is_starter(std::string_view word) const {
  return has_role(word, Role::kStarter);
}

bool SentenceLexicon::is_speech_verb(std::string_view word) const {
  return has_role(word, Role::kSpeech);
}

bool SentenceLexicon::is_calendar(std::string_view word) const {
  return has_role(word, Role::kCalendar);
}

bool is_acronym(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Char letter = char_at(word, at);
    if (!is_letter(class_of(letter.code))) return false;
    ++letters;
    at = letter.end_bytes;
    if (at == word.size()) break;
    if (word[at] != '.' || at + 1 == word.size()) return false;
    ++at;
  }
  return letters >= 2;
}

}  // namespace dateline::text
