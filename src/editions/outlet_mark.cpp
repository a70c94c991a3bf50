#include "editions/outlet_mark.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>

#include "base/strings.h"
#include "base/utf8.h"
#include "editions/plain_text.h"

namespace dateline::editions {
namespace {

// Grey, then 24 hues 15 degrees apart in OKLCH, every second one quieter. All have a relative luminance between 0.127
// and 0.18: dark enough for white letters (4.5:1), light enough for a dark page (3:1); WCAG 2.2, 1.4.3 and 1.4.11.
constexpr std::array<std::string_view, 25> kPalette = {
    "#6b6b66", "#cb1760", "#a35758", "#c63202", "#9e5d37", "#9b5c00", "#8c661b", "#7b6813", "#707021",
    "#577400", "#49783f", "#117946", "#0e7c61", "#01776d", "#007a80", "#047487", "#13759a", "#036eae",
    "#4a6da7", "#5157e4", "#6e64a5", "#8e42d0", "#895c94", "#b52ca1", "#9b5779"};

constexpr std::string_view kUnknown = "unknown outlet";

bool is_small_word(std::string_view word) {
  for (const char* small : {"the", "of", "and", "de", "la", "le", "der", "die", "das", "www"}) {
    if (base::equals_ignoring_case(word, small)) return true;
  }
  return false;
}

bool is_word_character(char32_t point) {
  if (point < 0x80) {
    const char c = static_cast<char>(point);
    return base::is_ascii_letter(c) || base::is_ascii_digit(c);
  }
  return point != 0xA0 && point != 0xB7 && !(point >= 0x2000 && point < 0x2070) && point != 0x3000;
}

// The words of a name; of a domain, what stands before its last label.
std::vector<std::string> words_of(std::string_view name) {
  if (name.find(' ') == std::string_view::npos) {
    if (const auto dot = name.rfind('.'); dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  }
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < name.size();) {
    const char32_t point = base::next_code_point(name, &at);
    if (point == '\'' || point == 0x2019) continue;
    if (is_word_character(point)) {
      base::append_utf8(words.back(), point);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  std::vector<std::string> telling;
  for (const std::string& word : words) {
    if (!is_small_word(word)) telling.push_back(word);
  }
  return telling.empty() ? words : telling;
}

std::string letter_at(std::string_view word, std::size_t index_chars) {
  std::size_t at = 0;
  for (std::size_t i = 0; at < word.size(); ++i) {
    const std::size_t start = at;
    base::next_code_point(word, &at);
    if (i == index_chars) return std::string(word.substr(start, at - start));
  }
  return "";
}

// One character of Chinese, Japanese or Korean fills a disc.
bool fills_a_mark(std::string_view letter) {
  std::size_t at = 0;
  return !letter.empty() && base::next_code_point(letter, &at) >= 0x2E80;
}

std::string letters_of(const std::vector<std::string>& words) {
  if (words.empty()) return "?";
  std::string first = in_capitals(letter_at(words.front(), 0));
  if (fills_a_mark(first)) return first;
  if (words.size() > 1) return first + in_capitals(letter_at(words[1], 0));
  return first + letter_at(words.front(), 1);
}

std::uint64_t hash_of(std::string_view name) {  // FNV-1a, 64 bits: stable over runs and machines.
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : name) {
    hash ^= static_cast<unsigned char>(base::to_ascii_lower(c));
    hash *= 0x100000001B3U;
  }
  return hash;
}

// What an outlet may be called when its letters are taken, best first.
std::string free_letters(std::string_view name, const std::set<std::string>& taken) {
  const std::vector<std::string> words = words_of(name);
  const std::string first = words.empty() ? "?" : in_capitals(letter_at(words.front(), 0));
  for (const std::string& word : words) {
    for (std::size_t i = 0;; ++i) {
      const std::string letter = letter_at(word, i);
      if (letter.empty()) break;
      if (&word == &words.front() && i == 0) continue;
      std::string candidate = first + (i == 0 ? in_capitals(letter) : letter);
      if (!taken.contains(candidate)) return candidate;
    }
  }
  for (std::size_t number = 2;; ++number) {
    std::string candidate = first + std::to_string(number);
    if (!taken.contains(candidate)) return candidate;
  }
}

bool is_unknown(const news::Outlet& outlet) {
  return outlet.name.empty() && outlet.domain.empty();
}

// Letters by name. Who claims letters that nobody else does gets them first; then by name.
std::map<std::string, std::string> letters_by_name(std::span<const news::Outlet> outlets) {
  std::map<std::string, std::string> letters;
  for (const news::Outlet& outlet : outlets) {
    if (is_unknown(outlet)) continue;
    const std::string name = news::outlet_label(outlet);
    letters.emplace(name, outlet_mark(name).letters);
  }
  std::set<std::string> taken;
  std::vector<std::string> late;
  for (const auto& [name, claimed] : letters) {
    if (!taken.insert(claimed).second) late.push_back(name);
  }
  for (const std::string& name : late) taken.insert(letters[name] = free_letters(name, taken));
  return letters;
}

}  // namespace

std::span<const std::string_view> mark_palette() {
  return kPalette;
}

OutletMark outlet_mark(std::string_view outlet_name) {
  if (outlet_name.empty() || outlet_name == kUnknown) return {"?", std::string(kPalette[0]), 0};
  const std::size_t hue = 1 + hash_of(outlet_name) % (kPalette.size() - 1);
  return {letters_of(words_of(outlet_name)), std::string(kPalette[hue]), hue};
}

std::vector<ReportMark> report_marks(std::span<const news::Outlet> outlets) {
  const std::map<std::string, std::string> letters = letters_by_name(outlets);
  const auto unknown_total = static_cast<std::size_t>(std::count_if(outlets.begin(), outlets.end(), is_unknown));
  std::map<std::string, std::size_t> number_of;
  std::size_t next_number = 0;
  std::size_t unknown = 0;
  std::vector<ReportMark> marks;
  for (const news::Outlet& outlet : outlets) {
    const std::string name = news::outlet_label(outlet);
    ReportMark report{outlet_mark(name), name, "", 0};
    if (is_unknown(outlet)) {
      if (++unknown; unknown_total > 1) {
        report.mark.letters += std::to_string(unknown);
        report.outlet += fmt::format(" {}", unknown);
      }
      report.outlet_number = next_number++;
    } else {
      report.mark.letters = letters.at(name);
      const auto [found, is_new] = number_of.try_emplace(name, next_number);
      if (is_new) ++next_number;
      report.outlet_number = found->second;
    }
    marks.push_back(std::move(report));
  }
  tag_reports(marks);
  return marks;
}

void tag_reports(std::span<ReportMark> reports) {
  std::map<std::size_t, std::size_t> of_outlet;
  for (const ReportMark& report : reports) ++of_outlet[report.outlet_number];
  std::map<std::size_t, std::size_t> met;
  for (ReportMark& report : reports) {
    report.tag = report.mark.letters;
    if (of_outlet[report.outlet_number] > 1) report.tag += std::to_string(++met[report.outlet_number]);
  }
}

}  // namespace dateline::editions
