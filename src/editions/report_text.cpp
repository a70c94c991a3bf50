#include <algorithm>
#include <map>
#include <set>

#include "editions/places.h"
#include "editions/story_page.h"

namespace dateline::editions {
namespace {

// Where other reports speak of what a paragraph says; one sentence a report in each list.
struct Echoes {
  std::vector<const ShownSentence*> same;
  std::vector<const ShownSentence*> otherwise;  // With another number, day or name.
};

void add_report(std::vector<const ShownSentence*>& sentences, const ShownSentence& sentence) {
  const bool is_new = std::none_of(sentences.begin(), sentences.end(),
                                   [&](const ShownSentence* before) { return before->article == sentence.article; });
  if (is_new) sentences.push_back(&sentence);
}

void add_shared(const ShownFact& fact, std::size_t article, std::map<std::size_t, Echoes>& echoes) {
  std::set<std::size_t> paragraphs;
  for (const ShownSentence& sentence : fact.sentences) {
    if (sentence.article == article) paragraphs.insert(sentence.paragraph);
  }
  for (const std::size_t paragraph : paragraphs) {
    for (const ShownSentence& sentence : fact.sentences) {
      if (sentence.article != article) add_report(echoes[paragraph].same, sentence);
    }
  }
}

void add_difference(const ShownFact::Difference& difference, std::size_t article,
                    std::map<std::size_t, Echoes>& echoes) {
  const std::vector<SideGroup> groups = side_groups(difference);
  for (const SideGroup& own : groups) {
    for (const ShownSentence* mine : own.sentences) {
      if (mine->article != article) continue;
      Echoes& found = echoes[mine->paragraph];
      for (const SideGroup& group : groups) {
        for (const ShownSentence* sentence : group.sentences) {
          if (sentence->article == article) continue;
          add_report(group.first == own.first ? found.same : found.otherwise, *sentence);
        }
      }
    }
  }
}

// By paragraph number of report `article`.
std::map<std::size_t, Echoes> echoes_of(const StoryBrief& brief, std::size_t article) {
  std::map<std::size_t, Echoes> echoes;
  for (const ShownFact& fact : brief.shared) add_shared(fact, article, echoes);
  for (const ShownFact& fact : brief.differing) {
    for (const ShownFact::Difference& difference : fact.differences) add_difference(difference, article, echoes);
  }
  return echoes;
}

void fill_echoes(const MarkedBrief& marked, const PageLinks& links, const Echoes& echoes, Values values) {
  if (!echoes.same.empty()) add_marks(marks_of_sentences(marked, links, echoes.same), values.add("SAME"));
  if (!echoes.otherwise.empty()) {
    add_marks(marks_of_sentences(marked, links, echoes.otherwise), values.add("OTHERWISE"));
  }
}

// The words of a block, with people, organisations and places apart so that a page can underline them.
void fill_pieces(const news::Article& article, const base::Span& block, const PageLinks& links, Values values) {
  std::size_t at = block.begin_bytes;
  const auto plain = [&](std::size_t end_bytes) {
    if (end_bytes <= at) return;
    Values piece = values.add("PIECE").add("PLAIN");
    piece.set("TEXT", base::Span{at, end_bytes}.of(article.text));
  };
  const auto [first, last] = article.mentions_in(block);
  for (std::size_t i = first; i < last; ++i) {
    const news::Mention& mention = article.mentions[i];
    if (mention.span.begin_bytes < at || mention.entity >= article.entities.size()) continue;
    const news::Entity& entity = article.entities[mention.entity];
    if (entity.type == news::EntityType::kOther) continue;
    plain(mention.span.begin_bytes);
    Values piece = values.add("PIECE").add(links.name ? "NAMED" : "STILL");
    piece.set("NAME", mention.span.of(article.text));
    if (links.name) piece.set("NAME_URL", links.name({entity.key, {}, entity.name, entity.role, 0, {}}));
    at = mention.span.end_bytes;
  }
  plain(block.end_bytes);
}

bool counts(news::ParagraphKind kind) {
  return kind != news::ParagraphKind::kSubhead && kind != news::ParagraphKind::kCaption;
}

}  // namespace

void fill_report(const MarkedBrief& marked, std::size_t article_index, const PageLinks& links,
                 std::string_view id_prefix, Values values) {
  const news::Article& article = marked.brief->view->articles[article_index];
  const auto echoes = echoes_of(*marked.brief, article_index);
  const bool none_counts = std::none_of(article.paragraphs.begin(), article.paragraphs.end(),
                                        [](const news::Paragraph& block) { return counts(block.kind); });
  const Places places(article, article_index);
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    const news::Paragraph& paragraph = article.paragraphs[i];
    Values block = values.add("BLOCK");
    block.set("LANG", article.language);
    if (paragraph.kind == news::ParagraphKind::kSubhead) {
      block.add("SUBHEAD").set("SUBHEAD_TEXT", paragraph.span.of(article.text));
      continue;
    }
    Values text = block.add("TEXT_BLOCK");
    text.set("KIND", class_of_block(paragraph.kind));
    fill_pieces(article, paragraph.span, links, text);
    if (!counts(paragraph.kind) && !(none_counts && i == 0)) continue;
    const std::size_t number = places.paragraph_of(paragraph.span.begin_bytes);
    const std::string id = std::string(id_prefix) + std::to_string(number);
    text.set_if("ID", id);
    text.set_if("NUMBER", std::to_string(number));
    text.set("NUMBER_ID", id);
    const auto found = echoes.find(number);
    if (found != echoes.end()) fill_echoes(marked, links, found->second, text);
  }
}

}  // namespace dateline::editions
