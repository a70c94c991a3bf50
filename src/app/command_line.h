// app/command_line.h -- what a user can say.
#pragma once

namespace dateline::app {

/// Reads the arguments and runs the command they name. Returns the exit code.
int run_command_line(int argc, char** argv);

}  // namespace dateline::app
