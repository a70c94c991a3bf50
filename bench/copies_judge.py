"""What links from copies to originals are worth; for copies_gold.py."""

import collections
import re
import sys

from copy_makers import STRENGTHS, WAYS

ALIKE = 0.3


def words_of(text):
    return re.findall(r"\w+", text.lower())


def runs_of(text):
    words = words_of(text)
    return {tuple(words[i:i + 4]) for i in range(len(words) - 3)}


def find_alike(articles):
    """For each article id the ids of those that share ALIKE or more of the shorter one's runs."""
    holders = collections.defaultdict(list)
    sizes, common = {}, collections.Counter()
    for article in articles:
        runs = runs_of(" ".join(article["paragraphs"]))
        sizes[article["id"]] = len(runs)
        for run in runs:
            if len(holders[run]) < 200:
                for other in holders[run]:
                    common[other, article["id"]] += 1
            holders[run].append(article["id"])
    alike = collections.defaultdict(set)
    for (a, b), count in common.items():
        if count >= ALIKE * min(sizes[a], sizes[b]):
            alike[a].add(b)
            alike[b].add(a)
    return alike


def judge(rows, original_ids, said, alike, show_misses):
    by_row = {row["row"]: row for row in rows}
    # By (way, strength): copies, linked to their family, links to others, links straight to the original.
    counts = collections.defaultdict(lambda: [0, 0, 0, 0])
    for row in rows:
        cell = counts[row["way"], row["strength"]]
        is_copy = row["way"] is not None and row["family"] in original_ids
        cell[0] += is_copy
        target = by_row.get(said[row["row"]])
        if target is None:
            if is_copy and show_misses:
                print("missed", row["way"], row["strength"] + 1, row["family"], len(row["paragraphs"]), file=sys.stderr)
            continue
        known = {row["family"], *row["filler"]} | alike[row["family"]]
        for piece in row["filler"]:
            known |= alike[piece]
        touches = {target["family"], *target["filler"]}
        if target["family"] in {row["family"]} | alike[row["family"]]:
            cell[1] += is_copy
            cell[3] += is_copy and target["way"] is None
        elif not known & touches:
            cell[2] += 1
            if show_misses:
                print("wrong", row["way"], row["strength"] + 1, row["family"], target["way"], target["family"], file=sys.stderr)
    return counts


def print_table(counts, others):
    print(f"{'':12}" + "".join(f"   strength {s + 1}" for s in STRENGTHS) + "      all")
    print(f"{'way':12}" + "      P     R " * 6)
    total = [0, 0, 0, 0]
    def share(part, whole):
        return f"{part / whole:6.3f}" if whole else "     -"
    for way in WAYS:
        line, sums = f"{way.__name__:12}", [0, 0, 0, 0]
        for strength in STRENGTHS:
            cell = counts[way.__name__, strength]
            sums = [a + b for a, b in zip(sums, cell)]
            line += f" {share(cell[1], cell[1] + cell[2])}{share(cell[1], cell[0])} "
        print(line + f" {share(sums[1], sums[1] + sums[2])}{share(sums[1], sums[0])}")
        total = [a + b for a, b in zip(total, sums)]
    plain = counts[None, 0]
    print(f"all {total[0]} copies: precision {share(total[1], total[1] + total[2] + plain[2])}, recall "
          f"{share(total[1], total[0])}; straight to the original {share(total[3], total[1])}; "
          f"{plain[2]} of {others} unperturbed articles called copies")
