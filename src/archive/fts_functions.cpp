// The SQL functions of passage.h, through the extension interface of FTS5 ("Extending FTS5" in SQLite's manual).
#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "archive/body.h"
#include "archive/passage.h"

namespace dateline::archive {
namespace {

// More places than this say nothing new about where the best passage is.
constexpr int kMaxInstances = 2000;
constexpr int kTextColumn = 1;  // of the search table: headline, text

/// A phrase's place counted in the index's tokens.
struct TokenMatch {
  int begin = 0;
  int end = 0;
  std::size_t phrase = 0;
};

int find_token_matches(const Fts5ExtensionApi* api, Fts5Context* fts, std::vector<TokenMatch>& out) {
  int count = 0;
  int code = api->xInstCount(fts, &count);
  for (int i = 0; code == SQLITE_OK && i < count && out.size() < kMaxInstances; ++i) {
    int phrase = 0;
    int column = 0;
    int token = 0;
    code = api->xInst(fts, i, &phrase, &column, &token);
    if (code == SQLITE_OK && column == kTextColumn) {
      out.push_back({token, token + api->xPhraseSize(fts, phrase), static_cast<std::size_t>(phrase)});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const TokenMatch& a, const TokenMatch& b) { return a.begin < b.begin; });
  return code;
}

/// Finds the bytes of tokens while the text is tokenized again.
struct TokenWalk {
  const std::vector<TokenMatch>& tokens;
  std::vector<PhraseMatch> matches;  // as far as their first token has been seen
  std::vector<std::size_t> open;     // indexes of `matches` whose last token is still to come
  std::size_t next = 0;              // into `tokens`
  int at = -1;
};

int walk_token(void* context, int flags, const char*, int, int begin_bytes, int end_bytes) {
  TokenWalk& walk = *static_cast<TokenWalk*>(context);
  if ((flags & FTS5_TOKEN_COLOCATED) == 0) ++walk.at;
  for (; walk.next < walk.tokens.size() && walk.tokens[walk.next].begin <= walk.at; ++walk.next) {
    const auto begin = static_cast<std::size_t>(begin_bytes);
    walk.open.push_back(walk.matches.size());
    walk.matches.push_back({{begin, begin}, walk.tokens[walk.next].phrase});
  }
  std::size_t kept = 0;
  for (const std::size_t index : walk.open) {
    walk.matches[index].span.end_bytes = static_cast<std::size_t>(end_bytes);
    if (walk.tokens[index].end > walk.at + 1) walk.open[kept++] = index;
  }
  walk.open.resize(kept);
  const bool done = walk.next == walk.tokens.size() && walk.open.empty();
  return done ? SQLITE_DONE : SQLITE_OK;
}

void append_number(std::string& out, std::size_t number) {
  const auto small = static_cast<std::uint32_t>(number);
  char bytes[sizeof small];
  std::memcpy(bytes, &small, sizeof small);
  out.append(bytes, sizeof bytes);
}

// The number of matches, their spans in the passage, the passage.
std::string pack(std::string_view text, const std::vector<PhraseMatch>& matches) {
  const base::Span chosen = choose_passage(text, matches);
  std::vector<base::Span> spans;
  for (const PhraseMatch& match : matches) {
    if (!chosen.contains(match.span)) continue;
    const base::Span span{match.span.begin_bytes - chosen.begin_bytes, match.span.end_bytes - chosen.begin_bytes};
    if (!spans.empty() && span.begin_bytes < spans.back().end_bytes) {
      spans.back().end_bytes = std::max(spans.back().end_bytes, span.end_bytes);
    } else {
      spans.push_back(span);
    }
  }
  std::string out;
  append_number(out, spans.size());
  for (const base::Span& span : spans) {
    append_number(out, span.begin_bytes);
    append_number(out, span.end_bytes);
  }
  return out.append(chosen.of(text));
}

void passage_function(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int, sqlite3_value**) {
  std::vector<TokenMatch> tokens;
  const char* bytes = nullptr;
  int size = 0;
  int code = find_token_matches(api, fts, tokens);
  if (code == SQLITE_OK) code = api->xColumnText(fts, kTextColumn, &bytes, &size);
  if (code != SQLITE_OK) return sqlite3_result_error_code(context, code);
  const std::string_view text(bytes != nullptr ? bytes : "", static_cast<std::size_t>(size));
  TokenWalk walk{tokens, {}, {}, 0, -1};
  if (!tokens.empty()) code = api->xTokenize(fts, text.data(), size, &walk, walk_token);
  if (code != SQLITE_OK && code != SQLITE_DONE) return sqlite3_result_error_code(context, code);
  const std::string packed = pack(text, walk.matches);
  sqlite3_result_blob64(context, packed.data(), packed.size(), SQLITE_TRANSIENT);
}

std::string_view value_blob(sqlite3_value* value) {
  const void* bytes = sqlite3_value_blob(value);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void article_text_function(sqlite3_context* context, int, sqlite3_value** values) {
  const auto text = decode_text(sqlite3_value_int64(values[0]), value_blob(values[1]));
  if (!text.ok()) return sqlite3_result_error_code(context, SQLITE_CORRUPT);
  sqlite3_result_text64(context, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

base::Result<fts5_api*> fts5_of(Connection& connection) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(connection.handle(), "SELECT fts5(?1)", -1, &statement, nullptr);
  if (code == SQLITE_OK) code = sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
  if (code == SQLITE_OK) sqlite3_step(statement);
  sqlite3_finalize(statement);
  if (api == nullptr) return base::Error{base::ErrorCode::kIo, "this SQLite comes without FTS5"};
  return api;
}

std::size_t take_number(std::string_view& packed) {
  std::uint32_t number = 0;
  std::memcpy(&number, packed.data(), sizeof number);
  packed.remove_prefix(sizeof number);
  return number;
}

}  // namespace

base::Result<void> register_functions(Connection& connection) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int code = sqlite3_create_function_v2(connection.handle(), "article_text", 2, flags, nullptr, article_text_function,
                                        nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return sqlite_error(connection.handle(), code);
  DATELINE_TRY(fts5_api * api, fts5_of(connection));
  code = api->xCreateFunction(api, "passage", nullptr, passage_function, nullptr);
  if (code != SQLITE_OK) return sqlite_error(connection.handle(), code);
  return {};
}

base::Result<Passage> unpack_passage(std::string_view packed) {
  const base::Error damaged{base::ErrorCode::kCorrupt, "search: damaged passage"};
  if (packed.size() < sizeof(std::uint32_t)) return damaged;
  const std::size_t count = take_number(packed);
  if (packed.size() / (2 * sizeof(std::uint32_t)) < count) return damaged;
  Passage passage;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = take_number(packed);
    passage.matches.push_back({begin, take_number(packed)});
  }
  passage.text = packed;
  return passage;
}

}  // namespace dateline::archive
