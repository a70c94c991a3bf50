// bench/stream_grouping.cpp -- stories::Grouper on an endless stream with known stories. One thread.
//
//   stream_grouping [--articles N] [--live N] [--seed S] [--a-day N] [--restore-at N] [--least-f1 F] [--dump FOLDER]
//
// Places N articles (default 110,000) of EndlessStream and prints, at 1,000, 10,000, 100,000 and 1,000,000 of them and
// at the end: processor time of an article, how that compares with a grouper that holds 10,000, bytes that the grouper
// holds for a live article (of which there are at most --live: what the grouper keeps; default: all), agreement with
// the known stories (after moves), and how many copies were known as such. At --restore-at (default 100,000; 0: never)
// a second grouper takes over from imprints, or, where those are not taken, from the articles, and must place the next
// 1,000 articles as the first does.
//
// Exits 1 when an answer is wrong: B-cubed F1 below --least-f1 (default .85), a restored grouper that goes other ways,
// imprints too long, moves of what was never placed, a redirect that leads nowhere. --dump writes gold.jsonl and
// said.jsonl for other scorers.
#include <malloc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "endless_stream.h"
#include "grouping_record.h"
#include "stories/grouper.h"

namespace {

using namespace dateline;

struct Settings {
  std::size_t articles = 110000;
  std::size_t live = SIZE_MAX;
  std::size_t restore_at = 100000;
  double least_f1 = 0.85;
  std::string dump;
  bench::StreamOptions stream;
};

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// Bytes that are allocated, the allocator's own per chunk included; what is freed and not given back is not counted.
std::int64_t allocated_bytes() {
  const auto info = mallinfo2();
  return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
}

std::size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  constexpr std::size_t kPageBytes = 4096;
  statm >> all >> resident;
  return resident * kPageBytes;
}

class Run {
 public:
  explicit Run(const Settings& settings)
      : settings_(settings), stream_(settings.stream), grouper_(std::make_unique<stories::Grouper>()) {}

  // True when every answer was right.
  bool operator()() {
    std::vector<std::size_t> marks = {1000, 10000, 100000, 1000000, settings_.restore_at, settings_.articles};
    std::sort(marks.begin(), marks.end());
    for (const std::size_t mark : marks) {
      if (mark <= record_.size() || mark > settings_.articles) continue;
      place_up_to(mark);
      report();
      if (mark == settings_.restore_at) restore();
    }
    record_.check_f1(settings_.least_f1);
    record_.check_redirects();
    report_resident();
    if (!settings_.dump.empty()) record_.dump(settings_.dump);
    return !record_.failed();
  }

 private:
  static constexpr std::size_t kBlock = 1000;  // articles that are made before they are placed
  static constexpr std::size_t kTurn = 250;
  static constexpr std::size_t kTimed = 5000;
  static constexpr std::size_t kFew = 10000;
  static constexpr std::size_t kCompared = 1000;

  static std::vector<bench::StreamReport> make(bench::EndlessStream& stream, std::size_t count) {
    std::vector<bench::StreamReport> reports;
    for (std::size_t i = 0; i < count; ++i) reports.push_back(stream.next());
    return reports;
  }

  // A grouper that begins the stream once more, and holds about kFew articles while it is timed.
  class Reference {
   public:
    explicit Reference(const bench::StreamOptions& options) : stream_(options) {
      for (std::size_t i = 0; i < kFew - kTimed / 2; ++i) grouper_.place(stream_.next().article);
    }
    double place(std::size_t count) {
      const std::vector<bench::StreamReport> reports = make(stream_, count);
      const double begin = processor_seconds();
      for (const bench::StreamReport& report : reports) grouper_.place(report.article);
      return processor_seconds() - begin;
    }

   private:
    bench::EndlessStream stream_;
    stories::Grouper grouper_;
  };

  // The last articles are what the time is told of. Where they come after more than 10,000, a second grouper that holds
  // 10,000 takes turns, so that what else the machine does falls on both.
  void place_up_to(std::size_t count) {
    const std::size_t from = std::max(count - std::min(count / 2, kTimed), record_.size());
    while (record_.size() < from) place(make(stream_, std::min(kBlock, from - record_.size())));
    std::unique_ptr<Reference> reference;
    if (count > kFew) reference = std::make_unique<Reference>(settings_.stream);
    timed_ = few_timed_ = 0;
    while (record_.size() < count) {
      const std::vector<bench::StreamReport> reports = make(stream_, std::min(kTurn, count - record_.size()));
      place(reports);
      if (reference) few_timed_ += reference->place(reports.size());
    }
    timed_articles_ = count - from;
  }

  std::vector<stories::Placement> place(const std::vector<bench::StreamReport>& reports) {
    std::vector<stories::Placement> placements(reports.size());
    const std::int64_t before_bytes = allocated_bytes();
    const double begin = processor_seconds();
    for (std::size_t i = 0; i < reports.size(); ++i) placements[i] = grouper_->place(reports[i].article);
    timed_ += processor_seconds() - begin;
    grouper_bytes_ += allocated_bytes() - before_bytes;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      record_.add(reports[i], placements[i]);
      if (record_.size() <= settings_.restore_at) imprints_.emplace_back(reports[i].article.uri, placements[i].imprint);
    }
    // What the answers themselves take is not the grouper's.
    const std::int64_t without_copies = allocated_bytes();
    const std::vector<stories::Placement> copies = placements;
    grouper_bytes_ -= allocated_bytes() - without_copies - array_bytes(copies.size());
    return placements;
  }

  // The vector itself was there before the first measurement.
  static std::int64_t array_bytes(std::size_t count) {
    const std::int64_t before = allocated_bytes();
    const std::vector<stories::Placement> array(count);
    return allocated_bytes() - before;
  }

  void report() {
    const double micros = timed_ / static_cast<double>(timed_articles_) * 1e6;
    std::string ratio;
    if (few_timed_ > 0) ratio = fmt::format(", {:.2f} times that of a grouper that holds 10,000", timed_ / few_timed_);
    const auto live = static_cast<std::int64_t>(std::min(record_.size(), settings_.live));
    std::cout << fmt::format("{:>9}: {:.1f} us an article ({:.0f} a second{}); {} bytes a live article; {}\n",
                             record_.size(), micros, 1e6 / micros, ratio, grouper_bytes_ / live, record_.agreement())
              << std::flush;
  }

  void restore() {
    stories::Grouper second;
    const double begin = processor_seconds();
    bool taken = true;
    for (std::size_t i = 0; taken && i < imprints_.size(); ++i) {
      taken = second.restore(imprints_[i].first, imprints_[i].second, record_.story(i));
      if (!taken && i > 0) record_.fail("an imprint was not taken after others were");
    }
    double seconds = processor_seconds() - begin;
    if (!taken) {
      bench::EndlessStream again(settings_.stream);
      seconds = 0;
      for (std::size_t i = 0; i < imprints_.size(); ++i) {
        const bench::StreamReport report = again.next();
        const double one = processor_seconds();
        second.restore(report.article, record_.story(i));
        seconds += processor_seconds() - one;
      }
    }
    std::cout << fmt::format("restored {} articles from {} in {:.2f} s; {} bytes an imprint\n", imprints_.size(),
                             taken ? "imprints" : "articles, since imprints are not taken", seconds,
                             record_.imprint_bytes() / record_.size());
    imprints_ = {};
    compare(second);
  }

  // A restored grouper goes on as if it had never stopped.
  void compare(stories::Grouper& second) {
    const std::vector<bench::StreamReport> reports = make(stream_, kCompared);
    const std::vector<stories::Placement> placements = place(reports);
    std::size_t differing = 0;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      const stories::Placement other = second.place(reports[i].article);
      if (other.story != placements[i].story || other.duplicate_of != placements[i].duplicate_of) ++differing;
    }
    std::cout << fmt::format("the restored grouper places {} of the next {} articles elsewhere\n", differing,
                             kCompared);
    if (differing > 0) record_.fail("a restored grouper goes other ways");
  }

  void report_resident() {
    malloc_trim(0);
    const std::size_t before = resident_bytes();
    const std::int64_t allocated = allocated_bytes();
    grouper_.reset();
    const std::int64_t freed = allocated - allocated_bytes();
    malloc_trim(0);
    const auto articles = static_cast<double>(std::min(record_.size(), settings_.live));
    std::cout << fmt::format("the grouper gone: {:.0f} bytes a live article freed, {:.0f} less resident\n",
                             static_cast<double>(freed) / articles,
                             (static_cast<double>(before) - static_cast<double>(resident_bytes())) / articles);
  }

  const Settings& settings_;
  bench::EndlessStream stream_;
  std::unique_ptr<stories::Grouper> grouper_;
  bench::GroupingRecord record_;
  std::vector<std::pair<std::string, std::string>> imprints_;  // uri, imprint: what an archive would have
  double timed_ = 0;
  double few_timed_ = 0;  // the reference's, for as many articles
  std::size_t timed_articles_ = 0;
  std::int64_t grouper_bytes_ = 0;
};

bool read_settings(int argc, char** argv, Settings& settings) {
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const char* const value = argv[i + 1];
    if (name == "--articles") {
      settings.articles = std::strtoull(value, nullptr, 10);
    } else if (name == "--live") {
      settings.live = std::strtoull(value, nullptr, 10);
    } else if (name == "--seed") {
      settings.stream.seed = std::strtoull(value, nullptr, 10);
    } else if (name == "--a-day") {
      settings.stream.articles_a_day = std::strtod(value, nullptr);
    } else if (name == "--restore-at") {
      settings.restore_at = std::strtoull(value, nullptr, 10);
    } else if (name == "--least-f1") {
      settings.least_f1 = std::strtod(value, nullptr);
    } else if (name == "--dump") {
      settings.dump = value;
    } else {
      return false;
    }
  }
  return argc % 2 == 1 && settings.articles > 0 && settings.live > 0 && settings.stream.articles_a_day > 0;
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings;
  if (!read_settings(argc, argv, settings)) {
    std::cerr << "stream_grouping [--articles N] [--live N] [--seed S] [--a-day N] [--restore-at N] [--least-f1 F] "
                 "[--dump FOLDER]\n";
    return 2;
  }
  return Run(settings)() ? 0 : 1;
}
