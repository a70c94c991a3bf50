// text/written_times.h -- times of day and zones among the items of a written date. Inside the room only.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>

#include "text/written_date_items.h"

namespace dateline::text {

struct WrittenTime {
  std::chrono::seconds since_midnight{0};  ///< Local; may be a whole day for "24:00".
  std::optional<ZoneName> zone;
  std::size_t end = 0;  ///< The item after it.
};

/// The time of day that begins at item `at`: "09:15", "9:15:30 AM EDT", "9 a.m.", "09.15 Uhr", "15h30", "1421 GMT",
/// "091500Z", "9時15分". `marked` says that something before it ("at", "T") shows that a time is to come, which "9.15"
/// and "0915" need.
std::optional<WrittenTime> read_time(std::span<const DateItem> items, std::size_t at, bool marked);

}  // namespace dateline::text
