#!/usr/bin/env python3
"""Fits data/sentence-links.tsv, the trees of stories' LinkModel. See tools/data/sentence_links.sh.

  fit_sentence_links.py GOLD.jsonl CLUES.jsonl... > data/sentence-links.tsv
  fit_sentence_links.py --cross GOLD.jsonl CLUES.jsonl...      F1 of pairs in the stories of the first file, fivefold by
                                                              topic, three times; nothing is written
  fit_sentence_links.py --without K GOLD.jsonl CLUES.jsonl...  fits without every fifth topic from the Kth on

GOLD: articles with "sentences" whose "events" are known; CLUES: what list_link_clues says of them. Two sentences say the
same when their sets of events overlap by at least half (Jaccard), as `score.py facts` has it.
"""
import json, re, sys
import lightgbm, numpy as np

USUAL_PAIRS, LEAST_DEVIATION, FARTHEST = 50, 0.05, 5  # as in link_model.cpp
SETTINGS = dict(n_estimators=120, num_leaves=6, learning_rate=0.05, min_child_samples=400, subsample=0.7,
                subsample_freq=1, colsample_bytree=0.08, reg_lambda=10, verbose=-1, n_jobs=1, random_state=1)
SMALL_STORIES = 0.5  # what the stories of later files weigh beside those of the first

args = sys.argv[1:]
# More in common never speaks against saying the same.
RISING = ("of both", "of longer", "of shorter", "common", "share", "same", "wording")
cross = args[0] == "--cross" and bool(args.pop(0))
without = int(args[1]) if args[0] == "--without" else None
if without is not None:
    args = args[2:]

events = {}
for line in open(args[0], encoding="utf8"):
    row = json.loads(line)
    for index, sentence in enumerate(row["sentences"]):
        events[(row["id"], index)] = set(sentence["events"])
source = open("src/stories/sentence_links.cpp", encoding="utf8").read()
names = re.findall(r'"([^"]+)"', source.split("kLinkClueNames = {")[1].split("};")[0])

stories = []
for number, path in enumerate(args[1:]):
    for line in open(path, encoding="utf8"):
        story = json.loads(line)
        if not story["clues"]:
            continue
        pairs = [((c[0], c[1]), (c[2], c[3])) for c in story["clues"]]
        same = [2 * len(events[a] & events[b]) >= len(events[a] | events[b]) for a, b in pairs]
        stories.append(dict(story=story["story"], first=number == 0, pairs=story["pairs"],
                            mean=np.array(story["mean"]), deviation=np.array(story["deviation"]),
                            clues=np.array([c[4:] for c in story["clues"]]), same=np.array(same, int)))
usual_mean = np.mean([s["mean"] for s in stories if s["first"]], axis=0)
usual_deviation = np.mean([s["deviation"] for s in stories if s["first"]], axis=0)


def sights(story):
    n = story["pairs"]
    mean = (n * story["mean"] + USUAL_PAIRS * usual_mean) / (n + USUAL_PAIRS)
    deviation = (n * story["deviation"] + USUAL_PAIRS * usual_deviation) / (n + USUAL_PAIRS)
    stands = np.clip((story["clues"] - mean) / (deviation + LEAST_DEVIATION), -FARTHEST, FARTHEST)
    return np.concatenate([story["clues"], stands], axis=1)


for s in stories:
    s["sights"] = sights(s)
    s["topic"] = int(s["story"].split("-")[0])


def fit(chosen, seed=1):
    # A story counts by the root of its pairs, so that the longest do not decide alone.
    weight = np.concatenate([np.full(len(s["same"]), len(s["same"]) ** -0.5 * (1 if s["first"] else SMALL_STORIES))
                             for s in chosen])
    rising = [int(name.endswith(RISING) or name.startswith(RISING)) for name in names] * 2
    model = lightgbm.LGBMClassifier(**{**SETTINGS, "random_state": seed}, monotone_constraints=rising)
    return model.fit(np.concatenate([s["sights"] for s in chosen]), np.concatenate([s["same"] for s in chosen]),
                     sample_weight=weight / weight.mean())


def best_f1(odds, same, gold):
    order = np.argsort(-odds)
    hits, said = np.cumsum(same[order]), np.arange(1, len(same) + 1)
    f1 = 2 * hits / (said + gold)
    k = f1.argmax()
    return f1[k], hits[k] / said[k], hits[k] / gold, odds[order][k]


def gold_links():
    groups = {}
    for line in open(args[0], encoding="utf8"):
        row = json.loads(line)
        groups.setdefault(row["story"], []).append((row["id"], [set(s["events"]) for s in row["sentences"] if s["events"]]))
    total = 0
    for reports in groups.values():
        for i, (_, a) in enumerate(reports):
            for _, b in reports[:i]:
                total += sum(2 * len(x & y) >= len(x | y) for x in a for y in b)
    return total


if cross:
    gold = gold_links()
    for seed in range(3):
        topics = np.unique([s["topic"] for s in stories])
        np.random.RandomState(seed).shuffle(topics)
        odds, same, small_odds, small_same = [], [], [], []
        for k in range(5):
            fold = set(topics[k::5])
            model = fit([s for s in stories if s["topic"] not in fold])
            for s in stories:
                if s["topic"] in fold:
                    out = model.predict(s["sights"], raw_score=True)
                    (odds if s["first"] else small_odds).append(out)
                    (same if s["first"] else small_same).append(s["same"])
        print("all  F1 %.4f P %.3f R %.3f from %.2f" % best_f1(np.concatenate(odds), np.concatenate(same), gold))
        if small_odds:
            whole = np.concatenate(small_same)
            print("small F1 %.4f P %.3f R %.3f from %.2f" % best_f1(np.concatenate(small_odds), whole, whole.sum()))
    sys.exit()

topics = np.unique([s["topic"] for s in stories])
model = fit([s for s in stories if without is None or s["topic"] not in set(topics[without::5])])
print("""# Trees that tell the log odds that two sentences of a story say the same (src/stories/link_model.h).
# Made by tools/data/sentence_links.sh; origin and licence: data/sentence-links.README.md.""")
for name, mean, deviation in zip(names, usual_mean, usual_deviation):
    print(f"usual\t{name}\t{mean:.5g}\t{deviation:.5g}")


def write_tree(root):
    rows, waiting = [None], [(0, root)]
    while waiting:
        place, node = waiting.pop(0)
        if "leaf_value" in node:
            rows[place] = f"answer\t{node['leaf_value']:.5g}"
            continue
        assert node["decision_type"] == "<="
        left, sight = len(rows), node["split_feature"]
        rows += [None, None]
        kind = "stands" if sight >= len(names) else "is"
        rows[place] = f"ask\t{names[sight % len(names)]}\t{kind}\t{node['threshold']:.6g}\t{left}"
        waiting += [(left, node["left_child"]), (left + 1, node["right_child"])]
    print("tree")
    print("\n".join(rows))


for tree in model.booster_.dump_model()["tree_info"]:
    write_tree(tree["tree_structure"])
