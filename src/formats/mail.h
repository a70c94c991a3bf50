// formats/mail.h -- newsletters and press releases as mails: RFC 5322 with MIME, single or as an mbox.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/news_item.h"

namespace dateline::formats {

/// What one mail may make us do. Bodies shrink when they are decoded, and grow to three times that as UTF-8 at most.
struct MailLimits {
  std::size_t max_depth = 32;                             ///< Multiparts and messages inside each other.
  std::size_t max_parts = 1'000;                          ///< Of one mail, messages inside it included.
  std::size_t max_header_bytes = std::size_t{256} << 10;  ///< All header lines of one message or part.
  std::size_t max_field_bytes = std::size_t{8} << 10;     ///< Of one field; the rest of it is not looked at.
  std::size_t max_text_bytes = std::size_t{16} << 20;     ///< The report of one message, as HTML and as plain text.
};

/// The reports in `bytes`, in their order: one for each message that has a text, messages inside messages included.
/// Bad mails of an mbox are problems, and the others read. Which field says what: docs/formats/mail.md.
///
/// Errors: kTooLarge for more than `items.max_items` mails or reports;
///         for a single mail also kTooLarge past `limits`, kInvalid where it has no text ("mail without a text").
base::Result<NewsItems> parse_mail(std::string_view bytes, const NewsItemLimits& items = {},
                                   const MailLimits& limits = {});

}  // namespace dateline::formats
