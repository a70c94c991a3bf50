// base/counted.h -- numbers with their nouns, for messages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::base {

/// "1 report", "1,234 reports", "2 stories": an English noun in the number that fits.
std::string counted(std::size_t number, std::string_view noun);

}  // namespace dateline::base
