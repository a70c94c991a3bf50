// annotate/calendar_times.h -- the days in a document of a language whose grammar of time is not known here.
#pragma once

#include <vector>

#include "annotate/calendar_words.h"
#include "annotate/document.h"
#include "annotate/time_expression.h"

namespace dateline::annotate {

/// Weekdays, days with their month, months with their year, and dates in figures ("2025-03-05"; "05.03.2025" and
/// "5/3/2025" day first). In order, without overlaps, in linear time. A weekday or a day without a year lies ahead when
/// its sentence has a word of `words` that tells what is to come, else behind.
std::vector<TimeExpression> find_calendar_times(const Document& document, const CalendarWords::Words& words);

}  // namespace dateline::annotate
