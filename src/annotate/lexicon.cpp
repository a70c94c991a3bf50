#include "annotate/lexicon.h"

#include <array>
#include <utility>

#include "annotate/sorted_table.h"
#include "base/strings.h"
#include "text/words.h"

namespace dateline::annotate {
namespace {

constexpr std::array<std::pair<std::string_view, WordClasses>, 22> kClassNames = {{
    {"honorific", kHonorific},
    {"title", kTitle},
    {"rolehead", kRoleHead},
    {"rolemod", kRoleModifier},
    {"orghead", kOrgHead},
    {"orgtail", kOrgTail},
    {"placehead", kPlaceHead},
    {"placetail", kPlaceTail},
    {"eventhead", kEventHead},
    {"eventtail", kEventTail},
    {"placeprep", kPlacePreposition},
    {"direction", kDirection},
    {"cue", kCue},
    {"speech", kSpeech},
    {"particle", kParticle},
    {"landform", kLandform},
    {"timeword", kTimeWord},
    {"attitude", kAttitude},
    {"cuenoun", kCueNoun},
    {"cueadj", kCueAdjective},
    {"verb", kVerb},
    {"sayer", kSayer},
}};

WordClasses class_named(std::string_view name) {
  for (const auto& [known, bit] : kClassNames) {
    if (known == name) return bit;
  }
  return name == "pronoun" ? WordClasses{kPronoun} : 0;
}

}  // namespace

Lexicon::Lexicon(std::string_view classes, std::string_view common_words, std::string_view language)
    : common_words_(common_words), language_(language) {
  words_.reserve(classes.size() / 4);  // Twice what there is: most words of a text are in no class, told so at once.
  for (const std::string_view line : base::split(classes, '\n')) {
    const std::size_t colon = line.find(':');
    if (line.empty() || line.front() == '#' || colon == std::string_view::npos) continue;
    const WordClasses bit = class_named(base::trim(line.substr(0, colon)));
    if (bit == 0) continue;
    for (const std::string_view word : base::split(line.substr(colon + 1), ',')) {
      if (const std::string_view trimmed = base::trim(word); !trimmed.empty()) words_[trimmed] |= bit;
    }
  }
}

WordClasses Lexicon::classes(std::string_view folded) const {
  if (folded.size() > 1 && folded.back() == '.') folded.remove_suffix(1);
  const auto found = words_.find(folded);
  const WordClasses bits = found == words_.end() ? 0 : found->second;
  return text::is_stop_word(folded, language_) ? bits | kStopWord : bits;
}

bool Lexicon::is_common(std::string_view folded) const {
  return common_words_.find(folded).has_value();
}

}  // namespace dateline::annotate
