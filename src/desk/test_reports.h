// desk/test_reports.h -- what the room's tests share: a clock that stands, and annotated reports of one fire at sea.
#pragma once

#include <string>
#include <vector>

#include "annotate/annotator.h"
#include "base/clock.h"
#include "news/article.h"

namespace dateline::desk::testing {

class FixedClock : public base::Clock {
 public:
  base::Instant now() const override { return *base::parse_instant("2025-03-06T08:00:00Z"); }
};

inline const annotate::Annotator& annotator() {
  static const annotate::Annotator instance;
  return instance;
}

/// Undated where `day` is empty.
inline news::Article report(const std::string& uri, const std::string& day,
                            const std::vector<std::string>& paragraphs) {
  news::Article article;
  article.id = article.uri = uri;
  article.outlet.name = "Outlet of " + uri;
  article.headline = "Headline of " + uri;
  if (!day.empty()) {
    article.published.instant = base::parse_instant(day);
    article.published.certainty = news::Certainty::kStated;
  }
  for (const std::string& text : paragraphs) article.append_paragraph(text, news::ParagraphKind::kParagraph);
  annotator().annotate(article);
  return article;
}

inline news::Article tanker(const std::string& day = "2025-03-04") {
  return report(
      "u:1", day,
      {"The tanker Solveig Marie caught fire off Tromso on Tuesday, and the Norwegian coast guard rescued 18 crew.",
       "The fire aboard the Solveig Marie began in the engine room, the coast guard in Tromso said."});
}

inline news::Article follow_up() {
  return report(
      "u:3", "2025-03-05",
      {"Divers recovered the body of a third crewman of the Solveig Marie off Tromso on Wednesday, the Norwegian "
       "coast guard said.",
       "The tanker Solveig Marie caught fire off Tromso on Tuesday with 21 crew aboard."});
}

}  // namespace dateline::desk::testing
