#include "extract/outlet_names.h"

#include <gtest/gtest.h>

#include <string>

#include "base/files.h"
#include "base/strings.h"
#include "extract/known_outlets.h"

namespace dateline::extract {
namespace {

std::string outlet(std::vector<std::string_view> before, std::vector<std::string_view> after,
                   std::string_view agency = {}) {
  OutletEvidence evidence;
  evidence.before = std::move(before);
  evidence.after = std::move(after);
  evidence.agency = agency;
  return outlet_from_furniture(evidence).name;
}

TEST(OutletFromFurniture, TakesTheMasthead) {
  EXPECT_EQ(outlet({"Harbour Messenger", "News", "Sport"}, {}), "Harbour Messenger");
  EXPECT_EQ(outlet({"HARBOUR GAZETTE", "Your quay. Your gulls."}, {}), "Harbour Gazette");
}

TEST(OutletFromFurniture, TakesTellingPlaces) {
  EXPECT_EQ(outlet({}, {"Access Vellmar Echo across devices"}), "Vellmar Echo");
  EXPECT_EQ(outlet({}, {"Vellmar Echo Epaper"}), "Vellmar Echo");
  EXPECT_EQ(outlet({}, {"© 2024 Vellmar Echo Ltd. All rights reserved."}), "Vellmar Echo");
  EXPECT_EQ(outlet({}, {"Vellmar Echo is printed on old paper"}), "Vellmar Echo");
}

TEST(OutletFromFurniture, RepetitionDecidesBetweenNames) {
  EXPECT_EQ(outlet({}, {"Complimentary access to The New York Times", "Vellmar Echo Epaper",
                        "Access Vellmar Echo across devices"}),
            "Vellmar Echo");
}

TEST(OutletFromFurniture, AnAgencyIsTheOutletOfItsOwnReport) {
  EXPECT_EQ(outlet({"Client login"}, {}, "Fernpost"), "Fernpost");
  EXPECT_EQ(outlet({"Harbour Messenger", "News"}, {"© 2024 Harbour Messenger"}, "Fernpost"), "Harbour Messenger");
}

TEST(OutletFromFurniture, WithoutEvidenceThereIsNone) {
  EXPECT_EQ(outlet({}, {}), "");
  EXPECT_EQ(outlet({"Home", "News", "Log in"}, {"Smart Monthly", "Smart Yearly", "Privacy"}), "");
}

TEST(OutletFromFurniture, AKnownNameInsideALongerNameIsNotMeant) {
  EXPECT_EQ(outlet({"Kestrel Observer: World: Ferries collide"}, {"© 2024 Kestrel Observer"}), "Kestrel Observer");
}

TEST(OutletFromFurniture, KnownOutletsHaveDomains) {
  OutletEvidence evidence;
  evidence.agency = "Reuters";
  EXPECT_EQ(outlet_from_furniture(evidence).domain, "reuters.com");
}

TEST(OutletOfDomain, LooksUpTheDomainsAbove) {
  EXPECT_EQ(outlet_of_domain("theguardian.com").name, "The Guardian");
  EXPECT_EQ(outlet_of_domain("amp.theguardian.com").domain, "theguardian.com");
  EXPECT_EQ(outlet_of_domain("theguardian.com.example").name, "");
  EXPECT_EQ(outlet_of_domain("").name, "");
}

TEST(DisplayName, MendsCapitalsOfLongNamesOnly) {
  EXPECT_EQ(display_name("HARBOUR GAZETTE"), "Harbour Gazette");
  EXPECT_EQ(display_name("CNN"), "CNN");
  EXPECT_EQ(display_name("Harbour GAZETTE"), "Harbour GAZETTE");
}

TEST(KnownOutlets, FindsTheLongestNameThatEndsAWord) {
  const KnownOutlets& known = KnownOutlets::instance();
  EXPECT_EQ(known.name_at_start("BBC News at ten"), "BBC News");
  EXPECT_EQ(known.name_at_start("Reutersplatz"), "");
  EXPECT_EQ(known.name_at_start(""), "");
}

TEST(OutletData, IsSortedPairs) {
  const auto text = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/data/outlets.tsv", 1 << 20);
  ASSERT_TRUE(text.ok());
  std::size_t rows = 0;
  for (std::string_view line : base::split(*text, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto fields = base::split(line, '\t');
    ASSERT_EQ(fields.size(), 2u) << line;
    EXPECT_NE(fields[1].find('.'), std::string_view::npos) << line;
    EXPECT_EQ(base::ascii_lower(fields[1]), fields[1]) << line;
    ++rows;
  }
  EXPECT_GT(rows, 1000u);
}

}  // namespace
}  // namespace dateline::extract
