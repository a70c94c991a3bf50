#!/usr/bin/env python3
"""Copies that are known to be copies: copies_gold.py [--each N] [--seed N] [--furniture FILE] FILE...

Takes real articles (JSON Lines with "text", "lines" of captures, or "sentences"; they stay where they are), perturbs
some of them in twelve ways at five strengths, sends originals, copies and other articles of the same events, perturbed
in the same ways, through `dateline group` in one order of arrival, and prints for each way and strength how many of N
copies were linked to their original (recall) and how many of all links were right (precision). The binary is
$DATELINE_BIN, else build/release/dateline.

Articles are dealt by event into three hands: originals, others (never copied from, so that no link from them to another
article is right) and filler (whose paragraphs are added to copies). Articles that take over 30 % or more of each other's
runs of four words, as sources have them, are alike already: a copy of one may be linked to the other.
"""

import argparse
import collections
import json
import os
import random
import subprocess
from pathlib import Path

from copies_judge import find_alike, judge, print_table
from copy_makers import STRENGTHS, WAYS, merged, read_furniture

ROOT = Path(__file__).resolve().parent.parent
BINARY = os.environ.get("DATELINE_BIN", str(ROOT / "build" / "release" / "dateline"))


def read_articles(paths, fewest_words):
    articles = []
    for path in paths:
        for number, line in enumerate(open(path, encoding="utf-8")):
            row = json.loads(line)
            if "sentences" in row:
                lines = [s["text"] for s in row["sentences"]]
                lines = lines[:1] + [" ".join(lines[i:i + 2]) for i in range(1, len(lines), 2)]
            elif "lines" in row:
                lines = [l for l, kind in zip(row["lines"], row["labels"]) if kind == "body"]
            else:
                lines = [l for l in row.get("text", "").split("\n") if l.strip()]
            head = row.get("headline") or (lines[0] if lines else "")
            body = lines if row.get("headline") else lines[1:]
            if sum(len(p.split()) for p in body) < fewest_words:
                continue
            articles.append({"id": f"{Path(path).stem}:{row.get('id', number)}", "headline": head, "paragraphs": body,
                             "event": str(row.get("story", number // 10)), "topic": str(row.get("topic", "")),
                             "published": row.get("dct") or row.get("published"), "filler": []})
    return articles


def copy_of(article):
    return {**article, "paragraphs": list(article["paragraphs"]), "filler": []}


def deal(articles, chance):
    """Originals, others and filler: every event gives to all three hands where it has enough articles."""
    events = collections.defaultdict(list)
    for article in articles:
        events[article["event"]].append(article)
    hands = ([], [], [])
    turn = 0
    for event in sorted(events):
        chance.shuffle(events[event])
        for article in events[event]:
            hands[turn % 3].append(article)
            turn += 1
    return hands


def make_rows(articles, each, chance):
    originals, others, filler = deal(articles, chance)
    by_event = collections.defaultdict(list)
    for article in filler:
        by_event[article["event"]].append(article)
    rows, arrivals = [], {}

    def add(source, way, strength, at):
        row = copy_of(source)
        row["family"] = source["id"]
        row["way"], row["strength"], row["at"] = way.__name__ if way else None, strength, at
        if way:
            related = by_event[source["event"]] if way is merged and by_event[source["event"]] else filler
            way(row, strength, chance, chance.choice(related))
        row["row"] = f"r{len(rows)}"
        rows.append(row)

    for article in originals:
        arrivals[article["id"]] = chance.random() * 0.6
        add(article, None, 0, arrivals[article["id"]])
    for way in WAYS:
        for strength in STRENGTHS:
            for article in chance.sample(originals, min(each, len(originals))):
                at = arrivals[article["id"]]
                add(article, way, strength, at + (1 - at) * chance.random())
            for article in chance.sample(others, min(each, len(others))):
                add(article, way, strength, chance.random())
    rows.sort(key=lambda row: row["at"])
    return rows, {article["id"] for article in originals}


def group(rows, keep):
    lines = []
    for row in rows:
        given = {"id": row["row"], "uri": f"https://outlet-{row['row']}.example/report", "headline": row["headline"],
                 "outlet": f"Outlet {row['row']}", "paragraphs": row["paragraphs"], "published": row["published"]}
        lines.append(json.dumps({k: v for k, v in given.items() if v}, ensure_ascii=False))
    text = "\n".join(lines) + "\n"
    if keep:
        Path(keep).write_text(text, encoding="utf-8")
    done = subprocess.run([BINARY, "group"], input=text.encode(), stdout=subprocess.PIPE, check=True)
    return {said["id"]: said.get("duplicate_of") for said in map(json.loads, done.stdout.splitlines())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", help="JSON Lines of articles")
    parser.add_argument("--each", type=int, default=30, help="copies, and as many others, of each way and strength")
    parser.add_argument("--fewest-words", type=int, default=60, help="shorter articles are left out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--furniture", help="captures with labelled lines, for furniture as it is")
    parser.add_argument("--rows", help="where to keep what is given to group")
    parser.add_argument("--misses", action="store_true", help="names each miss and each wrong link")
    options = parser.parse_args()
    articles = read_articles(options.files, options.fewest_words)
    chance = random.Random(options.seed)
    if options.furniture:
        read_furniture(options.furniture, chance)
    rows, original_ids = make_rows(articles, options.each, chance)
    said = group(rows, options.rows)
    counts = judge(rows, original_ids, said, find_alike(articles), options.misses)
    print(f"{len(articles)} articles, {len(rows)} rows")
    print_table(counts, len(original_ids))


if __name__ == "__main__":
    main()
