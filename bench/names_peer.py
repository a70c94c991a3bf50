#!/usr/bin/env python3
"""Names that `dateline annotate` and a spaCy pipeline find, held against the same gold: names_peer.py PYTHON MODEL GOLD…

PYTHON is an interpreter that has spaCy, MODEL a pipeline's name or its folder. GOLD: JSON Lines of {"id", "text", "entities":
[{"begin", "end", "type"}]}, offsets in code points. Of the pipeline's types PERSON is PER, ORG is ORG, GPE, LOC and FAC are LOC;
"the" before and "'s" behind a name are taken off, as Dateline's names have neither. Prints precision, recall and F1 of exact
spans with their type. The binary is $DATELINE_BIN, else build/release/dateline. Standard library only."""

import json
import os
import subprocess
import sys
from pathlib import Path

BINARY = os.environ.get("DATELINE_BIN", str(Path(__file__).resolve().parent.parent / "build" / "release" / "dateline"))
TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def label() -> None:
    """The part that runs under PYTHON: rows on standard input to rows with the pipeline's names."""
    import spacy

    pipeline = spacy.load(sys.argv[2], exclude=["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"])
    rows = [json.loads(line) for line in sys.stdin]
    for row, document in zip(rows, pipeline.pipe(row["text"] for row in rows)):
        names = []
        for name in document.ents:
            begin = name.start_char + (4 if name.text.lower().startswith("the ") else 0)
            end = name.end_char - (2 if name.text.endswith(("'s", "’s")) else 0)
            names.append({"begin": begin, "end": end, "type": TYPES.get(name.label_, "")})
        print(json.dumps({"id": row["id"], "entities": names}))


def names_of(row: dict) -> set[tuple[int, int, str]]:
    return {(e["begin"], e["end"], e["type"]) for e in row["entities"] if e["type"] in TYPES.values()}


def score(command: list[str], gold: list[dict]) -> str:
    rows = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in gold)
    out = subprocess.run(command, input=rows, capture_output=True, text=True, check=True).stdout
    said = {row["id"]: names_of(row) for row in map(json.loads, out.splitlines())}
    right = sum(len(names_of(row) & said.get(row["id"], set())) for row in gold)
    precision = right / max(1, sum(map(len, said.values())))
    recall = right / max(1, sum(len(names_of(row)) for row in gold))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}"


def main() -> None:
    python, model, files = sys.argv[1], sys.argv[2], sys.argv[3:]
    for file in files:
        with open(file, encoding="utf-8") as lines:
            gold = [json.loads(line) for line in lines]
        print(Path(file).name)
        print("  dateline ", score([BINARY, "annotate"], gold))
        print("  peer     ", score([python, __file__, "--label", model], gold))


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--label":
        label()
    elif len(sys.argv) > 3:
        main()
    else:
        sys.exit(__doc__)
