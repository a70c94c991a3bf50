// formats/mime_words.cpp -- see mime_words.h.
#include "formats/mime_words.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "formats/mime_codec.h"

namespace dateline::formats {
namespace {

constexpr std::size_t kMaxWordBytes = 2000;  ///< RFC 2047 allows 75; some senders know no limit.

struct EncodedWord {
  std::string_view charset;
  std::string bytes;
  std::size_t size_bytes = 0;  ///< Of all of "=?…?="; 0: none is here.
};

/// The encoded word that `text` begins with.
EncodedWord word_at(std::string_view text) {
  text = text.substr(0, kMaxWordBytes);
  if (!text.starts_with("=?")) return {};
  const std::size_t charset_end = text.find_first_of("? \t", 2);
  if (charset_end == std::string_view::npos || charset_end == 2 || text[charset_end] != '?') return {};
  if (text.size() < charset_end + 3 || text[charset_end + 2] != '?') return {};
  const char encoding = base::to_ascii_lower(text[charset_end + 1]);
  const std::size_t end = text.find("?=", charset_end + 3);
  if (end == std::string_view::npos || (encoding != 'q' && encoding != 'b')) return {};
  EncodedWord word;
  const std::string_view charset = text.substr(2, charset_end - 2);
  word.charset = charset.substr(0, charset.find('*'));  // RFC 2231, section 5: a language may follow.
  const std::string_view content = text.substr(charset_end + 3, end - charset_end - 3);
  word.bytes =
      encoding == 'b' ? decode_base64(content) : decode_quoted_printable(base::replace_all(content, "_", "=20"));
  word.size_bytes = end + 2;
  return word;
}

/// Header fields with bytes of no encoding. Old Japanese mails write their ISO-2022-JP bare.
std::string decode_bare(std::string_view bytes, CharsetDecoder& charsets) {
  return charsets.to_utf8(bytes, bytes.find('\x1B') == std::string_view::npos ? "" : "iso-2022-jp");
}

/// Takes the token or quoted string at the front of `text`.
std::string take_value(std::string_view& text) {
  std::string value;
  if (!text.starts_with('"')) {
    const std::size_t end = std::min(text.find_first_of("; \t"), text.size());
    value = text.substr(0, end);
    text.remove_prefix(end);
    return value;
  }
  std::size_t i = 1;
  for (; i < text.size() && text[i] != '"'; ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    value += text[i];
  }
  text.remove_prefix(std::min(i + 1, text.size()));
  return value;
}

/// The value of "name*" and "name*0*": %XX decoded, without charset'language' before the first piece.
std::string decode_extended(std::string_view value, bool first) {
  if (first) {
    const std::size_t quote = value.find('\'');
    const std::size_t second = quote == std::string_view::npos ? quote : value.find('\'', quote + 1);
    if (second != std::string_view::npos) value.remove_prefix(second + 1);
  }
  return base::decode_percent(value, false);
}

}  // namespace

std::string decode_words(std::string_view value, CharsetDecoder& charsets) {
  std::string out;
  std::string bytes;  // Of the encoded words since `charset` began.
  std::string_view charset;
  std::size_t plain_begin = 0;
  const auto flush_words = [&] {
    out += charsets.to_utf8(bytes, charset);
    bytes.clear();
  };
  const auto flush_plain = [&](std::size_t end) {
    const std::string_view plain = value.substr(plain_begin, end - plain_begin);
    // White space between two encoded words is not shown (section 6.2).
    if (!bytes.empty() && base::trim(plain).empty() && end < value.size()) return;
    flush_words();
    out += decode_bare(plain, charsets);
  };
  for (std::size_t at = value.find("=?"); at != std::string_view::npos;) {
    const EncodedWord word = word_at(value.substr(at));
    if (word.size_bytes == 0) {
      at = value.find("=?", at + 1);
      continue;
    }
    flush_plain(at);
    if (!base::equals_ignoring_case(charset, word.charset)) flush_words();
    charset = word.charset;
    bytes += word.bytes;
    plain_begin = at + word.size_bytes;
    at = value.find("=?", plain_begin);
  }
  flush_plain(value.size());
  return base::collapse_whitespace(out);
}

std::string without_comments(std::string_view value) {
  std::string out;
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool escaped = c == '\\' && i + 1 < value.size();
    if (depth == 0 && c == '"') quoted = !quoted;
    if (!quoted && c == '(') ++depth;
    if (depth == 0) out += c;
    if (!quoted && c == ')' && depth > 0) --depth;
    if (!escaped) continue;
    ++i;
    if (depth == 0) out += value[i];
  }
  return out;
}

std::string before_parameters(std::string_view value) {
  value = base::trim(value);
  return base::ascii_lower(value.substr(0, value.find_first_of(";( \t")));
}

std::string parameter(std::string_view value, std::string_view name) {
  std::string pieces;
  value.remove_prefix(std::min(value.find(';'), value.size()));
  while (!value.empty()) {
    value.remove_prefix(std::min(value.find_first_not_of("; \t"), value.size()));
    const std::size_t equals = value.find_first_of("=;");
    if (equals == std::string_view::npos) break;
    const std::string_view left = base::trim(value.substr(0, equals));
    const bool has_value = value[equals] == '=';
    value.remove_prefix(equals + (has_value ? 1 : 0));
    if (!has_value) continue;
    value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
    std::string right = take_value(value);
    const std::size_t star = left.find('*');
    if (!base::equals_ignoring_case(left.substr(0, star), name)) continue;
    if (star == std::string_view::npos) return right;
    pieces += left.ends_with('*') ? decode_extended(right, pieces.empty()) : right;
  }
  return pieces;
}

Mailbox first_mailbox(std::string_view value, CharsetDecoder& charsets) {
  std::string phrase;
  std::string comment;
  std::string address;
  bool bracketed = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '"') {
      std::string_view rest = value.substr(i);
      phrase += take_value(rest);
      i = value.size() - rest.size() - 1;
    } else if (c == '(') {
      const std::size_t end = std::min(value.find(')', i), value.size());
      if (comment.empty()) comment = value.substr(i + 1, end - i - 1);
      i = end;
    } else if (c == '<') {
      const std::size_t end = std::min(value.find('>', i), value.size());
      address = base::trim(value.substr(i + 1, end - i - 1));
      bracketed = true;
      break;
    } else if (c == ':') {
      phrase.clear();  // It named a group.
    } else if (c == ',' || c == ';') {
      if (!base::trim(phrase).empty()) break;
    } else {
      phrase += c;
    }
  }
  Mailbox mailbox;
  if (!bracketed) {
    address = base::trim(phrase);
    phrase = std::move(comment);
  }
  mailbox.name = decode_words(phrase, charsets);
  mailbox.address = decode_bare(address, charsets);
  return mailbox;
}

}  // namespace dateline::formats
