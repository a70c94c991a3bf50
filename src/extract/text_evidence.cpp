#include "extract/text_evidence.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <unordered_map>

#include "base/strings.h"
#include "extract/bylines.h"
#include "extract/datelines.h"
#include "extract/line_kinds.h"
#include "extract/sight_bounds.h"

namespace dateline::extract {
namespace {

// The value that `value` has among `bounds`.
std::uint8_t bucket(double value, std::span<const double> bounds) {
  const auto above = std::upper_bound(bounds.begin(), bounds.end(), value);
  return static_cast<std::uint8_t>(above - bounds.begin());
}

bool is_sentence(LineKind kind) {
  return kind == LineKind::kLongSentence || kind == LineKind::kShortSentence;
}

// Calls `visit` with each word that carries meaning: four letters or more, or a run of ideographs.
template <typename Visit>
void visit_words(std::string_view folded, Visit visit) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    const char c = i < folded.size() ? folded[i] : ' ';
    if (base::is_ascii_letter(c) || base::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) continue;
    if (i - begin >= 4) visit(folded.substr(begin, i - begin));
    begin = i + 1;
  }
}

// The words of the densest run: what the report is likely to be about.
class Vocabulary {
 public:
  Vocabulary(const std::vector<Line>& lines, const std::vector<std::string>& folded, const Run& dense) {
    for (std::size_t i = dense.first; i < dense.last; ++i) {
      if (lines[i].score <= 0) continue;
      visit_words(folded[i], [this, i](std::string_view word) {
        Entry& entry = words_[word];
        if (entry.last_line != i + 1) ++entry.lines;
        entry.last_line = i + 1;
      });
    }
  }

  // The share of the words of `folded` that another line has, or -1 when there are too few to tell. `counted`: the
  // line is itself in the vocabulary. Short reports hardly use a word twice.
  double share(std::string_view folded, bool counted) const {
    std::size_t all = 0;
    std::size_t known = 0;
    visit_words(folded, [&](std::string_view word) {
      ++all;
      const auto found = words_.find(word);
      if (found != words_.end() && found->second.lines > (counted ? 1u : 0u)) ++known;
    });
    return all < 2 || words_.size() < kTellingWords ? -1 : static_cast<double>(known) / static_cast<double>(all);
  }

 private:
  static constexpr std::size_t kTellingWords = 160;

  struct Entry {
    std::size_t lines = 0;
    std::size_t last_line = 0;
  };
  std::unordered_map<std::string_view, Entry> words_;
};

// Sums over any stretch of lines in constant time.
class Sums {
 public:
  template <typename Value>
  Sums(std::size_t lines, Value value) : upto_(lines + 1, 0.0) {
    for (std::size_t i = 0; i < lines; ++i) upto_[i + 1] = upto_[i] + value(i);
  }
  double before(std::size_t line, std::size_t reach) const {
    return upto_[line] - upto_[line > reach ? line - reach : 0];
  }
  double after(std::size_t line, std::size_t reach) const {
    const std::size_t end = std::min(upto_.size() - 1, line + 1 + reach);
    return upto_[end] - upto_[line + 1];
  }

 private:
  std::vector<double> upto_;
};

// Looks at all lines of one capture.
class Gatherer {
 public:
  Gatherer(const std::vector<Line>& lines, const Run& dense)
      : lines_(lines),
        dense_(dense),
        looks_(looks_of(lines)),
        folded_(folded(lines)),
        vocabulary_(lines, folded_, dense),
        mass_(lines.size(), [&](std::size_t i) { return std::max(0.0, lines[i].score); }),
        notices_(lines.size(), [&](std::size_t i) { return looks_[i].furniture ? 1.0 : 0.0; }),
        sentences_(lines.size(), [&](std::size_t i) { return looks_[i].kind == LineKind::kLongSentence ? 1.0 : 0.0; }),
        words_(lines.size(), [&](std::size_t i) { return words_of(i); }),
        sentence_words_(lines.size(), [&](std::size_t i) { return is_sentence(looks_[i].kind) ? words_of(i) : 0.0; }) {
    for (const std::string& line : folded_) ++copies_[line];
  }

  std::vector<std::vector<Evidence>> gather() {
    std::vector<std::vector<Evidence>> all(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      out_ = &all[i];
      out_->reserve(40);
      add(Sight::kAlways, 0);
      look_at_shape(i);
      look_for_marks(i);
      look_at_wording(lines_[i].features);
      look_at_neighbours(i);
      look_around(i);
      look_at_place(i);
      pass(looks_[i]);
    }
    return all;
  }

 private:
  static std::vector<LineLook> looks_of(const std::vector<Line>& lines) {
    std::vector<LineLook> looks;
    looks.reserve(lines.size());
    for (const Line& line : lines) looks.push_back(look_of(line.text, line.features));
    return looks;
  }
  static std::vector<std::string> folded(const std::vector<Line>& lines) {
    std::vector<std::string> out;
    out.reserve(lines.size());
    for (const Line& line : lines) out.push_back(lower_case(line.text));
    return out;
  }
  double words_of(std::size_t i) const { return static_cast<double>(lines_[i].features.words); }
  LineKind kind_at(std::size_t i) const { return i < looks_.size() ? looks_[i].kind : LineKind::kNone; }

  void add(Sight sight, std::size_t value) {
    out_->push_back({sight, static_cast<std::uint8_t>(std::min(value, kSightValues - 1))});
  }
  void measure(Sight sight, double value) { add(sight, bucket(value, bounds_of(sight))); }
  // That a capture begins or ends says how it was made, not what the line is.
  void add_kind(Sight sight, LineKind kind) {
    if (kind != LineKind::kNone) add(sight, static_cast<std::size_t>(kind));
  }
  void add_mark(bool seen, std::size_t mark) {
    if (seen) add(Sight::kMark, mark);
  }

  void look_at_shape(std::size_t i) {
    const LineFeatures& f = lines_[i].features;
    add(Sight::kKind, static_cast<std::size_t>(looks_[i].kind));
    measure(Sight::kWords, words_of(i));
    measure(Sight::kSmallWords, f.lower_share());
    measure(Sight::kStops, static_cast<double>(f.inner_stops));
    measure(Sight::kScore, lines_[i].score);
  }

  // In the order of kMarks.
  void look_for_marks(std::size_t i) {
    const std::string& text = lines_[i].text;
    const LineFeatures& f = lines_[i].features;
    const LineLook& look = looks_[i];
    const bool repeated = copies_.at(folded_[i]) > 1;
    add_mark(f.begins_quote, 0);
    add_mark(f.begins_lower, 1);
    add_mark(lines_[i].bullet, 2);
    add_mark(f.has_address, 3);
    add_mark(f.has_phone, 4);
    add_mark(f.has_price, 5);
    add_mark(repeated && f.words >= 6, 6);
    add_mark(repeated && f.words < 6, 7);
    add_mark(f.words >= 5 && find_dateline(text).has_value(), 8);
    add_mark(look.capitals, 9);
    add_mark(base::is_ascii_digit(text.front()), 10);
    add_mark(f.commas >= 1 && f.words <= 6 && !f.ends_sentence, 11);
    add_mark(f.words <= 5 && looks_like_name(text), 12);
    add_mark(look.byline, 13);
    add_mark(look.date, 14);
    add_mark(look.contact, 15);
    add_mark(f.separators > 0, 16);
    add_mark(text.find('?') != std::string::npos, 17);
    add_mark(text.find('!') != std::string::npos, 18);
    add_mark(text.front() == '(' && text.back() == ')', 19);
    add_mark(f.has_template, 20);
  }

  void look_at_wording(const LineFeatures& f) {
    const bool is_short = f.words <= 12;
    for (std::size_t bit = 0; bit < kWordings; ++bit) {
      const Wordings kind = 1u << bit;
      if ((f.wording.whole & kind) != 0) {
        add(Sight::kWholeWording, bit);
      } else if ((f.wording.start & kind) != 0) {
        add(is_short ? Sight::kStartWordingShort : Sight::kStartWordingLong, bit);
      } else if ((f.wording.any & kind) != 0) {
        add(is_short ? Sight::kWordingShort : f.words <= 30 ? Sight::kWordingMiddling : Sight::kWordingLong, bit);
      }
    }
  }

  void look_at_neighbours(std::size_t i) {
    // Before the first line, i - 1 wraps around to no line.
    add_kind(Sight::kKindBefore, kind_at(i - 1));
    add_kind(Sight::kKindAfter, kind_at(i + 1));
    add_kind(Sight::kKindTwoBefore, kind_at(i - 2));
    add_kind(Sight::kKindTwoAfter, kind_at(i + 2));
    const auto is_label = [](LineKind kind) {
      return kind == LineKind::kTitle || kind == LineKind::kLabel || kind == LineKind::kCapitals ||
             kind == LineKind::kCut;
    };
    const auto is_text = [](LineKind kind) { return is_sentence(kind) || kind == LineKind::kCut; };
    const bool text = is_text(looks_[i].kind);
    if (!text && !is_label(looks_[i].kind)) return;
    std::size_t alternating = 0;
    for (std::size_t k = 1; k <= 4; ++k) {
      const bool want_text = text == (k % 2 == 0);
      for (const LineKind kind : {kind_at(i - k), kind_at(i + k)}) {
        alternating += (want_text ? is_text(kind) : is_label(kind)) ? 1 : 0;
      }
    }
    add(Sight::kTeasers, (text ? 0 : 10) + alternating);
  }

  static double share(double part, double whole) { return whole == 0 ? -1 : part / whole; }

  void look_around(std::size_t i) {
    measure(Sight::kSentencesBefore, sentences_.before(i, 4));
    measure(Sight::kSentencesAfter, sentences_.after(i, 4));
    measure(Sight::kMassBefore, mass_.before(i, 12));
    measure(Sight::kMassAfter, mass_.after(i, 12));
    measure(Sight::kShareBefore, share(sentence_words_.before(i, 8), words_.before(i, 8)));
    measure(Sight::kShareAfter, share(sentence_words_.after(i, 8), words_.after(i, 8)));
    measure(Sight::kNoticesBefore, notices_.before(i, 4));
    measure(Sight::kNoticesAfter, notices_.after(i, 4));
    measure(Sight::kTextBefore, sentences_.before(i, i));
    measure(Sight::kTextBelow, sentences_.after(i, lines_.size()));
  }

  void look_at_place(std::size_t i) {
    const bool inside = i >= dense_.first && i < dense_.last;
    const bool above = i < dense_.first;
    const std::size_t edge = inside  ? std::min(i - dense_.first, dense_.last - 1 - i)
                             : above ? dense_.first - i
                                     : i - dense_.last + 1;
    const std::size_t near = edge >= 8 ? 3 : edge >= 4 ? 2 : edge >= 2 ? 1 : 0;
    add(Sight::kPlace, inside ? 0 : (above ? 1 : 5) + near);
    const std::uint8_t shared = bucket(vocabulary_.share(folded_[i], inside && lines_[i].score > 0), kSharedBounds);
    add(Sight::kShared, shared);
    if (shared > 0) add(Sight::kSharedAtPlace, (inside ? 0u : above ? 8u : 16u) + shared - 1u);
    measure(Sight::kSinceComments, since_comments_);
    measure(Sight::kSinceRelated, since_related_);
    measure(Sight::kSinceHead, since_head_);
  }

  void pass(const LineLook& look) {
    const auto step = [](double& since, bool again) { since = again ? 0 : since == kNeverPassed ? since : since + 1; };
    step(since_comments_, look.kind == LineKind::kCommentsLabel);
    step(since_related_, look.kind == LineKind::kRelatedLabel);
    step(since_head_, look.byline || look.date);
  }

  static constexpr std::size_t kWordings = 15;

  const std::vector<Line>& lines_;
  Run dense_;
  std::vector<LineLook> looks_;
  std::vector<std::string> folded_;
  Vocabulary vocabulary_;
  Sums mass_;
  Sums notices_;
  Sums sentences_;
  Sums words_;
  Sums sentence_words_;
  std::unordered_map<std::string_view, std::size_t> copies_;
  std::vector<Evidence>* out_ = nullptr;
  double since_comments_ = kNeverPassed;
  double since_related_ = kNeverPassed;
  double since_head_ = kNeverPassed;
};

}  // namespace

std::vector<std::vector<Evidence>> gather_evidence(const std::vector<Line>& lines, const Run& dense) {
  return Gatherer(lines, dense).gather();
}

}  // namespace dateline::extract
