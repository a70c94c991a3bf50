#include "editions/sections.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/strings.h"

namespace dateline::editions {
namespace {

std::size_t voices_of_fact(const MarkedBrief& marked, const ShownFact& fact) {
  std::set<std::size_t> voices;
  for (const ShownSentence& sentence : fact.sentences) voices.insert(marked.marks[sentence.article].voice);
  return voices.size();
}

std::string heading_of_all(std::size_t voices) {
  return voices == 2 ? "Both say" : "All " + std::to_string(voices) + " say";
}

void add_single(const MarkedBrief& marked, std::size_t voices, std::vector<Section>& sections) {
  // A single fact of several outlets is one text that they print, such as an agency's: one voice, and nobody's alone.
  Section printed{Section::Kind::kOnly, "Only one text, printed by several", {}};
  std::map<std::size_t, std::vector<const ShownFact*>> by_voice;
  for (const ShownFact& fact : marked.brief->single) {
    if (fact.repeated) continue;
    if (voices_of_fact(marked, fact) > 1) {
      printed.facts.push_back(&fact);
    } else {
      by_voice[marked.marks[fact.sentences.front().article].voice].push_back(&fact);
    }
  }
  if (!printed.facts.empty()) sections.push_back(std::move(printed));
  for (auto& [voice, facts] : by_voice) {
    const std::string& outlet = marked.marks[facts.front()->sentences.front().article].outlet;
    sections.push_back({Section::Kind::kOnly, voices == 1 ? outlet + " says" : "Only " + outlet, std::move(facts)});
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
  Section all{Section::Kind::kAll, heading_of_all(voices), {}};
  Section several{Section::Kind::kSeveral, "Several say", {}};
  Section differing{Section::Kind::kDiffering, "They differ", {}};
  for (const ShownFact& fact : marked.brief->shared) {
    if (fact.repeated) continue;
    const bool by_all = voices > 1 && voices_of_fact(marked, fact) == voices;
    (by_all ? all : several).facts.push_back(&fact);
  }
  for (const ShownFact& fact : marked.brief->differing) {
    if (!fact.repeated && !fact.differences.empty()) differing.facts.push_back(&fact);
  }
  std::vector<Section> sections;
  for (Section* section : {&all, &several, &differing}) {
    if (!section->facts.empty()) sections.push_back(std::move(*section));
  }
  add_single(marked, voices, sections);
  return sections;
}

std::size_t voices_of(const MarkedBrief& marked) {
  std::set<std::size_t> voices;
  for (const ReportMark& mark : marked.marks) voices.insert(mark.voice);
  return voices.size();
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
  return difference.compatible ? difference.what + ": compatible, one is more precise" : difference.what;
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
