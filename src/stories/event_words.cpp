#include "stories/event_words.h"

#include <algorithm>
#include <array>

#include "base/embedded.h"
#include "base/strings.h"

DATELINE_EMBEDDED(event_words, en_event_words_tsv)

namespace dateline::stories {
namespace {

// The part of the file behind its notes: lines "word TAB percent", sorted by the bytes of the word.
std::string_view read_lines() {
  std::string_view rest = event_words();
  while (rest.starts_with('#')) rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  return rest;
}

}  // namespace

float event_share(std::string_view folded, std::string_view language) {
  if (language != "en") return 1;
  static const std::string_view kLines = read_lines();
  // All lines that begin before `low` are less than the word, all from `high` on are not.
  std::size_t low = 0;
  std::size_t high = kLines.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t begin = middle == 0 ? 0 : kLines.rfind('\n', middle - 1) + 1;
    const std::size_t end = std::min(kLines.find('\n', middle), kLines.size());
    const std::string_view line = kLines.substr(begin, end - begin);
    const std::string_view word = line.substr(0, line.find('\t'));
    if (word == folded) {
      const auto percent = base::parse_integer(line.substr(std::min(word.size() + 1, line.size())));
      return percent ? static_cast<float>(*percent) / 100 : 0;
    }
    if (word < folded) {
      low = end + 1;
    } else {
      high = begin;
    }
  }
  return 0;
}

bool tells_of_saying(std::string_view folded) {
  constexpr std::array<std::string_view, 26> kWords = {
      "according", "added",    "announced", "announces",   "berichtet", "berichtete", "confirmed",
      "confirms",  "erklarte", "mitteilte", "report",      "reported",  "sagte",      "said",
      "say",       "says",     "spokesman", "spokeswoman", "sprecher",  "sprecherin", "statement",
      "tell",      "tells",    "teilte",    "told",        "zufolge"};
  return std::binary_search(kWords.begin(), kWords.end(), folded);
}

}  // namespace dateline::stories
