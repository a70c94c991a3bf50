// formats/newsml1.cpp -- NewsML 1.0 to 1.2 of the IPTC, the format before NewsML-G2. A NewsItem holds NewsComponents,
// which hold further ones or ContentItems; NewsLines of a component are of all that is in it.
#include <initializer_list>
#include <utility>

#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/newsml_parts.h"
#include "formats/nitf_markup.h"
#include "formats/wire_parts.h"
#include "formats/xml_document.h"

namespace dateline::formats {
namespace {

using Items = base::Result<std::vector<NewsItem>>;

struct Line {
  std::string_view element;
  std::string NewsItem::*field;
};

/// Children of NewsLines; for each field, what is trusted most stands first.
constexpr Line kLines[] = {
    {"HeadLine", &NewsItem::headline}, {"DateLine", &NewsItem::dateline},    {"CreditLine", &NewsItem::outlet},
    {"RightsLine", &NewsItem::rights}, {"CopyrightLine", &NewsItem::rights},
};

/// The element that `names` lead to, child by child; nullptr when one is missing.
const xmlNode* at_path(const xmlNode& node, std::initializer_list<std::string_view> names) {
  const xmlNode* at = &node;
  for (const std::string_view name : names) {
    at = at == nullptr ? nullptr : child_named(*at, name);
  }
  return at;
}

/// Lines of a head go to several reports, so a long one would stand in memory many times; none that is meant to be read
/// comes near.
std::string short_line(std::string line) {
  constexpr std::size_t kMaxBytes = 1000;
  return line.size() > kMaxBytes ? std::string() : std::move(line);
}

std::string line_at(const xmlNode& node, std::initializer_list<std::string_view> names) {
  const xmlNode* at = at_path(node, names);
  return at == nullptr ? "" : short_line(nitf_line(*at));
}

/// The value of a controlled vocabulary: <Status FormalName="Usable"/>.
std::string formal_name_at(const xmlNode& node, std::initializer_list<std::string_view> names) {
  const xmlNode* at = at_path(node, names);
  return at == nullptr ? "" : short_line(base::collapse_whitespace(xml_attribute(*at, "FormalName")));
}

void read_management(const xmlNode& news_item, NewsItem& item) {
  item.id = line_at(news_item, {"Identification", "NewsIdentifier", "PublicIdentifier"});
  set_if_empty(item.id, line_at(news_item, {"Identification", "NewsIdentifier", "NewsItemId"}));
  const xmlNode* management = child_named(news_item, "NewsManagement");
  if (management == nullptr) return;
  item.published = extended_date(line_at(*management, {"FirstCreated"}));
  item.modified = extended_date(line_at(*management, {"ThisRevisionCreated"}));
  if (item.modified == item.published) item.modified.clear();
  item.status = status_of(formal_name_at(*management, {"Status"}));
  const std::string change = extended_date(line_at(*management, {"StatusWillChange", "DateAndTime"}));
  if (item.status == ItemStatus::kWithheld) item.release = change;
  add_note(item, formal_name_at(*management, {"Instruction"}));
}

/// What a component says of what is in it, where `item` does not know yet.
void read_component(const xmlNode& component, NewsItem& item) {
  if (const xmlNode* lines = child_named(component, "NewsLines")) {
    for (const Line& line : kLines) set_if_empty(item.*line.field, line_at(*lines, {line.element}));
    for (const xmlNode* at = first_element(*lines); at != nullptr; at = next_element(*at)) {
      if (local_name(*at) == "ByLine") add_name(item.byline, nitf_line(*at));
      if (local_name(*at) == "KeywordLine") add_keyword(item, nitf_line(*at));
    }
  }
  set_if_empty(item.outlet, formal_name_at(component, {"AdministrativeMetadata", "Provider", "Party"}));
  set_if_empty(item.language, formal_name_at(component, {"DescriptiveMetadata", "Language"}));
  set_if_empty(item.section, formal_name_at(component, {"DescriptiveMetadata", "Genre"}));
}

/// A ContentItem's text, if it is one.
void read_content(const xmlNode& content, NewsItem& item) {
  const std::string type = base::ascii_lower(formal_name_at(content, {"MediaType"}));
  const xmlNode* data = child_named(content, "DataContent");
  if (data == nullptr || (!type.empty() && type != "text") || child_named(content, "Encoding") != nullptr) return;
  if (!read_inline_document(*data, item)) set_body_from_text(item, std::string(base::trim(xml_text(*data))));
}

/// The texts of a NewsItem, at most one of each component: others there are other forms of it.
class TextReader {
 public:
  TextReader(const xmlNode& news_item, std::size_t max_items) : news_item_(news_item), max_items_(max_items) {
    read_management(news_item, common_);
  }

  /// One more than `max_items` where there are more.
  std::vector<NewsItem> read() {
    const auto enter = [this](const xmlNode& node) {
      if (node.type != XML_ELEMENT_NODE) return false;
      if (local_name(node) == "ContentItem" && node.parent != done_) read_text(node);
      return local_name(node) == "NewsComponent";
    };
    walk_below(news_item_, enter, [](const xmlNode&) {});
    return std::move(items_);
  }

 private:
  /// The first text is the report that all lines above it are about. A further one is a report where its component
  /// gives it a headline, and else a part that nothing tells how to join.
  void read_text(const xmlNode& content) {
    NewsItem text;
    read_content(content, text);
    if (!has_body(text) || items_.size() > max_items_) return;
    done_ = content.parent;
    const bool first = items_.empty();
    NewsItem item = common_;
    for (const xmlNode* at = done_; at != &news_item_; at = first ? at->parent : &news_item_) read_component(*at, item);
    fill_from(item, std::move(text));
    if (!first) {
      if (item.headline.empty()) return;
      // Two reports of one id would be taken for one.
      if (!item.id.empty()) item.id += "#" + std::to_string(items_.size() + 1);
      set_if_empty(item.outlet, items_.front().outlet);
      set_if_empty(item.language, items_.front().language);
      set_if_empty(item.rights, items_.front().rights);
    }
    items_.push_back(std::move(item));
  }

  const xmlNode& news_item_;
  const std::size_t max_items_;
  const xmlNode* done_ = nullptr;  ///< The component whose text has been read.
  NewsItem common_;
  std::vector<NewsItem> items_;
};

}  // namespace

Items read_newsml1(const xmlNode& root, const NewsItemLimits& limits) {
  std::vector<NewsItem> items;
  std::size_t count = 0;
  for (const xmlNode* node = first_element(root); node != nullptr; node = next_element(*node)) {
    if (local_name(*node) != "NewsItem") continue;
    ++count;
    for (NewsItem& item : TextReader(*node, limits.max_items - items.size()).read()) {
      if (items.size() == limits.max_items) return too_many_items(*node, limits);
      items.push_back(std::move(item));
    }
  }
  if (!items.empty()) return items;
  return base::Error{base::ErrorCode::kInvalid,
                     "a NewsML message of " + counted(count, "item", "items") + ", no report in it"};
}

}  // namespace dateline::formats
