// bench/extract_pages.cpp -- extract() over pages held in memory, on one thread: extract_pages FOLDER [COUNT]
//
// Reads the first COUNT (all) files of FOLDER, by name, as pages and says what it holds. Then, for each line on
// standard input, extracts every page once and writes one line of JSON: elapsed and processor seconds, how many pages
// gave a text, the SHA-256 of all texts, and the most memory the process has had. extract_peers.py speaks the same with
// peers.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/files.h"
#include "extract/extract.h"

namespace {

using namespace dateline;

constexpr std::size_t kMaxPageBytes = std::size_t{32} << 20;

std::vector<news::Capture> read_pages(const std::string& folder, std::size_t count) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  if (paths.size() > count) paths.resize(count);
  std::vector<news::Capture> pages;
  for (const std::string& path : paths) {
    auto bytes = base::read_file(path, kMaxPageBytes);
    if (!bytes.ok()) {
      std::cerr << path << ": " << bytes.error().message << '\n';
      std::exit(1);
    }
    news::Capture& page = pages.emplace_back();
    page.id = path;
    page.kind = news::MediaKind::kHtml;
    page.bytes = std::move(*bytes);
  }
  return pages;
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

rusage usage_now() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage;
}

double processor_seconds() {
  const rusage usage = usage_now();
  return seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

void run_round(const std::vector<news::Capture>& pages) {
  std::string texts;
  std::size_t with_text = 0;
  const double processor_begin = processor_seconds();
  const auto begin = std::chrono::steady_clock::now();
  for (const news::Capture& page : pages) {
    const auto article = extract::extract(page);
    if (!article.ok() || article->text.empty()) continue;
    ++with_text;
    texts += article->text;
    texts += '\0';
  }
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
  const double processor = processor_seconds() - processor_begin;
  std::cout << fmt::format(R"({{"seconds": {:.4f}, "processor_seconds": {:.4f}, "texts": {}, "digest": "{}", )"
                           R"("peak_kb": {}}})",
                           elapsed.count(), processor, with_text, base::sha256_hex(texts), usage_now().ru_maxrss)
            << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "extract_pages FOLDER [COUNT]\n";
    return 2;
  }
  const std::vector<news::Capture> pages = read_pages(argv[1], argc > 2 ? std::stoul(argv[2]) : SIZE_MAX);
  std::size_t size_bytes = 0;
  for (const news::Capture& page : pages) size_bytes += page.bytes.size();
  std::cout << fmt::format(R"({{"pages": {}, "bytes": {}, "peak_kb": {}}})", pages.size(), size_bytes,
                           usage_now().ru_maxrss)
            << std::endl;
  for (std::string line; std::getline(std::cin, line);) run_round(pages);
}
