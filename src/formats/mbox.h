// formats/mbox.h -- inside the room: many mails in one file (RFC 4155), each behind a line "From sender date".
#pragma once

#include <string_view>
#include <vector>

namespace dateline::formats {

/// True when `line` separates mails: "From ", a sender, and a date with a time of day and a year. A sentence of a
/// report that begins with "From" has no such end.
bool is_postmark(std::string_view line);

/// The mails of `bytes`, views into it, without their postmarks. Bytes that do not begin with a postmark are one mail.
/// A postmark inside counts only behind an empty line. At most `max_count` + 1 are given.
std::vector<std::string_view> split_mbox(std::string_view bytes, std::size_t max_count);

}  // namespace dateline::formats
