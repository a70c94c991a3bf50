#include "annotate/resources.h"

#include "base/embedded.h"

DATELINE_EMBEDDED(lexicon_en, en_lexicon_txt)
DATELINE_EMBEDDED(known_names, known_names_txt)
DATELINE_EMBEDDED(common_words, en_common_words_tsv)
DATELINE_EMBEDDED(person_names, person_names_tsv)
DATELINE_EMBEDDED(countries, countries_odbl_tsv)
DATELINE_EMBEDDED(cities, cities_tsv)
DATELINE_EMBEDDED(organisations, organisations_tsv)
DATELINE_EMBEDDED(name_model, name_model_bin)
DATELINE_EMBEDDED(calendar_words, calendar_words_txt)

namespace dateline::annotate {

Annotator::Resources::Resources()
    : lexicon(lexicon_en(), common_words()),
      gazetteer({known_names(), person_names(), countries(), cities(), organisations()}),
      names(name_model()),
      calendar(calendar_words()) {}

}  // namespace dateline::annotate
