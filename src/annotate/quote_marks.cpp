#include "annotate/quote_marks.h"

#include <string_view>

namespace dateline::annotate {
namespace {

enum class Mark { kNone, kOpen, kClose, kEither };

Mark mark_of(std::string_view token) {
  if (token == "\"" || token == "''") return Mark::kEither;
  if (token == "“" || token == "``" || token == "„" || token == "«") return Mark::kOpen;
  if (token == "”" || token == "»") return Mark::kClose;
  return Mark::kNone;
}

// A plain mark opens after a space or an opening bracket; at the start of a paragraph; and wherever none is open.
bool opens(Mark mark, bool inside) {
  return mark == Mark::kOpen || (mark == Mark::kEither && !inside);
}

class Finder {
 public:
  explicit Finder(const Document& document) : document_(document) {}

  std::vector<QuotedStretch> run() {
    const std::vector<Sentence>& sentences = document_.sentences();
    for (std::size_t i = 0; i < sentences.size();) {
      std::size_t last = i;
      while (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[i].paragraph) ++last;
      scan(sentences[i].first_word, sentences[last].end_word, sentences[i].paragraph);
      i = last + 1;
    }
    return std::move(found_);
  }

 private:
  void scan(std::size_t first, std::size_t end, std::size_t paragraph);

  const Document& document_;
  std::vector<QuotedStretch> found_;
};

void Finder::scan(std::size_t first, std::size_t end, std::size_t paragraph) {
  bool inside = false;
  const bool pending = !found_.empty() && !found_.back().closed && found_.back().paragraph + 1 == paragraph;
  QuotedStretch open;
  for (std::size_t i = first; i < end; ++i) {
    const Word& word = document_.word(i);
    if (word.is_word() || word.kind == text::TokenKind::kNumber) continue;
    const Mark mark = mark_of(word.span.of(document_.text()));
    if (mark == Mark::kNone) continue;
    if (opens(mark, inside)) {
      if (inside && open.first < i) continue;  // A nested opening mark.
      inside = true;
      open = {i + 1, i + 1, paragraph, true, pending && i == first};
    } else if (inside) {
      inside = false;
      open.end = i;
      if (open.first < open.end) found_.push_back(open);
    }
  }
  if (!inside) return;
  open.end = end;
  open.closed = false;
  if (open.first < open.end) found_.push_back(open);
}

}  // namespace

std::vector<QuotedStretch> find_quoted(const Document& document) {
  return Finder(document).run();
}

}  // namespace dateline::annotate
