#include "annotate/plain_names.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "annotate/known_phrases.h"
#include "text/sentences.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

constexpr std::size_t kMaxRunWords = 8;
constexpr std::size_t kMaxAcronymBytes = 6;
constexpr std::uint8_t kCityDigits = 6;  // Smaller places share their names with words of some language.

bool is_initial(const Word& word) {
  return word.capitalised && word.folded.size() <= 3 && word.folded.ends_with('.');
}

// A name of the lists that holds in any language: not a people's, which the lists have in English alone.
bool holds_anywhere(const KnownName& known, std::size_t words, bool all_caps) {
  if (known.demonym || known.source == Source::kDemonym || (known.needs_caps && !all_caps)) return false;
  if (known.source == Source::kCurated || known.source == Source::kCountry || words > 1) return true;
  const bool big_place = known.source == Source::kCapital || known.digits >= kCityDigits;
  return known.type == EntityType::kPlace && big_place && !known.common_word;
}

class Finder {
 public:
  Finder(const Document& document, const Gazetteer& gazetteer, const std::vector<Span>& dates,
         std::string_view language)
      : document_(document),
        gazetteer_(gazetteer),
        dates_(dates),
        language_(language),
        capital_nouns_(language == "de") {}

  std::vector<Name> run() {
    collect_inner_capitals();
    for (const Sentence& sentence : document_.sentences()) find_in(sentence);
    for (Name& name : names_) {
      const bool alone = name.end - name.first == 1 && !name.known;
      if (alone && surnames_.count(word(name.first).folded) != 0) name.type = EntityType::kPerson;
    }
    std::erase_if(names_, [this](const Name& name) { return is_noun(name); });
    return std::move(names_);
  }

 private:
  const Word& word(std::size_t index) const { return document_.word(index); }
  bool is_capital(std::size_t index) const { return word(index).is_word() && word(index).capitalised; }
  bool opens_sentence(const Sentence& sentence, std::size_t at) const;
  bool is_starter(std::size_t at) const {
    return !word(at).all_caps && text::is_sentence_starter(word(at).span.of(document_.text()), language_);
  }
  void collect_inner_capitals();
  void find_in(const Sentence& sentence);
  std::size_t run_end(std::size_t first, std::size_t limit) const;
  KnownPhrase known_at(std::size_t at, std::size_t limit) const;
  void take_run(const Sentence& sentence, std::size_t first, std::size_t end);
  bool in_date(std::size_t at);
  void add(std::size_t first, std::size_t end, EntityType type, const std::optional<KnownName>& known);
  bool is_noun(const Name& name) const;

  const Document& document_;
  const Gazetteer& gazetteer_;
  const std::vector<Span>& dates_;
  std::string_view language_;
  bool capital_nouns_;
  std::size_t next_date_ = 0;
  std::vector<Name> names_;
  std::unordered_set<std::string_view> inner_capitals_;
  std::unordered_set<std::string_view> surnames_;
};

// First in the sentence, or right behind a mark at which one may begin.
bool Finder::opens_sentence(const Sentence& sentence, std::size_t at) const {
  if (at == sentence.first_word) return true;
  const Word& before = word(at - 1);
  if (before.kind != text::TokenKind::kPunctuation && before.kind != text::TokenKind::kSymbol) return false;
  return before.folded != "," && before.folded != "-" && before.folded != "(";
}

void Finder::collect_inner_capitals() {
  for (const Sentence& sentence : document_.sentences()) {
    if (sentence.title_case) continue;
    for (std::size_t at = sentence.first_word; at < sentence.end_word; ++at) {
      if (is_capital(at) && !opens_sentence(sentence, at)) inner_capitals_.insert(word(at).folded);
    }
  }
}

std::size_t Finder::run_end(std::size_t first, std::size_t limit) const {
  std::size_t end = first + 1;
  while (end < limit && end - first < kMaxRunWords) {
    std::size_t next = end;
    while (next < limit && next < end + 2 && word(next).is(kParticle) && !word(next).capitalised) ++next;
    if (next >= limit || !is_capital(next) || !word(next).space_before) break;
    end = next + 1;
  }
  return end;
}

KnownPhrase Finder::known_at(std::size_t at, std::size_t limit) const {
  return longest_known(document_, gazetteer_, at, limit, [this, at](const KnownName& name, std::size_t end) {
    return holds_anywhere(name, end - at, word(at).all_caps);
  });
}

// True for a word that lies in a date. Asked in the order of the words.
bool Finder::in_date(std::size_t at) {
  const Span span = word(at).span;
  while (next_date_ < dates_.size() && dates_[next_date_].end_bytes <= span.begin_bytes) ++next_date_;
  return next_date_ < dates_.size() && dates_[next_date_].begin_bytes < span.end_bytes;
}

void Finder::find_in(const Sentence& sentence) {
  for (std::size_t at = sentence.first_word; at < sentence.end_word;) {
    if (!is_capital(at) || in_date(at)) {
      ++at;
      continue;
    }
    const std::size_t end = run_end(at, sentence.end_word);
    take_run(sentence, at, end);
    at = end;
  }
}

void Finder::add(std::size_t first, std::size_t end, EntityType type, const std::optional<KnownName>& known) {
  if (type == EntityType::kPerson) surnames_.insert(word(end - 1).folded);
  names_.push_back({first, end, type, known});
}

// Cuts a stretch of capitalised words at honorifics and known names.
void Finder::take_run(const Sentence& sentence, std::size_t first, std::size_t end) {
  std::size_t at = first;
  while (at < end) {
    if (!is_capital(at) || word(at).is(kHonorific)) {
      ++at;
      continue;
    }
    if (const KnownPhrase known = known_at(at, sentence.end_word); known.name) {
      add(at, known.end, known.name->type, known.name);
      at = std::max(at + 1, known.end);
      continue;
    }
    const bool titled = at > sentence.first_word && word(at - 1).is(kHonorific);
    const std::string_view first_name = word(at).folded.substr(0, word(at).folded.find('-'));  // "Jean-Marc"
    const bool named = gazetteer_.person(first_name).can_begin() || is_initial(word(at));
    const bool opens = opens_sentence(sentence, at) && inner_capitals_.count(word(at).folded) == 0;
    if ((opens && !titled && !named) || is_starter(at)) {
      ++at;
      continue;
    }
    std::size_t stop = at + 1;
    while (stop < end && !word(stop).is(kHonorific) && !(is_capital(stop) && known_at(stop, end).name)) ++stop;
    while (!is_capital(stop - 1)) --stop;
    const bool person = titled || (named && stop - at > 1);
    if (!opens || person) add(at, stop, person ? EntityType::kPerson : EntityType::kOther, std::nullopt);
    at = stop;
  }
}

// What a capital does not make a name: any noun where all have it, and in a headline that has it everywhere.
bool Finder::is_noun(const Name& name) const {
  if (name.known || name.type == EntityType::kPerson) return false;
  const bool says_nothing = capital_nouns_ || document_.sentences()[word(name.first).sentence].title_case;
  if (!says_nothing) return false;
  return name.end - name.first > 1 || !word(name.first).all_caps || word(name.first).folded.size() > kMaxAcronymBytes;
}

}  // namespace

std::vector<Name> find_plain_names(const Document& document, const Gazetteer& gazetteer, const std::vector<Span>& dates,
                                   std::string_view language) {
  return Finder(document, gazetteer, dates, language).run();
}

}  // namespace dateline::annotate
