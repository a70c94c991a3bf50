// stories/title_case.h -- headlines whose capitals say nothing.
#pragma once

#include <span>

#include "text/tokens.h"

namespace dateline::stories {

/// True when more than three words in five begin with a capital: such a line is in title case, or nearly so, and its
/// capitals tell no names. False for lines of up to three words.
bool is_title_case(std::span<const text::Token> tokens);

}  // namespace dateline::stories
