#!/usr/bin/env bash
# Every test, from a bare Debian 12: installs what is missing, builds what changed, and ends with "N passed, N failed".
#   ./test.sh            all of it
#   ./test.sh STEP…      some: format layers dev asan lint fuzz journeys
# Each step's whole output is in build/logs/STEP.log.
set -uo pipefail
cd "$(dirname "$0")"
steps=("$@")
[ ${#steps[@]} -eq 0 ] && steps=(format layers dev asan lint fuzz journeys)
tools/setup.sh build test || exit 1
mkdir -p build/logs
passed=0 failed=0 skipped=0 started=$SECONDS

step_format() { tools/format.sh --check; }
step_layers() { tests/layers/run.sh; }
step_dev() { tools/build.sh dev && ctest --preset dev; }
step_lint() { tools/build.sh asan && tools/lint.sh; }
step_asan() { tools/build.sh asan && ctest --preset asan; }
step_fuzz() { tools/build.sh asan && DATELINE_FUZZ_SEED=${DATELINE_FUZZ_SEED-1} tools/fuzz.sh "${DATELINE_FUZZ_SECONDS:-15}"; }
step_journeys() { tools/build.sh release dateline && python3 -m unittest discover -s tests/journeys -v; }

# Adds up what a step's log counts: ctest's and unittest's totals, and the line "NAME: N passed, N failed" of our own scripts. A step that counts nothing is
# one test by itself.
count() {
  local log=$1 status=$2 total bad skip
  if read -r bad total < <(sed -n 's/.*tests passed, \([0-9]*\) tests failed out of \([0-9]*\)$/\1 \2/p' "$log" | tail -n 1) && [ -n "${total:-}" ]; then
    skip=$(grep -c '\*\*\*Skipped' "$log")
  elif total=$(sed -n 's/^Ran \([0-9]*\) tests\? in.*/\1/p' "$log" | tail -n 1) && [ -n "$total" ]; then
    skip=$(tail -n 1 "$log" | sed -n 's/.*skipped=\([0-9]*\).*/\1/p')
    bad=$(tail -n 1 "$log" | grep -oE '(failures|errors|unexpected successes)=[0-9]+' | awk -F= '{n += $2} END {print n + 0}')
    [ "$bad" -gt "$total" ] && bad=$total
  elif read -r total bad < <(sed -n 's/^[a-z]*: \([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$log") && [ -n "${total:-}" ]; then
    total=$((total + bad))
  else
    total=1 bad=0
  fi
  [ "$status" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1 && [ "$total" -eq 0 ] && total=1
  skip=${skip:-0}
  passed=$((passed + total - bad - skip)) failed=$((failed + bad)) skipped=$((skipped + skip))
}

for step in "${steps[@]}"; do
  log=build/logs/$step.log
  begin=$SECONDS
  "step_$step" >"$log" 2>&1 </dev/null
  status=$?
  count "$log" "$status"
  if [ "$status" -eq 0 ]; then
    printf '%-10s ok       %4d s\n' "$step" $((SECONDS - begin))
  else
    printf '%-10s FAILED   %4d s   build/logs/%s.log ends:\n' "$step" $((SECONDS - begin)) "$step"
    tail -n 60 "$log"
  fi
  grep -hE '^(skipped|samples:|seeds:|  expected to fail)' "$log"
done
echo "$((SECONDS - started)) s in all"
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ "$failed" -eq 0 ]
