#include "stories/concepts.h"

#include <string>
#include <unordered_map>

#include "base/embedded.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "text/similarity.h"
#include "text/words.h"

DATELINE_EMBEDDED(news_concepts, en_news_concepts_txt)

namespace dateline::stories {
namespace {

// Six letters hold "minister" and "ministerial", "negotiate" and "negotiation" together and few strangers (measured on
// sentence links: 5 to 7 letters and whole stems do equally well).
constexpr std::size_t kStemBytes = 6;

using Concepts = std::unordered_map<std::string, TermKey>;

Concepts read_concepts() {
  Concepts concepts;
  text::Stemmer english("en");
  for (const std::string_view line : base::split(news_concepts(), '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    TermKey key = 0;
    for (const std::string_view word : base::split_words(line)) {
      if (key == 0) key = key_of(text::term_id(short_stem(english.stem(word))));
      concepts.emplace(std::string(word), key);
      concepts.emplace(std::string(english.stem(word)), key);
    }
  }
  return concepts;
}

}  // namespace

std::string short_stem(std::string_view stem) {
  std::string out(base::utf8_prefix(stem, kStemBytes));
  const std::size_t place = stem.find("enc");
  if (place != std::string_view::npos && place + 3 == stem.size() && place + 2 < out.size()) out[place + 2] = 's';
  return out;
}

TermKey concept_key(std::string_view folded, std::string_view stem) {
  static const Concepts kConcepts = read_concepts();
  if (const auto found = kConcepts.find(std::string(folded)); found != kConcepts.end()) return found->second;
  if (const auto found = kConcepts.find(std::string(stem)); found != kConcepts.end()) return found->second;
  return key_of(text::term_id(short_stem(stem)));
}

}  // namespace dateline::stories
