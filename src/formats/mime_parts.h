// formats/mime_parts.h -- inside the room: a mail as its messages and their leaves (RFC 2045, 2046), in one pass over
// its lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/header_fields.h"
#include "formats/mail.h"

namespace dateline::formats {

/// A part that has no parts.
struct MimeLeaf {
  std::string type;            ///< "text/html", lower case. What says nothing is text/plain.
  std::string charset;         ///< As declared, or empty.
  std::string encoding;        ///< Content-Transfer-Encoding, lower case, or empty.
  std::string language;        ///< Content-Language, or empty.
  std::string_view content;    ///< As it stands in the mail, still encoded.
  bool is_attachment = false;  ///< By its Content-Disposition; or a multipart/related has it for its first part.
  bool is_flowed = false;      ///< format=flowed
  bool deletes_space = false;  ///< delsp=yes
};

struct MimeMessage {
  std::vector<HeaderField> fields;  ///< Those that parse_mail() reads.
  std::string type;                 ///< Of the whole message: "multipart/alternative".
  std::vector<MimeLeaf> leaves;
  bool has_messages = false;  ///< Others travel inside it.
};

/// The message that `bytes` are, then those inside it, in their order. Views into `bytes`.
///
/// Broken structure is read as mail programs do: an end that is missing is where the outer part ends; a multipart
/// without a boundary, and what lies deeper than the limit, is a leaf of its type, which nobody reads.
///
/// Time: linear; a line that begins with "--" is compared with at most `max_depth` boundaries.
/// Errors: kTooLarge past a limit, "header of more than 256 KiB at byte 1204".
base::Result<std::vector<MimeMessage>> split_mime(std::string_view bytes, const MailLimits& limits);

}  // namespace dateline::formats
