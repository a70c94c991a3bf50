#include "base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace dateline::base {
namespace {

// Closes a descriptor at the end of a scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool close() {
    const bool closed = number_ < 0 || ::close(number_) == 0;
    number_ = -1;
    return closed;
  }

 private:
  int number_;
};

Result<void> write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_error(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

Error system_error(int number) {
  ErrorCode code = ErrorCode::kIo;
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      code = ErrorCode::kNotFound;
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      code = ErrorCode::kForbidden;
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      code = ErrorCode::kFull;
      break;
    case EADDRINUSE:
    case EBUSY:
      code = ErrorCode::kBusy;
      break;
    case EPIPE:
    case ECONNRESET:
      code = ErrorCode::kClosed;
      break;
    case EISDIR:
      code = ErrorCode::kInvalid;
      break;
    default:
      break;
  }
  std::string words = std::generic_category().message(number);
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return Error{code, std::move(words)};
}

Result<std::string> read_descriptor(int descriptor, std::size_t limit_bytes) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(errno);
    if (got == 0) return bytes;
    if (bytes.size() + static_cast<std::size_t>(got) > limit_bytes) {
      return Error{ErrorCode::kTooLarge, fmt::format("larger than the limit of {} MB", limit_bytes >> 20)};
    }
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return system_error(errno);
  struct stat info {};
  if (::fstat(file.number(), &info) != 0) return system_error(errno);
  if (S_ISDIR(info.st_mode)) return Error{ErrorCode::kInvalid, "is a directory"};
  const auto size_bytes = static_cast<std::size_t>(std::max<off_t>(info.st_size, 0));
  if (S_ISREG(info.st_mode) && size_bytes > limit_bytes) {
    return Error{ErrorCode::kTooLarge,
                 fmt::format("has {} MB, larger than the limit of {} MB", size_bytes >> 20, limit_bytes >> 20)};
  }
  return read_descriptor(file.number(), limit_bytes);
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path beside = path.string() + ".part";
  Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.number() < 0) return system_error(errno);
  Result<void> result = write_all(file.number(), bytes);
  if (result.ok() && ::fsync(file.number()) != 0) result = system_error(errno);
  if (!file.close() && result.ok()) result = system_error(errno);
  if (result.ok() && ::rename(beside.c_str(), path.c_str()) != 0) result = system_error(errno);
  if (!result.ok()) ::unlink(beside.c_str());
  return result;
}

}  // namespace dateline::base
