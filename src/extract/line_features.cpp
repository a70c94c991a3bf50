#include "extract/line_features.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace dateline::extract {
namespace {

enum class Letter { kNone, kUpper, kLower, kUncased, kIdeograph };

// Enough of Unicode to tell words from marks and small from capital letters in the scripts that news is written in.
Letter letter_kind(char32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return Letter::kLower;
    return c >= 'A' && c <= 'Z' ? Letter::kUpper : Letter::kNone;
  }
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return Letter::kUpper;
  if (c >= 0xDF && c <= 0xFF && c != 0xF7) return Letter::kLower;
  if (c >= 0x100 && c <= 0x17F) {
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return ((c & 1u) == 1) == odd_is_upper ? Letter::kUpper : Letter::kLower;
  }
  if (c >= 0x386 && c <= 0x3AB) return Letter::kUpper;
  if (c >= 0x3AC && c <= 0x3CE) return Letter::kLower;
  if (c >= 0x400 && c <= 0x42F) return Letter::kUpper;
  if (c >= 0x430 && c <= 0x45F) return Letter::kLower;
  if ((c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF)) {
    return Letter::kIdeograph;
  }
  if ((c >= 0x0E01 && c <= 0x0E7F) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF)) {
    return Letter::kIdeograph;  // Thai, Burmese, Khmer: no spaces between words either.
  }
  if (c >= 0x180 && c < 0x2000) return Letter::kUncased;
  if (c >= 0xAC00 && c <= 0xD7A3) return Letter::kUncased;
  return Letter::kNone;
}

bool is_separator(char32_t c) {
  return c == '|' || c == 0x203A || c == 0xBB || c == 0xB7 || c == 0x2022 || c == 0x2192 || c == 0x25BA || c == 0x25B6;
}

bool is_sentence_mark(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F ||
         c == 0x06D4 || c == 0x0964 || c == 0x203D;
}

bool is_closing_mark(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == 0x2019 || c == 0x201D || c == 0x201C ||
         c == 0xBB || c == 0xAB || c == 0x203A || c == 0x2039 || c == 0x300D || c == 0x300F || c == 0xFF09;
}

bool is_opening_quote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201E || c == 0x2018 || c == 0xAB || c == 0xBB || c == 0x300C ||
         c == 0x201A || c == 0x2013 || c == 0x2014;
}

bool is_currency(char32_t c) {
  return c == '$' || c == 0xA3 || c == 0xA5 || c == 0x20AC || c == 0x20B9 || c == 0x20A9 || c == 0x20BD;
}

// Looks at the end of the line from behind.
void look_at_end(std::string_view line, LineFeatures& out) {
  std::size_t end = line.size();
  for (int steps = 0; end > 0 && steps < 8; ++steps) {
    const char32_t c = base::previous_code_point(line, end);
    if (!is_closing_mark(c) && c != ' ' && c != 0xA0) {
      out.ends_sentence = is_sentence_mark(c);
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

void count(char32_t c, bool is_space, Counts& counts, LineFeatures& out) {
  if (is_space) {
    counts.at_word_start = true;
    return;
  }
  const Letter kind = letter_kind(c);
  if (kind == Letter::kIdeograph) ++counts.ideographs;
  if (kind != Letter::kNone) ++out.letters;
  if (c >= '0' && c <= '9') ++out.digits;
  if (c == '+' || c == '(' || c == ')' || c == '-' || c == '/') ++counts.phone_marks;
  if (c == ',' || c == 0x3001 || c == 0xFF0C || c == 0x060C) ++out.commas;
  if (is_separator(c)) ++out.separators;
  if (is_currency(c)) ++counts.currency;
  if (counts.at_word_start) {
    ++out.words;
    if (kind == Letter::kLower || kind == Letter::kUncased) ++out.lower_words;
    if (kind == Letter::kUpper) {
      ++out.capital_words;
      if (counts.after_stop) ++out.inner_stops;
    }
    // Quotes and brackets before a word do not hide its first letter.
    counts.at_word_start = kind == Letter::kNone && (is_opening_quote(c) || c == '(' || c == '\'');
    if (counts.at_word_start) --out.words;
  }
  if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F) ++out.inner_stops;
  if (!is_closing_mark(c)) counts.after_stop = is_sentence_mark(c);
}

bool has_address(std::string_view line) {
  if (line.find("http://") != std::string_view::npos || line.find("https://") != std::string_view::npos) return true;
  if (line.find("www.") != std::string_view::npos) return true;
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
  for (std::string_view mark : {"{{", "}}", "<script", "//-->", "function(", "var ", "window.", "{%", "<%"}) {
    const std::size_t at = line.find(mark);
    if (at != std::string_view::npos && (mark != "var " || at == 0)) return true;
  }
  return false;
}

}  // namespace

LineFeatures look_at(std::string_view line) {
  LineFeatures out;
  line = base::trim(line);
  if (line.empty()) return out;
  Counts counts;
  for (std::size_t at = 0; at < line.size();) {
    const bool first = at == 0;
    const auto byte = static_cast<unsigned char>(line[at]);
    const char32_t c = byte < 0x80 ? line[at++] : base::next_code_point(line, &at);
    const bool is_space = c == ' ' || c == 0xA0 || c == 0x3000 || (c >= 9 && c <= 13);
    ++out.chars;
    if (first) {
      out.begins_quote = is_opening_quote(c);
      out.begins_lower = letter_kind(c) == Letter::kLower;
    }
    count(c, is_space, counts, out);
  }
  out.words += counts.ideographs / 2;
  out.lower_words += counts.ideographs / 2;
  look_at_end(line, out);
  out.has_address = has_address(line);
  out.has_template = has_template(line);
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
