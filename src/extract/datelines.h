// extract/datelines.h -- the dateline at the head of a report: "TOKYO, Nov. 2 (Reuters) - ".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::extract {

struct Dateline {
  std::string text;    ///< "Nov. 2 (Bloomberg)": as printed, without the dash.
  std::string agency;  ///< "Bloomberg"; empty when there is none in brackets.
};

/// The dateline that `paragraph` begins with: a place, a day or both, perhaps an agency in brackets, and a dash.
/// Without an agency or a day the place must be in capitals ("WAYLAND - "), for a dash follows many a word.
std::optional<Dateline> find_dateline(std::string_view paragraph);

/// "Oct.", "October", "Oktober": the name of a month, perhaps shortened, in English, German or French.
bool is_month_name(std::string_view word);

}  // namespace dateline::extract
