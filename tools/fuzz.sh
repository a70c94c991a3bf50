#!/usr/bin/env bash
# Runs the fuzzers for SECONDS each (default 15), one a processor, from their corpora in fuzz/.
# What a run finds to be new stays in build/fuzzing/corpus/; a crash leaves its input in build/fuzzing/findings/.
#   tools/fuzz.sh [SECONDS] [FUZZER…]                    the fuzzers of the asan preset, as ./test.sh builds them
#   DATELINE_PRESET=fuzz tools/fuzz.sh 3600 warc_fuzz    the optimised ones, for a long run
#   DATELINE_FUZZ_SEED=1 tools/fuzz.sh                   the same inputs each time, from fuzz/ alone, as ./test.sh runs them: what passed once passes
#                                                        again, up to as many runs. New findings are for runs without a seed.
set -uo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-15}
shift || true
preset=${DATELINE_PRESET:-asan}
export preset
mkdir -p build/fuzzing/findings build/fuzzing/logs
if [ $# -gt 0 ]; then
  fuzzers=("$@")
else
  mapfile -t fuzzers < <(find "build/$preset/src" -name '*_fuzz' -type f -perm -u+x -printf '%f\n' | sort)
fi

run_one() {
  local name=$1 seconds=$2 binary corpus options=()
  binary=$(find "build/$preset/src" -name "$name" -type f -perm -u+x)
  [ -f "fuzz/$name.dict" ] && options+=("-dict=fuzz/$name.dict")
  if [ -n "${DATELINE_FUZZ_SEED:-}" ]; then
    # What libFuzzer learns from comparisons depends on addresses, and the order of a folder on the file system.
    corpus=build/fuzzing/seeded/$name
    rm -rf "$corpus"
    options+=("-seed=$DATELINE_FUZZ_SEED" -use_cmp=0 "-seed_inputs=$(find "fuzz/$name" -type f | LC_ALL=C sort | paste -sd,)" "$corpus")
  else
    corpus=build/fuzzing/corpus/$name
    options+=("$corpus" "fuzz/$name")
  fi
  mkdir -p "$corpus"
  if "$binary" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="build/fuzzing/findings/$name-" "${options[@]}" >"build/fuzzing/logs/$name" 2>&1; then
    echo "ok      $name $(sed -n 's/^stat::number_of_executed_units: */runs /p' "build/fuzzing/logs/$name")"
  else
    echo "FAILED  $name: see build/fuzzing/logs/$name"
    grep -m 3 -E 'ERROR|bug:|SUMMARY|artifact' "build/fuzzing/logs/$name"
    return 1
  fi
}
export -f run_one
printf '%s\n' "${fuzzers[@]}" | xargs -P "$(nproc)" -I{} bash -c 'run_one {} '"$seconds" | tee build/fuzzing/summary
failed=$(grep -c '^FAILED' build/fuzzing/summary)
passed=$(grep -c '^ok' build/fuzzing/summary)
echo "fuzzers: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -eq ${#fuzzers[@]} ]
