#include "extract/known_outlets.h"

#include "base/embedded.h"
#include "base/strings.h"

DATELINE_EMBEDDED(outlets_data, outlets_tsv)

namespace dateline::extract {
namespace {

bool is_word_byte(char c) {
  return base::is_ascii_letter(c) || base::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  return text.substr(0, end);
}

// How a first word begins and how long it is: tells almost every other word apart without a look into the table.
std::size_t bucket_of(std::string_view word, std::size_t buckets) {
  if (word.empty()) return 0;
  const std::size_t first = static_cast<unsigned char>(word.front());
  const std::size_t last = static_cast<unsigned char>(word.back());
  return (first * 61 + last * 7 + word.size()) % buckets;
}

}  // namespace

KnownOutlets::KnownOutlets() {
  for (std::string_view line : base::split(outlets_data(), '\n')) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, tab);
    const std::string_view domain = line.substr(tab + 1);
    if (domain_by_name_.emplace(name, domain).second) {
      names_by_first_word_[first_word(name)].push_back(name);
      first_words_.set(bucket_of(first_word(name), first_words_.size()));
    }
    name_by_domain_.emplace(domain, name);
  }
}

const KnownOutlets& KnownOutlets::instance() {
  static const KnownOutlets outlets;
  return outlets;
}

std::string_view KnownOutlets::domain_of(std::string_view name) const {
  const auto found = domain_by_name_.find(name);
  return found == domain_by_name_.end() ? std::string_view{} : found->second;
}

std::string_view KnownOutlets::name_of(std::string_view domain) const {
  const auto found = name_by_domain_.find(domain);
  return found == name_by_domain_.end() ? std::string_view{} : found->second;
}

std::string_view KnownOutlets::name_at_start(std::string_view text) const {
  const std::string_view word = first_word(text);
  if (!first_words_[bucket_of(word, first_words_.size())]) return {};
  const auto found = names_by_first_word_.find(word);
  if (found == names_by_first_word_.end()) return {};
  std::string_view best;
  for (std::string_view name : found->second) {
    const bool ends_word =
        text.size() == name.size() || (text.size() > name.size() && !is_word_byte(text[name.size()]));
    if (name.size() > best.size() && text.starts_with(name) && ends_word) best = name;
  }
  return best;
}

}  // namespace dateline::extract
