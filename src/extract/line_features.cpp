#include "extract/line_features.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/line_characters.h"

namespace dateline::extract {
namespace {

// Looks at the end of the line from behind.
void look_at_end(std::string_view line, LineFeatures& out) {
  std::size_t end = line.size();
  for (int steps = 0; end > 0 && steps < 8; ++steps) {
    const char32_t c = base::previous_code_point(line, end);
    if ((traits_of(c) & kClosingMark) == 0 && c != ' ' && c != 0xA0) {
      out.ends_sentence = (traits_of(c) & kSentenceMark) != 0;
      out.ends_colon = c == ':' || c == 0xFF1A;
      break;
    }
    std::size_t width = 1;
    while (width < end && (static_cast<unsigned char>(line[end - width]) & 0xC0u) == 0x80u) ++width;
    end -= width;
  }
  const std::string_view rest = line.substr(0, end);
  out.ends_cut = rest.ends_with("...") || rest.ends_with("…") || rest.ends_with("[…");
}

struct Counts {
  std::size_t ideographs = 0;
  std::size_t currency = 0;
  std::size_t phone_marks = 0;
  bool at_word_start = true;
  bool after_stop = false;
};

void count(Traits traits, Counts& counts, LineFeatures& out) {
  if ((traits & kSpace) != 0) {
    counts.at_word_start = true;
    return;
  }
  const auto has = [traits](Traits wanted) -> std::size_t { return (traits & wanted) != 0 ? 1 : 0; };
  counts.ideographs += has(kIdeograph);
  counts.phone_marks += has(kPhoneMark);
  counts.currency += has(kCurrency);
  out.letters += has(kAnyLetter);
  out.digits += has(kDigit);
  out.commas += has(kComma);
  out.separators += has(kSeparator);
  if (counts.at_word_start) {
    out.lower_words += has(kLowerCase | kUncased);
    out.capital_words += has(kUpperCase);
    if (counts.after_stop) out.inner_stops += has(kUpperCase);
    counts.at_word_start = has(kBeforeWord) != 0;
    out.words += counts.at_word_start ? 0 : 1;
  }
  out.inner_stops += has(kWideStop);
  if (has(kClosingMark) == 0) counts.after_stop = has(kSentenceMark) != 0;
}

bool has_address(std::string_view line) {
  for (std::size_t at = line.find("://"); at != std::string_view::npos; at = line.find("://", at + 3)) {
    const std::string_view before = line.substr(0, at);
    if (before.ends_with("http") || before.ends_with("https")) return true;
  }
  // From its full stop, which is rarer than its letters.
  for (std::size_t at = line.find('.'); at != std::string_view::npos; at = line.find('.', at + 1)) {
    if (line.substr(0, at).ends_with("www")) return true;
  }
  const std::size_t at = line.find('@');
  return at != std::string_view::npos && at > 0 && line[at - 1] != ' ' && line.find('.', at) != std::string_view::npos;
}

// Eight digits or more, in at least two groups, with nothing but spaces and the marks of telephone numbers between.
bool has_phone(std::string_view line) {
  std::size_t digits = 0;
  std::size_t groups = 0;
  bool in_group = false;
  for (char c : line) {
    if (base::is_ascii_digit(c)) {
      ++digits;
      groups += in_group ? 0 : 1;
      in_group = true;
      continue;
    }
    if (digits >= 8 && groups >= 2) return true;
    in_group = false;
    if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '/') digits = groups = 0;
  }
  return digits >= 8 && groups >= 2;
}

// Code that was meant for the browser. A closing tag inside a line may be what the report is about.
bool has_template(std::string_view line) {
  if (line.starts_with('<') && line.find("</") != std::string_view::npos) return true;
  for (std::string_view mark : {"{{", "}}", "<script", "//-->", "function(", "window.", "{%", "<%"}) {
    if (line.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

LineFeatures look_at(std::string_view line) {
  LineFeatures out;
  line = base::trim(line);
  if (line.empty()) return out;
  Counts counts;
  Traits seen = kNoTrait;
  for (std::size_t at = 0; at < line.size();) {
    const bool first = at == 0;
    const auto byte = static_cast<unsigned char>(line[at]);
    const Traits traits = byte < 0x80 ? kAsciiTraits[static_cast<unsigned char>(line[at++])]
                                      : traits_of(base::next_code_point(line, &at));
    ++out.chars;
    seen |= traits;
    if (first) {
      out.begins_quote = (traits & kOpeningQuote) != 0;
      out.begins_lower = (traits & kLowerCase) != 0;
    }
    count(traits, counts, out);
    // The rest of a word is small letters as a rule, and they change nothing else.
    if (counts.at_word_start) continue;
    const std::size_t rest = at;
    while (at < line.size() && line[at] >= 'a' && line[at] <= 'z') ++at;
    if (at == rest) continue;
    out.chars += at - rest;
    out.letters += at - rest;
    counts.after_stop = false;
  }
  out.words += counts.ideographs / 2;
  out.lower_words += counts.ideographs / 2;
  look_at_end(line, out);
  out.has_address = has_address(line);
  out.has_template = line.starts_with("var ") || ((seen & kCodeSign) != 0 && has_template(line));
  out.has_price = counts.currency > 0 && out.digits > 0 && out.words <= 6;
  out.is_phone = out.digits >= 6 && out.letters == 0 && counts.phone_marks + out.digits + 6 >= out.chars;
  out.has_phone = out.digits >= 8 && has_phone(line);
  // What a long paragraph says further on does not count anyway: see is_furniture().
  constexpr std::size_t kWordingBytes = 400;
  out.wording = wording_of(base::utf8_prefix(line, kWordingBytes));
  return out;
}

bool is_furniture(const LineFeatures& f) {
  if (f.has_template || f.is_phone) return true;
  if (f.has_price && !f.ends_sentence) return true;
  if (f.has_phone && f.words <= 20) return true;
  const WordingHits& w = f.wording;
  if (w.whole != kNoWording) return true;
  // How a line begins tells for certain what it is, unless it goes on for a paragraph.
  constexpr Wordings kStarts = kRelated | kComments | kRights | kContact | kAdvert;
  if ((w.start & kStarts) != 0 && f.words <= 40) return true;
  // Wording inside a line counts the less the longer the line is: reports too speak of privacy policies.
  constexpr Wordings kNotices = kPaywall | kCookie | kBrowser | kNewsletter | kAccount | kComments | kRights | kOffer;
  if ((w.any & kNotices) != 0 && f.words <= 30) return true;
  if ((w.any & (kRights | kContact)) != 0 && f.words <= 30) return true;
  // What is said of other reports carries their headlines with it, and is the longer for it.
  if ((w.any & kRelated) != 0 && f.words <= 45) return true;
  return (w.any & (kShare | kTool | kLegal | kAdvert)) != 0 && f.words <= 12;
}

double report_score(const LineFeatures& f) {
  if (f.words == 0) return 0;
  if (is_furniture(f)) return -3;
  const double words = static_cast<double>(f.words);
  double score = 0;
  // Sentences: the longer, the surer. Without an end mark it takes more words to believe in a sentence.
  if (f.ends_sentence && !f.ends_cut) {
    score = std::min(3.0, words / 8.0) + std::min<double>(1.0, static_cast<double>(f.inner_stops) * 0.3);
  } else if (f.ends_colon && words >= 6) {
    score = 0.5;
  } else if (words >= 22) {
    score = 1.2;
  } else {
    score = -0.8;
  }
  if (f.begins_quote && words >= 4) score += 0.4;
  // Menus and lists of links: hardly a small word among capitals, marks between them.
  if (words >= 5 && f.lower_share() < 0.3 && f.capital_words * 2 > f.words) score -= 1.0;
  if (f.separators >= 2 && f.separators * 8 >= f.words) score -= 2.5;
  if (f.digits * 3 > f.letters && words < 12) score -= 0.8;
  if (f.has_address && words < 12) score -= 0.8;
  if (f.ends_cut && words < 40) score -= 0.6;
  if ((f.wording.any & kMedia) != 0 && words < 60) score -= 1.5;
  if (f.wording.any != kNoWording && words <= 45) score -= 0.7;
  return std::clamp(score, -4.0, 4.0);
}

}  // namespace dateline::extract
