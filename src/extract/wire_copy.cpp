#include "extract/wire_copy.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/embedded.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "extract/bylines.h"
#include "extract/line_features.h"
#include "extract/wording.h"
#include "formats/wire_trailer.h"

DATELINE_EMBEDDED(wire_copy_data, wire_copy_tsv)

namespace dateline::extract {
namespace {

// Whatever a long paragraph begins with, it is no note.
constexpr std::size_t kMaxWords = 60;
constexpr std::size_t kMaxBytes = 1000;
constexpr std::size_t kShortWords = 8;

constexpr std::pair<std::string_view, WireLine> kKindNames[] = {
    {"note", WireLine::kNote},     {"correction", WireLine::kCorrection},
    {"credit", WireLine::kCredit}, {"slug", WireLine::kSlug},
    {"end", WireLine::kEnd},       {"copyright", WireLine::kCopyright},
};

WireLine kind_from_name(std::string_view name) {
  for (const auto& [known, kind] : kKindNames) {
    if (known == name) return kind;
  }
  return WireLine::kNone;
}

struct Phrase {
  std::string_view text;
  WireLine kind = WireLine::kNone;
  bool ends_anywhere = false;  // Its end need not end a word.
};

bool is_word_byte(char c) {
  return base::is_ascii_letter(c) || base::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool stands_at_start(std::string_view text, const Phrase& phrase) {
  if (!text.starts_with(phrase.text)) return false;
  const std::size_t end = phrase.text.size();
  return phrase.ends_anywhere || end == text.size() || !is_word_byte(text[end]) || !is_word_byte(text[end - 1]);
}

const Phrase* find_start(const std::vector<Phrase>& phrases, std::string_view text) {
  for (const Phrase& phrase : phrases) {
    if (stands_at_start(text, phrase)) return &phrase;
  }
  return nullptr;
}

WireLine kind_of(const Phrase* phrase) {
  return phrase == nullptr ? WireLine::kNone : phrase->kind;
}

// The table, by place.
struct Phrases {
  std::unordered_map<std::string_view, WireLine> whole;
  std::vector<Phrase> start;
  std::vector<Phrase> brief;  // The place "short".
  std::vector<Phrase> name;
  std::vector<Phrase> brackets;
  std::vector<Phrase> any;

  std::vector<Phrase>& at(std::string_view place) {
    if (place == "start") return start;
    if (place == "short") return brief;
    if (place == "name") return name;
    return place == "brackets" ? brackets : any;
  }

  Phrases() {
    for (std::string_view line : base::split(wire_copy_data(), '\n')) {
      if (line.empty() || line[0] == '#') continue;
      const auto fields = base::split(line, '\t');
      if (fields.size() != 3 || fields[2].empty()) continue;
      Phrase phrase{fields[2], kind_from_name(fields[0]), fields[2].ends_with(' ')};
      if (phrase.text.ends_with('*')) {
        phrase.text.remove_suffix(1);
        phrase.ends_anywhere = true;
      }
      if (fields[1] == "whole") {
        whole.emplace(phrase.text, phrase.kind);
      } else {
        at(fields[1]).push_back(phrase);
      }
    }
  }
};

const Phrases& phrases() {
  static const Phrases table;
  return table;
}

// Without marks at the ends: "-0-" is "0", "***URGENT***" is "urgent".
std::string_view bare(std::string_view text) {
  while (!text.empty() && !is_word_byte(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_word_byte(text.back())) text.remove_suffix(1);
  return text;
}

bool is_marks(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = base::next_code_point(line, &at);
    const bool ascii_mark = c < 0x80 && !is_word_byte(static_cast<char>(c));
    if (!ascii_mark && !(c >= 0x2010 && c <= 0x2027) && c != 0xB7) return false;
  }
  return true;
}

// "###", "# # #": the end of a press release.
bool is_hashes(std::string_view line) {
  return std::count(line.begin(), line.end(), '#') >= 3 &&
         std::all_of(line.begin(), line.end(), [](char c) { return c == '#' || c == ' '; });
}

// "dpa abc xy n1", "afp/oq/jm": who sent and edited it, as codes in small letters.
bool is_desk_line(std::string_view line) {
  if (line.size() > 30) return false;
  std::size_t codes = 1;
  std::size_t length = 0;
  std::size_t letters = 0;
  for (const char c : line) {
    if (c == ' ' || c == '/') {
      ++codes;
      length = 0;
    } else if ((!base::is_ascii_lower(c) && !base::is_ascii_digit(c)) || ++length > 4) {
      return false;
    }
    letters += base::is_ascii_lower(c) ? 1 : 0;
  }
  return codes >= 2 && codes <= 8 && letters >= 4;
}

// "Bundestag/Kinder/": the keyword of IPTC's messages.
bool is_keyword(std::string_view line) {
  return line.size() > 2 && line.size() <= 40 && line.ends_with('/') && line.find(' ') == std::string_view::npos &&
         line.find(':') == std::string_view::npos;
}

// "BC-Storm" is a slug; "PM-designate" is none, and no sentence is one.
bool could_be_slug(std::string_view line) {
  const LineFeatures f = look_at(line);
  return f.words <= 10 && !f.ends_sentence && line.size() > 3 && base::is_ascii_upper(line[0]) &&
         base::is_ascii_upper(line[1]) && base::is_ascii_upper(line[3]);
}

// A line is an end by one word only where that stands in brackets or capitals: people say "Fine.", too.
bool could_be_end(std::string_view line) {
  return line.starts_with('(') || std::none_of(line.begin(), line.end(), base::is_ascii_lower);
}

// "Reporting by Jane Roe; Editing by John Doe", not "Written by Jane Roe, the play opens on Friday."
WireLine kind_before_name(std::string_view line, std::string_view folded) {
  const Phrase* phrase = find_start(phrases().name, folded);
  if (phrase == nullptr || folded.size() != line.size()) return WireLine::kNone;
  const LineFeatures rest = look_at(base::trim(line.substr(phrase->text.size())));
  const bool is_sentence = rest.ends_sentence && rest.words > 6 && line.find(';') == std::string_view::npos;
  return rest.words == 0 || rest.begins_lower || is_sentence ? WireLine::kNone : phrase->kind;
}

WireLine kind_in_brackets(std::string_view folded) {
  while (!folded.empty() && (folded.front() == '*' || folded.front() == ' ')) folded.remove_prefix(1);
  while (folded.ends_with('.') || folded.ends_with('*') || folded.ends_with(' ')) folded.remove_suffix(1);
  const bool round = folded.starts_with('(') && folded.ends_with(')');
  const bool square = folded.starts_with('[') && folded.ends_with(']');
  if (!round && !square) return WireLine::kNone;
  return kind_of(find_start(phrases().brackets, base::trim(folded.substr(1, folded.size() - 2))));
}

WireLine kind_anywhere(std::string_view folded) {
  for (const Phrase& phrase : phrases().any) {
    if (folded.find(phrase.text) != std::string_view::npos) return phrase.kind;
  }
  return WireLine::kNone;
}

WireLine kind_at_start(std::string_view line, std::string_view folded) {
  WireLine kind = kind_of(find_start(phrases().start, folded));
  if (kind == WireLine::kSlug && !could_be_slug(line)) kind = WireLine::kNone;
  if (kind == WireLine::kNone && base::split_words(line).size() <= kShortWords) {
    kind = kind_of(find_start(phrases().brief, folded));
  }
  return kind != WireLine::kNone ? kind : kind_before_name(line, folded);
}

WireLine kind_by_phrase(std::string_view line) {
  const std::string folded = lower_case(line);
  const auto whole = phrases().whole.find(bare(folded));
  if (whole != phrases().whole.end() && (whole->second != WireLine::kEnd || could_be_end(line))) return whole->second;
  if (const WireLine kind = kind_in_brackets(folded); kind != WireLine::kNone) return kind;
  if (const WireLine kind = kind_at_start(line, folded); kind != WireLine::kNone) return kind;
  return kind_anywhere(folded);
}

}  // namespace

WireLine wire_line_kind(std::string_view line) {
  line = base::trim(line);
  if (line.empty() || line.size() > kMaxBytes || base::split_words(line).size() > kMaxWords) return WireLine::kNone;
  if (is_hashes(line)) return WireLine::kEnd;
  if (is_marks(line)) return WireLine::kSeparator;
  if (formats::parse_wire_trailer(line)) return WireLine::kEnd;
  if (is_desk_line(line)) return WireLine::kCredit;
  if (is_keyword(line)) return WireLine::kSlug;
  return kind_by_phrase(line);
}

std::vector<std::string> credited_reporters(std::string_view line) {
  line = base::trim(line);
  if (wire_line_kind(line) != WireLine::kCredit) return {};
  while (line.starts_with('-') || line.starts_with(' ')) line.remove_prefix(1);
  if (const auto contact = parse_contact_line(line)) return contact->authors;
  if (line.starts_with('(')) line.remove_prefix(1);
  std::vector<std::string> names;
  for (const std::string_view verb :
       {"reporting by: ", "writing by ", "written by ", "story by ", "compiled by ", "reportaje de ", "reporte de "}) {
    if (!base::starts_with_ignoring_case(line, verb)) continue;
    std::string_view list = line.substr(verb.size());
    list = list.substr(0, list.find_first_of(";)"));
    for (std::string& name : split_authors(list)) {
      if (looks_like_name(name)) names.push_back(std::move(name));
    }
    break;
  }
  return names;
}

}  // namespace dateline::extract
