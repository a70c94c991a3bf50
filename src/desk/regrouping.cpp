#include "desk/regrouping.h"

namespace dateline::desk {
namespace {

// Where `story` leads, in one step.
const std::string& follow(const std::map<std::string, std::string>& redirects, const std::string& story) {
  const auto lead = redirects.find(story);
  return lead == redirects.end() ? story : lead->second;
}

void replace_values(std::map<std::string, std::string>& map, const std::string& old, const std::string& value) {
  for (auto& [key, held] : map) {
    if (held == old) held = value;
  }
}

}  // namespace

void Regrouping::take(const stories::Placement& placement) {
  for (const stories::Move& move : placement.moves) moves_[move.uri] = move.story;
  for (const stories::Redirect& redirect : placement.redirects) {
    const std::string to = follow(redirects_, redirect.to);
    replace_values(moves_, redirect.from, to);
    replace_values(redirects_, redirect.from, to);
    redirects_[redirect.from] = to;
  }
}

const std::string& Regrouping::story_now(const std::string& uri, const std::string& story) const {
  const auto moved = moves_.find(uri);
  return moved != moves_.end() ? moved->second : follow(redirects_, story);
}

}  // namespace dateline::desk
