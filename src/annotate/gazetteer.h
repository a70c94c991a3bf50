// annotate/gazetteer.h -- what is known about names before reading: people's names, places, organisations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/sorted_table.h"
#include "news/article.h"

namespace dateline::annotate {

/// What one word can be in a person's name.
struct PersonName {
  bool first = false;       ///< A first name of the census.
  bool rare_first = false;  ///< A first name of other lists.
  bool female = false;      ///< Given to women, and seldom to men.
  bool male = false;
  bool surname = false;
  bool frequent_surname = false;
  bool any = false;          ///< In a list that does not tell first names from surnames.
  bool common_word = false;  ///< Also an everyday word: "Mark", "Young".

  bool known() const { return first || rare_first || surname || any; }
  bool can_begin() const { return first || rare_first || any; }
};

enum class Source : std::uint8_t { kCurated, kCountry, kDemonym, kCapital, kOrganisation, kCity, kDivision };

/// A name that some list has.
struct KnownName {
  news::EntityType type = news::EntityType::kOther;
  Source source = Source::kCurated;
  std::string_view key;     ///< The identity, already a slug ("united-states"), or empty: make it from the name itself.
  std::string_view name;    ///< The list's own name for it ("United States"), or empty.
  bool demonym = false;     ///< `key` is the country's (or place's) whose people it names.
  bool needs_caps = false;  ///< Counts only where it is written in capitals: "US", "WHO".
  bool common_word = false;  ///< Also an everyday word.
  std::uint8_t digits = 0;   ///< Towns: digits of the population.
};

/// Threads: any, once built. Ownership: borrows the tables.
class Gazetteer {
 public:
  struct Tables {
    std::string_view known_names;  ///< data/known-names.txt
    std::string_view people;       ///< SortedTables from here on.
    std::string_view countries;
    std::string_view cities;
    std::string_view organisations;
  };
  explicit Gazetteer(const Tables& tables);

  PersonName person(std::string_view folded) const;

  struct Probe {
    std::optional<KnownName> name;
    bool goes_on = false;  ///< A longer name begins like this.
  };
  /// `phrase`: folded words with single spaces between them.
  Probe probe(std::string_view phrase) const;

 private:
  struct Curated {
    std::string phrase;
    KnownName name;
  };
  void read_known_names(std::string_view text);
  void add_spelling(std::string_view spelling, KnownName name);
  Probe probe_curated(std::string_view phrase) const;

  std::vector<Curated> curated_;    // Sorted by phrase.
  std::vector<std::string> slugs_;  // What KnownName::key points into; sized once.
  SortedTable people_;
  SortedTable countries_;
  SortedTable cities_;
  SortedTable organisations_;
};

/// The key of the place whose people `people` names, as names of that place have it ("czech-republic" for every
/// spelling of the Czechs). Empty where the gazetteer has no place of that key.
std::string place_of_people(const KnownName& people, const Gazetteer& gazetteer);

/// "Côte d'Ivoire" as "cote-d-ivoire": folded, everything but letters and digits as single hyphens.
std::string slug(std::string_view name);

}  // namespace dateline::annotate
