#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

#include "annotate/annotator.h"
#include "app/commands.h"
#include "app/recent_rows.h"
#include "app/rows.h"
#include "desk/regrouping.h"
#include "stories/facts.h"
#include "stories/grouper.h"

namespace dateline::app {
namespace {

/// The rows of each story, kept for the lines after all rows.
class StoryRows {
 public:
  /// Of several rows with one uri the last is kept: a new version is no other report.
  void add(const std::string& story, news::Article article) {
    const auto [known, is_new] = index_of_.try_emplace(story, stories_.size());
    if (is_new) stories_.push_back({story, {}});
    std::vector<news::Article>& articles = stories_[known->second].second;
    const auto [version, is_first] = place_of_.try_emplace(article.uri, story, articles.size());
    if (!is_first && version->second.first == story) {
      articles[version->second.second] = std::move(article);
      return;
    }
    version->second = {story, articles.size()};
    articles.push_back(std::move(article));
  }

  void write_facts(Console& console) const {
    for (const auto& [story, articles] : stories_) {
      std::vector<const news::Article*> pointers;
      for (const news::Article& article : articles) pointers.push_back(&article);
      base::JsonArray facts;
      for (const news::Fact& fact : stories::find_facts(pointers)) {
        base::JsonArray sentences;
        for (const news::SentenceRef& ref : fact.sentences) {
          sentences.push_back(base::JsonArray{articles[ref.article].id, ref.sentence});
        }
        facts.push_back(std::move(sentences));
      }
      if (!console.write_line(base::to_text(base::JsonObject{{"id", story}, {"facts", std::move(facts)}}))) return;
    }
  }

 private:
  std::vector<std::pair<std::string, std::vector<news::Article>>> stories_;  // In order of their first row.
  std::map<std::string, std::size_t> index_of_;
  std::unordered_map<std::string, std::pair<std::string, std::size_t>> place_of_;  // By uri.
};

double thousandths(float value) {
  return std::round(static_cast<double>(value) * 1000) / 1000;
}

// The stories that the row might have joined, and what speaks for the nearest report, strongest first.
base::JsonObject to_json(const stories::Explanation& explanation) {
  base::JsonArray stories;
  for (const auto& story : explanation.stories)
    stories.push_back(base::JsonObject{{"story", story.id}, {"odds", thousandths(story.odds)}});
  std::vector<stories::Explanation::Part> parts = explanation.parts;
  std::erase_if(parts, [](const auto& part) { return part.points == 0; });
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.points) > std::abs(b.points); });
  base::JsonArray list;
  for (const auto& part : parts)
    list.push_back(base::JsonObject{
        {"what", part.name}, {"value", thousandths(part.value)}, {"points", thousandths(part.points)}});
  return {{"stories", std::move(stories)}, {"nearest", base::Json(explanation.nearest)}, {"parts", std::move(list)}};
}

// Places rows, follows where they are moved, and writes them: at once, or when all have come.
class GroupedRows {
 public:
  GroupedRows(Console& console, const RowsOptions& options)
      : console_(console),
        options_(options),
        rows_(options.live ? stories::kMostLiveArticles : std::numeric_limits<std::size_t>::max()) {}

  // False once nothing more can be written.
  bool take(Row row) {
    // A row without a uri is known by its id alone.
    if (row.article.uri.empty()) row.article.uri = row.article.id;
    if (!options_.as_given) return place(std::move(row));
    const auto given = base::find_string(row.json, "story");
    if (!given) {
      console_.problem(row.article.id, {base::ErrorCode::kInvalid, "\"story\" is missing"});
      return true;
    }
    return add({*base::find(row.json, "id"), row.article.uri, std::string(*given)}, std::move(row.article));
  }

  void finish() {
    if (!options_.live) {
      for (const PlacedRow& row : rows_.rows()) {
        if (!write(row, regrouping_.story_now(row.uri, row.story))) return;
      }
    }
    if (!options_.facts) return;
    StoryRows stories;
    for (auto& [story, article] : articles_) {
      const std::string& now = regrouping_.story_now(article.uri, story);
      stories.add(now, std::move(article));
    }
    stories.write_facts(console_);
  }

 private:
  bool place(Row row) {
    stories::Explanation explanation;
    stories::Placement placement = grouper_.place(row.article, options_.explain ? &explanation : nullptr);
    if (!options_.live || options_.facts) regrouping_.take(placement);
    if (options_.live && !write_moved(placement.moves)) return false;
    PlacedRow placed{*base::find(row.json, "id"), row.article.uri, std::move(placement.story)};
    const PlacedRow* original = placement.duplicate_of ? rows_.first_of(*placement.duplicate_of) : nullptr;
    if (original != nullptr) placed.duplicate_of = original->id;
    if (options_.explain) placed.because = base::to_text(to_json(explanation));
    return add(std::move(placed), std::move(row.article));
  }

  bool add(PlacedRow row, news::Article article) {
    if (options_.facts) articles_.emplace_back(row.story, std::move(article));
    const PlacedRow& added = rows_.add(std::move(row));
    return !options_.live || write(added, added.story);
  }

  bool write_moved(const std::vector<stories::Move>& moves) {
    const auto write_again = [this](const PlacedRow& row) { return write(row, row.story); };
    return std::all_of(moves.begin(), moves.end(),
                       [&](const stories::Move& move) { return rows_.move(move.uri, move.story, write_again); });
  }

  bool write(const PlacedRow& row, const std::string& story) {
    base::JsonObject members{{"id", row.id}, {"story", story}};
    if (row.duplicate_of) members["duplicate_of"] = *row.duplicate_of;
    std::string line = base::to_text(members);
    if (options_.explain) line.replace(line.size() - 1, 1, ",\"because\":" + row.because + "}");
    return console_.write_line(line) && (!options_.live || console_.flush());
  }

  Console& console_;
  const RowsOptions& options_;
  stories::Grouper grouper_;
  RecentRows rows_;  // of --live those that may still be moved, else all
  desk::Regrouping regrouping_;
  std::vector<std::pair<std::string, news::Article>> articles_;  // with the story of each when it came; only for facts
};

}  // namespace

int run_group(const RowsOptions& options, Console& console) {
  const annotate::Annotator annotator;
  base::ThreadPool pool(0);
  GroupedRows rows(console, options);
  read_rows(options.inputs, annotator, pool, console, [&](Row row) { return rows.take(std::move(row)); });
  rows.finish();
  return console.exit_code();
}

}  // namespace dateline::app
