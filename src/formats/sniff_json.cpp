// formats/sniff_json.cpp -- see sniff_json.h. Only a beginning can be looked at. Made whole by closing what is open, it
// is JSON like any other, and the formats' own readers can say whether it is theirs.
#include "formats/sniff_json.h"

#include <string>

#include "base/json.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "formats/json_feed.h"
#include "formats/ninjs.h"

namespace dateline::formats {
namespace {

struct Beginning {
  std::string closed;         ///< As far as it is whole, and then closed.
  bool whole = false;         ///< The value ends inside the text,
  std::size_t end_bytes = 0;  ///< here.
};

/// Follows brackets and strings; whether all else is JSON shows when it is parsed.
class Closer {
 public:
  explicit Closer(std::string_view text) : text_(text) {}

  Beginning close() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (in_string_) {
        step_in_string(i);
      } else {
        step(i);
      }
      if (open_.empty()) return {std::string(text_.substr(0, i + 1)), true, i + 1};
    }
    // Of a string that is a value the member's name can still be had.
    std::string closed(text_.substr(0, in_string_ && is_value_ ? string_begin_ : sound_));
    if (in_string_ && is_value_) closed += "\"\"";
    closed.append(open_.rbegin(), open_.rend());
    return {std::move(closed), false, text_.size()};
  }

 private:
  void step_in_string(std::size_t i) {
    if (escaped_) {
      escaped_ = false;
    } else if (text_[i] == '\\') {
      escaped_ = true;
    } else if (text_[i] == '"') {
      in_string_ = false;
      if (is_value_) sound_ = i + 1;
    }
  }

  void step(std::size_t i) {
    switch (text_[i]) {
      case '"':
        in_string_ = true;
        string_begin_ = i;
        is_value_ = after_colon_ || open_.back() == ']';
        break;
      case '{':
      case '[':
        open_ += text_[i] == '{' ? '}' : ']';
        after_colon_ = false;
        sound_ = i + 1;
        break;
      case '}':
      case ']':
        open_.pop_back();
        sound_ = i + 1;
        break;
      case ',':
        after_colon_ = false;
        sound_ = i;
        break;
      case ':':
        after_colon_ = true;
        break;
      default:
        break;
    }
  }

  std::string_view text_;
  std::string open_;       // The brackets that would close what is open, outermost first.
  std::size_t sound_ = 0;  // Up to here nothing but closing brackets is missing.
  std::size_t string_begin_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool after_colon_ = false;
  bool is_value_ = false;  // The string is one; else it is a name.
};

// Where nothing is left of a text but its first bracket, it may go on in any way.
bool says_enough(const base::Json& json, bool whole) {
  const base::Json* value = &json;
  if (const base::JsonArray* array = json.if_array()) {
    if (array->empty()) return false;
    value = &array->front();
  }
  const base::JsonObject* object = value->if_object();
  return object != nullptr && (whole || !object->empty());
}

}  // namespace

std::optional<Format> sniff_json(std::string_view text, bool cut) {
  const Beginning beginning = Closer(text).close();
  // In another charset it is still JSON, and can be refused as such.
  const base::Result<base::Json> json = base::parse_json(base::mend_utf8(beginning.closed));
  if (!json.ok() || !says_enough(*json, beginning.whole)) return std::nullopt;
  const std::string_view behind = text.substr(beginning.end_bytes);
  const std::string_view rest = base::trim(behind);
  const bool is_row = json->is_object() && text.find('\n') >= beginning.end_bytes;
  // A row ends its line, whatever follows: a broken row must not make text of the others.
  if (is_row && !base::trim(behind.substr(0, behind.find('\n'))).empty()) return std::nullopt;
  if (!is_row && !rest.empty() && rest.front() != '{' && rest.front() != '[') return std::nullopt;

  if (is_json_feed(*json)) return Format::kJsonFeed;
  // A line that goes on past the window may be the first of many, and can be read as one of them in any case.
  const bool more = beginning.whole ? cut || !rest.empty() : cut;
  if (is_row && more) return Format::kJsonLines;
  if (holds_ninjs(*json, !beginning.whole)) return Format::kNinjs;
  if (!beginning.whole && !cut) return std::nullopt;
  return is_row ? Format::kJsonLines : Format::kOtherJson;
}

}  // namespace dateline::formats
