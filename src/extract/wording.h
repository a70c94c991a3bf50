// extract/wording.h -- what the furniture around reports says, in any language: "Also Read", "Subscribe now", "We use
// cookies". The phrases are data (furniture.tsv), so that anybody can add one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// Kinds of furniture, as bits, because one line may speak of several.
enum Wording : std::uint32_t {
  kNoWording = 0,
  kPaywall = 1u << 0,     ///< The rest is withheld: "Subscribe to read the full story".
  kOffer = 1u << 1,       ///< Plans, donations, things for sale.
  kAccount = 1u << 2,     ///< Logging in, registering, form fields.
  kCookie = 1u << 3,      ///< Cookies and consent.
  kBrowser = 1u << 4,     ///< What the reader's browser cannot do.
  kNewsletter = 1u << 5,  ///< Newsletters and alerts.
  kShare = 1u << 6,       ///< Sharing and following.
  kTool = 1u << 7,        ///< Printing, enlarging, navigating.
  kRelated = 1u << 8,     ///< The label of links to other reports: "Also Read".
  kComments = 1u << 9,    ///< Where readers' comments begin, or belongs to their form.
  kRights = 1u << 10,     ///< Copyright and licence.
  kLegal = 1u << 11,      ///< Terms, privacy, imprint.
  kAdvert = 1u << 12,     ///< "Advertisement".
  kContact = 1u << 13,    ///< Who wrote, edited or can be reached.
  kMedia = 1u << 14,      ///< The credit of a picture.
};
using Wordings = std::uint32_t;
constexpr std::size_t kWordings = 15;

/// Kinds found as whole line or start of line, and kinds found anywhere in it.
struct WordingHits {
  Wordings whole = kNoWording;  ///< The line is nothing else.
  Wordings start = kNoWording;  ///< The line begins with it.
  Wordings any = kNoWording;    ///< At the start of some word.
  Wordings all() const { return whole | start | any; }
};

/// What `line` says. Linear in its length; any bytes. Phrases are matched without regard to case.
WordingHits wording_of(std::string_view line);

/// "cookie", "related": the kinds by their names in furniture.tsv.
std::vector<std::string> names_of_wordings(Wordings wordings);

/// `text` in lower case (Latin, Greek, Cyrillic), typographic apostrophes made plain, no-break spaces made spaces;
/// diacritics stay. For comparing with word lists that are written so. Much cheaper than text::fold.
std::string lower_case(std::string_view text);

}  // namespace dateline::extract
