// formats/html_tags_myhtml.cpp -- see html_tags_myhtml.h.
#include "formats/html_tags_myhtml.h"

#include <array>

namespace dateline::formats {
namespace {

struct Pair {
  unsigned theirs;
  Tag ours;
};

constexpr Pair kPairs[] = {
    {MyHTML_TAG_A, Tag::kA},
    {MyHTML_TAG_ABBR, Tag::kAbbr},
    {MyHTML_TAG_ADDRESS, Tag::kAddress},
    {MyHTML_TAG_ARTICLE, Tag::kArticle},
    {MyHTML_TAG_ASIDE, Tag::kAside},
    {MyHTML_TAG_AUDIO, Tag::kAudio},
    {MyHTML_TAG_B, Tag::kB},
    {MyHTML_TAG_BLOCKQUOTE, Tag::kBlockquote},
    {MyHTML_TAG_BODY, Tag::kBody},
    {MyHTML_TAG_BR, Tag::kBr},
    {MyHTML_TAG_BUTTON, Tag::kButton},
    {MyHTML_TAG_CANVAS, Tag::kCanvas},
    {MyHTML_TAG_CAPTION, Tag::kCaption},
    {MyHTML_TAG_CENTER, Tag::kCenter},
    {MyHTML_TAG_CITE, Tag::kCite},
    {MyHTML_TAG_CODE, Tag::kCode},
    {MyHTML_TAG_DD, Tag::kDd},
    {MyHTML_TAG_DEL, Tag::kDel},
    {MyHTML_TAG_DETAILS, Tag::kDetails},
    {MyHTML_TAG_DIALOG, Tag::kDialog},
    {MyHTML_TAG_DIV, Tag::kDiv},
    {MyHTML_TAG_DL, Tag::kDl},
    {MyHTML_TAG_DT, Tag::kDt},
    {MyHTML_TAG_EM, Tag::kEm},
    {MyHTML_TAG_EMBED, Tag::kEmbed},
    {MyHTML_TAG_FIELDSET, Tag::kFieldset},
    {MyHTML_TAG_FIGCAPTION, Tag::kFigcaption},
    {MyHTML_TAG_FIGURE, Tag::kFigure},
    {MyHTML_TAG_FONT, Tag::kFont},
    {MyHTML_TAG_FOOTER, Tag::kFooter},
    {MyHTML_TAG_FORM, Tag::kForm},
    {MyHTML_TAG_H1, Tag::kH1},
    {MyHTML_TAG_H2, Tag::kH2},
    {MyHTML_TAG_H3, Tag::kH3},
    {MyHTML_TAG_H4, Tag::kH4},
    {MyHTML_TAG_H5, Tag::kH5},
    {MyHTML_TAG_H6, Tag::kH6},
    {MyHTML_TAG_HEAD, Tag::kHead},
    {MyHTML_TAG_HEADER, Tag::kHeader},
    {MyHTML_TAG_HR, Tag::kHr},
    {MyHTML_TAG_HTML, Tag::kHtml},
    {MyHTML_TAG_I, Tag::kI},
    {MyHTML_TAG_IFRAME, Tag::kIframe},
    {MyHTML_TAG_IMG, Tag::kImg},
    {MyHTML_TAG_INPUT, Tag::kInput},
    {MyHTML_TAG_INS, Tag::kIns},
    {MyHTML_TAG_LABEL, Tag::kLabel},
    {MyHTML_TAG_LEGEND, Tag::kLegend},
    {MyHTML_TAG_LI, Tag::kLi},
    {MyHTML_TAG_LINK, Tag::kLink},
    {MyHTML_TAG_MAIN, Tag::kMain},
    {MyHTML_TAG_META, Tag::kMeta},
    {MyHTML_TAG_NAV, Tag::kNav},
    {MyHTML_TAG_NOSCRIPT, Tag::kNoscript},
    {MyHTML_TAG_OBJECT, Tag::kObject},
    {MyHTML_TAG_OL, Tag::kOl},
    {MyHTML_TAG_OPTION, Tag::kOption},
    {MyHTML_TAG_P, Tag::kP},
    {MyHTML_TAG_PRE, Tag::kPre},
    {MyHTML_TAG_Q, Tag::kQ},
    {MyHTML_TAG_S, Tag::kS},
    {MyHTML_TAG_SCRIPT, Tag::kScript},
    {MyHTML_TAG_SECTION, Tag::kSection},
    {MyHTML_TAG_SELECT, Tag::kSelect},
    {MyHTML_TAG_SMALL, Tag::kSmall},
    {MyHTML_TAG_SOURCE, Tag::kSource},
    {MyHTML_TAG_SPAN, Tag::kSpan},
    {MyHTML_TAG_STRIKE, Tag::kStrike},
    {MyHTML_TAG_STRONG, Tag::kStrong},
    {MyHTML_TAG_STYLE, Tag::kStyle},
    {MyHTML_TAG_SUB, Tag::kSub},
    {MyHTML_TAG_SUMMARY, Tag::kSummary},
    {MyHTML_TAG_SUP, Tag::kSup},
    {MyHTML_TAG_SVG, Tag::kSvg},
    {MyHTML_TAG_TABLE, Tag::kTable},
    {MyHTML_TAG_TBODY, Tag::kTbody},
    {MyHTML_TAG_TD, Tag::kTd},
    {MyHTML_TAG_TEMPLATE, Tag::kTemplate},
    {MyHTML_TAG_TEXTAREA, Tag::kTextarea},
    {MyHTML_TAG_TFOOT, Tag::kTfoot},
    {MyHTML_TAG_TH, Tag::kTh},
    {MyHTML_TAG_THEAD, Tag::kThead},
    {MyHTML_TAG_TIME, Tag::kTime},
    {MyHTML_TAG_TITLE, Tag::kTitle},
    {MyHTML_TAG_TR, Tag::kTr},
    {MyHTML_TAG_U, Tag::kU},
    {MyHTML_TAG_UL, Tag::kUl},
    {MyHTML_TAG_VIDEO, Tag::kVideo},
};

constexpr std::array<Tag, MyHTML_TAG_LAST_ENTRY> make_table() {
  std::array<Tag, MyHTML_TAG_LAST_ENTRY> table{};
  for (Tag& tag : table) tag = Tag::kOther;
  for (const Pair& pair : kPairs) table[pair.theirs] = pair.ours;
  return table;
}
constexpr std::array<Tag, MyHTML_TAG_LAST_ENTRY> kTags = make_table();

}  // namespace

Tag tag_of(const myhtml_tree_node_t& node, std::string_view name) {
  // <picture> is younger than MyHTML.
  if (node.tag_id >= kTags.size()) {
    return name == "picture" && node.ns == MyHTML_NAMESPACE_HTML ? Tag::kPicture : Tag::kOther;
  }
  const Tag tag = kTags[node.tag_id];
  if (node.ns == MyHTML_NAMESPACE_HTML) return tag;
  return tag == Tag::kSvg || tag == Tag::kScript || tag == Tag::kStyle ? tag : Tag::kOther;
}

bool is_formatting(myhtml_tag_id_t tag) {
  switch (tag) {
    case MyHTML_TAG_A:
    case MyHTML_TAG_B:
    case MyHTML_TAG_BIG:
    case MyHTML_TAG_CODE:
    case MyHTML_TAG_EM:
    case MyHTML_TAG_FONT:
    case MyHTML_TAG_I:
    case MyHTML_TAG_NOBR:
    case MyHTML_TAG_S:
    case MyHTML_TAG_SMALL:
    case MyHTML_TAG_STRIKE:
    case MyHTML_TAG_STRONG:
    case MyHTML_TAG_TT:
    case MyHTML_TAG_U:
      return true;
    default:
      return false;
  }
}

bool is_block(myhtml_tag_id_t tag) {
  switch (tag) {
    case MyHTML_TAG_ADDRESS:
    case MyHTML_TAG_ARTICLE:
    case MyHTML_TAG_ASIDE:
    case MyHTML_TAG_BLOCKQUOTE:
    case MyHTML_TAG_BODY:
    case MyHTML_TAG_BR:
    case MyHTML_TAG_CENTER:
    case MyHTML_TAG_DD:
    case MyHTML_TAG_DIV:
    case MyHTML_TAG_DL:
    case MyHTML_TAG_DT:
    case MyHTML_TAG_FIELDSET:
    case MyHTML_TAG_FIGCAPTION:
    case MyHTML_TAG_FIGURE:
    case MyHTML_TAG_FOOTER:
    case MyHTML_TAG_FORM:
    case MyHTML_TAG_H1:
    case MyHTML_TAG_H2:
    case MyHTML_TAG_H3:
    case MyHTML_TAG_H4:
    case MyHTML_TAG_H5:
    case MyHTML_TAG_H6:
    case MyHTML_TAG_HEAD:
    case MyHTML_TAG_HEADER:
    case MyHTML_TAG_HR:
    case MyHTML_TAG_HTML:
    case MyHTML_TAG_LI:
    case MyHTML_TAG_MAIN:
    case MyHTML_TAG_NAV:
    case MyHTML_TAG_OL:
    case MyHTML_TAG_OPTION:
    case MyHTML_TAG_P:
    case MyHTML_TAG_SECTION:
    case MyHTML_TAG_TABLE:
    case MyHTML_TAG_TBODY:
    case MyHTML_TAG_TD:
    case MyHTML_TAG_TFOOT:
    case MyHTML_TAG_TH:
    case MyHTML_TAG_THEAD:
    case MyHTML_TAG_TITLE:
    case MyHTML_TAG_TR:
    case MyHTML_TAG_UL:
      return true;
    default:
      return false;
  }
}

bool stays_flat(myhtml_tag_id_t tag) {
  switch (tag) {
    case MyHTML_TAG_AREA:
    case MyHTML_TAG_BASE:
    case MyHTML_TAG_BR:
    case MyHTML_TAG_COL:
    case MyHTML_TAG_EMBED:
    case MyHTML_TAG_HR:
    case MyHTML_TAG_IFRAME:
    case MyHTML_TAG_IMAGE:
    case MyHTML_TAG_IMG:
    case MyHTML_TAG_INPUT:
    case MyHTML_TAG_LINK:
    case MyHTML_TAG_META:
    case MyHTML_TAG_NOEMBED:
    case MyHTML_TAG_NOFRAMES:
    case MyHTML_TAG_PARAM:
    case MyHTML_TAG_SCRIPT:
    case MyHTML_TAG_SOURCE:
    case MyHTML_TAG_STYLE:
    case MyHTML_TAG_TEXTAREA:
    case MyHTML_TAG_TITLE:
    case MyHTML_TAG_TRACK:
    case MyHTML_TAG_WBR:
    case MyHTML_TAG_XMP:
      return true;
    default:
      return false;
  }
}

}  // namespace dateline::formats
