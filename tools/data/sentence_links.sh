#!/usr/bin/env bash
# Makes data/sentence-links.tsv again: measures the sentences of labelled stories and fits the trees. Half a minute.
#   tools/data/sentence_links.sh ../shared/data [--cross]
# --cross: writes nothing, says how well pairs of unseen topics are told. Needs python3 with venv and the release preset.
set -euo pipefail
cd "$(dirname "$0")/../.."
gold=$1/stories/ecbplus-dev.jsonl cross=${2:-}
work=build/sentence-links
mkdir -p "$work"
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/python" -m pip install --quiet 'lightgbm==4.*' numpy scikit-learn
fi
cmake --build build/release --target list_link_clues
list=build/release/src/stories/list_link_clues
"$list" <"$gold" >"$work/whole.jsonl"
# Small stories out of the big ones, so that the trees know those too.
python3 - "$gold" <<'EOF' >"$work/small-rows.jsonl"
import json, random, sys
random.seed(1)
stories = {}
for line in open(sys.argv[1], encoding="utf8"):
    row = json.loads(line)
    stories.setdefault(row["story"], []).append(row)
for name, rows in sorted(stories.items()):
    random.shuffle(rows)
    for size in (2, 4):
        drawn = random.sample(rows, len(rows))
        for first in range(0, len(drawn) - size + 1, size):
            for row in drawn[first : first + size]:
                print(json.dumps({**row, "story": f"{name}/{size}.{first}"}))
EOF
"$list" <"$work/small-rows.jsonl" >"$work/small.jsonl"
if [ -n "$cross" ]; then
  "$work/venv/bin/python" tools/data/fit_sentence_links.py --cross "$gold" "$work/whole.jsonl" "$work/small.jsonl"
else
  "$work/venv/bin/python" tools/data/fit_sentence_links.py "$gold" "$work/whole.jsonl" "$work/small.jsonl" >"$work/new.tsv"
  mv "$work/new.tsv" data/sentence-links.tsv
fi
