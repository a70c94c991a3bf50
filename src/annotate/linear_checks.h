// annotate/linear_checks.h -- how the processor time of annotate() grows with its input. For tests and fuzzers only.
#pragma once

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

#include "annotate/annotator.h"

namespace dateline::annotate {

/// Seconds of this thread's processor time that an article of `text`, a line a paragraph, takes.
inline double seconds_to_annotate(const Annotator& annotator, std::string_view text, std::string_view language) {
  news::Article article;
  article.language = language;
  article.published.instant = base::parse_instant("2013-11-02");
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) article.append_paragraph(text.substr(at, end - at), news::ParagraphKind::kParagraph);
    at = end + 1;
  }
  timespec begin{};
  timespec end{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
  annotator.annotate(article);
  news::Article* const alone = &article;
  annotator.date_articles({&alone, 1});
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
  return static_cast<double>(end.tv_sec - begin.tv_sec) + static_cast<double>(end.tv_nsec - begin.tv_nsec) * 1e-9;
}

/// How many times longer `unit` repeated to `times` times `bytes` takes than repeated to `bytes`: `times` where time is
/// linear, its square where it is quadratic. The least of some tries, so that a busy machine does not pass for a slow
/// program: as soon as one is below `enough` it is returned.
inline double growth(const Annotator& annotator, std::string_view unit, std::string_view language, std::size_t bytes,
                     std::size_t times, double enough) {
  constexpr int kTries = 4;
  std::string big;
  while (big.size() < bytes * times) big += unit;
  const std::string_view small = std::string_view(big).substr(0, bytes / unit.size() * unit.size());
  double least = 1e9;
  for (int i = 0; i < kTries && least >= enough; ++i) {
    // What is measured first must not be too short for the clock.
    const double base = std::max(seconds_to_annotate(annotator, small, language), 1e-4);
    least = std::min(least, seconds_to_annotate(annotator, big, language) / base);
  }
  return least;
}

}  // namespace dateline::annotate
