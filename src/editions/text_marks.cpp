#include "editions/text_marks.h"

#include <algorithm>

namespace dateline::editions {
namespace {

MarkedPiece piece_of(const base::Span& span, const std::vector<const TextMark*>& around) {
  MarkedPiece piece{span, {}, {}};
  std::vector<std::string_view> kinds;
  for (const TextMark* mark : around) {
    const bool is_new = std::find(kinds.begin(), kinds.end(), mark->kind) == kinds.end();
    if (is_new && !mark->kind.empty()) kinds.push_back(mark->kind);
    if (mark->told.empty()) continue;
    if (!piece.told.empty()) piece.told += "; ";
    piece.told += mark->told;
  }
  for (const std::string_view kind : kinds) {
    if (!piece.kinds.empty()) piece.kinds += ' ';
    piece.kinds += kind;
  }
  return piece;
}

}  // namespace

std::vector<MarkedPiece> cut_by_marks(const base::Span& block, const std::vector<TextMark>& marks, std::size_t& next) {
  std::vector<MarkedPiece> pieces;
  std::vector<const TextMark*> around;
  // A mark that ends in a later block is met again there.
  std::size_t first_open = marks.size();
  std::size_t at = block.begin_bytes;
  while (at < block.end_bytes) {
    around.erase(
        std::remove_if(around.begin(), around.end(), [&](const TextMark* m) { return m->span.end_bytes <= at; }),
        around.end());
    for (; next < marks.size() && marks[next].span.begin_bytes <= at; ++next) {
      if (marks[next].span.end_bytes <= at) continue;
      if (marks[next].span.end_bytes > block.end_bytes) first_open = std::min(first_open, next);
      if (around.size() < kMaxMarksAtOnce) around.push_back(&marks[next]);
    }
    std::size_t end = block.end_bytes;
    if (next < marks.size()) end = std::min(end, marks[next].span.begin_bytes);
    for (const TextMark* mark : around) end = std::min(end, mark->span.end_bytes);
    pieces.push_back(piece_of({at, end}, around));
    at = end;
  }
  next = std::min(next, first_open);
  return pieces;
}

}  // namespace dateline::editions
