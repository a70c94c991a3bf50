// http/router.h -- from paths to handlers.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"

namespace dateline::http {

/// What stood in the places of "{name}", in the order of the pattern.
class PathParameters {
 public:
  /// Empty when the pattern has no such name.
  std::string_view operator[](std::string_view name) const;

 private:
  friend class Router;
  std::vector<std::pair<std::string_view, std::string>> values_;  // names live in the router
};

/// Finds the handler for a path. Patterns are made of segments: "news" is itself, "{id}" any one segment that is not
/// empty, and "{uri*}", last, all of the rest (which may hold '/'). Where several patterns fit, the one whose first
/// differing segment is more exact wins, whatever the order of adding. "/a" and "/a/" are different paths.
///
/// A path that no pattern fits is answered 404, a method other than GET and HEAD 405.
///
/// Threads: add() and on_not_found() before the first answer(); answer() from any number.
class Router {
 public:
  using Handler = std::function<Response(const Request&, const PathParameters&)>;

  /// REQUIRES: `pattern` begins with '/', and no pattern of the same shape was added.
  void add(std::string_view pattern, Handler handler);
  /// Answers in place of the plain 404. The status is set to 404 where the handler leaves 200.
  void on_not_found(std::function<Response(const Request&)> handler);

  Response answer(const Request& request) const;

 private:
  struct Segment {
    enum class Kind { kExact, kOne, kRest } kind = Kind::kExact;
    std::string text;  // or the parameter's name
  };
  struct Route {
    std::vector<Segment> segments;
    Handler handler;
  };

  static bool fits(const Route& route, const std::vector<std::string_view>& path, std::string_view whole,
                   PathParameters& parameters);

  std::vector<Route> routes_;  // more exact ones first
  std::function<Response(const Request&)> not_found_;
};

}  // namespace dateline::http
