#include "desk/byte_sources.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/files.h"

namespace dateline::desk {

using base::Error;
using base::ErrorCode;
using base::Result;

DescriptorSource::~DescriptorSource() {
  if (owns_) ::close(descriptor_);
}

Result<std::size_t> DescriptorSource::read(char* buffer, std::size_t capacity) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, buffer, capacity);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return base::system_error(errno);
  }
}

Result<std::unique_ptr<formats::ByteSource>> open_source(const std::string& path) {
  if (path == "-") return std::unique_ptr<formats::ByteSource>(new DescriptorSource(STDIN_FILENO, false));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return base::system_error(errno);
  auto source = std::make_unique<DescriptorSource>(descriptor, true);
  struct stat info {};
  if (::fstat(descriptor, &info) != 0) return base::system_error(errno);
  if (S_ISDIR(info.st_mode)) return Error{ErrorCode::kInvalid, "is a folder"};
  return std::unique_ptr<formats::ByteSource>(std::move(source));
}

Result<std::string_view> PeekedSource::peek(std::size_t count) {
  while (head_.size() < count) {
    const std::size_t had = head_.size();
    head_.resize(count);
    auto got = source_.read(head_.data() + had, count - had);
    head_.resize(had + (got.ok() ? *got : 0));
    if (!got.ok()) return got.error();
    if (*got == 0) break;
  }
  return std::string_view(head_);
}

Result<std::size_t> PeekedSource::read(char* buffer, std::size_t capacity) {
  if (head_used_ == head_.size()) return source_.read(buffer, capacity);
  const std::size_t count = std::min(capacity, head_.size() - head_used_);
  std::copy_n(head_.data() + head_used_, count, buffer);
  head_used_ += count;
  return count;
}

Result<std::string> read_all(formats::ByteSource& source, std::size_t limit_bytes) {
  std::string bytes;
  for (std::size_t step = std::size_t{1} << 16;;) {
    const std::size_t had = bytes.size();
    bytes.resize(had + step);
    auto got = source.read(bytes.data() + had, step);
    if (!got.ok()) return got.error();
    bytes.resize(had + *got);
    if (*got == 0) return bytes;
    if (bytes.size() > limit_bytes) {
      return Error{ErrorCode::kTooLarge,
                   fmt::format("larger than the limit of {} MB for one capture", limit_bytes >> 20)};
    }
  }
}

}  // namespace dateline::desk
