#!/usr/bin/env python3
"""The teacher of the name tagger: rows of text to rows with the names that an spaCy pipeline sees.

  label_names.py MODEL < ROWS.jsonl > LABELLED.jsonl          (needs spacy; MODEL: its name or folder)

ROWS: {"id", "text"}, {"id", "sentences": [{"text"}]} or {"id", "lines", "labels"} (of which headline, supplement and body count).
OntoNotes' types are mapped to ours; "the" and "'s" are no part of a name. Within one document the same words are one kind of name, and somebody's last
name alone is that person, wherever the pipeline saw something else or nothing.
"""
import collections
import json
import re
import sys

import spacy

TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
TYPES.update({kind: "MISC" for kind in ("NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE")})


def text_of(row):
    if "sentences" in row:
        return "\n".join(sentence["text"] for sentence in row["sentences"])
    if "lines" in row:
        return "\n".join(l for l, kind in zip(row["lines"], row["labels"]) if kind in ("headline", "supplement", "body"))
    return row["text"]


def names_of(text, found):
    names = []
    for name in found:
        begin, end = name.start_char, name.end_char
        if text[begin:end].lower().startswith("the "):
            begin += 4
        if text[begin:end].endswith(("'s", "’s")):
            end -= 2
        if name.label_ in TYPES and text[begin:end].strip() and "\n" not in text[begin:end]:
            names.append({"begin": begin, "end": end, "type": TYPES[name.label_]})
    agree_on_kinds(text, names)
    return name_surnames(text, names)


def agree_on_kinds(text, names):
    kinds = collections.defaultdict(collections.Counter)
    for name in names:
        kinds[text[name["begin"] : name["end"]]][name["type"]] += 1
    for name in names:
        counted = kinds[text[name["begin"] : name["end"]]]
        kind, count = counted.most_common(1)[0]
        if count >= 2 and count >= 2 * (counted.total() - count):
            name["type"] = kind


def name_surnames(text, names):
    people = {text[n["begin"] : n["end"]] for n in names if n["type"] == "PER"}
    surnames = {person.split()[-1] for person in people if " " in person}
    surnames = {name for name in surnames if len(name) > 2 and name[0].isupper() and name.isalpha()}
    taken = set()
    for name in names:
        if text[name["begin"] : name["end"]] in surnames:
            name["type"] = "PER"
        taken.update(range(name["begin"], name["end"]))
    for word in re.finditer(r"[^\W\d_]+", text):
        if word.group() in surnames and word.start() not in taken:
            names.append({"begin": word.start(), "end": word.end(), "type": "PER"})
    return sorted(names, key=lambda name: name["begin"])


def main():
    nlp = spacy.load(sys.argv[1], exclude=["parser", "tagger", "lemmatizer", "attribute_ruler", "senter"])
    rows = [json.loads(line) for line in sys.stdin]
    texts = [text_of(row) for row in rows]
    for row, text, seen in zip(rows, texts, nlp.pipe(texts, batch_size=64)):
        print(json.dumps({"id": row["id"], "text": text, "entities": names_of(text, seen.ents)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
