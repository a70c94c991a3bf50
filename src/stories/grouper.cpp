#include "stories/grouper.h"

#include <utility>

#include "stories/imprint.h"
#include "stories/newsroom.h"

namespace dateline::stories {

struct Grouper::State {
  explicit State(std::size_t capacity) : newsroom(capacity) {}

  void take_over(LiveArticle article, Sketch sketch, std::string_view story) {
    const ArticleNumber number = newsroom.take(newsroom.look_up(std::move(article), std::move(sketch)));
    newsroom.put(number, story);
  }

  Newsroom newsroom;
};

Grouper::Grouper(std::size_t capacity) : state_(std::make_unique<State>(capacity)) {}
Grouper::~Grouper() = default;
Grouper::Grouper(Grouper&&) noexcept = default;
Grouper& Grouper::operator=(Grouper&&) noexcept = default;

Placement Grouper::place(const news::Article& article, Explanation* explanation) {
  Newsroom& newsroom = state_->newsroom;
  Sketch sketch;
  LiveArticle live = newsroom.read(article, sketch);
  Placement placement;
  placement.imprint = to_imprint(live.profile, sketch);
  Arrival arrival = newsroom.look_up(std::move(live), std::move(sketch));
  const auto earlier = arrival.earlier;
  const auto original = arrival.original;
  const std::vector<Neighbour> candidates = arrival.candidates;
  const ArticleNumber number = newsroom.take(std::move(arrival));
  if (earlier) {
    newsroom.join(number, newsroom.story_of(*earlier), candidates, placement);
    if (original && newsroom.story_of(*original) == newsroom.story_of(*earlier)) {
      placement.duplicate_of = std::string(newsroom.uri_of(*original));
    }
  } else if (original) {
    newsroom.join(number, newsroom.story_of(*original), candidates, placement);
    placement.duplicate_of = std::string(newsroom.uri_of(*original));
  } else {
    newsroom.decide(number, candidates, placement, explanation);
  }
  return placement;
}

std::string Grouper::restore(const news::Article& article, std::string_view story) {
  Sketch sketch;
  LiveArticle live = state_->newsroom.read(article, sketch);
  std::string imprint = to_imprint(live.profile, sketch);
  state_->take_over(std::move(live), std::move(sketch), story);
  return imprint;
}

bool Grouper::restore(std::string_view uri, std::string_view imprint, std::string_view story) {
  std::optional<Imprint> held = from_imprint(imprint);
  if (!held) return false;
  state_->take_over({.uri = ExactArray<char>(uri), .profile = std::move(held->profile)}, std::move(held->sketch),
                    story);
  return true;
}

}  // namespace dateline::stories
