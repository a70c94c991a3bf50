// extract/wire_copy.h -- what agencies write around a report for editors: notes, corrections, credits, slugs, ends.
// The phrases are data (wire_copy.tsv), so that anybody can add one; the shapes (trailers, desk lines) are rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

enum class WireLine {
  kNone,        ///< Of the report, or unknown.
  kNote,        ///< To editors: "(Adds details, background)", "Eds: With AP Photos.", "1st Ld-Writethru".
  kCorrection,  ///< What was wrong: "(Corrects spelling of name in paragraph 3)", "This story was corrected to show …".
  kCredit,      ///< Who worked on it: "(Reporting by …; Editing by …)", "dpa abc xy n1".
  kSlug,        ///< "BC-US--Storm, 1st Ld", "URGENT".
  kEnd,         ///< Nothing of the report comes after it: "-0-", "(END)", "AP-NY-11-02-13 1405EST".
  kCopyright,  ///< "Copyright 2013 The Associated Press. All rights reserved."
  kSeparator,  ///< "___", "* * *": nothing but marks.
};

/// What `line` of wire copy is. Pure; any bytes; linear in its length.
WireLine wire_line_kind(std::string_view line);

/// The reporters that a credit line names: "(Reporting by Jane Roe in Tokyo; Editing by John Doe)" as
/// parse_contact_line() reads it, and those who wrote or compiled a report where no reporter is named: "(Writing by
/// Jane Roe)". Editors and those who reported in addition are not among them.
std::vector<std::string> credited_reporters(std::string_view line);

}  // namespace dateline::extract
