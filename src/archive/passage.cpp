#include "archive/passage.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace dateline::archive {
namespace {

// How far before the first match a passage may begin in order to start with a sentence.
constexpr std::size_t kMaxLeadBytes = 100;

bool is_sentence_end(char c) {
  return c == '.' || c == '!' || c == '?';
}

struct Line {
  std::size_t begin_bytes;
  std::size_t end_bytes;
};

Line line_around(std::string_view text, std::size_t at_bytes) {
  const std::size_t before = at_bytes == 0 ? text.npos : text.rfind('\n', at_bytes - 1);
  const std::size_t after = text.find('\n', at_bytes);
  return {before == text.npos ? 0 : before + 1, after == text.npos ? text.size() : after};
}

// Where a passage should begin that shows what stands at `at_bytes`: a sentence, else a word, at most kMaxLeadBytes
// before.
std::size_t good_begin(std::string_view text, std::size_t line_begin, std::size_t at_bytes) {
  const std::size_t floor = at_bytes - line_begin > kMaxLeadBytes ? at_bytes - kMaxLeadBytes : line_begin;
  if (floor == line_begin) return line_begin;
  std::size_t word = at_bytes;
  for (std::size_t i = at_bytes; i > floor + 1; --i) {
    if (text[i - 1] != ' ') continue;
    if (is_sentence_end(text[i - 2])) return i;
    word = i;
  }
  return word;
}

// Where a passage that begins at `begin_bytes` ends: with the line, or before the last space that fits.
std::size_t good_end(std::string_view text, std::size_t begin_bytes, std::size_t line_end, std::size_t must_hold) {
  if (line_end - begin_bytes <= kMaxPassageBytes) return line_end;
  const std::string_view fits = base::utf8_prefix(text.substr(begin_bytes, line_end - begin_bytes), kMaxPassageBytes);
  const std::size_t end = begin_bytes + fits.size();
  const std::size_t space = text.rfind(' ', end);
  return space != text.npos && space > begin_bytes && space >= must_hold ? space : std::max(end, begin_bytes);
}

// The first match of the window with most different phrases: windows end with a match and reach back over at most
// kMaxPassageBytes - kMaxLeadBytes of one line, so that whatever is chosen fits with its lead.
std::size_t best_window(std::string_view text, const std::vector<PhraseMatch>& matches) {
  std::size_t phrases = 0;
  for (const PhraseMatch& match : matches) phrases = std::max(phrases, match.phrase + 1);
  std::vector<std::size_t> inside(phrases, 0);
  std::size_t distinct = 0;
  std::size_t best = 0;
  std::size_t best_distinct = 0;
  std::size_t first = 0;
  const auto drop_first = [&] {
    if (--inside[matches[first].phrase] == 0) --distinct;
    ++first;
  };
  for (std::size_t last = 0; last < matches.size(); ++last) {
    if (last > 0) {
      const std::size_t from = matches[last - 1].span.begin_bytes;
      const bool new_line = text.substr(from, matches[last].span.begin_bytes - from).find('\n') != text.npos;
      while (new_line && first < last) drop_first();
    }
    while (first < last &&
           matches[last].span.end_bytes - matches[first].span.begin_bytes > kMaxPassageBytes - kMaxLeadBytes) {
      drop_first();
    }
    if (inside[matches[last].phrase]++ == 0) ++distinct;
    if (distinct > best_distinct) {
      best_distinct = distinct;
      best = first;
    }
  }
  return best;
}

}  // namespace

base::Span choose_passage(std::string_view text, const std::vector<PhraseMatch>& matches) {
  if (matches.empty()) {
    const Line line = line_around(text, 0);
    return {0, good_end(text, 0, line.end_bytes, 0)};
  }
  const base::Span first = matches[best_window(text, matches)].span;
  const Line line = line_around(text, first.begin_bytes);
  const std::size_t begin = good_begin(text, line.begin_bytes, first.begin_bytes);
  return {begin, good_end(text, begin, line.end_bytes, std::min(first.end_bytes, line.end_bytes))};
}

}  // namespace dateline::archive
