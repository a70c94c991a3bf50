#include "extract/page_explanation.h"

namespace dateline::extract {

Explanation explain_blocks(const PageBlocks& page, const PageText& text) {
  Explanation explanation;
  explanation.reserve(page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    EvidenceLine evidence;
    evidence.add_score(block.score);
    evidence.add_list("hints", names_of_hints(block.hints));
    evidence.add_list("words of", names_of_wordings(block.features.wording.all()));
    evidence.add_share(block.link_share(), "links");
    explanation.push_back(
        {block.text, text.keeps(i), text.kinds[i], std::string(words_for(text.reasons[i])), evidence.take()});
  }
  if (!page.unread.empty()) {
    explanation.push_back({page.unread, false, news::ParagraphKind::kParagraph, "beyond what is read of a page", ""});
  }
  return explanation;
}

void explain_body(const news::Article& article, Explanation& explanation) {
  for (ExplainedBlock& block : explanation) {
    if (!block.kept) continue;
    block.kept = false;
    block.reason = "the page tells machines more than it shows";
  }
  for (const news::Paragraph& paragraph : article.paragraphs) {
    explanation.push_back({std::string(paragraph.span.of(article.text)), true, paragraph.kind,
                           "from the page's JSON-LD articleBody", ""});
  }
}

}  // namespace dateline::extract
