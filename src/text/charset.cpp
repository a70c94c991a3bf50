#include "text/charset.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/strings.h"
#include "base/utf8.h"
#include "text/charset_labels.h"

namespace dateline::text {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t kNulBytes = 1024;
constexpr std::size_t kGuessBytes = std::size_t{64} << 10;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct ByteOrderMark {
  std::string_view bytes;
  const char* converter;
};

// The longer mark of UTF-32LE begins with that of UTF-16LE.
constexpr std::array<ByteOrderMark, 5> kMarks = {{{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                                  {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                                  {"\xEF\xBB\xBF", "UTF-8"},
                                                  {"\xFF\xFE", "UTF-16LE"},
                                                  {"\xFE\xFF", "UTF-16BE"}}};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  return U_SUCCESS(status) ? std::move(converter) : Converter();
}

// `bytes` through ICU, in pieces of fixed size; empty when ICU has no such converter.
std::string convert(std::string_view bytes, const char* name) {
  const Converter from = open_converter(name);
  const Converter to = open_converter("UTF-8");
  std::string out;
  if (from == nullptr || to == nullptr) return out;
  out.reserve(bytes.size() + bytes.size() / 8);
  std::array<char, std::size_t{16} << 10> buffer{};
  std::array<UChar, std::size_t{4} << 10> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* target = buffer.data();
    ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source, bytes.data() + bytes.size(),
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &status);
    out.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
  }
  return out;
}

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacement); at != std::string_view::npos; at = text.find(kReplacement, at + 3)) {
    ++count;
  }
  return count;
}

// UTF-8 with a flaw or two (cut by a capture, a stray byte in a comment): for each ill-formed byte four good sequences.
bool is_nearly_utf8(const base::Utf8Census& census) {
  return census.ill_formed == 0 || census.sequences >= 4 * census.ill_formed;
}

// UTF-16 without a mark shows in Western text as a NUL in most bytes of one parity.
const char* sniff_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kNulBytes);
  std::array<std::size_t, 2> nuls = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t half = head.size() / 2;
  if (half < 2 || bytes.size() % 2 != 0) return nullptr;
  if (nuls[1] * 10 >= half * 7 && nuls[0] == 0) return "UTF-16LE";
  return nuls[0] * 10 >= half * 7 && nuls[1] == 0 ? "UTF-16BE" : nullptr;
}

// Ill-formed bytes alone do not make text binary: they become U+FFFD, which is no control character.
bool looks_binary(const base::Utf8Census& census) {
  return census.controls * 10 > census.ascii + census.sequences + census.ill_formed;
}

Result<std::string> checked(std::string text) {
  if (looks_binary(base::take_census(text))) return Error{ErrorCode::kInvalid, "is not text"};
  return text;
}

// `bytes`, which are UTF-8 with the flaws that `census` counts, without them.
Result<std::string> mended(std::string_view bytes, const base::Utf8Census& census) {
  // Several ill-formed bytes may become one U+FFFD: what counts is what comes out.
  if (census.ill_formed != 0) return checked(base::mend_utf8(bytes));
  if (looks_binary(census)) return Error{ErrorCode::kInvalid, "is not text"};
  return std::string(bytes);
}

// uchardet's guess as an ICU converter, or windows-1252.
std::string guess_converter(std::string_view bytes) {
  const auto first_high = std::find_if(bytes.begin(), bytes.end(),
                                       [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\x1B'; });
  const auto from = static_cast<std::size_t>(first_high - bytes.begin());
  // A little plain text before the first letter of interest helps the guess; all of it would only cost time.
  const std::string_view sample = bytes.substr(from > 256 ? from - 256 : 0, kGuessBytes);
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  std::string name;
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) == 0) {
    uchardet_data_end(detector.get());
    name = uchardet_get_charset(detector.get());
  }
  std::string converter = name == "UTF-8" ? std::string() : converter_for_label(name);
  return converter.empty() || converter == "US-ASCII" ? "windows-1252" : converter;
}

// A declared charset is believed unless it cannot read much of the text: one replacement in a hundred bytes.
bool is_credible(std::string_view converted, std::size_t input_bytes) {
  return !converted.empty() && count_replacements(converted) * 100 <= input_bytes;
}

// Seven-bit charsets look like ASCII but for their escapes.
bool is_escaped(std::string_view bytes) {
  const std::size_t escape = bytes.find('\x1B');
  if (escape == std::string_view::npos) return false;
  bytes.remove_prefix(escape);
  return bytes.find("\x1B$") != std::string_view::npos || bytes.find("\x1B(J") != std::string_view::npos;
}

Result<std::string> convert_unmarked(std::string_view bytes, std::string_view declared) {
  const std::string converter = converter_for_label(declared);
  const bool wide = converter.starts_with("UTF-16") || converter.starts_with("UTF-32");
  const bool has_nul = bytes.substr(0, kNulBytes).find('\0') != std::string_view::npos;
  if (const char* sniffed = has_nul ? sniff_utf16(bytes) : nullptr; sniffed != nullptr) {
    return checked(convert(bytes, sniffed));
  }
  if (has_nul && !wide) return Error{ErrorCode::kInvalid, "is not text"};
  if (!is_escaped(bytes) && !has_nul) {
    const base::Utf8Census census = base::take_census(bytes);
    if (is_nearly_utf8(census)) return mended(bytes, census);
  }
  if (!converter.empty() && converter != "UTF-8") {
    std::string converted = convert(bytes, converter.c_str());
    if (is_credible(converted, bytes.size())) return checked(std::move(converted));
  }
  if (has_nul) return Error{ErrorCode::kInvalid, "is not text"};
  std::string guessed = convert(bytes, guess_converter(bytes).c_str());
  if (!is_credible(guessed, bytes.size())) guessed = convert(bytes, "windows-1252");
  return checked(std::move(guessed));
}

}  // namespace

Result<std::string> to_utf8(std::string_view bytes, std::string_view declared) {
  if (bytes.empty()) return std::string();
  for (const ByteOrderMark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const std::string_view rest = bytes.substr(mark.bytes.size());
    if (std::string_view(mark.converter) != "UTF-8") return checked(convert(rest, mark.converter));
    if (rest.substr(0, kNulBytes).find('\0') != std::string_view::npos)
      return Error{ErrorCode::kInvalid, "is not text"};
    return mended(rest, base::take_census(rest));
  }
  return convert_unmarked(bytes, declared);
}

}  // namespace dateline::text
