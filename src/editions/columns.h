// editions/columns.h -- how wide text is on a terminal, and lines no wider than asked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::editions {

/// 0 for controls, combining marks and formats, 2 for East Asian wide characters and emoji, else 1 (Unicode Standard
/// Annex 11; ambiguous characters are narrow). Sequences that some terminals join into one emoji count as their parts.
std::size_t columns_of_code_point(char32_t code_point);

/// The columns that UTF-8 `text` takes.
std::size_t columns_of(std::string_view text);

/// `text` as lines of at most `width_columns`. White space becomes one space; breaks fall at spaces, and between
/// characters of scripts that write none. A word wider than a line stands on its own line, whole. Linear.
std::vector<std::string> wrap(std::string_view text, std::size_t width_columns);

}  // namespace dateline::editions
