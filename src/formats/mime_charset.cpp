// formats/mime_charset.cpp -- see mime_charset.h. A mail chooses its labels, so iconv is asked only for names of the
// table below: it would load any module that a label names.
#include "formats/mime_charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "base/strings.h"
#include "base/utf8.h"

namespace dateline::formats {
namespace {

constexpr std::size_t kBytesPerError = 100;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Label {
  std::string_view label;  ///< Lower case, '_' as '-'.
  const char* name;        ///< For iconv.
};

constexpr Label kLabels[] = {
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-3", "ISO-8859-3"},
    {"iso-8859-4", "ISO-8859-4"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-6", "ISO-8859-6"},
    {"iso-8859-7", "ISO-8859-7"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"iso-8859-9", "CP1254"},
    {"iso-8859-10", "ISO-8859-10"},
    {"iso-8859-11", "CP874"},
    {"iso-8859-13", "ISO-8859-13"},
    {"iso-8859-14", "ISO-8859-14"},
    {"iso-8859-15", "ISO-8859-15"},
    {"iso-8859-16", "ISO-8859-16"},
    {"latin2", "ISO-8859-2"},
    {"tis-620", "CP874"},
    {"windows-874", "CP874"},
    {"windows-1250", "CP1250"},
    {"windows-1251", "CP1251"},
    {"windows-1253", "CP1253"},
    {"windows-1254", "CP1254"},
    {"windows-1255", "CP1255"},
    {"windows-1256", "CP1256"},
    {"windows-1257", "CP1257"},
    {"windows-1258", "CP1258"},
    {"cp1250", "CP1250"},
    {"cp1251", "CP1251"},
    {"ibm850", "IBM850"},
    {"cp850", "IBM850"},
    {"cp866", "IBM866"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"macintosh", "MACINTOSH"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"x-gbk", "GB18030"},
    {"hz-gb-2312", "HZ-GB-2312"},
    {"big5", "BIG5-HKSCS"},
    {"big5-hkscs", "BIG5-HKSCS"},
    {"iso-2022-jp", "ISO-2022-JP-3"},
    {"iso-2022-jp-1", "ISO-2022-JP-3"},
    {"iso-2022-jp-2", "ISO-2022-JP-2"},
    {"iso-2022-jp-3", "ISO-2022-JP-3"},
    {"cp50220", "ISO-2022-JP-3"},
    {"shift-jis", "CP932"},
    {"sjis", "CP932"},
    {"x-sjis", "CP932"},
    {"windows-31j", "CP932"},
    {"cp932", "CP932"},
    {"euc-jp", "EUC-JP-MS"},
    {"iso-2022-kr", "ISO-2022-KR"},
    {"euc-kr", "CP949"},
    {"ks-c-5601-1987", "CP949"},
    {"cp949", "CP949"},
    {"utf-7", "UTF-7"},
    {"utf-16", "UTF-16"},
    {"utf-16le", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
};

const char* iconv_name(std::string_view label) {
  std::string plain = base::ascii_lower(base::trim(label));
  std::replace(plain.begin(), plain.end(), '_', '-');
  for (const Label& known : kLabels) {
    if (known.label == plain) return known.name;
  }
  return nullptr;
}

/// The index of windows-1252 (WHATWG Encoding Standard) for 0x80 to 0x9F.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    base::append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : byte);
  }
  return out;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Nothing where too much of `bytes` can't be read.
std::optional<std::string> convert(iconv_t converter, std::string_view bytes) {
  std::string out;
  std::array<char, 4096> buffer;
  std::size_t errors_left = bytes.size() / kBytesPerError + 1;
  iconv(converter, nullptr, nullptr, nullptr, nullptr);  // Back to its first shift state.
  char* in = const_cast<char*>(bytes.data());            // POSIX asks for char**, and does not write through it.
  std::size_t left = bytes.size();
  for (bool done = false; !done;) {
    done = left == 0;  // The last call gives what the converter has held back.
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t result = iconv(converter, done ? nullptr : &in, done ? nullptr : &left, &to, &room);
    const int error = errno;
    out.append(buffer.data(), buffer.size() - room);
    if (done || result != static_cast<std::size_t>(-1) || error == E2BIG) continue;
    if (errors_left-- == 0) return std::nullopt;
    out += kReplacement;
    const std::size_t step = error == EILSEQ ? 1 : left;  // Else it is cut off inside a character.
    in += step;
    left -= step;
  }
  return out;
}

}  // namespace

CharsetDecoder::~CharsetDecoder() {
  for (const auto& [name, converter] : converters_) {
    if (converter != nullptr) iconv_close(converter);
  }
}

void* CharsetDecoder::open(const char* name) {
  const auto known = converters_.find(name);
  if (known != converters_.end()) return known->second;
  iconv_t converter = iconv_open("UTF-8", name);
  if (converter == reinterpret_cast<iconv_t>(-1)) converter = nullptr;
  return converters_.emplace(name, converter).first->second;
}

std::string CharsetDecoder::to_utf8(std::string_view bytes, std::string_view label) {
  const bool ascii = is_ascii(bytes);
  if (!ascii && base::is_utf8(bytes)) return std::string(bytes);
  const char* name = iconv_name(label);
  if (name != nullptr) {
    if (void* converter = open(name)) {
      std::optional<std::string> text = convert(converter, bytes);
      // A converter may let through what UTF-8 forbids.
      if (text) return base::is_utf8(*text) ? std::move(*text) : base::mend_utf8(*text);
    }
  }
  if (ascii) return std::string(bytes);
  // Declared as UTF-8 and not quite that: cut inside a character, most often.
  const bool declared_utf8 = base::equals_ignoring_case(label, "utf-8") || base::equals_ignoring_case(label, "utf8");
  return declared_utf8 ? base::mend_utf8(bytes) : from_windows_1252(bytes);
}

}  // namespace dateline::formats
