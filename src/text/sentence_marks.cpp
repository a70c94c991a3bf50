#include "text/sentence_marks.h"

#include <array>

#include "base/strings.h"
#include "text/characters.h"

namespace dateline::text {
namespace {

// Bytes that can begin a mark: the ASCII ones and the lead bytes of the others.
constexpr std::array<bool, 256> make_leads() {
  std::array<bool, 256> leads{};
  for (const unsigned c : {'.' + 0u, '!' + 0u, '?' + 0u, '\n' + 0u}) leads[c] = true;
  for (const unsigned c : {0xD8u, 0xDBu, 0xDCu, 0xD6u, 0xE0u, 0xE1u, 0xE2u, 0xE3u, 0xEFu}) leads[c] = true;
  return leads;
}
constexpr std::array<bool, 256> kLeads = make_leads();

bool is_one_of(std::u32string_view marks, char32_t code) {
  return marks.find(code) != std::u32string_view::npos;
}

Mark wide_mark(char32_t code) {
  // Ideographic and full-width, Arabic, Urdu, Syriac, Armenian, Devanagari, Burmese, Ethiopic and Khmer stops.
  constexpr std::u32string_view kWide =
      U"\u3002\uFF61\uFF0E\uFF01\uFF1F\u061F\u06D4\u0700\u0589\u0964\u0965\u104A\u104B\u1362\u1367\u17D4\u17D5";
  if (code == 0x2026) return Mark::kEllipsis;
  if (code == 0x2028 || code == 0x2029) return Mark::kLine;
  if (is_one_of(U"\u203C\u203D\u2047\u2048\u2049", code)) return Mark::kBang;
  if (is_one_of(U"\u2022\u2023\u25AA\u25A0\u25CF\u25E6", code)) return Mark::kBullet;
  return is_one_of(kWide, code) ? Mark::kWide : Mark::kNone;
}

// What a straight or typographic mark right after a stop is.
enum class Closer { kNone, kQuote, kBracket };

Closer closer_of(std::string_view text, const Char& c, bool in_quotes) {
  if (is_one_of(U")]}）】〕", c.code)) return Closer::kBracket;
  if (is_one_of(U"\u201D»›」』》〉＂", c.code)) return Closer::kQuote;
  // Straight marks and the apostrophe may be either; “ ‘ « ‹ close in German and open in English.
  if (!is_one_of(U"\"'\u2019\u201C\u2018«‹", c.code)) return Closer::kNone;
  const bool word_follows = is_alphanumeric(class_of(char_at(text, c.end_bytes).code));
  return !word_follows || (c.code == '"' && in_quotes) ? Closer::kQuote : Closer::kNone;
}

// The end of a note number such as "[12]" at `at`, or `at`.
std::size_t skip_note(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && end - at <= 4 && base::is_ascii_digit(text[end])) ++end;
  return end > at + 1 && end < text.size() && text[end] == ']' ? end + 1 : at;
}

// French sets a space before the quotation mark that closes, and so do old wires: the end of " »" at `at`, or `at`.
std::size_t skip_spaced_quote(std::string_view text, std::size_t at, bool in_quotes) {
  const Char space = char_at(text, at);
  const Char quote = char_at(text, space.end_bytes);
  if (class_of(space.code) != CharClass::kSpace ||
      (quote.code != 0x00BB && quote.code != 0x201D && (quote.code != '"' || !in_quotes))) {
    return at;
  }
  const bool word_follows = is_alphanumeric(class_of(char_at(text, quote.end_bytes).code));
  return word_follows ? at : quote.end_bytes;
}

void count_mark(MarkRun& run, Mark mark) {
  if (mark == Mark::kStop) ++run.dots;
  if (mark == Mark::kEllipsis) run.dots += 3;
  if (mark == Mark::kBang) run.bang = true;
  if (mark == Mark::kWide) run.wide = true;
}

// ". . ." : the stop after one space, where the run already is stops alone.
bool is_spaced_dot(std::string_view text, std::size_t at, const MarkRun& run) {
  return run.dots > 0 && at + 1 < text.size() && text[at] == ' ' && text[at + 1] == '.' && text[at - 1] == '.' &&
         (at + 2 == text.size() || !base::is_ascii_digit(text[at + 2]));
}

}  // namespace

Mark mark_at(std::string_view text, std::size_t at_bytes, std::size_t* end_bytes) {
  const auto byte = static_cast<unsigned char>(text[at_bytes]);
  if (!kLeads[byte]) return Mark::kNone;
  if (byte < 0x80) {
    *end_bytes = at_bytes + 1;
    if (byte == '.') return Mark::kStop;
    return byte == '\n' ? Mark::kLine : Mark::kBang;
  }
  const Char c = char_at(text, at_bytes);
  const Mark mark = wide_mark(c.code);
  if (mark != Mark::kNone) *end_bytes = c.end_bytes;
  return mark;
}

std::size_t next_mark(std::string_view text, std::size_t from_bytes) {
  while (from_bytes < text.size() && !kLeads[static_cast<unsigned char>(text[from_bytes])]) ++from_bytes;
  return from_bytes;
}

MarkRun read_run(std::string_view text, std::size_t at_bytes, bool in_quotes) {
  MarkRun run;
  run.begin_bytes = at_bytes;
  std::size_t at = at_bytes;
  while (at < text.size()) {
    std::size_t end = at;
    const Mark mark = mark_at(text, at, &end);
    if (mark != Mark::kNone && mark != Mark::kLine && mark != Mark::kBullet) {
      count_mark(run, mark);
      at = end;
      continue;
    }
    if (is_spaced_dot(text, at, run)) {
      ++at;
      continue;
    }
    if (const std::size_t quote_end = skip_spaced_quote(text, at, in_quotes); quote_end != at) {
      run.quote_closed = true;
      at = quote_end;
      continue;
    }
    const Char c = char_at(text, at);
    if (c.code == '[') {
      const std::size_t note_end = skip_note(text, at);
      if (note_end == at) break;
      at = note_end;
      continue;
    }
    if (is_direction_mark(c.code)) {
      at = c.end_bytes;
      continue;
    }
    const Closer closer = closer_of(text, c, in_quotes);
    if (closer == Closer::kNone) break;
    if (closer == Closer::kQuote) run.quote_closed = true;
    if (closer == Closer::kBracket) run.bracket_closed = true;
    at = c.end_bytes;
  }
  run.end_bytes = at;
  return run;
}

}  // namespace dateline::text
