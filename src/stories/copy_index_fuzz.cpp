// Texts of any bytes as a stream: what is found was added, copies itself, comes first; memory stays in bounds; sketches
// and what is read back as one are the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "stories/copy_index.h"

namespace {

using dateline::stories::CopyIndex;
using dateline::stories::Sketch;

void check_bytes(const Sketch& sketch) {
  const std::string bytes = dateline::stories::sketch_to_bytes(sketch);
  const auto again = dateline::stories::sketch_from_bytes(bytes);
  CHECK(again && again->signature == sketch.signature);
  CHECK(dateline::stories::sketch_to_bytes(*again) == bytes);
}

}  // namespace

// Texts are separated by NUL bytes; the last is also read as the bytes of a sketch.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kCapacity = 8;
  const std::string_view input(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 65536));
  CopyIndex index(kCapacity);
  CopyIndex same_again(kCapacity);
  std::uint32_t number = 0;
  std::string_view text;
  for (std::size_t begin = 0; begin <= input.size() && number < 500;) {
    const std::size_t end = std::min(input.find('\0', begin), input.size());
    text = input.substr(begin, end - begin);
    begin = end + 1;
    const Sketch sketch = dateline::stories::sketch_text(text);
    CHECK((sketch.signature.runs == 0) == sketch.keys.empty());
    check_bytes(sketch);
    const auto original = index.original_of(sketch);
    CHECK(original == same_again.original_of(sketch));
    if (original) CHECK(index.holds(*original) && *original < number);
    index.add(number, sketch);
    same_again.add(number, sketch);
    const auto found = index.original_of(sketch);
    CHECK(found.has_value() == (sketch.signature.runs > 0));
    if (found) CHECK(*found <= number);
    CHECK(index.memory_bytes() <= 65536);
    ++number;
  }
  if (const auto read = dateline::stories::sketch_from_bytes(text)) {
    index.original_of(*read);
    index.add(number, *read);
  }
  return 0;
}
