#include "editions/template.h"

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>

#include "base/check.h"
#include "base/utf8.h"

namespace dateline::editions {
namespace {

constexpr ctemplate::Strip kStrip = ctemplate::STRIP_BLANK_LINES;

ctemplate::TemplateString as_key(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

void Values::set(std::string_view name, std::string_view text) {
  if (base::is_utf8(text)) {
    dictionary_->SetValue(as_key(name), as_key(text));
  } else {
    dictionary_->SetValue(as_key(name), base::mend_utf8(text));
  }
}

void Values::set(std::string_view name, std::size_t number) {
  set(name, std::to_string(number));
}

void Values::set_if(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  set(name, text);
  show("HAS_" + std::string(name));
}

void Values::show(std::string_view section) {
  dictionary_->ShowSection(as_key(section));
}

Values Values::add(std::string_view section) {
  return Values(dictionary_->AddSectionDictionary(as_key(section)));
}

Values Values::include(std::string_view slot, std::string_view file) {
  ctemplate::TemplateDictionary* included = dictionary_->AddIncludeDictionary(as_key(slot));
  included->SetFilename(as_key(file));
  return Values(included);
}

Templates::Templates() : cache_(std::make_unique<ctemplate::TemplateCache>()) {}
Templates::~Templates() = default;

void Templates::add(std::string_view name, std::string_view text) {
  CHECK(text.starts_with(kAutoEscape));
  CHECK(cache_->StringToTemplateCache(as_key(name), as_key(text), kStrip));
}

void Templates::freeze() {
  cache_->Freeze();
}

Page::Page() : root_(std::make_unique<ctemplate::TemplateDictionary>("page")) {}
Page::~Page() = default;

std::string Page::render(const Templates& templates, std::string_view name) const {
  std::string out;
  CHECK(templates.cache_->ExpandNoLoad(as_key(name), kStrip, root_.get(), nullptr, &out));
  return out;
}

}  // namespace dateline::editions
