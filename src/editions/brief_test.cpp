#include "editions/brief.h"

#include <gtest/gtest.h>

#include "editions/outlet_matrix.h"
#include "editions/sections.h"
#include "editions/story_case.h"

namespace dateline::editions {
namespace {

StoryView view_of(const std::string& text) {
  return testing::StoryCase(text).view();
}

std::vector<std::string> leads(const std::vector<ShownFact>& facts) {
  std::vector<std::string> texts;
  for (const ShownFact& fact : facts) {
    if (!fact.repeated) texts.push_back(fact.sentences.front().text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Brief, SentencesCarryTheParagraphThatReadersCount) {
  const StoryView view = testing::load_case("ferry");
  const StoryBrief brief = make_brief(view);
  EXPECT_EQ(brief.headline, "Ferry strikes pier at Selby as storm closes the strait");
  ASSERT_EQ(brief.shared.size(), 1U);
  EXPECT_EQ(brief.shared[0].sentences[2].paragraph, 1U);
  ASSERT_FALSE(brief.single.empty());
  // The subhead before it is not counted.
  EXPECT_EQ(brief.single[1].sentences[0].text, "The north pier was built in 1931 and was due to be replaced.");
  EXPECT_EQ(brief.single[1].sentences[0].paragraph, 3U);
  const auto& article = view.articles[0];
  const std::size_t offset = article.text.find("The north pier");
  EXPECT_EQ(article.paragraph_number(article.paragraph_at(offset)), 3U) << "the same number as the article's own";
}

TEST(Brief, ShowsASentenceOnlyOnce) {
  const StoryView view = view_of(
      "report A\np One same thing. // Fields lay drowned.\nreport B\np One same thing. // B alone.\n"
      "shared 1.1 2.1\nshared 2.1 1.2\nsingle 1.1\nsingle 2.2\n");
  const StoryBrief brief = make_brief(view);
  EXPECT_EQ(leads(brief.shared), (Texts{"One same thing.", "Fields lay drowned."}))
      << "the second leads with its other one";
  EXPECT_EQ(leads(brief.single), (Texts{"B alone."}));
  EXPECT_EQ(brief.single.size(), 2U) << "JSON keeps what pages pass over";
}

TEST(Brief, AFactThatAddsOneWordingToAnotherIsFolded) {
  const StoryView view = view_of(
      "report A\np The old mill at Orrin burned down on Sunday night. // Mill workers wept.\n"
      "report B\np Fire took the mill at Orrin on Sunday.\nreport C\np Orrin's mill burned down.\n"
      "report D\np The mill at Orrin burned on Sunday. // A man of thirty was arrested in Selby.\n"
      "shared 1.1 4.1\nshared 1.1 2.1 3.1\nshared 4.2 1.1\nshared 1.1 2.1\n");
  const StoryBrief brief = make_brief(view);
  EXPECT_EQ(leads(brief.shared),
            (Texts{"The old mill at Orrin burned down on Sunday night.", "A man of thirty was arrested in Selby."}));
  EXPECT_TRUE(brief.shared[0].repeated) << "the larger one is shown, although it comes later";
  ASSERT_EQ(brief.shared[1].sentences.size(), 4U) << "with the wording of the pair";
  EXPECT_EQ(brief.shared[1].sentences[3].article, 3U);
  EXPECT_FALSE(brief.shared[2].repeated) << "it tells something new";
  EXPECT_TRUE(brief.shared[3].repeated) << "all of it is shown";
}

TEST(Brief, AFoldedWordingHidesNothing) {
  const StoryView view = view_of(
      "report A\np Rain fell on Orrin all night.\nreport B\np Rain fell on Orrin.\n"
      "report C\np All night rain fell on Orrin fields. // Fields drowned.\nreport D\np Drowned were the Orrin "
      "fields.\n"
      "shared 1.1 2.1\nshared 2.1 3.1\nshared 3.1 4.1\n");
  const StoryBrief brief = make_brief(view);
  EXPECT_TRUE(brief.shared[1].repeated);
  EXPECT_FALSE(brief.shared[2].repeated);
}

TEST(Brief, ADifferenceIsToldOnceWithAllSides) {
  StoryView view = view_of(
      "report A\np Twelve died.\nreport B\np Fourteen died.\nreport C\np Fifteen died.\n"
      "shared 1.1 2.1\nshared 2.1 3.1\nshared 1.1 3.1\n");
  const auto differ = [&](std::size_t fact, news::Difference::Side a, news::Difference::Side b) {
    view.facts[fact].kind = news::FactKind::kDiffering;
    view.facts[fact].differences = {
        {news::Difference::Kind::kNumber, "number of dead", false, {std::move(a), std::move(b)}}};
  };
  differ(0, {{0, 0}, "Twelve"}, {{1, 0}, "Fourteen"});
  differ(1, {{1, 0}, "Fourteen"}, {{2, 0}, "Fifteen"});
  differ(2, {{0, 0}, "all"}, {{2, 0}, "many"});
  const StoryBrief brief = make_brief(view);
  ASSERT_EQ(brief.differing.size(), 3U);
  EXPECT_FALSE(brief.differing[0].repeated);
  ASSERT_EQ(brief.differing[0].differences[0].sides.size(), 3U);
  EXPECT_EQ(brief.differing[0].differences[0].sides[2].said, "Fifteen");
  EXPECT_TRUE(brief.differing[1].repeated);
  EXPECT_FALSE(brief.differing[2].repeated) << "no side of it is told";
  const std::vector<StoryBrief> briefs = {brief};
  EXPECT_EQ(sections_of(mark_briefs(briefs).front()).front().facts.size(), 2U);
}

TEST(Brief, SpeechStandsUnderInTheirWordsAlone) {
  const StoryView view = view_of(
      "report A\np “<We will not sail before it is safe,|per:jon>” <said [Jon Vik|per:jon|PER|director]|cue>. // "
      "“<We are sorry about all of this,|per:jon>” he said when asked whether the company would pay for the damage.\n"
      "single 1.1\nsingle 1.2\n");
  const StoryBrief brief = make_brief(view);
  EXPECT_TRUE(brief.single[0].repeated);
  EXPECT_FALSE(brief.single[1].repeated) << "it says more than the quote";
  ASSERT_EQ(brief.quotes.size(), 2U);
  EXPECT_EQ(brief.quotes[0].where.text, "We will not sail before it is safe");
  EXPECT_EQ(brief.quotes[0].speaker, "Jon Vik");
  EXPECT_EQ(brief.quotes[0].role, "director");
}

TEST(Brief, QuotesAreGroupedBySpeakerAndEachWordingIsShownOnce) {
  const StoryView view = view_of(
      "report A\np “<We asked for money again and again|per:a>” [Ann|per:a|PER|chair] said. // "
      "“<Nobody listened to any of us|per:b>” [Bo|per:b|PER] said. // “<It was bound to happen one day|per:a>” // "
      "“<bad luck|per:b>”\nreport B\np “<We asked for money, again and again.|per:a>” [Ann|per:a|PER] said.\n");
  const StoryBrief brief = make_brief(view);
  Texts shown;
  for (const ShownQuote& quote : brief.quotes) shown.push_back(quote.speaker + ": " + quote.where.text);
  EXPECT_EQ(shown, (Texts{"Ann: We asked for money again and again", "Ann: It was bound to happen one day",
                          "Bo: Nobody listened to any of us", "Bo: bad luck"}));
  ASSERT_EQ(brief.quotes[0].also.size(), 1U) << "other marks of punctuation, the same words";
  EXPECT_EQ(brief.quotes[0].also[0].article, 1U);
  EXPECT_FALSE(brief.quotes[0].fragment);
  EXPECT_TRUE(brief.quotes[3].fragment);
}

TEST(Brief, NamesAreGatheredOverReports) {
  const StoryView view = view_of(
      "report A\np [Lund|per:l|PER] met [Vik|per:v|PER|director] in [Selby|loc:s|LOC]. // [Vik|per:v|PER] left. // "
      "[Vik|per:v|PER] slept.\nreport B\np [Ada Lund|per:l|PER|harbour master] spoke.\n");
  const StoryBrief brief = make_brief(view);
  ASSERT_EQ(brief.people.size(), 2U);
  EXPECT_EQ(brief.people[0].name, "Ada Lund") << "named by both reports, so before one named more often";
  EXPECT_EQ(brief.people[0].role, "harbour master");
  EXPECT_EQ(brief.people[0].mentions, 2U);
  EXPECT_EQ(brief.people[1].mentions, 3U);
  EXPECT_EQ(brief.places.size(), 1U);
  EXPECT_TRUE(brief.organisations.empty());
}

TEST(Brief, TimelineIsInOrderAndHoldsNoDurations) {
  const StoryView view = testing::load_case("ferry");
  Texts values;
  for (const TimelineEntry& entry : make_brief(view).timeline) values.push_back(entry.value);
  EXPECT_EQ(values, (Texts{"1931", "2006", "2013-11-02", "2013-11-03", "2013-W45", "2013-11-05"}));
}

TEST(Brief, ADayInSeveralWordingsIsOneEntryWithAllReports) {
  const StoryView view = view_of(
      "headline Lock\nday 2013-11-02\nreport A | 2013-11-02 | stated\np It broke {last night|2013-11-01TNI}. // Since "
      "{1954|1954}, {1988|1988} and {Friday|2013-11-01} nothing moved.\nreport B | 2013-11-02 | stated\np The lock "
      "broke {on 1 November|2013-11-01}.\nshared 2.1 1.1\n");
  const auto timeline = make_brief(view).timeline;
  ASSERT_GE(timeline.size(), 3U);
  const TimelineEntry& friday = timeline[2];
  EXPECT_EQ(friday.value, "2013-11-01");
  EXPECT_EQ(friday.report_count(), 2U);
  EXPECT_EQ(friday.where.text, "It broke last night.") << "both say it, and it names no other time";
  EXPECT_EQ(friday.when, TimelineEntry::When::kPast);
}

TEST(Brief, WhatLiesAfterAllReportsOfItIsPlanned) {
  const StoryView view = view_of(
      "day 2013-11-02\nreport A | 2013-11-02 | stated\np He comes {on Sunday|2013-11-03}. // It opens {in "
      "2014|2014}.\nreport B | 2013-11-04 | stated\np He came {on Sunday|2013-11-03}.\n");
  const auto timeline = make_brief(view).timeline;
  ASSERT_EQ(timeline.size(), 2U);
  EXPECT_EQ(timeline[0].when, TimelineEntry::When::kPast) << "a later report tells that it happened";
  EXPECT_EQ(timeline[1].when, TimelineEntry::When::kPlanned);
  EXPECT_EQ(base::format_day(timeline[1].last), "2014-12-31") << "a year is a range";
}

TEST(Brief, ATimeOfDayAloneIsNoDayOfTheTimeline) {
  StoryView view = view_of(
      "day 2013-11-02\nreport A | 2013-11-02 | stated\np It sank {on Friday|2013-11-01}, police said {on Saturday|"
      "2013-11-02}. // A hull plate broke at {4 a.m.|2013-11-02T04:00}.\n");
  view.articles[0].times.back().type = news::TimeType::kTime;
  const auto timeline = make_brief(view).timeline;
  ASSERT_EQ(timeline.size(), 2U);
  EXPECT_EQ(timeline[1].where.text, "It sank on Friday, police said on Saturday.");
}

TEST(Brief, TheStorysOwnDayIsThereWhereTheFirstSentenceNamesNoOther) {
  const char* const kText =
      "day 2013-11-02\nreport A | 2013-11-02 | stated\np The lock has broken. // It was built in {1954|1954}.\n";
  const StoryView view = view_of(kText);
  const auto timeline = make_brief(view).timeline;
  ASSERT_EQ(timeline.size(), 2U);
  EXPECT_EQ(timeline[1].value, "2013-11-02");
  EXPECT_EQ(timeline[1].when, TimelineEntry::When::kNow);
  EXPECT_EQ(timeline[1].where.text, "The lock has broken.");
  EXPECT_TRUE(timeline[1].expression.empty());
  const StoryView other = view_of(
      "day 2013-11-02\nreport A | 2013-11-02 | stated\np The lock broke {on Friday|2013-11-01}. // All wait.\n");
  EXPECT_EQ(make_brief(other).timeline.size(), 1U) << "when the rest happened is not certain";
}

TEST(Brief, WhoStandsWithWhomCountsSentencesAndReports) {
  const StoryView view = view_of(
      "report A\np [Lund|per:l|PER] met [Vik|per:v|PER] at the [Board|org:b|ORG]. // [Vik|per:v|PER] and "
      "[Lund|per:l|PER] left. // [Ola Berg|per:o|PER] slept.\nreport B\np [Ada Lund|per:ada|PER] met "
      "[Vik|per:v|PER].\n");
  const Company company = make_brief(view).company;
  Texts names;
  for (const ShownName& name : company.names) names.push_back(name.name);
  EXPECT_EQ(names, (Texts{"Vik", "Ada Lund", "Board"})) << "who stands alone is no company";
  ASSERT_EQ(company.ties.size(), 3U);
  EXPECT_EQ(company.ties[0].sentences, 3U) << "“Lund” is Ada Lund";
  EXPECT_EQ(company.ties[0].reports, 2U);
  EXPECT_EQ(company.left_out, 0U);
}

TEST(Brief, TheCompanyIsBounded) {
  std::string text = "report A\np ";
  for (int i = 0; i < 30; ++i) {
    const std::string number = std::to_string(i);
    text += "[Person" + number + "|per:" + number + "|PER] met [Other" + number + "|per:o" + number + "|PER]. // ";
  }
  const Company company = make_brief(view_of(text + "All slept.\n")).company;
  EXPECT_EQ(company.names.size(), 12U);
  EXPECT_EQ(company.left_out, 48U);
}

TEST(Brief, ReferencesOutsideTheirArticleArePassedOver) {
  StoryView view = view_of("report A\np One. // Two.\nsingle 1.1\n");
  view.facts.push_back({news::FactKind::kSingle, {{0, 9}}, {}});
  view.facts.push_back({news::FactKind::kShared, {{7, 0}, {0, 1}}, {}});
  view.summary = {{0, 0}, {3, 0}};
  const StoryBrief brief = make_brief(view);
  EXPECT_EQ(brief.single.size(), 1U);
  ASSERT_EQ(brief.shared.size(), 1U);
  EXPECT_EQ(brief.shared[0].sentences.size(), 1U);
  EXPECT_EQ(brief.summary.size(), 1U);
}

TEST(Sections, HeadingsSayWhoAgrees) {
  const auto headings = [](const StoryView& view) {
    const std::vector<StoryBrief> briefs = {make_brief(view)};
    Texts texts;
    for (const Section& section : sections_of(mark_briefs(briefs).front())) texts.push_back(section.heading);
    return texts;
  };
  EXPECT_EQ(headings(testing::load_case("ferry")),
            (Texts{"Both say", "They differ", "Only Harbour Gazette", "Only Business of the Coast"}));
  EXPECT_EQ(headings(testing::load_case("three")),
            (Texts{"All 3 say", "Several say", "They differ", "Only unknown outlet"}));
  EXPECT_EQ(headings(testing::load_case("alone")), (Texts{"Marn Observer says"}));
}

TEST(Sections, OneTextPrintedBySeveralIsNobodysAlone) {
  const StoryView view = view_of(
      "report Agency\np Copied words. // Its own.\nreport Printer\np Copied words.\nsingle 1.1 2.1\nsingle 1.2\n");
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const auto sections = sections_of(mark_briefs(briefs).front());
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(sections[0].heading, "Only one text, printed by Agency and Printer");
  EXPECT_EQ(sections[1].heading, "Only Agency");
}

TEST(Sections, CopiesOfOneTextAreOneVoice) {
  const StoryView view = testing::load_case("agency");
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const MarkedBrief marked = mark_briefs(briefs).front();
  EXPECT_EQ(briefs[0].voices, (std::vector<std::size_t>{0, 0, 1, 0}));
  EXPECT_EQ(voices_of(marked), 2U);
  EXPECT_EQ(outlets_of(marked), 4U);
  EXPECT_EQ(shared_texts(marked), (std::vector<std::vector<std::size_t>>{{0, 1, 3}}));
  const auto sections = sections_of(marked);
  ASSERT_EQ(sections.size(), 4U);
  EXPECT_EQ(sections[0].heading, "Both voices say");
  EXPECT_EQ(sections[1].heading, "Only one text, printed by The Quay, Morning Sheet and The Northern Weekly Observer");
  EXPECT_EQ(sections[2].heading, "Only The Quay");
  EXPECT_EQ(sections[3].heading, "Only Valley Radio");
}

TEST(Sections, WhereAllPrintOneTextNobodyElseIsMeant) {
  const StoryView view =
      view_of("voices 7 7\nreport Sheet\np Copied words.\nreport Printer\np Copied words.\nsingle 1.1 2.1\n");
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const auto sections = sections_of(mark_briefs(briefs).front());
  ASSERT_EQ(sections.size(), 1U);
  EXPECT_EQ(sections[0].heading, "One text, printed by Sheet and Printer");
}

TEST(Sections, OfManyPrintersAFewAreNamed) {
  std::string text = "voices 0 0 0 0 0\n";
  for (const char* name : {"Ash", "Birch", "Cedar", "Elder", "Fir"}) {
    text += "report " + std::string(name) + "\np Copied words.\n";
  }
  const StoryView view = view_of(text + "single 1.1 2.1 3.1 4.1 5.1\n");
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  EXPECT_EQ(sections_of(mark_briefs(briefs).front())[0].heading, "One text, printed by Ash, Birch, Cedar and 2 more");
}

TEST(Matrix, EveryVoiceComesBeforeFurtherPrintersOfOneText) {
  const StoryView view = view_of(
      "voices 0 0 0 1\n"
      "report A\np One. // Two.\nreport B\np One. // Two.\nreport C\np One. // Two.\nreport D\np One.\n"
      "shared 1.1 2.1 3.1 4.1\nsingle 1.2 2.2 3.2\n");
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const OutletMatrix matrix = outlet_matrix(mark_briefs(briefs).front(), 2, 10);
  ASSERT_EQ(matrix.rows.size(), 2U);
  EXPECT_EQ(matrix.rows[0].report, 0U);
  EXPECT_EQ(matrix.rows[1].report, 3U) << "it says least, and speaks for itself";
  EXPECT_EQ(matrix.left_out_outlets, 2U);
}

TEST(Voices, WithoutThemEveryOutletIsOne) {
  const StoryView view = view_of("report A\np x\nreport -\np x\nreport A\np x\nreport -\np x\n");
  EXPECT_EQ(make_brief(view).voices, (std::vector<std::size_t>{0, 1, 0, 2}));
}

TEST(Company, CopiesAddNoSentences) {
  const StoryView view = testing::load_case("agency");
  const Company company = make_brief(view).company;
  ASSERT_EQ(company.ties.size(), 2U);
  EXPECT_EQ(company.ties[0].sentences, 1U) << "printed by three";
  EXPECT_EQ(company.ties[0].reports, 3U);
  EXPECT_EQ(company.ties[0].voices, 1U);
}

TEST(Sections, ALabelSaysWhyBothCanBeTrue) {
  using Kind = news::Difference::Kind;
  const auto label = [](Kind kind, const char* what, bool compatible) {
    ShownFact::Difference difference;
    difference.kind = kind;
    difference.what = what;
    difference.compatible = compatible;
    return difference_label(difference);
  };
  EXPECT_EQ(label(Kind::kNumber, "number of dead", false), "number of dead");
  EXPECT_EQ(label(Kind::kNumber, "number of dead", true), "number of dead: compatible, it has grown");
  EXPECT_EQ(label(Kind::kTime, "when", true), "when: compatible, one is more precise");
  EXPECT_EQ(label(Kind::kName, "spelling of a name", true), "spelling of a name: compatible, with and without accents");
}

TEST(Sections, SidesThatSayTheSameAreOneUnlessAllDo) {
  ShownFact::Difference difference;
  for (const char* said : {"12", "14", "12"}) {
    ShownFact::Side side;
    side.said = said;
    side.sentence.article = difference.sides.size();
    difference.sides.push_back(side);
  }
  ASSERT_EQ(side_groups(difference).size(), 2U);
  EXPECT_EQ(side_groups(difference)[0].sentences.size(), 2U);
  for (ShownFact::Side& side : difference.sides) side.said = "Wednesday";
  EXPECT_EQ(side_groups(difference).size(), 3U) << "two Wednesdays can be two days";
}

TEST(Sections, ADayIsInferredOnlyWhenNoReportStatesIt) {
  StoryView view = testing::load_case("ferry");
  EXPECT_FALSE(day_is_inferred(make_brief(view)));
  view.articles[0].published.certainty = news::Certainty::kInferred;
  EXPECT_TRUE(day_is_inferred(make_brief(view)));
  view.story.day.reset();
  EXPECT_FALSE(day_is_inferred(make_brief(view)));
}

TEST(Brief, ALastNameAloneIsWhomAnotherReportNamesInFull) {
  StoryView view;
  for (const char* name : {"Strgar", "Bojan Strgar"}) {
    news::Article& article = view.articles.emplace_back();
    article.outlet.name = std::string("Outlet of ") + name;
    article.append_paragraph(std::string("“It was a fair fight and a long one,” ") + name + " said.",
                             news::ParagraphKind::kParagraph);
    article.sentences.push_back(article.paragraphs[0].span);
    const std::size_t at = article.text.find(name);
    article.entities.push_back({std::string("per:") + name, news::EntityType::kPerson, name, ""});
    article.mentions.push_back({{at, at + std::string_view(name).size()}, 0});
  }
  view.articles[1].entities[0].role = "acting mayor";
  const std::size_t end = view.articles[0].text.find(",”");
  view.articles[0].quotes.push_back({{{3, end}}, {}, {}, 0, true});
  const StoryBrief brief = make_brief(view);
  ASSERT_EQ(brief.people.size(), 1u);
  EXPECT_EQ(brief.people[0].name, "Bojan Strgar");
  EXPECT_EQ(brief.people[0].mentions, 2u);
  EXPECT_EQ(brief.people[0].articles, (std::vector<std::size_t>{0, 1}));
  ASSERT_EQ(brief.quotes.size(), 1u);
  EXPECT_EQ(brief.quotes[0].speaker, "Bojan Strgar");
  EXPECT_EQ(brief.quotes[0].role, "acting mayor");
}

}  // namespace
}  // namespace dateline::editions
