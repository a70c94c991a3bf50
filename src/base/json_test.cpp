#include "base/json.h"

#include <gtest/gtest.h>

namespace dateline::base {
namespace {

TEST(Json, ErrorsNameThePlace) {
  EXPECT_EQ(parse_json("{\"a\" 1}").error().message, "at byte 5: no well-formed JSON: syntax error");
  EXPECT_EQ(parse_json("{\"a\": 1").error().code, ErrorCode::kInvalid);
  EXPECT_EQ(parse_json("").error().code, ErrorCode::kInvalid);
  EXPECT_EQ(parse_json("1 2").error().message, "at byte 2: text after the JSON value");
  EXPECT_FALSE(parse_json("\"\xFF\"").ok());
}

TEST(Json, DepthIsBounded) {
  EXPECT_TRUE(parse_json(std::string(60, '[') + std::string(60, ']')).ok());
  EXPECT_FALSE(parse_json(std::string(100'000, '[')).ok());
}

TEST(Json, LooksNeverThrow) {
  const auto json = parse_json(R"({"s": "x", "n": 3, "b": true, "a": [1], "o": {}})");
  ASSERT_TRUE(json.ok());
  const JsonObject& object = json->get_object();
  EXPECT_EQ(find_string(object, "s"), "x");
  EXPECT_EQ(find_string(object, "n"), std::nullopt);
  EXPECT_EQ(find_integer(object, "n"), 3);
  EXPECT_EQ(find_number(object, "n"), 3.0);
  EXPECT_EQ(find_number(object, "s"), std::nullopt);
  EXPECT_EQ(find_bool(object, "b"), true);
  EXPECT_NE(find_array(object, "a"), nullptr);
  EXPECT_NE(find_object(object, "o"), nullptr);
  EXPECT_EQ(find_object(object, "none"), nullptr);
}

}  // namespace
}  // namespace dateline::base
