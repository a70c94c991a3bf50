// annotate/name_keys.h -- spellings of one name to one key: what makes two written names the same.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::annotate {

/// What rules can't know about spellings, from data/name-variants.txt. Ownership: borrows the text. Threads: any, once
/// built.
class NameVariants {
 public:
  /// Lines "part: one = other, other" and "alone: first last = last"; '#' comments. Ill-formed lines are skipped.
  explicit NameVariants(std::string_view text);

  /// The spelling that keys have for a word of a person's name; the word itself when it is not listed.
  std::string_view part(std::string_view word) const;
  /// The full name, parts with single spaces, of the one person whom `last_name` alone names; empty for others.
  std::string_view alone(std::string_view last_name) const;

 private:
  std::unordered_map<std::string_view, std::string_view> parts_;
  std::unordered_map<std::string_view, std::string_view> alone_;
};

/// The parts by which a person is known, from the folded words of a name: hyphens part words, "al-" and "el-" go,
/// "Abdel Fattah", "Abd al-Fattah" and "Abdulfattah" are one, endings of transliterated Slavic names are one
/// ("Zelenskyy", "Zelenskiy": "zelensky"), then the listed variants. Empty only for words without letters.
std::vector<std::string> person_parts(const std::vector<std::string_view>& folded_words, const NameVariants& variants);

/// A slug of the folded words of a name that is no person's: American spelling, "&" as "and", "Saint" as "St".
std::string common_slug(const std::vector<std::string_view>& folded_words);

/// The same for an organisation: without company forms ("Inc", "plc") behind it; "Defence Ministry" as "Ministry of
/// Defense", "Ministry of Foreign Affairs" as "Ministry of Foreign".
std::string organisation_slug(const std::vector<std::string_view>& folded_words);

}  // namespace dateline::annotate
