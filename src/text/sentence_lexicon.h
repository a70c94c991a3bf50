// text/sentence_lexicon.h -- the words that decide whether a stop ends a sentence. Inside the room only.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::text {

/// What a word before a stop does to it; the sections of data/languages/*/abbreviations.txt.
enum class Abbreviation : std::uint8_t { kNone, kTitle, kNumber, kDate, kState, kOpen, kCompany, kEnd, kBang };

/// Words longer than this are in no list, which bounds every look back.
inline constexpr std::size_t kMaxListedBytes = 24;

/// The lists of one language, or of all. Immutable; any thread. Views point into the program's own data.
class SentenceLexicon {
 public:
  /// The lists for a BCP 47 primary subtag; for languages without lists of their own, the English and
  /// German ones together.
  static const SentenceLexicon& of(std::string_view language);

  /// `word` without its stop: "Nov", "U.S".
  Abbreviation abbreviation(std::string_view word) const;
  bool is_starter(std::string_view word) const;
  bool is_speech_verb(std::string_view word) const;
  /// A weekday, a month, a zone: goes on behind a time of day or a firm ("5 p.m. Monday").
  bool is_calendar(std::string_view word) const;

  explicit SentenceLexicon(const std::vector<std::string_view>& files);

 private:
  enum class Role : std::uint8_t { kStarter, kSpeech, kCalendar };
  bool has_role(std::string_view word, Role role) const;
  void read(std::string_view file);
  void add(std::string_view section, std::string_view word);

  std::unordered_map<std::string_view, Abbreviation> abbreviations_;
  std::unordered_map<std::string_view, Role> words_;
};

/// "U.S", "a.m", "z.B": single letters with stops between them, without the final stop.
bool is_acronym(std::string_view word);

}  // namespace dateline::text
