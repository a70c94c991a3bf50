// extract/bylines.h -- who wrote it, from lines such as "By Jane Roe and John Doe, Staff Writers".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// A byline as printed, and the names in it.
struct Byline {
  std::string text;
  std::vector<std::string> authors;
};

/// The names in a list such as "Jane Roe, John Doe and Ana Lima" or "DOE, Jane | Reuters": places, posts, agencies'
/// brackets, addresses and leading words ("By") left out; no name twice. Names in any script; at most 20.
std::vector<std::string> split_authors(std::string_view names);

/// `line` read as a byline: it begins with a word for "by", or has one after a date, a mark or a word for publishing
/// ("Posted on May 3 by Jane Roe"), and goes on with names, and perhaps a post or a date. Nothing when it does not look
/// so ("By Friday, the rain had stopped.").
std::optional<Byline> parse_byline(std::string_view line);

/// True when `text` is nothing but a word for "by".
bool is_by_word(std::string_view text);

/// True when `line` begins with a word for "by".
bool begins_with_by(std::string_view line);

/// `line` is nothing but a name and a day or time, parted by marks: "Jane Roe, 21 Jan. 2015", "05.02.2020 | Jane Roe".
/// Such lines are bylines only next to a headline, which the caller knows.
std::optional<Byline> parse_dated_byline(std::string_view line);

/// `line` names the reporter to write to: "To contact the reporter on this story: Jane Roe in Tokyo at …",
/// "Reporting by Jane Roe; Editing by John Doe". The editors are not authors.
std::optional<Byline> parse_contact_line(std::string_view line);

/// "Jane Roe", "ISABEL REYNOLDS", "Ana de Souza": one to five words, most of them capitalised, no digits.
bool looks_like_name(std::string_view text);

}  // namespace dateline::extract
