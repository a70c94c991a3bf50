// Any bytes as a report: what reaches the terminal is well-formed, steers nothing and keeps to its width.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"
#include "editions/brief_render.h"
#include "editions/columns.h"
#include "editions/excerpt.h"
#include "editions/plain_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  if (size < 3) return 0;
  const std::size_t width_columns = 1 + data[0] % 120;
  const std::string text(reinterpret_cast<const char*>(data) + 2, size - 2);

  const std::string clean = editions::clean_for_terminal(text);
  CHECK(base::is_utf8(clean));
  for (const char c : clean) CHECK(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
  CHECK(editions::clean_for_terminal(clean) == clean);

  const std::string ascii = editions::to_ascii(clean);
  for (const char c : ascii) CHECK(static_cast<unsigned char>(c) < 0x80);
  CHECK(editions::to_ascii(ascii) == ascii);
  CHECK(base::is_utf8(editions::in_capitals(clean)));

  std::string joined;
  for (const std::string& line : editions::wrap(clean, width_columns)) {
    CHECK(!line.empty() && line.front() != ' ' && line.back() != ' ');
    joined += line;
  }
  // Wrapping moves white space and nothing else.
  const auto squeezed = [](std::string_view from) {
    std::string out;
    for (const char c : from) {
      if (c != ' ') out += c;
    }
    return out;
  };
  CHECK(squeezed(joined) == squeezed(clean));

  const std::size_t begin_bytes = base::utf8_prefix(clean, data[1]).size();
  const editions::Excerpt cut = editions::excerpt(clean, {begin_bytes, begin_bytes}, width_columns);
  CHECK(base::is_utf8(cut.text()));

  news::Article article;
  article.outlet.name = clean.substr(0, base::utf8_prefix(clean, 20).size());
  article.append_paragraph(text, news::ParagraphKind::kParagraph);
  article.sentences = {{0, article.text.size()}};
  editions::StoryView view;
  view.story.headline = text;
  view.articles = {article};
  view.facts = {{news::FactKind::kSingle, {{0, 0}}, {}}};
  const editions::StoryBrief brief = editions::make_brief(view);
  const std::string page = editions::render_text({&brief, 1}, {width_columns, false, data[1] % 2 == 0});
  CHECK(base::is_utf8(page));
  for (const char c : page) CHECK(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
  return 0;
}
