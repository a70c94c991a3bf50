#include "stories/agency_credit.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kDatelineBytes = 120;
constexpr std::size_t kBylineBytes = 200;
constexpr std::size_t kLastLineBytes = 80;
constexpr std::size_t kAgencyBytes = 40;

// As printed in credits, case and all ("AP" is no part of "ap"); the name under which the agency is known here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 29> kAgencies = {{
    {"Reuters", "reuters"},
    {"REUTERS", "reuters"},
    {"Thomson Reuters", "reuters"},
    {"AP", "ap"},
    {"Associated Press", "ap"},
    {"ASSOCIATED PRESS", "ap"},
    {"AFP", "afp"},
    {"Agence France-Presse", "afp"},
    {"Agence France Presse", "afp"},
    {"dpa", "dpa"},
    {"DPA", "dpa"},
    {"Deutsche Presse-Agentur", "dpa"},
    {"PA Media", "pa"},
    {"Press Association", "pa"},
    {"UPI", "upi"},
    {"United Press International", "upi"},
    {"Xinhua", "xinhua"},
    {"TASS", "tass"},
    {"Interfax", "interfax"},
    {"Kyodo", "kyodo"},
    {"Yonhap", "yonhap"},
    {"ANSA", "ansa"},
    {"EFE", "efe"},
    {"PTI", "pti"},
    {"Press Trust of India", "pti"},
    {"IANS", "ians"},
    {"Canadian Press", "cp"},
    {"AAP", "aap"},
    {"Anadolu", "anadolu"},
}};

bool is_part_of_word(char c) {
  return base::is_ascii_letter(c) || base::is_ascii_digit(c);
}

bool holds_word(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_part_of_word(line[at - 1])) && (end == line.size() || !is_part_of_word(line[end]))) return true;
  }
  return false;
}

std::string known_as(std::string_view agency) {
  for (const auto& [printed, known] : kAgencies) {
    if (agency == printed) return std::string(known);
  }
  return text::fold(agency);
}

void add_known(std::string_view line, std::set<std::string>& credits) {
  for (const auto& [printed, known] : kAgencies) {
    if (holds_word(line, printed)) credits.emplace(known);
  }
}

// "LISBON, March 4 (Northwire)": whoever stands in the last brackets.
void add_bracketed(std::string_view dateline, std::set<std::string>& credits) {
  dateline = base::trim(dateline);
  if (!dateline.ends_with(')')) return;
  const std::size_t open = dateline.rfind('(');
  if (open == std::string_view::npos) return;
  const std::string_view inside = base::trim(dateline.substr(open + 1, dateline.size() - open - 2));
  if (!inside.empty() && inside.size() <= kAgencyBytes) credits.insert(known_as(inside));
}

// What stands before the first dash between spaces; empty where there is none near the beginning.
std::string_view before_dash(std::string_view text) {
  const std::string_view head = base::utf8_prefix(text.substr(0, text.find('\n')), kDatelineBytes);
  std::size_t first = std::string_view::npos;
  for (const std::string_view dash : {" - ", " -- ", " – ", " — "}) first = std::min(first, head.find(dash));
  return first == std::string_view::npos ? std::string_view() : head.substr(0, first);
}

std::string_view last_line(std::string_view text) {
  const std::string_view line = base::trim(text.substr(text.rfind('\n') + 1));
  return line.size() <= kLastLineBytes && line.size() < text.size() ? line : std::string_view();
}

// "-- Reuters", "(Reuters)", "Reporting by Jane Roe; AP": no sentence.
bool is_credit_line(std::string_view line) {
  return !line.empty() && line.back() != '.' && line.back() != '!' && line.back() != '?';
}

}  // namespace

std::set<std::string> agency_credits(const news::Article& article) {
  std::set<std::string> credits;
  add_known(base::utf8_prefix(article.byline, kBylineBytes), credits);
  for (const std::string_view dateline :
       {base::utf8_prefix(article.dateline, kDatelineBytes), before_dash(article.text)}) {
    add_known(dateline, credits);
    add_bracketed(dateline, credits);
  }
  const std::string_view line = last_line(article.text);
  if (is_credit_line(line)) add_known(line, credits);
  return credits;
}

}  // namespace dateline::stories
