#include "editions/sections.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/counted.h"
#include "base/strings.h"

namespace dateline::editions {
namespace {

// What "All 3 say" counts are outlets only where each of them speaks for itself.
std::string heading_of_all(std::size_t voices, std::size_t outlets) {
  const std::string noun = voices == outlets ? "" : " voices";
  return (voices == 2 ? "Both" : "All " + std::to_string(voices)) + noun + " say";
}

// Each outlet once, by number, with the name that it has on the page.
using Outlets = std::map<std::size_t, std::string>;

Outlets outlets_of_fact(const MarkedBrief& marked, const ShownFact& fact) {
  Outlets outlets;
  for (const ShownSentence& sentence : fact.sentences) {
    const ReportMark& mark = marked.marks[sentence.article];
    outlets.emplace(mark.outlet_number, mark.outlet);
  }
  return outlets;
}

// "Bloomberg, Business Standard and The Lake Post"; of many the first few, and how many more.
std::string names_of(const Outlets& outlets) {
  constexpr std::size_t kMostNamed = 3;
  const std::size_t named = outlets.size() <= kMostNamed + 1 ? outlets.size() : kMostNamed;
  std::string names;
  std::size_t nth = 0;
  for (const auto& [number, name] : outlets) {
    if (nth == named) break;
    ++nth;
    if (nth > 1) names += nth == outlets.size() ? " and " : ", ";
    names += name;
  }
  if (named < outlets.size()) names += " and " + std::to_string(outlets.size() - named) + " more";
  return names;
}

void add_single(const MarkedBrief& marked, std::vector<Section>& sections) {
  struct Printed {
    Outlets outlets;
    std::vector<const ShownFact*> facts;
  };
  // A single fact of several outlets is one text that they print, such as an agency's: one voice, and nobody's alone.
  std::map<std::size_t, Printed> by_voice;
  std::map<std::size_t, Printed> by_outlet;
  for (const ShownFact& fact : marked.brief->single) {
    if (fact.repeated) continue;
    Outlets outlets = outlets_of_fact(marked, fact);
    Printed& printed = outlets.size() > 1 ? by_voice[marked.brief->voices[fact.sentences.front().article]]
                                          : by_outlet[outlets.begin()->first];
    printed.facts.push_back(&fact);
    printed.outlets.merge(outlets);
  }
  const bool is_only_voice = voices_of(marked) == 1;
  for (auto& [voice, printed] : by_voice) {
    const char* text = is_only_voice ? "One text, printed by " : "Only one text, printed by ";
    sections.push_back({Section::Kind::kOnly, text + names_of(printed.outlets), std::move(printed.facts)});
  }
  const bool is_only_outlet = outlets_of(marked) == 1;
  for (auto& [number, printed] : by_outlet) {
    const std::string& outlet = printed.outlets.begin()->second;
    sections.push_back(
        {Section::Kind::kOnly, is_only_outlet ? outlet + " says" : "Only " + outlet, std::move(printed.facts)});
  }
}

}  // namespace

std::vector<MarkedBrief> mark_briefs(std::span<const StoryBrief> briefs) {
  std::vector<news::Outlet> outlets;
  for (const StoryBrief& brief : briefs) {
    for (const news::Article& article : brief.view->articles) outlets.push_back(article.outlet);
    for (const RelatedStory& other : brief.view->related) {
      outlets.insert(outlets.end(), other.outlets.begin(), other.outlets.end());
    }
  }
  const std::vector<ReportMark> marks = report_marks(outlets);
  std::vector<MarkedBrief> marked;
  auto next = marks.begin();
  const auto take = [&](std::size_t count) {
    const auto first = std::exchange(next, next + static_cast<std::ptrdiff_t>(count));
    return std::vector<ReportMark>(first, next);
  };
  std::size_t first_report = 1;
  for (const StoryBrief& brief : briefs) {
    const std::size_t count = brief.view->articles.size();
    marked.push_back({&brief, take(count), first_report, {}});
    tag_reports(marked.back().marks);
    for (const RelatedStory& other : brief.view->related) marked.back().related.push_back(take(other.outlets.size()));
    first_report += count;
  }
  return marked;
}

std::vector<Section> sections_of(const MarkedBrief& marked) {
  const std::size_t voices = voices_of(marked);
  Section all{Section::Kind::kAll, heading_of_all(voices, outlets_of(marked)), {}};
  Section several{Section::Kind::kSeveral, "Several say", {}};
  Section differing{Section::Kind::kDiffering, "They differ", {}};
  for (const ShownFact& fact : marked.brief->shared) {
    if (fact.repeated) continue;
    const bool by_all = voices > 1 && count_voices(marked.brief->voices, fact.sentences) == voices;
    (by_all ? all : several).facts.push_back(&fact);
  }
  for (const ShownFact& fact : marked.brief->differing) {
    if (!fact.repeated && !fact.differences.empty()) differing.facts.push_back(&fact);
  }
  std::vector<Section> sections;
  for (Section* section : {&all, &several, &differing}) {
    if (!section->facts.empty()) sections.push_back(std::move(*section));
  }
  add_single(marked, sections);
  return sections;
}

std::size_t voices_of(const MarkedBrief& marked) {
  const std::vector<std::size_t>& voices = marked.brief->voices;
  return std::set<std::size_t>(voices.begin(), voices.end()).size();
}

std::size_t outlets_of(const MarkedBrief& marked) {
  std::set<std::size_t> outlets;
  for (const ReportMark& mark : marked.marks) outlets.insert(mark.outlet_number);
  return outlets.size();
}

std::vector<std::vector<std::size_t>> shared_texts(const MarkedBrief& marked) {
  std::map<std::size_t, std::vector<std::size_t>> by_voice;
  std::set<std::size_t> met;
  for (std::size_t i = 0; i < marked.marks.size(); ++i) {
    if (met.insert(marked.marks[i].outlet_number).second) by_voice[marked.brief->voices[i]].push_back(i);
  }
  std::vector<std::vector<std::size_t>> texts;
  for (auto& [voice, reports] : by_voice) {
    if (reports.size() > 1) texts.push_back(std::move(reports));
  }
  return texts;
}

std::string counted_voices(std::size_t number, std::string_view noun, std::size_t voices) {
  return base::counted(number, noun) + (voices < number ? ", " + base::counted(voices, "voice") : "");
}

std::vector<const ShownSentence*> marked_sentences(const ShownFact& fact) {
  std::vector<const ShownSentence*> sentences;
  for (const ShownSentence& sentence : fact.sentences) {
    const bool is_new = std::none_of(sentences.begin(), sentences.end(),
                                     [&](const ShownSentence* before) { return before->article == sentence.article; });
    if (is_new) sentences.push_back(&sentence);
  }
  return sentences;
}

std::vector<const ShownSentence*> summary_sentences(const StoryBrief& brief, const ShownSentence& wanted) {
  std::vector<const ShownSentence*> saying = {&wanted};
  const auto fact = std::find_if(brief.shared.begin(), brief.shared.end(), [&](const ShownFact& one) {
    return std::any_of(one.sentences.begin(), one.sentences.end(), [&](const ShownSentence& sentence) {
      return sentence.article == wanted.article && sentence.span == wanted.span;
    });
  });
  if (fact == brief.shared.end()) return saying;
  for (const ShownSentence* sentence : marked_sentences(*fact)) {
    if (sentence->article != wanted.article) saying.push_back(sentence);
  }
  return saying;
}

bool summary_helps(const MarkedBrief& marked) {
  std::size_t agreed = 0;
  for (const Section& section : sections_of(marked)) {
    if (section.kind == Section::Kind::kAll || section.kind == Section::Kind::kSeveral) agreed += section.facts.size();
  }
  return marked.brief->summary.size() >= 2 && agreed >= 2 * marked.brief->summary.size();
}

std::vector<SideGroup> side_groups(const ShownFact::Difference& difference) {
  const auto& sides = difference.sides;
  // "Wednesday" on both sides can still be two days: then the sides stay apart.
  const bool all_alike = std::all_of(sides.begin(), sides.end(), [&](const ShownFact::Side& side) {
    return base::equals_ignoring_case(side.said, sides.front().said);
  });
  std::vector<SideGroup> groups;
  for (const ShownFact::Side& side : sides) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const SideGroup& other) {
      return !all_alike && base::equals_ignoring_case(other.first->said, side.said);
    });
    if (group == groups.end()) group = groups.insert(groups.end(), {&side, {}});
    const bool is_new =
        std::none_of(group->sentences.begin(), group->sentences.end(),
                     [&](const ShownSentence* before) { return before->article == side.sentence.article; });
    if (is_new) group->sentences.push_back(&side.sentence);
  }
  return groups;
}

std::string difference_label(const ShownFact::Difference& difference) {
  if (!difference.compatible) return difference.what;
  const bool number = difference.kind == news::Difference::Kind::kNumber;
  const bool name = difference.kind == news::Difference::Kind::kName;
  const char* why = number ? "it has grown" : name ? "with and without accents" : "one is more precise";
  return difference.what + ": compatible, " + why;
}

bool day_is_inferred(const StoryBrief& brief) {
  if (!brief.day) return false;
  bool inferred = false;
  for (const news::Article& article : brief.view->articles) {
    if (article.published.day() != brief.day) continue;
    if (article.published.certainty == news::Certainty::kStated) return false;
    inferred = inferred || article.published.certainty == news::Certainty::kInferred;
  }
  return inferred;
}

}  // namespace dateline::editions
