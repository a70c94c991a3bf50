// formats/sniff_mail.h -- inside the room: telling a mail from a text that talks about one.
#pragma once

#include <string_view>

namespace dateline::formats {

/// True when `text` begins with the header of a mail, or with an mbox's postmark and that. A report may begin with
/// "From: the harbour desk" and "Subject: …" lines; a mail has lines that only mail servers and programs write.
bool is_mail(std::string_view text);

}  // namespace dateline::formats
