#include "annotate/known_phrases.h"

#include <string>

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxKnownWords = 6;

}  // namespace

KnownPhrase longest_known(const Document& document, const Gazetteer& gazetteer, std::size_t at, std::size_t limit) {
  KnownPhrase best{at, std::nullopt};
  if (!document.word(at).is_word()) return best;
  std::string phrase;
  for (std::size_t i = at; i < limit && i < at + kMaxKnownWords; ++i) {
    const Word& word = document.word(i);
    if (i > at && word.space_before) phrase.push_back(' ');
    phrase += word.folded;
    const Gazetteer::Probe probe = gazetteer.probe(phrase);
    std::optional<KnownName> name = probe.name;
    if (!name && i == at && phrase.size() > 4 && phrase.back() == 's') {
      name = gazetteer.probe(std::string_view(phrase).substr(0, phrase.size() - 1)).name;  // "Russians"
      if (name && !name->demonym) name.reset();
    }
    const bool fits = name && (!name->needs_caps || i > at || word.all_caps);
    if (fits && (document.word(at).capitalised || name->source == Source::kCurated)) best = {i + 1, name};
    if (!probe.goes_on) break;
  }
  return best;
}

}  // namespace dateline::annotate
