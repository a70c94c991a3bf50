// annotate/speakers.h -- the entity that a quote's source is: certain, or none.
#pragma once

#include <cstddef>
#include <optional>

#include "annotate/document.h"
#include "annotate/gazetteer.h"
#include "annotate/quote_sources.h"
#include "news/article.h"

namespace dateline::annotate {

/// Resolves sources to entities of an annotated article. Ownership: borrows all.
class Speakers {
 public:
  Speakers(const Document& document, const Gazetteer& gazetteer, const news::Article& article)
      : document_(document), gazetteer_(gazetteer), article_(article) {}

  /// The index of the entity that `source` is. "Kishida" is a person; "Kishida's lawyer" and "a lawyer for Kishida" are
  /// nobody named; "he" is the speaker before (`last`), or the one person who has been named in this sentence and the
  /// one before, when the first name does not speak against it.
  std::optional<std::size_t> resolve(const WordRange& source, std::optional<std::size_t> last) const;

 private:
  std::optional<std::size_t> named(const WordRange& source) const;
  std::optional<std::size_t> pronoun(std::size_t word, std::optional<std::size_t> last) const;
  bool fits(std::size_t entity, bool female) const;

  const Document& document_;
  const Gazetteer& gazetteer_;
  const news::Article& article_;
};

}  // namespace dateline::annotate
