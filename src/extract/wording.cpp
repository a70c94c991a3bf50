#include "extract/wording.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/embedded.h"
#include "base/strings.h"
#include "base/utf8.h"

DATELINE_EMBEDDED(furniture_data, furniture_tsv)

namespace dateline::extract {
namespace {

enum class Place : std::uint8_t { kAny, kStart, kWhole };

struct Phrase {
  std::string_view text;
  Wordings kind = kNoWording;
  Place place = Place::kAny;
};

constexpr std::array<std::pair<std::string_view, Wordings>, kWordings> kNames{{{"paywall", kPaywall},
                                                                               {"offer", kOffer},
                                                                               {"account", kAccount},
                                                                               {"cookie", kCookie},
                                                                               {"browser", kBrowser},
                                                                               {"newsletter", kNewsletter},
                                                                               {"share", kShare},
                                                                               {"tool", kTool},
                                                                               {"related", kRelated},
                                                                               {"comments", kComments},
                                                                               {"rights", kRights},
                                                                               {"legal", kLegal},
                                                                               {"advert", kAdvert},
                                                                               {"contact", kContact},
                                                                               {"media", kMedia}}};

Wordings kind_from_name(std::string_view name) {
  for (const auto& [known, kind] : kNames) {
    if (known == name) return kind;
  }
  return kNoWording;
}

bool is_word_byte(char c) {
  return base::is_ascii_letter(c) || base::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// The first three bytes decide the bucket: enough to make almost every word of a line a miss. Phrases of two bytes have
// buckets of their own; none but whole lines is shorter.
constexpr std::size_t kBuckets = 0x1000;
constexpr std::size_t kLongPrefix = 3;
std::size_t bucket_of(std::string_view text, std::size_t prefix_bytes) {
  std::size_t hash = prefix_bytes;
  for (const char c : text.substr(0, prefix_bytes)) hash = hash * 37u + static_cast<unsigned char>(c);
  return hash % kBuckets;
}

// Where the phrase at the start of `rest` ends, 0 when it does not stand there. A '*' in a phrase is up to 40 bytes of
// anything: "get the * app".
std::size_t match_end(std::string_view rest, std::string_view phrase) {
  constexpr std::size_t kMaxGap = 40;
  const std::size_t star = phrase.find('*');
  if (star == std::string_view::npos) return rest.starts_with(phrase) ? phrase.size() : 0;
  if (!rest.starts_with(phrase.substr(0, star))) return 0;
  const std::string_view tail = phrase.substr(star + 1);
  const std::size_t at = rest.substr(star, kMaxGap + tail.size()).find(tail);
  return at == std::string_view::npos ? 0 : star + at + tail.size();
}

// The phrases, looked up by how they begin. In one array, sorted by bucket.
class PhraseBook {
 public:
  PhraseBook() {
    for (std::string_view line : base::split(furniture_data(), '\n')) {
      if (line.empty() || line[0] == '#') continue;
      const auto fields = base::split(line, '\t');
      if (fields.size() != 3 || fields[2].empty()) continue;
      const Phrase phrase{fields[2], kind_from_name(fields[0]),
                          fields[1] == "whole"   ? Place::kWhole
                          : fields[1] == "start" ? Place::kStart
                                                 : Place::kAny};
      if (phrase.place == Place::kWhole) {
        whole_[phrase.text] |= phrase.kind;
        whole_heads_.set(bucket_of(phrase.text, std::min(phrase.text.size(), kLongPrefix)));
        longest_whole_ = std::max(longest_whole_, phrase.text.size());
      } else {
        phrases_.push_back(phrase);
      }
    }
    const auto bucket = [](const Phrase& phrase) {
      return bucket_of(phrase.text, std::min(phrase.text.size(), kLongPrefix));
    };
    std::stable_sort(phrases_.begin(), phrases_.end(),
                     [bucket](const Phrase& a, const Phrase& b) { return bucket(a) < bucket(b); });
    for (const Phrase& phrase : phrases_) ++first_[bucket(phrase) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] = static_cast<std::uint16_t>(first_[i] + first_[i - 1]);
  }

  /// `text` in lower case.
  Wordings whole(std::string_view text) const {
    if (text.empty() || text.size() > longest_whole_) return kNoWording;
    if (!whole_heads_[bucket_of(text, std::min(text.size(), kLongPrefix))]) return kNoWording;
    const auto found = whole_.find(text);
    return found == whole_.end() ? Wordings{kNoWording} : found->second;
  }

  void match_at(std::string_view text, std::size_t at, WordingHits& hits) const {
    const std::string_view rest = text.substr(at);
    if (rest.size() >= kLongPrefix) match_bucket(rest, bucket_of(rest, kLongPrefix), at == 0, hits);
    // Phrases of two bytes are marks such as "©".
    const bool mark = static_cast<unsigned char>(rest[0]) >= 0x80 && rest.size() >= kLongPrefix - 1;
    if (mark) match_bucket(rest, bucket_of(rest, kLongPrefix - 1), at == 0, hits);
  }

 private:
  void match_bucket(std::string_view rest, std::size_t bucket, bool at_start, WordingHits& hits) const {
    for (std::size_t i = first_[bucket]; i < first_[bucket + 1]; ++i) {
      const Phrase& phrase = phrases_[i];
      if (phrase.place == Place::kStart && !at_start) continue;
      const std::size_t end = match_end(rest, phrase.text);
      if (end == 0) continue;
      // A phrase that ends in a letter must end a word: "tags" is not in "tagsüber".
      if (end < rest.size() && is_word_byte(rest[end]) && is_word_byte(rest[end - 1])) continue;
      hits.any |= phrase.kind;
      if (at_start) hits.start |= phrase.kind;
    }
  }

  std::vector<Phrase> phrases_;
  std::array<std::uint16_t, kBuckets + 1> first_{};
  std::unordered_map<std::string_view, Wordings> whole_;
  std::bitset<kBuckets> whole_heads_;  ///< Buckets of how they begin: almost every line is a miss.
  std::size_t longest_whole_ = 0;
};

const PhraseBook& phrase_book() {
  static const PhraseBook book;
  return book;
}

// Without digits and marks at the ends: "» Comments (14):" is "comments".
std::string_view bare(std::string_view text) {
  const auto is_mark = [](char c) { return !base::is_ascii_letter(c) && static_cast<unsigned char>(c) < 0x80; };
  constexpr std::array<std::string_view, 8> kArrows{"→", "»", "›", "▶", "►", "•", "·", "…"};
  for (bool again = true; again;) {
    again = false;
    while (!text.empty() && is_mark(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_mark(text.back())) text.remove_suffix(1);
    for (std::string_view arrow : kArrows) {
      if (text.starts_with(arrow)) {
        text.remove_prefix(arrow.size());
        again = true;
      } else if (text.ends_with(arrow)) {
        text.remove_suffix(arrow.size());
        again = true;
      }
    }
  }
  return text;
}

char32_t lower_code_point(char32_t c) {
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c >= 0x100 && c <= 0x17F && c != 0x130 && c != 0x131) {
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    const bool is_upper = odd_is_upper ? (c & 1u) == 1 : (c & 1u) == 0;
    return is_upper && c != 0x138 && c != 0x149 && c != 0x178 && c != 0x17F ? c + 1 : c;
  }
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC) return '\'';
  if (c == 0xA0 || c == 0x202F) return ' ';
  return c;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string ascii = base::ascii_lower(text);
  const auto first_other =
      std::find_if(ascii.begin(), ascii.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (first_other == ascii.end()) return ascii;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < ascii.size();) {
    const std::size_t begin = at;
    while (at < ascii.size() && static_cast<unsigned char>(ascii[at]) < 0x80) ++at;
    out.append(ascii, begin, at - begin);
    if (at < ascii.size()) base::append_utf8(out, lower_code_point(base::next_code_point(ascii, &at)));
  }
  return out;
}

WordingHits wording_of(std::string_view line) {
  WordingHits hits;
  const std::string folded = lower_case(base::trim(line));
  if (folded.empty()) return hits;
  const PhraseBook& book = phrase_book();
  // Marks at the ends do not count, but there are never many.
  if (folded.size() < 120) hits.whole = book.whole(bare(folded)) | book.whole(folded);
  bool in_word = false;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const bool word = is_word_byte(folded[at]);
    if (!in_word && !base::is_ascii_space(folded[at])) book.match_at(folded, at, hits);
    in_word = word;
  }
  return hits;
}

std::vector<std::string> names_of_wordings(Wordings wordings) {
  std::vector<std::string> names;
  for (const auto& [name, kind] : kNames) {
    if ((wordings & kind) != 0) names.emplace_back(name);
  }
  return names;
}

}  // namespace dateline::extract
