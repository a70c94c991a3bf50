#include "stories/grouper.h"

#include "stories/newsroom.h"

namespace dateline::stories {

Grouper::Grouper(std::size_t capacity) : newsroom_(std::make_unique<Newsroom>(capacity)) {}
Grouper::~Grouper() = default;
Grouper::Grouper(Grouper&&) noexcept = default;
Grouper& Grouper::operator=(Grouper&&) noexcept = default;

Placement Grouper::place(const news::Article& article, Explanation* explanation) {
  return newsroom_->place(article, explanation);
}

std::string Grouper::restore(const news::Article& article, std::string_view story) {
  return newsroom_->restore(article, story);
}

bool Grouper::restore(std::string_view uri, std::string_view imprint, std::string_view story) {
  return newsroom_->restore(uri, imprint, story);
}

}  // namespace dateline::stories
