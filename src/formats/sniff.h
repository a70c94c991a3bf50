// formats/sniff.h -- what a heap of bytes is, by content alone.
#pragma once

#include <string_view>

namespace dateline::formats {

enum class Format { kEmpty, kHtml, kPlainText, kFeed, kWarc, kGzip, kJsonLines, kImage, kPdf, kArchive, kBinary };

/// Looks at the first 4096 bytes at most.
Format sniff(std::string_view bytes);

/// "a JPEG image", "a PDF", "a ZIP archive", "binary data": for messages. Views a constant.
std::string_view describe(std::string_view bytes);

}  // namespace dateline::formats
