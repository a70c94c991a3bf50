#!/usr/bin/env python3
"""Fits data/name-weights.tsv: an averaged perceptron over the features of candidate names.

  dump_name_features < GOLD.jsonl > SPANS.jsonl          (cmake --build … --target dump_name_features)
  train_name_weights.py OUT.tsv GOLD.jsonl SPANS.jsonl [GOLD.jsonl SPANS.jsonl …]

GOLD rows: {"id", "text", "entities": [{"begin", "end", "type"}]}. A candidate whose span is a gold span has its type,
any other is none. Deterministic: the order of the examples comes from a fixed seed.
"""
import json
import random
import sys
from collections import defaultdict

CLASSES = ["", "PER", "ORG", "LOC", "MISC"]
ROUNDS = 12
NONE_BIAS = -3  # Candidates are good ones in news; posts, a third of the examples, teach too much caution.


def examples(gold_path, spans_path):
    gold = {}
    for line in open(gold_path, encoding="utf8"):
        row = json.loads(line)
        gold[row["id"]] = {(e["begin"], e["end"]): e["type"] for e in row["entities"]}
    for line in open(spans_path, encoding="utf8"):
        row = json.loads(line)
        for span in row["spans"]:
            kind = gold[row["id"]].get((span["begin"], span["end"]), "")
            yield CLASSES.index(kind) if kind in CLASSES else 0, [tuple(f) for f in span["features"]]


def train(data):
    weights = defaultdict(lambda: [0] * len(CLASSES))
    totals = defaultdict(lambda: [0] * len(CLASSES))  # Sum of weight x step, for the average.
    step = 0
    dice = random.Random(7)
    for _ in range(ROUNDS):
        dice.shuffle(data)
        for kind, features in data:
            step += 1
            sums = [0] * len(CLASSES)
            for feature in features:
                row = weights.get(feature)
                if row:
                    for i, weight in enumerate(row):
                        sums[i] += weight
            said = max(range(len(CLASSES)), key=lambda i: (sums[i], -i))
            if said != kind:
                for feature in features:
                    weights[feature][kind] += 1
                    weights[feature][said] -= 1
                    totals[feature][kind] += step
                    totals[feature][said] -= step
    averages = {f: [w - t / step for w, t in zip(row, totals[f])] for f, row in weights.items()}
    averages[(0, 1)][0] += NONE_BIAS  # Group 0 is in every candidate.
    return averages


def main():
    out, pairs = sys.argv[1], sys.argv[2:]
    data = [e for gold, spans in zip(pairs[::2], pairs[1::2]) for e in examples(gold, spans)]
    print(f"{len(data)} candidates")
    weights = train(data)
    with open(out, "w", encoding="utf8") as f:
        for (group, value), row in sorted(weights.items()):
            f.write("\t".join(str(x) for x in [group, value, *(round(100 * w) for w in row)]) + "\n")


if __name__ == "__main__":
    main()
