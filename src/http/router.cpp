#include "http/router.h"

#include <algorithm>

#include "base/check.h"
#include "base/strings.h"
#include "http/answer.h"

namespace dateline::http {

std::string_view PathParameters::operator[](std::string_view name) const {
  for (const auto& [key, value] : values_) {
    if (key == name) return value;
  }
  return {};
}

void Router::add(std::string_view pattern, Handler handler) {
  CHECK(pattern.starts_with('/'));
  Route route;
  route.handler = std::move(handler);
  for (std::string_view part : base::split(pattern.substr(1), '/')) {
    Segment segment;
    if (part.starts_with('{') && part.ends_with('}')) {
      part = part.substr(1, part.size() - 2);
      segment.kind = part.ends_with('*') ? Segment::Kind::kRest : Segment::Kind::kOne;
      if (segment.kind == Segment::Kind::kRest) part.remove_suffix(1);
    }
    CHECK(route.segments.empty() || route.segments.back().kind != Segment::Kind::kRest);
    segment.text = part;
    route.segments.push_back(std::move(segment));
  }
  const auto more_exact = [](const Route& a, const Route& b) {
    return std::lexicographical_compare(a.segments.begin(), a.segments.end(), b.segments.begin(), b.segments.end(),
                                        [](const Segment& x, const Segment& y) { return x.kind < y.kind; });
  };
  routes_.insert(std::upper_bound(routes_.begin(), routes_.end(), route, more_exact), std::move(route));
}

void Router::on_not_found(std::function<Response(const Request&)> handler) {
  not_found_ = std::move(handler);
}

bool Router::fits(const Route& route, const std::vector<std::string_view>& path, std::string_view whole,
                  PathParameters& parameters) {
  for (std::size_t i = 0; i < route.segments.size(); ++i) {
    const Segment& segment = route.segments[i];
    if (i >= path.size()) return false;
    if (segment.kind == Segment::Kind::kRest) {
      const auto rest = whole.substr(static_cast<std::size_t>(path[i].data() - whole.data()));
      if (!rest.empty()) parameters.values_.emplace_back(segment.text, rest);
      return !rest.empty();
    }
    if (segment.kind == Segment::Kind::kExact && segment.text != path[i]) return false;
    if (segment.kind == Segment::Kind::kOne) {
      if (path[i].empty()) return false;
      parameters.values_.emplace_back(segment.text, path[i]);
    }
  }
  return route.segments.size() == path.size();
}

Response Router::answer(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") return error_answer(405);
  const std::string_view whole = request.path;
  const auto path = base::split(whole.substr(std::min<std::size_t>(1, whole.size())), '/');
  for (const Route& route : routes_) {
    PathParameters parameters;
    if (fits(route, path, whole, parameters)) return route.handler(request, parameters);
  }
  if (!not_found_) return error_answer(404);
  Response response = not_found_(request);
  if (response.status == 200) response.status = 404;
  return response;
}

}  // namespace dateline::http
