"""One stream, one outcome: not threads, batches, restarts or kills in between decide on what the archive holds."""

import contextlib
import datetime
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import unittest
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
import expectations  # noqa: E402
import journey  # noqa: E402
from journey import Journey, json_lines, story_of_each  # noqa: E402

EVENTS = 90
OUTLETS = ("Harbour Ledger", "Millrace", "Northwire", "Quayside Herald", "Tallowgate Dispatch")


def word(dice: random.Random) -> str:
    """An invented one."""
    return "".join(dice.choice(("ba", "dre", "fi", "ko", "lun", "mar", "ne", "pos", "ra", "ti", "vel", "zu")) for _ in range(3))


def stream(events: int = EVENTS) -> list[dict[str, Any]]:
    """Rows for `group`: one to six reports of each event, out of order, some cut, some undated, some copied."""
    dice = random.Random(31)
    common = [word(dice) for _ in range(300)]
    rows = []
    for event in range(events):
        names = [word(dice).title() for _ in range(5)]
        own = [word(dice) for _ in range(25)]
        sentences = [
            f"{dice.choice(names)} said on Friday that the "
            + " of the ".join(dice.choice(own if dice.random() < 0.6 else common) for _ in range(8))
            + f" in {names[0]} had {dice.randint(3, 90)} {dice.choice(own)}."
            for _ in range(12)
        ]
        day = datetime.date(2025, 1, 6) + datetime.timedelta(days=event // 5)
        for number in range(dice.choice((1, 1, 1, 2, 3, 6))):
            row = {
                "id": f"{event}-{number}", "uri": f"https://{number}.example/{event}",
                "headline": f"{names[0]} {' '.join(dice.sample(own, 4))} {dice.choice(names)}",
                "outlet": dice.choice(OUTLETS), "paragraphs": dice.sample(sentences, dice.randint(6, 12)),
            }
            if dice.random() > 0.1:
                row["published"] = f"{day}T{dice.randint(6, 22):02}:15:00Z"
            rows.append((event + dice.uniform(0, 8), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def with_versions(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Now and then an earlier article comes again with another text."""
    all_rows = []
    for number, row in enumerate(rows):
        all_rows.append(row)
        if number % 19 == 18:
            earlier = rows[number - number % 11]
            all_rows.append({**earlier, "paragraphs": [*earlier["paragraphs"][2:], *row["paragraphs"][:1]]})
    return all_rows


def contents(archive: Path) -> dict[str, list[tuple]]:
    """All that an archive holds, but the moments of filing; docs/archive.md describes the tables."""
    queries = {
        "articles": "SELECT a.uri, s.name, o.uri, a.version, a.published, a.certainty, a.day FROM articles a "
                    "JOIN stories s ON s.id = a.story LEFT JOIN articles o ON o.id = a.duplicate_of ORDER BY a.id",
        "versions": "SELECT article, version, text_sha256, encoding, body FROM versions ORDER BY article, version",
        "stories": "SELECT name, headline, reports, first_day, last_day, latest FROM stories ORDER BY name",
        "redirects": "SELECT r.name, s.name FROM redirects r JOIN stories s ON s.id = r.story ORDER BY r.name",
        "imprints": "SELECT article, version, bytes FROM imprints ORDER BY id",
    }
    with contextlib.closing(sqlite3.connect(archive)) as connection:
        return {name: connection.execute(query).fetchall() for name, query in queries.items()}


def html_of(row: dict[str, Any]) -> dict[str, Any]:
    """The row as a capture that `add` takes."""
    time = f'<meta property="article:published_time" content="{row["published"]}">' if "published" in row else ""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in row["paragraphs"])
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>{row["headline"]}</title>{time}'
        f'<meta property="og:site_name" content="{row["outlet"]}"></head>'
        f'<body><article><h1>{row["headline"]}</h1>{body}</article></body></html>'
    )
    return {"id": row["id"], "uri": row["uri"], "html": page}


def processors(count: int):
    """For a run's preexec_fn: only so many processors; the binary has a thread for each that it may use."""
    return lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


class Replay(Journey):
    def setUp(self):
        super().setUp()
        self.rows = stream()

    def filed(self, archive: str, batches: list[list[dict[str, Any]]], **how: Any) -> dict[str, str]:
        for batch in batches:
            self.write("batch.jsonl", json_lines([html_of(row) for row in batch]))
            self.dateline("add", "--archive", archive, "batch.jsonl", code=0, **how)
        stories = story_of_each(self.folder, archive)
        self.assertEqual(len(stories), len(self.rows))
        return stories

    def test_the_stream_joins_some_and_opens_some(self):
        self.write("rows.jsonl", json_lines(self.rows))
        stories = {row["story"] for row in self.dateline("group", "rows.jsonl", code=0).rows}
        self.assertGreater(len(stories), EVENTS / 2)
        self.assertLess(len(stories), len(self.rows) * 0.9)

    def test_group_says_the_same_with_one_thread_or_many(self):
        self.write("rows.jsonl", json_lines(self.rows))
        many = self.dateline("group", "--facts", "rows.jsonl", code=0)
        one = self.dateline("group", "--facts", "rows.jsonl", code=0, preexec_fn=processors(1))
        self.assertEqual(one.out_bytes, many.out_bytes)

    def test_group_says_the_same_of_one_file_or_of_many(self):
        self.write("rows.jsonl", json_lines(self.rows))
        whole = self.dateline("group", "rows.jsonl", code=0).out_bytes
        names = []
        for begin in range(0, len(self.rows), 37):
            names.append(f"part-{begin:04}.jsonl")
            self.write(names[-1], json_lines(self.rows[begin : begin + 37]))
        self.assertEqual(self.dateline("group", *names, code=0).out_bytes, whole)

    def test_add_files_the_same_stories_in_one_run_or_in_many(self):
        whole = self.filed("whole.db", [self.rows])
        for size in (7, 60):
            with self.subTest(size=size):
                batches = [self.rows[begin : begin + size] for begin in range(0, len(self.rows), size)]
                self.assertEqual(self.filed(f"{size}.db", batches), whole)

    def test_add_files_the_same_stories_with_one_thread(self):
        whole = self.filed("whole.db", [self.rows])
        self.assertEqual(self.filed("one.db", [self.rows], preexec_fn=processors(1)), whole)

    def add_with_kills(self, archive: str, captures: str, longest_s: float, dice: random.Random) -> int:
        """Begins again and again, each time killed at any moment, until a run comes to its end. The number of kills."""
        for kills in range(1000):
            add = subprocess.Popen([expectations.binary(), "add", "--archive", archive, captures], cwd=self.folder,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=journey.environment(self.folder, "C.UTF-8"))
            with contextlib.suppress(subprocess.TimeoutExpired):
                add.wait(dice.uniform(0, longest_s))
            add.kill()
            if add.wait() != -signal.SIGKILL:
                self.assertEqual(add.returncode, 0)
                return kills
            longest_s *= 1.02  # a machine that has become busy
        raise AssertionError("no run came to its end")

    def test_add_files_the_same_when_it_is_killed_and_begun_again(self):
        self.write("many.jsonl", json_lines([html_of(row) for row in with_versions(stream(500))]))
        begun = time.monotonic()
        self.dateline("add", "--archive", "whole.db", "many.jsonl", code=0)
        takes_s = time.monotonic() - begun
        whole = contents(self.folder / "whole.db")
        self.assertGreater(len(whole["versions"]), len(whole["articles"]))
        self.assertGreater(len(whole["redirects"]), 0, "no merges")
        for column, what in ((2, "copies"), (5, "undated")):
            self.assertGreater(len({row[column] for row in whole["articles"]}), 1, what)
        dice = random.Random(7)
        kills = 0
        for round_number in range(3):
            archive = f"killed-{round_number}.db"
            kills += self.add_with_kills(archive, "many.jsonl", takes_s, dice)
            killed = contents(self.folder / archive)
            for name, rows in whole.items():
                self.assertEqual([row for row in rows if row not in set(killed[name])][:3], [], name)
                self.assertEqual(killed[name], rows, f"{name}: more, or in another order")
        self.assertGreater(kills, 2, "was done before it could be killed")


if __name__ == "__main__":
    unittest.main()
