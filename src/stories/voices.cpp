#include "stories/voices.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "stories/agency_credit.h"
#include "stories/copy_index.h"
#include "stories/sketch.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

// Comparing each with each is for stories of a size that people read; beyond it only whole copies are found.
constexpr std::size_t kMostCompared = 500;
// Share of the shorter text from which two reports that credit one agency print its copy, each edited. Two texts of one
// agency about one event share a quotation or two.
constexpr double kEditedShare = 0.25;

std::size_t root_of(std::vector<std::size_t>& parents, std::size_t i) {
  while (parents[i] != i) i = parents[i] = parents[parents[i]];
  return i;
}

void unite(std::vector<std::size_t>& parents, std::size_t a, std::size_t b) {
  const std::size_t first = root_of(parents, a);
  const std::size_t second = root_of(parents, b);
  parents[std::max(first, second)] = std::min(first, second);
}

// The text that a report prints, and whose it is.
struct Printed {
  Sketch sketch;
  std::set<std::string> credits;
};

bool is_one_text(const Printed& a, const Printed& b) {
  const double share = std::max(copied_share(a.sketch.signature, b.sketch.signature),
                                copied_share(b.sketch.signature, a.sketch.signature));
  if (share >= kCopiedShare) return true;
  return share >= kEditedShare && std::any_of(a.credits.begin(), a.credits.end(),
                                              [&](const std::string& credit) { return b.credits.contains(credit); });
}

void unite_by_outlet_and_uri(std::span<const news::Article* const> articles, std::vector<std::size_t>& parents) {
  std::unordered_map<std::string, std::size_t> outlets;
  std::unordered_map<std::string, std::size_t> uris;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const news::Article& article = *articles[i];
    if (!article.uri.empty()) unite(parents, uris.emplace(article.uri, i).first->second, i);
    if (article.outlet.name.empty() && article.outlet.domain.empty()) continue;
    unite(parents, outlets.emplace(text::fold(news::outlet_label(article.outlet)), i).first->second, i);
  }
}

void unite_by_text(std::span<const news::Article* const> articles, std::vector<std::size_t>& parents) {
  std::vector<Printed> printed;
  for (const news::Article* article : articles.first(std::min(articles.size(), kMostCompared)))
    printed.push_back({sketch_text(article->text), agency_credits(*article)});
  for (std::size_t i = 0; i < printed.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (root_of(parents, i) != root_of(parents, j) && is_one_text(printed[i], printed[j])) unite(parents, i, j);
    }
  }
  if (articles.size() <= kMostCompared) return;
  CopyIndex index(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Sketch sketch = i < printed.size() ? std::move(printed[i].sketch) : sketch_text(articles[i]->text);
    if (i >= printed.size()) {
      if (const auto original = index.original_of(sketch)) unite(parents, *original, i);
    }
    index.add(static_cast<std::uint32_t>(i), sketch);
  }
}

}  // namespace

std::vector<std::size_t> find_voices(std::span<const news::Article* const> articles) {
  std::vector<std::size_t> parents(articles.size());
  for (std::size_t i = 0; i < parents.size(); ++i) parents[i] = i;
  unite_by_outlet_and_uri(articles, parents);
  unite_by_text(articles, parents);
  for (std::size_t i = 0; i < parents.size(); ++i) parents[i] = root_of(parents, i);
  return parents;
}

}  // namespace dateline::stories
