// Any bytes as an imprint: what is taken comes back byte for byte, and a grouper that took it over goes on.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "news/article.h"
#include "stories/grouper.h"
#include "stories/imprint.h"

namespace {

dateline::news::Article article(const std::string& uri) {
  dateline::news::Article article;
  article.uri = uri;
  article.language = "en";
  article.append_paragraph("The ferry of Velm ran aground off the lighthouse on Sunday with 212 people aboard.",
                           dateline::news::ParagraphKind::kParagraph);
  return article;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto held = dateline::stories::from_imprint(bytes);
  if (held) CHECK(dateline::stories::to_imprint(held->profile, held->sketch) == bytes);
  dateline::stories::Grouper grouper;
  CHECK(grouper.restore("a", bytes, "s-0123456789ab") == held.has_value());
  // Twice, so that it is compared with its like, and a third time as a version.
  grouper.restore("b", bytes, "s-0123456789ac");
  grouper.restore("a", bytes, "s-0123456789ab");
  const auto first = grouper.place(article("c"));
  CHECK(!first.story.empty() && first.score >= 0 && first.score <= 1);
  const auto copy = grouper.place(article("d"));
  CHECK(copy.duplicate_of.has_value() && copy.story == grouper.place(article("c")).story);
  return 0;
}
