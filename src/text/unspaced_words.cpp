#include "text/unspaced_words.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>

#include "base/utf8.h"
#include "text/characters.h"

namespace dateline::text {
namespace {

constexpr std::size_t kPieceBytes = 3000;

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

// Opening an iterator costs far more than using it, and one serves one thread at a time.
UBreakIterator* thread_iterator() {
  thread_local const Iterator iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    Iterator opened(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
    return U_SUCCESS(status) ? std::move(opened) : Iterator();
  }();
  return iterator.get();
}

// Without ICU's data every character is a word.
void cut_characters(std::string_view piece, std::size_t base_bytes, std::vector<std::size_t>& ends) {
  for (std::size_t at = 0; at < piece.size();) {
    at = char_at(piece, at).end_bytes;
    ends.push_back(base_bytes + at);
  }
}

void cut_piece(std::string_view piece, std::size_t base_bytes, std::vector<std::size_t>& ends) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  UBreakIterator* iterator = thread_iterator();
  utext_openUTF8(&text, piece.data(), static_cast<std::int64_t>(piece.size()), &status);
  if (iterator != nullptr) ubrk_setUText(iterator, &text, &status);
  if (iterator == nullptr || U_FAILURE(status)) {
    cut_characters(piece, base_bytes, ends);
  } else {
    for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
      ends.push_back(base_bytes + static_cast<std::size_t>(at));
    }
  }
  utext_close(&text);
}

}  // namespace

std::vector<std::size_t> unspaced_word_ends(std::string_view run) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < run.size();) {
    const std::string_view piece = base::utf8_prefix(run.substr(at), kPieceBytes);
    cut_piece(piece, at, ends);
    at += piece.size();
  }
  return ends;
}

}  // namespace dateline::text
