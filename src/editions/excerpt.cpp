#include "editions/excerpt.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "editions/columns.h"

namespace dateline::editions {
namespace {

constexpr std::string_view kSpaces = " \t\n\r\f\v";

// Where the word before `begin_bytes` begins; 0 when there is none.
std::size_t word_before(std::string_view text, std::size_t begin_bytes) {
  while (begin_bytes > 0 && base::is_ascii_space(text[begin_bytes - 1])) --begin_bytes;
  while (begin_bytes > 0 && !base::is_ascii_space(text[begin_bytes - 1])) --begin_bytes;
  return begin_bytes;
}

std::size_t word_after(std::string_view text, std::size_t end_bytes) {
  while (end_bytes < text.size() && base::is_ascii_space(text[end_bytes])) ++end_bytes;
  return std::min(text.find_first_of(kSpaces, end_bytes), text.size());
}

}  // namespace

Excerpt excerpt(std::string_view sentence, const base::Span& inner, std::size_t limit_columns) {
  std::size_t begin_bytes = std::min(inner.begin_bytes, sentence.size());
  std::size_t end_bytes = std::clamp(inner.end_bytes, begin_bytes, sentence.size());
  const base::Span kept{begin_bytes, end_bytes};
  std::size_t used = columns_of(kept.of(sentence));
  std::size_t left = 0;
  const auto cost = [&](std::size_t from, std::size_t to) { return columns_of(sentence.substr(from, to - from)); };
  const auto take_left = [&](std::size_t room) {
    if (begin_bytes == 0) return false;
    const std::size_t from = word_before(sentence, begin_bytes);
    const std::size_t more = cost(from, begin_bytes);
    if (left + more > room || used + more > limit_columns) return false;
    begin_bytes = from;
    used += more;
    left += more;
    return true;
  };
  const auto take_right = [&] {
    if (end_bytes == sentence.size()) return false;
    const std::size_t to = word_after(sentence, end_bytes);
    const std::size_t more = cost(end_bytes, to);
    if (used + more > limit_columns) return false;
    end_bytes = to;
    used += more;
    return true;
  };
  bool grown = true;
  while (grown) {
    grown = take_left(limit_columns / 3);
    grown = take_right() || grown;
  }
  while (take_left(limit_columns)) {
  }
  Excerpt out;
  if (!base::trim(sentence.substr(0, begin_bytes)).empty()) out.before = "… ";
  out.before += sentence.substr(begin_bytes, kept.begin_bytes - begin_bytes);
  out.inner = kept.of(sentence);
  out.after = sentence.substr(kept.end_bytes, end_bytes - kept.end_bytes);
  if (!base::trim(sentence.substr(end_bytes)).empty()) out.after += " …";
  return out;
}

std::string shortened(std::string_view text, std::size_t limit_columns) {
  if (columns_of(text) <= limit_columns) return std::string(text);
  constexpr std::size_t kEllipsis = 2;
  const std::size_t room = limit_columns > kEllipsis ? limit_columns - kEllipsis : 0;
  const std::string words = excerpt(text, {0, 0}, room).after;
  if (words.size() > std::string_view(" …").size()) return words;
  std::size_t end_bytes = 0;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    used += columns_of_code_point(base::next_code_point(text, &at));
    if (used > room) break;
    end_bytes = at;
  }
  return std::string(text.substr(0, end_bytes)) + "…";
}

}  // namespace dateline::editions
