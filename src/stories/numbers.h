// stories/numbers.h -- counts and amounts in a sentence, and whether two of them can both be true.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace dateline::stories {

/// A number as a report gives it: "about 200 people", "two dozen", "$2.5 million", "7 percent".
struct NumberSaid {
  base::Span span;  ///< Of the text that was read: the number with the words that qualify it.
  double low = 0;  ///< The true value lies between `low` and `high`, if the report is right: "about 200" is 180 to 220,
  double high = 0;    ///< "more than 100" is 100 to 200, "nearly 50" is 40 to 50.
  std::string thing;  ///< What is counted, so that two numbers compare: "injured", "dead", "percent", "$", or a folded
                      ///< stem such as "peopl". Empty when nothing tells; such numbers are not compared.
  std::string words;  ///< The same in words for readers: "injured", "people".
  base::Span thing_span;  ///< Of the word that tells what is counted; empty where none does ("$40").
  bool outcome = false;   ///< The thing is what became of people: the dead, the injured, the missing.
  bool or_more = false;   ///< A least number: "at least nine", "more than 100".
  bool tally = false;     ///< "The number of injured stands at 12": the thing comes first.
  bool risen = false;     ///< A tally that is told to have grown: "rose to 21". What was said before it was lower.
};

/// The numbers of one sentence, in order. Years, dates, clock times, ordinals, scores ("31-24") and numbers inside
/// `skipped` (sorted spans, such as times) are none. Linear in `sentence`.
std::vector<NumberSaid> find_numbers(std::string_view sentence, std::string_view language,
                                     const std::vector<base::Span>& skipped);

/// True for words that a number is written with: "three", "Zwanzig", "dozen". A sentence without them and without
/// digits has no numbers.
bool begins_number(std::string_view word);

/// True when both can be true at once.
bool agree(const NumberSaid& a, const NumberSaid& b);

/// True when both count one thing: the same one, or people and men. Women and men are two things.
bool count_the_same(const NumberSaid& a, const NumberSaid& b);

/// True when one is a tally that has grown since the other was told: "rose to 11" after "at least nine". Both were
/// true.
bool has_grown(const NumberSaid& a, const NumberSaid& b);

}  // namespace dateline::stories
