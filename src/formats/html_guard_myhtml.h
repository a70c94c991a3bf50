// formats/html_guard_myhtml.h -- inside the room: what stands between MyHTML's tokenizer and its tree builder.
//
// MyHTML follows the standard's tree construction to the letter, and so takes time quadratic (or worse) in the number
// of open elements, of active formatting elements and of text tokens side by side. The Guard sees the true stack of
// open elements before every token, and leaves out tokens.
#pragma once

#include <myhtml/myhtml.h>
#include <myhtml/tree.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/html_slices_myhtml.h"
#include "formats/html_tree.h"

namespace dateline::formats {

/// Active formatting elements are opened again in every block that follows; this many may be.
inline constexpr std::size_t kMaxFormatting = 128;
/// What one byte of the page may cost before the builder is left out, besides what every page may (HtmlLimits); in
/// steps along the stack of open elements. MyHTML keeps every token and every node, so this bounds memory as well.
inline constexpr std::uint64_t kStepsPerByte = 16;
inline constexpr std::uint64_t kStepsPerToken = 64;
inline constexpr std::uint64_t kStepsPerAttribute = 64;
inline constexpr std::uint64_t kStepsPerNode = 192;
/// Every further <html> or <body> is merged into the first, attribute by attribute.
inline constexpr unsigned kMaxRootTags = 16;

/// Decides which tokens the tree builder sees. One per page.
class Guard {
 public:
  /// Borrows both.
  Guard(const HtmlLimits& limits, std::string_view utf8, RawSlices& slices)
      : utf8_(utf8),
        slices_(slices),
        max_depth_(std::max<std::size_t>(limits.max_depth, 8)),
        steps_left_(limits.free_steps + kStepsPerByte * utf8.size()) {}

  /// The text of what came after the page had used up its steps.
  std::string unbuilt() const;

  /// Called by MyHTML with a token before it copies and decodes the token's text. Most of a news page is code that
  /// nobody reads: it is never copied.
  static void* on_raw_token(myhtml_tree_t* tree, myhtml_token_node_t* token, void* context);

  /// Called by MyHTML with a token that is complete, right before the builder would see it.
  static void* on_token(myhtml_tree_t* tree, myhtml_token_node_t* token, void* context);

  /// Called by MyHTML with every node that it puts into the tree, or moves.
  static void on_insert(myhtml_tree_t*, myhtml_tree_node_t* node, void* context);

 private:
  void spend(std::uint64_t steps) { steps_left_ -= std::min(steps, steps_left_); }

  static void limit_attributes(myhtml_token_node_t& token);

  /// A start tag whose text is for browsers alone. JSON-LD is data about the page.
  static bool holds_code(const myhtml_token_node_t& token);

  bool admit(const myhtml_tree_t& tree, const myhtml_token_node_t& token);

  /// Nothing is built from `token` on.
  void stop(const myhtml_token_node_t& token);

  bool admit_start(const myhtml_tree_t& tree, const myhtml_token_node_t& token);

  /// An end tag belongs to the innermost start tag of its name, dropped or not; dropped ones are always innermost.
  bool admit_end(const myhtml_tree_t& tree, const myhtml_token_node_t& token);

  void pop_dropped() {
    --dropped_count_[dropped_.back()];
    dropped_.pop_back();
  }

  /// Elements that the page made up share a slot.
  static std::size_t slot(myhtml_tag_id_t tag) { return std::min<std::size_t>(tag, MyHTML_TAG_LAST_ENTRY); }

  std::string_view utf8_;
  RawSlices& slices_;
  std::size_t max_depth_;
  std::uint64_t steps_left_;
  unsigned root_tags_ = 0;
  bool in_code_ = false;       ///< The last tag began a script or a style sheet.
  bool behind_block_ = false;  ///< The last tag was a block-level element's.
  bool behind_pre_ = false;    ///< The last tag's text may lose its first line end.
  bool leave_out_ = false;     ///< The token at hand is a comment, code, or blank behind a block.
  bool stopped_ = false;       ///< No steps are left: nothing is built from the token at stop_bytes_ on.
  bool stopped_in_code_ = false;
  std::size_t stop_bytes_ = 0;
  std::vector<std::size_t> dropped_;
  std::array<std::uint32_t, MyHTML_TAG_LAST_ENTRY + 1> dropped_count_{};
};

}  // namespace dateline::formats
