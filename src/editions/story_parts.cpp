#include "editions/story_parts.h"
#include "base/counted.h"

#include <algorithm>

namespace dateline::editions {
namespace {

// What is left of a list of what one outlet alone says is one step further.
constexpr std::size_t kShownOfOne = 8;

void fill_fact(const MarkedBrief& marked, const PageLinks& links, const ShownFact& fact, Values values) {
  values.set("TEXT", fact.sentences.front().text);
  values.set("LANG", language_of(marked, fact.sentences.front()));
  add_marks(marks_of_sentences(marked, links, marked_sentences(fact)), values);
  std::vector<const ShownSentence*> others;
  for (const ShownSentence& sentence : fact.sentences) {
    const bool is_new = sentence.text != fact.sentences.front().text &&
                        std::none_of(others.begin(), others.end(),
                                     [&](const ShownSentence* before) { return before->text == sentence.text; });
    if (is_new) others.push_back(&sentence);
  }
  if (others.empty()) return;
  values.show("HAS_OTHER");
  values.set("OTHER_LABEL", others.size() == 1 ? "other wording" : base::counted(others.size(), "other wording"));
  for (const ShownSentence* sentence : others) {
    Values other = values.add("OTHER");
    other.set("OTHER_TEXT", sentence->text);
    other.set("OTHER_LANG", language_of(marked, *sentence));
    add_mark(mark_of_sentence(marked, links, *sentence), "OTHER_MARK", other);
  }
}

void fill_facts(const MarkedBrief& marked, const PageLinks& links, const Section& section, std::string_view prefix,
                std::size_t shown, Values values) {
  const std::string name(prefix);
  values.set(name + "HEADING", section.heading);
  values.set(name + "STATEMENTS", base::counted(section.facts.size(), "statement"));
  // A step further for one or two statements is a step too many.
  if (section.facts.size() <= shown + 2) shown = section.facts.size();
  for (std::size_t i = 0; i < section.facts.size(); ++i) {
    Values row = values.add(i < shown ? name + "FACT" : name + "REST");
    fill_fact(marked, links, *section.facts[i], row.include("FACT_ROW", "story_fact.html"));
  }
  if (section.facts.size() > shown) {
    values.show("HAS_" + name + "REST");
    values.set(name + "REST_COUNT", section.facts.size() - shown);
  }
}

void fill_difference(const MarkedBrief& marked, const PageLinks& links, const ShownFact::Difference& difference,
                     Values values) {
  values.set("WHAT", difference_label(difference));
  for (const SideGroup& group : side_groups(difference)) {
    Values side = values.add("SIDE");
    const std::string& text = group.first->sentence.text;
    const std::size_t at = text.find(group.first->said);
    const bool found = at != std::string::npos;
    side.set("LANG", language_of(marked, group.first->sentence));
    side.set("BEFORE", found ? text.substr(0, at) : text + " ");
    side.set("SAID", group.first->said);
    side.set("AFTER", found ? text.substr(at + group.first->said.size()) : "");
    add_marks(marks_of_sentences(marked, links, group.sentences), side);
  }
}

void fill_quotes(const MarkedBrief& marked, const PageLinks& links, Values values) {
  Values part = values;
  bool first = true;
  for (const ShownQuote& quote : marked.brief->quotes) {
    if (quote.fragment) continue;
    if (first) part = values.add("QUOTES");
    first = false;
    Values row = part.add("QUOTE");
    row.set("WORDS", quote.where.text);
    row.set("LANG", language_of(marked, quote.where));
    row.set_if("SPEAKER", quote.speaker);
    row.set_if("ROLE", quote.role);
    std::vector<const ShownSentence*> giving = {&quote.where};
    for (const ShownSentence& other : quote.also) giving.push_back(&other);
    add_marks(marks_of_sentences(marked, links, giving), row);
  }
}

void fill_summary(const MarkedBrief& marked, const PageLinks& links, Values values) {
  if (!summary_helps(marked)) return;
  Values part = values.add("SUMMARY");
  for (const ShownSentence& sentence : marked.brief->summary) {
    Values row = part.add("SUMMARY_FACT");
    row.set("SUMMARY_TEXT", sentence.text);
    row.set("LANG", language_of(marked, sentence));
    add_marks(marks_of_sentences(marked, links, summary_sentences(*marked.brief, sentence)), row);
  }
}

}  // namespace

void fill_parts(const MarkedBrief& marked, const PageLinks& links, Values values) {
  fill_summary(marked, links, values);
  for (const Section& section : sections_of(marked)) {
    switch (section.kind) {
      case Section::Kind::kAll:
      case Section::Kind::kSeveral: {
        Values part = values.add("SECTION");
        part.set("KIND", "agreed");
        fill_facts(marked, links, section, "", section.facts.size(), part);
        break;
      }
      case Section::Kind::kDiffering: {
        Values part = values.add("DIFFERING");
        part.set("DIFFERING_HEADING", section.heading);
        for (const ShownFact* fact : section.facts) {
          for (const auto& difference : fact->differences) {
            fill_difference(marked, links, difference, part.add("DIFFERENCE"));
          }
        }
        break;
      }
      case Section::Kind::kOnly: {
        const bool alone = voices_of(marked) == 1;
        fill_facts(marked, links, section, "ONLY_", alone ? section.facts.size() : kShownOfOne, values.add("ONLY"));
        break;
      }
    }
  }
  fill_quotes(marked, links, values);
}

}  // namespace dateline::editions
