// formats/html_tree.h -- an HTML page as a tree, through a WHATWG tree builder (MyHTML today). The one place that knows
// which library parses HTML: see docs/decisions/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dateline::formats {

struct HtmlLimits {
  std::size_t max_bytes = std::size_t{32} << 20;
  /// WHATWG tree builders take time quadratic in the number of open elements, so start tags that would open more than
  /// this are dropped before the builder sees them. No page read by people comes near it.
  std::size_t max_depth = 512;
  /// Names of the attributes to keep, in lower case; empty: all. Most attributes are for scripts and style sheets, and
  /// those that nobody reads need not be decoded. Borrowed for the call.
  std::span<const std::string_view> attributes{};
  /// What every page may cost, whatever its size, in steps of the tree builder (docs/formats/html.md).
  std::uint64_t free_steps = 32'000'000;
};

using NodeIndex = std::uint32_t;
constexpr NodeIndex kNoNode = 0xFFFFFFFF;

enum class NodeKind : std::uint8_t { kDocument, kElement, kText };

/// Element names as numbers, so that walks switch instead of comparing strings. Unknown elements are kOther; their
/// name() still tells.
enum class Tag : std::uint16_t {
  kNone,
  kOther,
  kA,
  kAbbr,
  kAddress,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kCite,
  kCode,
  kDd,
  kDel,
  kDetails,
  kDialog,
  kDiv,
  kDl,
  kDt,
  kEm,
  kEmbed,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kIns,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kMain,
  kMeta,
  kNav,
  kNoscript,
  kObject,
  kOl,
  kOption,
  kP,
  kPicture,
  kPre,
  kQ,
  kS,
  kScript,
  kSection,
  kSelect,
  kSmall,
  kSource,
  kSpan,
  kStrike,
  kStrong,
  kStyle,
  kSub,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kU,
  kUl,
  kVideo,
};

struct HtmlAttribute {
  std::string_view name;   ///< Lower case.
  std::string_view value;  ///< References decoded; may be empty.
};

/// A node of a flat tree in document order: the subtree of node i is [i, i + size).
struct HtmlNode {
  NodeKind kind = NodeKind::kElement;
  Tag tag = Tag::kNone;
  NodeIndex parent = kNoNode;
  NodeIndex subtree_end = 0;  ///< One past the last descendant.
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  std::string_view text;  ///< Of a text node; of an element, its name.
};

/// The tree, as one array in document order, built once and walked by index. Comments, doctypes and the text of scripts
/// and style sheets are left out, but for JSON-LD. So is white space that stands alone behind the tag of a block-level
/// element, where it parts nothing.
///
/// Ownership: owns all text that its nodes show. Threads: immutable after parse(); any number may read.
class HtmlTree {
 public:
  /// `utf8` must be well-formed UTF-8. Any such text parses; the result has at least html, head and body.
  ///
  /// Errors: kTooLarge past `limits.max_bytes`.
  static base::Result<HtmlTree> parse(std::string_view utf8, const HtmlLimits& limits = {});

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlNode& node(NodeIndex index) const { return nodes_[index]; }

  /// The attribute's value; empty view (data() == nullptr) when the node has none of that name.
  std::string_view attribute(NodeIndex index, std::string_view name) const;
  bool has_attribute(NodeIndex index, std::string_view name) const;
  std::size_t attribute_count(NodeIndex index) const { return nodes_[index].attribute_count; }
  HtmlAttribute attribute_at(NodeIndex index, std::size_t which) const;

  NodeIndex first_child(NodeIndex index) const;   ///< kNoNode when there is none.
  NodeIndex next_sibling(NodeIndex index) const;  ///< kNoNode when there is none.

  /// The text node of the body, its last child, that holds the text of all that was not built because the page had used
  /// up its steps, a space for each tag; kNoNode for all other pages.
  NodeIndex unbuilt() const { return unbuilt_; }

  /// All text below `index` (script and style left out), white space collapsed.
  std::string text_below(NodeIndex index) const;

 private:
  HtmlTree();
  struct Storage;
  std::unique_ptr<Storage> storage_;
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
  NodeIndex unbuilt_ = kNoNode;
};

/// The charset that the first 1024 bytes of a page declare in a meta element (WHATWG HTML, section 13.2.3.2), or empty.
std::string declared_charset(std::string_view bytes);

}  // namespace dateline::formats
