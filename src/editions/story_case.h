// editions/story_case.h -- for tests: stories written by hand (tests/cases/editions/README.md) as StoryViews.
#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "editions/brief.h"

namespace dateline::editions::testing {

inline std::string read_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> fields_of(std::string_view text, char separator) {
  std::vector<std::string> fields;
  for (const std::string_view field : base::split(text, separator)) fields.emplace_back(base::trim(field));
  return fields;
}

/// Reads one case. Throws std::runtime_error on a line it does not know: a test must not pass by a typing error.
class StoryCase {
 public:
  explicit StoryCase(std::string_view text) {
    for (const std::string_view line : base::split(text, '\n')) {
      if (!base::trim(line).empty() && line.front() != '#') read_line(line);
    }
  }

  static StoryView load(const std::string& path) { return StoryCase(read_text(path)).view_; }
  const StoryView& view() const { return view_; }

 private:
  void read_line(std::string_view line) {
    const auto space = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, space);
    const std::string_view rest = base::trim(line.substr(space));
    if (word == "story")
      view_.story.id = rest;
    else if (word == "headline")
      view_.story.headline = rest;
    else if (word == "day")
      view_.story.day = base::parse_day(rest);
    else if (word == "report")
      begin_report(rest);
    else if (word == "title")
      last().headline = rest;
    else if (word == "byline")
      last().byline = rest;
    else if (word == "uri")
      last().uri = last().id = view_.story.articles.back() = rest;
    else if (word == "p")
      add_block(rest, news::ParagraphKind::kParagraph);
    else if (word == "sub")
      add_block(rest, news::ParagraphKind::kSubhead);
    else if (word == "cap")
      add_block(rest, news::ParagraphKind::kCaption);
    else if (word == "li")
      add_block(rest, news::ParagraphKind::kListItem);
    else if (word == "shared")
      view_.facts.push_back({news::FactKind::kShared, refs(rest), {}});
    else if (word == "single")
      view_.facts.push_back({news::FactKind::kSingle, refs(rest), {}});
    else if (word == "differing")
      add_difference(rest);
    else if (word == "voices")
      read_voices(rest);
    else if (word == "summary")
      view_.summary = refs(rest);
    else
      throw std::runtime_error("unknown line: " + std::string(line));
  }

  news::Article& last() { return view_.articles.back(); }

  void begin_report(std::string_view rest) {
    const std::vector<std::string> fields = fields_of(rest, '|');
    news::Article article;
    if (fields[0] != "-") article.outlet.name = fields[0];
    article.id = article.uri = "urn:case:" + view_.story.id + ":" + std::to_string(view_.articles.size() + 1);
    if (fields.size() > 1) {
      if (const auto moment = base::parse_moment(fields[1])) article.published = news::stated(*moment);
      article.published.certainty = news::Certainty::kUnknown;
    }
    if (fields.size() > 2) {
      article.published.certainty = fields[2] == "inferred" ? news::Certainty::kInferred : news::Certainty::kStated;
    }
    if (fields.size() > 3) article.published.because = fields[3];
    view_.articles.push_back(std::move(article));
    view_.story.articles.push_back(view_.articles.back().uri);
  }

  // The text without its annotations, which go to the article with spans from `base_bytes` on.
  std::string read_annotated(std::string_view text, std::size_t base_bytes) {
    struct Open {
      char kind;
      std::size_t begin_bytes;
    };
    std::string out;
    std::vector<Open> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '[' || c == '{' || c == '<') {
        open.push_back({c, out.size()});
      } else if (c == '|' && !open.empty()) {
        const char closing = open.back().kind == '[' ? ']' : open.back().kind == '{' ? '}' : '>';
        const std::size_t end = text.find(closing, i);
        if (end == std::string_view::npos) throw std::runtime_error("not closed: " + std::string(text));
        annotate(open.back().kind, {base_bytes + open.back().begin_bytes, base_bytes + out.size()},
                 out.substr(open.back().begin_bytes), fields_of(text.substr(i + 1, end - i - 1), '|'));
        open.pop_back();
        i = end;
      } else {
        out += c;
      }
    }
    return out;
  }

  std::size_t entity(const std::string& key) {
    auto& entities = last().entities;
    for (std::size_t i = 0; i < entities.size(); ++i) {
      if (entities[i].key == key) return i;
    }
    entities.push_back({key, news::EntityType::kOther, "", ""});
    return entities.size() - 1;
  }

  void annotate(char kind, base::Span span, const std::string& words, const std::vector<std::string>& fields) {
    if (kind == '{') {
      const bool duration = fields[0].starts_with('P');
      last().times.push_back({span, duration ? news::TimeType::kDuration : news::TimeType::kDate, fields[0]});
    } else if (kind == '<' && fields[0] == "cue") {
      last().quotes.back().cue = {span};
    } else if (kind == '<') {
      news::Quote quote;
      quote.content = {span};
      quote.speaker = entity(fields[0]);
      quote.direct = true;
      last().quotes.push_back(std::move(quote));
    } else {
      const std::size_t index = entity(fields[0]);
      news::Entity& named = last().entities[index];
      named.type = fields[1] == "PER"   ? news::EntityType::kPerson
                   : fields[1] == "ORG" ? news::EntityType::kOrganisation
                                        : news::EntityType::kPlace;
      if (named.name.size() < words.size()) named.name = words;
      if (fields.size() > 2 && named.role.empty()) named.role = fields[2];
      last().mentions.push_back({span, index});
      std::sort(last().mentions.begin(), last().mentions.end(),
                [](const news::Mention& a, const news::Mention& b) { return a.span < b.span; });
    }
  }

  void add_block(std::string_view rest, news::ParagraphKind kind) {
    const std::size_t base_bytes = last().text.size() + (last().paragraphs.empty() ? 0 : 1);
    std::string block;
    std::vector<base::Span> sentences;
    const std::string marked = base::replace_all(rest, " // ", "\x01");
    for (const std::string_view piece : base::split(marked, '\x01')) {
      if (!block.empty()) block += ' ';
      const std::size_t begin_bytes = base_bytes + block.size();
      block += read_annotated(piece, begin_bytes);
      sentences.push_back({begin_bytes, base_bytes + block.size()});
    }
    last().append_paragraph(block, kind);
    if (kind != news::ParagraphKind::kSubhead && kind != news::ParagraphKind::kCaption) {
      last().sentences.insert(last().sentences.end(), sentences.begin(), sentences.end());
    }
  }

  static news::SentenceRef ref(std::string_view text) {
    const std::vector<std::string> parts = fields_of(text, '.');
    const auto number = [](const std::string& part) {
      return static_cast<std::size_t>(base::parse_integer(part).value()) - 1;
    };
    return {number(parts.at(0)), number(parts.at(1))};
  }

  static std::vector<news::SentenceRef> refs(std::string_view text) {
    std::vector<news::SentenceRef> out;
    for (const std::string_view word : base::split_words(text)) out.push_back(ref(word));
    return out;
  }

  void read_voices(std::string_view text) {
    for (const std::string_view number : base::split_words(text)) {
      view_.voices.push_back(static_cast<std::size_t>(base::parse_integer(number).value()));
    }
  }

  void add_difference(std::string_view rest) {
    const std::vector<std::string> fields = fields_of(rest, ';');
    news::Fact fact{news::FactKind::kDiffering, refs(fields.at(0)), {}};
    news::Difference difference;
    difference.compatible = fields.at(1).starts_with('~');
    if (difference.compatible) difference.kind = news::Difference::Kind::kTime;
    difference.what = difference.compatible ? fields[1].substr(1) : fields[1];
    for (std::size_t i = 2; i < fields.size(); ++i) {
      const auto space = fields[i].find(' ');
      difference.sides.push_back({ref(fields[i].substr(0, space)), fields[i].substr(space + 1)});
    }
    fact.differences.push_back(std::move(difference));
    view_.facts.push_back(std::move(fact));
  }

  StoryView view_;
};

inline StoryView load_case(const std::string& name) {
  return StoryCase::load(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/editions/" + name + ".story");
}

}  // namespace dateline::editions::testing
