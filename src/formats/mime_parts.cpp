// formats/mime_parts.cpp -- see mime_parts.h. Nothing calls itself: what is open is a list of boundaries.
#include "formats/mime_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/strings.h"
#include "formats/mime_words.h"

namespace dateline::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kMaxBoundaryBytes = 256;  ///< RFC 2046 allows 70.

/// Sorted. What parse_mail() reads; the others would take many times their size.
constexpr std::array<std::string_view, 11> kFieldsOfMessage = {
    "archived-at", "content-language",          "date",   "from", "in-reply-to", "keywords", "list-id", "message-id",
    "sender",      "snapshot-content-location", "subject"};

std::string_view value_of(const std::vector<HeaderField>& fields, std::string_view name) {
  const std::string* value = find_field(fields, name);
  return value == nullptr ? std::string_view{} : std::string_view{*value};
}

std::string_view without_line_end(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

/// A multipart whose parts are being read.
struct Open {
  std::string boundary;
  std::size_t message;  ///< The index of the message that it is part of.
  std::size_t depth;
  bool of_messages;   ///< multipart/digest: what says nothing is message/rfc822.
  bool of_resources;  ///< multipart/related: behind its first part there are only pictures and frames of that.
  bool has_part = false;
};

/// What a line that begins with "--" means to the parts that are open.
struct BoundaryLine {
  std::size_t at = kNowhere;     ///< Where the line begins; the end of the bytes where no such line is left.
  std::size_t after = kNowhere;  ///< Where the line after it begins.
  std::size_t open = kNowhere;   ///< Which of the open multiparts it belongs to; kNowhere at the end of the bytes.
  bool closes = false;
};

class Splitter {
 public:
  Splitter(std::string_view bytes, const MailLimits& limits) : bytes_(bytes), limits_(limits) {}

  Result<std::vector<MimeMessage>> run() {
    messages_.emplace_back();
    Entity entity{0, 0, 0, true, false, false};
    for (;;) {
      if (++parts_ > limits_.max_parts) {
        return Error{ErrorCode::kTooLarge,
                     fmt::format("mail of more than {} parts at byte {}", limits_.max_parts, entity.at)};
      }
      DATELINE_TRY(const std::optional<Entity> inside, read(entity));
      if (inside) {
        entity = *inside;
        continue;
      }
      const std::optional<Entity> next = next_part();
      if (!next) return std::move(messages_);
      entity = *next;
    }
  }

 private:
  /// A message or part that begins at `at`.
  struct Entity {
    std::size_t at;
    std::size_t message;
    std::size_t depth;
    bool is_message;  ///< Its header is that of a whole message.
    bool defaults_to_mail;
    bool is_resource;
  };

  /// Reads what begins there; gives the message inside it where it is one, and leaves at_ behind what it has read.
  Result<std::optional<Entity>> read(const Entity& entity) {
    DATELINE_TRY(const std::vector<HeaderField> fields, read_header(entity));
    const std::string_view content_type = value_of(fields, "content-type");
    std::string type = before_parameters(content_type);
    if (type.find('/') == kNowhere) type = entity.defaults_to_mail ? "message/rfc822" : "text/plain";
    if (entity.is_message) keep_fields(fields, type, entity.message);
    const bool deep = entity.depth >= limits_.max_depth;
    std::string boundary = type.starts_with("multipart/") ? parameter(content_type, "boundary") : std::string();
    while (boundary.ends_with(' ')) boundary.pop_back();  // As the lines are compared.
    if (!boundary.empty() && boundary.size() <= kMaxBoundaryBytes && !deep) {
      open_.push_back({std::move(boundary), entity.message, entity.depth + 1, type == "multipart/digest",
                       type == "multipart/related"});
      return std::optional<Entity>();
    }
    if ((type == "message/rfc822" || type == "message/global") && !deep) {
      messages_[entity.message].has_messages = true;
      messages_.emplace_back();
      return std::optional<Entity>({at_, messages_.size() - 1, entity.depth + 1, true, false, false});
    }
    MimeLeaf leaf = leaf_of(fields, std::move(type));
    leaf.is_attachment = leaf.is_attachment || entity.is_resource;
    next_ = find_boundary(at_);
    leaf.content = bytes_.substr(at_, next_->at - at_);
    if (next_->open != kNowhere) leaf.content = without_line_end(leaf.content);  // It belongs to the boundary.
    messages_[entity.message].leaves.push_back(std::move(leaf));
    return std::optional<Entity>();
  }

  /// The header of `entity`; at_ comes to stand at the content: behind an empty line, or at a boundary before one. That
  /// of a part also ends at a line that is no field: its empty line was forgotten. In that of a message such a line is
  /// one that was folded wrongly.
  Result<std::vector<HeaderField>> read_header(const Entity& entity) {
    const std::size_t begin = entity.at;
    std::size_t at = begin;
    at_ = begin;
    while (at_ < bytes_.size()) {
      const std::size_t end = std::min(bytes_.find('\n', at_), bytes_.size() - 1) + 1;
      const std::string_view line = bytes_.substr(at_, end - at_);
      if (base::trim(line).empty()) {
        at = std::exchange(at_, end);
        break;
      }
      const bool is_boundary = line.starts_with("--") && find_open(line).open != kNowhere;
      const bool is_field = base::is_ascii_space(line.front()) || line.find(':') != kNowhere;
      if (is_boundary || (!entity.is_message && !is_field)) break;
      at = at_ = end;
      if (at_ - begin > limits_.max_header_bytes) break;
    }
    if (at - begin > limits_.max_header_bytes) {
      return Error{ErrorCode::kTooLarge,
                   fmt::format("header of more than {} KiB at byte {}", limits_.max_header_bytes >> 10, begin)};
    }
    return parse_header_fields(bytes_.substr(begin, at - begin), BadLine::kIsSkipped);
  }

  void keep_fields(const std::vector<HeaderField>& fields, const std::string& type, std::size_t message) {
    messages_[message].type = type;
    for (const HeaderField& field : fields) {
      if (!std::binary_search(kFieldsOfMessage.begin(), kFieldsOfMessage.end(), field.name)) continue;
      if (find_field(messages_[message].fields, field.name) != nullptr) continue;
      messages_[message].fields.push_back({field.name, field.value.substr(0, limits_.max_field_bytes)});
    }
  }

  static MimeLeaf leaf_of(const std::vector<HeaderField>& fields, std::string type) {
    const std::string_view content_type = value_of(fields, "content-type");
    MimeLeaf leaf;
    leaf.type = std::move(type);
    leaf.charset = parameter(content_type, "charset");
    leaf.encoding = before_parameters(value_of(fields, "content-transfer-encoding"));
    leaf.language = value_of(fields, "content-language");
    leaf.is_attachment = before_parameters(value_of(fields, "content-disposition")) == "attachment";
    leaf.is_flowed = base::equals_ignoring_case(parameter(content_type, "format"), "flowed");
    leaf.deletes_space = base::equals_ignoring_case(parameter(content_type, "delsp"), "yes");
    return leaf;
  }

  /// The part that the next boundary line begins. Closes what it ends; nothing at the end of the bytes.
  std::optional<Entity> next_part() {
    for (;;) {
      const BoundaryLine line = next_ ? *std::exchange(next_, std::nullopt) : find_boundary(at_);
      if (line.open == kNowhere) return std::nullopt;
      // A boundary of an outer part ends the inner ones, whose own ends are missing.
      open_.resize(line.open + (line.closes ? 0 : 1));
      at_ = line.after;
      if (line.closes) continue;
      Open& parent = open_.back();
      const bool is_resource = parent.of_resources && parent.has_part;
      parent.has_part = true;
      return Entity{at_, parent.message, parent.depth, false, parent.of_messages, is_resource};
    }
  }

  /// The first line from `from` on that is a boundary of an open multipart.
  BoundaryLine find_boundary(std::size_t from) const {
    // `from` begins a line.
    std::size_t at = bytes_.substr(from).starts_with("--") ? from : next_dashes(from);
    while (!open_.empty() && at != kNowhere) {
      const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size() - 1) + 1;
      BoundaryLine line = find_open(bytes_.substr(at, end - at));
      if (line.open != kNowhere) {
        line.at = at;
        line.after = end;
        return line;
      }
      at = next_dashes(end - 1);
    }
    return {bytes_.size(), bytes_.size(), kNowhere, false};
  }

  std::size_t next_dashes(std::size_t from) const {
    const std::size_t found = bytes_.find("\n--", from);
    return found == kNowhere ? kNowhere : found + 1;
  }

  /// Which open multipart `line`, which begins with "--", is of; the innermost first.
  BoundaryLine find_open(std::string_view line) const {
    line.remove_prefix(2);
    while (!line.empty() && base::is_ascii_space(line.back())) line.remove_suffix(1);
    BoundaryLine found;
    for (std::size_t i = open_.size(); i-- > 0;) {
      const std::string& boundary = open_[i].boundary;
      if (!line.starts_with(boundary)) continue;
      const std::string_view rest = line.substr(boundary.size());
      if (!rest.empty() && rest != "--") continue;
      found.open = i;
      found.closes = !rest.empty();
      return found;
    }
    return found;
  }

  std::string_view bytes_;
  const MailLimits& limits_;
  std::vector<MimeMessage> messages_;
  std::vector<Open> open_;
  std::size_t parts_ = 0;
  std::size_t at_ = 0;
  std::optional<BoundaryLine> next_;  ///< Where the last leaf ended.
};

}  // namespace

Result<std::vector<MimeMessage>> split_mime(std::string_view bytes, const MailLimits& limits) {
  return Splitter(bytes, limits).run();
}

}  // namespace dateline::formats
