#include "annotate/quote_turns.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "text/words.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxNameWords = 6;
constexpr std::size_t kMinTurnWords = 3;
constexpr std::size_t kMaxAnnouncement = 12;  // Between a cue and the colon that closes its paragraph.

bool is_dash(std::string_view folded) {
  return folded == "―" || folded == "—" || folded == "--" || folded == "-";
}

}  // namespace

// The end of the paragraph's words; what is asked about is short, so is the way there.
std::size_t QuoteTurns::paragraph_end(std::size_t sentence) const {
  const std::vector<Sentence>& all = document_.sentences();
  std::size_t last = sentence;
  while (last + 1 < all.size() && all[last + 1].paragraph == all[sentence].paragraph) ++last;
  return all[last].end_word;
}

bool QuoteTurns::is_name(std::size_t first, std::size_t end) const {
  if (first >= end || end - first > kMaxNameWords || !document_.word(first).capitalised) return false;
  for (std::size_t i = first; i < end; ++i) {
    const Word& word = document_.word(i);
    if (!word.capitalised && !word.is(kParticle) && word.folded != ".") return false;
  }
  return true;
}

bool QuoteTurns::is_person(std::size_t first, std::size_t end) {
  const auto [from, to] = article_.mentions_in(document_.span_of(first, end));
  for (std::size_t i = from; i < to; ++i) {
    if (article_.entities[article_.mentions[i].entity].type == news::EntityType::kPerson) return true;
  }
  if (!last_names_) {
    last_names_.emplace();
    for (const news::Entity& entity : article_.entities) {
      if (entity.type != news::EntityType::kPerson) continue;
      const std::vector<std::string_view> words = base::split_words(entity.name);
      if (!words.empty()) last_names_->insert(text::fold(words.back()));
    }
  }
  return last_names_->contains(std::string(document_.word(end - 1).folded));
}

std::optional<Attribution> QuoteTurns::turn_at(std::size_t index) {
  const std::vector<Sentence>& all = document_.sentences();
  if (index > 0 && all[index - 1].paragraph == all[index].paragraph) return std::nullopt;
  std::size_t first = all[index].first_word;
  const std::size_t end = all[index].end_word;
  if (first < end && document_.word(first).folded == "\"") ++first;
  std::size_t colon = first;
  while (colon < end && colon <= first + kMaxNameWords && document_.word(colon).folded != ":") ++colon;
  if (colon >= end || document_.word(colon).folded != ":" || !is_name(first, colon) || !is_person(first, colon))
    return std::nullopt;
  const std::size_t content_end = paragraph_end(index);
  if (content_end < colon + 1 + kMinTurnWords) return std::nullopt;
  return Attribution{{{colon + 1, content_end}}, {colon, colon + 1}, {first, colon}};
}

std::optional<Attribution> QuoteTurns::signature_of(const QuotedStretch& stretch) const {
  const std::size_t dash = stretch.end + 1;
  if (!stretch.closed || dash + 1 >= document_.words().size() || !is_dash(document_.word(dash).folded))
    return std::nullopt;
  std::size_t end = dash + 1;
  while (end < document_.words().size() && end <= dash + 1 + kMaxNameWords &&
         document_.sentences()[document_.word(end).sentence].paragraph == stretch.paragraph)
    ++end;
  if (document_.word(end - 1).folded == ".") --end;
  if (!is_name(dash + 1, end)) return std::nullopt;
  return Attribution{{{stretch.first, stretch.end}}, {dash, dash + 1}, {dash + 1, end}};
}

std::optional<Attribution> QuoteTurns::announced_by(std::size_t index, const std::vector<Clause>& clauses,
                                                    const std::vector<QuotedStretch>& quoted) const {
  const std::vector<Sentence>& all = document_.sentences();
  const Sentence& here = all[index];
  if (index + 1 >= all.size() || all[index + 1].paragraph == here.paragraph || here.end_word < here.first_word + 2 ||
      document_.word(here.end_word - 1).folded != ":")
    return std::nullopt;
  const QuotedStretch* stretch = stretch_around(quoted, all[index + 1].first_word + 1);
  if (stretch == nullptr || stretch->first != all[index + 1].first_word + 1) return std::nullopt;
  for (std::size_t i = here.end_word - 1; i > here.first_word && here.end_word - i < kMaxAnnouncement; --i) {
    const Word& cue = document_.word(i - 1);
    if (!cue.is(kSpeech) || cue.capitalised || stretch_around(quoted, i - 1) != nullptr) continue;
    const auto holder = holder_of(document_, clauses, i - 1);
    if (!holder) return std::nullopt;
    Attribution said{{{stretch->first, stretch->end}}, {i - 1, i}, holder->source};
    said.certain = holder->certain;
    return said;
  }
  return std::nullopt;
}

}  // namespace dateline::annotate
