#include "extract/byline_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "extract/line_features.h"

namespace dateline::extract {
namespace {

// Words for "by" as they stand in front of a name. Longer ones first, so that "written by" is not read as a name.
constexpr std::array<std::string_view, 49> kByWords{"auteur : ",
                                                    "auteur: ",
                                                    "eingestellt von ",
                                                    "erstellt von ",
                                                    "gepostet von ",
                                                    "article written by ",
                                                    "written by ",
                                                    "posted by ",
                                                    "published by ",
                                                    "reported by ",
                                                    "story by ",
                                                    "words by ",
                                                    "text by ",
                                                    "author: ",
                                                    "authors: ",
                                                    "author ",
                                                    "words: ",
                                                    "by: ",
                                                    "by | ",
                                                    "by ",
                                                    "geschrieben von ",
                                                    "verfasst von ",
                                                    "veröffentlicht von ",
                                                    "ein artikel von ",
                                                    "ein beitrag von ",
                                                    "ein kommentar von ",
                                                    "eine analyse von ",
                                                    "ein gastbeitrag von ",
                                                    "text von ",
                                                    "von: ",
                                                    "von ",
                                                    "autor: ",
                                                    "autorin: ",
                                                    "autoren: ",
                                                    "text: ",
                                                    "redaktion: ",
                                                    "écrit par ",
                                                    "publié par ",
                                                    "par ",
                                                    "escrito por ",
                                                    "por: ",
                                                    "por ",
                                                    "scritto da ",
                                                    "redazione di ",
                                                    "a cura di ",
                                                    "di ",
                                                    "door ",
                                                    "av ",
                                                    "autor "};

// What follows a name in a byline and is not part of it.
constexpr std::array<std::string_view, 50> kPosts{"staff writer",
                                                  "staff writers",
                                                  "staff reporter",
                                                  "staff",
                                                  "correspondent",
                                                  "reporter",
                                                  "editor",
                                                  "writer",
                                                  "associated press",
                                                  "reuters",
                                                  "news service",
                                                  "columnist",
                                                  "special to",
                                                  "for the",
                                                  "bureau chief",
                                                  "producer",
                                                  "contributor",
                                                  "contributing",
                                                  "redaktion",
                                                  "redakteur",
                                                  "korrespondent",
                                                  "volontär",
                                                  "agentur",
                                                  "freelance",
                                                  "critic",
                                                  "photographer",
                                                  "published",
                                                  "updated",
                                                  "posted",
                                                  "press",
                                                  "agency",
                                                  "afp",
                                                  "dpa",
                                                  "ap",
                                                  "apa",
                                                  "magazine",
                                                  "presse",
                                                  "and agencies",
                                                  "agencies",
                                                  "mit agenturen",
                                                  "mit dpa",
                                                  "autor",
                                                  "gast",
                                                  "tribune",
                                                  "news",
                                                  "times",
                                                  "daily",
                                                  "chief",
                                                  "director",
                                                  "admin"};

}  // namespace

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 24> kParticles{"de",  "del", "della", "di",  "da",  "dos", "das", "do",
                                                        "du",  "von", "van",   "der", "den", "ter", "ten", "zu",
                                                        "zur", "la",  "le",    "al",  "el",  "bin", "y",   "e"};
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

std::string_view strip_by_word(std::string_view line, bool* found) {
  const std::string folded = lower_case(line.substr(0, std::min<std::size_t>(line.size(), 48)));
  for (std::string_view word : kByWords) {
    if (folded.starts_with(word)) {
      *found = true;
      // lower_case() keeps the length of every letter in the words above.
      return base::trim(line.substr(word.size()));
    }
  }
  *found = false;
  return line;
}

bool is_post(std::string_view piece) {
  const std::string folded = lower_case(piece);
  for (std::string_view post : kPosts) {
    const std::size_t at = folded.find(post);
    if (at == std::string::npos) continue;
    const bool begins = at == 0 || folded[at - 1] == ' ';
    const std::size_t end = at + post.size();
    const bool ends = end == folded.size() || folded[end] == ' ' || folded[end] == 's';
    if (begins && ends) return true;
  }
  return false;
}

bool is_picture_credit(std::string_view piece) {
  constexpr std::array<std::string_view, 12> kWords{"photo",   "foto",   "image",  "bild",  "illustration", "grafik",
                                                    "graphic", "bilder", "credit", "video", "imagen",       "fotograf"};
  const std::size_t colon = piece.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string label = lower_case(base::trim(piece.substr(0, colon)));
  return std::any_of(kWords.begin(), kWords.end(), [&label](std::string_view word) { return label.starts_with(word); });
}

std::string_view without_label(std::string_view piece) {
  const std::size_t colon = piece.find(": ");
  if (colon == std::string_view::npos || piece.substr(0, colon).find(' ') != std::string_view::npos) return piece;
  return base::trim(piece.substr(colon + 2));
}

}  // namespace dateline::extract
