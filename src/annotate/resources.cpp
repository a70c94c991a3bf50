#include "annotate/resources.h"

#include <utility>

#include "base/embedded.h"

DATELINE_EMBEDDED(lexicon_en, en_lexicon_txt)
DATELINE_EMBEDDED(lexicon_de, de_lexicon_txt)
DATELINE_EMBEDDED(lexicon_es, es_lexicon_txt)
DATELINE_EMBEDDED(lexicon_fr, fr_lexicon_txt)
DATELINE_EMBEDDED(lexicon_it, it_lexicon_txt)
DATELINE_EMBEDDED(lexicon_nl, nl_lexicon_txt)
DATELINE_EMBEDDED(lexicon_pt, pt_lexicon_txt)
DATELINE_EMBEDDED(lexicon_ru, ru_lexicon_txt)
DATELINE_EMBEDDED(known_names, known_names_txt)
DATELINE_EMBEDDED(common_words, en_common_words_tsv)
DATELINE_EMBEDDED(person_names, person_names_tsv)
DATELINE_EMBEDDED(countries, countries_odbl_tsv)
DATELINE_EMBEDDED(cities, cities_tsv)
DATELINE_EMBEDDED(organisations, organisations_tsv)
DATELINE_EMBEDDED(name_model, name_model_bin)
DATELINE_EMBEDDED(calendar_words, calendar_words_txt)
DATELINE_EMBEDDED(name_variants, name_variants_txt)
DATELINE_EMBEDDED(all_places, places_tsv)
DATELINE_EMBEDDED(place_names, place_names_tsv)
DATELINE_EMBEDDED(country_places, country_places_odbl_tsv)
DATELINE_EMBEDDED(landmarks, landmarks_tsv)

namespace dateline::annotate {

Annotator::Resources::Resources()
    : lexicon(lexicon_en(), common_words()),
      no_lexicon({}, {}, {}),
      gazetteer({known_names(), person_names(), countries(), cities(), organisations()}),
      names(name_model()),
      calendar(calendar_words()),
      places({all_places(), place_names(), country_places(), landmarks()}),
      variants(name_variants()) {
  const std::pair<std::string_view, std::string_view> classes_of[] = {
      {"de", lexicon_de()}, {"es", lexicon_es()}, {"fr", lexicon_fr()}, {"it", lexicon_it()},
      {"nl", lexicon_nl()}, {"pt", lexicon_pt()}, {"ru", lexicon_ru()}};
  for (const auto& [language, classes] : classes_of) other_lexicons.emplace(language, Lexicon(classes, {}, language));
}

const Lexicon& Annotator::Resources::lexicon_of(std::string_view language) const {
  if (has_rules(language)) return lexicon;
  const auto found = other_lexicons.find(language);
  return found == other_lexicons.end() ? no_lexicon : found->second;
}

}  // namespace dateline::annotate
