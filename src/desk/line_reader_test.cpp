#include "desk/line_reader.h"

#include <gtest/gtest.h>

namespace dateline::desk {
namespace {

// Hands out its text a few bytes at a time.
class Trickle : public formats::ByteSource {
 public:
  Trickle(std::string text, std::size_t step) : text_(std::move(text)), step_(step) {}
  base::Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    const std::size_t count = std::min({capacity, step_, text_.size() - at_});
    text_.copy(buffer, count, at_);
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t step_;
  std::size_t at_ = 0;
};

std::vector<std::string> read_all_lines(formats::ByteSource& source, std::size_t limit = 100) {
  LineReader reader(source, limit);
  std::vector<std::string> out;
  while (!reader.ended()) {
    auto line = reader.next();
    if (!line.ok()) {
      out.push_back("error: " + line.error().message);
    } else if (line->has_value()) {
      out.push_back(std::to_string((**line).number) + ":" + (**line).text);
    }
  }
  return out;
}

TEST(LineReader, NumbersCountBlankLinesButTheyAreNotHandedOut) {
  for (const std::size_t step : {1u, 3u, 1000u}) {
    Trickle source("one\n\n \r\ntwo\r\nthree", step);
    EXPECT_EQ(read_all_lines(source), (std::vector<std::string>{"1:one", "4:two", "5:three"})) << step;
  }
}

TEST(LineReader, EmptyInputHasNoLines) {
  Trickle source("", 1);
  EXPECT_TRUE(read_all_lines(source).empty());
}

TEST(LineReader, ALineThatIsTooLongIsNamedAndTheRestGoesOn) {
  for (const std::size_t step : {1u, 7u, 100'000u}) {
    Trickle source("a\n" + std::string(300'000, 'x') + "\nb\n", step);
    const auto lines = read_all_lines(source, std::size_t{1} << 10);
    ASSERT_EQ(lines.size(), 3u) << step;
    EXPECT_EQ(lines[0], "1:a");
    EXPECT_EQ(lines[1], "error: line 2: longer than the limit of 0 MB");
    EXPECT_EQ(lines[2], "3:b");
  }
}

TEST(LineReader, AFailingSourceEndsIt) {
  class Failing : public formats::ByteSource {
    base::Result<std::size_t> read(char*, std::size_t) override {
      return base::Error{base::ErrorCode::kIo, "input/output error"};
    }
  } source;
  EXPECT_EQ(read_all_lines(source), (std::vector<std::string>{"error: input/output error"}));
}

}  // namespace
}  // namespace dateline::desk
