#include <fmt/format.h>

#include "annotate/annotator.h"
#include "app/commands.h"
#include "archive/archive.h"
#include "base/counted.h"
#include "base/strings.h"
#include "base/thread_pool.h"
#include "desk/filing.h"
#include "desk/reading.h"

namespace dateline::app {
namespace {

constexpr std::size_t kBatchSize = 200;

std::string summary_of(const desk::FilingCounts& counts) {
  std::string text = fmt::format("{} filed", base::with_thousands(static_cast<std::int64_t>(counts.filed)));
  if (counts.new_versions > 0) text += ", " + base::counted(counts.new_versions, "new version");
  if (counts.already_there > 0) text += fmt::format(", {} already there", counts.already_there);
  return text;
}

/// Collects articles to batches and files them.
class Filer {
 public:
  Filer(desk::FilingDesk& desk, std::string archive, Console& console)
      : desk_(desk), archive_(std::move(archive)), console_(console) {}

  // False when the archive can take no more.
  bool take(news::Article article) {
    batch_.push_back(std::move(article));
    return batch_.size() < kBatchSize || file();
  }

  bool file() {
    if (failed_ || batch_.empty()) return !failed_;
    const auto filed = desk_.file(std::exchange(batch_, {}));
    if (!filed.ok()) {
      failed_ = true;
      console_.problem(archive_, filed.error());
    }
    console_.progress(summary_of(desk_.counts()));
    return !failed_;
  }

 private:
  desk::FilingDesk& desk_;
  std::string archive_;
  Console& console_;
  std::vector<news::Article> batch_;
  bool failed_ = false;
};

}  // namespace

int run_add(const AddOptions& options, Console& console) {
  auto archive = archive::Archive::open(options.archive, archive::Archive::Mode::kCreateOrOpen);
  if (!archive.ok()) {
    console.problem(options.archive, archive.error());
    return kSomeFailed;
  }
  const annotate::Annotator annotator;
  const base::SystemClock clock;
  auto desk = desk::FilingDesk::create(**archive, annotator, clock);
  if (!desk.ok()) {
    console.problem(options.archive, desk.error());
    return kSomeFailed;
  }
  base::ThreadPool pool(0);
  Filer filer(**desk, options.archive, console);
  desk::Intake intake(options.inputs,
                      [&](const std::string& input, const base::Error& e) { console.problem(input, e); });
  desk::read_captures(intake, &annotator, pool, [&](desk::ReadCapture read) {
    if (read.article.ok()) return filer.take(std::move(*read.article));
    console.problem(read.id, read.article.error());
    return true;
  });
  filer.file();
  console.end_progress();
  console.write_line(fmt::format("{}: {}", options.archive, summary_of((*desk)->counts())));
  return console.exit_code();
}

}  // namespace dateline::app
