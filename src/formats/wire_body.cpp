// formats/wire_body.cpp -- see wire_body.h. A message is text for a typesetter: quads, rails, fonts and fixed spaces
// are undone or dropped; what is left is read as paragraphs.
#include "formats/wire_body.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"

namespace dateline::formats {
namespace {

constexpr char kStartOfInstruction = '\x0C';
constexpr char kEndOfInstruction = '\x0B';
constexpr char kKillWord = '\x18';
constexpr char kEscape = '\x1B';
constexpr std::size_t kMaxInstructionBytes = 120;
constexpr std::size_t kMaxHeadLines = 10;
/// Lines longer than this are no lines of a teleprinter: each is a paragraph.
constexpr std::size_t kMaxWrappedBytes = 100;

/// What a control character stands for in running text, 0x00 to 0x1F. '\0': nothing. Spaces are a typesetter's: band
/// (10), em, en and thin (1C to 1E); 08 begins a line of a table, 1F ends a column.
constexpr std::array<char, 32> kCodes = {'\0', '\0', '\0', '\0', '\0', '\0', '\0', '\0', '\t', '\t', '\n',
                                         '\0', '\0', '\n', '\0', '\0', ' ',  '\0', '\0', '\0', '\0', '\0',
                                         '\0', '\0', '\0', '\0', '\0', '\0', ' ',  ' ',  ' ',  '\t'};

/// Takes the word before the end of `text` back, and the space before that.
void kill_word(std::string& text) {
  while (!text.empty() && text.back() != ' ' && text.back() != '\n') text.pop_back();
  if (!text.empty() && text.back() == ' ') text.pop_back();
}

/// Where the escape sequence at `at` ends (ISO 2022: intermediate bytes and a final one, which name a charset).
std::size_t end_of_escape(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x2F) ++at;
  return at < text.size() && text[at] >= 0x30 && text[at] <= 0x7E ? at : at - 1;
}

/// `text` with its control characters undone; lines end in LF.
std::string without_codes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t end_of_instruction = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == kStartOfInstruction) {
      if (end_of_instruction < i) end_of_instruction = std::min(text.find(kEndOfInstruction, i), text.size());
      if (end_of_instruction < text.size() && end_of_instruction - i <= kMaxInstructionBytes) i = end_of_instruction;
    } else if (c == kKillWord) {
      kill_word(out);
    } else if (c == kEscape) {
      i = end_of_escape(text, i);
    } else if (c == '\r' && i + 1 < text.size() && (text[i + 1] == '\n' || text[i + 1] == '\r')) {
      continue;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      const char stands_for = kCodes[static_cast<unsigned char>(c)];
      if (stands_for != '\0') out += stands_for;
    } else if (c != '\x7F') {
      out += c;
    }
  }
  return out;
}

struct TextLine {
  std::string text;
  bool is_indented = false;
  bool is_marked = false;   ///< Begins with "^": stands for itself.
  bool ends_block = false;  ///< Ends with "<".
  bool ends_head = false;   ///< Ends with "=".
};

/// Takes the marks at the end of a line off: "<", "@<", "^[<", "^".
void strip_end_marks(TextLine* line) {
  std::string& text = line->text;
  for (;;) {
    while (!text.empty() && base::is_ascii_space(text.back())) text.pop_back();
    if (text.ends_with("@<")) {
      text.resize(text.size() - 2);
      line->ends_block = true;
    } else if (text.ends_with('<')) {
      text.pop_back();
      line->ends_block = true;
    } else if (text.ends_with("^[")) {
      text.resize(text.size() - 2);
    } else if (text.ends_with('^')) {
      text.pop_back();
    } else {
      break;
    }
  }
  if (text.ends_with('=') && !text.ends_with("==")) {
    text.pop_back();
    line->ends_head = true;
    while (!text.empty() && base::is_ascii_space(text.back())) text.pop_back();
  }
}

/// Quads and spaces spelt out ("<ql>") go; "``" and "''" are quotation marks, and a lone "_" a dash:
/// typesetters had no others.
std::string without_marks(std::string_view text) {
  constexpr std::array<std::string_view, 8> kSpelt = {"ql", "qc", "qr", "em", "en", "th", "tb", "qm"};
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool bracket = rest.size() >= 4 && rest[0] == '<' && rest[3] == '>';
    if (bracket && std::find(kSpelt.begin(), kSpelt.end(), base::ascii_lower(rest.substr(1, 2))) != kSpelt.end()) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      i += 3;
    } else if (rest.starts_with("``")) {
      out += "\u201C";
      ++i;
    } else if (rest.starts_with("''")) {
      out += "\u201D";
      ++i;
    } else if (rest.starts_with(" _ ")) {
      out += " \u2014 ";
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// One space between words; a tab where columns part.
std::string collapse(std::string_view text) {
  std::string out;
  for (const char c : base::trim(text)) {
    if (c == '\t') {
      while (out.ends_with(' ') || out.ends_with('\t')) out.pop_back();
      out += '\t';
    } else if (c != ' ') {
      out += c;
    } else if (!out.ends_with(' ') && !out.ends_with('\t')) {
      out += ' ';
    }
  }
  return out;
}

TextLine read_line(std::string_view raw) {
  TextLine line;
  const std::size_t begin = raw.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return line;
  line.is_indented = begin >= 2 || raw.front() == '\t';
  raw.remove_prefix(begin);
  line.is_marked = raw.front() == '^';
  while (raw.starts_with('^')) raw.remove_prefix(1);
  line.text = raw;
  strip_end_marks(&line);
  line.text = collapse(without_marks(line.text));
  return line;
}

std::vector<TextLine> read_lines(std::string_view text) {
  const std::string plain = without_codes(text);
  std::vector<TextLine> lines;
  for (const std::string_view raw : base::split(plain, '\n')) lines.push_back(read_line(raw));
  return lines;
}

/// How many of `lines` stand in front of the report.
std::size_t count_head(const std::vector<TextLine>& lines, bool is_iptc) {
  std::size_t head = 0;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < lines.size() && seen < kMaxHeadLines; ++i) {
    if (lines[i].text.empty()) continue;
    ++seen;
    if (lines[i].is_marked) {
      head = i + 1;
    } else if (is_iptc && lines[i].ends_head) {
      return i + 1;
    } else if (!is_iptc) {
      break;
    }
  }
  return head;
}

/// How paragraphs are told apart in `lines`.
enum class Layout {
  kLines,   ///< Each line is one: a table, or lines too long for a teleprinter.
  kSpaced,  ///< By an indent or an empty line.
  kSolid,   ///< By nothing: a line that is too short to have been broken ends one.
};

Layout layout_of(const std::vector<TextLine>& lines, std::size_t first, bool is_tabular, std::size_t* width) {
  bool spaced = false;
  bool seen = false;
  bool blank = false;
  for (std::size_t i = first; i < lines.size(); ++i) {
    *width = std::max(*width, lines[i].text.size());
    blank = blank || (seen && lines[i].text.empty());
    if (lines[i].text.empty()) continue;
    spaced = spaced || lines[i].is_indented || lines[i].ends_block || blank;
    seen = true;
  }
  if (is_tabular || *width > kMaxWrappedBytes) return Layout::kLines;
  return spaced ? Layout::kSpaced : Layout::kSolid;
}

/// True when `line` goes on with the paragraph that ends with `before`.
bool goes_on(const TextLine& before, const TextLine& line, Layout layout, std::size_t width) {
  if (layout == Layout::kLines || before.text.empty() || before.ends_block || before.is_marked) return false;
  if (line.is_marked || line.is_indented) return false;
  if (line.text.find('\t') != std::string::npos || before.text.find('\t') != std::string::npos) return false;
  if (layout == Layout::kSpaced) return true;
  return before.text.size() + 1 + std::min(line.text.find(' '), line.text.size()) > width;
}

}  // namespace

WireBody read_wire_body(std::string_view text, const WireHeader& header) {
  const std::vector<TextLine> lines = read_lines(text);
  WireBody body;
  const std::size_t head = count_head(lines, header.is_iptc);
  for (std::size_t i = 0; i < head; ++i) {
    if (!lines[i].text.empty()) body.head.push_back(base::collapse_whitespace(lines[i].text));
  }
  std::size_t width = 0;
  const Layout layout = layout_of(lines, head, header.is_tabular, &width);
  const TextLine none;
  const TextLine* before = &none;
  for (std::size_t i = head; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    if (!line.text.empty()) {
      if (goes_on(*before, line, layout, width) && !body.paragraphs.empty()) {
        body.paragraphs.back() += ' ' + line.text;
      } else {
        body.paragraphs.push_back(line.text);
      }
    }
    before = &line;
  }
  return body;
}

}  // namespace dateline::formats
