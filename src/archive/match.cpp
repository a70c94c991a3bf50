#include "archive/match.h"

#include <cstddef>

#include "base/utf8.h"

namespace dateline::archive {
namespace {

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B);
}

bool is_quotation_mark(char32_t c) {
  return c == U'"' || c == U'\u201C' || c == U'\u201D' || c == U'\u201E' || c == U'\u00AB' || c == U'\u00BB';
}

bool is_minus(char32_t c) {
  return c == U'-' || c == U'\u2212';
}

// A term without a letter or digit would be an empty phrase. Every character beyond ASCII that is not plainly
// punctuation counts as a letter: the index, which knows better, drops what it does not.
bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) &&
         c != 0xFFFD;
}

/// Splits a query into terms, one next() at a time.
class Terms {
 public:
  explicit Terms(std::string_view words) : words_(words) {}

  struct Term {
    std::string text;
    bool excluded = false;
  };

  /// False at the end.
  bool next(Term& term) {
    term = {};
    char32_t c = skip_space();
    if (c == 0) return false;
    while (is_minus(c)) {
      term.excluded = true;
      c = take();
    }
    if (is_quotation_mark(c)) {
      for (c = take(); c != 0 && !is_quotation_mark(c); c = take()) base::append_utf8(term.text, c);
    } else {
      for (; c != 0 && !is_space(c); c = take()) {
        if (is_quotation_mark(c)) {
          offset_bytes_ = before_bytes_;
          break;
        }
        base::append_utf8(term.text, c);
      }
    }
    return true;
  }

 private:
  // The next character, or 0 at the end; NUL and other control characters come out as spaces.
  char32_t take() {
    before_bytes_ = offset_bytes_;
    if (offset_bytes_ >= words_.size()) return 0;
    const char32_t c = base::next_code_point(words_, &offset_bytes_);
    return is_space(c) ? U' ' : c;
  }

  char32_t skip_space() {
    char32_t c = take();
    while (c == U' ') c = take();
    return c;
  }

  std::string_view words_;
  std::size_t offset_bytes_ = 0;
  std::size_t before_bytes_ = 0;
};

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_word_character(base::next_code_point(text, &at))) return true;
  }
  return false;
}

}  // namespace

std::string match_expression(std::string_view words) {
  std::string wanted;
  std::string unwanted;
  Terms terms(base::utf8_prefix(words, kMaxQueryBytes));
  Terms::Term term;
  for (std::size_t count = 0; count < kMaxQueryTerms && terms.next(term);) {
    if (!has_word(term.text)) continue;
    ++count;
    // The text holds no quotation mark, so that it cannot end the FTS5 string early. Words without an operator
    // between them must all occur, and bind closer than NOT.
    if (term.excluded) {
      unwanted += " NOT \"" + term.text + '"';
    } else {
      wanted += (wanted.empty() ? "\"" : " \"") + term.text + '"';
    }
  }
  return wanted.empty() ? std::string() : wanted + unwanted;
}

}  // namespace dateline::archive
