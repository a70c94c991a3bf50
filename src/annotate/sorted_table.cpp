#include "annotate/sorted_table.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace dateline::annotate {
namespace {

std::string_view key_of(std::string_view line) {
  return line.substr(0, line.find('\t'));
}

// The first eight bytes, in an order that is theirs.
std::uint64_t prefix_of(std::string_view key) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    prefix = prefix << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0);
  }
  return prefix;
}

}  // namespace

SortedTable::SortedTable(std::string_view lines) : lines_(lines) {
  const std::size_t step = std::max(kBytesPerSplit, lines.size() / kMaxSplits + 1);
  splits_.reserve(lines.size() / step);
  for (std::size_t at = step; at < lines.size(); at += step) {
    const std::size_t start = line_start(at);
    splits_.push_back({prefix_of(key_of(line_at(start))), start});
  }
}

// Where the line that holds the byte begins.
std::size_t SortedTable::line_start(std::size_t offset_bytes) const {
  const std::size_t before = offset_bytes == 0 ? std::string_view::npos : lines_.rfind('\n', offset_bytes - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::string_view SortedTable::line_at(std::size_t offset_bytes) const {
  const std::size_t end = lines_.find('\n', offset_bytes);
  return lines_.substr(offset_bytes, end == std::string_view::npos ? end : end - offset_bytes);
}

std::size_t SortedTable::lower_bound(std::string_view key) const {
  // Lines whose first bytes differ from the key's are before it or behind it; those that share them are searched.
  const std::uint64_t prefix = prefix_of(key);
  const auto same = std::lower_bound(splits_.begin(), splits_.end(), prefix,
                                     [](const Split& split, std::uint64_t wanted) { return split.prefix < wanted; });
  const auto behind = std::upper_bound(same, splits_.end(), prefix,
                                       [](std::uint64_t wanted, const Split& split) { return wanted < split.prefix; });
  std::size_t low = same == splits_.begin() ? 0 : std::prev(same)->offset_bytes;  // Always the start of a line.
  std::size_t high = behind == splits_.end() ? lines_.size() : behind->offset_bytes;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t start = std::max(low, line_start(middle));
    const std::string_view line = line_at(start);
    if (key_of(line) < key) {
      low = start + line.size() + 1;
    } else {
      high = start;
    }
  }
  return low < lines_.size() ? low : lines_.size();
}

std::optional<SortedTable::Row> SortedTable::find_row(std::string_view key) const {
  const std::size_t at = lower_bound(key);
  if (at == lines_.size()) return std::nullopt;
  const std::string_view line = line_at(at);
  if (key_of(line) != key) return std::nullopt;
  return Row{key_of(line), line.size() > key.size() ? line.substr(key.size() + 1) : std::string_view()};
}

std::optional<std::string_view> SortedTable::find(std::string_view key) const {
  const auto row = find_row(key);
  return row ? std::optional(row->payload) : std::nullopt;
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
