// annotate/resources.h -- the embedded data of the room, read once.
#pragma once

#include "annotate/annotator.h"
#include "annotate/calendar_words.h"
#include "annotate/gazetteer.h"
#include "annotate/lexicon.h"
#include "annotate/name_model.h"

namespace dateline::annotate {

struct Annotator::Resources {
  Resources();
  Lexicon lexicon;
  Gazetteer gazetteer;
  NameModel names;
  CalendarWords calendar;
};

}  // namespace dateline::annotate
