"""One stream, one outcome: not the number of threads, not the batches, not restarts in between decide on the stories."""

import datetime
import os
import random
import sys
import unittest
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from journey import Journey, json_lines, story_of_each  # noqa: E402

EVENTS = 90
OUTLETS = ("Harbour Ledger", "Millrace", "Northwire", "Quayside Herald", "Tallowgate Dispatch")


def word(dice: random.Random) -> str:
    """An invented one."""
    return "".join(dice.choice(("ba", "dre", "fi", "ko", "lun", "mar", "ne", "pos", "ra", "ti", "vel", "zu")) for _ in range(3))


def stream() -> list[dict[str, Any]]:
    """Rows for `group`: one to six reports of each event, out of order, some cut, some undated, some copied."""
    dice = random.Random(31)
    common = [word(dice) for _ in range(300)]
    rows = []
    for event in range(EVENTS):
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


if __name__ == "__main__":
    unittest.main()
