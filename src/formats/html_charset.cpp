// formats/html_charset.cpp -- the charset that a page declares about itself: WHATWG HTML, section 13.2.3.2, "prescan a
// byte stream to determine its encoding".
#include <cstring>
#include <optional>
#include <string>

#include "base/strings.h"
#include "formats/html_tree.h"

namespace dateline::formats {
namespace {

constexpr std::size_t kPrescanBytes = 1024;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/// The label behind "charset=" in the value of a meta element's content attribute, or empty.
std::string charset_in_content(std::string_view content) {
  const std::string lower = base::ascii_lower(content);
  for (std::size_t at = lower.find("charset"); at != std::string::npos; at = lower.find("charset", at)) {
    at += std::strlen("charset");
    std::size_t i = at;
    while (i < lower.size() && is_space(lower[i])) ++i;
    if (i >= lower.size() || lower[i] != '=') continue;
    ++i;
    while (i < lower.size() && is_space(lower[i])) ++i;
    if (i >= lower.size()) return {};
    if (lower[i] == '"' || lower[i] == '\'') {
      const std::size_t end = lower.find(lower[i], i + 1);
      return end == std::string::npos ? std::string() : lower.substr(i + 1, end - i - 1);
    }
    const std::size_t end = lower.find_first_of(" \t\n\f\r;", i);
    return lower.substr(i, end == std::string::npos ? end : end - i);
  }
  return {};
}

class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes) {}

  std::string run() {
    while (at_ < bytes_.size()) {
      at_ = bytes_.find('<', at_);
      if (at_ == std::string_view::npos) break;
      if (starts("<!--")) {
        skip_comment();
      } else if (starts("<meta") && at_ + 5 < bytes_.size() && (is_space(bytes_[at_ + 5]) || bytes_[at_ + 5] == '/')) {
        at_ += 5;
        if (std::string charset = meta(); !charset.empty()) return charset;
      } else if (is_tag()) {
        at_ = bytes_.find_first_of(" \t\n\f\r>", at_);
        if (at_ == std::string_view::npos) break;
        while (next_attribute()) {
        }
      } else if (starts("<!") || starts("</") || starts("<?")) {
        at_ = bytes_.find('>', at_);
      } else {
        ++at_;
      }
    }
    return {};
  }

 private:
  struct Attribute {
    std::string name;
    std::string value;
  };

  bool starts(std::string_view lower) const {
    return base::starts_with_ignoring_case(bytes_.substr(std::min(at_, bytes_.size())), lower);
  }

  bool is_tag() const {
    std::size_t i = at_ + 1;
    if (i < bytes_.size() && bytes_[i] == '/') ++i;
    return i < bytes_.size() && base::is_ascii_letter(bytes_[i]);
  }

  void skip_comment() {
    // "<!-->" is a whole comment: its dashes serve both ends.
    const std::size_t end = bytes_.find("-->", at_ + 2);
    at_ = end == std::string_view::npos ? bytes_.size() : end + 3;
  }

  std::string meta() {
    bool pragma = false;
    std::optional<bool> need_pragma;
    std::string charset;
    while (const std::optional<Attribute> attribute = next_attribute()) {
      if (attribute->name == "http-equiv") {
        pragma = pragma || attribute->value == "content-type";
      } else if (attribute->name == "content" && charset.empty()) {
        charset = charset_in_content(attribute->value);
        if (!charset.empty()) need_pragma = true;
      } else if (attribute->name == "charset") {
        charset = attribute->value;
        need_pragma = false;
      }
    }
    if (!need_pragma.has_value() || (*need_pragma && !pragma)) return {};
    return charset;
  }

  /// The next attribute of the tag that at_ is in, lower case; nothing at the end of the tag.
  std::optional<Attribute> next_attribute() {
    while (at_ < bytes_.size() && (is_space(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
    if (at_ >= bytes_.size() || bytes_[at_] == '>') return std::nullopt;
    Attribute attribute;
    while (at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '/' && bytes_[at_] != '>' &&
           (bytes_[at_] != '=' || attribute.name.empty())) {
      attribute.name += base::to_ascii_lower(bytes_[at_++]);
    }
    while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
    if (at_ >= bytes_.size() || bytes_[at_] != '=') return attribute;
    ++at_;
    while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
    attribute.value = value();
    return attribute;
  }

  std::string value() {
    if (at_ >= bytes_.size()) return {};
    if (bytes_[at_] == '"' || bytes_[at_] == '\'') {
      const std::size_t end = bytes_.find(bytes_[at_], at_ + 1);
      if (end == std::string_view::npos) {
        at_ = bytes_.size();
        return {};
      }
      const std::string_view quoted = bytes_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return base::ascii_lower(quoted);
    }
    const std::size_t end = std::min(bytes_.find_first_of(" \t\n\f\r>", at_), bytes_.size());
    const std::string_view plain = bytes_.substr(at_, end - at_);
    at_ = end;
    return base::ascii_lower(plain);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// The encoding that an XML declaration at the very start names, or empty.
std::string charset_in_xml_declaration(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, bytes.find('>'));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return end == std::string_view::npos ? std::string() : base::ascii_lower(declaration.substr(at + 1, end - at - 1));
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  bytes = bytes.substr(0, kPrescanBytes);
  std::string found = Prescan(bytes).run();
  if (found.empty()) found = charset_in_xml_declaration(bytes);
  std::string charset(base::trim(found));
  // The declaration could be read byte by byte, so it cannot be UTF-16.
  if (charset.starts_with("utf-16")) return "utf-8";
  if (charset == "x-user-defined") return "windows-1252";
  return charset;
}

}  // namespace dateline::formats
