// stories/test_profiles.h -- profiles made by hand, for the parts of grouping that see no article. For tests only.
#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "stories/live_articles.h"

namespace dateline::stories::testing {

/// A term of a profile made by hand.
struct Word {
  TermKey key = 0;
  std::uint8_t marks = 0;
  float rarity = 6;
};

/// Words of like weight, sorted by key. `day`: "2020-01-31", or empty for none.
inline Profile make_profile(const std::vector<Word>& words, const std::string& day = "") {
  Profile profile;
  profile.language = LanguageCode("en");
  profile.day = base::parse_day(day);
  profile.log_words = std::log(100.0F);
  const float weight = 1 / std::sqrt(static_cast<float>(words.size()));
  std::vector<ProfileTerm> terms;
  for (const Word& word : words) terms.emplace_back(word.key, weight, word.rarity, word.marks);
  profile.terms = ExactArray<ProfileTerm>(terms);
  return profile;
}

inline std::vector<Word> words_from(TermKey first, std::size_t count, std::uint8_t marks = 0) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back({static_cast<TermKey>(first + i), marks});
  return words;
}

inline LiveArticle make_live(Profile profile, const std::string& uri = "") {
  LiveArticle article{.uri = ExactArray<char>(uri), .profile = std::move(profile)};
  article.lengths = lengths_of(article.profile);
  return article;
}

/// Makes an article live as the newsroom does.
inline ArticleNumber add(LiveArticles& articles, Profile profile) {
  if (articles.is_full()) articles.make_room();
  LiveArticle article = make_live(std::move(profile));
  const std::vector<Neighbour> candidates = articles.find(article);
  article.original = articles.next();
  return articles.add(std::move(article), candidates);
}

}  // namespace dateline::stories::testing
