// formats/sniff.h -- what a heap of bytes is, by content alone.
#pragma once

#include <string_view>

namespace dateline::formats {

enum class Format {
  kEmpty,
  kHtml,
  kPlainText,
  kFeed,         ///< RSS, RDF, Atom
  kNewsSitemap,  ///< A sitemap, with or without news in it; or an index of them.
  kJsonFeed,
  kNinjs,
  kOtherJson,  ///< JSON of no kind that can be read.
  kNitf,
  kNewsMlG2,
  kWireText,  ///< ANPA 1312 or IPTC 7901
  kMail,      ///< A message of RFC 5322, with or without MIME; an mbox of them.
  kWarc,
  kGzip,
  kJsonLines,
  kImage,
  kPdf,
  kArchive,
  kBinary
};

/// Looks at the first 4096 bytes at most.
Format sniff(std::string_view bytes);

/// "a JPEG image", "a PDF", "a ZIP archive", "binary data": for messages. Views a constant.
std::string_view describe(std::string_view bytes);

}  // namespace dateline::formats
