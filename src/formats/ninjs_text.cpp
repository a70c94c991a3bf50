// formats/ninjs_text.cpp -- bodies and headlines: which of several, and in what form. Version 1 has a member for each
// ("body_html", "headline_short"), later ones have lists with a role and a media type; all leave the words for roles to
// the sender, so that what a text looks like decides where nothing else does.
#include <string>
#include <utility>

#include "base/json.h"
#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/json_parts.h"
#include "formats/ninjs_parts.h"

namespace dateline::formats {
namespace {

/// What can be read best comes first.
enum class Form { kHtml, kPlain, kXml, kUnreadable };

Form form_of_value(std::string_view value) {
  const std::string_view text = base::trim(value);
  if (text.starts_with("<?xml") || base::starts_with_ignoring_case(text, "<nitf")) return Form::kXml;
  return looks_like_html(text) ? Form::kHtml : Form::kPlain;
}

Form form_of(const NinjsText& text) {
  const bool typed = !base::trim(text.media_type).empty();
  const std::string said = base::ascii_lower(typed ? text.media_type : text.role);
  if (said.find("html") != said.npos) return Form::kHtml;
  if (said.find("nitf") != said.npos || said.find("xml") != said.npos) return Form::kXml;
  if (said == "text" || said == "plain" || said.starts_with("text/")) return Form::kPlain;
  return typed ? Form::kUnreadable : form_of_value(text.value);
}

// What NITF has for a body is HTML but for its names; the head around it is not.
std::string_view nitf_content(std::string_view xml) {
  const std::size_t tag = xml.find("<body.content");
  const std::size_t begin = tag == xml.npos ? xml.npos : xml.find('>', tag);
  if (begin == xml.npos) return xml;
  const std::string_view content = xml.substr(begin + 1);
  return content.substr(0, content.find("</body.content>"));
}

bool is_main(const NinjsText& text) {
  return base::equals_ignoring_case(text.role, "main");
}

}  // namespace

std::vector<NinjsText> ninjs_texts(const base::JsonObject& object, std::string_view plural, std::string_view prefix) {
  std::vector<NinjsText> texts;
  if (const base::JsonArray* list = base::find_array(object, plural)) {
    for (const base::Json& entry : *list) {
      const base::JsonObject* text = entry.if_object();
      if (text == nullptr) continue;
      texts.push_back(
          {json_text(*text, {"role"}), json_text(*text, {"contentType", "contenttype"}), json_text(*text, {"value"})});
    }
  }
  for (const auto& member : object) {
    const std::string_view name(member.key().data(), member.key().size());
    if (!name.starts_with(prefix) || !member.value().is_string()) continue;
    texts.push_back({name.substr(prefix.size()), {}, base::as_view(member.value().get_string())});
  }
  std::erase_if(texts, [](const NinjsText& text) { return base::trim(text.value).empty(); });
  return texts;
}

bool take_ninjs_body(const std::vector<NinjsText>& texts, NewsItem& item) {
  const NinjsText* best = nullptr;
  Form best_form = Form::kUnreadable;
  for (const NinjsText& text : texts) {
    const Form form = form_of(text);
    const bool better = form < best_form || (form == best_form && best != nullptr && is_main(text) && !is_main(*best));
    if (!better) continue;
    best = &text;
    best_form = form;
  }
  if (best == nullptr) return false;
  if (best_form == Form::kPlain) {
    item.body_text = best->value;
  } else {
    item.body_html = best_form == Form::kXml ? nitf_content(best->value) : best->value;
  }
  return true;
}

std::string ninjs_headline(const base::JsonObject& object) {
  const std::string_view only = json_text(object, {"headline"});
  if (!only.empty()) return plain_title(only);
  const std::vector<NinjsText> headlines = ninjs_texts(object, "headlines", "headline_");
  for (const NinjsText& headline : headlines) {
    if (is_main(headline)) return plain_title(headline.value);
  }
  return headlines.empty() ? plain_title(json_text(object, {"title"})) : plain_title(headlines.front().value);
}

}  // namespace dateline::formats
