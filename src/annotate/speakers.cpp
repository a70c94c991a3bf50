#include "annotate/speakers.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "text/words.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

constexpr std::size_t kMaxMentionsBack = 40;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool depends(std::string_view before) {
  return before == "for" || before == "of" || before == "to" || before == "with" || before == "by" ||
         before == "from" || before == "at" || before == "in" || before == "on" || before == "about" ||
         before == "against";
}

bool opens_relative(std::string_view word) {
  return word == "who" || word == "whom" || word == "whose" || word == "which" || word == "that";
}

}  // namespace

std::optional<std::size_t> Speakers::resolve(const WordRange& source, std::optional<std::size_t> last) const {
  if (source.empty()) return std::nullopt;
  if (source.end - source.first == 1 && document_.word(source.first).is(kPronoun)) return pronoun(source.first, last);
  return named(source);
}

std::optional<std::size_t> Speakers::named(const WordRange& source) const {
  std::size_t stop = source.first + 1;  // "Baker, whom Solberg hired": who stands in the clause is another.
  while (stop < source.end && !opens_relative(document_.word(stop).folded)) ++stop;
  const Span span = document_.span_of(source.first, stop);
  std::size_t person = kNone;
  std::size_t body = kNone;
  bool several = false;
  const auto [from, to] = article_.mentions_in(span);
  for (std::size_t i = from; i < to; ++i) {
    const news::Mention& mention = article_.mentions[i];
    const std::size_t first = document_.word_at(mention.span.begin_bytes);
    const std::size_t end = document_.word_at(mention.span.end_bytes);
    const std::string_view after = end < source.end ? document_.word(end).folded : std::string_view();
    if (after == "'s" || after == "'") continue;
    if (first > source.first && depends(document_.word(first - 1).folded)) continue;
    const EntityType type = article_.entities[mention.entity].type;
    const bool listed =
        after == "and" || after == "or" || (first > source.first && document_.word(first - 1).folded == "and");
    several = several || (listed && type != EntityType::kPerson);
    if (type == EntityType::kPerson) {
      several = several || (person != kNone && person != mention.entity);
      person = mention.entity;
    } else if (type != EntityType::kOther && (end >= source.end || after == "," || depends(after))) {
      several = several || (body != kNone && body != mention.entity);
      body = mention.entity;
    }
  }
  if (person != kNone) return several && body == kNone ? std::nullopt : std::optional(person);
  return body != kNone && !several ? std::optional(body) : std::nullopt;
}

bool Speakers::fits(std::size_t entity, bool female) const {
  const news::Entity& who = article_.entities[entity];
  if (who.type != EntityType::kPerson) return false;
  const std::vector<std::string_view> words = base::split_words(who.name);
  if (words.size() < 2) return true;
  const PersonName first = gazetteer_.person(text::fold(words.front()));
  if (first.male == first.female) return true;
  return first.female == female;
}

std::optional<std::size_t> Speakers::pronoun(std::size_t word, std::optional<std::size_t> last) const {
  const std::string_view folded = document_.word(word).folded;
  if (folded != "he" && folded != "she") return std::nullopt;
  const bool female = folded == "she";
  const std::size_t here = document_.word(word).sentence;
  const Sentence& from = document_.sentences()[here > 0 ? here - 1 : here];
  std::size_t only = kNone;
  const auto [begin, end] = article_.mentions_in({from.span.begin_bytes, document_.word(word).span.begin_bytes});
  for (std::size_t i = std::max(begin, end > kMaxMentionsBack ? end - kMaxMentionsBack : 0); i < end; ++i) {
    const std::size_t entity = article_.mentions[i].entity;
    if (!fits(entity, female)) continue;
    if (last && entity == *last) return last;
    if (only != kNone && only != entity) return std::nullopt;
    only = entity;
  }
  if (only != kNone) return only;
  return last && fits(*last, female) ? last : std::nullopt;
}

}  // namespace dateline::annotate
