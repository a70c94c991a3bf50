#include "extract/json_ld.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/json.h"
#include "base/strings.h"
#include "extract/html_text.h"

namespace dateline::extract {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;

constexpr std::size_t kMaxObjects = 20'000;  // Looked at in one page.
constexpr std::size_t kMaxScriptBytes = std::size_t{4} << 20;
constexpr std::size_t kMaxKeywords = 40;

int rank_of_type(std::string_view type) {
  const std::size_t slash = type.rfind('/');
  if (slash != std::string_view::npos) type = type.substr(slash + 1);
  if (type == "NewsArticle" || type == "ReportageNewsArticle" || type == "BlogPosting" ||
      type == "AnalysisNewsArticle" || type == "OpinionNewsArticle" || type == "LiveBlogPosting" ||
      type == "AdvertiserContentArticle") {
    return 3;
  }
  if (type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "Review" ||
      type == "Recipe")
    return 2;
  if (type == "WebPage" || type.ends_with("Page")) return 1;
  return 0;
}

int rank_of(const JsonObject& object) {
  if (const auto type = base::find_string(object, "@type")) return rank_of_type(*type);
  int rank = 0;
  if (const JsonArray* types = base::find_array(object, "@type")) {
    for (const Json& type : *types) {
      if (type.is_string()) rank = std::max(rank, rank_of_type(base::as_view(type.get_string())));
    }
  }
  return rank;
}

// All objects of the scripts, and those that others refer to by @id.
class Graph {
 public:
  void add(const Json& root) {
    std::vector<const Json*> open{&root};
    while (!open.empty() && objects_.size() < kMaxObjects) {
      const Json* value = open.back();
      open.pop_back();
      if (const JsonArray* array = value->if_array()) {
        // Backwards, so that the stack gives them in order.
        for (auto item = array->rbegin(); item != array->rend(); ++item) open.push_back(&*item);
      } else if (const JsonObject* object = value->if_object()) {
        objects_.push_back(object);
        if (const auto id = base::find_string(*object, "@id"); id && object->size() > 1) by_id_.emplace(*id, object);
        for (auto member = object->rbegin(); member != object->rend(); ++member) {
          if (member->value().is_structured()) open.push_back(&member->value());
        }
      }
    }
  }

  const std::vector<const JsonObject*>& objects() const { return objects_; }

  /// `object`, or what it refers to.
  const JsonObject* resolve(const JsonObject* object) const {
    if (object->size() > 2 || base::find(*object, "name") != nullptr) return object;
    const auto id = base::find_string(*object, "@id");
    const auto found = id ? by_id_.find(*id) : by_id_.end();
    return found == by_id_.end() ? object : found->second;
  }

 private:
  std::vector<const JsonObject*> objects_;
  std::unordered_map<std::string_view, const JsonObject*> by_id_;
};

std::string text_of(std::string_view text) {
  return base::collapse_whitespace(plain_text(text));
}

std::string string_member(const JsonObject& object, std::string_view key) {
  const Json* value = base::find(object, key);
  if (value == nullptr) return {};
  if (value->is_array() && !value->get_array().empty()) value = &value->get_array()[0];
  if (value->is_string()) return text_of(base::as_view(value->get_string()));
  return {};
}

// Names of people or organisations: a string, an object with a name, a reference, or a list of these.
void add_names(const Graph& graph, const Json* value, std::vector<std::string>& names) {
  if (value == nullptr) return;
  const auto add_one = [&](const Json& one) {
    if (one.is_string()) {
      names.push_back(text_of(base::as_view(one.get_string())));
    } else if (const JsonObject* object = one.if_object()) {
      const JsonObject& person = *graph.resolve(object);
      const Json* name = base::find(person, "name");
      if (name != nullptr && name->is_string()) {
        names.push_back(text_of(base::as_view(name->get_string())));
      } else if (const JsonArray* list = name == nullptr ? nullptr : name->if_array()) {
        for (const Json& item : *list) {
          if (item.is_string()) names.push_back(text_of(base::as_view(item.get_string())));
        }
      }
    }
  };
  if (const JsonArray* array = value->if_array()) {
    for (const Json& one : *array) add_one(one);
  } else {
    add_one(*value);
  }
  std::erase_if(names, [](const std::string& name) { return name.empty(); });
}

// True when `value` is an organisation, or a list of nothing else.
bool are_organisations(const Graph& graph, const Json* value) {
  if (value == nullptr) return false;
  const auto is_one = [&graph](const Json& one) {
    const JsonObject* object = one.if_object();
    const auto type = object == nullptr ? std::nullopt : base::find_string(*graph.resolve(object), "@type");
    return type && (*type == "Organization" || *type == "NewsMediaOrganization" || *type == "Corporation");
  };
  const JsonArray* list = value->if_array();
  if (list == nullptr) return is_one(*value);
  return !list->empty() && std::all_of(list->begin(), list->end(), is_one);
}

std::string image_of(const JsonObject& object) {
  const Json* value = base::find(object, "image");
  if (value != nullptr && value->is_array() && !value->get_array().empty()) value = &value->get_array()[0];
  if (value == nullptr) return {};
  if (value->is_string()) return std::string(base::as_view(value->get_string()));
  const JsonObject* image = value->if_object();
  if (image == nullptr) return {};
  const std::string url = string_member(*image, "url");
  return url.empty() ? string_member(*image, "contentUrl") : url;
}

void add_keywords(const JsonObject& object, std::vector<std::string>& keywords) {
  const Json* value = base::find(object, "keywords");
  if (value == nullptr) return;
  const auto add = [&keywords](std::string_view word) {
    std::string text = text_of(word);
    if (!text.empty() && keywords.size() < kMaxKeywords) keywords.push_back(std::move(text));
  };
  if (value->is_string()) {
    for (std::string_view word : base::split(base::as_view(value->get_string()), ',')) add(word);
  } else if (const JsonArray* list = value->if_array()) {
    for (const Json& word : *list) {
      if (word.is_string()) add(base::as_view(word.get_string()));
      if (const JsonObject* term = word.if_object()) add(string_member(*term, "name"));
    }
  }
}

// The address of the page that an article is the main entity of.
std::string address_of(const JsonObject& object) {
  std::string url = string_member(object, "url");
  if (!url.empty()) return url;
  const Json* page = base::find(object, "mainEntityOfPage");
  if (page == nullptr) return {};
  if (page->is_string()) return text_of(base::as_view(page->get_string()));
  const JsonObject* entity = page->if_object();
  return entity == nullptr ? std::string() : string_member(*entity, "@id");
}

std::string rights_of(const Graph& graph, const JsonObject& object) {
  std::string notice = string_member(object, "copyrightNotice");
  if (!notice.empty()) return notice;
  std::vector<std::string> holders;
  add_names(graph, base::find(object, "copyrightHolder"), holders);
  if (holders.empty()) return string_member(object, "license");
  std::string year = string_member(object, "copyrightYear");
  if (const auto number = base::find_integer(object, "copyrightYear")) year = std::to_string(*number);
  return "© " + (year.empty() ? holders.front() : year + " " + holders.front());
}

// The names of a BreadcrumbList, in the order in which it lists them.
std::vector<std::string> breadcrumbs_of(const Graph& graph) {
  std::vector<std::string> names;
  for (const JsonObject* object : graph.objects()) {
    if (base::find_string(*object, "@type") != "BreadcrumbList") continue;
    const JsonArray* items = base::find_array(*object, "itemListElement");
    if (items == nullptr) continue;
    for (const Json& item : *items) {
      const JsonObject* crumb = item.if_object();
      if (crumb == nullptr || names.size() >= kMaxKeywords) continue;
      std::string name = string_member(*crumb, "name");
      const Json* target = base::find(*crumb, "item");
      if (name.empty() && target != nullptr && target->is_object()) name = string_member(target->get_object(), "name");
      if (!name.empty()) names.push_back(std::move(name));
    }
    if (!names.empty()) break;
  }
  return names;
}

std::optional<bool> free_to_read(const JsonObject& object) {
  if (const auto flag = base::find_bool(object, "isAccessibleForFree")) return flag;
  if (const auto text = base::find_string(object, "isAccessibleForFree"))
    return !base::equals_ignoring_case(*text, "false");
  return std::nullopt;
}

LdArticle article_of(const Graph& graph, const JsonObject& object) {
  LdArticle out;
  out.rank = rank_of(object);
  out.headline = string_member(object, "headline");
  if (out.headline.empty()) out.headline = string_member(object, "name");
  add_names(graph, base::find(object, "author"), out.authors);
  out.authors_are_organisations = are_organisations(graph, base::find(object, "author"));
  if (out.authors.empty()) {
    add_names(graph, base::find(object, "creator"), out.authors);
    out.authors_are_organisations = are_organisations(graph, base::find(object, "creator"));
  }
  out.published = string_member(object, "datePublished");
  if (out.published.empty()) out.published = string_member(object, "dateCreated");
  out.modified = string_member(object, "dateModified");
  std::vector<std::string> publishers;
  add_names(graph, base::find(object, "publisher"), publishers);
  if (!publishers.empty()) out.publisher = publishers.front();
  // Paragraphs of a body are parted by line breaks: they must survive.
  if (const auto body = base::find_string(object, "articleBody")) out.body = plain_text(*body);
  out.section = string_member(object, "articleSection");
  add_keywords(object, out.keywords);
  out.image = image_of(object);
  out.language = string_member(object, "inLanguage");
  out.url = address_of(object);
  out.rights = rights_of(graph, object);
  out.free_to_read = free_to_read(object);
  return out;
}

void fill(std::string& gap, const std::string& from) {
  if (gap.empty()) gap = from;
}

void fill_gaps(LdArticle& article, const LdArticle& other) {
  fill(article.headline, other.headline);
  if (article.authors.empty()) {
    article.authors = other.authors;
    article.authors_are_organisations = other.authors_are_organisations;
  }
  fill(article.published, other.published);
  fill(article.modified, other.modified);
  fill(article.publisher, other.publisher);
  fill(article.body, other.body);
  fill(article.section, other.section);
  if (article.keywords.empty()) article.keywords = other.keywords;
  fill(article.image, other.image);
  fill(article.language, other.language);
  fill(article.url, other.url);
  fill(article.rights, other.rights);
  if (!article.free_to_read) article.free_to_read = other.free_to_read;
}

}  // namespace

std::string mend_json(std::string_view script) {
  script = base::trim(script);
  for (std::string_view wrapper :
       {"<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA["}) {
    if (script.starts_with(wrapper)) script = base::trim(script.substr(wrapper.size()));
  }
  for (std::string_view wrapper : {"-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", ";"}) {
    if (script.ends_with(wrapper)) script = base::trim(script.substr(0, script.size() - wrapper.size()));
  }
  std::string out;
  out.reserve(script.size());
  bool in_string = false;
  for (std::size_t i = 0; i < script.size(); ++i) {
    const char c = script[i];
    if (in_string) {
      if (c == '\\' && i + 1 < script.size()) {
        out += c;
        out += script[++i];
        continue;
      }
      if (c == '"') in_string = false;
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '}' || c == ']') {
      std::size_t end = out.size();
      while (end > 0 && base::is_ascii_space(out[end - 1])) --end;
      if (end > 0 && out[end - 1] == ',') out.resize(end - 1);
    }
    out += c;
  }
  return out;
}

std::optional<LdArticle> read_json_ld(const std::vector<std::string_view>& scripts) {
  std::vector<Json> roots;
  for (std::string_view script : scripts) {
    if (script.size() > kMaxScriptBytes) continue;
    auto parsed = base::parse_json(base::trim(script));
    if (!parsed.ok()) parsed = base::parse_json(mend_json(script));
    if (!parsed.ok()) parsed = base::parse_json(mend_json(plain_text(script)));
    if (parsed.ok()) roots.push_back(std::move(parsed).value());
  }
  Graph graph;
  for (const Json& root : roots) graph.add(root);
  std::vector<const JsonObject*> articles;
  for (const JsonObject* object : graph.objects()) {
    if (rank_of(*object) > 0) articles.push_back(object);
  }
  if (articles.empty()) return std::nullopt;
  // The first of the highest rank is the page's own article; lists of others come after it.
  std::stable_sort(articles.begin(), articles.end(),
                   [](const JsonObject* a, const JsonObject* b) { return rank_of(*a) > rank_of(*b); });
  LdArticle best = article_of(graph, *articles.front());
  for (std::size_t i = 1; i < articles.size(); ++i) {
    if (rank_of(*articles[i]) == best.rank) continue;  // Another article of the page, not more about this one.
    fill_gaps(best, article_of(graph, *articles[i]));
    break;
  }
  best.breadcrumbs = breadcrumbs_of(graph);
  return best;
}

}  // namespace dateline::extract
