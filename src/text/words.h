// text/words.h -- words as keys: case folding, stop words, stems.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace dateline::text {

/// Lower case without diacritics, typographic apostrophes made plain: "Kuriles’" and "KURILES'" fold alike; "São" to
/// "sao". For comparing, never for showing. Fast on ASCII; ICU beyond it.
std::string fold(std::string_view text);

/// True for function words of `language` ("en" or "de"; false for all words of others). `folded` is as fold() gives it.
bool is_stop_word(std::string_view folded, std::string_view language);

/// Snowball stems. One thread at a time; construction is cheap.
class Stemmer {
 public:
  /// A language without a stemmer gives one that returns words as they are.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of a folded word. The view is valid until the next call.
  std::string_view stem(std::string_view folded);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::text
