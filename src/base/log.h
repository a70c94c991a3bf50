// base/log.h -- what a running server tells its operator, on standard error, through spdlog. Commands do not log: they
// return errors.
#pragma once

#include <string_view>

namespace dateline::base {

enum class LogLevel { kDebug, kInfo, kWarning, kError, kOff };

/// Lines below `level` are dropped. The default is kWarning.
void set_log_level(LogLevel level);

/// Writes one line with the time and the level. Line breaks and control characters in `message` are written as \xNN,
/// so that nothing a client sends can forge a line. Any thread.
void log(LogLevel level, std::string_view message);

}  // namespace dateline::base
