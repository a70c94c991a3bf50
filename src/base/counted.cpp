#include "base/counted.h"

#include "base/strings.h"

namespace dateline::base {

std::string counted(std::size_t number, std::string_view noun) {
  std::string text = with_thousands(static_cast<std::int64_t>(number)) + ' ';
  text.append(noun);
  if (number == 1) return text;
  if (!noun.ends_with('y')) return text + "s";
  text.pop_back();
  return text + "ies";
}

}  // namespace dateline::base
