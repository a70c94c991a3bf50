// stories/test_newsroom.h -- reports of invented events, as many as a test wants. For tests only.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "endless_stream.h"
#include "stories/grouper.h"

namespace dateline::stories::testing {

/// Reports of invented events by number; equal numbers, the same event.
class Newsroom {
 public:
  /// Report `report` of event `event`, `days` after the event's first, knowing its stage `stage`.
  news::Article report(std::uint64_t event, std::uint64_t report, int days = 0, std::uint32_t stage = 0) const {
    bench::EventPlan plan;
    plan.seed = plan.pattern = plan.cast = bench::mix(event, 77);
    plan.topic = static_cast<std::uint32_t>(event % bench::World::kTopics);
    plan.day = kDay;
    plan.stages = 400;
    plan.days_per_stage = 1;
    const bench::Event made(world_, plan);
    news::Article article;
    article.id = article.uri = "https://room.example/" + std::to_string(event) + "/" + std::to_string(report);
    article.outlet.name = "Outlet " + std::to_string(report % 50);
    article.language = "en";
    bench::Random random(bench::mix(event, report));
    article.headline = made.headline(stage, random, false);
    made.tell({.wording = bench::mix(event, 1000 + report), .paraphrase = 0.2, .stage = stage}, article);
    article.published.instant = base::Instant(kDay + std::chrono::days(days));
    article.published.certainty = news::Certainty::kStated;
    return article;
  }

  static constexpr base::Day kDay{std::chrono::days(19000)};

 private:
  bench::World world_{3, 40000};
};

inline const Newsroom& newsroom() {
  static const Newsroom kRoom;
  return kRoom;
}

/// A stream of its own events that makes a grouper less than new: what is rare is known, and rivals are there.
inline void warm_up(Grouper& grouper, std::size_t articles = 400) {
  for (std::size_t i = 0; i < articles; ++i)
    grouper.place(newsroom().report(5000 + i / 2, i % 2, static_cast<int>(i % 5)));
}

}  // namespace dateline::stories::testing
