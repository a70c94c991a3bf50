// app/version.h -- from CMake's project().
#pragma once

namespace dateline::app {

inline constexpr const char* kVersion = DATELINE_VERSION;

}  // namespace dateline::app
