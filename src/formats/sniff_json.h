// formats/sniff_json.h -- inside the room: telling kinds of JSON from each other, and from text that begins like it.
#pragma once

#include <optional>
#include <string_view>

#include "formats/sniff.h"

namespace dateline::formats {

/// What `text`, which begins with '{' or '[', is: kJsonFeed, kNinjs, kJsonLines or kOtherJson; nothing where it is no
/// JSON. `cut`: there is more behind it.
std::optional<Format> sniff_json(std::string_view text, bool cut);

}  // namespace dateline::formats
