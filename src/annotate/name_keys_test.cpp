// Spellings of one name; whole sentences are in tests/cases/annotate/keys.txt.
#include "annotate/name_keys.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/gazetteer.h"
#include "annotate/resources.h"
#include "text/words.h"

namespace dateline::annotate {
namespace {

const NameVariants& variants() {
  static const Annotator::Resources kResources;
  return kResources.variants;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text::fold(name) + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

std::string person(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  std::string key;
  for (const std::string& part : person_parts({words.begin(), words.end()}, variants())) {
    key += (key.empty() ? "" : "-") + part;
  }
  return key;
}

template <typename Slug>
std::string slug_by(Slug slug_of, std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  return slug_of({words.begin(), words.end()});
}

TEST(PersonParts, SpellingsOfOnePersonAreOne) {
  const std::vector<std::vector<const char*>> people = {
      {"Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Wolodymyr Zelenskyi"},
      {"Moammar Gaddafi", "Muammar Qaddafi", "Mouammar Kadhafi", "Muammar al-Gadhafi", "Muammar El Gaddafi"},
      {"Bashar al-Assad", "Bashar el-Assad", "Bashar Al Assad", "Bashar Assad", "Bashar al-Asad"},
      {"Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi", "Abdelfattah Sisi", "Abd al-Fattah al-Sissi"},
      {"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"},
      {"Sergei Lavrov", "Sergey Lavrov", "Serguei Lavrov"},
      {"Heydar Aliyev", "Heydar Aliev", "Heydar Aliýev"},
      {"Viktor Yanukovych", "Viktor Yanukovich", "Viktor Yanukovitch"},
      {"Mohamed ElBaradei", "Mohammed el-Baradei"},
      {"Kim Jong-un", "Kim Jong Un", "KIM JONG-UN"},
      {"Inês Valadares", "Ines Valadares"},
      {"Gerhard Schröder", "Gerhard Schroeder"},
  };
  for (const std::vector<const char*>& spellings : people) {
    for (const char* spelling : spellings) EXPECT_EQ(person(spelling), person(spellings[0])) << spelling;
  }
}

TEST(PersonParts, OtherPeopleStayThemselves) {
  EXPECT_EQ(person("Al Gore"), "al-gore");
  EXPECT_EQ(person("John Kennedy"), "john-kennedy");
  EXPECT_EQ(person("Harry Kane"), "harry-kane");
  EXPECT_EQ(person("Jarosław Kaczyński"), "jaroslaw-kaczynski");
  EXPECT_EQ(person("Wang Yi"), "wang-yi");
  EXPECT_EQ(person("Abdi Ali"), "abdi-ali");
  EXPECT_NE(person("Sergei Lavrov"), person("Sergio Lavrov"));
  EXPECT_EQ(person("..."), "");
}

TEST(NameVariants, LastNamesThatStandAlone) {
  EXPECT_EQ(variants().alone("putin"), "vladimir putin");
  EXPECT_EQ(variants().alone("kennedy"), "");
}

TEST(NameVariants, IllFormedLinesAreSkipped) {
  const NameVariants few("# x = y\npart a = b\npart: a\n= part: x\npart: one = uno, une\nother: two = due\n\n");
  EXPECT_EQ(few.part("une"), "one");
  EXPECT_EQ(few.part("due"), "due");
  EXPECT_EQ(few.part("b"), "b");
}

TEST(NameVariants, WhatTheFileGivesIsItsOwnFirstSpelling) {
  for (const char* listed : {"sergey", "qaddafi", "mohammed", "schroeder", "tse-tung", "binyamin"}) {
    const std::string_view first = variants().part(listed);
    EXPECT_NE(first, listed);
    EXPECT_EQ(variants().part(first), first) << listed;
  }
}

TEST(OrganisationSlug, FormsAndSpellings) {
  EXPECT_EQ(slug_by(organisation_slug, "Northern Shipping Co. Ltd"), "northern-shipping");
  EXPECT_EQ(slug_by(organisation_slug, "Defence Ministry"), "ministry-of-defense");
  EXPECT_EQ(slug_by(organisation_slug, "Ministry of the Interior"), "ministry-of-interior");
  EXPECT_EQ(slug_by(organisation_slug, "Ministry of Foreign Affairs"), slug_by(organisation_slug, "Foreign Ministry"));
  EXPECT_EQ(slug_by(organisation_slug, "Labour Organisation"), "labor-organization");
  EXPECT_EQ(slug_by(organisation_slug, "Harbour & Theatres Board"), "harbor-and-theaters-board");
  EXPECT_EQ(slug_by(organisation_slug, "Ltd"), "ltd") << "nothing else is left";
}

TEST(CommonSlug, PlacesKeepTheirWords) {
  EXPECT_EQ(slug_by(common_slug, "Four Hours"), "four-hours");
  EXPECT_EQ(slug_by(common_slug, "Southern Kuriles"), "southern-kurils");
  EXPECT_EQ(slug_by(common_slug, "Saint Albans"), "st-albans");
}

}  // namespace
}  // namespace dateline::annotate
