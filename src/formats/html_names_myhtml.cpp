#include "formats/html_names_myhtml.h"

#include <myhtml/tag.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/strings.h"

namespace dateline::formats {
namespace {

/// In steps along MyHTML's list of names; about a quarter of a second.
constexpr std::size_t kNameSteps = 64'000'000;

/// What looking up the names would cost.
class NameCosts {
 public:
  /// False from the moment on that the page has used up its steps.
  bool admit(std::string_view name) {
    // The names of a page are few, and come again and again.
    std::string_view& seen = seen_[slot(name)];
    if (seen == name) return true;
    if (myhtml_tag_static_search(name.data(), name.size()) != nullptr) {
      seen = name;
      return true;
    }
    if (steps_left_ < names_.size()) return false;
    steps_left_ -= names_.size();
    names_.insert(name);
    return true;
  }

 private:
  static std::size_t slot(std::string_view name) {
    const std::size_t first = static_cast<unsigned char>(name.front());
    const std::size_t last = static_cast<unsigned char>(name.back());
    return (name.size() * 67 + first * 5 + last) % kSlots;
  }

  static constexpr std::size_t kSlots = 64;
  std::array<std::string_view, kSlots> seen_{};  ///< Names of the standard.
  std::size_t steps_left_ = kNameSteps;
  std::unordered_set<std::string_view> names_;
};

bool ends_name(char c) {
  return base::is_ascii_space(c) || c == '/' || c == '>';
}

/// How many '<' are in `text`.
std::size_t count_tags(std::string_view text) {
  // In blocks whose count fits a byte, so that compilers count many bytes in one step.
  constexpr std::size_t kBlock = 64;
  std::size_t all = 0;
  for (; text.size() >= kBlock; text.remove_prefix(kBlock)) {
    unsigned char tags = 0;
    for (std::size_t i = 0; i < kBlock; ++i) tags = static_cast<unsigned char>(tags + (text[i] == '<' ? 1 : 0));
    all += tags;
  }
  return all + static_cast<std::size_t>(std::count(text.begin(), text.end(), '<'));
}

}  // namespace

std::string with_few_names(std::string_view utf8) {
  // Names that are all new cost half the square of their number.
  if (const std::size_t tags = count_tags(utf8); tags * tags / 2 <= kNameSteps) return {};
  NameCosts costs;
  std::string rewritten;
  for (std::size_t at = utf8.find('<'); at != std::string_view::npos; at = utf8.find('<', at)) {
    ++at;
    if (at < utf8.size() && utf8[at] == '/') ++at;
    if (at >= utf8.size() || !base::is_ascii_letter(utf8[at])) continue;
    const auto* const end = std::find_if(utf8.begin() + at, utf8.end(), ends_name);
    const std::string_view name(utf8.begin() + at, end);
    if (!costs.admit(name)) {
      if (rewritten.empty()) rewritten = utf8;
      std::fill_n(rewritten.begin() + static_cast<std::ptrdiff_t>(at) + 1, name.size() - 1, ' ');
    }
    at += name.size();
  }
  return rewritten;
}

}  // namespace dateline::formats
