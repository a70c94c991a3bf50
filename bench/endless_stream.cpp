#include "endless_stream.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace dateline::bench {
namespace {

constexpr std::size_t kRecent = 400;  // stories that look-alikes and round-ups take up
constexpr double kSecondsADay = 86400;

// Uses of a story's or report's seed; each has its own.
enum Salt : std::uint64_t { kSize = 50, kLife, kTopic, kKind, kBase, kLength, kOutlet, kUri, kEdits, kDate, kHeadline };

// Mean of a sample of sizes, so that `articles_a_day` holds whatever the power law.
template <typename Draw>
double mean_of(const Draw& draw) {
  constexpr int kSample = 50000;
  double sum = 0;
  for (int i = 0; i < kSample; ++i) sum += draw();
  return sum / kSample;
}

double bell(Random& random) {  // mean 0, deviation about 1: the sum of twelve uniform ones
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += random.unit();
  return sum;
}

bool is_form(const EventPlan& plan) {
  return plan.pattern_share >= 1;
}

std::string outlet_name(std::uint32_t number) {
  std::string name = spell(9000 + number);
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  static constexpr std::string_view kTitles[] = {" Post", " Herald", " Gazette", " Times", " Wire", " Courier"};
  return name + std::string(kTitles[number % 6]);
}

}  // namespace

EndlessStream::EndlessStream(const StreamOptions& options)
    : options_(options), world_(options.seed, options.vocabulary), random_(mix(options.seed, 99)) {
  Random sample(mix(options.seed, 98));
  const double reports_per_story = mean_of([&] { return static_cast<double>(draw_size(sample)); });
  seconds_between_stories_ = kSecondsADay / options.articles_a_day * reports_per_story;
}

std::uint32_t EndlessStream::draw_size(Random& random) const {
  if (random.chance(options_.singles)) return 1;
  const double size = 2 * std::pow(1 - random.unit(), -1 / options_.tail);
  return static_cast<std::uint32_t>(std::min(size, static_cast<double>(options_.most_reports)));
}

EventPlan EndlessStream::plan_event(std::uint64_t seed, base::Instant begin) {
  EventPlan plan;
  plan.seed = plan.pattern = plan.cast = seed;
  plan.topic = Random(mix(seed, kTopic)).below(World::kTopics);
  plan.day = base::day_of(begin);
  const double chosen = random_.unit();
  if (chosen < options_.look_alikes && !recent_.empty()) {
    const EventPlan& like = recent_[random_.below(static_cast<std::uint32_t>(recent_.size()))].plan;
    plan.pattern = like.pattern;
    plan.topic = like.topic;
  } else if (chosen < options_.look_alikes + options_.recurring && options_.leagues > 0) {
    plan.cast = mix(options_.seed, 70000 + random_.below(options_.leagues));
    plan.pattern = plan.cast;
    plan.topic = Random(mix(plan.cast, kTopic)).below(World::kTopics);
  } else if (chosen > 1 - options_.forms) {
    constexpr std::uint32_t kForms = 30;
    plan.pattern = mix(options_.seed, 80000 + random_.below(kForms));
    plan.pattern_share = 1;
    plan.topic = Random(mix(plan.pattern, kTopic)).below(World::kTopics);
  }
  return plan;
}

void EndlessStream::open_story() {
  Story story;
  story.number = stories_++;
  story.begin = options_.begin + std::chrono::seconds(static_cast<std::int64_t>(next_story_));
  const std::uint64_t seed = mix(mix(options_.seed, 1), story.number);
  Random random(mix(seed, kSize));
  story.size = draw_size(random);
  story.plan = plan_event(seed, story.begin);
  if (is_form(story.plan)) story.size = 1;
  // Half a day, more for bigger stories.
  const double days = 0.5 * std::exp(bell(random)) * std::pow(1 + story.size / 10.0, 0.6);
  story.seconds = std::min(days, options_.most_days) * kSecondsADay;
  story.plan.stages = 1;
  while (story.plan.stages < 8 && (std::uint32_t{4} << story.plan.stages) < story.size) ++story.plan.stages;
  story.plan.days_per_stage = static_cast<std::uint32_t>(std::min(days, options_.most_days)) / story.plan.stages;
  story.due = story.begin;
  recent_.push_back(story);
  if (recent_.size() > kRecent) recent_.pop_front();
  going_on_.push(std::move(story));
  // Three times as many by day as by night.
  const double hour = std::fmod(next_story_ / 3600, 24);
  const double busy = 1 + 0.5 * std::sin((hour - 7) / 24 * 2 * 3.14159265358979);
  next_story_ += -std::log(1 - random_.unit()) * seconds_between_stories_ / busy;
}

// The next of the remaining reports; most of a story's come early.
void EndlessStream::schedule(Story story) {
  const double left = story.size - story.told;
  if (left <= 0) return;
  const double least = std::pow(random_.unit(), 1 / left);  // of `left` uniform ones
  story.progress = 1 - (1 - story.progress) * least;
  const double after = story.seconds * std::pow(story.progress, 2);
  story.due = story.begin + std::chrono::seconds(1 + static_cast<std::int64_t>(after));
  going_on_.push(std::move(story));
}

ReportKind EndlessStream::kind_of(const Story& story, std::uint32_t report) const {
  if (report == 0) return ReportKind::kOwnWords;
  const double chosen = Random(mix(mix(story.plan.seed, kKind), report)).unit();
  if (chosen < options_.copies) return ReportKind::kCopy;
  return chosen < options_.copies + options_.far ? ReportKind::kFarWords : ReportKind::kOwnWords;
}

std::string EndlessStream::uri_of(const Story& story, std::uint32_t report) const {
  return fmt::format("https://{:03}.example/{:016x}", mix(story.plan.seed, kOutlet + 1000 * report) % options_.outlets,
                     mix(mix(story.plan.seed, kUri), report));
}

Telling EndlessStream::telling_of(const Story& story, std::uint32_t report, ReportKind kind) const {
  Telling telling;
  Random random(mix(mix(is_form(story.plan) ? story.plan.pattern : story.plan.seed, kLength), report));
  telling.wording = mix(mix(is_form(story.plan) ? story.plan.pattern : story.plan.seed, kBase), report);
  telling.paraphrase = options_.paraphrase;
  const double most = static_cast<double>(options_.most_words) / options_.fewest_words;
  telling.words = static_cast<std::uint32_t>(options_.fewest_words * std::pow(most, random.unit()));
  telling.stage = static_cast<std::uint32_t>(static_cast<double>(report) / story.size * story.plan.stages);
  if (kind == ReportKind::kFarWords) {
    telling.words = options_.fewest_words + random.below(options_.fewest_words / 2 + 1);
    telling.most_facts = 3;
    telling.paraphrase = std::min(1.0, 2 * options_.paraphrase);
  }
  return telling;
}

void EndlessStream::date(news::Article& article, base::Instant arrived, Random& random) const {
  // Feeds are read every few minutes, some outlets' only every few hours.
  const auto lag = static_cast<std::int64_t>(random.chance(0.9) ? random.below(900) : random.below(4 * 3600));
  article.published.instant = arrived - std::chrono::seconds(lag);
  article.published.has_time_of_day = true;
  article.published.certainty = news::Certainty::kStated;
}

StreamReport EndlessStream::report_of(const Story& story) const {
  const std::uint32_t report = story.told;
  StreamReport out;
  out.story = story.number;
  out.kind = kind_of(story, report);
  std::uint32_t base = report;
  Telling telling;
  if (out.kind == ReportKind::kCopy) {
    // Of one of the latest reports that was no copy; the first never is.
    base = report - 1 - Random(mix(mix(story.plan.seed, kBase), report)).below(std::min(report, std::uint32_t{8}));
    while (kind_of(story, base) == ReportKind::kCopy) --base;
    telling = telling_of(story, base, kind_of(story, base));
    telling.edits = mix(mix(story.plan.seed, kEdits), report);
    telling.edit_share = options_.edits * Random(telling.edits).unit();
    out.copy_of = uri_of(story, base);
  } else {
    telling = telling_of(story, report, out.kind);
  }
  news::Article& article = out.article;
  article.id = article.uri = uri_of(story, report);
  const auto outlet = static_cast<std::uint32_t>(mix(story.plan.seed, kOutlet + 1000 * report) % options_.outlets);
  article.outlet = {outlet_name(outlet), fmt::format("{:03}.example", outlet)};
  article.language = "en";
  const Event event(world_, story.plan);
  Random random(mix(mix(story.plan.seed, kHeadline), report));
  const bool keeps_headline = out.kind == ReportKind::kCopy && random.chance(0.6);
  Random headline(mix(mix(story.plan.seed, kHeadline), keeps_headline ? base : report));
  article.headline = event.headline(telling.stage, headline, outlet % 3 == 0);
  event.tell(telling, article);
  date(article, story.due, random);
  return out;
}

StreamReport EndlessStream::round_up(base::Instant at) {
  StreamReport out;
  out.kind = ReportKind::kRoundUp;
  out.story = stories_++;
  const std::uint64_t seed = mix(mix(options_.seed, 2), out.story);
  Random random(seed);
  const std::uint32_t outlet = random.below(options_.outlets);
  news::Article& article = out.article;
  article.id = article.uri = fmt::format("https://{:03}.example/{:016x}", outlet, mix(seed, kUri));
  article.outlet = {outlet_name(outlet), fmt::format("{:03}.example", outlet)};
  article.language = "en";
  const auto count = std::min<std::uint32_t>(4 + random.below(7), static_cast<std::uint32_t>(recent_.size()));
  const std::uint32_t first = random.below(static_cast<std::uint32_t>(recent_.size()) - count + 1);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Event event(world_, recent_[first + i].plan);
    if (i == 0) {
      // Half of them say what they are; a live page has the headline of what is the latest.
      article.headline = event.headline(0, random, false);
      if (random.chance(0.5)) article.headline = "News in brief: " + article.headline;
    }
    event.tell({.wording = mix(seed, i), .paraphrase = options_.paraphrase, .words = 35, .most_facts = 2}, article);
  }
  date(article, at, random);
  return out;
}

StreamReport EndlessStream::next() {
  const auto due_of_next_story = [this] {
    return options_.begin + std::chrono::seconds(static_cast<std::int64_t>(next_story_));
  };
  while (going_on_.empty() || due_of_next_story() <= going_on_.top().due) open_story();
  if (random_.chance(options_.round_ups)) return round_up(going_on_.top().due);
  Story story = going_on_.top();
  going_on_.pop();
  StreamReport report = report_of(story);
  ++story.told;
  schedule(std::move(story));
  return report;
}

}  // namespace dateline::bench
