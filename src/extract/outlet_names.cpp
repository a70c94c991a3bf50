#include "extract/outlet_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "extract/known_outlets.h"
#include "extract/line_features.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kMaxNameWords = 5;
constexpr std::size_t kMaxFurnitureLines = 600;  // A capture's menus repeat themselves long before that.

// What each kind of evidence is worth. A name in the masthead or in one telling place alone is enough to be believed.
constexpr double kTellingPlace = 2.0;
constexpr double kRightsLine = 2.5;
constexpr double kMasthead = 1.6;
constexpr double kPressWord = 1.0;
constexpr double kKnown = 0.9;
constexpr double kAgency = 2.5;
constexpr double kRepetition = 0.7;
constexpr int kMaxRepetitions = 4;
constexpr double kBelievable = 1.5;

// Where furniture puts the name of its house: between `before` and `after`, either of which may be empty.
struct TellingPlace {
  std::string_view before;
  std::string_view after;
};
constexpr std::array<TellingPlace, 40> kTellingPlaces{{{"access ", " across"},
                                                       {"", " epaper"},
                                                       {"", " e-paper"},
                                                       {"", " anywhere"},
                                                       {"sign in to ", ""},
                                                       {"log in to ", ""},
                                                       {"welcome to ", ""},
                                                       {"subscribe to ", ""},
                                                       {"download the ", " app"},
                                                       {"the free ", " app"},
                                                       {"the ", " app"},
                                                       {"", " premium"},
                                                       {"", " newsletters"},
                                                       {"", " newsletter"},
                                                       {"advertise with ", ""},
                                                       {"read more at ", ""},
                                                       {"more from ", ""},
                                                       {"support ", ""},
                                                       {"", " ltd"},
                                                       {"", " limited"},
                                                       {"", " inc"},
                                                       {"", " llc"},
                                                       {"", " plc"},
                                                       {"", " gmbh"},
                                                       {"", " ag"},
                                                       {"", " media group"},
                                                       {"", " plus"},
                                                       {"", " is printed"},
                                                       {"", " is published"},
                                                       {"", " pictures has"},
                                                       {"", " ist ein"},
                                                       {"", " on facebook"},
                                                       {"", " on twitter"},
                                                       {"follow ", " on"},
                                                       {"published by ", ""},
                                                       {"about ", ""},
                                                       {"", " brings"},
                                                       {"", " delivers"},
                                                       {"", " provides"},
                                                       {"", " is the "}}};

// Words that newspapers and stations have in their names.
constexpr std::array<std::string_view, 62> kPressWords{
    "新聞",      "日報",        "日报",     "时报",     "times",     "post",      "herald",      "gazette",
    "tribune",   "dispatch",    "courier",  "journal",  "chronicle", "news",      "press",       "daily",
    "telegraph", "mail",        "mirror",   "observer", "guardian",  "standard",  "star",        "sun",
    "globe",     "record",      "review",   "examiner", "bulletin",  "express",   "independent", "echo",
    "argus",     "advertiser",  "sentinel", "register", "ledger",    "monitor",   "wire",        "zeitung",
    "anzeiger",  "nachrichten", "kurier",   "tagblatt", "tageblatt", "rundschau", "bote",        "blatt",
    "presse",    "morgenpost",  "journal",  "gazette",  "monde",     "figaro",    "diario",      "periódico",
    "gaceta",    "corriere",    "giornale", "gazzetta", "jornal",    "folha"};

// One-word lines at the top of a capture that are parts of its menu.
bool is_section(std::string_view folded_name) {
  constexpr std::array<std::string_view, 24> kSections{
      "news",   "world",   "sport",  "sports",  "business", "politics",    "local",   "money",
      "latest", "today",   "abroad", "markets", "weather",  "nachrichten", "politik", "wirtschaft",
      "wetter", "lokales", "kultur", "culture", "metro",    "opinion",     "live",    "video"};
  return std::find(kSections.begin(), kSections.end(), folded_name) != kSections.end();
}

bool contains_word(std::string_view text, std::string_view word) {
  const auto is_word_byte = [](char c) { return base::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; };
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) && (end == text.size() || !is_word_byte(text[end]))) return true;
  }
  return false;
}

bool has_press_word(std::string_view folded_name) {
  return std::any_of(kPressWords.begin(), kPressWords.end(), [folded_name](std::string_view word) {
    // Scripts without spaces have no borders of words to look for.
    const bool unspaced = static_cast<unsigned char>(word[0]) >= 0xE3;
    return unspaced ? folded_name.find(word) != std::string_view::npos : contains_word(folded_name, word);
  });
}

// A word that a name may hold: capitalised, or a number or small word inside it.
bool is_name_word(std::string_view word) {
  const LineFeatures f = look_at(word);
  return f.capital_words > 0 || word == "&";
}

bool is_joint(std::string_view word) {
  constexpr std::array<std::string_view, 12> kJoints{"of", "the", "de",    "and", "du", "do",
                                                     "da", "del", "della", "di",  "y",  "und"};
  return std::find(kJoints.begin(), kJoints.end(), word) != kJoints.end();
}

// A name must be one that a house could bear, not a label of the furniture: "Login" is cut off "Fernpost Login".
std::optional<std::string> as_name(std::vector<std::string_view> words) {
  while (!words.empty() && wording_of(words.back()).whole != kNoWording) words.pop_back();
  if (words.empty() || words.size() > kMaxNameWords) return std::nullopt;
  std::string name;
  for (std::string_view word : words) {
    if (!name.empty()) name += ' ';
    name += word;
  }
  while (!name.empty() && (name.back() == '.' || name.back() == ',' || name.back() == ':' || name.back() == ';'))
    name.pop_back();
  const LineFeatures f = look_at(name);
  if (f.letters < 2 || f.digits > f.letters || f.wording.whole != kNoWording || f.wording.start != kNoWording)
    return std::nullopt;
  if (f.digits > 0 && text::parse_written_date(name, {})) return std::nullopt;
  return name;
}

// The run of name words that ends at the end of `text`.
std::vector<std::string_view> name_before(std::string_view text) {
  std::vector<std::string_view> words = base::split_words(text);
  std::size_t from = words.size();
  while (from > 0 && (is_name_word(words[from - 1]) ||
                      (from > 1 && from < words.size() && is_joint(words[from - 1]) && is_name_word(words[from - 2]))))
    --from;
  return {words.begin() + static_cast<std::ptrdiff_t>(from), words.end()};
}

std::vector<std::string_view> name_after(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::string_view word : base::split_words(text)) {
    if (!is_name_word(word) && !(is_joint(word) && !out.empty())) break;
    out.push_back(word);
    if (word.ends_with(',') || word.ends_with('.') || word.ends_with(';')) break;
  }
  while (!out.empty() && is_joint(out.back())) out.pop_back();
  return out;
}

class Ballot {
 public:
  void vote(const std::optional<std::string>& name, double weight) {
    if (!name) return;
    // The article does not tell names apart: "The Ternmouth Gazette" is the "Ternmouth Gazette".
    Candidate& candidate = candidates_[key_of(*name)];
    if (candidate.name.empty() || is_known_outlet(*name)) candidate.name = *name;
    candidate.score += weight;
  }

  void count_repetitions(const std::vector<std::string>& folded_lines) {
    for (auto& [key, candidate] : candidates_) {
      int times = 0;
      for (const std::string& line : folded_lines) times += contains_word(line, key) ? 1 : 0;
      candidate.score += kRepetition * std::clamp(times - 1, 0, kMaxRepetitions);
      if (has_press_word(key)) candidate.score += kPressWord;
      if (is_known_outlet(candidate.name)) candidate.score += kKnown;
    }
  }

  std::string winner() const {
    const Candidate* best = nullptr;
    for (const auto& [key, candidate] : candidates_) {
      if (candidate.score < kBelievable) continue;
      // Of two that are equally likely, the longer name says more.
      if (best == nullptr || candidate.score > best->score ||
          (candidate.score == best->score && candidate.name.size() > best->name.size())) {
        best = &candidate;
      }
    }
    return best == nullptr ? std::string() : best->name;
  }

 private:
  struct Candidate {
    std::string name;
    double score = 0;
  };

  static std::string key_of(std::string_view name) {
    std::string key = lower_case(name);
    return key.starts_with("the ") ? key.substr(4) : key;
  }

  std::map<std::string, Candidate> candidates_;
};

void vote_telling_places(std::string_view line, const std::string& folded, Ballot& ballot) {
  if (folded.size() != line.size() || line.size() > 200) return;  // Offsets must agree.
  for (const TellingPlace& place : kTellingPlaces) {
    if (place.before.empty()) {
      const std::size_t at = folded.find(place.after);
      if (at == std::string::npos) continue;
      const std::size_t end = at + place.after.size();
      if (end < folded.size() && base::is_ascii_letter(folded[end])) continue;
      ballot.vote(as_name(name_before(line.substr(0, at))), kTellingPlace);
      continue;
    }
    if (!folded.starts_with(place.before)) continue;
    std::string_view rest = line.substr(place.before.size());
    if (!place.after.empty()) {
      const std::size_t at = folded.find(place.after, place.before.size());
      if (at == std::string::npos) continue;
      rest = line.substr(place.before.size(), at - place.before.size());
    }
    const auto words = name_after(rest);
    ballot.vote(as_name(words), kTellingPlace);
  }
}

// "© 2013 The Herald Ltd. All rights reserved": the name stands after the sign and the year.
void vote_rights(std::string_view line, Ballot& ballot) {
  const std::string folded = lower_case(line);
  std::size_t at = folded.find("©");
  if (at == std::string::npos) at = folded.find("copyright");
  if (at > 40 || folded.size() != line.size()) return;
  std::string_view rest = line.substr(at);
  std::size_t skip = 0;
  for (std::string_view word : base::split_words(rest)) {
    const std::string small = lower_case(word);
    const bool is_filler =
        small == "©" || small == "copyright" || small == "(c)" || small == "by" || look_at(word).letters == 0;
    if (!is_filler) {
      skip = static_cast<std::size_t>(word.data() - rest.data());
      break;
    }
  }
  std::vector<std::string_view> words = name_after(rest.substr(skip));
  constexpr std::array<std::string_view, 12> kForms{"ltd", "inc",     "llc",     "plc", "gmbh",  "ag",
                                                    "co",  "limited", "company", "all", "group", "corp"};
  while (!words.empty()) {
    std::string last = lower_case(words.back());
    while (!last.empty() && (last.back() == '.' || last.back() == ',')) last.pop_back();
    if (std::find(kForms.begin(), kForms.end(), last) == kForms.end()) break;
    words.pop_back();
  }
  ballot.vote(as_name(words), kRightsLine);
}

// The name goes on: "Correio" in "Correio do Cais".
bool goes_on(std::string_view rest) {
  const std::vector<std::string_view> words = base::split_words(rest.substr(0, 60));
  if (words.empty() || !rest.starts_with(' ')) return false;
  return is_name_word(words[0]) || (words.size() > 1 && is_joint(words[0]) && is_name_word(words[1]));
}

void vote_known(std::string_view line, Ballot& ballot) {
  const KnownOutlets& known = KnownOutlets::instance();
  bool at_word = true;
  bool after_name = false;  // The word before is capitalised: "Post" in "Kestrel Post" is not the Post.
  for (std::size_t at = 0; at < line.size() && at < 400; ++at) {
    if (at_word && !after_name) {
      const std::string_view name = known.name_at_start(line.substr(at));
      // Short names ("TT", "AP") need the capitals of a name and are weak anyway.
      const bool is_long = name.find(' ') != std::string_view::npos;
      if (name.size() >= 3 && (is_long || !goes_on(line.substr(at + name.size())))) {
        ballot.vote(std::string(name), 0.4);
        at += name.size() - 1;
        at_word = false;
        continue;
      }
    }
    if (at_word) after_name = base::is_ascii_upper(line[at]);
    if (line[at] != ' ' && !base::is_ascii_letter(line[at])) after_name = false;
    at_word = line[at] == ' ' || line[at] == '(' || line[at] == '/';
  }
}

// The first short line of the capture that could be a name, and the ones above the first menu.
void vote_masthead(const std::vector<std::string_view>& before, Ballot& ballot) {
  std::size_t looked = 0;
  for (std::string_view line : before) {
    if (++looked > 3) return;
    const LineFeatures f = look_at(line);
    if (is_furniture(f) || f.words > 4 || f.ends_sentence || f.separators > 0 || f.begins_lower) continue;
    if (f.capital_words > 0 && f.lower_words > 1) continue;
    const auto name = as_name(base::split_words(line));
    if (!name || is_section(lower_case(*name))) continue;
    ballot.vote(name, kMasthead);
    return;
  }
}

}  // namespace

std::string display_name(std::string_view name) {
  const LineFeatures f = look_at(name);
  const std::string folded = lower_case(name);
  bool all_capitals = f.letters > 5;
  for (std::string_view word : base::split_words(name)) {
    for (char c : word) all_capitals = all_capitals && !base::is_ascii_lower(c) && static_cast<unsigned char>(c) < 0x80;
  }
  if (!all_capitals || folded.size() != name.size()) return std::string(name);
  std::string out = folded;
  bool at_word = true;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (at_word && base::is_ascii_lower(out[i])) out[i] = name[i];
    at_word = out[i] == ' ' || out[i] == '-';
  }
  return out;
}

bool is_known_outlet(std::string_view name) {
  return KnownOutlets::instance().domain_of(name).data() != nullptr;
}

news::Outlet outlet_of_domain(std::string_view domain) {
  for (std::string_view rest = domain; !rest.empty();) {
    const std::string_view name = KnownOutlets::instance().name_of(rest);
    if (!name.empty()) return {std::string(name), std::string(rest)};
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  return {};
}

news::Outlet outlet_from_furniture(const OutletEvidence& evidence) {
  Ballot ballot;
  std::vector<std::string> folded_lines;
  // The masthead votes first: of two forms of a name the first stays, and there it is written best.
  if (!evidence.title_part.empty()) ballot.vote(as_name(base::split_words(evidence.title_part)), kTellingPlace);
  vote_masthead(evidence.before, ballot);
  for (const auto* lines : {&evidence.before, &evidence.after}) {
    for (std::string_view line : *lines) {
      if (folded_lines.size() >= kMaxFurnitureLines) break;
      folded_lines.push_back(lower_case(line));
      vote_telling_places(line, folded_lines.back(), ballot);
      vote_rights(line, ballot);
      vote_known(line, ballot);
    }
  }
  if (!evidence.agency.empty()) ballot.vote(std::string(evidence.agency), kAgency);
  ballot.count_repetitions(folded_lines);
  const std::string name = ballot.winner();
  if (name.empty()) return {};
  news::Outlet outlet{display_name(name), {}};
  outlet.domain = std::string(KnownOutlets::instance().domain_of(outlet.name));
  return outlet;
}

}  // namespace dateline::extract
