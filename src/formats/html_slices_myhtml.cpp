#include "formats/html_slices_myhtml.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline::formats {
namespace {

bool needs_decoding(std::string_view text) {
  return text.find('&') != std::string_view::npos || text.find('\r') != std::string_view::npos;
}

/// Elements whose attributes the tree builder looks at, or adds to those of an earlier tag.
bool is_looked_at(myhtml_tag_id_t tag) {
  return tag == MyHTML_TAG_HTML || tag == MyHTML_TAG_BODY || tag == MyHTML_TAG_INPUT || tag == MyHTML_TAG_FONT ||
         tag == MyHTML_TAG_SCRIPT || tag == MyHTML_TAG_ANNOTATION_XML;
}

/// The slice that begins at `begin_bytes`: `slices[next]`, or found in their order. Sets `next` behind it.
template <typename Slice>
const Slice* find_from(const std::vector<Slice>& slices, std::size_t begin_bytes, std::size_t& next) {
  auto found = slices.begin() + static_cast<std::ptrdiff_t>(next);
  const bool behind_last = next == 0 || slices[next - 1].begin_bytes < begin_bytes;
  if (behind_last && (found == slices.end() || begin_bytes < found->begin_bytes)) return nullptr;
  if (found == slices.end() || found->begin_bytes != begin_bytes) {
    found = std::lower_bound(slices.begin(), slices.end(), begin_bytes,
                             [](const Slice& slice, std::size_t begin) { return slice.begin_bytes < begin; });
    if (found == slices.end() || found->begin_bytes != begin_bytes) return nullptr;
  }
  next = static_cast<std::size_t>(found - slices.begin()) + 1;
  return &*found;
}

}  // namespace

std::string_view RawSlices::name_of(const myhtml_token_attr_t& attribute) const {
  const std::string_view name = slice(attribute.raw_key_begin, attribute.raw_key_length);
  for (const std::string_view wanted : names_) {
    if (wanted.size() == name.size() && base::equals_ignoring_case(name, wanted)) return wanted;
  }
  return {};
}

void RawSlices::take_text(myhtml_token_node_t& token) {
  const std::string_view text = raw_text(token);
  if (text.empty() || needs_decoding(text)) return;
  texts_.push_back({token.raw_begin, token.raw_length});
  token.raw_length = 0;
}

std::size_t RawSlices::take_attributes(myhtml_token_node_t& token) {
  std::size_t seen = 0;
  if (names_.empty()) {
    for (const myhtml_token_attr_t* attribute = token.attr_first; attribute != nullptr; attribute = attribute->next) {
      ++seen;
    }
    return seen;
  }
  const auto first = static_cast<std::uint32_t>(attributes_.size());
  bool plain = !is_looked_at(token.tag_id);
  myhtml_token_attr_t** link = &token.attr_first;
  token.attr_last = nullptr;
  for (myhtml_token_attr_t* attribute = token.attr_first; attribute != nullptr; attribute = attribute->next) {
    ++seen;
    const std::string_view name = name_of(*attribute);
    if (name.empty()) continue;
    const std::string_view value = slice(attribute->raw_value_begin, attribute->raw_value_length);
    plain = plain && !needs_decoding(value);
    if (plain) attributes_.push_back({name, value.empty() ? std::string_view("") : value});
    *link = attribute;
    attribute->prev = token.attr_last;
    token.attr_last = attribute;
    link = &attribute->next;
  }
  *link = nullptr;
  if (!plain) {
    attributes_.resize(first);
    return seen;
  }
  token.attr_first = nullptr;
  token.attr_last = nullptr;
  const auto count = static_cast<std::uint32_t>(attributes_.size()) - first;
  if (count > 0) lists_.push_back({token.raw_begin, first, count});
  return seen;
}

std::string_view RawSlices::text_of(const myhtml_token_node_t& token) const {
  const Text* text = find_from(texts_, token.raw_begin, next_text_);
  return text == nullptr ? std::string_view{} : slice(text->begin_bytes, text->size_bytes);
}

std::span<const HtmlAttribute> RawSlices::attributes_of(const myhtml_token_node_t& token) const {
  const Attributes* list = find_from(lists_, token.raw_begin, next_list_);
  if (list == nullptr) return {};
  return std::span(attributes_).subspan(list->first, list->count);
}

}  // namespace dateline::formats
