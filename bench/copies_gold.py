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
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARY = os.environ.get("DATELINE_BIN", str(ROOT / "build" / "release" / "dateline"))
ALIKE = 0.3
STRENGTHS = range(5)

SYNONYMS = dict(pair.split("=") for pair in """
said=stated told=informed killed=slain police=officers big=large children=kids government=administration began=started
announced=declared people=persons attack=assault help=aid man=male woman=female company=firm president=leader
reported=related shows=displays called=named found=discovered near=close found=located killed=shot died=perished
win=triumph won=triumphed new=recent first=initial last=final many=numerous about=around after=following
before=previously because=since but=however also=too while=whereas show=display game=match movie=film home=house
hospital=clinic arrested=detained charged=accused judge=magistrate suspect=accused death=demise week=fortnight
say=state says=states according=referring several=various including=among early=soon late=tardy""".split())

BRITISH = dict(pair.split("=") for pair in """
color=colour colors=colours honor=honour honored=honoured labor=labour neighbor=neighbour neighbors=neighbours
neighborhood=neighbourhood favor=favour favorite=favourite behavior=behaviour harbor=harbour rumors=rumours
center=centre centers=centres theater=theatre theaters=theatres meter=metre meters=metres kilometers=kilometres
liter=litre defense=defence offense=offence license=licence organize=organise organized=organised
organization=organisation realize=realise realized=realised recognize=recognise recognized=recognised
authorities=authorities criticized=criticised apologize=apologise analyze=analyse paralyzed=paralysed
traveled=travelled traveling=travelling canceled=cancelled counselor=counsellor jewelry=jewellery gray=grey
program=programme programs=programmes tire=tyre check=cheque pajamas=pyjamas percent=per_cent toward=towards
airplane=aeroplane aluminum=aluminium mom=mum math=maths gasoline=petrol truck=lorry attorney=lawyer
maneuver=manoeuvre skeptical=sceptical story=storey enrollment=enrolment fulfill=fulfil catalog=catalogue
dialog=dialogue ton=tonne aging=ageing judgment=judgement plow=plough draft=draught sept=september
soccer=football apartment=flat elevator=lift""".split())

# Pages' worth of lines; --furniture puts real ones in their place.
FURNITURE = [page.split("|") for page in """Home|News|Sport|Business|Subscribe now|Sign in|Share this article|Advertisement
We use cookies to improve your visit. By going on you agree to our use of cookies.|All rights reserved. This material may
not be published, broadcast, rewritten or redistributed without permission.|Privacy policy|Terms of use|Contact|Imprint
Most read this week|Council votes on new tramway|Orchestra plays to a full house|Heavy rain expected by the weekend|Sign up
for our morning newsletter and never miss a story|Comments are closed.|Back to top|Advertise with us|Letters to the editor
""".replace("\n", "|").split("|Most ")]
FURNITURE_PAGES = 8  # few, so that many articles have the same


HEADLINES = """What we know so far about the case|Questions remain after a long day|Officials give new details
A day that many will remember|Here is how it came about|Residents speak of their surprise|The story behind the news
All you need to know this morning|A closer look at what happened|Experts weigh in on the events""".replace(
    "\n", "|").split("|")

AGENCIES = ["AP", "The Associated Press", "Associated Press", "Reuters", "AFP", "UPI", "Bloomberg", "CNN"]
PLACES = ["GENEVA", "HARBOUR CITY", "NEW WEXFORD", "LAKE TARN", "PORT ELM", "OSLO", "LIMA", "SUVA"]


def words_of(text):
    return re.findall(r"\w+", text.lower())


def runs_of(text):
    words = words_of(text)
    return {tuple(words[i:i + 4]) for i in range(len(words) - 3)}


# An article here is a list of paragraphs and a headline.
def sentences_of(paragraphs):
    return [[s for s in re.split(r"(?<=[.!?][\"”’' ])\s*(?=[A-Z\"“])|\n", p) if s.strip()] for p in paragraphs]


def change_words(text, share, change, chance):
    """Replaces `share` of the words for which `change` knows something else."""
    def one(match):
        if chance.random() >= share:
            return match[0]
        return change(match[0]) or match[0]
    return re.sub(r"[A-Za-z]+", one, text)


def typo_or_synonym(chance):
    def change(word):
        if word.lower() in SYNONYMS:
            return SYNONYMS[word.lower()]
        if len(word) < 4:
            return word + word[-1]
        at = chance.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2:] if word[at] != word[at + 1] else word[:at] + word[at + 1:]
    return change


def headline(article, strength, chance, _filler):
    head = article["headline"].split()
    other = chance.choice(HEADLINES)
    if strength < 2:
        share = (0.25, 0.6)[strength]
        article["headline"] = " ".join(w if chance.random() > share else chance.choice(other.split()) for w in head)
        return
    article["headline"] = other
    if strength >= 3:
        article["paragraphs"].insert(0, other + ".")
    if strength == 4:
        article["paragraphs"].insert(1, " ".join(chance.sample(HEADLINES, 3)) + ".")


def words(article, strength, chance, _filler):
    share = (0.02, 0.05, 0.08, 0.12, 0.16)[strength]
    change = typo_or_synonym(chance)
    article["paragraphs"] = [change_words(p, share, change, chance) for p in article["paragraphs"]]


def dropped(article, strength, chance, _filler):
    share = (0.1, 0.2, 0.3, 0.4, 0.5)[strength]
    parts = sentences_of(article["paragraphs"])
    places = [(i, j) for i, part in enumerate(parts) for j in range(len(part))]
    gone = set(chance.sample(places, int(share * len(places) + 0.5)))
    kept = [" ".join(s for j, s in enumerate(part) if (i, j) not in gone) for i, part in enumerate(parts)]
    article["paragraphs"] = [p for p in kept if p]


def shortened(article, strength, _chance, _filler):
    share = (0.85, 0.7, 0.55, 0.45, 0.35)[strength]
    left = int(share * sum(len(p.split()) for p in article["paragraphs"]))
    kept = []
    for paragraph in article["paragraphs"]:
        taken = paragraph.split()[:left]
        if taken:
            kept.append(" ".join(taken))
        left -= len(taken)
    article["paragraphs"] = kept


def take_filler(article, share, filler):
    wanted = max(8, int(share * sum(len(p.split()) for p in article["paragraphs"])))
    taken = []
    for paragraph in filler["paragraphs"]:
        taken.append(" ".join(paragraph.split()[:wanted]))
        wanted -= len(taken[-1].split())
        if wanted <= 0:
            break
    article["filler"].append(filler["id"])
    return taken


def added(article, strength, chance, filler):
    for paragraph in take_filler(article, (0.1, 0.2, 0.35, 0.5, 0.75)[strength], filler):
        article["paragraphs"].insert(chance.randrange(1, len(article["paragraphs"]) + 1), paragraph)


def reordered(article, strength, chance, _filler):
    paragraphs = article["paragraphs"]
    if strength == 4:
        paragraphs = [s for part in sentences_of(paragraphs) for s in part]
    if strength >= 3:
        chance.shuffle(paragraphs)
    else:
        for _ in range((1, 2, 4)[strength]):
            i, j = chance.randrange(len(paragraphs)), chance.randrange(len(paragraphs))
            paragraphs[i], paragraphs[j] = paragraphs[j], paragraphs[i]
    article["paragraphs"] = paragraphs


def furniture(article, strength, chance, _filler):
    count = (2, 5, 10, 20, 40)[strength]
    page = chance.choice(FURNITURE)
    begin = chance.randrange(max(1, len(page) - count))
    lines = page[begin:begin + count]
    before = len(lines) // 2
    article["paragraphs"] = lines[:before] + article["paragraphs"] + lines[before:]


def marks(article, strength, _chance, _filler):
    def change(text):
        text = re.sub(r"\"([^\"]*)\"", r"“\1”", text).replace("'", "’")
        if strength >= 1:
            text = text.replace(" - ", " — ").replace("“", "„").replace("...", "…")
        if strength == 3:
            text = text.encode("utf-8").decode("cp1252", "replace")
        if strength == 4:
            text = text.encode("ascii", "replace").decode()
        return text.upper() if strength >= 3 else text
    article["paragraphs"] = [change(p) for p in article["paragraphs"]]
    if strength >= 2:
        article["paragraphs"][0] = article["paragraphs"][0].upper()
        article["headline"] = article["headline"].upper()


def agency(article, strength, chance, _filler):
    old = re.compile(r"\b(" + "|".join(map(re.escape, AGENCIES)) + r")\b")
    new = chance.choice(["Meridian News", "Coastwire", "Northern Press"])
    paragraphs = article["paragraphs"]
    paragraphs[0] = f"{chance.choice(PLACES)}, {chance.choice(['Jan', 'May', 'Nov'])}. {chance.randrange(1, 29)} ({new}) - " + paragraphs[0]
    if strength >= 1:
        paragraphs.append(f"({new}. Additional reporting by our correspondents; editing by the night desk.)")
    if strength >= 2:
        paragraphs[:] = [old.sub(new, p) for p in paragraphs]
        paragraphs.insert(0, f"By {chance.choice(['Ada Renn', 'Jo Marlow', 'Kit Oban'])}, {new}")
    if strength >= 3:
        paragraphs[:] = [p.replace(" said", " told " + new) for p in paragraphs]
    if strength == 4:
        days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
        paragraphs[:] = [change_words(p, 1, lambda w: "today" if w in days else None, chance) for p in paragraphs]


def merged(article, strength, _chance, filler):
    taken = take_filler(article, (0.2, 0.4, 0.6, 0.8, 1.0)[strength], filler)
    article["paragraphs"] = article["paragraphs"] + taken


def spelling(article, strength, chance, _filler):
    share = (strength + 1) / 5
    def change(word):
        lower = word.lower()
        if lower in BRITISH:
            return BRITISH[lower].replace("_", " ")
        for old, new in (("ization", "isation"), ("izing", "ising"), ("ized", "ised"), ("lled", "led"), ("ling", "lling")):
            if lower.endswith(old) and len(lower) > len(old) + 3:
                return word[:-len(old)] + new
        return None
    article["paragraphs"] = [change_words(p, share, change, chance) for p in article["paragraphs"]]


def numbers(article, strength, chance, _filler):
    share = (strength + 1) / 5
    spelt = "two three four five six seven eight nine ten twelve".split()
    def digits(match):
        return str(int(match[0]) + chance.randrange(1, 9)) if chance.random() < share else match[0]
    def change(word):
        return chance.choice(spelt) if word.lower() in spelt else None
    article["paragraphs"] = [change_words(re.sub(r"\d{1,9}", digits, p), share, change, chance)
                             for p in article["paragraphs"]]


WAYS = [headline, words, dropped, shortened, added, reordered, furniture, marks, agency, merged, spelling, numbers]


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


def read_furniture(path, chance):
    """Lines of captures that are not the report, page by page."""
    pages = []
    for row in map(json.loads, open(path, encoding="utf-8")):
        lines = [l for l, kind in zip(row["lines"], row["labels"]) if kind in ("related", "other") and l.strip()]
        if len(lines) >= 60:
            pages.append(lines)
    FURNITURE[:] = chance.sample(pages, FURNITURE_PAGES)


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
