#include "stories/imprint.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "stories/likeness.h"
#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

struct Made {
  Profile profile;
  Sketch sketch;
  std::string bytes;
};

Made make() {
  news::Article article = testing::make_article(
      "a", "A", "Loaf wins prize in Velm",
      {"Twelve bakers carried the long loaf of Marta Brandt across the market square of Velm on Friday, to applause.",
       "The loaf measured forty metres, and the jury had walked along it twice before it gave the prize."},
      "2021-05-14");
  article.entities.push_back({"per:marta brandt", news::EntityType::kPerson, "Marta Brandt", ""});
  article.mentions.push_back({.span = {40, 52}, .entity = 0});
  testing::add_time(article, "Friday", "2021-05-14");
  const ArticleTerms terms = count_terms(article);
  Made made{make_profile(article, terms, Rarity()), terms.sketch, {}};
  made.bytes = to_imprint(made.profile, made.sketch);
  return made;
}

TEST(Imprint, ComesBackAsItWas) {
  const Made made = make();
  const auto held = from_imprint(made.bytes);
  ASSERT_TRUE(held);
  EXPECT_EQ(held->profile.language.tag(), "en");
  EXPECT_EQ(held->profile.day, base::parse_day("2021-05-14"));
  EXPECT_EQ(held->profile.weekdays, 1 << 4);
  EXPECT_EQ(held->profile.round_up, made.profile.round_up);
  EXPECT_EQ(held->profile.log_words, made.profile.log_words);
  ASSERT_EQ(held->profile.terms.size(), made.profile.terms.size());
  for (std::size_t i = 0; i < made.profile.terms.size(); ++i) {
    EXPECT_EQ(held->profile.terms[i].key_and_marks(), made.profile.terms[i].key_and_marks());
    EXPECT_EQ(held->profile.terms[i].weights(), made.profile.terms[i].weights());
  }
  EXPECT_EQ(held->sketch.signature, made.sketch.signature);
  EXPECT_EQ(held->sketch.keys, made.sketch.keys) << "all of them: a restart must find the same originals";
  EXPECT_EQ(to_imprint(held->profile, held->sketch), made.bytes);
}

TEST(Imprint, OfNothing) {
  const auto held = from_imprint(to_imprint({}, {}));
  ASSERT_TRUE(held);
  EXPECT_EQ(held->profile.day, std::nullopt);
  EXPECT_TRUE(held->profile.language.empty());
  EXPECT_TRUE(held->profile.terms.empty());
}

TEST(Imprint, IsSmall) {
  Made made = make();
  std::vector<ProfileTerm> terms;
  for (TermKey i = 0; i < kMostTerms; ++i) terms.emplace_back(i, 0.1F, 5.0F, std::uint8_t{0});
  made.profile.terms = ExactArray<ProfileTerm>(terms);
  made.profile.language = LanguageCode("a-language-tag-of-many-letters");
  made.sketch.signature.runs = 1000;
  made.sketch.keys.assign(kLookedUpKeys, 7);
  const std::string bytes = to_imprint(made.profile, made.sketch);
  EXPECT_LE(bytes.size(), 1200u);
  ASSERT_TRUE(from_imprint(bytes));
  EXPECT_EQ(from_imprint(bytes)->profile.language.tag(), "a-langua");
}

TEST(Imprint, DaysOfAllTimes) {
  for (const char* day : {"0001-01-01", "1848-03-18", "1970-01-02", "2999-12-31"}) {
    Made made = make();
    made.profile.day = base::parse_day(day);
    EXPECT_EQ(from_imprint(to_imprint(made.profile, made.sketch))->profile.day, base::parse_day(day)) << day;
  }
}

TEST(Imprint, EveryCutIsRefused) {
  const std::string bytes = make().bytes;
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(from_imprint(bytes.substr(0, size))) << size;
  EXPECT_FALSE(from_imprint(bytes + '\0'));
}

TEST(Imprint, AnotherVersionIsRefused) {
  std::string bytes = make().bytes;
  for (int version = 0; version < 256; ++version) {
    if (version == make().bytes[0]) continue;
    bytes[0] = static_cast<char>(version);
    EXPECT_FALSE(from_imprint(bytes)) << version;
  }
}

TEST(Imprint, AChangedByteIsRefusedOrHarmless) {
  const std::string bytes = make().bytes;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int flip : {1, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      const auto held = from_imprint(changed);
      if (!held) continue;
      EXPECT_EQ(to_imprint(held->profile, held->sketch), changed) << at;
      const Lengths lengths = lengths_of(held->profile);
      const Likeness likeness = compare(held->profile, lengths, held->profile, lengths);
      EXPECT_GE(likeness.overall(), 0);
      EXPECT_LE(likeness.overall(), 1.31F);
    }
  }
}

TEST(Imprint, ALanguageThatIsNotKeptWholeIsRefused) {
  std::string bytes = make().bytes;
  ASSERT_EQ(bytes.substr(1, 3),
            "\x02"
            "en");
  EXPECT_TRUE(from_imprint(bytes.replace(1, 3,
                                         "\x02"
                                         "de")));
  EXPECT_FALSE(from_imprint(bytes.replace(1, 3, std::string("\x02\0e", 3))));
  EXPECT_FALSE(from_imprint(bytes.replace(1, 3,
                                          std::string("\x09"
                                                      "de-Latn-1",
                                                      10))));
}

TEST(Imprint, WhatNoProfileCanHoldIsRefused) {
  const Made made = make();
  const auto accepted = [&](const Profile& profile) { return from_imprint(to_imprint(profile, made.sketch)); };
  Profile profile = made.profile;
  std::vector<ProfileTerm> terms(profile.terms.begin(), profile.terms.end());
  std::swap(terms[0], terms[1]);
  profile.terms = ExactArray<ProfileTerm>(terms);
  EXPECT_FALSE(accepted(profile)) << "terms out of order";
  profile = made.profile;
  terms[1] = terms[0];
  profile.terms = ExactArray<ProfileTerm>(terms);
  EXPECT_FALSE(accepted(profile)) << "a term twice";
  profile = made.profile;
  profile.log_words = std::numeric_limits<float>::quiet_NaN();
  EXPECT_FALSE(accepted(profile));
  profile.log_words = std::numeric_limits<float>::infinity();
  EXPECT_FALSE(accepted(profile));
  profile.log_words = -1;
  EXPECT_FALSE(accepted(profile)) << "fewer than no words";
  profile.log_words = 1e30F;
  EXPECT_FALSE(accepted(profile)) << "more words than are looked at";
}

}  // namespace
}  // namespace dateline::stories
