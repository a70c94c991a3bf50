// desk/intake.h -- inputs as users name them, opened one after the other into captures.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "news/capture.h"

namespace dateline::desk {

struct IntakeLimits {
  std::size_t max_capture_bytes = std::size_t{32} << 20;  ///< One page, text, feed, WARC record or line of JSON.
};

/// Hands out the captures of files, folders (everything below, sorted by name; names that begin with a dot are left
/// out; links to folders are not followed) and standard input ("-"). What a file is shows in its bytes, not its name:
/// HTML, plain text, whatever formats::carries_news_items() (feeds, sitemaps, wire messages, mails), WARC, JSON Lines
/// of {"id", "html" or "text", "uri"} or of ninjs; each also gzipped.
///
/// A page or a text gives a capture whose id is its path; what carries reports gives "path#1", "path#2", … in order,
/// even of one; JSON Lines give the rows' own ids, or the uri of a ninjs item. Records of a WARC that hold no report
/// (redirects, pictures, style sheets) are passed over in silence. An item that its sender withholds until later, or
/// has cancelled, is a problem and no capture. Nothing is fetched: an address is no input.
///
/// Threads: one at a time. Memory: one capture, or one carrier of many; a WARC or JSON Lines file may have any length.
class Intake {
 public:
  /// Called for each input, or part of a container, that can't be read. `input` is its path.
  using OnProblem = std::function<void(const std::string& input, const base::Error& error)>;

  Intake(std::vector<std::string> inputs, OnProblem on_problem, IntakeLimits limits = {});
  ~Intake();

  /// The next capture, or nothing when all inputs are used up.
  std::optional<news::Capture> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline::desk
