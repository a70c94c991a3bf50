// desk/byte_sources.h -- where bytes come from outside: open files and standard input.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/byte_source.h"

namespace dateline::desk {

/// Reads a descriptor; closes it at the end of its life when it owns it.
class DescriptorSource : public formats::ByteSource {
 public:
  DescriptorSource(int descriptor, bool owns) : descriptor_(descriptor), owns_(owns) {}
  ~DescriptorSource() override;
  DescriptorSource(const DescriptorSource&) = delete;
  DescriptorSource& operator=(const DescriptorSource&) = delete;

  /// Errors: as base::system_error says.
  base::Result<std::size_t> read(char* buffer, std::size_t capacity) override;

 private:
  int descriptor_;
  bool owns_;
};

/// The file at `path`, or standard input for "-".
///
/// Errors: kNotFound, kForbidden, kInvalid for a folder, kIo.
base::Result<std::unique_ptr<formats::ByteSource>> open_source(const std::string& path);

/// A source whose first bytes can be looked at before they are read.
class PeekedSource : public formats::ByteSource {
 public:
  /// Borrows `source`, which must outlive it.
  explicit PeekedSource(formats::ByteSource& source) : source_(source) {}

  /// The first `count` bytes, fewer only when the source ends before. REQUIRES: nothing has been read yet.
  base::Result<std::string_view> peek(std::size_t count);
  base::Result<std::size_t> read(char* buffer, std::size_t capacity) override;

 private:
  formats::ByteSource& source_;
  std::string head_;
  std::size_t head_used_ = 0;
};

/// Everything that `source` still has. Errors: the source's; kTooLarge past `limit_bytes`.
base::Result<std::string> read_all(formats::ByteSource& source, std::size_t limit_bytes);

}  // namespace dateline::desk
