#include "editions/template.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "editions/story_case.h"

namespace dateline::editions {
namespace {

std::string filled(const std::string& body, std::string_view value) {
  Templates templates;
  templates.add("t.html", std::string(kAutoEscape) + body);
  templates.freeze();
  Page page;
  page.values().set("X", value);
  return page.render(templates, "t.html");
}

// Every template of the house, whichever room holds it: one without the pragma would escape nothing.
TEST(Template, EveryTemplateFileBeginsWithThePragma) {
  std::size_t count = 0;
  const std::string source = std::string(DATELINE_SOURCE_DIR) + "/src";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source)) {
    if (entry.path().extension() != ".html") continue;
    ++count;
    const std::string text = testing::read_text(entry.path().string());
    EXPECT_TRUE(text.starts_with(kAutoEscape)) << entry.path();
    // Modifiers could switch the escaping off, and event handlers or scripts have no place in our pages.
    for (const char* banned : {":none", "<script", " style=", " onclick", " onload", " onerror"}) {
      EXPECT_EQ(text.find(banned), std::string::npos) << entry.path() << " has " << banned;
    }
  }
  EXPECT_GE(count, 10U);
}

TEST(Template, EscapesByWhereAValueStands) {
  constexpr std::string_view kHostile = "<b>\"x\" & 'y'";
  EXPECT_EQ(filled("<p>{{X}}</p>", kHostile), "<p>&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;</p>");
  EXPECT_EQ(filled("<p title=\"{{X}}\">", kHostile), "<p title=\"&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;\">");
  EXPECT_EQ(filled("<a href=\"{{X}}\">", "javascript:alert(1)"), "<a href=\"#\">");
  EXPECT_EQ(filled("<a href=\"{{X}}\">", "/a?b=c&d=e#p6"), "<a href=\"/a?b=c&amp;d=e#p6\">");
  EXPECT_EQ(filled("<a href=\"{{X}}\">", "https://a.example/?q=%20"), "<a href=\"https://a.example/?q=%20\">");
}

TEST(Template, MendsIllFormedText) {
  EXPECT_EQ(filled("{{X}}", "a\xFFz"), "a\uFFFDz");
}

TEST(Template, ShowsSectionsAsOftenAsAsked) {
  Templates templates;
  templates.add("list.html", std::string(kAutoEscape) + "{{#ROW}}[{{X}}{{#HAS_Y}}:{{Y}}{{/HAS_Y}}]{{/ROW}}{{>PART}}");
  templates.add("part.html", std::string(kAutoEscape) + "({{X}})");
  templates.freeze();
  Page page;
  Values values = page.values();
  Values first = values.add("ROW");
  first.set("X", std::size_t{1});
  first.set_if("Y", "why");
  Values second = values.add("ROW");
  second.set("X", "2");
  second.set_if("Y", "");
  values.include("PART", "part.html").set("X", "a");
  values.include("PART", "part.html").set("X", "b");
  EXPECT_EQ(page.render(templates, "list.html"), "[1:why][2](a)(b)");
}

TEST(TemplateDeathTest, ATemplateWithoutThePragmaStopsTheProgram) {
  Templates templates;
  EXPECT_DEATH(templates.add("bad.html", "<p>{{X}}</p>"), "kAutoEscape");
}

}  // namespace
}  // namespace dateline::editions
