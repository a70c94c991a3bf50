#include "extract/text_head.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "extract/bylines.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kHeadLines = 14;  // How far above the report its headline, byline and day are looked for.
constexpr std::size_t kTailLines = 12;  // How far below it a contact line or day is.
constexpr std::size_t kDateWords = 24;  // "Published on … at …, updated on … at …" is no longer.

bool is_date_line(const Line& line, std::string_view language) {
  return line.features.words <= 16 && line.features.digits > 0 &&
         text::find_written_date(line.text, language).has_value();
}

// "Slug: BRIDGE Priority: 3": fields of a wire message.
bool has_fields(std::string_view line) {
  std::size_t fields = 0;
  for (std::size_t at = line.find(": "); at != std::string_view::npos; at = line.find(": ", at + 2)) ++fields;
  return fields >= 2;
}

// A line that names what follows: several words, some of them small, none of them furniture, no full stop at its end.
bool looks_like_headline(const Line& line) {
  const LineFeatures& f = line.features;
  if (is_furniture(f) || f.words < 3 || f.words > 26 || f.chars > 180 || f.chars < 12) return false;
  if ((f.wording.any & kMedia) != 0) return false;
  // "* Ships to move again from Saturday", "(Adds union comment)": an agency's summary and notes to editors.
  if (line.bullet || line.text.front() == '(') return false;
  if (f.separators > 0 || f.has_address || f.begins_lower || f.ends_cut) return false;
  if (line.text.ends_with('.') && !line.text.ends_with("..") && f.words > 3) return false;
  if (f.digits * 2 > f.letters || has_fields(line.text)) return false;
  return !parse_byline(line.text);
}

// Menus put capitalised words in a row; a headline in title case has small words in it or says who wrote it right
// below.
bool is_bare_title_case(const LineFeatures& f) {
  return f.lower_words == 0;
}

// Where `folded` says that what follows is the day of a change; its end when it does not.
std::size_t find_update_word(std::string_view folded) {
  constexpr std::array<std::string_view, 14> kWords{
      "updated",    "modified",    "aktualisiert",   "mis à jour", "actualizado", "aggiornato", "atualizado",
      "bijgewerkt", "last update", "letztes update", "geändert",   "edited",      "upd",        "stand:"};
  std::size_t first = folded.size();
  for (const std::string_view word : kWords) first = std::min(first, folded.find(word));
  return first;
}

}  // namespace

std::optional<std::size_t> find_headline(const std::vector<Line>& lines, const Run& run) {
  std::optional<std::size_t> best;
  std::size_t misses = 0;
  const std::size_t stop = run.first > kHeadLines ? run.first - kHeadLines : 0;
  for (std::size_t i = run.first; i-- > stop;) {
    const Line& line = lines[i];
    if (looks_like_headline(line)) {
      if (is_bare_title_case(line.features)) {
        const bool announced = i + 1 < lines.size() && parse_byline(lines[i + 1].text).has_value();
        if (!announced && (line.features.words < 4 || i + 1 != run.first)) {
          ++misses;
          continue;
        }
      }
      // Directly above a headline stands nothing but its like when the lower one is a deck.
      if (!best) {
        best = i;
        continue;
      }
      if (i + 1 == *best && line.features.lower_words > 0 && i > 0 && !looks_like_headline(lines[i - 1])) best = i;
      break;
    }
    if (best) break;
    if (parse_byline(line.text) || is_date_line(line, "")) continue;
    // Tools and notices between headline and text are common, whole menus are not.
    if (++misses > 8) break;
  }
  return best;
}

void read_byline(const std::vector<Line>& lines, const Run& run, news::Article& article) {
  const std::size_t stop = run.first > kHeadLines ? run.first - kHeadLines : 0;
  const std::size_t head_end = std::min(lines.size(), run.first + 3);
  for (std::size_t i = head_end; i-- > stop;) {
    if (lines[i].role != LineRole::kFurniture) continue;
    if (const auto byline = parse_byline(lines[i].text)) {
      article.byline = byline->text;
      article.authors = byline->authors;
      return;
    }
  }
  const std::size_t tail_end = std::min(lines.size(), run.last + kTailLines);
  for (std::size_t i = run.first; i < tail_end; ++i) {
    if (lines[i].role != LineRole::kFurniture) continue;
    auto byline = parse_contact_line(lines[i].text);
    if (!byline && i >= run.last && i < run.last + 3) byline = parse_byline(lines[i].text);
    if (!byline) continue;
    if (i >= run.last && parse_byline(lines[i].text)) article.byline = byline->text;
    article.authors = byline->authors;
    return;
  }
}

void read_dates(const std::vector<Line>& lines, const Run& run, news::Article& article) {
  const std::size_t stop = run.first > kHeadLines ? run.first - kHeadLines : 0;
  const std::size_t tail_end = std::min(lines.size(), run.last + 4);
  const auto look = [&](std::size_t i) {
    if (lines[i].role != LineRole::kFurniture || lines[i].features.words > kDateWords) return;
    if ((lines[i].features.wording.all() & (kRights | kComments)) != 0) return;
    // Folding may shorten a line (apostrophes, spaces); then the folded one must do.
    const std::string folded = lower_case(lines[i].text);
    const std::string_view line = folded.size() == lines[i].text.size() ? lines[i].text : folded;
    const std::string_view made = line.substr(0, find_update_word(folded));
    const auto changed = text::find_written_date(line.substr(made.size()), article.language);
    if (changed && !article.modified) article.modified = changed;
    // "5 March, updated": the word may also follow its day, when no other comes after it.
    const auto date = text::find_written_date(made, article.language);
    if (!date) return;
    if (made.size() < line.size() && !changed) {
      if (!article.modified) article.modified = date;
      return;
    }
    if (!article.published.instant) article.published = news::stated(*date);
  };
  for (std::size_t i = std::min(run.first + 2, lines.size()); i-- > stop;) look(i);
  for (std::size_t i = run.last; i < tail_end; ++i) look(i);
  if (!article.published.instant && article.modified) {
    // An update is all that is said: the report is at least that old, and readers mean this day.
    article.published = news::stated(*article.modified);
  }
}

}  // namespace dateline::extract
