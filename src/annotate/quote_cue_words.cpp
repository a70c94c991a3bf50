#include "annotate/quote_cue_words.h"

#include <array>

#include "annotate/quote_words.h"

namespace dateline::annotate {
namespace {

constexpr auto kTelling = std::to_array<std::string_view>(
    {"told", "tells", "tell", "telling", "reminded", "assured", "informed", "warned", "asked", "advised"});
constexpr auto kWeakSpeech = std::to_array<std::string_view>(
    {"post",     "posts",     "posted",     "claim",   "claims",   "announces", "ask",     "asks",     "asked",
     "continue", "continues", "continued",  "respond", "responds", "responded", "comment", "comments", "commented",
     "begin",    "began",     "begins",     "read",    "reads",    "urged",     "urges",   "agree",    "agrees",
     "agreed",   "fumed",     "charged",    "charges", "started",  "points",    "pointed", "shot",     "offered",
     "yelled",   "screamed",  "cried",      "chanted", "sang",     "sings",     "sighed",  "laughed",  "snapped",
     "sneered",  "answered",  "elaborated", "ordered", "texted",   "emailed",   "typed",   "roared",   "barked",
     "bragged",  "scolded",   "interjected"});
constexpr auto kThinking = std::to_array<std::string_view>(
    {"believe", "believes", "believed", "think",  "thinks", "hope",      "hopes",     "hoped",
     "fear",    "fears",    "feared",   "know",   "knows",  "knew",      "show",      "shows",
     "showed",  "found",    "finds",    "denied", "denies", "estimates", "estimated", "learned"});

constexpr auto kNouns = std::to_array<std::string_view>(
    {"state",    "states",    "show",     "shows",   "report", "reports", "claim",   "claims",
     "comment",  "comments",  "remark",   "remarks", "charge", "demand",  "demands", "promise",
     "promises", "estimates", "question", "fear",    "fears",  "hopes"});

}  // namespace

bool is_telling(std::string_view folded) {
  return is_among(kTelling, folded);
}

bool is_weak_speech(std::string_view folded) {
  return is_among(kWeakSpeech, folded);
}

bool is_thinking(std::string_view folded) {
  return is_among(kThinking, folded);
}

bool is_noun_as_often(std::string_view folded) {
  return is_among(kNouns, folded);
}

}  // namespace dateline::annotate
