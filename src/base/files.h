// base/files.h -- whole files in and out, with limits and errors that name the reason.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace dateline::base {

/// The bytes of the file at `path`.
///
/// Errors (messages do not repeat the path):
///   kNotFound   there is none
///   kForbidden  no permission
///   kInvalid    it is a directory
///   kTooLarge   it has more than `limit_bytes`; found before more than the limit is read
///   kIo         anything else
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes);

/// The same for an open descriptor, such as standard input, which is read to its end and not closed.
Result<std::string> read_descriptor(int descriptor, std::size_t limit_bytes);

/// Writes `bytes` to `path` so that a reader sees the old file or the new one, never half: a file beside it, synced,
/// then renamed.
///
/// Errors: kForbidden, kNotFound (no such folder), kFull, kIo. On an error the old file stands.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// The Error for `errno` value `number`: code and the system's words.
Error system_error(int number);

}  // namespace dateline::base
