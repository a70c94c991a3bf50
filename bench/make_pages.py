#!/usr/bin/env python3
"""Writes COUNT pages like the samples' into FOLDER: make_pages.py COUNT FOLDER

Each page is a sample with its furniture, whose names, places and numbers have been replaced, so that it is another
report of another event; every fourth is a second report of the event before it. The same COUNT gives the same pages.
Standard library only."""

import random
import re
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "captures"
SYLLABLES = "ba de fi go lu mar nel or pas qui ro sta tim ul ven wes yar zel kan dor".split()
CAPITALISED = re.compile(r"""(?<![.!?>"“] )(?<![<&/\w"])\b[A-Z][a-z]{3,}\b(?![^<]*>)""")


def invented(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3))).capitalize()


def variant(page: str, event: int, number: int) -> str:
    """`page` as a report of event `event`: within one event the same name is always replaced by the same other name."""
    rng = random.Random(event)
    names = {name: invented(rng) for name in sorted(set(CAPITALISED.findall(page))) if rng.random() < 0.7}
    numbers = {digit: str(rng.randint(1, 9)) for digit in "123456789"}
    page = CAPITALISED.sub(lambda match: names.get(match[0], match[0]), page)
    page = re.sub(r"(?<=[ (])\d\d?(?= [a-z])", lambda match: "".join(numbers.get(d, d) for d in match[0]), page)
    return re.sub(r"(https?://[\w.-]+\.example/[\w/.-]*?)([\w-]+)(?=[\"'?#<])", rf"\1\2-{number}", page)


def main() -> None:
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    pages = [(path, path.read_bytes()) for path in sorted(SAMPLES.rglob("*.html"))]
    for number in range(count):
        path, raw = pages[number % len(pages)]
        charset = "cp1252" if b"windows-1252" in raw[:2000] else "utf-8"
        event = number - 1 if number % 4 == 3 else number
        text = variant(raw.decode(charset), event, number)
        (folder / f"{number:06}-{path.parent.name}.html").write_bytes(text.encode(charset, "xmlcharrefreplace"))


if __name__ == "__main__":
    main()
