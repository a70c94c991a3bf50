#!/usr/bin/env bash
# Runs every fuzzer of the fuzz preset for SECONDS each (default 15), two at a time, from its corpus in fuzz/.
# What a run finds to be new stays in build/fuzz/corpus/; a crash leaves its input in build/fuzz/findings/.
#   tools/fuzz.sh [SECONDS] [FUZZER…]
set -uo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-15}
shift || true
mkdir -p build/fuzz/findings build/fuzz/logs
if [ $# -gt 0 ]; then
  fuzzers=("$@")
else
  mapfile -t fuzzers < <(find build/fuzz/src -name '*_fuzz' -type f -perm -u+x -printf '%f\n' | sort)
fi

run_one() {
  local name=$1 seconds=$2 binary seeds dictionary=()
  binary=$(find build/fuzz/src -name "$name" -type f -perm -u+x)
  seeds=fuzz/$name
  [ -f "fuzz/$name.dict" ] && dictionary=("-dict=fuzz/$name.dict")
  mkdir -p "build/fuzz/corpus/$name"
  if "$binary" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 "${dictionary[@]}" \
    -artifact_prefix="build/fuzz/findings/$name-" "build/fuzz/corpus/$name" "$seeds" >"build/fuzz/logs/$name" 2>&1; then
    echo "ok      $name $(sed -n 's/^stat::number_of_executed_units: */runs /p' "build/fuzz/logs/$name")"
  else
    echo "FAILED  $name: see build/fuzz/logs/$name"
    grep -m 3 -E 'ERROR|bug:|SUMMARY|artifact' "build/fuzz/logs/$name"
    return 1
  fi
}
export -f run_one
printf '%s\n' "${fuzzers[@]}" | xargs -P "$(nproc)" -I{} bash -c 'run_one {} '"$seconds" | tee build/fuzz/summary
failed=$(grep -c '^FAILED' build/fuzz/summary)
passed=$(grep -c '^ok' build/fuzz/summary)
echo "fuzzers: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -eq ${#fuzzers[@]} ]
