// desk/capture_sources.h -- one opened input as a stream of captures; a class for each kind of container.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "desk/intake.h"
#include "formats/byte_source.h"
#include "formats/sniff.h"
#include "news/capture.h"

namespace dateline::desk {

class CaptureSource {
 public:
  virtual ~CaptureSource() = default;
  /// The next capture, nothing at the end, or why one can't be had; after an error the next call goes on, or is at the
  /// end where nothing can follow.
  virtual base::Result<std::optional<news::Capture>> next() = 0;
};

/// Opens `bytes`, whose first bytes are of `format`, as what it is. `path` names it. Borrows `bytes`.
///
/// Errors: kInvalid ("is empty", "is a JPEG image"); kTooLarge, kIo from `bytes`.
base::Result<std::unique_ptr<CaptureSource>> open_captures(const std::string& path, formats::ByteSource& bytes,
                                                           formats::Format format, const IntakeLimits& limits);

}  // namespace dateline::desk
