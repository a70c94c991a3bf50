#include <cstdint>

#include "base/clock.h"
#include "text/dates.h"
#include "text/fuzz_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view line = text::fuzz_text(data, size);
  for (const std::string_view language : {"en", "de"}) {
    const auto whole = text::parse_written_date(line, language);
    const auto found = text::find_written_date(line, language);
    // What a line is as a whole is also the first date in it.
    CHECK(!whole || found);
    for (const auto& date : {whole, found}) {
      if (!date) continue;
      const auto day = base::day_of(date->instant);
      CHECK(date->has_time_of_day || date->instant == base::Instant(day));
      const auto again = text::parse_written_date(base::format_moment(*date), language);
      CHECK(again && again->instant == date->instant && again->day() == date->day());
    }
  }
  std::size_t last = 0;
  for (const text::NamedDate& date : text::find_named_dates(line, "de")) {
    CHECK(date.span.begin_bytes >= last && date.span.begin_bytes < date.span.end_bytes);
    CHECK(date.span.end_bytes <= line.size());
    last = date.span.end_bytes;
  }
  return 0;
}
