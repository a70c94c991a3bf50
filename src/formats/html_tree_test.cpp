#include "formats/html_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/utf8.h"
#include "formats/case_file.h"

namespace dateline::formats {
namespace {

using testing::ElementsAre;

HtmlTree parse(std::string_view html, const HtmlLimits& limits = {}) {
  base::Result<HtmlTree> tree = HtmlTree::parse(html, limits);
  EXPECT_TRUE(tree.ok());
  return std::move(tree).value();
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// Below body: "p class=x" for an element, "'text'", two spaces a level.
std::string dump(const HtmlTree& tree) {
  std::string lines;
  std::vector<NodeIndex> open;
  for (NodeIndex i = 1; i < tree.nodes().size(); ++i) {
    const HtmlNode& node = tree.node(i);
    while (!open.empty() && tree.node(open.back()).subtree_end <= i) open.pop_back();
    if (!lines.empty()) lines += '\n';
    lines += std::string(2 * open.size(), ' ');
    if (node.kind == NodeKind::kText) lines += "'" + std::string(node.text) + "'";
    if (node.kind != NodeKind::kElement) continue;
    lines += node.text;
    for (std::size_t k = 0; k < tree.attribute_count(i); ++k) {
      const HtmlAttribute attribute = tree.attribute_at(i, k);
      lines.append(" ").append(attribute.name).append("=").append(attribute.value);
    }
    open.push_back(i);
  }
  return lines;
}

NodeIndex find(const HtmlTree& tree, Tag tag) {
  for (NodeIndex i = 0; i < tree.nodes().size(); ++i) {
    if (tree.node(i).tag == tag) return i;
  }
  return kNoNode;
}

std::size_t depth(const HtmlTree& tree) {
  std::size_t deepest = 0;
  std::vector<std::size_t> depth_of(tree.nodes().size());
  for (NodeIndex i = 1; i < tree.nodes().size(); ++i) {
    depth_of[i] = depth_of[tree.node(i).parent] + 1;
    deepest = std::max(deepest, depth_of[i]);
  }
  return deepest;
}

TEST(HtmlTree, Cases) {
  const std::vector<Case> cases = read_cases("html_tree.txt");
  ASSERT_GE(cases.size(), 15u);
  for (const Case& a_case : cases) {
    SCOPED_TRACE(a_case.name);
    EXPECT_EQ(dump(parse(a_case.input)), a_case.expected);
  }
}

TEST(HtmlTree, NothingStillHasHtmlHeadAndBody) {
  EXPECT_EQ(dump(parse("")), "html\n  head\n  body");
}

TEST(HtmlTree, EveryTruncationHasHtmlHeadAndBody) {
  const std::string page =
      "</x a='b'><!doctype html><html lang='en'><p class=\"c\">a&amp;b<!-- c --><script>d</script>";
  for (std::size_t cut = 0; cut <= page.size(); ++cut) {
    SCOPED_TRACE(page.substr(0, cut));
    const HtmlTree tree = parse(page.substr(0, cut));
    EXPECT_NE(find(tree, Tag::kHtml), kNoNode);
    EXPECT_NE(find(tree, Tag::kHead), kNoNode);
    EXPECT_NE(find(tree, Tag::kBody), kNoNode);
  }
}

TEST(HtmlTree, NulIsDropped) {
  const HtmlTree tree = parse(std::string_view("<p cl\0ass='a\0b'>x\0y<script>\0</script>", 37));
  const NodeIndex p = find(tree, Tag::kP);
  EXPECT_EQ(tree.attribute(p, "class"), "ab");
  EXPECT_EQ(tree.text_below(p), "xy");
}

TEST(HtmlTree, NamesThatAPageMakesUpStayFew) {
  std::string page = "<p>start</p>";
  for (int i = 0; i < 200'000; ++i) {
    const std::string name = "x" + std::to_string(i);
    page.append("<").append(name).append(" id=a").append(name).append(">t</").append(name).append(">");
  }
  page += "<my-tail>end</my-tail><p>last";
  const HtmlTree tree = parse(page, {.free_steps = 1'000'000'000});  // Took minutes.
  const NodeIndex body = find(tree, Tag::kBody);
  const NodeIndex first = tree.next_sibling(tree.first_child(body));
  EXPECT_EQ(tree.node(first).text, "x0");
  EXPECT_EQ(tree.attribute(first, "id"), "ax0");
  EXPECT_NE(find(tree, Tag::kP), kNoNode);
  EXPECT_TRUE(tree.text_below(body).ends_with("endlast"));
  std::set<std::string_view> names;
  for (const HtmlNode& node : tree.nodes()) names.insert(node.text.substr(0, node.kind == NodeKind::kElement ? 99 : 0));
  EXPECT_LT(names.size(), 20'000u);
}

TEST(HtmlTree, WalksByIndex) {
  const HtmlTree tree = parse("<body><p>a<b>c</b></p><!--x--><div></div>");
  const NodeIndex body = find(tree, Tag::kBody);
  const NodeIndex p = tree.first_child(body);
  EXPECT_EQ(tree.node(p).tag, Tag::kP);
  EXPECT_EQ(tree.node(tree.first_child(p)).text, "a");
  const NodeIndex div = tree.next_sibling(p);
  EXPECT_EQ(tree.node(div).tag, Tag::kDiv);
  EXPECT_EQ(tree.first_child(div), kNoNode);
  EXPECT_EQ(tree.next_sibling(div), kNoNode);
  EXPECT_EQ(tree.next_sibling(0), kNoNode);
}

TEST(HtmlTree, AttributesAreDecodedAndAbsentOnesAreNull) {
  const HtmlTree tree = parse("<p CLASS='a&amp;b' hidden title=\"\">x");
  const NodeIndex p = find(tree, Tag::kP);
  EXPECT_EQ(tree.attribute(p, "class"), "a&b");
  EXPECT_TRUE(tree.has_attribute(p, "hidden"));
  EXPECT_EQ(tree.attribute(p, "title"), "");
  EXPECT_NE(tree.attribute(p, "title").data(), nullptr);
  EXPECT_EQ(tree.attribute(p, "id").data(), nullptr);
  EXPECT_FALSE(tree.has_attribute(p, "id"));
  EXPECT_EQ(tree.attribute_count(p), 3u);
  EXPECT_EQ(tree.attribute_count(0), 0u);
}

TEST(HtmlTree, OnlyTheAttributesAskedForAreKept) {
  constexpr std::array<std::string_view, 2> kWanted = {"class", "href"};
  const HtmlTree tree =
      parse("<p CLASS=a id=b data-x=1 class=second>x<b id=1 class='c'><p>y</b><a href='?a&amp;b' id=z>",
            {.attributes = kWanted});
  const NodeIndex p = find(tree, Tag::kP);
  EXPECT_EQ(tree.attribute_count(p), 1u);
  EXPECT_EQ(tree.attribute(p, "class"), "a") << "the first counts, its name in small letters";
  const NodeIndex second_p = tree.node(p).subtree_end;
  const NodeIndex clone = tree.first_child(second_p);
  EXPECT_EQ(tree.node(clone).tag, Tag::kB);
  EXPECT_EQ(tree.attribute(clone, "class"), "c") << "what is opened again has the attributes of its tag";
  const NodeIndex link = find(tree, Tag::kA);
  EXPECT_EQ(tree.attribute(link, "href"), "?a&b");
  EXPECT_FALSE(tree.has_attribute(link, "id"));
}

TEST(HtmlTree, TextThatIsDecodedAndTextThatIsNotStandInTheirPlaces) {
  const HtmlTree tree = parse("<p>a &amp; b</p><p>c</p><pre>\nd</pre><p>e\r\nf</p>x<!-- y -->z<br> <i>1</i> <i>2</i>");
  EXPECT_EQ(tree.text_below(0), "a & bcde fxz1 2");
}

TEST(HtmlTree, WhiteSpaceBehindABlockPartsNothing) {
  const HtmlTree tree = parse("<div> <p>a</p>\n<p>b</p> </div> <b>c</b> <i>d</i>");
  std::size_t blanks = 0;
  for (const HtmlNode& node : tree.nodes()) blanks += node.kind == NodeKind::kText && node.text == " " ? 1 : 0;
  EXPECT_EQ(blanks, 1u) << "the one between c and d";
}

TEST(HtmlTree, TextBelowLeavesOutScriptAndStyleAndCollapses) {
  const HtmlTree tree =
      parse("<div>a \n <script>no()</script><b>b</b><style>p{}</style> &nbsp; c<svg><style>s</style></div>");
  EXPECT_EQ(tree.text_below(find(tree, Tag::kDiv)), "a b c");
}

TEST(HtmlTree, ForeignElementsAreOtherButForSvgScriptAndStyle) {
  const HtmlTree tree = parse("<svg><title>t</title><a>x</a><script>s</script></svg><picture></picture>");
  EXPECT_NE(find(tree, Tag::kSvg), kNoNode);
  EXPECT_EQ(find(tree, Tag::kTitle), kNoNode);
  EXPECT_EQ(find(tree, Tag::kA), kNoNode);
  EXPECT_NE(find(tree, Tag::kScript), kNoNode);
  EXPECT_NE(find(tree, Tag::kPicture), kNoNode);
}

TEST(HtmlTree, OutlivesItsInputAndLaterPages) {
  auto page = std::make_unique<std::string>("<p id=first>one<my-tag>two");
  HtmlTree tree = parse(*page);
  page.reset();
  for (int i = 0; i < 50; ++i) parse("<div id=other>" + repeat("<x-other>later", 100));
  const HtmlTree moved = std::move(tree);
  EXPECT_EQ(dump(moved), "html\n  head\n  body\n    p id=first\n      'one'\n      my-tag\n        'two'");
}

TEST(HtmlTree, PagePastItsLimitIsTooLarge) {
  const base::Result<HtmlTree> tree = HtmlTree::parse("<p>12345", {.max_bytes = 7});
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().code, base::ErrorCode::kTooLarge);
  EXPECT_TRUE(HtmlTree::parse("<p>12345", {.max_bytes = 8}).ok());
}

TEST(HtmlTree, StartTagsPastTheDepthAreDroppedWithTheirEndTags) {
  const std::string html = repeat("<div>", 20) + "in" + repeat("</div>", 20) + "<p>after";
  const HtmlTree tree = parse(html, {.max_depth = 10});
  EXPECT_EQ(depth(tree), 11u);  // The text is one below.
  const NodeIndex p = find(tree, Tag::kP);
  EXPECT_EQ(tree.node(tree.node(p).parent).tag, Tag::kBody);
  EXPECT_EQ(tree.text_below(0), "inafter");
}

TEST(HtmlTree, ScriptsBelowTheDepthStayScripts) {
  const HtmlTree tree = parse(repeat("<div>", 30) + "a<script>if (a<b) c()</script>d<img src=x>", {.max_depth = 10});
  EXPECT_EQ(tree.text_below(0), "ad");
  EXPECT_NE(find(tree, Tag::kImg), kNoNode);
}

TEST(HtmlTree, CdataRightBehindADroppedTag) {
  EXPECT_EQ(parse(repeat("<svg>", 20) + "<g><![CDATA[a<b]]>c", {.max_depth = 10}).text_below(0), "a<bc");
  EXPECT_EQ(parse("<frameset><![CDATA[a]]>c").text_below(0), "c");
}

TEST(HtmlTree, TextSplitByStrayTagsIsOneNode) {
  const HtmlTree tree = parse("a</x>b</y>c<body>d<div>e");
  EXPECT_EQ(dump(tree), "html\n  head\n  body\n    'abcd'\n    div\n      'e'");
}

TEST(HtmlTree, MoreAttributesThanAnyoneWritesAreLeftOut) {
  std::string html = "<p";
  for (int i = 0; i < 100000; ++i) html += " a" + std::to_string(i) + "=1";
  const HtmlTree tree = parse(html + ">x");
  const NodeIndex p = find(tree, Tag::kP);
  EXPECT_EQ(tree.attribute_count(p), 128u);
  EXPECT_TRUE(tree.has_attribute(p, "a0"));
  EXPECT_EQ(tree.text_below(p), "x");
}

TEST(HtmlTree, TextIsWellFormedWhateverTheReferencesSay) {
  const HtmlTree tree =
      parse("<p title='&#xD800;&#x110000;&#0;&#x80;'>&#xDFFF;&#1114112;&#x81;&#99999999999;&bad;&amp");
  for (const HtmlNode& node : tree.nodes()) EXPECT_TRUE(base::is_utf8(node.text));
  EXPECT_TRUE(base::is_utf8(tree.attribute(find(tree, Tag::kP), "title")));
}

/// Pages that make a tree builder quadratic or worse. Ten times as much may take about ten times as long; the bound
/// is loose because machines are busy.
TEST(HtmlTree, HostilePagesTakeLinearTime) {
  const std::vector<std::string> bombs = {
      "<div>",        "<b>",      "<a>",      "<p>",       "<p>x",         "<table>", "<table><tr><td>",
      "<b><div></b>", "<b><p>",   "<a><div>", "x</foo>",   "<table>x<tr>", "</p>",    "<b id=1><i><p></b>",
      "<svg><g>",     "<html a>", "<select>", "<template>"};
  const std::string deep = repeat("<div>", 500) + "<b>";
  for (const std::string& bomb : bombs) {
    for (const std::string& start : {std::string(), deep}) {
      SCOPED_TRACE(bomb + (start.empty() ? "" : ", deep"));
      const std::string page = start + repeat(bomb, (std::size_t{1} << 20) / bomb.size());
      const auto begin = std::chrono::steady_clock::now();
      const HtmlTree tree = parse(page);
      EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
      EXPECT_LT(tree.nodes().size(), page.size());
    }
  }
}

TEST(HtmlTree, ClonedAttributesDoNotMultiply) {
  // Every <p> opens the <b> again, with a copy of its attribute.
  const std::string page = "<b title='" + std::string(1 << 20, 'x') + "'>" + repeat("<p>y", 100000);
  const HtmlTree tree = parse(page);
  EXPECT_NE(tree.text_below(0).find("y"), std::string::npos);
}

TEST(HtmlTree, TextBehindAnExhaustedBudgetIsKept) {
  const std::string page = repeat("<p>", 4 << 20) + "the end<script>no</script>";
  const std::string text = parse(page).text_below(0);
  EXPECT_EQ(text, "the end");
}

TEST(HtmlTree, WhatIsBehindAnExhaustedBudgetIsOneTextAtTheEndOfTheBody) {
  const std::string page =
      "<body class=a>" + repeat("<p>x</p>", 50) + "<script>no()</script>a &lt; b<style>p{}</style>";
  const HtmlTree tree = parse(page, {.free_steps = 2000});
  const HtmlNode& unbuilt = tree.node(tree.unbuilt());
  EXPECT_EQ(tree.node(unbuilt.parent).tag, Tag::kBody);
  EXPECT_EQ(unbuilt.subtree_end, tree.node(unbuilt.parent).subtree_end);
  EXPECT_TRUE(unbuilt.text.ends_with("x x a &lt; b ")) << unbuilt.text;
  EXPECT_EQ(parse(page).unbuilt(), kNoNode);
}

TEST(HtmlTree, APageOfTagsKeepsToItsBudgetOfNodes) {
  for (const std::string bomb : {"<p>x</p>", "x<br>", "<li>", "<svg><p>", "<b><p>", "<a href=x>"}) {
    const std::string page = repeat(bomb, (std::size_t{4} << 20) / bomb.size());
    EXPECT_LT(parse(page).nodes().size(), 500'000u) << bomb;
  }
}

TEST(HtmlTree, ABudgetThatEndsInCodeShowsNone) {
  const std::string page = "<p>x<script>let a = 1;</script>y";
  for (std::uint64_t steps = 0; steps < 2000; steps += 20) {
    const std::string text = parse(page, {.free_steps = steps}).text_below(0);
    EXPECT_EQ(text.find("let"), std::string::npos) << steps << ": " << text;
    EXPECT_NE(text.find('y'), std::string::npos) << steps << ": " << text;
  }
}

TEST(HtmlTree, ThreadsParseSideBySide) {
  const std::string page = repeat("<div><p class=a>text <b>bold</b></div>", 200);
  const std::string expected = dump(parse(page));
  std::vector<std::thread> threads;
  std::vector<int> same(4);
  for (std::size_t t = 0; t < same.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) same[t] += dump(parse(page)) == expected ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(same, ElementsAre(20, 20, 20, 20));
}

}  // namespace
}  // namespace dateline::formats
