#!/usr/bin/env python3
"""Derives the tables of places and their coordinates from public lists; writes into data/.

  annotate_places.py --lexicon FOLDER --words american-english-small --known data/known-names.txt --out data

FOLDER and american-english-small are what annotate_gazetteers.py takes. Three tables, sorted by bytes (the keys of landmarks.tsv
there are left to it):

  places.tsv               key, kind (T town, A first-order division), country, division, prominence, latitude, longitude
  place-names.tsv          slug of a name, keys of the places it names, the most prominent first; "~" before a key: a name
                           that the place has beside its own. Names that are only the key of their own place are left out
  country-places-odbl.tsv  key, C, country, nothing, prominence, latitude, longitude

Prominence is in hundredths of a decimal order of magnitude: of people times the number, to the power of 1.5, of names
that other languages have for the place, which tells the Valencia that the world speaks of from the larger one.
"""
import argparse
import collections
import json
import lzma
import math
import pathlib
import re

from annotate_gazetteers import common_words, fold, is_latin, lines, write

MIN_TOWN = 5000  # Smaller places share their names with people, streets and each other more often than news names them.
MIN_TOWN_WITH_OTHER_NAMES = 100000
COUNTRY_PROMINENCE = 900
CAPITAL_BONUS = 50
DIVISION_BONUS = 150
KNOWN_BONUS = 100
OTHER_NAME_LOSS = 250  # Also in src/annotate/places.cpp.
# Canada's provinces have numbers in GeoNames; people know their postal letters.
CANADA = {"01": "ab", "02": "bc", "03": "mb", "04": "nb", "05": "nl", "07": "ns", "08": "on", "09": "pe", "10": "qc",
          "11": "sk", "12": "yt", "13": "nt", "14": "nu"}
DIVISION_KEYS = {"US.WA": "washington-state", "US.NY": "new-york-state"}  # As news calls them beside the cities.


def slug(name):
    """What annotate::slug() makes of a name."""
    folded = re.sub(r"[.']", "", fold(name))
    return re.sub(r"[^a-z0-9\x80-\U0010ffff]+", "-", folded).strip("-")


class Place:
    def __init__(self, kind, country, division, prominence, latitude, longitude, names):
        self.kind, self.country, self.division = kind, country, division
        self.prominence, self.latitude, self.longitude = prominence, latitude, longitude
        self.names = names  # The first is its own.
        self.key = ""

    def row(self):
        return (f"{self.kind}\t{self.country}\t{self.division}\t{self.prominence}\t"
                f"{self.latitude:.3f}\t{self.longitude:.3f}")


def read_known(path):
    """Slug of every spelling of a known place to its key."""
    keys = {}
    for line in lines(path):
        kind, _, rest = line.partition(":")
        if kind != "LOC":
            continue
        first, _, others = rest.partition("=")
        for name in [first, *others.split(",")]:
            if len(slug(name)) > 2:
                keys.setdefault(slug(name), slug(first))
    return keys


def read_countries(lexicon, known):
    """Places by ISO code."""
    data = json.loads(lzma.open(lexicon / "geo" / "mledoze-countries.json.xz").read())
    places = {}
    for country in data:
        latitude, longitude = country["latlng"]
        name = country["name"]["common"]
        place = Place("C", country["cca2"], "", COUNTRY_PROMINENCE, latitude, longitude, [slug(name)])
        spellings = [slug(n) for n in (name, country["name"]["official"])]
        place.key = next((known[s] for s in spellings if s in known), slug(name))
        places[place.country] = place
    return places


def order(population):
    return round(100 * math.log10(max(population, 1)))


def read_towns(lexicon, words):
    """The towns, and for each division (people, summed latitude, summed longitude) of all its places."""
    towns, sums = [], collections.defaultdict(lambda: [0, 0.0, 0.0])
    with lzma.open(lexicon / "geo" / "geonames-cities500.txt.xz", "rt", encoding="utf8") as f:
        for line in f:
            cell = line.rstrip("\n").split("\t")
            population, capital = int(cell[14] or 0), cell[7] == "PPLC"
            latitude, longitude = float(cell[4]), float(cell[5])
            total = sums[f"{cell[8]}.{cell[10]}"]
            for i, value in enumerate((1, latitude, longitude)):
                total[i] += value * max(population, 1)
            if (population < MIN_TOWN and not capital) or cell[7] == "PPLX":  # PPLX: part of a town.
                continue
            others = [name for name in cell[3].split(",") if name]
            names = [slug(cell[1]), slug(cell[2])]
            if population >= MIN_TOWN_WITH_OTHER_NAMES or capital:
                names += [slug(name) for name in others if is_latin(name) and len(name) > 3 and fold(name) not in words]
            prominence = order(population) + 3 * order(1 + len(others)) // 2 + (CAPITAL_BONUS if capital else 0)
            names = [name for name in dict.fromkeys(names) if name]
            if names:
                towns.append(Place("T", cell[8], cell[10], prominence, latitude, longitude, names))
    return towns, sums


def read_divisions(lexicon, sums):
    divisions = []
    for row in json.loads((lexicon / "geo" / "geonames-admin1.json").read_text(encoding="utf8")):
        country, _, code = row["code"].partition(".")
        people, latitude, longitude = sums.get(row["code"], (0, 0, 0))
        if not people or not is_latin(row["name"]) or row["name"].isdigit():
            continue
        name = slug(row["name"])
        short = re.sub(r"^(the|state-of|republic-of)-|-(province|region|state|oblast|governorate|prefecture|department|"
                       r"district|county|krai|republic|voivodeship|parish|municipality)$", "", name)
        names = list(dict.fromkeys([short or name, name]))
        place = Place("A", country, code, order(people) + DIVISION_BONUS, latitude / people, longitude / people, names)
        place.key = DIVISION_KEYS.get(row["code"], "")
        divisions.append(place)
    return divisions


def without_doubles(places, countries, known):
    """Drops a division that has the name of a town in it: news means the town. America's states stay. A capital with
    the name of its country is "… City"."""
    def where(place):
        return place.country, place.division, known.get(place.names[0], place.names[0])

    towns = {where(place) for place in places if place.kind == "T"}
    for place in places:
        if place.kind == "A" and place.country != "US" and where(place) in towns:
            continue
        own_country = countries.get(place.country)
        if own_country and place.names[0] in (own_country.key, own_country.names[0]):
            place.names = [place.names[0] + "-city", *(n for n in place.names if n != place.names[0])]
            if place.kind == "A":
                continue
        yield place


def give_keys(places, countries, known, landmarks):
    """The most prominent place of a name has the plain slug, others add where they are."""
    taken = {country.key for country in countries.values()}
    taken |= {country.names[0] for country in countries.values()}
    taken |= landmarks
    taken |= {place.key for place in places if place.key} | {name for name in known if known[name] != name}
    for key in sorted(set(known.values())):  # Where known-names.txt has a key, the place of that key is the foremost one.
        named = [p for p in places if not p.key and any(known.get(name) == key for name in p.names)]
        own = [p for p in named if known.get(p.names[0]) == key]
        if named and key not in taken:
            best = max(named, key=lambda p: (p.prominence - (0 if p in own else OTHER_NAME_LOSS)))
            best.key = key
            best.prominence += KNOWN_BONUS
            taken.add(key)
    kept = []
    for place in places:
        name = place.names[0]
        division = CANADA.get(place.division, place.division) if place.country == "CA" else place.division
        where = f"{name}-{place.country}" + ("" if place.kind == "A" else f"-{division}")
        for key in (place.key, name, slug(where)):
            if key and (key == place.key or key not in taken):
                place.key = key
                taken.add(key)
                kept.append(place)
                break
    return kept


def names_of(places, known):
    """place-names.tsv: a name's places, foremost first."""
    named = collections.defaultdict(dict)
    for place in places:
        for i, name in enumerate(place.names):
            own = i == 0 or name == place.key or known.get(name) == place.key
            value = place.prominence - (0 if own else OTHER_NAME_LOSS)
            named[name].setdefault(place.key, (value, own))
        named[place.key].setdefault(place.key, (place.prominence, True))
    by_key = {place.key: place for place in places}
    for name, key in known.items():  # "Calif."
        if key in by_key:
            named[name].setdefault(key, (by_key[key].prominence, True))
    rows = {}
    for name, keys in named.items():
        ranked = sorted(keys.items(), key=lambda item: (-item[1][0], item[0]))[:12]
        if [key for key, _ in ranked] != [name]:
            rows[name] = " ".join(("" if own else "~") + key for key, (_, own) in ranked)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lexicon", type=pathlib.Path, required=True)
    parser.add_argument("--words", type=pathlib.Path, required=True)
    parser.add_argument("--known", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    known = read_known(args.known)
    countries = read_countries(args.lexicon, known)
    towns, sums = read_towns(args.lexicon, common_words(args.words))
    places = list(without_doubles(towns + read_divisions(args.lexicon, sums), countries, known))
    places.sort(key=lambda p: (-p.prominence, p.names[0], p.country, p.division))
    landmarks = {line.split("\t")[0] for line in lines(args.out / "landmarks.tsv")}
    places = give_keys(places, countries, known, landmarks)
    write(args.out / "places.tsv", {place.key: place.row() for place in places})
    write(args.out / "place-names.tsv", names_of(places, known))
    write(args.out / "country-places-odbl.tsv", {place.key: place.row() for place in countries.values()})


if __name__ == "__main__":
    main()
