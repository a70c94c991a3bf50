#include "app/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>

#include "base/files.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace dateline::app {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;
constexpr std::size_t kMaxNameBytes = 400;

// Standard error may be gone as well; then there is nobody to tell.
void write_error(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// One line of UTF-8 that can't move the cursor or pose as another. U+0080 to U+009F steer terminals as ESC does.
std::string one_line(std::string_view text) {
  std::string out;
  const std::string_view shown = base::utf8_prefix(text, kMaxNameBytes);
  for (std::size_t at_bytes = 0; at_bytes < shown.size();) {
    const char32_t c = base::next_code_point(shown, &at_bytes);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else {
      base::append_utf8(out, c);
    }
  }
  return out;
}

// "-" is what users type for standard input, and the id of what came from there.
std::string name_of(std::string_view input) {
  const bool standard_input = input == "-" || input.starts_with("-#");
  return standard_input ? "standard input" + one_line(input.substr(1)) : one_line(input);
}

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

}  // namespace

Console::Console()
    : output_is_terminal_(::isatty(STDOUT_FILENO) == 1), errors_are_terminal_(::isatty(STDERR_FILENO) == 1) {}

Console::~Console() {
  flush();
}

bool Console::write(std::string_view bytes) {
  if (output_failed_) return false;
  buffer_.append(bytes);
  return buffer_.size() < kBufferBytes || flush();
}

bool Console::write_line(std::string_view line) {
  return write(line) && write("\n");
}

bool Console::flush() {
  if (output_failed_) return false;
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      output_failed_ = true;
      problem("standard output", errno == EPIPE ? base::Error{base::ErrorCode::kClosed, "the reader went away"}
                                                : base::system_error(errno));
      break;
    }
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
  return !output_failed_;
}

void Console::problem(std::string_view input, const base::Error& error) {
  end_progress();
  ++problems_;
  write_error(fmt::format("dateline: {}: {}\n", name_of(input), one_line(error.message)));
}

void Console::progress(std::string_view text) {
  if (!errors_are_terminal_) return;
  const auto now =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
          .count();
  if (now - last_progress_ms_ < 100) return;
  last_progress_ms_ = now;
  progress_shown_ = true;
  write_error(fmt::format("\r\x1b[K{}", text));
}

void Console::end_progress() {
  if (progress_shown_) write_error("\r\x1b[K");
  progress_shown_ = false;
}

bool Console::output_takes_colours() const {
  return output_is_terminal_ && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

std::size_t Console::width_columns() const {
  winsize size{};
  if (output_is_terminal_ && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const auto columns = base::parse_integer(environment("COLUMNS"));
  return columns && *columns > 0 && *columns < 10'000 ? static_cast<std::size_t>(*columns) : 80;
}

bool Console::locale_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const std::string_view value = environment(name);
    if (value.empty()) continue;
    return base::contains_ignoring_case(value, "utf-8") || base::contains_ignoring_case(value, "utf8");
  }
  // No locale at all is a container or a cron job far more often than a Latin-1 terminal.
  return true;
}

}  // namespace dateline::app
