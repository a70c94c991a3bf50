#include "extract/text_report.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/utf8.h"

namespace dateline::extract {
namespace {

constexpr double kPatience = 7.0;

// Marks that lists put before their items.
constexpr std::array<std::string_view, 9> kBullets{"•", "·", "▪", "■", "●", "◦", "‣", "* ", "- "};

std::string_view without_bullet(std::string_view line, bool* had_one) {
  for (std::string_view bullet : kBullets) {
    if (line.starts_with(bullet)) {
      *had_one = true;
      return base::trim(line.substr(bullet.size()));
    }
  }
  return line;
}

constexpr std::size_t kMinWidth = 50;   // Nobody breaks running text into narrower lines...
constexpr std::size_t kMaxWidth = 100;  // ...or into wider ones.

struct RawLine {
  std::string_view text;
  bool bullet = false;
  bool after_blank = false;
};

std::vector<RawLine> split_lines(std::string_view utf8) {
  std::vector<RawLine> out;
  bool blank = true;
  for (std::string_view raw : base::split(utf8, '\n')) {
    RawLine line;
    line.text = without_bullet(base::trim(raw), &line.bullet);
    if (!line.text.empty()) {
      line.after_blank = blank;
      out.push_back(line);
    }
    blank = line.text.empty();
  }
  return out;
}

// The line could not have taken the next one's first word: it is broken there because it is full. A header may be a
// little wider than the text, so a few columns are allowed for.
bool is_full(const RawLine& line, const RawLine& next, std::size_t width) {
  const std::size_t space = std::min(next.text.find(' '), next.text.size());
  return base::count_code_points(line.text) + 1 + base::count_code_points(next.text.substr(0, space)) + 3 > width;
}

bool may_join(const RawLine& line, const RawLine& next) {
  return !next.after_blank && !next.bullet && line.text.size() >= kMinWidth - 15;
}

// The width at which somebody's mail program or teleprinter has broken the text, or 0: no line is longer, and most
// lines that have a neighbour below are full.
std::size_t wrap_width(const std::vector<RawLine>& lines) {
  std::size_t width = 0;
  for (const RawLine& line : lines) width = std::max(width, base::count_code_points(line.text));
  if (width < kMinWidth || width > kMaxWidth) return 0;
  std::size_t full = 0;
  std::size_t open_ended = 0;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!may_join(lines[i], lines[i + 1])) continue;
    ++pairs;
    if (!is_full(lines[i], lines[i + 1], width)) continue;
    ++full;
    const char last = lines[i].text.back();
    open_ended += last != '.' && last != '!' && last != '?' && last != '"' && last != ':' ? 1 : 0;
  }
  return full >= 4 && full * 2 >= pairs && open_ended * 3 >= full * 2 ? width : 0;
}

void add_line(std::string text, bool bullet, std::vector<Line>& lines) {
  Line line;
  line.text = std::move(text);
  line.bullet = bullet;
  line.features = look_at(line.text);
  line.score = report_score(line.features);
  lines.push_back(std::move(line));
}

bool begins_comments(const Line& line) {
  const WordingHits& w = line.features.wording;
  return ((w.whole | w.start) & kComments) != 0;
}

// "(Reporting by …; Editing by …)", "To contact the reporter": an agency's report ends here.
bool ends_report(const Line& line) {
  return (line.features.wording.start & kContact) != 0 || line.text.starts_with("(Reporting by ");
}

// A short line between paragraphs that names what comes: it begins like a sentence or title and ends like neither.
bool could_be_subhead(const Line& line) {
  const LineFeatures& f = line.features;
  return !is_furniture(f) && f.words >= 1 && f.words <= 12 && f.letters >= 3 && !f.begins_lower && !f.has_address &&
         f.separators == 0 && !f.ends_cut && f.wording.any == kNoWording;
}

// Sets the roles inside the run.
void mark_inside(std::vector<Line>& lines, const Run& run) {
  for (std::size_t i = run.first; i < run.last; ++i) {
    Line& line = lines[i];
    if (is_furniture(line.features)) continue;
    if ((line.features.wording.any & kMedia) != 0 && line.score <= 0) {
      line.role = LineRole::kCaption;
      continue;
    }
    const bool reads_well = line.score > 0 || line.features.ends_sentence;
    if (reads_well) {
      line.role = line.bullet ? LineRole::kListItem : LineRole::kParagraph;
      continue;
    }
    const bool after_text = i > run.first && lines[i - 1].score > 0;
    const bool before_text = i + 1 < run.last && lines[i + 1].score > 0;
    if (after_text && before_text && could_be_subhead(line)) {
      line.role = LineRole::kSubhead;
    }
  }
}

}  // namespace

std::vector<Line> read_lines(std::string_view utf8) {
  const std::vector<RawLine> raw = split_lines(utf8);
  const std::size_t width = wrap_width(raw);
  std::vector<Line> lines;
  std::string joined;
  bool bullet = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (joined.empty()) bullet = raw[i].bullet;
    if (!joined.empty()) joined += ' ';
    joined += raw[i].text;
    if (width > 0 && i + 1 < raw.size() && may_join(raw[i], raw[i + 1]) && is_full(raw[i], raw[i + 1], width)) continue;
    add_line(std::move(joined), bullet, lines);
    joined.clear();
  }
  return lines;
}

Run best_run(const std::vector<Line>& lines, double patience) {
  Run best;
  Run run;
  double sum = 0;
  double peak = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double score = lines[i].score;
    const bool barrier = begins_comments(lines[i]) || (i > 0 && ends_report(lines[i - 1]));
    if (barrier || sum <= 0 || sum < peak - patience) {
      run = {i, i, 0};
      sum = peak = 0;
    }
    sum += score > 0 ? score : std::max(-0.9, score * 0.6);
    if (sum > peak) {
      peak = sum;
      run.last = i + 1;
      run.score = sum;
      if (sum > best.score) best = run;
    }
  }
  return best;
}

Run mark_report(std::vector<Line>& lines) {
  const Run run = best_run(lines, kPatience);
  mark_inside(lines, run);
  return run;
}

}  // namespace dateline::extract
