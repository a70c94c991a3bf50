// stories/language_code.h -- the language of an article as it is kept.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace dateline::stories {

/// The first eight bytes of a language tag (BCP 47): language and script. Empty: unknown.
class LanguageCode {
 public:
  LanguageCode() = default;
  explicit LanguageCode(std::string_view tag) {
    std::copy_n(tag.begin(), std::min(tag.size(), letters_.size()), letters_.begin());
  }

  std::string_view tag() const {
    const auto end = std::find(letters_.begin(), letters_.end(), '\0');
    return {letters_.data(), static_cast<std::size_t>(end - letters_.begin())};
  }
  bool empty() const { return letters_[0] == '\0'; }

  friend bool operator==(const LanguageCode&, const LanguageCode&) = default;

 private:
  std::array<char, 8> letters_{};
};

}  // namespace dateline::stories
