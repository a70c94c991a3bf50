#include "extract/page_headline.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/strings.h"
#include "extract/html_text.h"
#include "extract/page_text.h"

namespace dateline::extract {
namespace {

// How far each source is to be trusted. Found on the development pages; what matters is the order: a lone main heading
// before what machines are told, and that before cut-up titles.
constexpr double kLoneHeading = 4.2;
constexpr double kOneOfHeadings = 1.4;
constexpr double kBareHeading = 1.0;
constexpr double kLd = 2.0;
constexpr double kOpenGraph = 2.0;
constexpr double kTwitter = 1.0;
constexpr double kTitle = 0.6;
constexpr double kTitlePart = 1.1;
constexpr double kPlace = 1.3;
constexpr double kProperty = 3.5;
constexpr double kTitleLine = 1.6;

constexpr std::size_t kMaxHeadlineBytes = 400;
constexpr int kMostEqualHeadings = 4;  // What stands over more than that is over nothing.

constexpr std::array<std::string_view, 11> kSeparators{" | ", " - ", " – ", " — ", " :: ", " » ",
                                                       " « ", " · ", " • ", " / ", "|"};

struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The parts of `title` between separators.
std::vector<Part> parts_of(std::string_view title) {
  std::vector<Part> parts;
  std::size_t from = 0;
  // Each separator begins with one of these.
  for (std::size_t at = 0; (at = title.find_first_of(" |", at)) != std::string_view::npos;) {
    std::size_t width = 0;
    for (std::string_view separator : kSeparators) {
      if (title.substr(at).starts_with(separator)) {
        width = separator.size();
        break;
      }
    }
    // "Wirtschaft: Die Lage" is one title, "Seite : Titel" is two parts.
    if (width == 0 && title.substr(at).starts_with(" : ")) width = 3;
    if (width == 0) {
      ++at;
      continue;
    }
    if (at > from) parts.push_back({from, at});
    at += width;
    from = at;
  }
  if (from < title.size()) parts.push_back({from, title.size()});
  return parts;
}

class Votes {
 public:
  explicit Votes(std::vector<std::string> site_names) : site_names_(std::move(site_names)) {}

  void add(std::string_view text, double weight, bool whole = true) {
    text = base::trim(text);
    if (text.empty() || text.size() > kMaxHeadlineBytes) return;
    std::string letters = letters_of(text);
    if (letters.empty() || std::find(site_names_.begin(), site_names_.end(), letters) != site_names_.end()) return;
    for (Candidate& candidate : candidates_) {
      if (candidate.letters == letters) {
        candidate.weight += weight;
        candidate.whole_weight += whole ? weight : 0;
        return;
      }
    }
    candidates_.push_back({std::string(text), std::move(letters), weight, whole ? weight : 0});
  }

  // Only strengthens what somebody else has named.
  void second(std::string_view text, double weight) {
    const std::string letters = letters_of(text);
    for (Candidate& candidate : candidates_) {
      if (candidate.letters == letters && !candidate.seconded) {
        candidate.weight += weight;
        candidate.seconded = true;
        candidate.text = text;  // As the reader sees it.
      }
    }
  }

  // A title and, less, what is left of it without its last, its first, or all but its longest part.
  void add_title(std::string_view title, double whole, double part) {
    add(title, whole);
    const std::vector<Part> parts = parts_of(title);
    if (parts.size() < 2) return;
    add(title.substr(0, parts[parts.size() - 2].end), part, false);
    add(title.substr(0, parts.front().end), part * 0.6, false);
    add(title.substr(parts[1].begin), part * 0.6, false);
    const Part longest = *std::max_element(
        parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.end - a.begin < b.end - b.begin; });
    add(title.substr(longest.begin, longest.end - longest.begin), part * 0.3, false);
  }

  std::string winner() const {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : candidates_) {
      if (best == nullptr || candidate.weight > best->weight) best = &candidate;
    }
    if (best == nullptr) return {};
    // A heading with a kicker in front ("Vellmar Basin to close") gives way to the same words that others put alone; a
    // title cut up by us is no such support.
    constexpr double kWellSupported = 2.6;
    constexpr double kSomebodysOwn = 1.8;
    for (const Candidate& candidate : candidates_) {
      if (candidate.weight >= kWellSupported && candidate.whole_weight >= kSomebodysOwn &&
          candidate.letters.size() < best->letters.size() && candidate.letters.size() * 2 > best->letters.size() &&
          best->letters.ends_with(candidate.letters)) {
        return candidate.text;
      }
    }
    return without_site(best->text);
  }

 private:
  // "Basin closes | Messenger" without what is the site's name.
  std::string without_site(const std::string& text) const {
    const std::vector<Part> parts = parts_of(text);
    if (parts.size() < 2) return text;
    const std::string end = letters_of(std::string_view(text).substr(parts.back().begin));
    const bool is_site = std::find(site_names_.begin(), site_names_.end(), end) != site_names_.end();
    return is_site ? std::string(base::trim(std::string_view(text).substr(0, parts[parts.size() - 2].end))) : text;
  }

  struct Candidate {
    std::string text;
    std::string letters;
    double weight = 0;
    double whole_weight = 0;  // Of sources that say just this.
    bool seconded = false;
  };
  std::vector<std::string> site_names_;
  std::vector<Candidate> candidates_;
};

// Pages without main headings: a line of the page that the title begins or ends with, and that is most of it.
void add_title_lines(const PageBlocks& page, std::string_view title, Votes& votes) {
  const std::string title_letters = letters_of(title);
  for (const Block& block : page.blocks) {
    if (block.features.words < 3 || block.text.size() > kMaxHeadlineBytes || block.text.size() > title.size() + 8)
      continue;
    if (block.link_share() > 0.5 || (block.hints & (kHintNavigation | kHintFooter | kHintRelated)) != 0) continue;
    const std::string letters = letters_of(block.text);
    if (letters.size() * 5 < title_letters.size() * 2) continue;
    if (!title_letters.starts_with(letters) && !title_letters.ends_with(letters)) continue;
    votes.add(block.text, kTitleLine);
    return;
  }
}

// What follows scheme and host of an address that has them, else all of it.
std::string_view path_of(std::string_view reference) {
  const std::size_t scheme = reference.find("://");
  if (scheme == std::string_view::npos) return reference;
  const std::size_t slash = reference.find('/', scheme + 3);
  return slash == std::string_view::npos ? std::string_view("/") : reference.substr(slash);
}

bool leads_to_front_page(std::string_view reference) {
  const std::string_view path = path_of(base::trim(reference));
  return path == "/" || path == "./" || path == "/index.html" || path == "/index.php" || path == "index.html" ||
         path == "index.php";
}

// "Harbour Messenger" and "harbour-messenger.example": the host's name, with and without its last label.
void add_host(std::string_view uri, std::vector<std::string>& site_names) {
  const std::size_t scheme = uri.find("://");
  if (scheme == std::string_view::npos) return;
  std::string_view host = uri.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/:?#"));
  if (base::starts_with_ignoring_case(host, "www.")) host.remove_prefix(4);
  site_names.push_back(letters_of(host));
  site_names.push_back(letters_of(host.substr(0, host.rfind('.'))));
}

bool is_beside_headline(const formats::HtmlTree& tree, formats::NodeIndex index) {
  constexpr std::array<std::string_view, 11> kWords{"kicker",   "roofline",    "dachzeile",      "overline",
                                                    "topline",  "topic-label", "eyebrow",        "subtitle",
                                                    "subtitel", "sr-only",     "visually-hidden"};
  const formats::HtmlNode& node = tree.node(index);
  if (node.tag == formats::Tag::kSmall || node.text == "rt" || node.text == "rp") return true;
  const std::string_view classes = tree.attribute(index, "class");
  return std::any_of(kWords.begin(), kWords.end(),
                     [classes](std::string_view word) { return base::contains_ignoring_case(classes, word); });
}

// The text of a heading without what content systems put into it beside the headline: kickers, subtitles, words for
// screen readers, the readings of ideographs. All of it where that leaves nothing.
std::string heading_text(const formats::HtmlTree& tree, formats::NodeIndex heading) {
  std::string text;
  for (formats::NodeIndex i = heading + 1; i < tree.node(heading).subtree_end;) {
    const formats::HtmlNode& node = tree.node(i);
    if (node.kind == formats::NodeKind::kElement && is_beside_headline(tree, i)) {
      i = node.subtree_end;
      continue;
    }
    if (node.kind == formats::NodeKind::kText) text += node.text;
    if (node.tag == formats::Tag::kBr) text += ' ';
    ++i;
  }
  text = base::collapse_whitespace(text);
  return text.empty() ? tree.text_below(heading) : text;
}

struct Heading {
  std::string text;
  std::string letters;
  int times = 0;
};

// The main headings, those that say the same as one.
std::vector<Heading> headings_of(const formats::HtmlTree& tree, const PageHead& head) {
  std::vector<Heading> headings;
  std::unordered_map<std::string, std::size_t> places;
  for (const formats::NodeIndex node : head.main_headings) {
    std::string text = heading_text(tree, node);
    std::string letters = letters_of(text);
    const std::size_t place = places.try_emplace(letters, headings.size()).first->second;
    if (place == headings.size()) headings.push_back({std::move(text), std::move(letters)});
    ++headings[place].times;
  }
  return headings;
}

std::string clean(std::string_view text) {
  return base::collapse_whitespace(plain_text(text));
}

}  // namespace

std::string_view title_suffix(std::string_view title) {
  const std::vector<Part> parts = parts_of(title);
  if (parts.size() < 2) return {};
  return base::trim(title.substr(parts.back().begin, parts.back().end - parts.back().begin));
}

std::string choose_headline(const formats::HtmlTree& tree, const PageHead& head, const LdArticle* ld,
                            const PageBlocks& page) {
  std::vector<std::string> site_names{letters_of(clean(head.meta("og:site_name")))};
  if (ld != nullptr) site_names.push_back(letters_of(ld->publisher));
  add_host(head.canonical, site_names);
  add_host(head.meta("og:url"), site_names);
  // A main heading that links to the front page is the site's masthead.
  for (const formats::NodeIndex heading : head.main_headings) {
    for (formats::NodeIndex i = heading; i < tree.node(heading).subtree_end; ++i) {
      if (tree.node(i).tag == formats::Tag::kA && leads_to_front_page(tree.attribute(i, "href")))
        site_names.push_back(letters_of(tree.text_below(heading)));
    }
  }
  const std::string title_end = letters_of(title_suffix(head.title));
  const std::string told = letters_of(head.title) + ' ' + letters_of(head.meta("og:title"));
  Votes votes(std::move(site_names));
  for (const Heading& heading : headings_of(tree, head)) {
    double weight = head.main_headings.size() == 1 ? kLoneHeading : kOneOfHeadings * heading.times;
    // The site's name, or one word for its section ("News", "Details") that no title of the page speaks of.
    const bool is_word = base::split_words(heading.text).size() == 1;
    const bool is_bare = is_word && told.find(heading.letters) == std::string::npos;
    if (heading.letters == title_end || is_bare || heading.times > kMostEqualHeadings) weight = kBareHeading;
    votes.add(heading.text, weight);
  }
  if (ld != nullptr && ld->rank >= 2) votes.add(ld->headline, kLd);
  votes.add_title(clean(head.meta("og:title")), kOpenGraph * 0.9, kOpenGraph * 0.6);
  votes.add_title(clean(head.meta("twitter:title")), kTwitter * 0.9, kTwitter * 0.6);
  votes.add_title(head.title, kTitle, kTitlePart);
  for (const auto& [property, node] : head.properties) {
    if (property == "headline") votes.add(heading_text(tree, node), kProperty);
  }
  add_title_lines(page, head.title, votes);
  for (const formats::NodeIndex place : head.headline_places) votes.second(tree.text_below(place), kPlace);
  return votes.winner();
}

}  // namespace dateline::extract
