// formats/sniff_mail.cpp -- see sniff_mail.h.
#include "formats/sniff_mail.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>

#include "base/strings.h"
#include "formats/mbox.h"

namespace dateline::formats {
namespace {

/// A field that only mails have, by how its value looks.
struct Trace {
  std::string_view name;
  std::string_view holds;  ///< Stands in the value's first line. Empty: anything will do.
};

constexpr std::array<Trace, 18> kTraces = {{{"received", "from "},
                                            {"received", "by "},
                                            {"received-spf", ""},
                                            {"return-path", "<"},
                                            {"delivered-to", "@"},
                                            {"x-original-to", "@"},
                                            {"envelope-to", "@"},
                                            {"message-id", ""},
                                            {"mime-version", "1"},
                                            {"dkim-signature", "="},
                                            {"authentication-results", ""},
                                            {"arc-seal", "="},
                                            {"arc-message-signature", "="},
                                            {"arc-authentication-results", ""},
                                            {"content-transfer-encoding", ""},
                                            {"list-unsubscribe", "<"},
                                            {"list-id", "<"},
                                            {"x-mailer", ""}}};
constexpr std::array<std::string_view, 8> kCommon = {"from", "to",           "subject",  "date",
                                                     "cc",   "content-type", "reply-to", "sender"};

struct Line {
  std::string_view name;
  std::string_view value;
};

/// "Name: value" with a name of RFC 5322, section 2.2: no space in it.
std::optional<Line> field_of(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string_view name = line.substr(0, colon);
  const bool fits = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7F'; });
  return fits ? std::optional<Line>({name, base::trim(line.substr(colon + 1))}) : std::nullopt;
}

/// The number of its trace; nothing for a field that says nothing.
std::optional<std::size_t> trace_of(const Line& field) {
  for (std::size_t i = 0; i < kTraces.size(); ++i) {
    if (base::equals_ignoring_case(field.name, kTraces[i].name) &&
        field.value.find(kTraces[i].holds) != field.value.npos)
      return i;
  }
  return std::nullopt;
}

}  // namespace

bool is_mail(std::string_view text) {
  std::bitset<kTraces.size()> traces;
  std::bitset<kCommon.size()> common;
  if (is_postmark(text.substr(0, text.find('\n')))) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (base::trim(line).empty()) break;
    const bool continues = !first && (line.front() == ' ' || line.front() == '\t');
    const std::optional<Line> field = continues ? std::nullopt : field_of(line);
    const bool cut_off = end == std::string_view::npos;
    if (!continues && !field && !cut_off) return false;
    if (field) {
      if (const auto trace = trace_of(*field)) traces.set(*trace);
      for (std::size_t i = 0; i < kCommon.size(); ++i) {
        if (base::equals_ignoring_case(field->name, kCommon[i])) common.set(i);
      }
    }
    text.remove_prefix(cut_off ? text.size() : end + 1);
  }
  // The longest headers fill the window with traces before they come to who writes.
  const bool names_sender = common.test(0);
  return traces.count() >= 3 || (traces.count() >= 2 && common.any()) ||
         (traces.any() && names_sender && common.count() >= 2);
}

}  // namespace dateline::formats
