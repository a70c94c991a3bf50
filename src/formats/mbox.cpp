// formats/mbox.cpp -- see mbox.h. Lengths that some writers put into Content-Length are not believed.
#include "formats/mbox.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline::formats {
namespace {

constexpr std::size_t kMaxPostmarkBytes = 512;

bool all_digits(std::string_view word) {
  return std::all_of(word.begin(), word.end(), base::is_ascii_digit);
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

bool is_postmark(std::string_view line) {
  if (!line.starts_with("From ") || line.size() > kMaxPostmarkBytes) return false;
  bool has_time = false;
  bool has_year = false;
  for (const std::string_view word : base::split_words(line.substr(5))) {
    const std::size_t colon = word.find(':');
    has_time =
        has_time || (colon == 2 && word.size() >= 5 && all_digits(word.substr(0, 2)) && all_digits(word.substr(3, 2)));
    has_year = has_year || (word.size() == 4 && all_digits(word) && (word.starts_with("19") || word.starts_with("20")));
  }
  return has_time && has_year;
}

std::vector<std::string_view> split_mbox(std::string_view bytes, std::size_t max_count) {
  if (!is_postmark(first_line(bytes))) return {bytes};
  std::vector<std::string_view> mails;
  std::size_t begin = first_line(bytes).size();
  for (std::size_t at = bytes.find("\nFrom ", begin);; at = bytes.find("\nFrom ", at + 1)) {
    const bool last = at == std::string_view::npos;
    if (!last) {
      const std::string_view before = bytes.substr(0, at);
      const bool behind_empty_line = before.ends_with('\n') || before.ends_with("\n\r");
      if (!behind_empty_line || !is_postmark(first_line(bytes.substr(at + 1)))) continue;
    }
    mails.push_back(base::trim(bytes.substr(begin, last ? at : at - begin)));
    if (last || mails.size() > max_count) return mails;
    begin = std::min(bytes.size(), at + 1 + first_line(bytes.substr(at + 1)).size());
  }
}

}  // namespace dateline::formats
