#include "text/sentences.h"

#include <algorithm>

#include "base/strings.h"
#include "text/characters.h"
#include "text/sentence_followers.h"
#include "text/sentence_lexicon.h"
#include "text/sentence_marks.h"
#include "text/sentence_words.h"

namespace dateline::text {
namespace {

using base::Span;

// A dateline is looked for in so many bytes at the start of a paragraph; "(Agency) --" may be so long.
constexpr std::size_t kDatelineBytes = 64;
constexpr std::size_t kAgencyBytes = 40;
// "By 3 p.m.": a sentence's lead, before its subject, is no longer.
constexpr std::size_t kLeadBytes = 20;
constexpr std::string_view kParagraphSeparator = "\xE2\x80\xA9";

class Splitter {
 public:
  Splitter(std::string_view text, std::string_view language)
      : text_(text),
        lexicon_(SentenceLexicon::of(language)),
        followers_(text, lexicon_),
        stop_ordinals_(writes_ordinals_with_stop(language)),
        single_letters_join_(language == "de") {}

  std::vector<Span> run();

 private:
  // What follows a run of marks.
  struct Next {
    std::size_t begin = 0;  // the next sentence would begin here
    std::size_t word = 0;   // its first character that is no quote or bracket
    CharClass kind = CharClass::kSpace;
    char32_t code = 0;
    bool spaced = false;
  };

  void emit(std::size_t end);
  std::size_t take_line(std::size_t at);
  std::size_t take_bullet(std::size_t at, std::size_t end);
  bool in_quotes(std::size_t at);
  Next look_ahead(const MarkRun& run) const;
  bool ends(const MarkRun& run, const Next& next) const;
  bool ends_before_dash(const MarkRun& run, const Next& next) const;
  bool ends_tight(const MarkRun& run, const Next& next) const;
  bool plain_word_before(const MarkRun& run) const;
  bool stop_ends(const MarkRun& run, const Next& next) const;
  bool bang_ends(const MarkRun& run, const Next& next) const;
  bool ellipsis_ends(const MarkRun& run, const Next& next) const;
  bool number_ends(std::string_view word, const Next& next) const;
  bool is_dateline(const MarkRun& run, const Next& next) const;
  std::string_view word_before(std::size_t end) const;
  std::string_view chunk_before(std::size_t end) const;

  std::string_view text_;
  const SentenceLexicon& lexicon_;
  SentenceFollowers followers_;
  bool stop_ordinals_;
  bool single_letters_join_;
  std::vector<Span> sentences_;
  std::size_t begin_ = 0;        // of the sentence being read
  std::size_t quotes_from_ = 0;  // straight quotes are counted up to here
  bool quotes_odd_ = false;
};

std::vector<Span> Splitter::run() {
  begin_ = skip_space(text_, 0);
  std::size_t at = begin_;
  while ((at = next_mark(text_, at)) < text_.size()) {
    std::size_t mark_end = 0;
    const Mark mark = mark_at(text_, at, &mark_end);
    if (mark == Mark::kNone) {
      at = char_at(text_, at).end_bytes;
    } else if (mark == Mark::kLine) {
      at = take_line(at);
    } else if (mark == Mark::kBullet) {
      at = take_bullet(at, mark_end);
    } else {
      const MarkRun run = read_run(text_, at, in_quotes(at));
      const Next next = look_ahead(run);
      if (next.begin < text_.size() && ends(run, next)) {
        emit(run.end_bytes);
        begin_ = next.begin;
      }
      at = next.begin;
    }
  }
  emit(text_.size());
  return std::move(sentences_);
}

// Adds [begin_, end) without the white space at its end.
void Splitter::emit(std::size_t end) {
  while (end > begin_ && class_before(text_, end) == CharClass::kSpace) end = char_before(text_, end);
  if (end > begin_) sentences_.push_back({begin_, end});
  begin_ = end;
  quotes_from_ = end;
  quotes_odd_ = false;
}

// A bullet after white space begins a sentence. Returns where to read on.
std::size_t Splitter::take_bullet(std::size_t at, std::size_t end) {
  const bool stands_free =
      class_before(text_, at) == CharClass::kSpace && class_of(char_at(text_, end).code) == CharClass::kSpace;
  if (at > begin_ && stands_free) {
    emit(at);
    begin_ = at;
  }
  return end;
}

// What follows a blank line begins a sentence, and so does a line that a list mark begins. Returns where to read on.
std::size_t Splitter::take_line(std::size_t at) {
  const std::size_t next = skip_space(text_, at);
  if (next == text_.size()) return next;
  const std::string_view gap = text_.substr(at, next - at);
  const Char first = char_at(text_, next);
  const bool blank = std::count(gap.begin(), gap.end(), '\n') > 1 || gap.starts_with(kParagraphSeparator);
  const bool listed =
      (is_dash(first.code) || first.code == '*') && class_of(char_at(text_, first.end_bytes).code) == CharClass::kSpace;
  if (blank || listed) {
    emit(at);
    begin_ = next;
  }
  return next;
}

// Counts on from where it stopped, so that all calls together are linear.
bool Splitter::in_quotes(std::size_t at) {
  const std::size_t from = std::max(quotes_from_, begin_);
  if (at > from) {
    const std::string_view part = text_.substr(from, at - from);
    quotes_odd_ ^= std::count(part.begin(), part.end(), '"') % 2 == 1;
    quotes_from_ = at;
  }
  return quotes_odd_;
}

Splitter::Next Splitter::look_ahead(const MarkRun& run) const {
  Next next;
  next.begin = skip_space(text_, run.end_bytes);
  next.spaced = next.begin > run.end_bytes;
  next.word = next.begin;
  Char c = char_at(text_, next.word);
  for (int openers = 0; openers < 4 && (is_opener(c.code) || is_direction_mark(c.code)); ++openers) {
    next.word = c.end_bytes;
    c = char_at(text_, next.word);
  }
  next.code = c.code;
  next.kind = class_of(c.code);
  return next;
}

bool Splitter::ends(const MarkRun& run, const Next& next) const {
  if (run.wide) {
    const bool number = run.end_bytes - run.begin_bytes == 3 && next.kind == CharClass::kDigit && !next.spaced &&
                        class_before(text_, run.begin_bytes) == CharClass::kDigit;
    return !number && !(run.quote_closed && is_hiragana(next.code));
  }
  if (!next.spaced) return ends_tight(run, next);
  if (is_dash(char_at(text_, next.begin).code)) return ends_before_dash(run, next);
  if (next.kind == CharClass::kLower) {
    if (followers_.enumerator_at(next.begin)) return run.dots == 1 && plain_word_before(run);
    // "iPhone" and its like begin sentences in lower case.
    const std::string_view word = followers_.word_at(next.word);
    const bool inner_capital = word.size() > 2 && word.size() < 12 && base::is_ascii_upper(word[1]);
    return inner_capital && !run.ellipsis() && run.dots > 0 && stop_ends(run, next);
  }
  if (next.code == ',' || next.code == ';' || next.code == ':' || next.code == '.') return false;
  if (next.kind == CharClass::kMark) return false;
  const bool ended = run.bang ? bang_ends(run, next) : run.ellipsis() ? ellipsis_ends(run, next) : stop_ends(run, next);
  return ended && !is_dateline(run, next);
}

// A word that no list has, is no number and no letter alone.
bool Splitter::plain_word_before(const MarkRun& run) const {
  const std::string_view word = word_before(run.begin_bytes);
  return !word.empty() && !is_all_digits(word) && !is_acronym(word) && !is_single_letter(word) &&
         lexicon_.abbreviation(word) == Abbreviation::kNone;
}

// "It is over. - Next point" but "TOKYO, Nov. - " and "Washington, D.C. -- ".
bool Splitter::ends_before_dash(const MarkRun& run, const Next& next) const {
  std::size_t at = next.begin;
  while (is_dash(char_at(text_, at).code)) at = char_at(text_, at).end_bytes;
  at = skip_space(text_.substr(0, std::min(text_.size(), at + 4)), at);
  const CharClass after = class_of(char_at(text_, at).code);
  if (after == CharClass::kLower || run.ellipsis() || begin_ == at) return false;
  if (run.bang) return true;
  const std::string_view word = word_before(run.begin_bytes);
  return !is_acronym(word) && !is_single_letter(word) && lexicon_.abbreviation(word) == Abbreviation::kNone;
}

// No white space after the mark: a slip of the keyboard ("ended.The"), or a name, number or address.
bool Splitter::ends_tight(const MarkRun& run, const Next& next) const {
  if (next.kind != CharClass::kUpper || run.ellipsis()) return false;
  const std::size_t second = char_at(text_, next.word).end_bytes;
  const Char after = char_at(text_, second);
  if (after.code == '.' || class_of(after.code) == CharClass::kUpper || is_dash(after.code)) return false;
  const std::string_view chunk = chunk_before(run.begin_bytes);
  if (chunk.find_first_of("/@=_.") != std::string_view::npos || chunk.starts_with("www")) return false;
  if (run.quote_closed || run.bracket_closed) return true;
  const std::string_view word = word_before(run.begin_bytes);
  const CharClass last = class_before(text_, run.begin_bytes);
  const std::string_view follower = followers_.word_at(next.word);
  for (const std::string_view domain : {"com", "net", "org", "de", "co", "uk", "js", "io", "info"}) {
    if (base::equals_ignoring_case(follower, domain)) return false;
  }
  if (last == CharClass::kDigit) return word.size() >= 4 && is_all_digits(word);
  if (last != CharClass::kLower || word.size() < 2) return false;
  return lexicon_.abbreviation(word) == Abbreviation::kNone;
}

bool Splitter::stop_ends(const MarkRun& run, const Next& next) const {
  if (run.quote_closed) return true;
  const std::string_view word = word_before(run.begin_bytes);
  if (word.empty()) return true;
  const std::size_t word_begin = run.begin_bytes - word.size();
  const bool digits = is_all_digits(word);
  // "1. First point": the number that begins a sentence belongs to it.
  if (word_begin == begin_ && !run.bracket_closed && ((digits && word.size() <= 3) || is_single_letter(word))) {
    return false;
  }
  if (digits || (stop_ordinals_ && is_roman(word))) return number_ends(word, next);
  const Abbreviation listed = lexicon_.abbreviation(word);
  if (is_single_letter(word) && listed != Abbreviation::kTitle && listed != Abbreviation::kOpen) {
    if (listed == Abbreviation::kNumber && followers_.number_at(next.word)) return false;
    // A lower-case letter is seldom an initial; in scripts without case a letter alone is nothing else.
    const bool joins = single_letters_join_ || class_before(text_, run.begin_bytes) != CharClass::kLower;
    return !joins || followers_.starter_at(next.word);
  }
  switch (listed) {
    case Abbreviation::kTitle:
      return false;
    case Abbreviation::kNumber:
      return !followers_.number_at(next.word);
    case Abbreviation::kDate:
      return next.kind != CharClass::kDigit && followers_.starter_at(next.word);
    case Abbreviation::kOpen:
      return followers_.starter_at(next.word);
    case Abbreviation::kCompany:
      return followers_.starter_at(next.word) || followers_.new_subject_at(next.word);
    case Abbreviation::kState: {
      const std::size_t before = word_begin >= 2 && text_[word_begin - 1] == ' ' ? word_begin - 2 : text_.size();
      return before == text_.size() || text_[before] != ',' || followers_.starter_at(next.word);
    }
    case Abbreviation::kNone:
    case Abbreviation::kEnd:
    case Abbreviation::kBang:
      break;
  }
  if (!is_acronym(word) || followers_.starter_at(next.word)) return true;
  // "It ended at 5 p.m. Police said so.", but "By 3 p.m. Apple shares had lost".
  return is_half_day(word) && run.begin_bytes - begin_ > kLeadBytes && followers_.new_subject_at(next.word);
}

// "am 2. November", "Ludwig XIV.": where ordinals are written so, a short number goes on unless a starter follows.
bool Splitter::number_ends(std::string_view word, const Next& next) const {
  if (!stop_ordinals_ || word.size() > 5 || (is_all_digits(word) && word.size() > 3)) return true;
  const std::size_t begin = static_cast<std::size_t>(word.data() - text_.data());
  if (begin > begin_ && class_before(text_, begin) == CharClass::kPunctuation && text_[begin - 1] != '(') {
    return true;  // the end of "2:1" or "3,5"
  }
  return followers_.starter_at(next.word) || next.word != next.begin;
}

bool Splitter::bang_ends(const MarkRun& run, const Next& next) const {
  if (run.quote_closed) return !followers_.speaker_follows(next.word);
  const bool name = lexicon_.abbreviation(word_before(run.begin_bytes)) == Abbreviation::kBang;
  return !name || followers_.starter_at(next.word) || next.word != next.begin;
}

// An ellipsis after a space marks words left out; one that hangs on a word ends what trailed off.
bool Splitter::ellipsis_ends(const MarkRun& run, const Next& next) const {
  if (run.quote_closed) return !followers_.speaker_follows(next.word);
  const bool cut = class_before(text_, run.begin_bytes) == CharClass::kSpace;
  return !cut || run.dots > 3 || followers_.starter_at(next.word);
}

// "TOKYO. The", "Tokyo. (Reuters) -": only at the start of a paragraph.
bool Splitter::is_dateline(const MarkRun& run, const Next& next) const {
  if (!sentences_.empty() || run.begin_bytes - begin_ > kDatelineBytes || run.bang) return false;
  if (char_at(text_, next.begin).code == '(') {
    const std::string_view rest = text_.substr(next.begin, kAgencyBytes);
    const std::size_t close = rest.find(')');
    if (close == std::string_view::npos) return false;
    return is_dash(char_at(text_, skip_space(text_.substr(0, next.begin + close + 3), next.begin + close + 1)).code);
  }
  std::size_t letters = 0;
  for (std::size_t at = begin_; at < run.begin_bytes;) {
    const Char c = char_at(text_, at);
    const CharClass kind = class_of(c.code);
    if (kind == CharClass::kLower || kind == CharClass::kDigit || kind == CharClass::kLetter) return false;
    if (kind == CharClass::kPunctuation && c.code != ',' && c.code != '-' && c.code != '/') return false;
    letters += kind == CharClass::kUpper ? 1 : 0;
    at = c.end_bytes;
  }
  return letters >= 4 && letters <= 30 &&
         class_of(char_at(text_, char_at(text_, next.word).end_bytes).code) != CharClass::kUpper;
}

// The word that ends at `end`, inner stops kept ("U.S"); empty when it is longer than any listed one.
std::string_view Splitter::word_before(std::size_t end) const {
  std::size_t at = end;
  while (at > begin_) {
    const std::size_t before = char_before(text_, at);
    const char32_t code = char_at(text_, before).code;
    const CharClass kind = class_of(code);
    if (kind == CharClass::kSpace || (kind == CharClass::kPunctuation && code != '.')) break;
    if (end - before > kMaxListedBytes) return {};
    at = before;
  }
  // "9:30a.m.": the number is none of the word.
  std::size_t letters = at;
  while (letters < end && base::is_ascii_digit(text_[letters])) ++letters;
  if (letters < end && is_acronym(text_.substr(letters, end - letters))) at = letters;
  return text_.substr(at, end - at);
}

// Up to 40 bytes without white space before `end`.
std::string_view Splitter::chunk_before(std::size_t end) const {
  std::size_t at = end;
  while (at > begin_ && end - at < 40 && !base::is_ascii_space(text_[at - 1])) --at;
  return text_.substr(at, end - at);
}

}  // namespace

std::vector<Span> split_sentences(std::string_view paragraph, std::string_view language) {
  return Splitter(paragraph, language).run();
}

bool is_sentence_starter(std::string_view word, std::string_view language) {
  return SentenceLexicon::of(language).is_starter(word);
}

}  // namespace dateline::text
