// formats/sniff.cpp -- magic numbers first, then what text looks like. The signatures are those of the WHATWG MIME
// Sniffing standard and of the formats' own specifications.
#include "formats/sniff.h"

#include <array>
#include <optional>
#include <string>

#include "base/strings.h"
#include "formats/sniff_text.h"
#include "formats/sniff_wire.h"

namespace dateline::formats {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kWindowBytes = 4096;

struct Magic {
  std::size_t offset_bytes;
  std::string_view bytes;
  Format format;
  std::string_view words;
};

constexpr Magic kMagic[] = {
    {0, "\x89PNG\r\n\x1A\n"sv, Format::kImage, "a PNG image"},
    {0, "\xFF\xD8\xFF"sv, Format::kImage, "a JPEG image"},
    {0, "GIF87a"sv, Format::kImage, "a GIF image"},
    {0, "GIF89a"sv, Format::kImage, "a GIF image"},
    {8, "WEBPVP8"sv, Format::kImage, "a WebP image"},
    {0, "II*\0"sv, Format::kImage, "a TIFF image"},
    {0, "MM\0*"sv, Format::kImage, "a TIFF image"},
    {4, "ftypavif"sv, Format::kImage, "an AVIF image"},
    {4, "ftypheic"sv, Format::kImage, "a HEIC image"},
    {0, "\0\0\1\0"sv, Format::kImage, "an icon"},
    {0, "%PDF-"sv, Format::kPdf, "a PDF"},
    {0, "PK\3\4"sv, Format::kArchive, "a ZIP archive"},
    {0, "PK\5\6"sv, Format::kArchive, "a ZIP archive"},
    {0, "7z\xBC\xAF\x27\x1C"sv, Format::kArchive, "a 7z archive"},
    {0, "Rar!\x1A\7"sv, Format::kArchive, "a RAR archive"},
    {0, "\xFD\x37zXZ\0"sv, Format::kArchive, "an xz file"},
    {0, "\x28\xB5\x2F\xFD"sv, Format::kArchive, "a zstd file"},
    {257, "ustar\0"sv, Format::kArchive, "a tar archive"},
    {257, "ustar  \0"sv, Format::kArchive, "a tar archive"},
    {0, "\x1F\x8B\x08"sv, Format::kGzip, "a gzip file"},
    {0, "BZh91AY&SY"sv, Format::kArchive, "a bzip2 file"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Format::kBinary, "an Office document"},
    {0, "{\\rtf"sv, Format::kBinary, "an RTF document"},
    {0, "SQLite format 3\0"sv, Format::kBinary, "an SQLite database"},
};

/// Documents that are ZIP archives, by the name of the first file in them, which stands at byte 30.
struct ZippedDocument {
  std::string_view first_file;
  std::string_view words;
};
constexpr ZippedDocument kZippedDocuments[] = {
    {"[Content_Types].xml", "an Office document"},
    {"_rels/", "an Office document"},
    {"word/", "a Word document"},
    {"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"},
    {"mimetypeapplication/epub+zip", "an EPUB"},
};

std::string_view words_for(const Magic& magic, std::string_view bytes) {
  constexpr std::size_t kNameOffsetBytes = 30;
  if (magic.bytes != "PK\3\4"sv || bytes.size() < kNameOffsetBytes) return magic.words;
  for (const ZippedDocument& document : kZippedDocuments) {
    if (bytes.substr(kNameOffsetBytes).starts_with(document.first_file)) return document.words;
  }
  return magic.words;
}

const Magic* find_magic(std::string_view bytes) {
  for (const Magic& magic : kMagic) {
    if (bytes.size() >= magic.offset_bytes && bytes.substr(magic.offset_bytes).starts_with(magic.bytes)) return &magic;
  }
  return nullptr;
}

bool is_warc(std::string_view bytes) {
  return bytes.size() > 5 && bytes.starts_with("WARC/") && base::is_ascii_digit(bytes[5]);
}

/// UTF-16 with its byte order mark as ASCII, other characters as '?'. The words of a format are all ASCII.
std::optional<std::string> narrow_utf16(std::string_view bytes) {
  const bool little = bytes.starts_with("\xFF\xFE");
  if (!little && !bytes.starts_with("\xFE\xFF")) return std::nullopt;
  std::string narrow;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    const char low = little ? bytes[i] : bytes[i + 1];
    const char high = little ? bytes[i + 1] : bytes[i];
    const bool ascii = high == '\0' && static_cast<unsigned char>(low) < 0x80;
    narrow += ascii ? low : '?';
  }
  return narrow;
}

/// NUL never stands in text, and other controls do so seldom.
bool is_binary(std::string_view bytes) {
  std::size_t controls = 0;
  for (const char c : bytes) {
    if (c == '\0') return true;
    const bool control =
        (static_cast<unsigned char>(c) < 0x20 && !base::is_ascii_space(c) && c != '\x1B') || c == '\x7F';
    controls += control ? 1 : 0;
  }
  return controls * 10 > bytes.size();
}

}  // namespace

Format sniff(std::string_view bytes) {
  const bool cut = bytes.size() > kWindowBytes;
  bytes = bytes.substr(0, kWindowBytes);
  if (const Magic* magic = find_magic(bytes)) return magic->format;
  if (is_warc(bytes)) return Format::kWarc;
  if (const std::optional<std::string> narrow = narrow_utf16(bytes)) {
    return is_binary(*narrow) ? Format::kBinary : sniff_text(*narrow, cut);
  }
  if (is_wire_text(bytes)) return Format::kWireText;
  if (is_binary(bytes)) return Format::kBinary;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return sniff_text(bytes, cut);
}

std::string_view describe(std::string_view bytes) {
  if (const Magic* magic = find_magic(bytes)) return words_for(*magic, bytes);
  switch (sniff(bytes)) {
    case Format::kEmpty:
      return "empty";
    case Format::kHtml:
      return "an HTML page";
    case Format::kPlainText:
      return "plain text";
    case Format::kFeed:
      return "a feed";
    case Format::kNewsSitemap:
      return "a sitemap";
    case Format::kJsonFeed:
      return "a JSON Feed";
    case Format::kNinjs:
      return "a ninjs item";
    case Format::kOtherJson:
      return "a JSON document of no kind that Dateline reads";
    case Format::kNitf:
      return "an NITF document";
    case Format::kNewsMlG2:
      return "a NewsML-G2 document";
    case Format::kWireText:
      return "a wire message";
    case Format::kMail:
      return "a mail";
    case Format::kWarc:
      return "a WARC file";
    case Format::kGzip:
      return "a gzip file";
    case Format::kJsonLines:
      return "JSON Lines";
    case Format::kImage:
      return "an image";
    case Format::kPdf:
      return "a PDF";
    case Format::kArchive:
      return "an archive";
    case Format::kBinary:
      break;
  }
  return "binary data";
}

}  // namespace dateline::formats
