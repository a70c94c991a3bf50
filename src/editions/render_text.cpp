#include <algorithm>
#include <set>
#include <utility>

#include "base/clock.h"
#include "base/counted.h"
#include "editions/brief_render.h"
#include "editions/plain_text.h"
#include "editions/sections.h"
#include "editions/terminal.h"
#include "editions/text_overviews.h"

namespace dateline::editions {
namespace {

constexpr std::size_t kMostNames = 24;

std::vector<std::string> marks_of(const MarkedBrief& marked, const ShownFact& fact) {
  std::vector<std::string> marks;
  for (const ShownSentence* sentence : marked_sentences(fact)) marks.push_back(place_mark(marked, *sentence));
  return marks;
}

// "Bloomberg [Bl], Business Standard [BS1, BS2]", outlets in the order of their first reports.
std::string outlets_line(const MarkedBrief& marked) {
  std::string line;
  std::set<std::size_t> done;
  for (const ReportMark& mark : marked.marks) {
    if (!done.insert(mark.outlet_number).second) continue;
    if (!line.empty()) line += ", ";
    line += mark.outlet + " [";
    std::string tags;
    for (const ReportMark& other : marked.marks) {
      if (other.outlet_number == mark.outlet_number) tags += (tags.empty() ? "" : ", ") + other.tag;
    }
    line += tags + "]";
  }
  return line;
}

void put_head(const MarkedBrief& marked, Terminal& terminal) {
  const StoryBrief& brief = *marked.brief;
  std::string line = brief.day ? base::day_in_words(*brief.day) : "day unknown";
  if (day_is_inferred(brief)) line += " (inferred)";
  line += " · " + base::counted(brief.view->articles.size(), "report");
  if (voices_of(marked) < outlets_of(marked)) line += " · " + base::counted(voices_of(marked), "voice");
  if (!marked.marks.empty()) line += " · " + outlets_line(marked);
  terminal.paragraph(0, kIndent, line, Ink::kSoft);
  terminal.paragraph(0, 0, in_capitals(brief.headline), Ink::kBold);
  for (const std::vector<std::size_t>& reports : shared_texts(marked)) {
    std::string letters;
    for (const std::size_t report : reports)
      letters += (letters.empty() ? "" : ", ") + marked.marks[report].mark.letters;
    terminal.paragraph(0, kIndent, letters.append(" ").append(kShareOneText), Ink::kSoft);
  }
  for (std::size_t i = 0; i < marked.marks.size(); ++i) {
    const news::Published& published = brief.view->articles[i].published;
    if (published.certainty != news::Certainty::kInferred || published.because.empty()) continue;
    terminal.paragraph(0, kIndent, "[" + marked.marks[i].tag + "] day inferred from " + published.because, Ink::kSoft);
  }
}

void put_summary(const MarkedBrief& marked, Terminal& terminal) {
  if (!summary_helps(marked)) return;
  terminal.blank();
  terminal.heading("In short", Ink::kBold, "");
  for (const ShownSentence& sentence : marked.brief->summary) {
    std::vector<std::string> marks;
    for (const ShownSentence* saying : summary_sentences(*marked.brief, sentence)) {
      marks.push_back(place_mark(marked, *saying));
    }
    terminal.statement(kIndent, sentence.text, "", marks);
  }
}

void put_difference(const MarkedBrief& marked, const ShownFact::Difference& difference,
                    std::set<std::pair<std::size_t, std::size_t>>& shown, Terminal& terminal) {
  for (const SideGroup& group : side_groups(difference)) {
    std::vector<std::string> marks;
    for (const ShownSentence* sentence : group.sentences) marks.push_back(place_mark(marked, *sentence));
    const ShownSentence& sentence = group.first->sentence;
    terminal.statement(kIndent, group.first->said, "", marks);
    const bool is_new = shown.emplace(sentence.article, sentence.span.begin_bytes).second;
    if (is_new && group.first->said != sentence.text) terminal.paragraph(4, 4, sentence.text, Ink::kSoft);
  }
}

void put_differing(const MarkedBrief& marked, const Section& section, Terminal& terminal) {
  bool first = true;
  for (const ShownFact* fact : section.facts) {
    std::set<std::pair<std::size_t, std::size_t>> shown;
    for (const ShownFact::Difference& difference : fact->differences) {
      if (!std::exchange(first, false)) terminal.blank();
      terminal.heading(section.heading, Ink::kDiffering, difference_label(difference));
      put_difference(marked, difference, shown, terminal);
    }
  }
}

void put_section(const MarkedBrief& marked, const Section& section, Terminal& terminal) {
  terminal.blank();
  if (section.kind == Section::Kind::kDiffering) {
    put_differing(marked, section, terminal);
    return;
  }
  terminal.heading(section.heading, section.kind == Section::Kind::kOnly ? Ink::kSingle : Ink::kAgreed, "");
  for (const ShownFact* fact : section.facts) {
    terminal.statement(kIndent, fact->sentences.front().text, "", marks_of(marked, *fact));
  }
}

void put_quotes(const MarkedBrief& marked, Terminal& terminal) {
  bool first = true;
  for (const ShownQuote& quote : marked.brief->quotes) {
    if (quote.fragment) continue;
    if (std::exchange(first, false)) {
      terminal.blank();
      terminal.heading("In their words", Ink::kBold, "");
    }
    std::vector<std::string> marks = {place_mark(marked, quote.where)};
    for (const ShownSentence& other : quote.also) marks.push_back(place_mark(marked, other));
    std::string speaker = quote.speaker;
    if (!quote.role.empty()) speaker += ", " + quote.role;
    terminal.statement(kIndent, "“" + quote.where.text + "”", speaker, marks);
  }
}

std::string names_line(const std::vector<ShownName>& names) {
  std::string line;
  for (std::size_t i = 0; i < names.size() && i < kMostNames; ++i) {
    if (i > 0) line += ", ";
    line += names[i].name;
    if (!names[i].role.empty()) line += " (" + names[i].role + ")";
  }
  if (names.size() > kMostNames) line += " and " + std::to_string(names.size() - kMostNames) + " more";
  return line;
}

void put_names(const StoryBrief& brief, Terminal& terminal) {
  if (brief.people.empty() && brief.organisations.empty() && brief.places.empty()) return;
  terminal.blank();
  terminal.heading("People and places", Ink::kBold, "");
  constexpr std::size_t kLabel = 13;  // "Organisations"
  const auto put = [&](const char* label, const std::vector<ShownName>& names) {
    if (!names.empty()) terminal.labelled(kIndent, kLabel, label, names_line(names), {});
  };
  put("People", brief.people);
  put("Organisations", brief.organisations);
  put("Places", brief.places);
}

}  // namespace

std::string render_text(std::span<const StoryBrief> briefs, const TerminalStyle& style) {
  Terminal terminal(style);
  if (briefs.empty()) {
    terminal.paragraph(0, 0, "No story: none of the inputs holds a report.", Ink::kPlain);
    return terminal.take();
  }
  bool first = true;
  for (const MarkedBrief& marked : mark_briefs(briefs)) {
    if (!std::exchange(first, false)) {
      terminal.blank();
      terminal.rule();
      terminal.blank();
    }
    put_head(marked, terminal);
    put_summary(marked, terminal);
    for (const Section& section : sections_of(marked)) put_section(marked, section, terminal);
    put_quotes(marked, terminal);
    put_names(*marked.brief, terminal);
    put_timeline(marked, terminal);
    put_matrix(marked, terminal);
    put_company(*marked.brief, terminal);
    put_related(marked, terminal);
  }
  return terminal.take();
}

}  // namespace dateline::editions
