#include "extract/element_hints.h"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/embedded.h"
#include "base/strings.h"

DATELINE_EMBEDDED(hints_data, element_hints_tsv)

namespace dateline::extract {
namespace {

using formats::Tag;

// Words that take a hint back: "hidden-xs" is hidden on small screens alone.
constexpr Hints kNotHidden = 1u << 30;
constexpr Hints kNotAside = 1u << 31;
// Is the article, rather than something that holds content.
constexpr Hints kNamesArticle = 1u << 29;

// What a class attribute says besides about something that is the article.
constexpr Hints kLesserHints = kHintMeta | kHintAdvert | kHintShare | kHintAuthorBox | kHintForm | kHintPaywall;

constexpr std::array<std::pair<std::string_view, Hints>, 24> kNames{{
    {"navigation", kHintNavigation},
    {"footer", kHintFooter},
    {"aside", kHintAside},
    {"related", kHintRelated},
    {"share", kHintShare},
    {"comments", kHintComments},
    {"advert", kHintAdvert},
    {"newsletter", kHintNewsletter},
    {"consent", kHintConsent},
    {"paywall", kHintPaywall},
    {"meta", kHintMeta},
    {"caption", kHintCaption},
    {"author_box", kHintAuthorBox},
    {"form", kHintForm},
    {"hidden", kHintHidden},
    {"pull_quote", kHintQuotation},
    {"lead", kHintLead},
    {"body", kHintBody},
    {"article", kHintArticle | kNamesArticle},
    {"container", kHintArticle},
    {"header", kHintHeader},
    {"headline", kHintHeadline},
    {"not_hidden", kNotHidden},
    {"not_aside", kNotAside},
}};

Hints hint_from_name(std::string_view name) {
  for (const auto& [known, hint] : kNames) {
    if (known == name) return hint;
  }
  return kNoHint;
}

// Aho and Corasick's automaton over 28 letters: a to z, '0' for digits, '-' for all else (CACM 18(6), 1975).
class Automaton {
 public:
  Automaton() {
    states_.emplace_back();
    for (std::string_view line : base::split(hints_data(), '\n')) {
      const std::size_t tab = line.find('\t');
      if (line.empty() || line[0] == '#' || tab == std::string_view::npos) continue;
      add(line.substr(tab + 1), hint_from_name(line.substr(0, tab)));
    }
    connect();
  }

  // The hints of every word of a class attribute by itself, put together.
  Hints run(std::string_view words) const {
    Hints all = kNoHint;
    Hints hints = kNoHint;
    std::size_t state = states_[0].next[kBorder];
    char before = ' ';
    for (char c : words) {
      if (base::is_ascii_space(c)) {
        step(state, kBorder, hints);
        all |= of_one_word(hints);
        hints = kNoHint;
        state = states_[0].next[kBorder];
      } else {
        // The border inside "articleBody"; two in a row, as in "article__body", are one.
        if (base::is_ascii_upper(c) && base::is_ascii_lower(before)) state = step(state, kBorder, hints);
        const std::size_t by = symbol(c);
        if (by != kBorder || symbol(before) != kBorder) state = step(state, by, hints);
      }
      before = c;
    }
    step(state, kBorder, hints);
    return all | of_one_word(hints);
  }

 private:
  static constexpr std::size_t kBorder = 27;
  static constexpr std::size_t kSymbols = 28;

  struct State {
    std::array<std::uint16_t, kSymbols> next{};
    Hints hints = kNoHint;
  };

  static Hints of_one_word(Hints hints) {
    if ((hints & kNotHidden) != 0) hints &= ~kHintHidden;
    if ((hints & kNotAside) != 0) hints &= ~kHintAside;
    // "post-author" is about the post, not the post.
    if ((hints & kLesserHints) != 0) hints &= ~(kHintArticle | kNamesArticle);
    return hints & ~(kNotHidden | kNotAside);
  }

  static std::size_t symbol(char c) {
    const char lower = base::to_ascii_lower(c);
    if (base::is_ascii_lower(lower)) return static_cast<std::size_t>(lower - 'a');
    return base::is_ascii_digit(c) ? 26 : kBorder;
  }

  std::size_t step(std::size_t state, std::size_t by, Hints& hints) const {
    const std::size_t next = states_[state].next[by];
    hints |= states_[next].hints;
    return next;
  }

  void add(std::string_view pattern, Hints hints) {
    std::size_t state = 0;
    for (char c : pattern) {
      const std::size_t by = symbol(c);
      if (states_[state].next[by] == 0) {
        states_[state].next[by] = static_cast<std::uint16_t>(states_.size());
        states_.emplace_back();
      }
      state = states_[state].next[by];
    }
    states_[state].hints |= hints;
  }

  void connect() {
    std::vector<std::uint16_t> fail(states_.size(), 0);
    std::vector<std::uint16_t> queue;
    for (std::uint16_t child : states_[0].next) {
      if (child != 0) queue.push_back(child);
    }
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const std::uint16_t state = queue[at];
      states_[state].hints |= states_[fail[state]].hints;
      for (std::size_t by = 0; by < kSymbols; ++by) {
        const std::uint16_t child = states_[state].next[by];
        const std::uint16_t other = states_[fail[state]].next[by];
        if (child == 0) {
          states_[state].next[by] = other;
        } else {
          fail[child] = other;
          queue.push_back(child);
        }
      }
    }
  }

  std::vector<State> states_;
};

Hints hints_of_tag(Tag tag) {
  switch (tag) {
    case Tag::kNav:
      return kHintNavigation;
    case Tag::kFooter:
      return kHintFooter;
    case Tag::kAside:
      return kHintAside;
    case Tag::kForm:
    case Tag::kFieldset:
    case Tag::kLabel:
    case Tag::kLegend:
    case Tag::kButton:
      return kHintForm;
    case Tag::kDialog:
      return kHintConsent;
    case Tag::kFigcaption:
    case Tag::kFigure:
    case Tag::kCaption:
      return kHintCaption;
    case Tag::kTime:
    case Tag::kAddress:
      return kHintMeta;
    case Tag::kHeader:
      return kHintHeader;
    case Tag::kArticle:
    case Tag::kMain:
      return kHintArticle;
    default:
      return kNoHint;
  }
}

bool is_heading(Tag tag) {
  return tag == Tag::kH1 || tag == Tag::kH2 || tag == Tag::kH3 || tag == Tag::kH4 || tag == Tag::kH5 || tag == Tag::kH6;
}

}  // namespace

bool is_hidden(const formats::HtmlTree& tree, formats::NodeIndex index) {
  if (tree.has_attribute(index, "hidden")) return true;
  const std::string_view style = tree.attribute(index, "style");
  if (style.empty()) return false;
  for (std::size_t at = style.find("display"); at != std::string_view::npos; at = style.find("display", at + 7)) {
    std::size_t value = at + 7;
    while (value < style.size() && (style[value] == ' ' || style[value] == ':')) ++value;
    if (style.substr(value).starts_with("none")) return true;
  }
  return false;
}

namespace {

Hints named_hints(std::string_view words) {
  static const Automaton automaton;
  return automaton.run(words);
}

}  // namespace

Hints hints_of_words(std::string_view words) {
  return named_hints(words) & ~kNamesArticle;
}

Hints hints_of(const formats::HtmlTree& tree, formats::NodeIndex index) {
  const formats::HtmlNode& node = tree.node(index);
  Hints hints = hints_of_tag(node.tag);
  if (node.attribute_count == 0) return hints;
  for (std::size_t i = 0; i < tree.attribute_count(index); ++i) {
    const formats::HtmlAttribute attribute = tree.attribute_at(index, i);
    const std::string_view name = attribute.name;
    // The id of a heading is made of its words.
    if (name == "class" || (name == "id" && !is_heading(node.tag)) || name == "role" || name == "itemprop")
      hints |= named_hints(attribute.value);
  }
  if (is_hidden(tree, index)) hints |= kHintHidden;
  // What says that it is the text of the article is believed against lesser words ("post-content widget"); what says
  // that it is an article is so against the words that blogs add about it ("hentry post tag-weather category-news").
  if ((hints & kHintBody) != 0)
    hints &= kHintBody | kHintArticle | kNamesArticle | kHintComments | kHintHidden | kHintLead | kHintHeader;
  if (node.tag == Tag::kArticle || node.tag == Tag::kMain || (hints & kNamesArticle) != 0) {
    hints &= ~kLesserHints;
  }
  return hints & ~kNamesArticle;
}

std::vector<std::string> names_of_hints(Hints hints) {
  std::vector<std::string> names;
  for (const auto& [name, hint] : kNames) {
    // A container is believed to hold the article; what was said of it there is "article" here.
    if ((hints & hint) != 0 && name != "container") names.emplace_back(name);
  }
  return names;
}

}  // namespace dateline::extract
