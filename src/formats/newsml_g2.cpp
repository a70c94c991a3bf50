// formats/newsml_g2.cpp -- see newsml_g2.h. Which items of a document are reports; what is in one: newsml_g2_item.cpp.
#include "formats/newsml_g2.h"

#include <string>

#include "base/strings.h"
#include "formats/newsml_g2_item.h"
#include "formats/newsml_parts.h"
#include "formats/wire_parts.h"
#include "formats/xml_document.h"

namespace dateline::formats {
namespace {

using Items = base::Result<std::vector<NewsItem>>;

bool is_item(std::string_view name) {
  return name == "newsItem" || name == "packageItem" || name == "conceptItem" || name == "knowledgeItem" ||
         name == "planningItem" || name == "catalogItem";
}

bool is_report(const xmlNode& item) {
  if (local_name(item) != "newsItem") return false;
  const std::string of_class = item_class(item);
  return of_class.empty() || of_class == "text" || of_class == "composite";
}

Items read_message(const xmlNode& message, const NewsItemLimits& limits) {
  std::vector<NewsItem> items;
  std::size_t count = 0;
  for (const xmlNode* set = first_element(message); set != nullptr; set = next_element(*set)) {
    if (local_name(*set) != "itemSet") continue;
    for (const xmlNode* node = first_element(*set); node != nullptr; node = next_element(*node)) {
      if (!is_item(local_name(*node))) continue;
      if (++count > limits.max_items) return too_many_items(*node, limits);
      if (is_report(*node)) items.push_back(read_g2_item(*node));
    }
  }
  if (!items.empty()) return items;
  return base::Error{base::ErrorCode::kInvalid,
                     "a NewsML-G2 message of " + counted(count, "item", "items") + ", no report in it"};
}

}  // namespace

base::Error too_many_items(const xmlNode& node, const NewsItemLimits& limits) {
  return {base::ErrorCode::kTooLarge,
          xml_line_number(node) + ": message of more than " + std::to_string(limits.max_items) + " items"};
}

Items parse_newsml_g2(std::string_view bytes, const NewsItemLimits& limits) {
  DATELINE_TRY(const XmlDocument document, XmlDocument::parse(bytes));
  const xmlNode& root = document.root();
  const std::string_view name = local_name(root);
  if (name == "newsMessage") return read_message(root, limits);
  if (name == "NewsML") return read_newsml1(root, limits);
  if (!is_item(name)) {
    return base::Error{base::ErrorCode::kInvalid, xml_line_number(root) + ": XML, but no NewsML: its root is <" +
                                                      std::string(name.substr(0, 40)) + ">"};
  }
  if (is_report(root)) return std::vector<NewsItem>{read_g2_item(root)};
  const std::string of_class = name == "newsItem" ? " of class " + item_class(root).substr(0, 40) : "";
  return base::Error{base::ErrorCode::kInvalid, "a NewsML-G2 " + std::string(name) + of_class + ", no report in it"};
}

}  // namespace dateline::formats
