#!/usr/bin/env python3
"""Finds the weights of src/stories/pair_odds.cpp and writes src/stories/grouping_settings.h.

    python3 -m venv /tmp/v && /tmp/v/bin/pip install numpy scikit-learn
    /tmp/v/bin/python tools/data/grouping_settings.py build/bench/bench/pair_clues ../shared/data/stories [K FOLDER]

Logistic regressions over the clues and products of some of them, one for each question: whether a report belongs to a
story (whose reports are then no rivals), and whether two reports belong together (then everything else is a rival). On
the pairs that meet in the two development sets and, so that look-alikes and form letters are known too, in the invented
stream of bench/endless_stream.h, which counts less. Settings only: no word of a text is in them. Prints the share of gold
pairs among the surest (average precision).

With K (0 to 3) a quarter of the topics is left out, and its rows are written to FOLDER, to judge settings on topics that
they have not seen: build, group the whole sets, and score the rows of FOLDER.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib

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
# What pair_clues says was asked, of a report that comes and when all are there.
OF_STORIES = [0, 2]
OF_PAIRS = [1, 3]


def clue_names():
    header = (ROOT / "src/stories/pair_odds.h").read_text()
    return [name for name in re.findall(r"^\s+k(\w+),", header, re.M) if name != "Count"]


def quarter(story):
    """The two look-alike events of a topic ("7-ecb", "7-plus") stay together."""
    return zlib.crc32(re.sub("-(ecb|plus)$", "", story).encode()) % 4


class Pairs:
    """Clues (rows x clues), what was asked of each row, whether its two are of one story, and what it counts. No row has
    an article of the quarter `without`."""

    def __init__(self, tool, source, weight, clues, without):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "out"
            subprocess.run([tool, source, out], check=True)
            stories = out.read_text().split("\n")
            raw = numpy.fromfile(f"{out}.pairs", dtype=numpy.uint32).reshape(-1, 3 + clues)
        left_out = numpy.array([quarter(story) == without for story in stories])
        raw = raw[~left_out[raw[:, 0]] & ~left_out[raw[:, 1]]]
        self.asked = raw[:, 2]
        self.same = numpy.array([stories[a] == stories[b] for a, b in raw[:, :2]])
        self.clues = raw[:, 3:].view(numpy.float32)
        self.weight = weight / (len(stories) - 1)

    def of(self, question, products):
        rows = numpy.isin(self.asked, question)
        clues = self.clues[rows]
        multiplied = [(clues[:, a] * clues[:, b])[:, None] for a, b in products]
        return numpy.concatenate([clues] + multiplied, axis=1), self.same[rows], numpy.full(len(clues), self.weight)


def fit(question, sets, products):
    """Weights of clues and products, and the bias."""
    read = [pairs.of(question, products) for pairs in sets.values()]
    values, same, counts = (numpy.concatenate(parts) for parts in zip(*read))
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    model = LogisticRegression(C=RIDGE, max_iter=250, tol=1e-3)
    model.fit((values - mean) / spread, same, sample_weight=counts / counts.mean())
    weights = model.coef_[0] / spread
    for source, (clues, labels, _) in zip(sets, read):
        print(f"{source}: average precision {average_precision_score(labels, clues @ weights):.3f}")
    return weights, model.intercept_[0] - (weights * mean).sum() + SHIFT


def settings_text(name, comment, weights, bias, clues):
    def listed(values):
        return ", ".join(f"{value:.4f}F" for value in values)

    return f"""{comment}
inline constexpr PairSettings {name} = {{
    {bias:.4f}F,
    {{{listed(weights[:clues])}}},
    {{{listed(weights[clues:])}}}}};
"""


def write(products, texts):
    places = ", ".join(f"{{{a}, {b}}}" for a, b in products)
    text = f"""// stories/grouping_settings.h -- the weights of pair_odds: found by tools/data/grouping_settings.py, docs/stories.md.
#pragma once

#include <array>
#include <cstddef>

#include "stories/pair_odds.h"

namespace dateline::stories {{

/// Two of PairClue, by number.
struct PairProduct {{
  std::size_t one = 0;
  std::size_t two = 0;
}};

inline constexpr std::array<PairProduct, {len(products)}> kPairProducts = {{{{
    {places}
}}}};

struct PairSettings {{
  float bias = 0;
  std::array<float, kPairClues> weights{{}};
  std::array<float, kPairProducts.size()> products{{}};
}};

{texts}
}}  // namespace dateline::stories
"""
    (ROOT / "src/stories/grouping_settings.h").write_text(text)


def main():
    if len(sys.argv) not in (3, 5):
        sys.exit(__doc__)
    without = int(sys.argv[3]) if len(sys.argv) == 5 else None
    tool, data = sys.argv[1], pathlib.Path(sys.argv[2])
    names = clue_names()
    sources = [(data / "ecbplus-dev.jsonl", 1), (data / "allsides-dev.jsonl", 1), ("--stream", STREAM_WEIGHT)]
    sets = {source: Pairs(tool, source, weight, len(names), None if source == "--stream" else without)
            for source, weight in sources}
    core = [names.index(name) for name in MULTIPLIED]
    products = [(a, b) for i, a in enumerate(core) for b in core[i:] if not (a == b and names[a] in FLAGS)]
    texts = []
    for name, question, comment in [
            ("kOfStories", OF_STORIES, "/// Of questions that name a story."),
            ("kOfPairs", OF_PAIRS, "/// Of questions that name none.")]:
        weights, bias = fit(question, sets, products)
        texts.append(settings_text(name, comment, weights, bias, len(names)))
    write(products, "\n".join(texts))
    for source, _ in sources[:-1] if without is not None else []:
        rows = [row for row in source.read_text().splitlines() if quarter(json.loads(row)["story"]) == without]
        (pathlib.Path(sys.argv[4]) / source.name).write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
