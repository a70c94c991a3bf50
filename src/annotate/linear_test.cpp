// No shape of text makes annotate() slower than linear. Found shapes go into the list; annotate_linear_fuzz looks for
// more.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/linear_checks.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kBytes = 4 << 10;
constexpr std::size_t kTimes = 8;
// Linear time grows 8 times, quadratic time 64 times.
constexpr double kAllowed = 20;

const std::vector<std::string>& shapes() {
  static const std::vector<std::string> kShapes = {
      "a",
      "A",
      ". ",
      "\"",
      "\" ",
      "(",
      ", ",
      "- ",
      "said ",
      "Roe ",
      "Roe said ",
      "\"Go,\" Roe said ",
      "Roe said. \"Go. ",
      "\"Go\n",
      "Roe said \"go\n",
      "he said ",
      "according to Roe ",
      "the ",
      "of ",
      "Ministry of ",
      "Minister ",
      "Prime Minister of the Bank of ",
      "John Roe, minister of fish, and ",
      "Ann Roe. Roe. ",
      "counterpart ",
      "the ministers of the two countries, Roe and Doe, ",
      "Monday ",
      "Nov. 2 ",
      "2 ",
      "last year ",
      "the first quarter of ",
      "early next week or late January to ",
      "in 2014 ",
      "2.11.2013 ",
      "XYZ (XYZ) ",
      "European Central Bank (ECB) ",
      "Smith Smith-",
      "U.S.",
      "1,",
      "\xE2\x80\x9C",
      "\xE2\x80\x9Cgo\xE2\x80\x9D ",
      "\xF0\x9F\x91\x8D",
      "e\xCC\x81",
      "\xE6\x9D\xB1\xE4\xBA\xAC",
      "\xE0\xB8\x81",
      "\xD8\xA7",
      "a\n",
      "\"\n",
      "Roe\n",
  };
  return kShapes;
}

// In parts, because sanitizers make each shape slow.
class Linear : public testing::TestWithParam<std::size_t> {
 public:
  static constexpr std::size_t kParts = 4;
};

TEST_P(Linear, ShapesRepeatedInEnglish) {
  const Annotator annotator;
  for (std::size_t i = GetParam(); i < shapes().size(); i += kParts) {
    EXPECT_LT(growth(annotator, shapes()[i], "en", kBytes, kTimes, kAllowed), kAllowed) << shapes()[i];
  }
}

INSTANTIATE_TEST_SUITE_P(Parts, Linear, testing::Range(std::size_t{0}, Linear::kParts));

TEST(LinearElsewhere, ShapesRepeatedInOtherLanguages) {
  const Annotator annotator;
  for (const std::string_view shape : {"Anna Roth ", "Herr Klein. ", "2. November 2013 ", "A", "1", "2013\xE5\xB9\xB4",
                                       "\xE6\x9D\xB1\xE4\xBA\xAC", "J. ", "Roth und ", "\xD8\xA7 "}) {
    EXPECT_LT(growth(annotator, shape, "de", kBytes, kTimes, kAllowed), kAllowed) << shape;
  }
}

}  // namespace
}  // namespace dateline::annotate
