// base/result.h -- the one way a call fails. No exception crosses a room's edge.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/check.h"

namespace dateline::base {

enum class ErrorCode {
  kInvalid,      ///< The input is not what it should be: unparsable, wrong type, out of range.
  kCorrupt,      ///< Bytes that were once right no longer are: cut off, checksum wrong, database damaged.
  kTooLarge,     ///< A stated limit was passed.
  kNotFound,     ///< No such file, row or page.
  kForbidden,    ///< The system or a policy refuses.
  kUnsupported,  ///< Recognised, and not something we read or write.
  kNewer,        ///< Written by a newer version of Dateline.
  kBusy,         ///< In use by another process: a port, a locked archive.
  kFull,         ///< No space left.
  kClosed,       ///< The other side went away.
  kIo,           ///< Any other failure of the system.
};

/// Why a call failed. `message` is one line, without a final stop, and names the place inside the input where it is
/// known ("record 3 at byte 1204: bad version line"); the caller that knows the input's name puts it in front.
struct Error {
  ErrorCode code = ErrorCode::kInvalid;
  std::string message;
};

/// A value or an Error. Move it along with DATELINE_TRY, or look with ok().
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}      // NOLINT(google-explicit-constructor): return value;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor): return Error{…};

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  /// REQUIRES: ok().
  T& value() & {
    CHECK(ok());
    return *value_;
  }
  const T& value() const& {
    CHECK(ok());
    return *value_;
  }
  T&& value() && {
    CHECK(ok());
    return std::move(*value_);
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// REQUIRES: !ok().
  const Error& error() const {
    CHECK(!ok());
    return error_;
  }

 private:
  std::optional<T> value_;
  Error error_;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor): return Error{…};

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Error& error() const {
    CHECK(!ok());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace dateline::base

#define DATELINE_CONCAT_INNER(a, b) a##b
#define DATELINE_CONCAT(a, b) DATELINE_CONCAT_INNER(a, b)

/// `DATELINE_TRY(auto tree, parse(bytes));` declares `tree`, or returns parse's Error from the enclosing function.
#define DATELINE_TRY(declaration, expression) \
  DATELINE_TRY_INNER(declaration, expression, DATELINE_CONCAT(dateline_result_, __LINE__))
#define DATELINE_TRY_INNER(declaration, expression, result) \
  auto result = (expression);                               \
  if (!result.ok()) return result.error();                  \
  declaration = std::move(result).value()

/// `DATELINE_CHECKED(archive.commit());` returns the Error of a Result<void>, or goes on.
#define DATELINE_CHECKED(expression)                                                                \
  do {                                                                                              \
    if (auto dateline_result = (expression); !dateline_result.ok()) return dateline_result.error(); \
  } while (false)
