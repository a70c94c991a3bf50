// news/named_days.h -- which times name a day themselves.
#pragma once

#include <string_view>

#include "news/article.h"

namespace dateline::news {

/// False for a bare "4 a.m." or "gegen 16.30 Uhr" of `text`, its article's: the day in its value was reckoned from what
/// stands around it, and may be wrong. Parts of a day ("the night") are taken at their word.
bool names_day(const Time& time, std::string_view text);

}  // namespace dateline::news
