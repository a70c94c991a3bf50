// The small containers that live articles are kept in.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "stories/chunks.h"
#include "stories/exact_array.h"
#include "stories/language_code.h"
#include "stories/likeness.h"
#include "stories/neighbours.h"
#include "stories/postings.h"
#include "stories/term_table.h"

namespace dateline::stories {
namespace {

TEST(TermTable, HoldsWhatAMapHolds) {
  std::mt19937 random(7);
  TermTable table;
  std::map<TermKey, std::uint32_t> map;
  for (std::uint32_t i = 1; i < 20000; ++i) {
    const auto key = static_cast<TermKey>(random() % 5000);
    const std::uint32_t number = random() % 3 == 0 ? 0 : i;
    table.at(key) = number;
    map[key] = number;
  }
  for (const auto& [key, number] : map) EXPECT_EQ(table.find(key), number);
  EXPECT_EQ(table.find(5001), 0u);
  EXPECT_EQ(TermTable().find(1), 0u);
}

TEST(TermTable, TermsWithoutANumberTakeNoRoomForLong) {
  TermTable table;
  for (TermKey key = 0; key < 100000; ++key) {
    table.at(key) = 1;
    if (key >= 100) table.at(key - 100) = 0;
  }
  EXPECT_LT(table.memory_bytes(), 8192u);
}

TEST(Postings, TheNewestOfEachTerm) {
  Postings postings;
  std::map<TermKey, std::vector<ArticleNumber>> all;
  std::mt19937 random(7);
  for (ArticleNumber number = 0; number < 4000; ++number) {
    const auto rare = static_cast<TermKey>(100 + random() % 500);
    for (const TermKey key : {TermKey{0}, TermKey{1} + number % 7, rare}) {
      postings.add(key, number);
      all[key].push_back(number);
    }
  }
  for (auto& [key, numbers] : all) {
    if (numbers.size() > Postings::kMost) numbers.erase(numbers.begin(), numbers.end() - Postings::kMost);
    const auto found = postings.find(key);
    EXPECT_EQ(std::set(found.begin(), found.end()), std::set(numbers.begin(), numbers.end())) << key;
    EXPECT_EQ(found.size(), numbers.size());
  }
  EXPECT_TRUE(postings.find(99).empty());
}

TEST(Postings, WhatIsForgottenMakesRoomForOthers) {
  Postings postings;
  for (ArticleNumber number = 0; number < 100; ++number) postings.add(number % 2, number);
  postings.add(5, 3);
  postings.forget_below(99);
  EXPECT_TRUE(postings.find(0).empty());
  EXPECT_TRUE(postings.find(5).empty());
  EXPECT_EQ(postings.find(1).size(), 50u) << "a list goes as a whole";
  postings.add(6, 100);
  postings.add(7, 101);
  ASSERT_EQ(postings.find(6).size(), 1u);
  EXPECT_EQ(postings.find(6).front(), 100u);
  EXPECT_EQ(postings.find(7).front(), 101u);
}

TEST(Chunks, Grow) {
  Chunks<std::string> chunks;
  for (int i = 0; i < 1000; ++i) chunks.push_back(std::to_string(i));
  EXPECT_EQ(chunks.size(), 1000u);
  EXPECT_EQ(chunks[0], "0");
  EXPECT_EQ(chunks[999], "999");
}

TEST(ExactArray, HoldsWhatItIsGiven) {
  const std::string text = "urn:example:1";
  const ExactArray<char> array{std::span<const char>(text)};
  EXPECT_EQ(std::string(array.begin(), array.end()), text);
  EXPECT_TRUE(ExactArray<char>().empty());
  EXPECT_EQ(ExactArray<ProfileTerm>().begin(), ExactArray<ProfileTerm>().end());
}

TEST(LanguageCode, LanguageAndScript) {
  EXPECT_EQ(LanguageCode("de").tag(), "de");
  EXPECT_EQ(LanguageCode("zh-Hant-TW"), LanguageCode("zh-Hant-HK"));
  EXPECT_FALSE(LanguageCode("en") == LanguageCode("de"));
  EXPECT_TRUE(LanguageCode("").empty());
}

TEST(ProfileTerm, IsRoundedToSixBytes) {
  const ProfileTerm term(0xF1234567, 0.25F, 7.9F, kInHead | kEntity);
  EXPECT_EQ(term.key(), 0x01234567u);
  EXPECT_EQ(term.marks(), kInHead | kEntity);
  EXPECT_NEAR(term.weight(), 0.25, 1.0 / 1000);
  EXPECT_FLOAT_EQ(term.rarity(), 7.875F);
  const ProfileTerm most(1, 1, 99, 0);
  EXPECT_FLOAT_EQ(most.weight(), 1);
  EXPECT_LT(most.rarity(), 16);
  const ProfileTerm again(term.key_and_marks(), term.weights());
  EXPECT_EQ(again.key(), term.key());
  EXPECT_EQ(again.marks(), term.marks());
  EXPECT_EQ(again.weight(), term.weight());
}

TEST(OverallLikeness, IsThatOfCompare) {
  std::mt19937 random(7);
  const auto make = [&] {
    std::map<TermKey, ProfileTerm> terms;
    for (int i = 0; i < 50; ++i) {
      const auto key = static_cast<TermKey>(random() % 200 * 4096);
      terms.insert_or_assign(key, ProfileTerm(key, 0.15F, 5, static_cast<std::uint8_t>(key / 4096 % 16)));
    }
    std::vector<ProfileTerm> sorted;
    for (const auto& [key, term] : terms) sorted.push_back(term);
    Profile profile;
    profile.terms = ExactArray<ProfileTerm>(sorted);
    return profile;
  };
  for (int i = 0; i < 100; ++i) {
    const Profile a = make();
    const Profile b = make();
    const Lengths of_a = lengths_of(a);
    const Lengths of_b = lengths_of(b);
    EXPECT_EQ(OverallLikeness(a, of_a).to(b, of_b), compare(a, of_a, b, of_b).overall());
  }
}

}  // namespace
}  // namespace dateline::stories
