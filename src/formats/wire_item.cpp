// formats/wire_item.cpp -- see wire_item.h.
#include "formats/wire_item.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "formats/wire_parts.h"
#include "formats/wire_words.h"

namespace dateline::formats {
namespace {

/// What ANPA's category letters stand for. (IPTC's are each agency's own and stay as they are.)
struct Category {
  char letter;
  std::string_view name;
};
constexpr Category kCategories[] = {
    {'a', "national"},  {'b', "special events"}, {'c', "features"}, {'d', "food"},       {'e', "entertainment"},
    {'f', "financial"}, {'i', "international"},  {'j', "lottery"},  {'k', "commentary"}, {'l', "lifestyle"},
    {'n', "state"},     {'o', "weather"},        {'p', "politics"}, {'q', "scores"},     {'r', "racing"},
    {'s', "sports"},    {'t', "travel"},         {'v', "advisory"}, {'w', "Washington"},
};

/// The post of a writer, in the line below the byline, has at most so many words.
constexpr std::size_t kMaxPostWords = 6;

/// How a line begins that speaks to editors.
constexpr std::string_view kNotes[] = {
    "eds:",        "eds.",       "editors:", "editors note", "editor's note", "ed note",
    "note to ed",  "with photo", "with ap",  "ap photo",     "ap video",      "update:",
    "index:",      "symbol:",    "code:",    "for use ",     "embargoed ",    "hold for",
    "for release", "sperrfrist", "achtung",  "correction:",  "korrektur:",    "berichtigung:",
};

/// Words that say what kind of message this is, in a line of such words and numbers in capitals: "1ST LEAD", "REFILE".
constexpr std::string_view kKinds[] = {
    "refile",          "urgent",   "flash",        "bulletin", "lead",       "kill",         "withhold",
    "repeat",          "eil",      "eilmeldung",   "advisory", "correction", "berichtigung", "korrektur",
    "zusammenfassung", "vorschau", "wiederholung", "embargo",  "mandatory",
};

/// How a line begins that says from when on the report may be published.
constexpr std::string_view kHoldWords[] = {"embargoed",    "embargo:",   "hold for ",
                                           "for release ", "sperrfrist", "withhold"};

constexpr std::string_view kByWords[] = {"by ", "von ", "par ", "por ", "di "};

bool begins_with_any(std::string_view line, const std::string_view* begin, const std::string_view* end) {
  return std::any_of(begin, end, [line](std::string_view word) { return base::starts_with_ignoring_case(line, word); });
}

bool names_kind(std::string_view line) {
  const std::vector<std::string_view> words = base::split_words(line);
  if (words.size() > 4 || std::any_of(line.begin(), line.end(), base::is_ascii_lower)) return false;
  const auto is_kind = [](std::string_view word) {
    return std::find(std::begin(kKinds), std::end(kKinds), base::ascii_lower(word)) != std::end(kKinds);
  };
  return std::any_of(words.begin(), words.end(), is_kind) &&
         std::all_of(words.begin(), words.end(), [is_kind](std::string_view word) {
           return is_kind(word) || std::any_of(word.begin(), word.end(), base::is_ascii_digit);
         });
}

bool is_note(std::string_view line) {
  return begins_with_any(line, std::begin(kNotes), std::end(kNotes)) || line.starts_with('(') || names_kind(line);
}

/// Letters and digits alone, in lower case: slugs are set in many ways.
std::string bare(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (base::is_ascii_letter(c) || base::is_ascii_digit(c)) letters += base::to_ascii_lower(c);
  }
  return letters;
}

bool is_slug(std::string_view line, const WireHeader& header) {
  if (line.ends_with('/')) return true;
  if (leading_cycle(line) > 0) return true;
  const std::string keyword = bare(header.keyword);
  return !keyword.empty() && line.size() < 100 && bare(line).starts_with(keyword);
}

/// "c. 2013 Fernpost News Service", "(c) 2013 …", "Copyright 2013 …"
bool is_rights(std::string_view line) {
  for (const std::string_view mark : {"c.", "(c)", "\u00A9", "copyright"}) {
    if (!base::starts_with_ignoring_case(line, mark)) continue;
    const std::string_view rest = base::trim(line.substr(mark.size()));
    return rest.starts_with("19") || rest.starts_with("20");
  }
  return false;
}

void append(std::string& list, std::string_view joint, std::string_view text) {
  if (text.empty()) return;
  if (!list.empty()) list += joint;
  list += text;
}

/// A line to editors goes to the note; some say that the report must wait or was withdrawn.
void read_note(std::string_view line, NewsItem& item) {
  append(item.note, "; ", line);
  const std::vector<std::string_view> words = base::split_words(line);
  if (names_kind(line) && std::find(words.begin(), words.end(), "KILL") != words.end()) {
    item.status = ItemStatus::kCancelled;
  }
  const bool waits = begins_with_any(line, std::begin(kHoldWords), std::end(kHoldWords));
  if (waits && item.status == ItemStatus::kUsable) item.status = ItemStatus::kWithheld;
}

void read_head_lines(const std::vector<std::string>& lines, const WireHeader& header, NewsItem& item) {
  enum class Last { kOther, kHeadline, kByline } last = Last::kOther;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const bool note = is_note(line);
    if (i == 0 && is_slug(line, header)) {
      // A line of slashes alone is a slug without a word.
      if (header.keyword.empty()) add_keyword(item, std::string(line.substr(0, line.find_last_not_of('/') + 1)));
    } else if (base::starts_with_ignoring_case(line, "hl:")) {
      item.headline = base::trim(line.substr(3));
      last = Last::kHeadline;
    } else if (is_rights(line)) {
      append(item.rights, "; ", line);
    } else if (!note && item.byline.empty() && begins_with_any(line, std::begin(kByWords), std::end(kByWords))) {
      item.byline = line;
      last = Last::kByline;
    } else if (!note && last == Last::kByline && base::split_words(line).size() <= kMaxPostWords) {
      append(item.byline, ", ", line);
    } else if (!note && (item.headline.empty() || (last == Last::kHeadline && header.is_iptc))) {
      append(item.headline, " ", line);
      last = Last::kHeadline;
    } else {
      read_note(line, item);
      last = Last::kOther;
    }
  }
}

std::string section_of(const WireHeader& header) {
  if (header.is_iptc || header.category.empty()) return header.category;
  for (const Category& category : kCategories) {
    if (category.letter == base::to_ascii_lower(header.category[0])) return std::string(category.name);
  }
  return header.category;
}

std::string_view urgency_of(const WireHeader& header) {
  const char priority = header.priority.empty() ? '\0' : base::to_ascii_lower(header.priority[0]);
  if (priority == 'f' || priority == '1') return "Flash";
  if (priority == 'b') return "Bulletin";
  return priority == 'u' || priority == '2' ? "Urgent" : "";
}

/// "BulletinKill", "Kill" in a version; "Quake-KILL" as a keyword. ("Police-Killing" is what a report is about.)
bool is_kill(const WireHeader& header) {
  const std::string version = base::ascii_lower(header.version);
  const bool names_it = version.ends_with("kill") || version.find("kill ") != std::string::npos ||
                        version.find("eliminat") != std::string::npos;
  return names_it || header.keyword.ends_with("-KILL") || header.keyword.ends_with("-Kill");
}

}  // namespace

NewsItem wire_item(const WireHeader& header, WireBody body, const std::optional<WireTrailer>& trailer) {
  NewsItem item;
  item.id = header.service + header.number;
  append(item.id, "-", trailer ? trailer->day : header.day);
  if (trailer) {
    item.published = trailer->published;
    item.outlet = trailer->agency;
  }
  item.section = section_of(header);
  if (!header.keyword.empty()) item.keywords.push_back(header.keyword);
  append(item.note, "; ", urgency_of(header));
  append(item.note, "; ", header.version);
  read_head_lines(body.head, header, item);
  // Notes that are set as text stand in front of it, too.
  std::size_t first = 0;
  while (first < body.paragraphs.size() && base::starts_with_ignoring_case(body.paragraphs[first], "eds:")) {
    append(item.note, "; ", body.paragraphs[first++]);
  }
  for (; first < body.paragraphs.size(); ++first) append(item.body_text, "\n", body.paragraphs[first]);
  // A flash may be one line, which then is the report, too.
  if (item.body_text.empty()) item.body_text = item.headline;
  if (is_kill(header)) item.status = ItemStatus::kCancelled;
  return item;
}

}  // namespace dateline::formats
