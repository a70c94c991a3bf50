// annotate/resources.h -- the embedded data of the room, read once.
#pragma once

#include <string_view>
#include <unordered_map>

#include "annotate/annotator.h"
#include "annotate/calendar_words.h"
#include "annotate/gazetteer.h"
#include "annotate/lexicon.h"
#include "annotate/name_keys.h"
#include "annotate/name_model.h"
#include "annotate/places.h"

namespace dateline::annotate {

struct Annotator::Resources {
  Resources();

  /// True when the rules for names, roles, cues and times are written for `language`, a BCP 47 primary subtag. A text
  /// too short for its language to be told ("") is read as English.
  static bool has_rules(std::string_view language) { return language.empty() || language == "en"; }
  /// What words are in `language`; empty for one that data/languages does not know.
  const Lexicon& lexicon_of(std::string_view language) const;

  Lexicon lexicon;  ///< English.
  std::unordered_map<std::string_view, Lexicon> other_lexicons;
  Lexicon no_lexicon;
  Gazetteer gazetteer;
  NameModel names;
  CalendarWords calendar;
  PlaceTables places;
  NameVariants variants;
};

}  // namespace dateline::annotate
