#include <fmt/format.h>

#include <csignal>
#include <thread>

#include "app/commands.h"
#include "app/related_views.h"
#include "archive/archive.h"
#include "base/log.h"
#include "http/server.h"
#include "site/site.h"
#include "stories/facts.h"
#include "stories/voices.h"

namespace dateline::app {
namespace {

/// Stops a server when the process is asked to end (SIGINT, SIGTERM). Made before any other thread, so that all of
/// them leave these signals to its thread.
class StopOnSignal {
 public:
  StopOnSignal() {
    sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGUSR1}) sigaddset(&signals_, signal);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }

  void watch(http::Server& server) {
    thread_ = std::thread([this, &server] {
      int signal = 0;
      sigwait(&signals_, &signal);
      server.stop();
    });
  }

  // The server has ended, asked or not: wakes the thread where it still waits.
  ~StopOnSignal() {
    if (!thread_.joinable()) return;
    pthread_kill(thread_.native_handle(), SIGUSR1);
    thread_.join();
  }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

 private:
  sigset_t signals_{};
  std::thread thread_;
};

}  // namespace

int run_serve(const ServeOptions& options, Console& console) {
  StopOnSignal stop;
  if (options.verbose) base::set_log_level(base::LogLevel::kInfo);
  auto archive = archive::Archive::open(options.archive, archive::Archive::Mode::kReadOnly);
  if (!archive.ok()) {
    console.problem(options.archive, archive.error());
    return kSomeFailed;
  }
  const base::SystemClock clock;
  const site::Site site(
      **archive, clock, {.title = options.title},
      {.find_facts = stories::find_facts,
       .summarise = stories::summarise,
       .find_voices = stories::find_voices,
       .find_related = [&archive](const editions::StoryView& view) { return relate_in_archive(**archive, view); }});
  http::ServerOptions server_options;
  server_options.address = options.address;
  server_options.port = options.port;
  auto server =
      http::Server::create(server_options, [&site](const http::Request& request) { return site.answer(request); });
  if (!server.ok()) {
    console.problem("serve", server.error());
    return kSomeFailed;
  }
  const bool is_ipv6 = options.address.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + options.address + "]" : options.address;
  console.write_line(fmt::format("Dateline is at http://{}:{}/  (Ctrl-C stops it)", host, (*server)->port()));
  console.flush();
  stop.watch(**server);
  (*server)->run();
  return console.exit_code();
}

}  // namespace dateline::app
