// Finding the original of a copy: signatures, the table of numbers, the index.
#include "stories/copy_index.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace dateline::stories {
namespace {

using Words = std::vector<text::TermId>;

Words numbered(std::size_t from, std::size_t to) {
  Words words;
  for (std::size_t i = from; i < to; ++i) words.push_back(text::term_id(std::to_string(i)));
  return words;
}

// Words of a text of its own for each `seed`.
Words invented(std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Words words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(random());
  return words;
}

Words joined(Words first, const Words& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

double share(const Words& later, const Words& earlier) {
  return copied_share(make_sketch(later).signature, make_sketch(earlier).signature);
}

TEST(Sketch, EstimatesWhatWasTakenOver) {
  for (const double kept : {0.2, 0.5, 0.8}) {
    double sum = 0;
    for (std::size_t text = 0; text < 50; ++text) {
      const Words original = invented(500, text);
      const auto cut = static_cast<std::ptrdiff_t>(500 * kept);
      const Words other = joined(Words(original.begin(), original.begin() + cut),
                                 invented(500 - static_cast<std::size_t>(cut), 1000 + text));
      const double estimated = share(other, original);
      EXPECT_NEAR(estimated, kept, 0.3);
      sum += estimated;
    }
    EXPECT_NEAR(sum / 50, kept, 0.03);
  }
}

TEST(Sketch, ABriefCopiesTheReportAndNotTheOtherWayRound) {
  const Words report = numbered(0, 400);
  const Words brief = numbered(0, 120);
  EXPECT_GE(share(brief, report), kCopiedShare);
  EXPECT_EQ(share(report, brief), 0);
  EXPECT_EQ(share(numbered(0, 60), report), 0) << "a quotation";
  EXPECT_TRUE(is_copy(make_sketch(brief), make_sketch(report))) << "still one voice";
  EXPECT_TRUE(is_copy(make_sketch(report), make_sketch(brief)));
}

TEST(Sketch, ShortLinesAreFurniture) {
  const Words report = numbered(0, 60);
  const Words menu = numbered(1000, 1100);
  std::vector<std::size_t> line_ends;
  for (std::size_t end = 5; end <= 100; end += 5) line_ends.push_back(end);
  line_ends.push_back(160);
  const Sketch left_over = make_sketch(joined(menu, report), line_ends);
  EXPECT_EQ(left_over.signature, make_sketch(report).signature);
  const std::vector<std::size_t> all_short = {5, 10, 15, 20};
  EXPECT_EQ(make_sketch(numbered(0, 20), all_short).signature, make_sketch(numbered(0, 20)).signature)
      << "a text of short lines only is taken as it is";
}

TEST(Sketch, TextsWithoutWordsCopyNothing) {
  EXPECT_EQ(share({}, {}), 0);
  EXPECT_EQ(sketch_text("").signature.runs, 0u);
  EXPECT_EQ(sketch_text(" \n\n -- ... !\n").signature.runs, 0u);
  EXPECT_EQ(sketch_text("\xFF\xFE\x80").signature.runs, 0u);
}

TEST(Sketch, CaseMarksAndAccentsDoNotMatter) {
  const std::string text =
      "The caf\xC3\xA9 owners' union of S\xC3\xA3o Lu\xC3\xADs said \"no\" to the new tax on Monday, and closed all of "
      "its doors.";
  const std::string other =
      "THE CAFE OWNERS\xE2\x80\x99 UNION OF SAO LUIS SAID \xE2\x80\x9CNO\xE2\x80\x9D TO THE NEW TAX ON MONDAY AND "
      "CLOSED ALL OF ITS DOORS";
  EXPECT_EQ(sketch_text(text).signature, sketch_text(other).signature);
}

TEST(Sketch, ScriptsWithoutSpaces) {
  const std::string chinese = "市政府星期一宣布，连接东岸和港口的新桥将于明年春天通车，届时每天可有四万辆汽车通过。";
  const Sketch original = sketch_text(chinese);
  EXPECT_GT(original.signature.runs, kFewestRuns);
  EXPECT_GE(copied_share(sketch_text("（本报讯）" + chinese).signature, original.signature), kCopiedShare);
  EXPECT_EQ(copied_share(
                sketch_text("气象台预计周末全岛有大雨，渔民被要求留在港内，学校照常上课，渡轮可能停航两天。").signature,
                original.signature),
            0);
}

TEST(Sketch, BytesThereAndBack) {
  for (const std::size_t words : {0, 3, 8, 30, 700}) {
    SCOPED_TRACE(words);
    const Sketch sketch = make_sketch(invented(words, words));
    const std::string bytes = sketch_to_bytes(sketch);
    EXPECT_LE(bytes.size(), 4 * (kLookedUpKeys + 1) + kBins);
    const auto again = sketch_from_bytes(bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->signature, sketch.signature);
    EXPECT_EQ(again->keys, sketch.keys);
    EXPECT_EQ(sketch_to_bytes(*again), bytes);
    EXPECT_FALSE(sketch_from_bytes(bytes.substr(1)));
    EXPECT_FALSE(sketch_from_bytes(bytes + "x"));
  }
  EXPECT_FALSE(sketch_from_bytes(""));
}

TEST(NumberTable, HoldsWhatAPlainMapHolds) {
  NumberTable table;
  std::multimap<std::uint32_t, std::uint32_t> plain;
  std::mt19937 random(7);
  for (std::uint32_t number = 0; number < 20000; ++number) {
    const std::uint32_t key = static_cast<std::uint32_t>(random()) & 0xFFFFF00FU;
    const std::uint32_t oldest = number < 5000 ? 0 : number - 5000;
    table.add(key, number, oldest);
    plain.emplace(key, number);
  }
  std::size_t missing = 0;
  for (const auto& [key, number] : plain) {
    if (number < 15000 || plain.count(key) > NumberTable::kMostPerKey) continue;
    const auto found = table.find(key);
    const auto* end = found.numbers.begin() + found.count;
    missing += std::find(found.numbers.begin(), end, number) == end ? 1u : 0u;
  }
  EXPECT_EQ(missing, 0u);
  EXPECT_LT(table.memory_bytes(), 5000u * 8 * 2) << "what is forgotten takes no room";
}

TEST(NumberTable, OfOneKeyTheEarliestAndTheLatest) {
  NumberTable table;
  for (std::uint32_t number = 0; number < 100000; ++number) table.add(42, number, 0);
  auto found = table.find(42);
  std::sort(found.numbers.begin(), found.numbers.end());
  EXPECT_EQ(found.numbers, (std::array<std::uint32_t, 4>{0, 1, 2, 99999}));
  EXPECT_LT(table.memory_bytes(), 4096u);
  EXPECT_EQ(table.find(43).count, 0u);
}

TEST(CopyIndex, FindsTheOriginalAmongOthers) {
  CopyIndex index;
  for (std::uint32_t i = 0; i < 3000; ++i) index.add(i, make_sketch(invented(200, i)));
  for (const std::uint32_t i : {0U, 1234U, 2999U}) {
    SCOPED_TRACE(i);
    const Words original = invented(200, i);
    EXPECT_EQ(index.original_of(make_sketch(original)), i);
    EXPECT_EQ(index.original_of(make_sketch(joined(original, invented(150, 90000 + i)))), i) << "paragraphs added";
    EXPECT_EQ(index.original_of(make_sketch(Words(original.begin(), original.begin() + 70))), i) << "cut to a third";
  }
  EXPECT_FALSE(index.original_of(make_sketch(invented(200, 77777))));
  EXPECT_FALSE(index.original_of(make_sketch({})));
}

TEST(CopyIndex, ThousandsOfCopiesLeadToTheFirst) {
  CopyIndex index;
  const Words original = numbered(0, 300);
  index.add(0, make_sketch(original));
  const std::size_t memory_before = index.memory_bytes();
  for (std::uint32_t i = 1; i <= 10000; ++i) {
    Words copy = original;
    if (i % 2 == 0) copy[i % 300] = i;  // every other one with an edit of its own
    const Sketch sketch = make_sketch(copy);
    ASSERT_EQ(index.original_of(sketch), 0u) << i;
    index.add(i, sketch);
  }
  EXPECT_LT(index.memory_bytes() - memory_before, 10000 * (sizeof(Signature) + 30)) << "copies need next to no index";
}

TEST(CopyIndex, AReportThatGrowsIsFollowed) {
  CopyIndex index;
  for (std::uint32_t lead = 0; lead < 20; ++lead) {
    const Sketch sketch = make_sketch(numbered(lead * 40, lead * 40 + 200));
    EXPECT_EQ(index.original_of(sketch).has_value(), lead > 0) << lead;
    index.add(lead, sketch);
  }
}

TEST(CopyIndex, AnotherArticleWithTheSameFurnitureIsNotPreferred) {
  CopyIndex index;
  const Words furniture = numbered(0, 100);
  index.add(0, make_sketch(joined(invented(100, 1), furniture)));
  index.add(1, make_sketch(joined(invented(100, 2), furniture)));
  EXPECT_EQ(index.original_of(make_sketch(joined(invented(100, 2), furniture))), 1u);
}

TEST(CopyIndex, TheOldestAreForgotten) {
  CopyIndex index(100);
  for (std::uint32_t i = 0; i < 1000; ++i) index.add(i, make_sketch(invented(50, i)));
  EXPECT_FALSE(index.original_of(make_sketch(invented(50, 899))));
  EXPECT_EQ(index.original_of(make_sketch(invented(50, 900))), 900u);
  EXPECT_LT(index.memory_bytes(), 100 * (sizeof(Signature) + 200));
}

TEST(CopyIndex, NumbersMayBeLeftOutAndTheLastReplaced) {
  CopyIndex index(10);
  index.add(3, make_sketch(invented(50, 3)));
  index.add(7, make_sketch(invented(50, 7)));
  EXPECT_EQ(index.original_of(make_sketch(invented(50, 3))), 3u);
  EXPECT_TRUE(index.holds(5));
  index.add(7, make_sketch(invented(50, 8)));
  EXPECT_FALSE(index.original_of(make_sketch(invented(50, 7))));
  EXPECT_EQ(index.original_of(make_sketch(invented(50, 8))), 7u);
  index.add(4000000000U, make_sketch(invented(50, 9)));
  EXPECT_FALSE(index.original_of(make_sketch(invented(50, 3))));
  EXPECT_EQ(index.original_of(make_sketch(invented(50, 9))), 4000000000U);
}

TEST(CopyIndex, WhoAsksHasTheLastWord) {
  CopyIndex index;
  for (std::uint32_t i = 0; i < 3; ++i) index.add(i, make_sketch(numbered(0, 80)));
  EXPECT_EQ(index.original_of(make_sketch(numbered(0, 80)), [](std::uint32_t number, double) { return number > 0; }),
            1u);
}

TEST(CopyIndex, ShortTexts) {
  CopyIndex index;
  index.add(0, sketch_text("Snow closes the Tarn pass"));
  index.add(
      1, sketch_text("The council of Wexmouth voted on Tuesday to close the harbour ferry at night from next spring, "
                     "because it has too few sailors and too many empty seats after ten."));
  EXPECT_EQ(index.original_of(sketch_text("SNOW CLOSES THE TARN PASS!")), 0u);
  EXPECT_FALSE(index.original_of(sketch_text("Snow closes the Tarn pass again")));
  EXPECT_EQ(index.original_of(sketch_text(
                "The Wexmouth council voted on Tuesday to close the harbour ferry at night from next spring, "
                "because it has too few sailors and too many empty seats after ten, a spokesman said.")),
            1u);
}

}  // namespace
}  // namespace dateline::stories
