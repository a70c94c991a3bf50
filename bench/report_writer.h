// bench/report_writer.h -- an article written word by word, with its annotations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "news/article.h"
#include "stream_world.h"

namespace dateline::bench {

/// Appends to an article. Offsets stay right as long as nothing else appends to its text.
class ReportWriter {
 public:
  explicit ReportWriter(news::Article& article);

  void begin_paragraph();
  void begin_sentence();
  void word(std::string_view word);
  /// The full name where the article has not named it yet.
  void name(const Name& name);
  /// `words` that mean `value` (TIMEX3).
  void time(std::string_view words, std::string value);
  void end_sentence();
  void end_paragraph();
  std::size_t words() const { return words_; }

 private:
  std::size_t append(std::string_view word);  // returns where it begins

  news::Article& article_;
  std::unordered_map<std::string, std::size_t> entities_;  // by key
  std::size_t paragraph_begin_ = 0;
  std::size_t sentence_begin_ = 0;
  bool at_begin_ = true;
  std::size_t words_ = 0;
};

}  // namespace dateline::bench
