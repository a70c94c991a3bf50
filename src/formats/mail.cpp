// formats/mail.cpp -- see mail.h: from messages and their leaves to reports.
#include "formats/mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "formats/html_tree.h"
#include "formats/mbox.h"
#include "formats/mime_charset.h"
#include "formats/mime_codec.h"
#include "formats/mime_parts.h"
#include "formats/mime_words.h"

namespace dateline::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// Pages that are longer have text enough.
constexpr std::size_t kLookedAtBytes = std::size_t{1} << 20;
/// HTML with less than one part in this many of the text's letters is a frame around a picture.
constexpr std::size_t kPartOfText = 3;

/// What mail programs put before the subject of a mail that is sent on: English, German, French, Spanish, Portuguese,
/// Dutch. Not the Italian "I:", with which a headline may begin.
constexpr std::array<std::string_view, 7> kForwardMarks = {"fwd:", "fw:", "wg:", "tr:", "rv:", "enc:", "doorst:"};
constexpr std::array<std::string_view, 3> kReplyMarks = {"re:", "aw:", "sv:"};

std::string_view field(const MimeMessage& message, std::string_view name) {
  const std::string* value = find_field(message.fields, name);
  return value == nullptr ? std::string_view{} : std::string_view{*value};
}

template <std::size_t N>
bool drop_mark(std::string_view& subject, const std::array<std::string_view, N>& marks) {
  for (const std::string_view mark : marks) {
    if (!base::starts_with_ignoring_case(subject, mark)) continue;
    subject = base::trim(subject.substr(mark.size()));
    return true;
  }
  return false;
}

/// Drops "[harbour-news]" where the mail says that it comes from the list of that name. "[Update]" stays.
bool drop_list_name(std::string_view& subject, std::string_view list_id) {
  const std::size_t end = subject.find(']');
  if (!subject.starts_with('[') || end == std::string_view::npos || end == 1) return false;
  if (!base::contains_ignoring_case(list_id, subject.substr(1, end - 1))) return false;
  subject = base::trim(subject.substr(end + 1));
  return true;
}

std::string headline_of(const MimeMessage& message, CharsetDecoder& charsets) {
  const std::string decoded = decode_words(field(message, "subject"), charsets);
  const std::string list_id = decode_words(field(message, "list-id"), charsets);
  const bool is_reply = !field(message, "in-reply-to").empty();
  std::string_view subject = decoded;
  while (drop_mark(subject, kForwardMarks) || drop_list_name(subject, list_id) ||
         (is_reply && drop_mark(subject, kReplyMarks))) {
  }
  return std::string(subject);
}

/// The sender's display name; where there is none, or an address in its place, the domain.
std::string outlet_of(const MimeMessage& message, CharsetDecoder& charsets) {
  Mailbox sender = first_mailbox(field(message, "from"), charsets);
  if (sender.address.empty() && sender.name.empty()) sender = first_mailbox(field(message, "sender"), charsets);
  if (!sender.name.empty() && sender.name.find('@') == std::string::npos) return sender.name;
  const std::size_t at = sender.address.rfind('@');
  return at == std::string::npos ? std::string() : base::ascii_lower(sender.address.substr(at + 1));
}

/// RFC 2392: "mid:" and the Message-ID without its angles.
std::string id_of(std::string_view message_id) {
  const std::size_t begin = message_id.find('<') + 1;  // 0 where there is none.
  const std::string_view id = base::trim(message_id.substr(begin, message_id.find('>', begin) - begin));
  const std::size_t at = id.rfind('@');
  if (at == std::string_view::npos) return {};
  return "mid:" + base::encode_percent(id.substr(0, at)) + "@" + base::encode_percent(id.substr(at + 1));
}

std::string first_of_list(std::string_view list) {
  return base::mend_utf8(base::trim(list.substr(0, list.find(','))));
}

std::vector<std::string> keywords_of(std::string_view value, CharsetDecoder& charsets) {
  std::vector<std::string> keywords;
  const std::string decoded = decode_words(value, charsets);
  for (const std::string_view word : base::split(decoded, ',')) {
    if (!base::trim(word).empty()) keywords.emplace_back(base::trim(word));
  }
  return keywords;
}

std::string decode_transfer(const MimeLeaf& leaf) {
  if (leaf.encoding == "base64") return decode_base64(leaf.content);
  if (leaf.encoding == "quoted-printable") return decode_quoted_printable(leaf.content);
  return std::string(leaf.content);
}

bool is_readable(const MimeLeaf& leaf) {
  static constexpr std::array<std::string_view, 6> kEncodings = {"",       "7bit",   "8bit",
                                                                 "binary", "base64", "quoted-printable"};
  const bool text = leaf.type == "text/html" || leaf.type == "text/plain";
  return text && !leaf.is_attachment &&
         std::find(kEncodings.begin(), kEncodings.end(), leaf.encoding) != kEncodings.end();
}

/// The text of a leaf as UTF-8.
std::string text_of(const MimeLeaf& leaf, CharsetDecoder& charsets) {
  const std::string bytes = decode_transfer(leaf);
  const bool html = leaf.type == "text/html";
  const std::string text =
      charsets.to_utf8(bytes, leaf.charset.empty() && html ? declared_charset(bytes) : leaf.charset);
  return leaf.is_flowed && !html ? unflow(text, leaf.deletes_space) : text;
}

std::size_t letters_outside_addresses(std::string_view text) {
  std::size_t count = 0;
  for (const std::string_view word : base::split_words(text)) {
    count += word.find("://") == std::string_view::npos ? word.size() : 0;
  }
  return count;
}

/// True for HTML that shows hardly any of what the plain text says: it is empty, or one picture.
bool hides_the_text(std::string_view html, std::string_view plain) {
  const std::string_view start = base::utf8_prefix(html, kLookedAtBytes);
  const Result<HtmlTree> tree = HtmlTree::parse(start);
  if (!tree.ok() || start.size() < html.size()) return false;
  return letters_outside_addresses(tree->text_below(0)) * kPartOfText < letters_outside_addresses(plain);
}

/// What the leaves say, kind by kind: a mail in several parts of one kind is read in one piece, and the kinds are
/// alternatives, whether it says so or not.
Result<void> read_body(const MimeMessage& message, const MailLimits& limits, CharsetDecoder& charsets, NewsItem& item) {
  std::string html;
  std::string plain;
  for (const MimeLeaf& leaf : message.leaves) {
    if (!is_readable(leaf)) continue;
    const std::string text = text_of(leaf, charsets);
    if (base::trim(text).empty()) continue;
    std::string& body = leaf.type == "text/html" ? html : plain;
    if (html.size() + plain.size() + text.size() + 1 > limits.max_text_bytes) {
      return Error{ErrorCode::kTooLarge, fmt::format("text of more than {} MiB", limits.max_text_bytes >> 20)};
    }
    if (!body.empty()) body += '\n';
    body += text;
    if (item.language.empty()) item.language = first_of_list(leaf.language);
  }
  if (!html.empty() && (plain.empty() || !hides_the_text(html, plain))) {
    item.body_html = std::move(html);
  } else {
    item.body_text = std::move(plain);
  }
  return {};
}

/// True for a message that only carries others: forwarded, or a digest.
bool is_envelope(const MimeMessage& message) {
  std::string_view subject = base::trim(field(message, "subject"));
  return message.has_messages &&
         (message.type == "multipart/digest" || message.type == "message/rfc822" || drop_mark(subject, kForwardMarks));
}

/// Nothing for a message without a report of its own.
Result<std::optional<NewsItem>> item_of(const MimeMessage& message, const MailLimits& limits,
                                        CharsetDecoder& charsets) {
  // A notice that a mail was not delivered holds that mail, or its header.
  if (message.type == "multipart/report" || is_envelope(message)) return std::optional<NewsItem>();
  NewsItem item;
  DATELINE_CHECKED(read_body(message, limits, charsets, item));
  if (item.body_html.empty() && item.body_text.empty()) return std::optional<NewsItem>();
  item.id = id_of(field(message, "message-id"));
  // RFC 5064. Of all addresses in a mail this one alone is said to be where the mail itself can be read.
  const std::string_view archived = field(message, "archived-at");
  const std::size_t begin = archived.find('<') + 1;
  item.link = base::mend_utf8(base::trim(archived.substr(begin, archived.find('>', begin) - begin)));
  // A page that a browser has saved: its date is when that was.
  const std::string_view page = field(message, "snapshot-content-location");
  if (!page.empty()) item.link = base::mend_utf8(page);
  item.outlet = outlet_of(message, charsets);
  item.headline = headline_of(message, charsets);
  if (page.empty())
    item.published = base::collapse_whitespace(base::mend_utf8(without_comments(field(message, "date"))));
  if (const std::string_view language = field(message, "content-language"); !language.empty()) {
    item.language = first_of_list(language);
  }
  item.keywords = keywords_of(field(message, "keywords"), charsets);
  return std::optional<NewsItem>(std::move(item));
}

/// Appends the reports of one mail to `items`, all or none.
Result<void> read_mail(std::string_view bytes, const MailLimits& limits, CharsetDecoder& charsets,
                       std::vector<NewsItem>& items) {
  DATELINE_TRY(const std::vector<MimeMessage> messages, split_mime(bytes, limits));
  std::vector<NewsItem> found;
  for (const MimeMessage& message : messages) {
    DATELINE_TRY(std::optional<NewsItem> item, item_of(message, limits, charsets));
    if (item) found.push_back(std::move(*item));
  }
  if (found.empty()) return Error{ErrorCode::kInvalid, "mail without a text"};
  items.insert(items.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  return {};
}

}  // namespace

Result<NewsItems> parse_mail(std::string_view bytes, const NewsItemLimits& items, const MailLimits& limits) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = base::trim(bytes);
  const std::vector<std::string_view> mails = split_mbox(bytes, items.max_items);
  const Error too_many{ErrorCode::kTooLarge, fmt::format("more than {} mails", items.max_items)};
  if (mails.size() > items.max_items) return too_many;
  const bool is_mbox = mails.front().data() != bytes.data();
  // Kept from mail to mail: the system loads a module for each charset, which costs as much as reading many mails.
  thread_local CharsetDecoder charsets;
  NewsItems mail;
  for (const std::string_view one : mails) {
    // Writers of an mbox put a '>' before lines that would look like a postmark.
    const bool quoted = is_mbox && one.find("\n>From ") != std::string_view::npos;
    const std::string unquoted = quoted ? base::replace_all(one, "\n>From ", "\nFrom ") : std::string();
    const Result<void> read = read_mail(quoted ? std::string_view(unquoted) : one, limits, charsets, mail.items);
    if (mail.items.size() > items.max_items) return too_many;
    if (read.ok()) continue;
    if (!is_mbox) return read.error();
    const auto offset = static_cast<std::size_t>(one.data() - bytes.data());
    mail.problems.push_back(
        {read.error().code, fmt::format("mail at byte {} of the mbox: {}", offset, read.error().message)});
  }
  return mail;
}

}  // namespace dateline::formats
