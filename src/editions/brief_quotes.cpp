#include <map>
#include <string>

#include "base/strings.h"
#include "editions/brief_parts.h"

namespace dateline::editions {
namespace {

// Letters and digits alone: two reports rarely set the marks of one sentence alike.
std::string key_of(std::string_view text) {
  std::string key;
  for (const char c : text) {
    const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    if (base::is_ascii_letter(c) || base::is_ascii_digit(c) || beyond_ascii) key += base::to_ascii_lower(c);
  }
  for (const char* mark : {"“", "”", "‘", "’", "…", "–", "—"}) key = base::replace_all(key, mark, "");
  return key;
}

ShownQuote show_quote(const Places& places, const news::Quote& quote) {
  ShownQuote shown;
  const news::Article& article = places.article();
  shown.where = places.show(quote.content.front());
  shown.where.span.end_bytes = quote.content.back().end_bytes;
  for (std::size_t i = 1; i < quote.content.size(); ++i) {
    shown.where.text += " … ";
    shown.where.text += quote.content[i].of(article.text);
  }
  // The comma before “he said” belongs to the report's sentence, not to the speech.
  if (shown.where.text.ends_with(',')) shown.where.text.pop_back();
  shown.fragment = base::split_words(shown.where.text).size() < kFewestQuoteWords;
  if (quote.speaker && *quote.speaker < article.entities.size()) {
    shown.speaker = article.entities[*quote.speaker].name;
    shown.role = article.entities[*quote.speaker].role;
  }
  return shown;
}

}  // namespace

std::vector<ShownQuote> show_quotes(std::span<const Places> places) {
  std::vector<std::string> order;  // Speakers' keys as they first speak.
  std::map<std::string, std::vector<ShownQuote>> by_speaker;
  std::map<std::string, std::pair<std::string, std::size_t>> seen;  // Words to speaker's key and index.
  for (const Places& place : places) {
    for (const news::Quote& quote : place.article().quotes) {
      if (!quote.direct || quote.kind != news::QuoteKind::kSpeech || quote.content.empty()) continue;
      ShownQuote shown = show_quote(place, quote);
      const std::string words = key_of(shown.where.text);
      if (const auto before = seen.find(words); before != seen.end()) {
        by_speaker[before->second.first][before->second.second].also.push_back(std::move(shown.where));
        continue;
      }
      const std::string key = shown.speaker.empty() ? "" : place.article().entities[*quote.speaker].key;
      auto [group, is_new] = by_speaker.try_emplace(key);
      if (is_new) order.push_back(key);
      seen.emplace(words, std::make_pair(key, group->second.size()));
      if (shown.role.empty() && !group->second.empty()) shown.role = group->second.front().role;
      group->second.push_back(std::move(shown));
    }
  }
  std::vector<ShownQuote> quotes;
  for (const std::string& key : order) {
    for (ShownQuote& quote : by_speaker[key]) quotes.push_back(std::move(quote));
  }
  return quotes;
}

}  // namespace dateline::editions
