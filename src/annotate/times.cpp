#include "annotate/times.h"

#include <string>
#include <utility>

namespace dateline::annotate {
namespace {

using Kind = TimeExpression::Kind;
using From = TimeExpression::From;

// "The next day" reaches back over this many sentences; further back a report has come back to its own day.
constexpr std::size_t kReachSentences = 3;

// What has been told so far, for words that are held against it.
class Told {
 public:
  explicit Told(std::optional<base::Day> report) : report_(report) {}

  std::string value(const TimeExpression& said, std::size_t sentence) const {
    if (said.from == From::kReport) return timex_value(said, report_);
    const bool by_day = said.kind == Kind::kDayTime || said.unit == TimeUnit::kDay;
    const std::optional<TimeAnchor>& anchor = by_day ? last_day_ : last_;
    const std::size_t reach = said.from == From::kLastPart ? 1 : kReachSentences;
    const bool near = anchor && sentence <= (by_day ? day_sentence_ : sentence_) + reach;
    if (said.from == From::kLastPart) {
      const bool part = near && (anchor->grain == TimeUnit::kMonth || anchor->grain == TimeUnit::kQuarter ||
                                 anchor->grain == TimeUnit::kYear);
      return part ? value_years_from(*anchor, said.step) : timex_value(said, report_);
    }
    if (near) return timex_value(said, anchor->day);
    // The hour of a report's own day, "the quarter", "the previous year"; but not the day after one that nobody told.
    return timex_value(said, said.step <= 0 ? report_ : std::nullopt);
  }

  void add(const std::string& value, std::size_t sentence) {
    const std::optional<TimeAnchor> anchor = anchor_of(value);
    if (!anchor) return;
    last_ = anchor;
    sentence_ = sentence;
    if (anchor->grain != TimeUnit::kDay) return;
    last_day_ = anchor;
    day_sentence_ = sentence;
  }

 private:
  std::optional<base::Day> report_;
  std::optional<TimeAnchor> last_;
  std::optional<TimeAnchor> last_day_;
  std::size_t sentence_ = 0;
  std::size_t day_sentence_ = 0;
};

}  // namespace

void build_times(const Document& document, const std::vector<TimeExpression>& expressions, std::optional<base::Day> day,
                 news::Article& article) {
  article.times.clear();
  Told told(day);
  for (const TimeExpression& said : expressions) {
    const std::size_t sentence = document.word(said.first).sentence;
    std::string value = told.value(said, sentence);
    if (said.from != From::kLastPart) told.add(value, sentence);  // Two years are not compared with a third.
    article.times.push_back({document.span_of(said.first, said.end), said.type, std::move(value)});
  }
}

}  // namespace dateline::annotate
