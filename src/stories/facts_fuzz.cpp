// Stories of articles made from bytes: every shown sentence stands in a fact, all references hold, two runs agree.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "news/article.h"
#include "stories/facts.h"
#include "stories/statement.h"

namespace {

using dateline::news::Article;
using dateline::news::Fact;
using dateline::news::FactKind;
using dateline::news::ParagraphKind;

// Form feeds part articles, line ends paragraphs and stops sentences; every "[...]" becomes a time whose value is the
// text between the brackets.
Article make_article(std::string_view text, std::size_t number) {
  Article article;
  article.uri = "u" + std::to_string(number);
  article.outlet.name = number % 3 == 0 ? "" : "Outlet " + std::to_string(number % 4);
  article.headline = std::string(dateline::base::utf8_prefix(text, 40));
  article.language = number % 5 == 4 ? "de" : "en";
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    article.append_paragraph(text.substr(begin, end - begin), static_cast<ParagraphKind>(begin % 5));
    begin = end + 1;
  }
  for (const auto& paragraph : article.paragraphs) {
    for (std::size_t begin = paragraph.span.begin_bytes; begin < paragraph.span.end_bytes;) {
      const std::size_t end = std::min(article.text.find('.', begin), paragraph.span.end_bytes - 1) + 1;
      article.sentences.push_back({begin, end});
      begin = end;
    }
  }
  for (std::size_t at = article.text.find('['); at != std::string::npos; at = article.text.find('[', at + 1)) {
    const std::size_t end = article.text.find(']', at);
    if (end == std::string::npos) break;
    article.times.push_back({{at, end}, dateline::news::TimeType::kDate, article.text.substr(at + 1, end - at - 1)});
  }
  return article;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMostArticles = 6;
  const std::string text =
      dateline::base::mend_utf8({reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 8192)});
  std::vector<Article> articles;
  for (std::size_t begin = 0; begin <= text.size() && articles.size() < kMostArticles;) {
    const std::size_t end = std::min(text.find('\f', begin), text.size());
    articles.push_back(make_article(std::string_view(text).substr(begin, end - begin), articles.size()));
    begin = end + 1;
  }
  std::vector<const Article*> story;
  for (const Article& article : articles) story.push_back(&article);

  const std::vector<Fact> facts = dateline::stories::find_facts(story);
  std::set<dateline::news::SentenceRef> seen;
  for (const Fact& fact : facts) {
    CHECK(!fact.sentences.empty());
    CHECK((fact.kind == FactKind::kDiffering) == !fact.differences.empty());
    for (const auto& ref : fact.sentences) {
      CHECK(ref.article < articles.size() && ref.sentence < articles[ref.article].sentences.size());
      seen.insert(ref);
    }
    for (const auto& difference : fact.differences) {
      CHECK(difference.sides.size() >= 2 && !difference.what.empty());
      for (const auto& side : difference.sides) {
        const Article& article = articles[side.sentence.article];
        CHECK(article.sentences[side.sentence.sentence].of(article.text).find(side.said) != std::string_view::npos);
      }
    }
  }
  std::size_t shown = 0;
  for (const Article& article : articles) {
    for (const bool is_shown : dateline::stories::shown_sentences(article)) shown += is_shown ? 1u : 0u;
  }
  CHECK(seen.size() == shown);
  const std::vector<Fact> again = dateline::stories::find_facts(story);
  CHECK(again.size() == facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) CHECK(again[i].sentences == facts[i].sentences);
  CHECK(dateline::stories::choose_headline(story) <= articles.size());
  const auto summary = dateline::stories::summarise(story, facts);
  CHECK(summary.size() <= 5);
  for (const auto& ref : summary) CHECK(ref.sentence < articles.at(ref.article).sentences.size());
  return 0;
}
