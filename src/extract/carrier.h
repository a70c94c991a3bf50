// extract/carrier.h -- what a feed, wire message or mail says about the report it carries, as fields of the article.
#pragma once

#include <string>

#include "news/article.h"
#include "news/capture.h"

namespace dateline::extract {

/// BCP 47 primary subtag of the language that `carrier` states; empty when it states none.
std::string stated_language(const news::Carrier& carrier);

/// Sets byline and authors to those of `carrier`, empty when it has none.
void read_carrier_byline(const news::Carrier& carrier, news::Article& article);

/// For feeds and mails: fills the fields that `article` leaves open. A page knows more of itself than what links to it.
void add_carrier(const news::Carrier& carrier, news::Article& article);

/// For wire messages, whose header is written by the desk that sends them: what `carrier` says takes the place of what
/// was found in the body. A note to editors ("Corrects spelling in paragraph 3") is put before what was dropped, so
/// that readers can see it.
void believe_carrier(const news::Carrier& carrier, news::Article& article);

/// For mails: who sent it and when is in the header alone, whatever links its body begins with. The subject is the
/// headline where the body has none but the newsletter's own name; else what the body says fills and stays.
void believe_mail_header(const news::Carrier& carrier, news::Article& article);

}  // namespace dateline::extract
