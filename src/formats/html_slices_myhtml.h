// formats/html_slices_myhtml.h -- inside the room: text and attributes that are in the page as they are, so that MyHTML
// need not copy and decode them.
#pragma once

#include <myhtml/myhtml.h>
#include <myhtml/tree.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "formats/html_tree.h"

namespace dateline::formats {

inline std::string_view view(const mycore_string_t& text) {
  return text.data == nullptr ? std::string_view{} : std::string_view{text.data, text.length};
}

/// Takes texts and attributes from MyHTML's tokens before it works on them, and knows them again by where they stand in
/// the page. Nine in ten have no reference and no carriage return in them, which are all that there is to decode.
///
/// Ownership: borrows the page and the names; what it gives out are views of both. Threads: one at a time.
class RawSlices {
 public:
  RawSlices(std::string_view utf8, std::span<const std::string_view> names) : utf8_(utf8), names_(names) {}

  /// What `token` says in the page. For a text token.
  std::string_view raw_text(const myhtml_token_node_t& token) const { return slice(token.raw_begin, token.raw_length); }

  /// Takes the text of `token`, if it can be used as it is: the token is empty then.
  void take_text(myhtml_token_node_t& token);

  /// Takes the attributes of `token` that are asked for, if all of them can be used as they are, and drops the others:
  /// the token has none then. Else leaves the token those that are asked for; all, where no names were given. Returns
  /// how many there were.
  std::size_t take_attributes(myhtml_token_node_t& token);

  /// What was taken from `token`, or from the token that it is a clone of; empty where nothing was.
  std::string_view text_of(const myhtml_token_node_t& token) const;
  std::span<const HtmlAttribute> attributes_of(const myhtml_token_node_t& token) const;

 private:
  struct Text {
    std::size_t begin_bytes;
    std::size_t size_bytes;
  };
  struct Attributes {
    std::size_t begin_bytes;  ///< Of the token.
    std::uint32_t first;
    std::uint32_t count;
  };

  std::string_view slice(std::size_t begin_bytes, std::size_t size_bytes) const {
    return begin_bytes < utf8_.size() ? utf8_.substr(begin_bytes, size_bytes) : std::string_view{};
  }
  /// The name among those asked for; empty where it is not.
  std::string_view name_of(const myhtml_token_attr_t& attribute) const;

  std::string_view utf8_;
  std::span<const std::string_view> names_;
  std::vector<Text> texts_;        ///< In the order of the page.
  std::vector<Attributes> lists_;  ///< In the order of the page.
  std::vector<HtmlAttribute> attributes_;
  // Nodes come in the order of the page but for the few that the builder moves: the next one asked for is the next.
  mutable std::size_t next_text_ = 0;
  mutable std::size_t next_list_ = 0;
};

}  // namespace dateline::formats
