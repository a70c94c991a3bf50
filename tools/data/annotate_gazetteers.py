#!/usr/bin/env python3
"""Derives the gazetteers of the annotate room from public lists; writes into data/.

  annotate_gazetteers.py --lexicon FOLDER --words american-english-small --out data

FOLDER holds the lists named below, as they come from the npm packages and repositories that data/*.README.md names;
american-english-small is the word list of Debian's wamerican-small. Every output is sorted by bytes, one entry a line,
"key TAB payload", keys folded as text::fold() folds them, so that the program can search it where it lies.
"""
import argparse
import csv
import json
import lzma
import pathlib
import re
import unicodedata


def fold(text):
    """Lower case without diacritics, plain apostrophes: what text::fold() does, for Latin script."""
    text = text.replace("’", "'").replace("ʼ", "'").replace("ı", "i")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.lower().strip()


def is_latin(text):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


def lines(path):
    for line in path.read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            yield line.strip()


def write(path, rows):
    """rows: dict of key to payload."""
    out = [f"{key}\t{payload}\n".encode() for key, payload in rows.items()]
    path.write_bytes(b"".join(sorted(out, key=lambda row: row.split(b"\t")[0])))
    print(f"{path.name}: {len(rows)} entries, {path.stat().st_size} bytes")


def common_words(path):
    """The lower-case words of SCOWL's small list, without possessives."""
    return {w for w in lines(path) if re.fullmatch(r"[a-z]{2,}", w)}


def person_names(lexicon, words):
    """Flags: m, f first name (census); g first name (Moby only); S frequent surname, s surname; p in cspell's list of
    people's names; w also a common word."""
    flags = {}

    def add(name, flag):
        key = fold(name)
        if re.fullmatch(r"[a-z][a-z'-]+", key):
            flags.setdefault(key, set()).add(flag)

    names = lexicon / "names"
    for name in lines(names / "us-census1990-first_male.txt"):
        add(name, "m")
    for name in lines(names / "us-census1990-first_female.txt"):
        add(name, "f")
    for kind in ("female", "male"):
        for name in lines(names / f"stdlib-{kind}-first-names-en.txt"):
            add(name, "g")
    for rank, name in enumerate(lines(names / "us-census1990-last.txt")):
        if rank < 30000:
            add(name, "S" if rank < 4000 else "s")
    for name in lines(names / "cspell-people-names.txt"):
        add(name, "p")
    with open(lexicon / "leaders" / "reign-leaderlist_3_21.csv", encoding="latin-1") as f:
        for row in csv.DictReader(f):
            last = re.sub(r"\(.*?\)", "", row["leader"]).split()
            if last and not re.search(r"Council|Junta|Committee", row["leader"]):
                add(last[-1], "s")
                if len(last) == 2:
                    add(last[0], "p")
    legislators = (lexicon / "leaders" / "us-legislators-current.yaml").read_text(encoding="utf8")
    for first in re.findall(r"^    first: (\w+)$", legislators, re.M):
        add(first, "p")
    for last in re.findall(r"^    last: ([\w'-]+)$", legislators, re.M):
        add(last, "s")
    rows = {}
    for key, letters in flags.items():
        if key in words:
            letters.add("w")
        if letters == {"p", "w"} or (letters & {"g", "s"} and letters <= {"g", "s", "w"} and "w" in letters):
            continue  # A rare name that is a common word does more harm than good.
        rows[key] = "".join(sorted(letters))
    return rows


def countries(lexicon, words):
    """Payload: kind (C country, D demonym, P capital) and the country's key."""
    rows = {}
    data = json.loads(lzma.open(lexicon / "geo" / "mledoze-countries.json.xz").read())
    data.sort(key=lambda country: -country["area"])  # "American", "Dominican": the larger country has the word.

    def add(name, kind, country, may_be_word=True):
        key = fold(name)
        key = key[4:] if key.startswith("the ") else key
        if (may_be_word or key not in words) and len(key) > 3 and is_latin(key) and "," not in key and "(" not in key:
            rows.setdefault(key, f"{kind}\t{country}")

    for country in data:
        slug = fold(country["name"]["common"]).replace(" ", "-")
        add(country["name"]["common"], "C", slug)
        add(country["name"]["official"], "C", slug)
    for country in data:
        slug = fold(country["name"]["common"]).replace(" ", "-")
        for name in country["altSpellings"]:
            add(name, "C", slug, may_be_word=False)  # "Island" is Iceland in Icelandic.
        for demonym in (country.get("demonyms", {}).get("eng") or {}).values():
            for one in re.split(r"[,/]", demonym):
                add(one, "D", slug)
        for capital in country["capital"]:
            add(capital, "P", slug)
    return rows


def cities(lexicon, words, first_names):
    """Payload: kind (T town, A first-order division), size class (digits of the population), w when a common word."""
    rows = {}
    for row in json.loads((lexicon / "geo" / "geonames-admin1.json").read_text(encoding="utf8")):
        key = re.sub(r"^(the|state of|republic of) ", "", fold(row["name"]))
        if is_latin(key) and len(key) > 2 and key not in words and "(" not in key and not key.isdigit():
            rows[key] = "A"
    with lzma.open(lexicon / "geo" / "geonames-cities500.txt.xz", "rt", encoding="utf8") as f:
        for line in f:
            cell = line.rstrip("\n").split("\t")
            population = int(cell[14] or 0)
            if population < 15000 and cell[7] != "PPLC":
                continue
            size = len(str(population))
            for name in {cell[1], cell[2]}:
                key = fold(name)
                word = key in words
                if not is_latin(key) or len(key) < 3 or (word and size < 6) or (key in first_names and size < 6):
                    continue
                old = rows.get(key, "")
                if old.startswith("T") and int(old[1]) >= size:
                    continue
                rows[key] = ("A" if old.startswith("A") else "T") + str(size) + ("w" if word else "")
    return rows


def organisations(lexicon, words, others):
    """Payload: O; from lists of companies and of news outlets. `others`: keys that are people's names or places."""
    rows = {}

    def add(name):
        key = re.sub(r"^the ", "", fold(name))
        if not is_latin(key) or len(key) < 4 or key in others or not re.search(r"[a-z]", key) or len(key.split()) > 5:
            return
        if key not in words and not re.search(r"[/|()]|\.\w", key):
            rows[key] = "O"

    for name in lines(lexicon / "orgs" / "cspell-companies.txt"):
        if name[0].isupper():
            add(name)
    for line in lines(lexicon / "outlets" / "fundus-publishers.tsv"):
        add(line.split("\t")[1])
    feeds = json.loads((lexicon / "outlets" / "news-feed-list-of-countries.json").read_text(encoding="utf8"))
    for outlets in feeds.values():
        for outlet in outlets:
            if re.search(r"Times|News|Post|Herald|Guardian|Telegraph|Journal|Tribune|Reuters|Radio|Gazette|Standard",
                         outlet["publication_name"]):
                add(outlet["publication_name"])
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lexicon", type=pathlib.Path, required=True)
    parser.add_argument("--words", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    words = common_words(args.words)
    names = person_names(args.lexicon, words)
    first_names = {key for key, letters in names.items() if set(letters) & set("mf")}
    write(args.out / "languages" / "en" / "common-words.tsv", {word: "w" for word in words})
    write(args.out / "person-names.tsv", names)
    write(args.out / "countries-odbl.tsv", countries(args.lexicon, words))
    places = cities(args.lexicon, words, first_names)
    write(args.out / "cities.tsv", places)
    write(args.out / "organisations.tsv", organisations(args.lexicon, words, places.keys() | names.keys()))


if __name__ == "__main__":
    main()
