// formats/mime_charset.h -- inside the room: the charsets that mails declare, to UTF-8, through the system's iconv.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace dateline::formats {

/// Keeps the converters that it has opened: opening one costs more than a header does to convert.
///
/// Threads: one at a time.
class CharsetDecoder {
 public:
  CharsetDecoder() = default;
  CharsetDecoder(const CharsetDecoder&) = delete;
  CharsetDecoder& operator=(const CharsetDecoder&) = delete;
  ~CharsetDecoder();

  /// `bytes` as well-formed UTF-8. In this order: UTF-8 where the bytes are that and not ASCII alone; `label` as the
  /// mail declares it; windows-1252. A charset that cannot read more than one byte in a hundred is not believed.
  /// "iso-8859-1", "us-ascii" and the East Asian ones mean the larger sets of the WHATWG Encoding Standard.
  std::string to_utf8(std::string_view bytes, std::string_view label);

 private:
  void* open(const char* name);

  std::map<std::string, void*, std::less<>> converters_;  ///< By iconv's name; nullptr where the system has none.
};

}  // namespace dateline::formats
