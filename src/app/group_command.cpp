#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "annotate/annotator.h"
#include "app/commands.h"
#include "app/rows.h"
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
  GroupedRows(Console& console, const RowsOptions& options) : console_(console), options_(options) {}

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
    return add({*base::find(row.json, "id"), std::string(*given), std::nullopt, {}}, std::move(row.article));
  }

  void finish() {
    if (!options_.live) {
      for (const Placed& row : rows_) {
        if (!write(row)) return;
      }
    }
    if (!options_.facts) return;
    StoryRows stories;
    for (std::size_t i = 0; i < articles_.size(); ++i) stories.add(rows_[i].story, std::move(articles_[i]));
    stories.write_facts(console_);
  }

 private:
  struct Placed {
    base::Json id;
    std::string story;
    std::optional<std::size_t> original;  // Row that it copies.
    base::JsonObject because;
  };

  bool place(Row row) {
    stories::Explanation explanation;
    stories::Placement placement = grouper_.place(row.article, options_.explain ? &explanation : nullptr);
    for (const stories::Move& move : placement.moves) {
      for (const std::size_t moved : rows_of_[move.uri]) {
        rows_[moved].story = move.story;
        if (options_.live && !write(rows_[moved])) return false;
      }
    }
    Placed placed{*base::find(row.json, "id"), std::move(placement.story), std::nullopt, {}};
    if (placement.duplicate_of) placed.original = rows_of_[*placement.duplicate_of].front();
    if (options_.explain) placed.because = to_json(explanation);
    rows_of_[row.article.uri].push_back(rows_.size());
    return add(std::move(placed), std::move(row.article));
  }

  bool add(Placed placed, news::Article article) {
    rows_.push_back(std::move(placed));
    if (options_.facts) articles_.push_back(std::move(article));
    return !options_.live || write(rows_.back());
  }

  bool write(const Placed& row) {
    base::JsonObject line{{"id", row.id}, {"story", row.story}};
    if (row.original) line["duplicate_of"] = rows_[*row.original].id;
    if (options_.explain) line["because"] = row.because;
    return console_.write_line(base::to_text(line)) && (!options_.live || console_.flush());
  }

  Console& console_;
  const RowsOptions& options_;
  stories::Grouper grouper_;
  std::vector<Placed> rows_;
  std::vector<news::Article> articles_;                                // Of each row; only for facts.
  std::unordered_map<std::string, std::vector<std::size_t>> rows_of_;  // By uri; several when it came more than once.
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
