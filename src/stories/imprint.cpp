#include "stories/imprint.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace dateline::stories {
namespace {

constexpr std::uint8_t kVersion = 2;
constexpr std::int32_t kNoDay = INT32_MIN;

template <typename Number>
void put(std::string& out, Number number) {
  static_assert(std::is_unsigned_v<Number>);
  for (std::size_t i = 0; i < sizeof(Number); ++i) out.push_back(static_cast<char>(number >> (8 * i) & 0xFF));
}

// Takes numbers from the front of some bytes; after a number too few all are 0 and ok() is false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <typename Number>
  Number take() {
    if (rest_.size() < sizeof(Number)) {
      ok_ = false;
      rest_ = {};
      return 0;
    }
    Number number = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      number = static_cast<Number>(number | static_cast<Number>(static_cast<unsigned char>(rest_[i])) << (8 * i));
    }
    rest_.remove_prefix(sizeof(Number));
    return number;
  }

  std::string text(std::size_t bytes) {
    ok_ = ok_ && rest_.size() >= bytes;
    std::string out(rest_.substr(0, bytes));
    rest_.remove_prefix(std::min(bytes, rest_.size()));
    return out;
  }

  bool ok() const { return ok_; }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

bool is_sound(const Profile& profile) {
  constexpr std::uint8_t kAllDays = 0x7F;
  constexpr std::uint8_t kAllMarks = kInHead | kAsName | kEntity;
  static const float kMostLogWords = std::log(static_cast<float>(kBytesLookedAt) + 1);
  const auto disordered = [](const ProfileTerm& a, const ProfileTerm& b) { return a.key() >= b.key(); };
  const auto marked = [](const ProfileTerm& term) { return term.marks() <= kAllMarks; };
  return std::adjacent_find(profile.terms.begin(), profile.terms.end(), disordered) == profile.terms.end() &&
         std::all_of(profile.terms.begin(), profile.terms.end(), marked) && profile.weekdays <= kAllDays &&
         profile.log_words >= 0 && profile.log_words <= kMostLogWords;
}

}  // namespace

std::string to_imprint(const Profile& profile, const Sketch& sketch) {
  constexpr std::size_t kOtherBytes = 256;  // than those of terms, with room to spare
  std::string out;
  out.reserve(kOtherBytes + profile.terms.size() * sizeof(ProfileTerm));
  put(out, kVersion);
  const std::string_view language = profile.language.tag();
  put(out, static_cast<std::uint8_t>(language.size()));
  out += language;
  const std::int32_t day = profile.day ? static_cast<std::int32_t>(profile.day->time_since_epoch().count()) : kNoDay;
  put(out, static_cast<std::uint32_t>(day));
  put(out, profile.weekdays);
  put(out, static_cast<std::uint8_t>(profile.round_up ? 1 : 0));
  put(out, std::bit_cast<std::uint32_t>(profile.log_words));
  put(out, static_cast<std::uint8_t>(profile.terms.size()));
  for (const ProfileTerm& term : profile.terms) {
    put(out, term.key_and_marks());
    put(out, term.weights());
  }
  out += sketch_to_bytes(sketch);
  out.shrink_to_fit();  // a caller may keep a hundred thousand
  return out;
}

std::optional<Imprint> from_imprint(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.take<std::uint8_t>() != kVersion) return std::nullopt;
  Profile profile;
  const std::size_t language_bytes = reader.take<std::uint8_t>();
  const std::string language = reader.text(language_bytes);
  profile.language = LanguageCode(language);
  if (profile.language.tag() != language) return std::nullopt;
  const auto day = static_cast<std::int32_t>(reader.take<std::uint32_t>());
  if (day != kNoDay) profile.day = base::Day(std::chrono::days(day));
  profile.weekdays = reader.take<std::uint8_t>();
  const auto round_up = reader.take<std::uint8_t>();
  if (round_up > 1) return std::nullopt;
  profile.round_up = round_up == 1;
  profile.log_words = std::bit_cast<float>(reader.take<std::uint32_t>());
  const std::size_t terms = reader.take<std::uint8_t>();
  if (terms > kMostTerms) return std::nullopt;
  std::vector<ProfileTerm> held(terms);
  for (ProfileTerm& term : held) {
    const auto key_and_marks = reader.take<std::uint32_t>();
    term = ProfileTerm(key_and_marks, reader.take<std::uint16_t>());
  }
  profile.terms = ExactArray<ProfileTerm>(held);
  std::optional<Sketch> sketch = sketch_from_bytes(reader.rest());
  if (!reader.ok() || !sketch || !is_sound(profile)) return std::nullopt;
  return Imprint{std::move(profile), std::move(*sketch)};
}

}  // namespace dateline::stories
