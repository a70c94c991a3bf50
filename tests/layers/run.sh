#!/usr/bin/env bash
# Proves that the configure step refuses what breaks the layers: each case is a tiny house of its own, built from the
# project's cmake/ folder, and must fail with the words given (or pass, for the one that is in order).
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# house NAME EXPECTED ROOM DEPS INCLUDE: a room of that name that uses DEPS and holds one source with INCLUDE.
house() {
  local name=$1 expected=$2 room=$3 deps=$4 include=$5 folder=$work/$1
  mkdir -p "$folder/src/$room" "$folder/src/base"
  cp -r "$here/../../cmake" "$folder/"
  cat >"$folder/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(house CXX)
list(APPEND CMAKE_MODULE_PATH \${CMAKE_SOURCE_DIR}/cmake)
set(DATELINE_TESTS OFF)
set(DATELINE_LIBFUZZER OFF)
include(Flags)
include(Rooms)
include(DatelineRoom)
dateline_add_rooms()
END
  echo 'int base_source() { return 0; }' >"$folder/src/base/base.cpp"
  echo 'dateline_room(base SOURCES base.cpp)' >"$folder/src/base/CMakeLists.txt"
  printf '%s\nint source() { return 0; }\n' "$include" >"$folder/src/$room/x.cpp"
  echo "dateline_room($room SOURCES x.cpp ${deps:+DEPS $deps})" >"$folder/src/$room/CMakeLists.txt"
  local said
  said=$(cmake -G Ninja -S "$folder" -B "$folder/build" 2>&1 | tr -s ' \n' ' ')
  if [[ $said == *"$expected"* ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'layers: case %s: expected "%s", got: %s\n' "$name" "$expected" "$said"
  fi
}

house in_order "Configuring done" news base '#include "base/result.h"'
house upwards "room 'text' (layer 1) may not use 'stories'" text "base stories" ''
house sideways "room 'stories' (layer 2) may not use 'annotate'" stories "base annotate" ''
house not_granted "room 'access' is not in cmake/Rooms.cmake" access base ''
house stray_include "includes \"base/…\", which room 'news' does not use" news "" '#include "base/result.h"'
house stray_upward_include "includes \"site/…\", which room 'news' does not use" news base '#include "site/site.h"'
house stray_library "which lives in room 'archive', not in 'news'" news base '#include <sqlite3.h>'

echo "layers: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
