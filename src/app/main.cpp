#include <csignal>

#include "app/command_line.h"

int main(int argc, char** argv) {
  // A reader that goes away is an error of write(), not a sudden death.
  std::signal(SIGPIPE, SIG_IGN);
  return dateline::app::run_command_line(argc, argv);
}
