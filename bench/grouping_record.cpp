#include "grouping_record.h"

#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "b_cubed.h"

namespace dateline::bench {
namespace {

double share(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

void GroupingRecord::add(const StreamReport& report, const stories::Placement& placement) {
  if (placement.story.empty()) fail("no story for " + report.article.uri);
  check_copy(report, placement);
  number_of_[report.article.uri] = gold_.size();
  gold_.push_back(report.story);
  said_.push_back(number(placement.story));
  for (const stories::Move& move : placement.moves) {
    const auto found = number_of_.find(move.uri);
    if (found == number_of_.end()) {
      fail("a move of an article that was never placed: " + move.uri);
    } else {
      said_[found->second] = number(move.story);
    }
  }
  moves_ += placement.moves.size();
  gone_.insert(gone_.end(), placement.redirects.begin(), placement.redirects.end());
  constexpr std::size_t kMostImprintBytes = 4096;
  if (placement.imprint.size() >= kMostImprintBytes) fail("an imprint of 4 KiB or more");
  imprint_bytes_ += placement.imprint.size();
}

void GroupingRecord::check_copy(const StreamReport& report, const stories::Placement& placement) {
  if (report.kind == ReportKind::kCopy) ++copies_;
  if (!placement.duplicate_of) return;
  ++said_copies_;
  const auto original = number_of_.find(*placement.duplicate_of);
  if (original == number_of_.end()) return fail("a copy of an article that was not placed before");
  // A copy of a copy of the same report is as good as one of the report.
  if (report.kind == ReportKind::kCopy && gold_[original->second] == report.story) ++true_copies_;
}

std::uint64_t GroupingRecord::number(const std::string& story) {
  const auto [known, is_new] = number_of_story_.try_emplace(story, ids_.size());
  if (is_new) ids_.push_back(story);
  return known->second;
}

std::string GroupingRecord::agreement() {
  const Agreement all = b_cubed(gold_, said_);
  f1_ = all.f1();
  return fmt::format("B-cubed P {:.3f} R {:.3f} F1 {:.3f}; copies P {:.3f} R {:.3f}; moves {}, redirects {}",
                     all.precision, all.recall, all.f1(), share(true_copies_, said_copies_),
                     share(true_copies_, copies_), moves_, gone_.size());
}

void GroupingRecord::check_f1(double least) {
  if (f1_ < least) fail(fmt::format("B-cubed F1 {:.3f} is below {:.3f}", f1_, least));
}

void GroupingRecord::check_redirects() {
  std::unordered_map<std::string, std::string> leads_to;
  for (const stories::Redirect& redirect : gone_) {
    if (!leads_to.emplace(redirect.from, redirect.to).second) fail("two redirects of " + redirect.from);
  }
  for (const auto& [from, to] : leads_to) {
    number(from);
    number(to);
  }
  std::vector<bool> has_reports(ids_.size());
  for (const std::uint64_t story : said_) has_reports[story] = true;
  for (const auto& [from, to] : leads_to) {
    if (has_reports[number(from)]) fail("a redirect of a story that has reports: " + from);
    std::string at = to;
    std::size_t steps = 0;
    for (auto next = leads_to.find(at); next != leads_to.end() && steps < leads_to.size(); ++steps) {
      at = next->second;
      next = leads_to.find(at);
    }
    if (!has_reports[number(at)]) fail(fmt::format("{} leads to {}, which has no reports", from, at));
  }
}

void GroupingRecord::fail(const std::string& what) {
  constexpr std::size_t kMostTold = 10;
  if (++failures_ <= kMostTold) std::cerr << "wrong: " << what << '\n';
}

void GroupingRecord::dump(const std::string& folder) const {
  std::ofstream gold(folder + "/gold.jsonl");
  std::ofstream said(folder + "/said.jsonl");
  for (std::size_t i = 0; i < gold_.size(); ++i) {
    gold << fmt::format("{{\"id\": \"{}\", \"story\": \"{}\"}}\n", i, gold_[i]);
    said << fmt::format("{{\"id\": \"{}\", \"story\": \"{}\"}}\n", i, ids_[said_[i]]);
  }
}

}  // namespace dateline::bench
