// Contrast of everything that is read, after WCAG 2.2, in both schemes.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "editions/outlet_mark.h"
#include "editions/story_page.h"

namespace dateline::editions {
namespace {

double channel(int value) {
  const double share = value / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const std::string& colour) {
  EXPECT_EQ(colour.size(), 7U) << colour;
  const auto part = [&](std::size_t at) { return channel(std::stoi(colour.substr(at, 2), nullptr, 16)); };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

double contrast(const std::string& a, const std::string& b) {
  const double one = luminance(a) + 0.05;
  const double other = luminance(b) + 0.05;
  return one > other ? one / other : other / one;
}

// The --name: #rrggbb pairs of the `nth` :root block.
std::map<std::string, std::string> colours_of(const std::string& css, int nth) {
  std::size_t at = 0;
  for (int i = 0; i <= nth; ++i) at = css.find(":root {", at) + 1;
  const std::string block = css.substr(at, css.find('}', at) - at);
  std::map<std::string, std::string> colours;
  for (std::size_t name = block.find("--"); name != std::string::npos; name = block.find("--", name + 2)) {
    const std::size_t colon = block.find(':', name);
    const std::string value = block.substr(colon + 2, 7);
    if (value[0] == '#') colours[block.substr(name + 2, colon - name - 2)] = value;
  }
  return colours;
}

TEST(Style, EveryTextColourIsReadableOnEveryGroundInBothSchemes) {
  for (const int scheme : {0, 1}) {
    auto colours = colours_of(style_sheet(), scheme);
    ASSERT_EQ(colours.size(), 9U);
    for (const char* ground : {"paper", "wash", "lit"}) {
      EXPECT_GE(contrast(colours["ink"], colours[ground]), 7.0) << scheme << ground;
      for (const char* text : {"soft", "agreed", "differing", "single"}) {
        EXPECT_GE(contrast(colours[text], colours[ground]), 4.5) << scheme << text << " on " << ground;
      }
    }
  }
  EXPECT_NE(colours_of(style_sheet(), 0), colours_of(style_sheet(), 1));
}

TEST(Style, MarksAreReadableAndStandOutInBothSchemes) {
  const std::string light = colours_of(style_sheet(), 0)["paper"];
  const std::string dark = colours_of(style_sheet(), 1)["paper"];
  for (const std::string_view colour : mark_palette()) {
    EXPECT_GE(contrast("#ffffff", std::string(colour)), 4.5) << colour;
    EXPECT_GE(contrast(light, std::string(colour)), 3.0) << colour;
    EXPECT_GE(contrast(dark, std::string(colour)), 3.0) << colour;
  }
}

TEST(Style, HasAClassForEachMarkColourAndNothingFromElsewhere) {
  const std::string css = style_sheet();
  for (std::size_t i = 0; i < mark_palette().size(); ++i) {
    const std::string rule = ".k" + std::to_string(i) + " { background: " + std::string(mark_palette()[i]);
    EXPECT_NE(css.find(rule), std::string::npos) << rule;
  }
  for (const char* foreign : {"url(", "@import", "http", "</"}) EXPECT_EQ(css.find(foreign), std::string::npos);
}

}  // namespace
}  // namespace dateline::editions
