#include "annotate/known_phrases.h"

#include <string_view>

namespace dateline::annotate {

KnownPhrase longest_known(const Document& document, const Gazetteer& gazetteer, std::size_t at, std::size_t limit) {
  const Word& first = document.word(at);
  if (!first.is_word()) return {at, std::nullopt};
  const auto fits = [&](const KnownName& name, std::size_t end) {
    const bool caps = !name.needs_caps || end > at + 1 || first.all_caps;
    return caps && (first.capitalised || name.source == Source::kCurated);
  };
  const KnownPhrase best = longest_known(document, gazetteer, at, limit, fits);
  const bool plural = !best.name && first.capitalised && first.folded.size() > 4 && first.folded.back() == 's';
  if (!plural || at >= limit) return best;
  const std::optional<KnownName> people = gazetteer.probe(first.folded.substr(0, first.folded.size() - 1)).name;
  return people && people->demonym ? KnownPhrase{at + 1, people} : best;
}

}  // namespace dateline::annotate
