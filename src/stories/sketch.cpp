#include "stories/sketch.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kRunWords = 4;
constexpr std::uint32_t kByteValues = 255;  // 0 is taken

// The share of the runs of both texts together that stand in both.
double resemblance(const Signature& a, const Signature& b) {
  int used = 0;
  int both = 0;
  int same = 0;
  for (std::size_t i = 0; i < kBins; ++i) {
    used += (a.bins[i] | b.bins[i]) != 0 ? 1 : 0;
    both += a.bins[i] != 0 && b.bins[i] != 0 ? 1 : 0;
    same += a.bins[i] != 0 && a.bins[i] == b.bins[i] ? 1 : 0;
  }
  if (used == 0) return 0;
  // Different hashes may have the same byte.
  const double by_chance = static_cast<double>(both - same) / (kByteValues - 1);
  return std::max(0.0, static_cast<double>(same) - by_chance) / used;
}

std::vector<text::TermId> without_short_lines(std::span<const text::TermId> words,
                                              std::span<const std::size_t> line_ends) {
  std::vector<text::TermId> kept;
  std::size_t begin = 0;
  for (const std::size_t end : line_ends) {
    if (end - begin >= kFewestWords) kept.insert(kept.end(), words.begin() + begin, words.begin() + end);
    begin = end;
  }
  return kept;
}

void append_number(std::string& out, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift & 0xFF);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

}  // namespace

// text::shingles gives hashes of which every bit is fair, sorted: the first are the lowest, and high and low half can
// serve as two hashes.
Sketch make_sketch(std::span<const text::TermId> words, std::span<const std::size_t> line_ends) {
  const std::vector<text::TermId> prose = without_short_lines(words, line_ends);
  const bool enough = prose.size() >= kFewestRuns + kRunWords;
  const std::vector<text::TermId> runs = text::shingles(enough ? std::span(prose) : words, kRunWords);
  Sketch sketch;
  sketch.signature.runs = static_cast<std::uint32_t>(runs.size());
  std::array<std::uint32_t, kBins> lowest;
  lowest.fill(~std::uint32_t{0});
  for (const text::TermId run : runs) {
    const std::uint64_t high = run >> 32;
    const auto low = static_cast<std::uint32_t>(run);
    const std::size_t bin = high * kBins >> 32;
    if (low > lowest[bin]) continue;
    lowest[bin] = low;
    sketch.signature.bins[bin] = static_cast<std::uint8_t>(1 + (high & 0xFFFF) % kByteValues);
  }
  for (std::size_t i = 0; i < std::min(runs.size(), kLookedUpKeys); ++i) {
    sketch.keys.push_back(static_cast<std::uint32_t>(runs[i]));
  }
  return sketch;
}

Sketch sketch_text(std::string_view text) {
  const std::string_view looked_at = base::utf8_prefix(text, kSketchedBytes);
  std::vector<text::TermId> words;
  std::vector<std::size_t> line_ends;
  for (std::size_t begin = 0; begin < looked_at.size();) {
    const std::size_t end = std::min(looked_at.find('\n', begin), looked_at.size());
    const std::string_view line = looked_at.substr(begin, end - begin);
    for (const text::Token& token : text::tokenize(line)) {
      if (token.kind != text::TokenKind::kWord && token.kind != text::TokenKind::kNumber) continue;
      words.push_back(text::term_id(text::fold(token.span.of(line))));
    }
    line_ends.push_back(words.size());
    begin = end + 1;
  }
  return make_sketch(words, line_ends);
}

double copied_share(const Signature& later, const Signature& earlier) {
  const double shorter = std::min(later.runs, earlier.runs);
  const double longer = std::max(later.runs, earlier.runs);
  const double bound = later.runs > earlier.runs ? kMostTimesLonger : kMostTimesShorter;
  if (shorter == 0 || longer > bound * shorter) return 0;
  if (shorter < kFewestRuns) return later == earlier ? 1 : 0;
  const double alike = resemblance(later, earlier);
  // |A and B| is J / (1 + J) of |A| + |B|.
  return std::min(1.0, alike / (1 + alike) * (shorter + longer) / shorter);
}

bool is_copy(const Sketch& a, const Sketch& b) {
  return copied_share(a.signature, b.signature) >= kCopiedShare ||
         copied_share(b.signature, a.signature) >= kCopiedShare;
}

std::string sketch_to_bytes(const Sketch& sketch) {
  std::string out;
  append_number(out, sketch.signature.runs);
  out.append(sketch.signature.bins.begin(), sketch.signature.bins.end());
  for (std::size_t i = 0; i < std::min(sketch.keys.size(), kLookedUpKeys); ++i) append_number(out, sketch.keys[i]);
  return out;
}

std::optional<Sketch> sketch_from_bytes(std::string_view bytes) {
  constexpr std::size_t kHead = 4 + kBins;
  if (bytes.size() < kHead) return std::nullopt;
  Sketch sketch;
  sketch.signature.runs = number_at(bytes, 0);
  std::transform(bytes.begin() + 4, bytes.begin() + kHead, sketch.signature.bins.begin(),
                 [](char byte) { return static_cast<std::uint8_t>(byte); });
  const std::size_t keys = std::min<std::size_t>(sketch.signature.runs, kLookedUpKeys);
  if (bytes.size() != kHead + 4 * keys) return std::nullopt;
  for (std::size_t i = 0; i < keys; ++i) sketch.keys.push_back(number_at(bytes, kHead + 4 * i));
  return sketch;
}

}  // namespace dateline::stories
