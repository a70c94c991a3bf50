#include "extract/wording.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/files.h"
#include "base/strings.h"

namespace dateline::extract {
namespace {

TEST(Wording, WholeLinesAreKnownWhateverMarksAndNumbersStandAround) {
  for (std::string_view line : {"Also Read", "ALSO READ:", "» Also read", "Also Read →", "1. Also read (3)"}) {
    EXPECT_NE(wording_of(line).whole & kRelated, 0u) << line;
  }
  EXPECT_EQ(wording_of("Also read this book, he said.").whole, kNoWording);
}

TEST(Wording, PhrasesBeginAndEndWithWords) {
  EXPECT_NE(wording_of("Please log in to comment").any & kAccount, 0u);
  EXPECT_EQ(wording_of("The catalogue in towns").any & kAccount, 0u);
  EXPECT_EQ(wording_of("Tagsüber blieb es trocken").start & kRelated, 0u);
  EXPECT_NE(wording_of("Tags: Wetter, Regen").start & kRelated, 0u);
}

TEST(Wording, TypographyAndCaseDoNotMatter) {
  EXPECT_NE(wording_of("YOU’VE REACHED YOUR LIMIT OF 5 ARTICLES").any & kPaywall, 0u);
  EXPECT_NE(wording_of("RÉSERVÉ AUX ABONNÉS").any & kPaywall, 0u);
}

TEST(Wording, AStarIsAnyShortText) {
  EXPECT_NE(wording_of("Get the Harbour Messenger app today").any & kOffer, 0u);
  EXPECT_EQ(
      wording_of("Get the children, said the man who had, as everybody in town knew by then, an app").any & kOffer, 0u);
}

TEST(Wording, AnyBytesAreAccepted) {
  EXPECT_EQ(wording_of("").all(), kNoWording);
  EXPECT_EQ(wording_of("\xFF\xFE\x80 \xC3").whole, kNoWording);
  EXPECT_EQ(wording_of(std::string(5000, '-')).all(), kNoWording);
}

TEST(LowerCase, KnowsLatinGreekAndCyrillic) {
  EXPECT_EQ(lower_case("ÀÉÎÕÜ ŁÓDŹ ΑΘΗΝΑ МОСКВА"), "àéîõü łódź αθηνα москва");
  EXPECT_EQ(lower_case("Kuriles’"), "kuriles'");
  EXPECT_EQ(lower_case("a\xC2\xA0"), "a ");
}

TEST(FurnitureData, IsWellFormed) {
  const auto text = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/src/extract/furniture.tsv", 1 << 20);
  ASSERT_TRUE(text.ok());
  std::set<std::string_view> seen;
  std::size_t rows = 0;
  for (std::string_view line : base::split(*text, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    ++rows;
    const auto fields = base::split(line, '\t');
    ASSERT_EQ(fields.size(), 3u) << line;
    EXPECT_TRUE(fields[1] == "any" || fields[1] == "start" || fields[1] == "whole") << line;
    EXPECT_EQ(lower_case(fields[2]), fields[2]) << "phrases are in lower case: " << line;
    EXPECT_TRUE(seen.insert(line).second) << "twice: " << line;
    // A phrase that is never found is a mistake in its row, such as an unknown kind.
    if (fields[2].find('*') == std::string_view::npos) {
      EXPECT_NE(wording_of(fields[2]).all(), kNoWording) << line;
    }
  }
  EXPECT_GT(rows, 1000u);
}

}  // namespace
}  // namespace dateline::extract
