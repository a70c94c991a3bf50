#include "annotate/sorted_table.h"

#include <string>

namespace dateline::annotate {
namespace {

std::string_view key_of(std::string_view line) {
  return line.substr(0, line.find('\t'));
}

}  // namespace

std::string_view SortedTable::line_at(std::size_t offset_bytes) const {
  const std::size_t end = lines_.find('\n', offset_bytes);
  return lines_.substr(offset_bytes, end == std::string_view::npos ? end : end - offset_bytes);
}

std::size_t SortedTable::lower_bound(std::string_view key) const {
  std::size_t low = 0;  // Always the start of a line.
  std::size_t high = lines_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = middle == 0 ? std::string_view::npos : lines_.rfind('\n', middle - 1);
    const std::size_t start = before == std::string_view::npos || before + 1 < low ? low : before + 1;
    const std::string_view line = line_at(start);
    if (key_of(line) < key) {
      low = start + line.size() + 1;
    } else {
      high = start;
    }
  }
  return low < lines_.size() ? low : lines_.size();
}

std::optional<std::string_view> SortedTable::find(std::string_view key) const {
  const std::size_t at = lower_bound(key);
  if (at == lines_.size()) return std::nullopt;
  const std::string_view line = line_at(at);
  if (key_of(line) != key) return std::nullopt;
  return line.size() > key.size() ? line.substr(key.size() + 1) : std::string_view();
}

SortedTable::Probe SortedTable::probe(std::string_view phrase) const {
  Probe result;
  const std::size_t at = lower_bound(phrase);
  if (at == lines_.size()) return result;
  std::string_view line = line_at(at);
  if (key_of(line) == phrase) {
    result.payload = line.size() > phrase.size() ? line.substr(phrase.size() + 1) : std::string_view();
    const std::size_t next = at + line.size() + 1;
    if (next >= lines_.size()) return result;
    line = line_at(next);
  }
  // A space sorts below every letter, so that the continuations of a phrase follow it at once.
  result.goes_on = line.size() > phrase.size() && line.substr(0, phrase.size()) == phrase && line[phrase.size()] == ' ';
  return result;
}

bool SortedTable::is_sorted() const {
  std::string_view last;
  for (std::size_t at = 0; at < lines_.size();) {
    const std::string_view line = line_at(at);
    if (at != 0 && key_of(line) <= last) return false;
    last = key_of(line);
    at += line.size() + 1;
  }
  return true;
}

}  // namespace dateline::annotate
