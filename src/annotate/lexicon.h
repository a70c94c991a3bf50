// annotate/lexicon.h -- the classes of words that the rules speak of ("title", "cue", "orgtail"), from
// data/languages/<language>/lexicon.txt.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "annotate/sorted_table.h"

namespace dateline::annotate {

/// A set of word classes, as bits.
using WordClasses = std::uint32_t;

enum WordClass : WordClasses {
  kHonorific = 1u << 0,     ///< "Mr": stands before a name and is no role.
  kTitle = 1u << 1,         ///< "Senator", "Gen": stands right before a name.
  kRoleHead = 1u << 2,      ///< "minister", "spokeswoman": the noun of a role.
  kRoleModifier = 1u << 3,  ///< "prime", "former": may stand before it.
  kOrgHead = 1u << 4,       ///< "Ministry" of …
  kOrgTail = 1u << 5,       ///< … "Inc", "Party"
  kPlaceHead = 1u << 6,     ///< "Gulf" of …
  kPlaceTail = 1u << 7,     ///< … "River", "County"
  kEventHead = 1u << 8,     ///< "Battle" of …
  kEventTail = 1u << 9,     ///< … "Treaty", "Cup"
  kPlacePreposition = 1u << 10,
  kDirection = 1u << 11,  ///< "South", "New": first words of places.
  kCue = 1u << 12,        ///< Verbs that bring someone's words or thoughts.
  kSpeech = 1u << 13,     ///< The cues that can stand with direct speech.
  kStopWord = 1u << 14,
  kCommonWord = 1u << 15,    ///< In the dictionary in lower case. Only set for words that stand capitalised.
  kParticle = 1u << 16,      ///< "van", "bin": lower-case parts of people's names.
  kPronoun = 1u << 17,       ///< "he", "she", "they": can be a source.
  kLandform = 1u << 18,      ///< "river", "valley": written small behind a name, makes it a place.
  kTimeWord = 1u << 19,      ///< "last", "nov", "half": may be the first word of a time.
  kAttitude = 1u << 20,      ///< Verbs of wishing, judging, deciding: "endorsed", "wants".
  kCueNoun = 1u << 21,       ///< "statement", "call", "plan": nouns that bring someone's words or thoughts.
  kCueAdjective = 1u << 22,  ///< "confident", "opposed".
  kVerb = 1u << 23,          ///< Finite verbs that are irregular: "went", "gives".
  kSayer = 1u << 24,         ///< "critics", "residents", "report": nouns that have opinions.
};

/// Word classes by folded word. Threads: any, once built.
class Lexicon {
 public:
  /// `classes`: lines "class: word, word", '#' comments. Unknown classes and ill-formed lines are skipped.
  /// `common_words`: a SortedTable's lines. `language`: whose stop words count, a BCP 47 primary subtag or empty.
  explicit Lexicon(std::string_view classes, std::string_view common_words = {}, std::string_view language = "en");

  /// Classes of a folded word; a final stop does not count ("gen." as "gen").
  WordClasses classes(std::string_view folded) const;
  /// True for words that a dictionary has in lower case.
  bool is_common(std::string_view folded) const;

 private:
  std::unordered_map<std::string_view, WordClasses> words_;
  SortedTable common_words_;
  std::string_view language_;
};

}  // namespace dateline::annotate
