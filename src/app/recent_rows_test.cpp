#include "app/recent_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace dateline::app {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

PlacedRow row(std::string_view id, const std::string& uri) {
  return {base::Json(id), uri, "s"};
}

std::vector<std::string> moved(RecentRows& rows, const std::string& uri, const std::string& story) {
  std::vector<std::string> ids;
  rows.move(uri, story, [&](const PlacedRow& one) {
    ids.emplace_back(base::as_view(one.id.get_string()));
    EXPECT_EQ(one.story, story);
    return true;
  });
  return ids;
}

TEST(RecentRows, OfOneUriAllMoveTheOldestFirst) {
  RecentRows rows(10);
  rows.add(row("1", "u:a"));
  rows.add(row("2", "u:b"));
  rows.add(row("3", "u:a"));
  EXPECT_THAT(moved(rows, "u:a", "t"), ElementsAre("1", "3"));
  EXPECT_THAT(moved(rows, "u:", "t"), IsEmpty());
  EXPECT_EQ(rows.first_of("u:a")->id, "1");
  EXPECT_EQ(rows.first_of("u:b")->story, "s");
  EXPECT_EQ(rows.first_of("u:c"), nullptr);
}

TEST(RecentRows, TheOldestAreForgotten) {
  RecentRows rows(2);
  rows.add(row("1", "u:a"));
  rows.add(row("2", "u:b"));
  rows.add(row("3", "u:a"));
  EXPECT_EQ(rows.first_of("u:a")->id, "3");
  EXPECT_THAT(moved(rows, "u:a", "t"), ElementsAre("3"));
  for (int i = 4; i < 1000; ++i) {
    rows.add(row(std::to_string(i), "u:" + std::to_string(i % 5)));
    EXPECT_EQ(rows.rows().size(), 2U);
  }
  EXPECT_EQ(rows.first_of("u:a"), nullptr);
  EXPECT_THAT(moved(rows, "u:4", "t"), ElementsAre("999"));
  EXPECT_THAT(moved(rows, "u:3", "t"), ElementsAre("998"));
  EXPECT_THAT(moved(rows, "u:2", "t"), IsEmpty());
}

TEST(RecentRows, WhoCanTakeNoMoreIsNotAskedAgain) {
  RecentRows rows(3);
  for (const char* id : {"1", "2", "3"}) rows.add(row(id, "u:a"));
  int asked = 0;
  EXPECT_FALSE(rows.move("u:a", "t", [&](const PlacedRow&) { return ++asked < 2; }));
  EXPECT_EQ(asked, 2);
}

}  // namespace
}  // namespace dateline::app
