#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "stories/concepts.h"
#include "stories/profile.h"
#include "stories/rarity.h"
#include "stories/related_stories.h"
#include "stories/statement.h"
#include "text/similarity.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kHeadSentences = 2;  // that tell what a report is about
constexpr std::size_t kHeadlineBytes = 1000;
constexpr int kLongestEvent = 7;  // days; what a headline sentence names beyond that is no day of the event

// The headline as a sentence, so that its words are read like those of the others.
std::vector<TermKey> headline_keys(const news::Article& article) {
  news::Article head;
  head.language = article.language;
  head.append_paragraph(base::utf8_prefix(article.headline, kHeadlineBytes), news::ParagraphKind::kParagraph);
  head.sentences.push_back(head.paragraphs.front().span);
  const news::Article* const alone = &head;
  return read_statements({&alone, 1}).front().keys;
}

double usual_share_of_name(std::string_view name) {
  text::Stemmer stemmer("en");
  double usual = 1;
  for (const text::Token& token : text::tokenize(name)) {
    if (token.kind != text::TokenKind::kWord) continue;
    const std::string folded = text::fold(token.span.of(name));
    usual = std::min(usual, usual_share(key_of(text::term_id(stemmer.stem(folded)))));
  }
  return usual;
}

std::vector<DayRange> days_in(const news::Article& article, const base::Span& span) {
  std::vector<DayRange> days;
  for (const news::Time& time : article.times) {
    if (time.type != news::TimeType::kDate && time.type != news::TimeType::kTime) continue;
    if (time.span.begin_bytes < span.begin_bytes || time.span.end_bytes > span.end_bytes) continue;
    if (const auto range = day_range_of(time.value)) days.push_back(*range);
  }
  return days;
}

// Collects a digest report by report.
class Digester {
 public:
  explicit Digester(StoryDigest& digest) : digest_(digest) {}

  void add(std::size_t index, const news::Article& article, std::span<const Statement> statements) {
    ++reports_;
    add_day(article);
    std::unordered_set<TermKey> head_words;
    std::vector<bool> named_at_head(article.entities.size(), false);
    for (const TermKey key : headline_keys(article)) head_words.insert(key);
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const Statement& statement = statements[i];
      const auto [first, last] = article.mentions_in(statement.span);
      if (i < kHeadSentences) {
        head_words.insert(statement.keys.begin(), statement.keys.end());
        for (std::size_t m = first; m < last; ++m) mark(article.mentions[m].entity, named_at_head);
        for (const DayRange& range : days_in(article, statement.span)) event_days_.push_back(range);
      }
      add_sentence(index, article, statement, first, last);
    }
    for (const TermKey key : head_words) words_[key] += 1;
    add_names(article, named_at_head);
  }

  void finish() {
    if (reports_ == 0) return;
    const auto all = static_cast<float>(reports_);
    std::map<std::string, std::size_t> index_of;
    for (auto& [key, name] : names_) {
      index_of.emplace(key, digest_.names.size());
      digest_.names.push_back({key, name.name, name.share / all, usual_share_of_name(name.name)});
    }
    for (std::size_t i = 0; i < digest_.sentences.size(); ++i) {
      std::vector<std::size_t>& names = digest_.sentences[i].names;
      for (const std::string& key : names_of_sentence_[i]) names.push_back(index_of.at(key));
      std::sort(names.begin(), names.end());
      names.erase(std::unique(names.begin(), names.end()), names.end());
    }
    for (const auto& [key, count] : words_) {
      digest_.words.push_back({key, count / all, usual_short_share(key), name_words_.contains(key)});
    }
    if (!digest_.first_day) return;
    digest_.event_days.push_back({*digest_.first_day, *digest_.first_day});
    for (const DayRange& range : event_days_) {
      const bool near = range.days() <= 2 && range.last <= *digest_.last_day &&
                        *digest_.first_day - range.first <= std::chrono::days(kLongestEvent);
      if (near) digest_.event_days.push_back(range);
    }
  }

 private:
  struct Gathered {
    std::string name;
    float share = 0;
  };

  static void mark(std::size_t entity, std::vector<bool>& marks) {
    if (entity < marks.size()) marks[entity] = true;
  }

  void add_day(const news::Article& article) {
    const auto day = article.published.day();
    if (!day) return;
    digest_.first_day = digest_.first_day ? std::min(*digest_.first_day, *day) : *day;
    digest_.last_day = digest_.last_day ? std::max(*digest_.last_day, *day) : *day;
  }

  void add_sentence(std::size_t index, const news::Article& article, const Statement& statement, std::size_t first,
                    std::size_t last) {
    std::vector<std::string> names;
    for (std::size_t m = first; m < last; ++m) {
      const news::Mention& mention = article.mentions[m];
      if (mention.entity >= article.entities.size()) continue;
      names.push_back(article.entities[mention.entity].key);
      for (const PlacedWord& word : statement.words) {
        if (word.span.begin_bytes >= mention.span.begin_bytes && word.span.end_bytes <= mention.span.end_bytes) {
          name_words_.insert(word.key);
        }
      }
    }
    for (const PlacedWord& word : statement.words) {
      if (word.name) name_words_.insert(word.key);
    }
    if (digest_.sentences.size() >= kSentencesLookedAt) return;
    digest_.sentences.push_back(
        {{index, statement.ref.sentence}, statement.keys, {}, days_in(article, statement.span)});
    names_of_sentence_.push_back(std::move(names));
  }

  void add_names(const news::Article& article, const std::vector<bool>& named_at_head) {
    std::map<std::string, float> of_article;
    for (std::size_t e = 0; e < article.entities.size(); ++e) {
      const news::Entity& entity = article.entities[e];
      const bool in_headline = !entity.name.empty() && article.headline.find(entity.name) != std::string::npos;
      float& share = of_article[entity.key];
      share = std::max(share, named_at_head[e] || in_headline ? 1.0F : 0.5F);
      Gathered& gathered = names_[entity.key];
      if (gathered.name.size() < entity.name.size()) gathered.name = entity.name;
    }
    for (const auto& [key, share] : of_article) names_[key].share += share;
  }

  StoryDigest& digest_;
  std::size_t reports_ = 0;
  std::vector<DayRange> event_days_;
  std::map<std::string, Gathered> names_;
  std::map<TermKey, float> words_;
  std::unordered_set<TermKey> name_words_;
  std::vector<std::vector<std::string>> names_of_sentence_;
};

constexpr double kUsualStories = 1000;
constexpr double kRarest = 9;  // ln; what is rarer is no more telling

double scarcity(double usual, std::size_t count, std::size_t all) {
  // The two stories that are compared have it both; what counts is who else does.
  constexpr double kSmoothing = 0.25;
  const double others = count > 2 ? static_cast<double>(count - 2) : 0;
  const double with = kUsualStories * usual + others + kSmoothing;
  return std::clamp(std::log((kUsualStories + static_cast<double>(all)) / with), 0.0, kRarest);
}

template <typename Counts, typename Key>
std::size_t count_in(const Counts& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

StoryDigest digest_story(std::string id, std::span<const news::Article* const> articles) {
  StoryDigest digest;
  digest.id = std::move(id);
  Digester digester(digest);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (!is_round_up(*articles[i])) digester.add(i, *articles[i], read_statements(articles.subspan(i, 1)));
  }
  digester.finish();
  return digest;
}

NameUse count_use(std::span<const StoryDigest> stories) {
  NameUse use;
  use.stories = stories.size();
  for (const StoryDigest& story : stories) {
    for (const StoryDigest::Name& name : story.names) ++use.of_name[name.key];
    for (const StoryDigest::Word& word : story.words) ++use.of_word[word.key];
  }
  return use;
}

double telling(const StoryDigest::Name& name, const NameUse& use) {
  return scarcity(name.usual, count_in(use.of_name, name.key), use.stories);
}

double telling(const StoryDigest::Word& word, const NameUse& use) {
  return scarcity(word.usual, count_in(use.of_word, word.key), use.stories);
}

}  // namespace dateline::stories
