// editions/brief.h -- what some captures say, as stories: the parts of a brief, whatever it then looks like.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "news/article.h"
#include "news/story.h"

namespace dateline::editions {

/// An earlier or later story of the same matter, and the sentence that says so.
struct RelatedStory {
  bool earlier = true;  ///< Than the story that is shown; else later.
  std::string id;
  std::string headline;
  std::optional<base::Day> day;
  std::vector<news::Outlet> outlets;  ///< Of its reports, each once.
  /// The sentence, verbatim, and the report that has it: one of the story's own or of the other's.
  struct Because {
    std::string text;
    std::string id;   ///< Article::id of the report.
    std::string uri;  ///< Article::uri of the report.
    news::Outlet outlet;
    std::size_t paragraph = 0;  ///< As readers count.
  };
  Because because;
};

/// A story with its reports at hand: what a brief, a story page or a newsletter is made from.
struct StoryView {
  news::Story story;
  std::vector<news::Article> articles;  ///< In the order of story.articles. SentenceRef::article indexes this.
  std::vector<news::Fact> facts;        ///< As stories::find_facts gives them.
  std::vector<news::SentenceRef> summary;
  /// For each article the number of its voice, as stories::find_voices gives them: articles of one outlet have one, and
  /// so have those that print one text. Empty: every outlet is a voice.
  std::vector<std::size_t> voices;
  std::vector<RelatedStory> related;  ///< Surest first.
};

/// A sentence as a brief shows it: where it stands, and its words.
struct ShownSentence {
  std::size_t article = 0;    ///< Index into StoryView::articles.
  std::size_t paragraph = 0;  ///< As readers count, from 1 (Article::paragraph_number).
  base::Span span;            ///< Of the article's text.
  std::string text;           ///< Verbatim.
};

struct ShownFact {
  news::FactKind kind = news::FactKind::kSingle;
  std::vector<ShownSentence> sentences;
  struct Side {
    ShownSentence sentence;
    std::string said;
  };
  struct Difference {
    news::Difference::Kind kind = news::Difference::Kind::kNumber;
    std::string what;
    bool compatible = false;
    std::vector<Side> sides;
  };
  std::vector<Difference> differences;
  /// True when its sentences, or all but one, stand under other facts that are shown, its differences among theirs, or
  /// its words in the quotes: pages and terminal pass over it, JSON marks it.
  bool repeated = false;
};

struct ShownQuote {
  std::string speaker;  ///< Empty when no report names one with certainty.
  std::string role;
  ShownSentence where;              ///< `text` is the content, without quotation marks; parts are joined by " … ".
  std::vector<ShownSentence> also;  ///< Other reports that give the same words.
  bool fragment = false;            ///< Under four words: too little to stand alone on a page; JSON keeps it.
};

struct ShownName {
  std::string key;
  std::vector<std::string> other_keys;  ///< Of reports that know them by the last name alone.
  std::string name;
  std::string role;
  std::size_t mentions = 0;
  std::vector<std::size_t> articles;  ///< That name it.
};

/// A day, or a longer time, and what happened then.
struct TimelineEntry {
  enum class When {
    kPast,
    kNow,      ///< The story's day itself.
    kPlanned,  ///< After all reports that speak of it were published.
  } when = When::kPast;
  std::string value;  ///< "2013-11-02", "2014-01", "2014"
  std::string label;  ///< "2 November 2013"
  base::Day first{};  ///< First and last day that `value` covers.
  base::Day last{};
  ShownSentence where;     ///< The sentence that tells best what happened then.
  std::string expression;  ///< "late January"; empty where the sentence names no time: it is the news of that day.
  base::Span span;         ///< Of the expression, in the article's text.
  std::vector<ShownSentence> sentences;  ///< One for each report that names it, `where` first.
  std::size_t voices = 0;                ///< Of these reports.
  std::size_t report_count() const { return sentences.size(); }
};

/// Who appears with whom: people and organisations that stand in one sentence.
struct Company {
  struct Tie {
    std::size_t a = 0;  ///< Indexes into `names`, a < b.
    std::size_t b = 0;
    std::size_t sentences = 0;  ///< A sentence that one voice prints several times counts once.
    std::size_t reports = 0;
    std::size_t voices = 0;  ///< Of these reports.
  };
  std::vector<ShownName> names;  ///< Those that most reports name; each has a tie. At most 12.
  std::vector<Tie> ties;         ///< By a, then b.
  std::size_t left_out = 0;      ///< Further names that stand in a sentence with another.
};

/// All that a brief of one story shows.
struct StoryBrief {
  const StoryView* view = nullptr;  ///< Borrowed.
  std::string headline;
  std::optional<base::Day> day;
  std::vector<std::size_t> voices;  ///< For each of view->articles the number of its voice, from 0 in their order.
  std::vector<ShownSentence> summary;
  std::vector<ShownFact> shared, differing, single;  ///< Each in reading order.
  std::vector<ShownQuote> quotes;
  std::vector<ShownName> people, organisations, places;  ///< Named by most reports first, then most mentioned.
  std::vector<TimelineEntry> timeline;                   ///< Earliest first; one entry for each day or longer time.
  Company company;
};

/// How many voices say these sentences: copies of one text are one. `voices`: StoryBrief::voices.
std::size_t count_voices(const std::vector<std::size_t>& voices, const std::vector<ShownSentence>& sentences);

/// Works out what to show: references become words with their places, differing wordings of one statement stay
/// together, the sentence shown first for a fact is one that no fact before it has shown. A reference that points
/// outside its article is passed over. Borrows `view` for as long as the brief lives. Linear in the articles.
StoryBrief make_brief(const StoryView& view);

}  // namespace dateline::editions
