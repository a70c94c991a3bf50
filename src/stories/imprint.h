// stories/imprint.h -- a profile and a sketch as bytes: what the archive keeps, so that a start need not read every
// article again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "stories/profile.h"

namespace dateline::stories {

/// A byte with the version, then the fields of Profile in order and the sketch, numbers with the lowest byte first; the
/// same on every machine. At most 600 bytes.
std::string to_imprint(const Profile& profile, const Sketch& sketch);

struct Imprint {
  Profile profile;
  Sketch sketch;
};

/// Nothing when the bytes are none of this version's, cut off, or hold what no profile can.
std::optional<Imprint> from_imprint(std::string_view bytes);

}  // namespace dateline::stories
