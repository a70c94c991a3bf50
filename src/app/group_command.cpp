#include <map>

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
  void add(const std::string& story, news::Article article) {
    const auto [known, is_new] = index_of_.try_emplace(story, stories_.size());
    if (is_new) stories_.push_back({story, {}});
    stories_[known->second].second.push_back(std::move(article));
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
};

}  // namespace

int run_group(const RowsOptions& options, Console& console) {
  const annotate::Annotator annotator;
  base::ThreadPool pool(0);
  stories::Grouper grouper;
  StoryRows rows;
  read_rows(options.inputs, annotator, pool, console, [&](Row row) {
    std::string story;
    if (options.as_given) {
      const auto given = base::find_string(row.json, "story");
      if (!given) {
        console.problem(row.article.id, {base::ErrorCode::kInvalid, "\"story\" is missing"});
        return true;
      }
      story = *given;
    } else {
      // A row without a uri is known by its id alone.
      if (row.article.uri.empty()) row.article.uri = row.article.id;
      story = grouper.place(row.article).story;
    }
    const bool written =
        console.write_line(base::to_text(base::JsonObject{{"id", *base::find(row.json, "id")}, {"story", story}}));
    if (options.facts) rows.add(story, std::move(row.article));
    return written;
  });
  if (options.facts) rows.write_facts(console);
  return console.exit_code();
}

}  // namespace dateline::app
