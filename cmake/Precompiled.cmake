# Headers that most files include, compiled once: with DATELINE_PCH a build from nothing takes about a third less time.
# The fuzz preset goes without, so that an include that is missing does not stay hidden.
function(dateline_precompile target)
  if(DATELINE_PCH)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <functional> <map> <memory> <optional> <span> <string> <string_view> <unordered_map> <utility> <vector>
      <fmt/format.h>)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess -Winvalid-pch>)
  endif()
endfunction()

# The tests' own: GoogleTest with the standard headers it brings, made once for all rooms.
function(dateline_precompile_test target)
  if(NOT DATELINE_PCH)
    return()
  endif()
  if(NOT TARGET dateline_test_headers)
    file(WRITE ${CMAKE_BINARY_DIR}/test_headers.cpp "")
    add_library(dateline_test_headers OBJECT ${CMAKE_BINARY_DIR}/test_headers.cpp)
    target_link_libraries(dateline_test_headers PRIVATE dateline_flags fmt)
    target_compile_definitions(dateline_test_headers PRIVATE DATELINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_precompile_headers(dateline_test_headers PRIVATE <gtest/gtest.h> <map> <span> <unordered_map>)
    target_compile_options(dateline_test_headers PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess -Winvalid-pch>)
  endif()
  target_precompile_headers(${target} REUSE_FROM dateline_test_headers)
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess -Winvalid-pch>)
endfunction()
