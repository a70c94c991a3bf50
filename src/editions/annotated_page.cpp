#include "editions/annotated_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "base/embedded.h"
#include "base/strings.h"
#include "editions/excerpt.h"
#include "editions/places.h"
#include "editions/story_page.h"
#include "editions/template.h"
#include "editions/text_marks.h"
#include "news/words.h"

DATELINE_EMBEDDED(annotated_page_html, annotated_page_html)
DATELINE_EMBEDDED(annotated_css, annotated_css)

namespace dateline::editions {
namespace {

using news::Article;
using news::EntityType;

constexpr std::size_t kExcerptColumns = 48;  // Of a quote, beside its paragraph.

const Templates& annotated_templates() {
  static const Templates* const templates = [] {
    auto* made = new Templates();  // Lives as long as the program, as those of the brief do.
    const std::string style = style_sheet() + std::string(annotated_css());
    made->add("annotated_page.html", base::replace_all(annotated_page_html(), "@STYLE@", style));
    made->freeze();
    return made;
  }();
  return *templates;
}

std::string_view class_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return "per";
    case EntityType::kOrganisation:
      return "org";
    case EntityType::kPlace:
      return "loc";
    case EntityType::kOther:
      return "misc";
  }
  return "misc";
}

void add_parts(const std::vector<base::Span>& parts, std::string_view kind, std::vector<TextMark>& marks) {
  for (const base::Span& part : parts) marks.push_back({part, kind, {}});
}

// Everything that was found, as marks in order.
std::vector<TextMark> marks_of(const Article& article) {
  std::vector<TextMark> marks;
  add_parts(article.sentences, "", marks);  // They show by where they begin.
  for (const news::Mention& mention : article.mentions) {
    const news::Entity& entity = article.entities[mention.entity];
    marks.push_back({mention.span, class_of(entity.type), entity.key});
  }
  for (const news::Time& time : article.times) {
    marks.push_back({time.span, "time", fmt::format("{} {}", news::to_word(time.type), time.value)});
  }
  for (const news::Quote& quote : article.quotes) {
    add_parts(quote.content, quote.direct ? "direct" : "indirect", marks);
    add_parts(quote.cue, "cue", marks);
    add_parts(quote.source, "source", marks);
  }
  std::stable_sort(marks.begin(), marks.end(), [](const TextMark& a, const TextMark& b) { return a.span < b.span; });
  return marks;
}

// One article on its way into the template.
class ArticleFiller {
 public:
  ArticleFiller(const Article& article, std::size_t number)
      : article_(article), id_(fmt::format("r{}", number)), marks_(marks_of(article)), places_(article, 0) {}

  void fill(Values values) {
    values.set("ARTICLE_ID", id_);
    values.set("HEADLINE", article_.headline.empty() ? "Report without a headline" : article_.headline);
    fill_head(values);
    for (std::size_t i = 0; i < article_.paragraphs.size(); ++i) fill_block(i, values.add("BLOCK"));
    fill_entities(values);
  }

 private:
  std::string entity_id(std::size_t entity) const { return fmt::format("{}-e{}", id_, entity + 1); }
  std::string words(const std::vector<base::Span>& parts) const;
  void fill_head(Values values) const;
  void fill_block(std::size_t index, Values block);
  void fill_pieces(const base::Span& block, Values values);
  void fill_found(const base::Span& block, Values values);
  void fill_names(const base::Span& block, Values list) const;
  void fill_quote(const news::Quote& quote, Values row) const;
  void fill_entities(Values values) const;

  const Article& article_;
  std::string id_;
  std::vector<TextMark> marks_;
  Places places_;
  std::size_t next_mark_ = 0;
  std::size_t next_sentence_ = 0;
  std::size_t next_time_ = 0;
  std::size_t next_quote_ = 0;
};

std::string ArticleFiller::words(const std::vector<base::Span>& parts) const {
  std::string out;
  for (const base::Span& part : parts) out.append(out.empty() ? "" : " … ").append(part.of(article_.text));
  const base::Span all{0, std::min<std::size_t>(out.size(), 1)};
  return excerpt(out, all, kExcerptColumns).text();
}

void ArticleFiller::fill_head(Values values) const {
  std::string note = article_.id;
  for (const std::string& part : {news::outlet_label(article_.outlet), article_.byline, article_.dateline,
                                  article_.language.empty() ? "" : "language " + article_.language}) {
    if (!part.empty()) note.append(" · ").append(part);
  }
  values.set("NOTE", note);
  const news::Published& published = article_.published;
  const auto day = published.day();
  if (!day) {
    values.set("DAY_REASON", "Day unknown: the report does not tell it, and nothing in it forces one.");
    return;
  }
  Values known = values.add("DAY");
  known.set("DAY_VALUE", base::format_day(*day));
  known.set("DAY_WORDS", base::day_in_words(*day));
  const bool inferred = published.certainty == news::Certainty::kInferred;
  const std::string stated = published.has_time_of_day ? "stated: " + published_in_words(published) : "stated";
  values.set("DAY_REASON", inferred ? "inferred from " + published.because : stated);
}

void ArticleFiller::fill_block(std::size_t index, Values block) {
  const news::Paragraph& paragraph = article_.paragraphs[index];
  block.set("KIND", class_of_block(paragraph.kind));
  const bool counts =
      paragraph.kind != news::ParagraphKind::kSubhead && paragraph.kind != news::ParagraphKind::kCaption;
  if (counts) {
    const std::string number = std::to_string(places_.paragraph_of(paragraph.span.begin_bytes));
    block.set_if("ID", id_ + "-p" + number);
    block.set_if("NUMBER", number);
    block.set("NUMBER_ID", id_ + "-p" + number);
  }
  fill_pieces(paragraph.span, block);
  fill_found(paragraph.span, block);
}

void ArticleFiller::fill_pieces(const base::Span& block, Values values) {
  for (const MarkedPiece& piece : cut_by_marks(block, marks_, next_mark_)) {
    Values row = values.add("PIECE");
    const std::size_t at = piece.span.begin_bytes;
    while (next_sentence_ < article_.sentences.size() && article_.sentences[next_sentence_].begin_bytes < at) {
      ++next_sentence_;
    }
    const bool begins =
        next_sentence_ < article_.sentences.size() && article_.sentences[next_sentence_].begin_bytes == at;
    if (begins && at > block.begin_bytes) row.show("TICK");  // The first of a block needs no sign.
    Values words = row.add(piece.kinds.empty() ? "PLAIN" : "MARKED");
    words.set("TEXT", piece.span.of(article_.text));
    words.set("KINDS", piece.kinds);
    words.set_if("TOLD", piece.told);
  }
}

void ArticleFiller::fill_names(const base::Span& block, Values list) const {
  const auto [first, last] = article_.mentions_in(block);
  std::vector<std::pair<std::size_t, std::string_view>> shown;  // A name is told once a paragraph, as it is written.
  for (std::size_t i = first; i < last; ++i) {
    const news::Mention& mention = article_.mentions[i];
    const std::string_view written = mention.span.of(article_.text);
    const std::pair<std::size_t, std::string_view> row{mention.entity, written};
    if (std::find(shown.begin(), shown.end(), row) != shown.end()) continue;
    if (shown.size() < 64) shown.push_back(row);
    const news::Entity& entity = article_.entities[mention.entity];
    Values named = list.add("NAMED");
    named.set("TYPE", news::to_word(entity.type));
    named.set("WORDS", written);
    named.set("ENTITY_ID", entity_id(mention.entity));
    named.set("KEY", entity.key);
  }
}

void ArticleFiller::fill_quote(const news::Quote& quote, Values row) const {
  row.set("TYPE", quote.kind == news::QuoteKind::kAttitude ? "ATTITUDE" : quote.direct ? "DIRECT" : "INDIRECT");
  row.set("WORDS", words(quote.content));
  row.set_if("CUE", words(quote.cue));
  row.set_if("SOURCE", words(quote.source));
  if (!quote.speaker) return row.show("NO_SPEAKER");
  Values speaker = row.add("SPEAKER");
  speaker.set("SPEAKER_ID", entity_id(*quote.speaker));
  speaker.set("SPEAKER_KEY", article_.entities[*quote.speaker].key);
}

// What begins in `block`, which comes after the blocks before.
void ArticleFiller::fill_found(const base::Span& block, Values values) {
  Values list = values.add("FOUND");
  fill_names(block, list);
  for (; next_time_ < article_.times.size() && article_.times[next_time_].span.begin_bytes < block.end_bytes;
       ++next_time_) {
    const news::Time& time = article_.times[next_time_];
    Values timed = list.add("TIMED");
    timed.set("TYPE", news::to_word(time.type));
    timed.set("WORDS", time.span.of(article_.text));
    timed.set("VALUE", time.value);
  }
  for (; next_quote_ < article_.quotes.size(); ++next_quote_) {
    const news::Quote& quote = article_.quotes[next_quote_];
    if (quote.content.front().begin_bytes >= block.end_bytes) break;
    fill_quote(quote, list.add("QUOTED"));
  }
}

void ArticleFiller::fill_entities(Values values) const {
  if (article_.entities.empty()) return;
  std::vector<std::size_t> mentions(article_.entities.size(), 0);
  for (const news::Mention& mention : article_.mentions) ++mentions[mention.entity];
  Values list = values.add("ENTITIES");
  for (std::size_t i = 0; i < article_.entities.size(); ++i) {
    const news::Entity& entity = article_.entities[i];
    Values row = list.add("ENTITY");
    row.set("ENTITY_ID", entity_id(i));
    row.set("TYPE", news::to_word(entity.type));
    row.set("NAME", entity.name);
    row.set("KEY", entity.key);
    row.set("MENTIONS", base::counted(mentions[i], "mention"));
    row.set_if("ROLE", entity.role);
    row.set_if("OF", entity.of);
    if (!entity.location) continue;
    row.set_if("WHERE", fmt::format("{:.3f}, {:.3f} {}", entity.location->latitude_degrees,
                                    entity.location->longitude_degrees, entity.location->country));
  }
}

}  // namespace

std::string render_annotated(std::span<const Article> articles) {
  Page page;
  Values values = page.values();
  const std::size_t shown = std::min(articles.size(), kMaxAnnotatedArticles);
  values.set("TITLE", articles.empty() ? "No report" : "What was found in " + base::counted(shown, "report"));
  values.set("COUNT", base::counted(shown, "report"));
  values.show(articles.empty() ? "NONE" : "LEGEND");
  Values contents = shown > 1 ? values.add("CONTENTS") : values;
  for (std::size_t i = 0; i < shown; ++i) {
    ArticleFiller(articles[i], i + 1).fill(values.add("ARTICLE"));
    if (shown < 2) continue;
    Values row = contents.add("CONTENT");
    row.set("CONTENT_ID", fmt::format("r{}", i + 1));
    row.set("CONTENT_HEADLINE", articles[i].headline.empty() ? articles[i].id : articles[i].headline);
  }
  if (shown < articles.size()) values.add("MORE").set("SHOWN", shown);
  return page.render(annotated_templates(), "annotated_page.html");
}

}  // namespace dateline::editions
