#include "editions/terminal.h"

#include <gtest/gtest.h>

namespace dateline::editions {
namespace {

using Marks = std::vector<std::string>;

TEST(Terminal, MarksStandAtTheRightEdgeOfTheLastLine) {
  Terminal terminal({40, false, false});
  terminal.statement(2, "Short.", "", {"Bl ¶2", "BS ¶6"});
  terminal.statement(2, "A statement that takes more than one line of this width.", "", {"Bl ¶2"});
  EXPECT_EQ(terminal.take(),
            "  Short.                    Bl ¶2  BS ¶6\n"
            "  A statement that takes more than one\n"
            "  line of this width.              Bl ¶2\n");
}

TEST(Terminal, MarksGoBelowWhereTheLastLineHasNoRoom) {
  Terminal terminal({40, false, false});
  terminal.statement(2, "This line is just about full, as is so", "", {"Bl ¶2"});
  terminal.statement(2, "exactly enough room for one", "", {"Bl ¶12", "BS ¶6"});
  terminal.statement(2, "exactly room for one of them", "", {"Bl ¶12"});
  EXPECT_EQ(terminal.take(),
            "  This line is just about full, as is so\n"
            "                                   Bl ¶2\n"
            "  exactly enough room for one\n"
            "                           Bl ¶12  BS ¶6\n"
            "  exactly room for one of them    Bl ¶12\n");
}

TEST(Terminal, ManyMarksTakeSeveralLines) {
  Terminal terminal({40, false, false});
  terminal.statement(2, "All of them say so.", "", Marks(13, "Bl ¶2"));
  EXPECT_EQ(terminal.take(),
            "  All of them say so.\n"
            "Bl ¶2  Bl ¶2  Bl ¶2  Bl ¶2  Bl ¶2  Bl ¶2\n"
            "Bl ¶2  Bl ¶2  Bl ¶2  Bl ¶2  Bl ¶2  Bl ¶2\n"
            "                                   Bl ¶2\n");
}

TEST(Terminal, ASpeakerStandsBesideOrBelow) {
  Terminal terminal({60, false, false});
  terminal.statement(2, "“We are open.”", "Ada Lund, mayor", {"Bl ¶2"});
  terminal.statement(2, "“We are open to talks, and have always been so.”", "Ada Lund, mayor", {"Bl ¶2"});
  EXPECT_EQ(terminal.take(),
            "  “We are open.”  Ada Lund, mayor                      Bl ¶2\n"
            "  “We are open to talks, and have always been so.”\n"
            "    Ada Lund, mayor                                    Bl ¶2\n");
}

TEST(Terminal, LabelsStandInTheirColumn) {
  Terminal terminal({40, false, false});
  terminal.labelled(2, 6, "1931", "“The pier was built then and is old.”", {"HG ¶3"});
  terminal.labelled(2, 6, "a label too long", "text", {});
  EXPECT_EQ(terminal.take(),
            "  1931    “The pier was built then and\n"
            "          is old.”                 HG ¶3\n"
            "  a label too long\n"
            "          text\n");
}

TEST(Terminal, HeadingsCarryTheirNoteBesideThem) {
  Terminal terminal({40, false, false});
  terminal.heading("They differ", Ink::kDiffering, "when: compatible, one is more precise");
  terminal.heading("A heading that is rather long", Ink::kPlain, "note");
  EXPECT_EQ(terminal.take(),
            "They differ   when: compatible, one is\n"
            "              more precise\n"
            "A heading that is rather long\n"
            "  note\n");
}

TEST(Terminal, CountsColumnsNotBytes) {
  Terminal terminal({40, false, false});
  terminal.statement(2, "日本語の新聞", "", {"朝 ¶1"});
  terminal.statement(2, "e\u0301te\u0301", "", {"Bl ¶1"});
  EXPECT_EQ(terminal.take(),
            "  日本語の新聞                     朝 ¶1\n  e\u0301te\u0301                              Bl ¶1\n");
}

TEST(Terminal, WidthsAreKeptBetween40And100) {
  for (const auto& [asked, got] : std::vector<std::pair<std::size_t, std::size_t>>{{0, 40}, {72, 72}, {500, 100}}) {
    Terminal terminal({asked, false, true});
    terminal.rule();
    EXPECT_EQ(terminal.take(), std::string(got, '-') + "\n");
  }
}

}  // namespace
}  // namespace dateline::editions
