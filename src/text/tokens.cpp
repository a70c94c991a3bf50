#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"
#include "text/characters.h"
#include "text/sentence_lexicon.h"
#include "text/unspaced_words.h"

namespace dateline::text {
namespace {

// Second halves of compounds whose first half is a name: "Tokyo-based".
constexpr std::array<std::string_view, 30> kNameSuffixes = {
    "aligned", "allied",     "appointed", "area",     "backed",   "based",    "born",      "bound", "brokered", "built",
    "bred",    "controlled", "dominated", "era",      "educated", "friendly", "funded",    "held",  "led",      "like",
    "linked",  "made",       "mediated",  "occupied", "owned",    "run",      "sponsored", "style", "trained",  "wide"};

bool is_apostrophe(char32_t code) {
  return code == '\'' || code == 0x2019 || code == 0x02BC || code == 0xFF07;
}
bool is_hyphen(char32_t code) {
  return code == '-' || code == 0x2010 || code == 0x2011;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::string_view language) : text_(text), lexicon_(SentenceLexicon::of(language)) {
    tokens_.reserve(text.size() / 5 + 8);
  }
  std::vector<Token> run();

 private:
  std::size_t take(std::size_t at, bool space);
  std::size_t take_word(std::size_t at, bool space);
  std::size_t take_possessive(std::size_t at);
  std::size_t take_number(std::size_t at, bool space);
  std::size_t take_unspaced(std::size_t at, bool space);
  std::size_t take_mark(std::size_t at, CharClass kind, bool space);
  std::size_t letters_end(std::size_t at) const;
  std::size_t acronym_end(std::size_t at) const;
  std::size_t address_end(std::size_t begin, std::size_t at) const;
  std::size_t stop_end(std::size_t begin, std::size_t end) const;
  bool joins_hyphen(std::size_t begin, std::size_t hyphen, std::size_t after) const;
  bool is_possessive(std::size_t after) const;
  CharClass class_at(std::size_t at) const { return class_of(char_at(text_, at).code); }
  char byte_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  void add(std::size_t begin, std::size_t end, TokenKind kind, bool space);

  std::string_view text_;
  const SentenceLexicon& lexicon_;
  std::vector<Token> tokens_;
};

std::vector<Token> Tokenizer::run() {
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t begin = skip_space(text_, at);
    if (begin == text_.size()) break;
    at = take(begin, begin > at);
  }
  return std::move(tokens_);
}

std::size_t Tokenizer::take(std::size_t at, bool space) {
  const Char c = char_at(text_, at);
  const CharClass kind = class_of(c.code);
  if (is_letter(kind)) return is_unspaced_script(c.code) ? take_unspaced(at, space) : take_word(at, space);
  if (kind == CharClass::kDigit) return take_number(at, space);
  return take_mark(at, kind, space);
}

void Tokenizer::add(std::size_t begin, std::size_t end, TokenKind kind, bool space) {
  Token token{{begin, end}, kind, false, false, space};
  if (kind == TokenKind::kWord) {
    int upper = 0;
    int other = 0;
    for (std::size_t at = begin; at < end && upper + other < 64;) {
      const Char c = char_at(text_, at);
      const CharClass letter = class_of(c.code);
      if (at == begin) token.capitalised = letter == CharClass::kUpper;
      upper += letter == CharClass::kUpper ? 1 : 0;
      other += letter == CharClass::kLower || letter == CharClass::kLetter ? 1 : 0;
      if (other > 0) break;
      at = c.end_bytes;
    }
    token.all_caps = upper >= 2 && other == 0;
  }
  tokens_.push_back(token);
}

// The end of the run of letters, digits, marks and low lines at `at`.
std::size_t Tokenizer::letters_end(std::size_t at) const {
  while (at < text_.size()) {
    const Char c = char_at(text_, at);
    const CharClass kind = class_of(c.code);
    if (!is_alphanumeric(kind) && kind != CharClass::kMark && c.code != '_') break;
    if (c.code >= 0x0E00 && is_unspaced_script(c.code)) break;
    at = c.end_bytes;
  }
  return at;
}

// "U.S.", "a.m.", "z.B.": the end, with the last stop where there is one; `at` when it is no acronym.
std::size_t Tokenizer::acronym_end(std::size_t at) const {
  std::size_t end = at;
  int letters = 0;
  for (std::size_t next = at; is_letter(class_at(next));) {
    const std::size_t after = char_at(text_, next).end_bytes;
    if (byte_at(after) != '.') {
      if (letters >= 1 && letters_end(next) == after) {
        end = after;
        ++letters;
      }
      break;
    }
    end = after + 1;
    next = end;
    ++letters;
  }
  return letters >= 2 ? end : at;
}

// "Booking.com", "a@b.example", "https://…", "www.a.example/b": the end of an address that the word [begin, at) opens,
// or `at`.
std::size_t Tokenizer::address_end(std::size_t begin, std::size_t at) const {
  const bool scheme = (text_.substr(at, 3) == "://" && at - begin <= 8) || text_.substr(begin, 4) == "www.";
  const bool domain = byte_at(at) == '.' && base::is_ascii_lower(byte_at(at + 1));
  const bool mail = byte_at(at) == '@' && is_alphanumeric(class_at(at + 1));
  if (!scheme && !domain && !mail) return at;
  std::size_t end = at;
  while (end < text_.size()) {
    const Char c = char_at(text_, end);
    const CharClass kind = class_of(c.code);
    const bool inside = is_alphanumeric(kind) || c.code == '.' || c.code == '-' || c.code == '@' || c.code == '_' ||
                        (scheme && kind != CharClass::kSpace && c.code < 128 && c.code != '"' && c.code != '<' &&
                         c.code != '>' && c.code != ')');
    if (!inside) break;
    end = c.end_bytes;
  }
  while (end > at && std::string_view(".,;:!?'-").find(text_[end - 1]) != std::string_view::npos) --end;
  return end;
}

// Past the stop of "Nov.", "Corp." or an initial "F."; `end` where the stop ends a sentence or may.
std::size_t Tokenizer::stop_end(std::size_t begin, std::size_t end) const {
  if (byte_at(end) != '.' || byte_at(end + 1) == '.') return end;
  const std::size_t after = end + 1;
  const bool blank = after < text_.size() && base::is_ascii_space(text_[after]);
  const CharClass next = class_at(blank ? after + 1 : after);
  const std::string_view word = text_.substr(begin, end - begin);
  if (is_letter(next) && !blank && end - begin <= kMaxListedBytes) {
    // "Ph.D."
    const std::size_t second_end = char_at(text_, after).end_bytes;
    const std::string_view both = text_.substr(begin, second_end - begin);
    if (byte_at(second_end) == '.' && lexicon_.abbreviation(both) != Abbreviation::kNone) return second_end + 1;
  }
  if (char_at(text_, begin).end_bytes == end) {
    return class_at(begin) == CharClass::kUpper && next == CharClass::kUpper ? after : end;
  }
  switch (lexicon_.abbreviation(word)) {
    case Abbreviation::kTitle:
    case Abbreviation::kOpen:
    case Abbreviation::kCompany:
    case Abbreviation::kEnd:
      return after;
    case Abbreviation::kNumber:
      return next == CharClass::kDigit ? after : end;
    case Abbreviation::kDate:
    case Abbreviation::kState:
      return after < text_.size() && (!blank || next != CharClass::kUpper) ? after : end;
    case Abbreviation::kNone:
    case Abbreviation::kBang:
      break;
  }
  return end;
}

// "e-mail", "Al-Qaeda", "F-16" and "20-year-old" are one word; "UN-backed", "Tokyo-based" and "2012-13" are not.
bool Tokenizer::joins_hyphen(std::size_t begin, std::size_t hyphen, std::size_t after) const {
  if (!is_alphanumeric(class_at(after)) || is_unspaced_script(char_at(text_, after).code)) return false;
  const std::string_view left = text_.substr(begin, hyphen - begin);
  if (std::all_of(left.begin(), left.end(), base::is_ascii_digit) && class_at(after) == CharClass::kDigit) return false;
  if (class_at(begin) != CharClass::kUpper || class_at(after) != CharClass::kLower) return true;
  const bool caps = left.size() >= 2 && std::all_of(left.begin(), left.end(), base::is_ascii_upper);
  const std::string_view right = text_.substr(after, letters_end(after) - after);
  return !caps && std::find(kNameSuffixes.begin(), kNameSuffixes.end(), right) == kNameSuffixes.end();
}

// True where "s" stands at `after` an apostrophe and ends the word.
bool Tokenizer::is_possessive(std::size_t after) const {
  if (byte_at(after) != 's' && byte_at(after) != 'S') return false;
  return letters_end(after) == after + 1;
}

std::size_t Tokenizer::take_word(std::size_t at, bool space) {
  if (const std::size_t acronym = acronym_end(at); acronym > at && byte_at(acronym) != '@') {
    add(at, acronym, TokenKind::kWord, space);
    return take_possessive(acronym);
  }
  std::size_t end = letters_end(at);
  for (;;) {
    const Char c = char_at(text_, end);
    const bool join = is_apostrophe(c.code) ? is_letter(class_at(c.end_bytes)) && !is_possessive(c.end_bytes)
                                            : is_hyphen(c.code) && joins_hyphen(at, end, c.end_bytes);
    if (!join) break;
    const std::size_t acronym = is_hyphen(c.code) ? acronym_end(c.end_bytes) : c.end_bytes;  // "pro-U.S."
    end = std::max(acronym, letters_end(c.end_bytes));
    if (acronym > c.end_bytes) break;
  }
  if (const std::size_t address = address_end(at, end); address > end) {
    add(at, address, TokenKind::kWord, space);
    return address;
  }
  end = stop_end(at, end);
  add(at, end, TokenKind::kWord, space);
  return take_possessive(end);
}

// Adds "'s" at `at` where it stands there; returns the end of what was read.
std::size_t Tokenizer::take_possessive(std::size_t at) {
  const Char mark = char_at(text_, at);
  if (!is_apostrophe(mark.code) || !is_possessive(mark.end_bytes)) return at;
  add(at, mark.end_bytes + 1, TokenKind::kWord, false);
  return mark.end_bytes + 1;
}

// "3,000", "1.5", "9:15", "20th", "1990s"; with a hyphen and letters ("20-year-old") it is a word.
std::size_t Tokenizer::take_number(std::size_t at, bool space) {
  std::size_t end = at;
  for (;;) {
    while (class_at(end) == CharClass::kDigit && end < text_.size()) end = char_at(text_, end).end_bytes;
    const char mark = byte_at(end);
    if ((mark != '.' && mark != ',' && mark != ':') || class_at(end + 1) != CharClass::kDigit) break;
    ++end;
  }
  const std::size_t letters = letters_end(end);
  end = letters;
  TokenKind kind = TokenKind::kNumber;
  while (is_hyphen(char_at(text_, end).code) && is_letter(class_at(char_at(text_, end).end_bytes)) &&
         !is_unspaced_script(char_at(text_, char_at(text_, end).end_bytes).code)) {
    end = letters_end(char_at(text_, end).end_bytes);
    kind = TokenKind::kWord;
  }
  add(at, end, kind, space);
  return end;
}

std::size_t Tokenizer::take_unspaced(std::size_t at, bool space) {
  std::size_t end = at;
  while (end < text_.size()) {
    const Char c = char_at(text_, end);
    if (!is_unspaced_script(c.code) || class_of(c.code) == CharClass::kDigit ||
        class_of(c.code) == CharClass::kPunctuation) {
      break;
    }
    end = c.end_bytes;
  }
  std::size_t begin = at;
  for (const std::size_t word_end : unspaced_word_ends(text_.substr(at, end - at))) {
    add(begin, at + word_end, TokenKind::kWord, space && begin == at);
    begin = at + word_end;
  }
  return end;
}

// A mark is a token of its own, but for rows of stops, of hyphens, and the doubled quotes of old wires (``, '').
std::size_t Tokenizer::take_mark(std::size_t at, CharClass kind, bool space) {
  const Char c = char_at(text_, at);
  std::size_t end = c.end_bytes;
  if (c.code == '.' || c.code == '-') {
    while (byte_at(end) == text_[at]) ++end;
  } else if ((c.code == '\'' || c.code == '`') && byte_at(end) == text_[at]) {
    ++end;
  }
  while (end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80 && class_at(end) == CharClass::kMark) {
    end = char_at(text_, end).end_bytes;
  }
  add(at, end, kind == CharClass::kPunctuation ? TokenKind::kPunctuation : TokenKind::kSymbol, space);
  return end;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, std::string_view language) {
  return Tokenizer(text, language).run();
}

}  // namespace dateline::text
