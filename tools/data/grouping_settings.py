#!/usr/bin/env python3
"""Finds the weights of src/stories/pair_odds.cpp and writes src/stories/grouping_settings.h.

    python3 -m venv /tmp/v && /tmp/v/bin/pip install numpy scikit-learn
    /tmp/v/bin/python tools/data/grouping_settings.py build/bench/bench/pair_clues ../shared/data/stories

A logistic regression over the clues and products of some of them, on the pairs that meet in the two development sets
and, so that look-alikes and form letters are known too, in the invented stream of bench/endless_stream.h, which counts
less. Settings only: no word of a text is in them. Prints the share of gold pairs among the surest (average precision).
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

ROOT = pathlib.Path(__file__).resolve().parents[2]
STREAM_WEIGHT = 0.12
RIDGE = 0.1
# Added to the log odds, so that 0 is where joining pays in B-cubed on both development sets.
SHIFT = 0.04
MULTIPLIED = ["Overall", "FirstLeast", "FirstMost", "SecondLeast", "FourthLeast", "OneFirst", "BothNear", "Shared",
              "Shorter", "Head"]
FLAGS = {"OneFirst", "BothNear"}


def clue_names():
    header = (ROOT / "src/stories/pair_odds.h").read_text()
    return [name for name in re.findall(r"^\s+k(\w+),", header, re.M) if name != "Count"]


def pairs(tool, source, weight, clues):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out"
        subprocess.run([tool, source, out], check=True)
        stories = out.read_text().split("\n")
        raw = numpy.fromfile(f"{out}.pairs", dtype=numpy.uint32).reshape(-1, 3 + clues)
    same = numpy.array([stories[a] == stories[b] for a, b in raw[:, :2]])
    return raw[:, 3:].view(numpy.float32), same, numpy.full(len(same), weight / (len(stories) - 1))


def write(names, weights, products, bias):
    plain, multiplied = weights[: len(names)], weights[len(names):]
    listed = [f"{{{a}, {b}, {weight:.4f}F}}" for (a, b), weight in zip(products, multiplied)]
    text = f"""// stories/grouping_settings.h -- the weights of pair_odds: found by tools/data/grouping_settings.py, docs/stories.md.
#pragma once

#include <array>
#include <cstddef>

#include "stories/pair_odds.h"

namespace dateline::stories {{

struct ProductWeight {{
  std::size_t one = 0;  ///< Of PairClue.
  std::size_t two = 0;
  float weight = 0;
}};

inline constexpr float kBias = {bias:.4f}F;
inline constexpr std::array<float, kPairClues> kWeights = {{
    {", ".join(f"{weight:.4f}F" for weight in plain)}}};
inline constexpr std::array<ProductWeight, {len(products)}> kProducts = {{{{
    {", ".join(listed)}
}}}};

}}  // namespace dateline::stories
"""
    (ROOT / "src/stories/grouping_settings.h").write_text(text)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    tool, data = sys.argv[1], pathlib.Path(sys.argv[2])
    names = clue_names()
    sets = [(data / "ecbplus-dev.jsonl", 1), (data / "allsides-dev.jsonl", 1), ("--stream", STREAM_WEIGHT)]
    read = [pairs(tool, source, weight, len(names)) for source, weight in sets]
    core = [names.index(name) for name in MULTIPLIED]
    products = [(a, b) for i, a in enumerate(core) for b in core[i:] if not (a == b and names[a] in FLAGS)]

    def with_products(clues):
        return numpy.concatenate([clues] + [(clues[:, a] * clues[:, b])[:, None] for a, b in products], axis=1)

    values = with_products(numpy.concatenate([clues for clues, _, _ in read]))
    same = numpy.concatenate([labels for _, labels, _ in read])
    counts = numpy.concatenate([weights for _, _, weights in read])
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    model = LogisticRegression(C=RIDGE, max_iter=3000)
    model.fit((values - mean) / spread, same, sample_weight=counts / counts.mean())
    weights = model.coef_[0] / spread
    bias = model.intercept_[0] - (weights * mean).sum()
    for (source, _), (clues, labels, _) in zip(sets, read):
        print(f"{source}: average precision {average_precision_score(labels, with_products(clues) @ weights):.3f}")
    write(names, weights, products, bias + SHIFT)


if __name__ == "__main__":
    main()
