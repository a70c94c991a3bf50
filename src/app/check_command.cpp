#include <fmt/format.h>

#include "app/commands.h"
#include "archive/archive.h"
#include "base/counted.h"

namespace dateline::app {

int run_check(const CheckOptions& options, Console& console) {
  auto archive = archive::Archive::open(options.archive, archive::Archive::Mode::kReadOnly);
  if (!archive.ok()) {
    console.problem(options.archive, archive.error());
    return kSomeFailed;
  }
  const auto wrong = (*archive)->check();
  if (!wrong.ok()) {
    console.problem(options.archive, wrong.error());
    return kSomeFailed;
  }
  for (const std::string& line : *wrong) console.problem(options.archive, {base::ErrorCode::kCorrupt, line});
  if (!wrong->empty()) return kSomeFailed;
  const auto counts = (*archive)->counts();
  if (!counts.ok()) {
    console.problem(options.archive, counts.error());
    return kSomeFailed;
  }
  console.write_line(fmt::format("{}: sound, {} in {}", options.archive, base::counted(counts->articles, "article"),
                                 base::counted(counts->stories, "story")));
  return console.exit_code();
}

}  // namespace dateline::app
