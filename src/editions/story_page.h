// editions/story_page.h -- a story and its reports as HTML: the parts that a brief's page and the site share.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "editions/brief.h"
#include "editions/outlet_mark.h"
#include "editions/sections.h"
#include "editions/template.h"

namespace dateline::editions {

/// Where links lead, as the page that shows a story knows it. Indexes are into StoryView::articles.
struct PageLinks {
  std::function<std::string(std::size_t article)> report;
  std::function<std::string(const ShownSentence& sentence)> paragraph;  ///< To the exact paragraph.
  std::function<std::string(const ShownName& name)> name;               ///< May be empty: names are then no links.
  std::function<std::string(base::Day day)> day;                        ///< May be empty.
  std::function<std::string(const RelatedStory& other)> story;          ///< To an earlier or later story.
  /// To the paragraph that says so, whichever story's report has it.
  std::function<std::string(const RelatedStory::Because& because)> because;
};

/// The templates that the functions below fill: "story_body.html", "report_text.html", "mark.html", "mark_still.html",
/// "marks.html" and what they include.
void add_story_templates(Templates& templates);

/// All CSS of those templates, and a class k0, k1, … for each colour of mark_palette().
std::string style_sheet();

/// A mark that leads somewhere, ready to be put on any page.
struct MarkLink {
  OutletMark mark;
  std::string label;  ///< For screen readers and as a tip: "Bloomberg, paragraph 2".
  std::string place;  ///< Paragraph number, or empty: the mark leads to the whole report.
  std::string url;
};

MarkLink mark_of_sentence(const MarkedBrief& marked, const PageLinks& links, const ShownSentence& sentence);
MarkLink mark_of_report(const MarkedBrief& marked, const PageLinks& links, std::size_t article);

/// The language of the report that has the sentence, for `lang`: empty where it is not known.
const std::string& language_of(const MarkedBrief& marked, const ShownSentence& sentence);

/// Puts a mark into `slot` of `values`.
void add_mark(const MarkLink& link, std::string_view slot, Values values);
/// Puts the marks of all who say something into a slot {{>MARKS}}: the first nine or so, the others one step further.
void add_marks(const std::vector<MarkLink>& links, Values values);
/// The marks of `sentences`, the first as it is. Where not all of them fit, one of each further voice comes before
/// those that print the same text.
std::vector<MarkLink> marks_of_sentences(const MarkedBrief& marked, const PageLinks& links,
                                         const std::vector<const ShownSentence*>& sentences);
/// Puts a mark that leads nowhere.
void add_still_mark(const OutletMark& mark, std::string_view outlet, std::string_view slot, Values values);

/// Fills "story_body.html": head, sections, quotes, timeline, names.
void fill_story(const MarkedBrief& marked, const PageLinks& links, Values values);

/// Fills "report_text.html" with all blocks of report `article`; paragraph 6 gets the id `id_prefix` + "6". Beside each
/// stand the marks of other reports that say the same, and of those that say it with another number, day or name.
void fill_report(const MarkedBrief& marked, std::size_t article, const PageLinks& links, std::string_view id_prefix,
                 Values values);

/// "2 November 2013, 18:00 UTC+9" on the clock of the zone that is stated, "2 November 2013, 09:00 UTC" or
/// "2 November 2013".
std::string moment_in_words(const base::Moment& moment);
/// The same; empty when it is not known.
std::string published_in_words(const news::Published& published);

}  // namespace dateline::editions
