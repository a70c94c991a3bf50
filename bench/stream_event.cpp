#include "stream_event.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "report_writer.h"

namespace dateline::bench {
namespace {

constexpr std::uint32_t kPeople = 7;
constexpr std::uint32_t kPlaces = 3;
constexpr std::uint32_t kOrganisations = 3;
constexpr std::uint32_t kOwnWords = 40;

std::string_view inflection(Random& random) {
  switch (random.below(8)) {
    case 0:
    case 1:
      return "s";
    case 2:
      return "ed";
    case 3:
      return "ing";
    default:
      return "";
  }
}

std::string number_text(std::uint32_t number, Random& random) {
  if (number < 20 && number > 1 && random.chance(0.5)) {
    static constexpr std::string_view kSpelt[] = {
        "two",    "three",  "four",     "five",     "six",     "seven",   "eight",     "nine",     "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    return std::string(kSpelt[number - 2]);
  }
  return base::with_thousands(number);
}

}  // namespace

Event::Event(const World& world, const EventPlan& plan) : world_(world), plan_(plan) {
  Random own(mix(plan.seed, 1));
  Random shared(mix(plan.pattern, 2));
  const bool has_league = plan.cast != plan.seed;
  for (std::uint32_t i = 0; i < kPeople; ++i) {
    // One in three is someone whom everybody knows.
    const std::uint64_t unknown = has_league ? mix(plan.cast, own.below(30)) : own.next();
    people_.push_back(world.person(own.chance(0.35) ? own.below(World::kFamous) : unknown));
  }
  for (std::uint32_t i = 0; i < kPlaces; ++i) {
    const double rank = own.unit();
    const auto anywhere = static_cast<std::uint64_t>(World::kPlaces * rank * rank);
    places_.push_back(world.place(has_league ? mix(plan.cast, own.below(12)) % World::kPlaces : anywhere));
  }
  for (std::uint32_t i = 0; i < kOrganisations; ++i) {
    organisations_.push_back(world.organisation(has_league ? mix(plan.cast, 100 + own.below(12)) : own.below(30000)));
  }
  for (std::uint32_t i = 0; i < kOwnWords; ++i) {
    const WordNumber mine = world.telling_word(own);
    const WordNumber common = world.telling_word(shared);
    words_.push_back(own.chance(plan.pattern_share) ? common : mine);
  }
  for (std::uint32_t& number : numbers_) number = 2 + own.below(own.chance(0.6) ? 90 : 9000);
}

Event::Item Event::item(std::uint64_t bits) const {
  const auto share = static_cast<std::uint32_t>(bits % 100);
  const auto which = static_cast<std::uint32_t>(bits >> 32);
  if (share < 13) return {ItemKind::kPerson, which % kPeople};
  if (share < 19) return {ItemKind::kPlace, which % kPlaces};
  if (share < 25) return {ItemKind::kOrganisation, which % kOrganisations};
  if (share < 32) return {ItemKind::kNumber, which % static_cast<std::uint32_t>(numbers_.size())};
  if (share < 36) return {ItemKind::kDay, 0};
  if (share < 64) return {ItemKind::kWord, world_.topic_word(plan_.topic, which)};
  if (share < 80) return {ItemKind::kWord, words_[which % kOwnWords]};
  Random random(bits);
  return {ItemKind::kWord, world_.common_word(random)};
}

std::vector<Event::Item> Event::fact(std::uint32_t number) const {
  Random own(mix(plan_.seed, 1000 + number));
  Random shared(mix(plan_.pattern, 2000 + number));
  std::vector<Item> items;
  // Every development begins with who, where and when.
  if (number % kFactsPerStage == 0) {
    items = {{ItemKind::kPerson, number / kFactsPerStage % kPeople}, {ItemKind::kDay, 0}, {ItemKind::kPlace, 0}};
  }
  const std::size_t count = 6 + shared.below(5);
  while (items.size() < count) {
    const std::uint64_t mine = own.next();
    const std::uint64_t common = shared.next();
    items.push_back(item(own.chance(plan_.pattern_share) ? common : mine));
  }
  return items;
}

// The newest development first; then what went before it, and how all began.
std::vector<std::uint32_t> Event::facts_of(const Telling& telling) const {
  const std::uint32_t stage = std::min(telling.stage, plan_.stages - 1);
  const std::uint32_t newest = stage * kFactsPerStage;
  Random random(mix(telling.wording, 31));
  std::vector<std::uint32_t> facts = {newest};
  std::vector<bool> told(static_cast<std::size_t>(newest) + kFactsPerStage);
  told[newest] = true;
  const std::size_t most = std::min<std::size_t>(telling.most_facts, told.size() * 3 / 4);
  for (std::uint32_t tries = 0; facts.size() < most && tries < 200; ++tries) {
    const double where = random.unit();
    // Near the top of the newest development, so that reports agree on what matters.
    std::uint32_t fact = newest + std::min(random.below(kFactsPerStage), random.below(kFactsPerStage));
    if (where < 0.15) fact = random.below(std::min(kFactsPerStage, newest + kFactsPerStage));
    if (where > 0.85) fact = random.below(newest + kFactsPerStage);
    if (told[fact]) continue;
    told[fact] = true;
    facts.push_back(fact);
  }
  return facts;
}

// Writes one report's sentences. `wording` decides what copies have in common, `edits` what they have not.
class Teller {
 public:
  Teller(const Event& event, const Telling& telling, news::Article& article)
      : event_(event), telling_(telling), writer_(article), wording_(mix(telling.wording, 41)), edits_(telling.edits) {}

  void tell() {
    std::uint32_t in_paragraph = 0;
    for (const std::uint32_t fact : event_.facts_of(telling_)) {
      if (words_ >= telling_.words) break;
      begin(in_paragraph);
      sentence(event_.fact(fact), fact);
    }
    while (words_ < telling_.words) {
      begin(in_paragraph);
      sentence(background(), 0);
    }
    writer_.end_paragraph();
  }

 private:
  bool edited(double share) { return telling_.edits != 0 && edits_.chance(share); }

  void begin(std::uint32_t& in_paragraph) {
    if (in_paragraph == 0) {
      if (writer_.words() > 0) writer_.end_paragraph();
      writer_.begin_paragraph();
      in_paragraph = 1 + wording_.below(3);
    }
    --in_paragraph;
  }

  // What is said in any report of the kind.
  std::vector<Event::Item> background() {
    std::vector<Event::Item> items;
    for (std::uint32_t i = 0; i < 7; ++i) {
      const std::uint32_t which = wording_.below(1000);
      items.push_back({Event::ItemKind::kWord, which % 3 == 0 ? event_.world_.topic_word(event_.plan_.topic, which)
                                                              : event_.world_.common_word(wording_)});
    }
    if (wording_.chance(0.3)) items[2] = {Event::ItemKind::kPerson, wording_.below(kPeople)};
    return items;
  }

  void sentence(const std::vector<Event::Item>& items, std::uint32_t fact) {
    // A copy cuts the sentence away, but never the first one, or has one of its own before it.
    const bool cut = writer_.words() > 0 && edited(telling_.edit_share);
    if (edited(telling_.edit_share / 2)) own_sentence();
    if (!cut) writer_.begin_sentence();
    for (const Event::Item& item : items) {
      if (wording_.chance(0.8)) put(World::function_word(wording_), cut);
      if (wording_.chance(0.6)) put(event_.world_.word(event_.world_.common_word(wording_)), cut);
      put_item(item, fact, cut);
    }
    if (!cut) writer_.end_sentence();
  }

  void own_sentence() {
    writer_.begin_sentence();
    for (std::uint32_t i = 0; i < 8; ++i) {
      writer_.word(World::function_word(edits_));
      writer_.word(event_.world_.word(event_.world_.common_word(edits_)));
    }
    writer_.end_sentence();
  }

  void put(std::string_view word, bool cut) {
    ++words_;
    if (!cut) writer_.word(word);
  }

  void put_item(const Event::Item& item, std::uint32_t fact, bool cut) {
    const std::uint32_t stage = fact / Event::kFactsPerStage;
    switch (item.kind) {
      case Event::ItemKind::kPerson:
        return put_name(event_.people_[item.value], cut);
      case Event::ItemKind::kPlace:
        return put_name(event_.places_[item.value], cut);
      case Event::ItemKind::kOrganisation:
        return put_name(event_.organisations_[item.value], cut);
      case Event::ItemKind::kNumber:
        return put(number_text(event_.numbers_[item.value] + stage, wording_), cut);
      case Event::ItemKind::kDay:
        return put_day(event_.plan_.day + std::chrono::days(stage * event_.plan_.days_per_stage), cut);
      case Event::ItemKind::kWord: {
        WordNumber number = item.value;
        if (wording_.chance(telling_.paraphrase)) number = event_.world_.synonym(number);
        if (edited(telling_.edit_share)) number = event_.world_.common_word(edits_);
        const std::string_view ending = inflection(wording_);
        put(std::string(event_.world_.word(number)).append(ending), cut);
      }
    }
  }

  void put_name(const Name& name, bool cut) {
    ++words_;
    if (!cut) writer_.name(name);
  }

  void put_day(base::Day day, bool cut) {
    const std::string weekday = base::day_in_words(day);
    put("on", cut);
    ++words_;
    if (!cut) writer_.time(std::string_view(weekday).substr(0, weekday.find(' ')), base::format_day(day));
  }

  const Event& event_;
  const Telling& telling_;
  ReportWriter writer_;
  Random wording_;
  Random edits_;
  std::size_t words_ = 0;  // of the telling before edits: what ends it
};

void Event::tell(const Telling& telling, news::Article& article) const {
  Teller(*this, telling, article).tell();
}

std::string Event::headline(std::uint32_t stage, Random& random, bool title_case) const {
  std::string out;
  const std::uint32_t first = std::min(stage, plan_.stages - 1) * kFactsPerStage;
  std::size_t words = 0;
  const auto add = [&](std::string word) {
    if (words > 0) out += ' ';
    if ((title_case || words == 0) && base::is_ascii_lower(word.front())) {
      word.front() = static_cast<char>(word.front() - 'a' + 'A');
    }
    out += word;
    ++words;
  };
  for (const std::uint32_t number : {first, first + random.below(3)}) {
    for (const Item& item : fact(number)) {
      if (!random.chance(0.6)) continue;
      if (item.kind == ItemKind::kPerson) add(people_[item.value].again);
      if (item.kind == ItemKind::kPlace) add(places_[item.value].again);
      if (item.kind == ItemKind::kOrganisation) add(organisations_[item.value].again);
      if (item.kind == ItemKind::kWord) add(std::string(world_.word(item.value)));
      if (words >= 5 + random.below(4)) return out;
    }
  }
  if (words == 0) add(people_.front().full);
  return out;
}

}  // namespace dateline::bench
