#include "desk/regrouping.h"

#include <utility>

namespace dateline::desk {

void Regrouping::take(const stories::Placement& placement) {
  for (const stories::Move& move : placement.moves) moves_[move.uri] = move.story;
  for (const stories::Redirect& redirect : placement.redirects) {
    std::string to = follow(redirect.to);
    // So that no lead ever comes round to its beginning.
    if (to != redirect.from) redirects_.insert_or_assign(redirect.from, std::move(to));
  }
}

const std::string& Regrouping::story_now(const std::string& uri, const std::string& story) const {
  const auto moved = moves_.find(uri);
  return follow(moved != moves_.end() ? moved->second : story);
}

std::map<std::string, std::string> Regrouping::moves() const {
  std::map<std::string, std::string> now;
  for (const auto& [uri, story] : moves_) now.emplace_hint(now.end(), uri, follow(story));
  return now;
}

std::map<std::string, std::string> Regrouping::redirects() const {
  std::map<std::string, std::string> now;
  for (const auto& [from, to] : redirects_) now.emplace_hint(now.end(), from, follow(to));
  return now;
}

// Path halving: Tarjan and van Leeuwen 1984.
const std::string& Regrouping::follow(const std::string& story) const {
  auto lead = redirects_.find(story);
  if (lead == redirects_.end()) return story;
  for (;;) {
    const auto next = redirects_.find(lead->second);
    if (next == redirects_.end()) return lead->second;
    const auto after = redirects_.find(next->second);
    if (after == redirects_.end()) return next->second;
    lead->second = next->second;
    lead = after;
  }
}

}  // namespace dateline::desk
