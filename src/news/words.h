// news/words.h -- the enumerations' names as JSON, the archive and pages write them.
#pragma once

#include <optional>
#include <string_view>

#include "news/article.h"
#include "news/story.h"

namespace dateline::news {

/// "PER", "ORG", "LOC", "MISC".
const char* to_word(EntityType type);
/// "stated", "inferred", "unknown".
const char* to_word(Certainty certainty);
/// "DATE", "TIME", "DURATION", "SET".
const char* to_word(TimeType type);
/// "paragraph", "subhead", "list_item", "quotation", "caption".
const char* to_word(ParagraphKind kind);
/// "shared", "single", "differing".
const char* to_word(FactKind kind);

/// The way back; nothing for any other word.
std::optional<EntityType> entity_type_from(std::string_view word);
std::optional<Certainty> certainty_from(std::string_view word);
std::optional<TimeType> time_type_from(std::string_view word);
std::optional<ParagraphKind> paragraph_kind_from(std::string_view word);

}  // namespace dateline::news
