#!/usr/bin/env bash
# Configures a preset where that is still to do, and builds it.
#   tools/build.sh release [TARGET…]
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift
[ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" ${1:+--target "$@"}
