#include "text/words.h"

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <unordered_set>

#include "base/embedded.h"
#include "base/strings.h"
#include "text/characters.h"

DATELINE_EMBEDDED(stopwords_en, en_stopwords_txt)
DATELINE_EMBEDDED(stopwords_de, de_stopwords_txt)

namespace dateline::text {
namespace {

// Letters that are Latin but do not decompose into a base letter and a mark, and marks with a plain form.
struct SpecialFold {
  std::u32string_view codes;
  std::string_view folded;
};
constexpr std::array<SpecialFold, 13> kSpecialFolds = {{{U"ßẞ", "ss"},
                                                        {U"Ææ", "ae"},
                                                        {U"Œœ", "oe"},
                                                        {U"Øø", "o"},
                                                        {U"ÐðĐđ", "d"},
                                                        {U"Þþ", "th"},
                                                        {U"Ħħ", "h"},
                                                        {U"\u0130\u0131", "i"},
                                                        {U"Łł", "l"},
                                                        {U"Ёё", "е"},
                                                        {U"\u2018\u2019\u201B\u02BC\u02BB\u2032\uFF07", "'"},
                                                        {U"\u201C\u201D\u201E«»", "\""},
                                                        {U"\u2010\u2011\u2012\u2013\u2212", "-"}}};

std::string_view special_fold(char32_t code) {
  if (code == 0x00A0 || code == 0x202F || code == 0x3000) return " ";
  for (const SpecialFold& special : kSpecialFolds) {
    if (special.codes.find(code) != std::u32string_view::npos) return special.folded;
  }
  return {};
}

bool is_dropped(char32_t code) {
  return code == 0x00AD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF;
}

// Latin and Greek lose their marks; elsewhere a mark can make another letter (й, が).
bool loses_marks(char32_t code) {
  return code < 0x0250 || (code >= 0x0370 && code <= 0x03FF) || (code >= 0x1E00 && code <= 0x1FFF);
}

const UNormalizer2* nfc() {
  static const UNormalizer2* const kInstance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return unorm2_getNFCInstance(&status);
  }();
  return kInstance;
}

const UNormalizer2* nfkc() {
  static const UNormalizer2* const kInstance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return unorm2_getNFKCInstance(&status);
  }();
  return kInstance;
}

void append_folded(std::string& out, char32_t code) {
  const auto folded = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(code), U_FOLD_CASE_DEFAULT));
  if (const std::string_view special = special_fold(folded); !special.empty()) {
    out.append(special);
  } else {
    base::append_utf8(out, folded);
  }
}

// A mark that came by itself: dropped from Latin and Greek, else composed with the letter before it where one exists.
void fold_mark(std::string& out, char32_t mark) {
  const bool common = mark >= 0x0300 && mark <= 0x036F;
  if (out.empty()) {
    if (!common) base::append_utf8(out, mark);
    return;
  }
  const std::size_t begin = char_before(out, out.size());
  const char32_t letter = char_at(out, begin).code;
  if (loses_marks(letter) && common) return;
  const UChar32 composed = unorm2_composePair(nfc(), static_cast<UChar32>(letter), static_cast<UChar32>(mark));
  if (composed < 0) return base::append_utf8(out, mark);
  out.resize(begin);
  append_folded(out, static_cast<char32_t>(composed));
}

// One code point, decomposed where that takes its marks or its width off.
void fold_decomposed(std::string& out, char32_t code) {
  // Folded first, for signs that fold to letters with marks (the angstrom sign).
  code = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(code), U_FOLD_CASE_DEFAULT));
  const bool wide = (code >= 0xFF00 && code <= 0xFFEF) || (code >= 0xFB00 && code <= 0xFB06);
  if (!wide && !loses_marks(code)) return append_folded(out, code);
  std::array<UChar, 32> parts{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length = unorm2_getDecomposition(wide ? nfkc() : nfc(), static_cast<UChar32>(code), parts.data(),
                                                      static_cast<std::int32_t>(parts.size()), &status);
  if (U_FAILURE(status) || length <= 0) return append_folded(out, code);
  for (std::int32_t at = 0; at < length;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), at, length, part);
    const bool mark = u_charType(part) == U_NON_SPACING_MARK;
    if (wide && mark) fold_mark(out, static_cast<char32_t>(part));
    if (!mark) append_folded(out, static_cast<char32_t>(part));
  }
}

void fold_wide(std::string& out, char32_t code) {
  if (is_dropped(code)) return;
  if (const std::string_view special = special_fold(code); !special.empty()) {
    out.append(special);
  } else if (class_of(code) == CharClass::kMark || (code >= 0x1100 && code <= 0x11FF)) {
    fold_mark(out, code);  // The range is Hangul written letter by letter.
  } else {
    fold_decomposed(out, code);
  }
}

using WordSet = std::unordered_set<std::string>;

WordSet read_stop_words(std::string_view file) {
  WordSet words;
  for (std::string_view line : base::split(file, '\n')) {
    line = line.substr(0, line.find('#'));
    for (const std::string_view word : base::split_words(line)) words.insert(fold(word));
  }
  return words;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.resize(text.size());
  std::size_t at = 0;
  for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at)
    out[at] = base::to_ascii_lower(text[at]);
  out.resize(at);
  while (at < text.size()) {
    const Char c = char_at(text, at);
    if (c.code < 0x80) {
      out.push_back(base::to_ascii_lower(text[at]));
    } else {
      fold_wide(out, c.code);
    }
    at = c.end_bytes;
  }
  return out;
}

bool is_stop_word(std::string_view folded, std::string_view language) {
  static const WordSet english = read_stop_words(stopwords_en());
  static const WordSet german = read_stop_words(stopwords_de());
  const bool known = language == "en" || language == "de";
  if (!known || folded.size() > 15) return false;
  // 15 bytes fit std::string without an allocation; no listed word is longer.
  return (language == "en" ? english : german).contains(std::string(folded));
}

struct Stemmer::Impl {
  explicit Impl(const char* algorithm) : stemmer(sb_stemmer_new(algorithm, "UTF_8")) {}
  ~Impl() {
    if (stemmer != nullptr) sb_stemmer_delete(stemmer);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  sb_stemmer* stemmer;
};

Stemmer::Stemmer(std::string_view language) : impl_(std::make_unique<Impl>(std::string(language).c_str())) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view folded) {
  constexpr std::size_t kLongestBytes = 64;  // longer ones are not words
  if (impl_ == nullptr || impl_->stemmer == nullptr || folded.size() > kLongestBytes) return folded;
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* stem = sb_stemmer_stem(impl_->stemmer, bytes, static_cast<int>(folded.size()));
  if (stem == nullptr) return folded;
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(impl_->stemmer))};
}

}  // namespace dateline::text
