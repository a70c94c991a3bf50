#include "text/charset_labels.h"

#include <unicode/ucnv.h>

#include <array>

#include "base/strings.h"

namespace dateline::text {
namespace {

struct Label {
  std::string_view label;
  std::string_view converter;
};

// Only where the standard differs from what ICU's own alias table would give.
constexpr std::array<Label, 52> kLabels = {{
    {"ansi_x3.4-1968", "windows-1252"},
    {"ascii", "windows-1252"},
    {"cp819", "windows-1252"},
    {"ibm819", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso-ir-100", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso_8859-1:1987", "windows-1252"},
    {"l1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-9", "windows-1254"},
    {"iso_8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"l5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"iso8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"dos-874", "windows-874"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"chinese", "gb18030"},
    {"csgb2312", "gb18030"},
    {"x-gbk", "gb18030"},
    {"iso-ir-58", "gb18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"ms_kanji", "windows-31j"},
    {"csshiftjis", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"korean", "windows-949"},
    {"uhc", "windows-949"},
    {"cseuckr", "windows-949"},
    {"big5", "Big5-HKSCS"},
    {"big5-hkscs", "Big5-HKSCS"},
    {"x-x-big5", "Big5-HKSCS"},
    {"unicode", "UTF-16LE"},
    {"utf-16", "UTF-16LE"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
}};

// Charsets in which ASCII bytes mean something else let markup be smuggled; ISO-2022-JP is the one the web kept.
bool is_allowed(std::string_view converter) {
  if (converter.starts_with("UTF-7") || converter == "IMAP-mailbox-name" || converter.starts_with("HZ") ||
      converter.starts_with("SCSU") || converter.starts_with("BOCU") || converter.starts_with("CESU")) {
    return false;
  }
  if (converter.starts_with("ISO_2022") || converter.starts_with("ISO-2022")) {
    return converter.find("ja") != std::string_view::npos || converter.find("JP") != std::string_view::npos;
  }
  return true;
}

bool is_ascii_superset(const std::string& converter) {
  if (converter.starts_with("UTF-") || converter.find("2022") != std::string::npos) return true;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* opened = ucnv_open(converter.c_str(), &status);
  if (U_FAILURE(status)) return false;
  constexpr std::string_view kProbe = "<a href=\"x\">09azAZ</a>";
  std::array<UChar, 64> units{};
  const std::int32_t length = ucnv_toUChars(opened, units.data(), static_cast<std::int32_t>(units.size()),
                                            kProbe.data(), static_cast<std::int32_t>(kProbe.size()), &status);
  ucnv_close(opened);
  if (U_FAILURE(status) || length != static_cast<std::int32_t>(kProbe.size())) return false;
  for (std::size_t i = 0; i < kProbe.size(); ++i) {
    if (units[i] != static_cast<UChar>(kProbe[i])) return false;
  }
  return true;
}

}  // namespace

std::string converter_for_label(std::string_view label) {
  const std::string wanted = base::ascii_lower(base::trim(label));
  if (wanted.empty() || wanted.size() > 40) return {};
  for (const Label& known : kLabels) {
    if (known.label == wanted) return std::string(known.converter);
  }
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getAlias(wanted.c_str(), 0, &status);
  if (U_FAILURE(status) || name == nullptr) return {};
  const std::string converter = name;
  return is_allowed(converter) && is_ascii_superset(converter) ? converter : std::string();
}

}  // namespace dateline::text
