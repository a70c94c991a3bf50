#include "extract/text_report.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/line_model.h"
#include "extract/text_evidence.h"

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

// "3. Storneset", "b) Langholm".
bool is_numbered(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && at < 3 && base::is_ascii_digit(line[at])) ++at;
  if (at == 0 && !line.empty() && base::is_ascii_lower(line[0])) at = 1;
  return at > 0 && at + 1 < line.size() && (line[at] == '.' || line[at] == ')') && line[at + 1] == ' ';
}

// What a line of the report is.
LineRole role_in_report(const Line& line) {
  if ((line.features.wording.any & kMedia) != 0 && line.score <= 0) return LineRole::kCaption;
  if (line.bullet || (line.features.words <= 12 && is_numbered(line.text))) return LineRole::kListItem;
  const bool reads_well = line.score > 0 || line.features.ends_sentence;
  return reads_well || !could_be_subhead(line) ? LineRole::kParagraph : LineRole::kSubhead;
}

// By its wording the line is no part of any report, wherever it stands.
bool is_certain_furniture(const Line& line) {
  constexpr Wordings kStarts = kRelated | kComments | kRights | kContact | kAdvert;
  constexpr std::size_t kMostWords = 40;
  const LineFeatures& f = line.features;
  if (f.has_template || f.is_phone || f.wording.whole != kNoWording || ends_report(line)) return true;
  return (f.wording.start & kStarts) != 0 && f.words <= kMostWords;
}

// Sets the roles of the lines that `is_report` picks, furniture left out. Returns where they stand.
template <typename IsReport>
Run mark_lines(std::vector<Line>& lines, IsReport is_report) {
  Run run;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_report(i) || is_certain_furniture(lines[i])) continue;
    if (run.empty()) run.first = i;
    run.last = i + 1;
    run.score += lines[i].score;
    lines[i].role = role_in_report(lines[i]);
  }
  return run;
}

// Lines left out between two of the report are its list when each is marked or numbered, or when the line above says
// by a colon that a list follows.
bool is_list(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  const bool announced = lines[begin - 1].features.ends_colon;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_furniture(lines[i].features) || lines[i].features.has_address) return false;
    if (!announced && !lines[i].bullet && !is_numbered(lines[i].text)) return false;
  }
  return true;
}

// A lone line between two paragraphs that names what comes is a subhead even where it looks like a label; and lists.
void fill_gaps(std::vector<Line>& lines, const Run& run) {
  const auto is_text = [](const Line& line) { return line.role == LineRole::kParagraph && line.score > 0; };
  for (std::size_t i = run.first + 1; i + 1 < run.last; ++i) {
    std::size_t end = i;
    while (end < run.last && lines[end].role == LineRole::kFurniture) ++end;
    if (end == i || end == run.last) continue;
    const bool list = is_list(lines, i, end);
    for (std::size_t k = i; list && k < end; ++k) lines[k].role = LineRole::kListItem;
    const bool alone = end == i + 1 && is_text(lines[i - 1]) && is_text(lines[end]);
    if (!list && alone && could_be_subhead(lines[i])) lines[i].role = LineRole::kSubhead;
    i = end;
  }
}

// The tools and adverts that stand between paragraphs do not end a report: a long sentence right below a few of them,
// where running text is densest, still belongs to it. Returns whether it has lengthened `run`.
bool take_up_again(std::vector<Line>& lines, const Run& dense, Run& run) {
  constexpr std::size_t kMostTools = 3;
  const auto is_tool = [](const Line& line) {
    constexpr Wordings kTools = kShare | kTool | kAdvert;
    return (line.features.wording.whole & kTools) != 0 && (line.features.wording.all() & ~kTools) == 0;
  };
  std::size_t next = run.last;
  while (next < dense.last && next < run.last + kMostTools && is_tool(lines[next])) ++next;
  if (next == run.last || next >= dense.last) return false;
  if (lines[next].score < 1.5 || !lines[next].features.ends_sentence) return false;
  lines[next].role = role_in_report(lines[next]);
  run.last = next + 1;
  return true;
}

}  // namespace

news::ParagraphKind kind_of(LineRole role) {
  switch (role) {
    case LineRole::kSubhead:
      return news::ParagraphKind::kSubhead;
    case LineRole::kListItem:
      return news::ParagraphKind::kListItem;
    case LineRole::kQuotation:
      return news::ParagraphKind::kQuotation;
    case LineRole::kCaption:
      return news::ParagraphKind::kCaption;
    case LineRole::kParagraph:
    case LineRole::kFurniture:
      break;
  }
  return news::ParagraphKind::kParagraph;
}

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

Run best_run(const std::vector<Line>& lines) {
  Run best;
  Run run;
  double sum = 0;
  double peak = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double score = lines[i].score;
    const bool barrier = begins_comments(lines[i]) || (i > 0 && ends_report(lines[i - 1]));
    if (barrier || sum <= 0 || sum < peak - kPatience) {
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

Run mark_report(std::vector<Line>& lines, const LineModel& model) {
  const Run dense = best_run(lines);
  if (dense.empty()) return dense;
  const std::vector<LineState> states = model.states(gather_evidence(lines, dense));
  Run run = mark_lines(lines, [&](std::size_t i) { return states[i] == LineState::kReport; });
  // There is text, and what the model took for it is all furniture by its wording, or reads like none: a hundred short
  // lines below two paragraphs can outweigh them. The densest text it is.
  if (run.score <= 0) {
    for (Line& line : lines) line.role = LineRole::kFurniture;
    run = mark_lines(lines, [&](std::size_t i) { return i >= dense.first && i < dense.last && lines[i].score > 0; });
  }
  if (run.empty()) return run;
  while (take_up_again(lines, dense, run)) {
  }
  fill_gaps(lines, run);
  return run;
}

Run mark_report(std::vector<Line>& lines) {
  return mark_report(lines, line_model());
}

}  // namespace dateline::extract
