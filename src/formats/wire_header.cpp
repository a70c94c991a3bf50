// formats/wire_header.cpp -- see wire_header.h.
#include "formats/wire_header.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/strings.h"
#include "formats/wire_words.h"

namespace dateline::formats {
namespace {

/// "11-02", "31-10"
bool is_filing_day(std::string_view word) {
  const std::size_t dash = word.find('-');
  return dash != std::string_view::npos && dash >= 1 && dash <= 2 && word.size() - dash >= 2 &&
         word.size() - dash <= 3 && all_digits(word.substr(0, dash)) && all_digits(word.substr(dash + 1));
}

bool is_word_count(std::string_view word) {
  return !word.empty() && word.size() <= 5 && all_digits(word);
}

/// The service level and number that `word` begins with: "a0567", "a0567asian", "z6715-----".
bool read_service(std::string_view word, WireHeader* header) {
  if (word.size() < 5 || word.size() > 16 || leading_letters(word) != 1 || leading_digits(word.substr(1)) != 4)
    return false;
  header->service = word.substr(0, 1);
  header->number = word.substr(1, 4);
  return true;
}

/// Header text with its field separators and format codes as spaces.
std::string plain_line(std::string_view line) {
  std::string plain;
  for (const char c : line) plain += static_cast<unsigned char>(c) < 0x20 || c == '\x7F' || c == '^' ? ' ' : c;
  while (plain.ends_with('<') || plain.ends_with(' ')) plain.pop_back();
  return plain;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    std::string line = plain_line(text.substr(begin, end - begin));
    if (!base::trim(line).empty()) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

/// Keyword, version, reference, day and word count: what follows priority and category on the second line of ANPA.
/// True when the line ends in day and word count.
bool read_keyword_section(const std::vector<std::string_view>& words, std::size_t at, WireHeader* header) {
  std::size_t end = words.size();
  const bool complete = end >= at + 3 && is_word_count(words[end - 1]) && is_filing_day(words[end - 2]);
  if (complete) {
    header->day = words[end - 2];
    end -= 2;
  }
  // A format identifier ("x", "bt", "tt") may stand in front of the keyword.
  if (end > at + 1 && is_letters(words[at], 2)) {
    header->is_tabular = header->is_tabular || words[at] == "tt" || words[at] == "bt";
    ++at;
  }
  if (at < end) {
    header->keyword = words[at].substr(leading_cycle(words[at]));
    ++at;
  }
  for (; at < end; ++at) {
    // The reference names an earlier message: "a0567".
    WireHeader reference;
    if (words[at].size() == 5 && read_service(words[at], &reference)) {
      if (header->number.empty()) {
        header->service = reference.service;
        header->number = reference.number;
      }
      continue;
    }
    if (!header->version.empty()) header->version += ' ';
    header->version += words[at];
  }
  return complete;
}

/// `words`: those of all header lines. True when all the fields of ANPA's header are there.
bool read_anpa(const std::vector<std::string_view>& words, WireHeader* header) {
  if (words.empty()) return false;
  std::size_t at = read_service(words[0], header) ? 1 : 0;
  // Selectors may stand apart from the number: "a0567 asian".
  if (at == 1) {
    while (at < words.size() && words[at].size() > 1) ++at;
  }
  if (at + 1 >= words.size() || !is_letters(words[at], 1) || !is_letters(words[at + 1], 1)) return false;
  header->priority = words[at];
  header->category = words[at + 1];
  return read_keyword_section(words, at + 2, header);
}

/// "bkn014 4 pl 171 vvvvb KNA"
bool read_iptc(std::string_view line, WireHeader* header) {
  const std::vector<std::string_view> words = base::split_words(line);
  if (words.size() < 4) return false;
  const std::size_t letters = leading_letters(words[0]);
  const std::string_view number = words[0].substr(letters);
  if (letters < 2 || letters > 4 || number.size() < 3 || number.size() > 4 || !all_digits(number)) return false;
  if (words[1].size() != 1 || !all_digits(words[1]) || !is_letters(words[2], 3) || !is_word_count(words[3]))
    return false;
  header->is_iptc = true;
  header->service = words[0].substr(0, letters);
  header->number = number;
  header->priority = words[1];
  header->category = words[2];
  return true;
}

std::string_view without_slash(std::string_view keyword) {
  keyword = base::trim(keyword);
  while (keyword.ends_with('/')) keyword.remove_suffix(1);
  return keyword;
}

}  // namespace

WireHeader parse_wire_header(std::string_view header) {
  WireHeader fields;
  const std::vector<std::string> lines = lines_of(header);
  if (lines.empty()) return fields;
  if (read_iptc(lines[0], &fields)) {
    if (lines.size() > 1) fields.keyword = without_slash(lines[1]);
    return fields;
  }
  // DC2 between category and keyword: a table. (DC1: running text.)
  fields.is_tabular = header.find('\x12') != std::string_view::npos;
  std::vector<std::string_view> words;
  for (const std::string& line : lines) {
    for (const std::string_view word : base::split_words(line)) words.push_back(word);
  }
  read_anpa(words, &fields);
  return fields;
}

std::optional<PrintedHeader> printed_wire_header(std::string_view text) {
  PrintedHeader printed;
  std::string lines;
  // ANPA has two lines, and IPTC one.
  for (int count = 0; count < 2 && printed.end_bytes < text.size(); ++count) {
    const std::size_t end = std::min(text.find('\n', printed.end_bytes), text.size());
    const std::string_view line = text.substr(printed.end_bytes, end - printed.end_bytes);
    printed.end_bytes = std::min(end + 1, text.size());
    if (line.size() > 200) return std::nullopt;
    lines += plain_line(line);
    lines += ' ';
    printed.fields = WireHeader{};
    if (read_iptc(lines, &printed.fields) || read_anpa(base::split_words(lines), &printed.fields)) return printed;
    WireHeader service;
    const std::vector<std::string_view> words = base::split_words(lines);
    if (words.empty() || words.size() > 2 || !read_service(words[0], &service)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace dateline::formats
