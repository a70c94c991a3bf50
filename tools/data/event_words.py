#!/usr/bin/env python3
"""Makes data/languages/en/event-words.tsv: how much of a word's use tells of something that happens.

  tools/data/event_words.py WORDNET > data/languages/en/event-words.tsv

WORDNET: the folder of WordNet 3.0's database files (Debian: wordnet-base, /usr/share/wordnet). A word's senses are
weighed by how often they were met in the texts that WordNet's makers tagged. All senses of verbs tell of something that
happens, those of nouns by the file they stand in (lexnames(5WN)); verbs that carry little themselves count half. Forms
in -ed and -ing, and irregular forms, are verbs first. Words that do not stand in word-frequencies.tsv are left out.
"""
import pathlib, re, sys
from collections import defaultdict

HAPPENS = {"04", "11", "19", "22"}  # noun.act, noun.event, noun.phenomenon, noun.process
HALF = {"07", "10", "12", "26", "28"}  # noun.attribute, noun.communication, noun.feeling, noun.state, noun.time
LIGHT = set("be have do get make take go come give let become seem keep start begin continue".split())
UNSEEN = 0.3  # what a sense counts that was never met
LEAST = 5  # percent

wordnet = pathlib.Path(sys.argv[1])


def read_senses():
    met = {}
    for line in open(wordnet / "cntlist.rev"):
        sense, _, count = line.split()
        met[sense] = int(count)
    verb, noun, happens = defaultdict(float), defaultdict(float), defaultdict(float)
    for pos, number in (("verb", 2), ("noun", 1)):
        for line in open(wordnet / f"data.{pos}"):
            if line.startswith("  "):
                continue
            fields = line.split()
            for k in range(int(fields[3], 16)):
                word, lexical = fields[4 + 2 * k].lower(), int(fields[5 + 2 * k], 16)
                weight = met.get(f"{word}%{number}:{fields[1]}:{lexical:02d}::", 0) + UNSEEN
                if pos == "verb":
                    verb[word] += weight
                else:
                    noun[word] += weight
                    happens[word] += weight * (1 if fields[1] in HAPPENS else 0.5 if fields[1] in HALF else 0)
    return verb, noun, happens


def read_irregular(pos):
    return {fields[0]: fields[1:] for fields in map(str.split, open(wordnet / f"{pos}.exc"))}


def forms_of_verb(word):
    stems = {word, word[:-1] if word.endswith("e") else word}
    if re.search(r"[^aeiou][aeiou][bdgklmnprtvz]$", word):
        stems.add(word + word[-1])
    past = {stem + end for stem in stems for end in ("ed", "ing")} | {word + "d"}
    if re.search(r"[^aeiou]y$", word):
        past |= {word[:-1] + "ied", word + "ing"}
    return past


def plural(word):
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")


verb, noun, happens = read_senses()
verbs_of, nouns_of, past = defaultdict(set), defaultdict(set), set()
for word in verb:
    verbs_of[word].add(word)
    verbs_of[plural(word)].add(word)
    for form in forms_of_verb(word):
        verbs_of[form].add(word)
        past.add(form)
for word in noun:
    nouns_of[word].add(word)
    nouns_of[plural(word)].add(word)
for form, words in read_irregular("verb").items():
    verbs_of[form].update(w for w in words if w in verb)
    past.add(form)
for form, words in read_irregular("noun").items():
    nouns_of[form].update(w for w in words if w in noun)

import snowballstemmer

stem = snowballstemmer.stemmer("english").stemWord
known = {line.split("\t")[0] for line in open("data/languages/en/word-frequencies.tsv") if not line.startswith("#")}

print("""# How much of the use of an English word tells of something that happens: word, TAB, percent. Sorted by bytes.
# Made by tools/data/event_words.py from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved.
# Licence: WordNet's (data/languages/en/event-words.README.md).""")
for form in sorted(set(verbs_of) | set(nouns_of), key=str.encode):
    if not re.fullmatch(r"[a-z]{3,}", form) or stem(form) not in known:
        continue
    as_verb = sum(verb[w] for w in verbs_of[form]) * (3 if form in past else 1)
    as_noun = sum(noun[w] for w in nouns_of[form])
    told = sum(happens[w] for w in nouns_of[form])
    if as_verb + as_noun == 0:
        continue
    light = 0.5 if verbs_of[form] & LIGHT else 1
    share = (as_verb * light + (told if as_noun and told / as_noun > 0.2 else 0)) / (as_verb + as_noun)
    percent = round(100 * share)
    if percent >= LEAST:
        print(f"{form}\t{percent}")
