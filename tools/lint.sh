#!/usr/bin/env bash
# clang-tidy 14 with .clang-tidy, on the C++ files that changed; needs the asan preset built, whose compiler is clang 14
# and whose precompiled headers it shares. Tests and benchmarks are left to the compilers. All files take about seven minutes.
#   tools/lint.sh            changed since DATELINE_LINT_BASE; else since main of origin; where that is HEAD itself (a
#                            fresh clone), in the last ten commits
#   tools/lint.sh --all      every file
#   tools/lint.sh FILE…      these
set -euo pipefail
cd "$(dirname "$0")/.."

base=${DATELINE_LINT_BASE:-}
if [ -z "$base" ]; then
  base=$(git merge-base HEAD origin/main 2>/dev/null || true)
  if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
    base=$(git rev-parse -q --verify HEAD~10 || true)
  fi
fi
if [ "${1:-}" = --all ] || { [ $# -eq 0 ] && [ -z "$base" ]; }; then
  mapfile -t files < <(git ls-files --cached --others --exclude-standard 'src/*.cpp' | grep -v -e _test.cpp -e _bench.cpp)
elif [ $# -gt 0 ]; then
  files=("$@")
else
  mapfile -t files < <({ git diff --name-only --diff-filter=d "$base" -- 'src/*.cpp'
    git ls-files --others --exclude-standard 'src/*.cpp'; } | grep -v -e _test.cpp -e _bench.cpp | sort -u)
fi
echo "lint: ${#files[@]} files"
[ ${#files[@]} -eq 0 ] && exit 0
printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy-14 -p build/asan --quiet 2>/dev/null
