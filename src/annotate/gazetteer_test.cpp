#include "annotate/gazetteer.h"

#include <gtest/gtest.h>

#include "annotate/resources.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

Gazetteer small() {
  return Gazetteer(
      {"# remark\nLOC: United States = US, U.S.\nDEM: Norway = Norwegians\nORG: NATO = Nato\nbroken\nORG: = x\n",
       "anna\tf\njordan\tfgms\nmark\tSmw\nsolberg\ts\n", "norway\tC\tnorway\nnorwegian\tD\tnorway\noslo\tP\tnorway\n",
       "bergen\tT6\nmark\tT5w\ntroms\tA\n", "northern bank\tO\n"});
}

TEST(Gazetteer, PlacesPeoplesAndOrganisations) {
  const Gazetteer gazetteer = small();
  const auto states = gazetteer.probe("united states").name;
  ASSERT_TRUE(states.has_value());
  EXPECT_EQ(states->type, EntityType::kPlace);
  EXPECT_EQ(states->key, "united-states");
  EXPECT_FALSE(states->needs_caps);
  const auto us = gazetteer.probe("us").name;
  ASSERT_TRUE(us.has_value());
  EXPECT_TRUE(us->needs_caps);
  EXPECT_EQ(us->key, "united-states");
  const auto people = gazetteer.probe("norwegians").name;
  ASSERT_TRUE(people.has_value());
  EXPECT_TRUE(people->demonym);
  EXPECT_EQ(people->key, "norway");
  EXPECT_TRUE(gazetteer.probe("norwegian").name->demonym);
  EXPECT_EQ(gazetteer.probe("oslo").name->source, Source::kCapital);
  EXPECT_EQ(gazetteer.probe("oslo").name->key, "");
  EXPECT_EQ(gazetteer.probe("northern bank").name->type, EntityType::kOrganisation);
  EXPECT_TRUE(gazetteer.probe("northern").goes_on);
  EXPECT_FALSE(gazetteer.probe("northern").name.has_value());
  EXPECT_FALSE(gazetteer.probe("broken").name.has_value());
}

TEST(Gazetteer, AnyCapitalsDoWhenBothSpellingsAreListed) {
  EXPECT_FALSE(small().probe("nato").name->needs_caps);
}

TEST(Gazetteer, TownsHaveASizeAndMayBeWords) {
  const Gazetteer gazetteer = small();
  EXPECT_EQ(gazetteer.probe("bergen").name->digits, 6);
  EXPECT_FALSE(gazetteer.probe("bergen").name->common_word);
  EXPECT_TRUE(gazetteer.probe("mark").name->common_word);
  EXPECT_EQ(gazetteer.probe("troms").name->source, Source::kDivision);
}

TEST(Gazetteer, PartsOfPeoplesNames) {
  const Gazetteer gazetteer = small();
  EXPECT_TRUE(gazetteer.person("anna").female);
  EXPECT_TRUE(gazetteer.person("anna").can_begin());
  EXPECT_FALSE(gazetteer.person("anna").surname);
  EXPECT_TRUE(gazetteer.person("mark").common_word);
  EXPECT_TRUE(gazetteer.person("mark").frequent_surname);
  EXPECT_TRUE(gazetteer.person("jordan").male && gazetteer.person("jordan").female);
  EXPECT_TRUE(gazetteer.person("solberg").surname);
  EXPECT_FALSE(gazetteer.person("solberg").can_begin());
  EXPECT_FALSE(gazetteer.person("xyz").known());
}

TEST(Gazetteer, Slugs) {
  EXPECT_EQ(slug("Côte d'Ivoire"), "cote-divoire");
  EXPECT_EQ(slug("U.S."), "us");
  EXPECT_EQ(slug("  Al-Qaeda & Co. "), "al-qaeda-co");
  EXPECT_EQ(slug("東京"), "東京");
  EXPECT_EQ(slug("..."), "");
}

TEST(Gazetteer, EmbeddedListsKnowTheWorld) {
  const Annotator::Resources resources;
  for (const char* country : {"japan", "russia", "united kingdom", "u.s.", "south korea", "czech republic"}) {
    const auto found = resources.gazetteer.probe(country).name;
    ASSERT_TRUE(found.has_value()) << country;
    EXPECT_EQ(found->type, EntityType::kPlace) << country;
    EXPECT_FALSE(found->key.empty()) << country;
  }
  for (const char* people : {"japanese", "russian", "british", "dutch", "american", "french", "swedes"}) {
    const auto found = resources.gazetteer.probe(people).name;
    ASSERT_TRUE(found.has_value()) << people;
    EXPECT_TRUE(found->demonym) << people;
  }
  EXPECT_EQ(resources.gazetteer.probe("american").name->key, "united-states");
  EXPECT_FALSE(resources.gazetteer.probe("island").name.has_value());
}

}  // namespace
}  // namespace dateline::annotate
