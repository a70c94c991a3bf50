#include "annotate/name_spans.h"

#include <algorithm>
#include <string>

#include "annotate/time_words.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxRunWords = 12;    // Of one stretch of capitalised words.
constexpr std::size_t kMaxKnownWords = 6;   // Of a gazetteer's phrase.
constexpr std::size_t kMaxComplements = 3;  // "Court of Appeals for the District of Columbia".

class Finder {
 public:
  Finder(const Document& document, const Gazetteer& gazetteer) : document_(document), gazetteer_(gazetteer) {}

  std::vector<NameSpan> run() {
    for (const Sentence& sentence : document_.sentences()) find_in(sentence);
    return std::move(spans_);
  }

 private:
  struct Known {
    std::size_t end = 0;
    std::optional<KnownName> name;
  };

  void find_in(const Sentence& sentence);
  std::size_t run_end(std::size_t first, std::size_t limit) const;
  std::size_t cut_run(const Sentence& sentence, std::size_t first, std::size_t end);
  std::size_t title_end(std::size_t at, std::size_t end) const;
  bool drops_first_word(const Sentence& sentence, std::size_t at, std::size_t end) const;
  Known longest_known(std::size_t at, std::size_t limit) const;
  std::size_t head_of_end(std::size_t at, std::size_t end, std::size_t limit) const;
  std::size_t complement_end(std::size_t at, std::size_t limit) const;
  bool is_calendar_word(const Sentence& sentence, std::size_t at) const;
  bool is_party_tag(const Sentence& sentence, std::size_t at) const;
  std::size_t election_end(std::size_t at, std::size_t limit) const;
  std::size_t tail_end(std::size_t at, std::size_t end) const;
  std::size_t plain_end(const Sentence& sentence, std::size_t at, std::size_t end) const;
  NameSpan name_at(const Sentence& sentence, std::size_t at, std::size_t end) const;

  const Word& word(std::size_t index) const { return document_.word(index); }
  bool is_capital(std::size_t index) const { return word(index).is_word() && word(index).capitalised; }
  bool is_text(std::size_t index, std::string_view folded) const { return word(index).folded == folded; }

  const Document& document_;
  const Gazetteer& gazetteer_;
  std::vector<NameSpan> spans_;
};

void Finder::find_in(const Sentence& sentence) {
  for (std::size_t at = sentence.first_word; at < sentence.end_word;) {
    if (const std::size_t past = election_end(at, sentence.end_word); past > at) {
      spans_.push_back({at, past, NameSpan::Shape::kTail, std::nullopt, false});
      at = past;
      continue;
    }
    if (!is_capital(at)) {
      // "al-Qaeda" and the like begin small; a known name may.
      const bool hyphen = word(at).is_word() && document_.text_of(at, at + 1).find('-') != std::string_view::npos;
      if (const Known known = hyphen ? longest_known(at, std::min(at + 1, sentence.end_word)) : Known{}; known.name) {
        NameSpan span{at, known.end, NameSpan::Shape::kKnown, known.name, false};
        spans_.push_back(span);
      }
      ++at;
      continue;
    }
    const std::size_t end = run_end(at, sentence.end_word);
    at = std::max(end, cut_run(sentence, at, end));
  }
}

// Where the stretch of capitalised words at `first` ends: particles, "&" and numbers after a word do not end it.
std::size_t Finder::run_end(std::size_t first, std::size_t limit) const {
  std::size_t end = first + 1;
  while (end < limit && end - first < kMaxRunWords) {
    if (is_capital(end)) {
      ++end;
      continue;
    }
    const bool bridge = is_text(end, "&") || (word(end).is(kParticle) && word(end).is_word()) ||
                        (is_text(end, "-") && !word(end).space_before);
    std::size_t after = end + 1;
    if (bridge && after < limit && word(end).is(kParticle) && word(after).is(kParticle)) ++after;  // "van der"
    if (!bridge || after >= limit || !is_capital(after)) break;
    if (is_text(end, "-") && word(after).space_before) break;
    end = after + 1;
  }
  return end;
}

// Past the titles and roles that begin at `at` and stand before another capitalised word; `at` when there are none.
std::size_t Finder::title_end(std::size_t at, std::size_t end) const {
  if (word(at).is(kHonorific)) return at + 1;
  std::size_t last_head = at;
  for (std::size_t i = at; i < end && i < at + 5; ++i) {
    if (!word(i).is(kTitle | kRoleHead | kRoleModifier)) break;
    if (word(i).is(kTitle | kRoleHead)) last_head = i + 1;
  }
  if (last_head == at) return at;
  const Sentence& sentence = document_.sentences()[word(at).sentence];
  if (last_head + 1 < sentence.end_word && is_text(last_head, "of") && word(last_head + 1).is(kRoleModifier)) {
    return std::min(last_head + 2, sentence.end_word);  // "Secretary of State"
  }
  return last_head;
}

// Sentences begin with a capital that says nothing: "Police", "Despite".
bool Finder::drops_first_word(const Sentence& sentence, std::size_t at, std::size_t end) const {
  const Word& first = word(at);
  if (first.is(kStopWord) && !first.all_caps) return true;
  const bool opens =
      at == sentence.first_word || is_text(at - 1, "\"") || is_text(at - 1, "``") || is_text(at - 1, ":");
  if (!opens || !first.is(kCommonWord) || first.all_caps) return false;
  if (at + 1 >= end) return true;
  const PersonName person = gazetteer_.person(first.folded);
  const PersonName next = gazetteer_.person(word(at + 1).folded);
  if (person.first && next.known() && !word(at + 1).is(kTitle)) return false;
  return tail_end(at, end) == at;
}

Finder::Known Finder::longest_known(std::size_t at, std::size_t limit) const {
  Known best;
  best.end = at;
  std::string phrase;
  const bool shouting = document_.sentences()[word(at).sentence].title_case;
  for (std::size_t i = at; i < limit && i < at + kMaxKnownWords; ++i) {
    if (i > at && word(i).space_before) phrase.push_back(' ');
    phrase += word(i).folded;
    const Gazetteer::Probe probe = gazetteer_.probe(phrase);
    const bool plural = !probe.name && i == at && phrase.size() > 4 && phrase.back() == 's';
    std::optional<KnownName> name = probe.name;
    if (plural) {
      name = gazetteer_.probe(std::string_view(phrase).substr(0, phrase.size() - 1)).name;  // "Russians"
      if (name && !name->demonym) name.reset();
    }
    const bool caps = i > at || word(i).all_caps;
    const bool stop = i == at && word(i).is(kStopWord) && shouting;
    if (name && (!name->needs_caps || (caps && !stop))) best = {i + 1, name};
    if (!probe.goes_on) break;
  }
  return best;
}

// Past "of …" or "for …" once or more: the complement is capitalised, "the" before it and "and" inside it are allowed.
std::size_t Finder::complement_end(std::size_t at, std::size_t limit) const {
  std::size_t end = at;
  const Word& head = word(at - 1);
  const bool joins = head.folded == "ministry" || head.folded == "department" || head.folded == "committee" ||
                     head.folded == "commission" || head.folded == "office" || head.folded == "institute" ||
                     head.folded == "board" || head.folded == "school";
  for (std::size_t round = 0; round < kMaxComplements; ++round) {
    std::size_t i = end;
    if (i + 1 >= limit || !(is_text(i, "of") || is_text(i, "for") || (joins && round > 0 && is_text(i, "and")))) break;
    if (is_text(i, "for") && head.is(kOrgTail) && !joins) break;
    const bool joined = is_text(i, "and");
    ++i;
    if (i + 1 < limit && is_text(i, "the") && !joined) ++i;
    if (i >= limit || !is_capital(i) || word(i).is(kHonorific)) break;
    if (joined && i + 1 < limit && is_capital(i + 1) && gazetteer_.person(word(i).folded).first) break;
    const std::size_t next = run_end(i, std::min(limit, i + 5));
    end = next;
  }
  return end;
}

// "Ministry of Foreign Affairs", "US Court of Appeals for …": `at` when there is none.
std::size_t Finder::head_of_end(std::size_t at, std::size_t end, std::size_t limit) const {
  for (std::size_t i = at; i < end; ++i) {
    if (!word(i).is(kOrgHead | kPlaceHead | kEventHead) || i + 2 >= limit) continue;
    if (!is_text(i + 1, "of") && !is_text(i + 1, "for")) continue;
    const std::size_t past = complement_end(i + 1, limit);
    if (past > i + 1) return past;
  }
  return at;
}

// Past the last word of [at, end) that ends names of organisations, places or events; `at` when there is none.
std::size_t Finder::tail_end(std::size_t at, std::size_t end) const {
  for (std::size_t i = end; i > at + 1; --i) {
    // "Polish Energy Minister" holds no firm.
    const bool portfolio = i < end && (is_text(i, "minister") || is_text(i, "secretary") || is_text(i, "commissioner"));
    if (word(i - 1).is(kOrgTail | kPlaceTail | kEventTail) && !portfolio) return i;
  }
  return at;
}

// A stretch without help ends before a title, and before or after a country or its people.
std::size_t Finder::plain_end(const Sentence& sentence, std::size_t at, std::size_t end) const {
  std::size_t i = at + 1;
  for (; i < end; ++i) {
    if (word(i).is(kHonorific)) break;
    if (word(i).is(kTitle | kRoleHead) && i + 1 < end && title_end(i, end) < end) break;
    if (!is_capital(i)) continue;
    if (i - at >= 2 || sentence.title_case) {
      const Known known = longest_known(i, end);
      const bool country = known.name && (known.name->source == Source::kCountry || known.name->demonym);
      if (country) break;
    }
  }
  while (i > at + 1 && !is_capital(i - 1)) --i;
  return i;
}

NameSpan Finder::name_at(const Sentence& sentence, std::size_t at, std::size_t end) const {
  using Shape = NameSpan::Shape;
  const Known known = longest_known(at, std::min(sentence.end_word, at + kMaxKnownWords));
  NameSpan span{at, at + 1, Shape::kPlain, std::nullopt, false};
  const std::size_t head = head_of_end(at, end, sentence.end_word);
  const std::size_t tail = tail_end(at, end);
  const bool person = gazetteer_.person(word(at).folded).first && tail == at + 2 && tail == end &&
                      gazetteer_.person(word(at + 1).folded).surname && !known.name;
  const std::size_t longest = std::max({head, person ? at : tail, known.end});
  if (longest > at) {
    span.end = longest;
    if (longest == known.end) {
      span.shape = Shape::kKnown;
      span.known = known.name;
    } else {
      span.shape = longest == head ? Shape::kHeadOf : Shape::kTail;
    }
    const bool first_name = known.end == at + 1 && span.shape == Shape::kKnown &&
                            known.name->source >= Source::kCapital && gazetteer_.person(word(at).folded).can_begin();
    if (!first_name && !(span.shape == Shape::kKnown && known.name->source >= Source::kOrganisation)) return span;
  }
  // "Florence Nightingale", "Jackson Pollock": a town or firm that opens a longer stretch may be a first name.
  const std::size_t plain = plain_end(sentence, at, end);
  if (plain > span.end || span.shape == Shape::kPlain)
    span = {at, std::max(plain, at + 1), Shape::kPlain, std::nullopt, false};
  return span;
}

// Weekdays and months are times, not names; "May" is where it stands as a month does.
bool Finder::is_calendar_word(const Sentence& sentence, std::size_t at) const {
  const std::string_view folded = word(at).folded;
  if (weekday_named(folded, true)) return true;
  if (!month_named(folded)) return false;
  if (!is_ambiguous_month(folded)) return true;
  const bool number = at + 1 < sentence.end_word && word(at + 1).kind == text::TokenKind::kNumber;
  return number || folded != "may" || (at > sentence.first_word && word(at - 1).is(kPlacePreposition));
}

// "(D-Mo.)", "(R-Texas)".
bool Finder::is_party_tag(const Sentence& sentence, std::size_t at) const {
  const std::string_view text = document_.text_of(at, at + 1);
  return at > sentence.first_word && is_text(at - 1, "(") && text.size() > 2 && text[1] == '-' &&
         (text[0] == 'D' || text[0] == 'R' || text[0] == 'I');
}

// "2016 US presidential election": an event by its year, place and kind. `at` is the year; `at` when there is none.
std::size_t Finder::election_end(std::size_t at, std::size_t limit) const {
  if (word(at).kind != text::TokenKind::kNumber || word(at).span.size_bytes() != 4) return at;
  bool named = false;
  for (std::size_t i = at + 1; i < limit && i < at + 8; ++i) {
    if (is_text(i, "election") || is_text(i, "elections") || is_text(i, "referendum")) return named ? i + 1 : at;
    named = named || is_capital(i);
    if (!word(i).is_word() || word(i).is(kStopWord | kCue)) break;
  }
  return at;
}

// Returns the word behind the last name or title, which may lie behind the run.
std::size_t Finder::cut_run(const Sentence& sentence, std::size_t first, std::size_t end) {
  bool after_title = first > sentence.first_word && word(first - 1).is(kTitle | kRoleHead | kHonorific);
  std::size_t at = first;
  while (at < end) {
    if (!is_capital(at)) {
      ++at;
      after_title = false;
      continue;
    }
    const NameSpan span = name_at(sentence, at, end);
    const bool solid = span.shape == NameSpan::Shape::kKnown || span.shape == NameSpan::Shape::kHeadOf ||
                       span.shape == NameSpan::Shape::kTail;
    const std::size_t past_title = title_end(at, end);
    if (past_title > at && !(solid && span.end > past_title && !word(at).is(kHonorific))) {
      at = past_title;
      after_title = true;
      continue;
    }
    const bool stop = word(at).is(kStopWord) && !word(at).all_caps;
    if (span.shape != NameSpan::Shape::kKnown &&
        (stop || (span.shape != NameSpan::Shape::kHeadOf && drops_first_word(sentence, at, end)))) {
      ++at;
      after_title = false;
      continue;
    }
    if (span.end == at + 1 && (is_calendar_word(sentence, at) || is_party_tag(sentence, at))) {
      ++at;
      after_title = false;
      continue;
    }
    spans_.push_back(span);
    spans_.back().after_title = after_title;
    after_title = false;
    at = span.end;
  }
  return at;
}

}  // namespace

std::vector<NameSpan> find_name_spans(const Document& document, const Gazetteer& gazetteer) {
  return Finder(document, gazetteer).run();
}

}  // namespace dateline::annotate
