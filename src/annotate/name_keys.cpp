#include "annotate/name_keys.h"

#include <algorithm>
#include <array>
#include <utility>

#include "annotate/gazetteer.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// British spellings whose ending alone does not tell them ("hour" and "rise" stay). An "s" may follow.
constexpr std::array<Pair, 34> kSpellings = {{{"defence", "defense"},
                                              {"offence", "offense"},
                                              {"licence", "license"},
                                              {"centre", "center"},
                                              {"theatre", "theater"},
                                              {"fibre", "fiber"},
                                              {"metre", "meter"},
                                              {"labour", "labor"},
                                              {"harbour", "harbor"},
                                              {"honour", "honor"},
                                              {"colour", "color"},
                                              {"neighbour", "neighbor"},
                                              {"armour", "armor"},
                                              {"favour", "favor"},
                                              {"behaviour", "behavior"},
                                              {"programme", "program"},
                                              {"catalogue", "catalog"},
                                              {"dialogue", "dialog"},
                                              {"grey", "gray"},
                                              {"jewellery", "jewelry"},
                                              {"aluminium", "aluminum"},
                                              {"traveller", "traveler"},
                                              {"paediatric", "pediatric"},
                                              {"orthopaedic", "orthopedic"},
                                              {"archaeology", "archeology"},
                                              {"aeroplane", "airplane"},
                                              {"plough", "plow"},
                                              {"tyre", "tire"},
                                              {"kuriles", "kurils"},
                                              {"kurile", "kuril"},
                                              {"saint", "st"},
                                              {"sainte", "ste"},
                                              {"intl", "international"},
                                              {"&", "and"}}};
constexpr std::array<std::string_view, 26> kCompanyForms = {
    "inc", "incorporated", "corp", "corporation", "ltd", "limited", "plc", "llc", "llp", "co", "ag", "nv", "gmbh",
    "spa", "oyj",          "pty",  "sa",          "ab",  "asa",     "a/s", "bv",  "oy",  "kg", "se", "kk", "bhd"};
// One ending of Slavic names in several transliterations; the first of each pair is looked for. "sky" may follow any
// letter, so that "Kandinskii" and "Dostoyevskiy" are reached.
constexpr std::array<Pair, 17> kEndings = {{{"skyy", "sky"},
                                            {"skiy", "sky"},
                                            {"skyi", "sky"},
                                            {"skij", "sky"},
                                            {"skii", "sky"},
                                            {"skyj", "sky"},
                                            {"skoy", "skoi"},
                                            {"aev", "ayev"},
                                            {"ajev", "ayev"},
                                            {"iev", "iyev"},
                                            {"eev", "eyev"},
                                            {"ovych", "ovich"},
                                            {"ovitch", "ovich"},
                                            {"evych", "evich"},
                                            {"evitch", "evich"},
                                            {"iy", "y"},
                                            {"yy", "y"}}};
constexpr std::size_t kShortestTransliterated = 5;  // "Ilyy" and the like stay as they are.
constexpr std::array<std::string_view, 6> kServant = {"abdul", "abdel", "abdal", "abdur", "abder", "abdol"};

std::string_view without_stop(std::string_view word) {
  if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
  return word;
}

std::string american(std::string_view word) {
  for (const auto& [british, spelling] : kSpellings) {
    if (word == british) return std::string(spelling);
    if (word.size() == british.size() + 1 && word.back() == 's' && word.starts_with(british)) {
      return std::string(spelling) + 's';
    }
  }
  const std::size_t at = word.find("isation");
  return at == std::string_view::npos ? std::string(word)
                                      : std::string(word.substr(0, at)) + "iz" + std::string(word.substr(at + 2));
}

std::string one_ending(std::string part) {
  if (part.size() < kShortestTransliterated) return part;
  for (const auto& [ending, spelling] : kEndings) {
    if (!part.ends_with(ending)) continue;
    part.replace(part.size() - ending.size(), ending.size(), spelling);
    break;
  }
  return part;
}

// "abdel" and what follows it as one part.
void join_servants(std::vector<std::string>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string& part = parts[i];
    const bool servant = std::any_of(kServant.begin(), kServant.end(),
                                     [&](std::string_view form) { return part.compare(0, form.size(), form) == 0; });
    const bool alone = part == "abd" || (servant && part.size() == kServant[0].size());
    if (alone && i + 1 < parts.size()) {
      part = "abdul" + parts[i + 1];
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else if (servant) {
      part.replace(0, kServant[0].size(), "abdul");
    }
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out.append(word).push_back(' ');
  return slug(out);
}

}  // namespace

NameVariants::NameVariants(std::string_view text) {
  for (const std::string_view line : base::split(text, '\n')) {
    const std::size_t colon = line.find(':');
    const std::size_t equals = line.find('=');
    if (line.starts_with('#') || colon == std::string_view::npos || equals == std::string_view::npos || equals < colon)
      continue;
    const std::string_view kind = base::trim(line.substr(0, colon));
    const std::string_view first = base::trim(line.substr(colon + 1, equals - colon - 1));
    for (const std::string_view other : base::split(line.substr(equals + 1), ',')) {
      if (kind == "part") parts_.try_emplace(base::trim(other), first);
      if (kind == "alone") alone_.try_emplace(base::trim(other), first);
    }
  }
}

std::string_view NameVariants::part(std::string_view word) const {
  const auto found = parts_.find(word);
  return found == parts_.end() ? word : found->second;
}

std::string_view NameVariants::alone(std::string_view last_name) const {
  const auto found = alone_.find(last_name);
  return found == alone_.end() ? std::string_view() : found->second;
}

std::vector<std::string> person_parts(const std::vector<std::string_view>& folded_words, const NameVariants& variants) {
  std::vector<std::string> parts;
  for (const std::string_view word : folded_words) {
    const std::string written = slug(word);
    const std::string_view listed = variants.part(written);
    if (listed != written) {
      parts.emplace_back(listed);
      continue;
    }
    for (const std::string_view piece : base::split(written, '-')) {
      if (!piece.empty()) parts.emplace_back(piece);
    }
  }
  // "al-Assad" is Assad, "Al Gore" is not Gore.
  const bool opens_with_article =
      !folded_words.empty() && (folded_words[0].starts_with("al-") || folded_words[0].starts_with("el-"));
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool article = (parts[i] == "al" || parts[i] == "el" || parts[i] == "ul") && i + 1 < parts.size();
    if (article && (i > 0 || opens_with_article)) continue;
    kept.push_back(std::move(parts[i]));
  }
  join_servants(kept);
  for (std::string& part : kept) part = one_ending(std::string(variants.part(part)));
  for (std::string& part : kept) part = variants.part(part);
  return kept;
}

std::string common_slug(const std::vector<std::string_view>& folded_words) {
  std::vector<std::string> words;
  for (const std::string_view word : folded_words) words.push_back(american(without_stop(word)));
  return joined(words);
}

std::string organisation_slug(const std::vector<std::string_view>& folded_words) {
  std::vector<std::string> words;
  for (const std::string_view written : folded_words) {
    const std::string_view word = without_stop(written);
    const bool form = std::find(kCompanyForms.begin(), kCompanyForms.end(), word) != kCompanyForms.end();
    if (form && !words.empty()) continue;
    words.push_back(american(word));
  }
  if (words.size() > 3 && words[0] == "ministry" && words[1] == "of" && words[2] == "the") {
    words.erase(words.begin() + 2);
  }
  if (words.size() > 3 && words[0] == "ministry" && words.back() == "affairs") words.pop_back();
  if (words.size() > 1 && words.back() == "ministry" && std::find(words.begin(), words.end(), "of") == words.end()) {
    words.pop_back();
    words.insert(words.begin(), {"ministry", "of"});
  }
  return joined(words);
}

}  // namespace dateline::annotate
