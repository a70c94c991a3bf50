#include "stories/rarity.h"

#include <gtest/gtest.h>

#include <vector>

#include "stories/concepts.h"

namespace dateline::stories {
namespace {

TermKey key(const char* stem) {
  return key_of(text::term_id(stem));
}

TEST(Rarity, UsualWordsAreNotTelling) {
  const Rarity rarity;
  EXPECT_LT(rarity.of(key("say")), rarity.of(key("bridg")));
  EXPECT_LT(rarity.of(key("bridg")), rarity.of(key("zxqvonium")));
  EXPECT_GT(usual_share(key("year")), usual_share(key("bridg")));
  EXPECT_GT(usual_short_share(concept_key("year", "year")), usual_short_share(concept_key("bridge", "bridg")));
}

TEST(Rarity, TheStreamTeaches) {
  Rarity rarity;
  const float before = rarity.of(key("zxqvonium"));
  const std::vector<TermKey> keys = {key("zxqvonium")};
  for (int i = 0; i < 500; ++i) rarity.count(keys);
  EXPECT_LT(rarity.of(key("zxqvonium")), before - 3);
}

TEST(Rarity, ForgettingUndoesCounting) {
  Rarity rarity;
  const std::vector<TermKey> kept = {key("bridg"), key("zxqvonium")};
  rarity.count(kept);
  const std::vector<TermKey> asked = {key("bridg"), key("zxqvonium"), key("ferri"), key("say")};
  std::vector<float> before;
  for (const TermKey each : asked) before.push_back(rarity.of(each));
  const std::vector<TermKey> passing = {key("ferri"), key("zxqvonium")};
  for (int i = 0; i < 100; ++i) rarity.count(passing);
  EXPECT_NE(rarity.of(key("ferri")), before[2]);
  EXPECT_NE(rarity.of(key("say")), before[3]) << "there are more reports without it";
  for (int i = 0; i < 100; ++i) rarity.forget(passing);
  for (std::size_t i = 0; i < asked.size(); ++i) EXPECT_EQ(rarity.of(asked[i]), before[i]) << i;
}

TEST(Rarity, IsNeverNegativeAndStaysBounded) {
  Rarity rarity;
  const std::vector<TermKey> keys = {key("say")};
  for (int i = 0; i < 5000; ++i) rarity.count(keys);
  EXPECT_GE(rarity.of(key("say")), 0);
  EXPECT_LT(rarity.of(key("say")), 0.3F);
  EXPECT_LT(rarity.of(key("zxqvonium")), 255.0F / 16) << "a profile keeps it in sixteenths";
}

TEST(Concepts, WordsThatNewsUsesForOneAnother) {
  EXPECT_EQ(concept_key("talks", "talk"), concept_key("negotiations", "negoti"));
  EXPECT_EQ(concept_key("minister", "minist"), concept_key("ministerial", "ministeri"));
  EXPECT_EQ(concept_key("defence", "defenc"), concept_key("defense", "defens"));
  EXPECT_NE(concept_key("bridge", "bridg"), concept_key("tunnel", "tunnel"));
}

}  // namespace
}  // namespace dateline::stories
