#include "desk/intake.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/files.h"
#include "base/utf8.h"
#include "desk/byte_sources.h"
#include "desk/capture_sources.h"
#include "desk/carried_captures.h"
#include "formats/gzip.h"

namespace dateline::desk {
namespace {

namespace fs = std::filesystem;
using base::Result;

// One byte more than sniff looks at, so that it knows whether the input goes on.
constexpr std::size_t kSniffBytes = 4097;

/// A file that has been opened: its layers of bytes, each borrowing the one before, and its captures.
struct OpenInput {
  std::string path;
  std::unique_ptr<formats::ByteSource> file;
  std::unique_ptr<PeekedSource> raw;
  std::unique_ptr<formats::GzipSource> unzipped;
  std::unique_ptr<PeekedSource> plain;
  std::unique_ptr<CaptureSource> captures;
};

Result<std::unique_ptr<OpenInput>> open_input(const std::string& path, const IntakeLimits& limits) {
  auto input = std::make_unique<OpenInput>();
  input->path = path;
  DATELINE_TRY(input->file, open_source(path));
  input->raw = std::make_unique<PeekedSource>(*input->file);
  PeekedSource* bytes = input->raw.get();
  DATELINE_TRY(std::string_view head, bytes->peek(kSniffBytes));
  if (formats::sniff(head) == formats::Format::kGzip) {
    input->unzipped = std::make_unique<formats::GzipSource>(*bytes);
    input->plain = std::make_unique<PeekedSource>(*input->unzipped);
    bytes = input->plain.get();
    DATELINE_TRY(head, bytes->peek(kSniffBytes));
  }
  // A path may be any bytes; the ids made from it are text.
  DATELINE_TRY(input->captures, open_captures(base::mend_utf8(path), *bytes, formats::sniff(head), limits));
  return input;
}

// The entries of a folder that count, sorted by name.
Result<std::vector<std::string>> entries_of(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with('.')) continue;
    std::error_code ignored;
    if (it->is_symlink(ignored) && it->is_directory(ignored)) continue;
    if (it->is_regular_file(ignored) || it->is_directory(ignored)) entries.push_back(it->path().string());
  }
  if (error) return base::system_error(error.value());
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

struct Intake::State {
  std::deque<std::string> inputs;
  OnProblem on_problem;
  IntakeLimits limits;
  std::unique_ptr<OpenInput> current;

  // Opens the next input, or puts a folder's entries in its place.
  void open_next() {
    const std::string path = std::move(inputs.front());
    inputs.pop_front();
    std::error_code ignored;
    if (path != "-" && fs::is_directory(path, ignored)) {
      auto entries = entries_of(path);
      if (!entries.ok()) return on_problem(path, entries.error());
      inputs.insert(inputs.begin(), entries->begin(), entries->end());
      return;
    }
    auto opened = open_input(path, limits);
    if (!opened.ok() && opened.error().code == base::ErrorCode::kNotFound && is_web_address(path)) {
      return on_problem(path, {base::ErrorCode::kNotFound, "is an address, not a file: nothing is fetched"});
    }
    if (!opened.ok()) return on_problem(path == "-" ? "standard input" : path, opened.error());
    current = std::move(*opened);
  }
};

Intake::Intake(std::vector<std::string> inputs, OnProblem on_problem, IntakeLimits limits)
    : state_(std::make_unique<State>()) {
  state_->inputs.assign(std::make_move_iterator(inputs.begin()), std::make_move_iterator(inputs.end()));
  state_->on_problem = std::move(on_problem);
  state_->limits = limits;
}

Intake::~Intake() = default;

std::optional<news::Capture> Intake::next() {
  for (;;) {
    if (state_->current == nullptr) {
      if (state_->inputs.empty()) return std::nullopt;
      state_->open_next();
      continue;
    }
    auto capture = state_->current->captures->next();
    if (!capture.ok()) {
      state_->on_problem(state_->current->path, capture.error());
    } else if (capture->has_value()) {
      return std::move(*capture);
    } else {
      state_->current.reset();
    }
  }
}

}  // namespace dateline::desk
