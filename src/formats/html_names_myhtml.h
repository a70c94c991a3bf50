// formats/html_names_myhtml.h -- inside the room: element names that a page makes up, kept few.
#pragma once

#include <string>
#include <string_view>

namespace dateline::formats {

/// MyHTML keeps the names that it does not know in a list and looks through it tag by tag, before anybody is asked: a
/// million names take it hours. This adds up what that would cost at most, whatever is code and what is mark-up, and
/// gives `utf8` with the names from where it becomes too much cut to their first letter (the rest of them blanked, so
/// that nothing moves); an empty string where nothing has to be done. Pages for people use a tenth at most. Linear.
std::string with_few_names(std::string_view utf8);

}  // namespace dateline::formats
