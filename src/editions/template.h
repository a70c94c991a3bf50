// editions/template.h -- HTML through ctemplate, whose auto-escaping knows where in a page a value stands. This is the
// one place that touches ctemplate; other rooms make their pages with these three classes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace ctemplate {
class TemplateCache;
class TemplateDictionary;
}  // namespace ctemplate

namespace dateline::editions {

/// The first line of every template. Without it ctemplate escapes nothing; with it each value is escaped for the text,
/// attribute or URL it stands in, and a URL that is neither relative nor http(s) becomes "#".
inline constexpr std::string_view kAutoEscape = "{{%AUTOESCAPE context=\"HTML\"}}";

/// What a template is filled with: texts by name, sections that are shown once or for each of several values, and
/// other templates. A handle to a part of a Page, which must outlive it; copy it freely.
///
/// A name that is not set inside a section is looked up in what surrounds the section (not across include()).
class Values {
 public:
  /// Raw text; escaping is the template's. Ill-formed UTF-8 is mended.
  void set(std::string_view name, std::string_view text);
  void set(std::string_view name, const char* text) { set(name, std::string_view(text)); }
  void set(std::string_view name, std::size_t number);
  /// Sets `name` and shows the section "HAS_<name>"; nothing for an empty text.
  void set_if(std::string_view name, std::string_view text);
  /// Shows a section once.
  void show(std::string_view section);
  /// Shows a section once more, with values of its own.
  Values add(std::string_view section);
  /// Puts the template called `file` into the slot {{>SLOT}} (once more), with values of its own.
  Values include(std::string_view slot, std::string_view file);

 private:
  friend class Page;
  explicit Values(ctemplate::TemplateDictionary* dictionary) : dictionary_(dictionary) {}

  ctemplate::TemplateDictionary* dictionary_;
};

/// Templates by name. Fill, freeze, then render from any thread.
class Templates {
 public:
  Templates();
  ~Templates();
  Templates(const Templates&) = delete;
  Templates& operator=(const Templates&) = delete;

  /// REQUIRES: `text` begins with kAutoEscape and parses; `name` is new; not frozen. A breach stops the program: our
  /// own templates are wrong, and nothing they would make is safe.
  void add(std::string_view name, std::string_view text);
  void freeze();

 private:
  friend class Page;
  std::unique_ptr<ctemplate::TemplateCache> cache_;
};

/// One page while its values are collected.
class Page {
 public:
  Page();
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  Values values() { return Values(root_.get()); }
  /// REQUIRES: `templates` is frozen and has `name` and all that it includes.
  std::string render(const Templates& templates, std::string_view name) const;

 private:
  std::unique_ptr<ctemplate::TemplateDictionary> root_;
};

}  // namespace dateline::editions
