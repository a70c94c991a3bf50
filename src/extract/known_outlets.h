// extract/known_outlets.h -- the embedded list of outlets (data/outlets.tsv), by name and by domain.
#pragma once

#include <bitset>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::extract {

/// Threads: immutable after construction; any number may read.
class KnownOutlets {
 public:
  static const KnownOutlets& instance();

  /// Domain of the outlet called `name`; empty view with data() == nullptr when there is none.
  std::string_view domain_of(std::string_view name) const;
  /// Name of the outlet under `domain`, exactly; empty when there is none.
  std::string_view name_of(std::string_view domain) const;
  /// The longest known name that `text` begins with, ending at the end of a word; empty when there is none.
  std::string_view name_at_start(std::string_view text) const;

 private:
  KnownOutlets();
  std::unordered_map<std::string_view, std::string_view> domain_by_name_;
  std::unordered_map<std::string_view, std::string_view> name_by_domain_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> names_by_first_word_;
  std::bitset<4096> first_words_;  ///< Which beginnings and lengths they have.
};

}  // namespace dateline::extract
