#include "news/words.h"

#include <array>
#include <cstddef>

namespace dateline::news {
namespace {

// Each list is in the order of its enumeration.
constexpr std::array<const char*, 4> kEntityTypes = {"PER", "ORG", "LOC", "MISC"};
constexpr std::array<const char*, 3> kCertainties = {"unknown", "stated", "inferred"};
constexpr std::array<const char*, 4> kTimeTypes = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<const char*, 5> kParagraphKinds = {"paragraph", "subhead", "list_item", "quotation", "caption"};
constexpr std::array<const char*, 3> kFactKinds = {"shared", "single", "differing"};

template <typename Enumeration, std::size_t size>
std::optional<Enumeration> find_word(const std::array<const char*, size>& words, std::string_view word) {
  for (std::size_t i = 0; i < size; ++i) {
    if (word == words[i]) return static_cast<Enumeration>(i);
  }
  return std::nullopt;
}

}  // namespace

const char* to_word(EntityType type) {
  return kEntityTypes[static_cast<std::size_t>(type)];
}
const char* to_word(Certainty certainty) {
  return kCertainties[static_cast<std::size_t>(certainty)];
}
const char* to_word(TimeType type) {
  return kTimeTypes[static_cast<std::size_t>(type)];
}
const char* to_word(ParagraphKind kind) {
  return kParagraphKinds[static_cast<std::size_t>(kind)];
}
const char* to_word(FactKind kind) {
  return kFactKinds[static_cast<std::size_t>(kind)];
}

std::optional<EntityType> entity_type_from(std::string_view word) {
  return find_word<EntityType>(kEntityTypes, word);
}
std::optional<Certainty> certainty_from(std::string_view word) {
  return find_word<Certainty>(kCertainties, word);
}
std::optional<TimeType> time_type_from(std::string_view word) {
  return find_word<TimeType>(kTimeTypes, word);
}
std::optional<ParagraphKind> paragraph_kind_from(std::string_view word) {
  return find_word<ParagraphKind>(kParagraphKinds, word);
}

}  // namespace dateline::news
