// annotate/name_sights.h -- what can be seen of a word and around it, as numbers for the name tagger.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/document.h"
#include "annotate/gazetteer.h"
#include "annotate/name_model.h"
#include "annotate/name_stretches.h"

namespace dateline::annotate {

/// A feature is a template and what was seen there, as a 64-bit hash, the same on every machine and run. A change of
/// templates calls for a new model (tools/data/train_name_model.cpp).
using NameFeatures = std::vector<std::uint64_t>;

/// The sights of one document. Ownership: borrows all. Threads: one at a time.
class NameSights {
 public:
  NameSights(const Document& document, const Gazetteer& gazetteer, const NameModel& model);

  const std::vector<NameStretch>& stretches() const { return stretches_; }

  /// Replaces `features` by those of the word at `index`: at most 80.
  void features_of(std::size_t index, NameFeatures& features) const;

 private:
  /// What is asked of a word by itself and by its neighbours.
  struct Sight {
    std::uint32_t word = 0;  // Hash of the folded word.
    std::uint16_t shape = 0;
    WordClusters clusters{};
    std::uint8_t person = 0;
    std::uint8_t word_class = 0;
    std::uint8_t seen = 0;    // How the document writes the word elsewhere.
    std::uint16_t known = 0;  // Where it stands in a phrase of the gazetteers, and what that is.
    bool looked = false;
  };

  void count_writings();
  void look_at(std::size_t index, const Gazetteer& gazetteer, const NameModel& model);
  void mark_known(const NameStretch& stretch, const Gazetteer& gazetteer);
  const Sight& sight(const Sentence& sentence, std::size_t index, int away) const;

  const Document& document_;
  std::vector<NameStretch> stretches_;
  std::vector<Sight> sights_;
  struct Writings {
    std::uint16_t small = 0;
    std::uint16_t capital = 0;  // Inside of sentences whose capitals mean something.
  };
  std::unordered_map<std::string_view, Writings> writings_;
  Sight before_;  // Beyond the sentence's ends.
  Sight after_;
};

}  // namespace dateline::annotate
