#include "extract/explanation.h"

#include <fmt/format.h>

#include <cmath>

namespace dateline::extract {

void EvidenceLine::add(const std::string& part) {
  if (!line_.empty()) line_ += ", ";
  line_ += part;
}

void EvidenceLine::add_score(double score) {
  add(fmt::format("score {:+.1f}", score));
}

void EvidenceLine::add_list(const std::string& label, const std::vector<std::string>& names) {
  if (names.empty()) return;
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += " + ";
    list += name;
  }
  add(label + " " + list);
}

void EvidenceLine::add_share(double share, const std::string& what) {
  const long percent = std::lround(share * 100);
  if (percent > 0) add(fmt::format("{} % {}", percent, what));
}

}  // namespace dateline::extract
