#include "extract/bylines.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/byline_words.h"
#include "extract/datelines.h"
#include "extract/line_features.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kMaxAuthors = 20;

// Cuts `name` where something that is no name begins: brackets, an address, " in TOKYO", " at ", " for ".
std::string_view bare_name(std::string_view name) {
  for (std::string_view mark :
       {"(", "[",    "<",     "|",    " - ",  " – ",  " — ",  " in ", " at ",   " for ", " für ", " is ", " ist ",
        "@", "http", " aus ", " on ", " am ", " um ", " le ", " — ",  " from ", "•",     "·",     "/"}) {
    const std::size_t at = name.find(mark);
    if (at != std::string_view::npos && at > 0) name = name.substr(0, at);
  }
  name = base::trim(name);
  while (!name.empty() && (name.back() == '.' || name.back() == ',' || name.back() == ':' || name.back() == ';') &&
         !(name.size() > 2 && name[name.size() - 3] == ' ')) {
    name.remove_suffix(1);
  }
  return base::trim(name);
}

// Where in `line` a word for "by" stands after something that says that this is a byline: a date, a mark, or a word for
// publishing. npos when nowhere.
std::size_t find_inner_by(std::string_view line) {
  constexpr std::array<std::string_view, 9> kInner{"by ",   "von ",    "par ",     "por ",   "di ",
                                                   "door ", "autor: ", "author: ", "author "};
  constexpr std::array<std::string_view, 13> kVerbs{
      "posted",   "written",     "submitted", "veröffentlicht", "geschrieben", "erstellt", "eingestellt",
      "gepostet", "gespeichert", "publié",    "publicado",      "beitrag",     "artikel"};
  const std::string folded = lower_case(line);
  if (folded.size() != line.size()) return std::string_view::npos;
  for (std::size_t at = 1; at < folded.size() && at < 80; ++at) {
    if (folded[at - 1] != ' ' && static_cast<unsigned char>(folded[at - 1]) < 0x80) continue;
    for (std::string_view word : kInner) {
      if (!std::string_view(folded).substr(at).starts_with(word)) continue;
      const std::string_view before = base::trim(std::string_view(folded).substr(0, at));
      const LineFeatures f = look_at(before);
      const bool verb = std::any_of(kVerbs.begin(), kVerbs.end(), [before](std::string_view v) {
        return before.ends_with(v) || before.starts_with(v);
      });
      if (f.words <= 9 && (f.digits > 0 || f.separators > 0 || verb)) return at;
    }
  }
  return std::string_view::npos;
}

// `text` up to its first word with a digit, without the month and the small words that lead over to it: names go before
// dates.
std::string_view before_digits(std::string_view text) {
  const std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos) return text;
  const std::size_t space = text.rfind(' ', digit);
  text = base::trim(text.substr(0, space == std::string_view::npos ? 0 : space));
  while (!text.empty()) {
    const std::size_t last = text.rfind(' ') + 1;  // npos + 1 is 0.
    const std::string_view word = text.substr(last);
    if (!is_month_name(word) && !look_at(word).begins_lower) break;
    text = base::trim(text.substr(0, last));
  }
  return text;
}

// Splits at ",", ";", "|", " and ", " und " and the like.
std::vector<std::string_view> split_list(std::string_view names) {
  constexpr std::array<std::string_view, 13> kJoints{", and ", " and ",  " und ", " et ", " y ", " e ", " en ",
                                                     " & ",    " with ", " mit ", ";",    ",",   "|"};
  std::vector<std::string_view> out;
  std::size_t from = 0;
  for (std::size_t at = 0; at < names.size();) {
    std::size_t width = 0;
    for (std::string_view joint : kJoints) {
      const std::string_view here = names.substr(at, joint.size());
      if (here == joint || (joint.size() > 3 && base::equals_ignoring_case(here, joint))) {
        width = joint.size();
        break;
      }
    }
    if (width == 0) {
      ++at;
      continue;
    }
    out.push_back(base::trim(names.substr(from, at - from)));
    at += width;
    from = at;
  }
  out.push_back(base::trim(names.substr(from)));
  return out;
}

bool is_name_suffix(std::string_view piece) {
  return piece == "Jr." || piece == "Jr" || piece == "Sr." || piece == "PhD" || piece == "Ph.D." || piece == "MD" ||
         piece == "M.D." || piece == "MS" || piece == "RD" || piece == "CNN";
}

// "ISABEL REYNOLDS" as "Isabel Reynolds": capitals are how the line was set, not how she is called. One word alone may
// be an abbreviation and stays.
std::string mend_capitals(std::string_view name) {
  std::string folded = lower_case(name);
  if (name.find(' ') == std::string_view::npos || folded.size() != name.size()) return std::string(name);
  std::size_t letters = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (base::is_ascii_lower(name[i])) return std::string(name);
    letters += base::is_ascii_upper(name[i]) ? 1 : 0;
  }
  if (letters < 6) return std::string(name);
  bool at_word = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    // The first letter may take two bytes.
    const bool inside_letter = (static_cast<unsigned char>(name[i]) & 0xC0u) == 0x80u;
    if (at_word || (inside_letter && folded[i - 1] == name[i - 1] && i >= 2 && !base::is_ascii_letter(name[i - 2])))
      folded[i] = name[i];
    at_word = name[i] == ' ' || name[i] == '-' || name[i] == '.' || name[i] == '\'';
  }
  return folded;
}

}  // namespace

bool looks_like_name(std::string_view text) {
  if (text.empty() || text.size() > 60 || text.find(':') != std::string_view::npos) return false;
  const LineFeatures f = look_at(text);
  if (f.words == 0 || f.words > 5 || f.digits > 0 || f.has_address || f.letters < 2) return false;
  if (f.wording.whole != kNoWording) return false;
  std::size_t good = 0;
  for (std::string_view word : base::split_words(text)) {
    const LineFeatures w = look_at(word);
    if (w.capital_words > 0 || is_particle(word) || (w.lower_words > 0 && !w.begins_lower)) {
      ++good;
    } else {
      return false;
    }
  }
  return good > 0;
}

std::vector<std::string> split_authors(std::string_view names) {
  std::vector<std::string> out;
  bool by = false;
  for (std::string_view piece : split_list(strip_by_word(base::trim(names), &by))) {
    if (out.size() >= kMaxAuthors) break;
    if (piece.find("://") != std::string_view::npos) continue;
    bool inner_by = false;
    piece = strip_by_word(piece, &inner_by);
    if (is_picture_credit(piece)) continue;
    piece = without_label(piece);
    const std::string_view name = bare_name(piece);
    if (name.size() < 2 || name.size() > 80) continue;
    if (is_name_suffix(name)) continue;
    if (!out.empty() && is_post(name)) continue;
    // A single word after a full name is where she works: "Jane Roe, Reuters".
    if (!out.empty() && out.front().find(' ') != std::string::npos && name.find(' ') == std::string_view::npos)
      continue;
    std::string mended = mend_capitals(name);
    if (std::find(out.begin(), out.end(), mended) == out.end()) out.push_back(std::move(mended));
  }
  return out;
}

std::optional<Byline> parse_byline(std::string_view line) {
  line = base::trim(line);
  if (line.size() < 5 || line.size() > 200) return std::nullopt;
  bool found = false;
  std::string_view rest = strip_by_word(line, &found);
  if (!found) {
    const std::size_t inner = find_inner_by(line);
    if (inner == std::string_view::npos) return std::nullopt;
    rest = strip_by_word(line.substr(inner), &found);
  }
  rest = before_digits(rest);
  if (rest.empty()) return std::nullopt;
  Byline byline{std::string(line), {}};
  for (const std::string& name : split_authors(rest)) {
    const bool proper = looks_like_name(name) && !(is_post(name) && !byline.authors.empty());
    // Names stand in front; the first thing that is no name ends the list (a post, a date).
    if (!proper) break;
    byline.authors.push_back(name);
  }
  if (byline.authors.empty()) return std::nullopt;
  // A sentence that begins with "By" goes on past the names: too many small words for a byline.
  const LineFeatures f = look_at(line);
  if (f.words > 25 || (f.ends_sentence && f.lower_words > f.capital_words)) return std::nullopt;
  return byline;
}

bool is_by_word(std::string_view text) {
  bool found = false;
  return text.size() < 24 && strip_by_word(std::string(text) + " X", &found) == "X" && found;
}

bool begins_with_by(std::string_view line) {
  bool found = false;
  strip_by_word(base::trim(line), &found);
  return found;
}

std::optional<Byline> parse_dated_byline(std::string_view line) {
  line = base::trim(line);
  if (line.size() < 10 || line.size() > 100) return std::nullopt;
  Byline byline{std::string(line), {}};
  bool dated = false;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const std::string_view rest = line.substr(at);
    std::size_t width = 0;
    for (std::string_view mark : {" - ", " – ", " — ", " | ", ", ", " • ", " · ", " / "}) {
      if (rest.starts_with(mark)) width = mark.size();
    }
    if (width == 0 && at < line.size()) continue;
    const std::string_view piece = base::trim(line.substr(from, at - from));
    if (piece.find_first_of("0123456789") != std::string_view::npos) {
      dated = true;
    } else if (looks_like_name(piece) && piece.find(' ') != std::string_view::npos && !is_post(piece)) {
      byline.authors.emplace_back(piece);
    } else if (!piece.empty()) {
      return std::nullopt;
    }
    at += width == 0 ? 0 : width - 1;
    from = at + 1;
  }
  if (!dated || byline.authors.empty()) return std::nullopt;
  return byline;
}

std::optional<Byline> parse_contact_line(std::string_view line) {
  line = base::trim(line);
  std::string_view names;
  if (base::starts_with_ignoring_case(line, "to contact the reporter") ||
      base::starts_with_ignoring_case(line, "to contact the writer") ||
      base::starts_with_ignoring_case(line, "to contact the author")) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    names = line.substr(colon + 1);
  } else {
    const std::string_view bare = line.starts_with("(") ? line.substr(1) : line;
    constexpr std::string_view kReporting = "reporting by ";
    if (!base::starts_with_ignoring_case(bare, kReporting)) return std::nullopt;
    names = bare.substr(kReporting.size());
    if (names.ends_with(')')) names.remove_suffix(1);
  }
  // The editors follow after a semicolon or a new sentence; they are not the authors.
  for (std::string_view end : {";", "diting by", "dditional reporting", "riting by"}) {
    const std::size_t at = names.find(end);
    if (at != std::string_view::npos) names = names.substr(0, at);
  }
  Byline byline{std::string(line), {}};
  for (const std::string& name : split_authors(names)) {
    if (looks_like_name(name)) byline.authors.push_back(name);
  }
  if (byline.authors.empty()) return std::nullopt;
  return byline;
}

}  // namespace dateline::extract
