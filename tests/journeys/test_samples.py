"""The project's own captures: first that the corpus is sound, then what Dateline says about it."""

import datetime
import gzip
import html
import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import expectations  # noqa: E402
from expectations import plain  # noqa: E402

SAMPLES = expectations.ROOT / "samples"
CAPTURES = SAMPLES / "captures"
EXPECTED = SAMPLES / "expected.json"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


def raw_text(path: Path) -> str:
    data = path.read_bytes()
    if path.name.endswith(".gz"):  # holds a picture too
        return gzip.decompress(data).decode("utf-8", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")


def visible(path: Path) -> str:
    """What the bytes hold, in any place: marks removed, entities and JSON escapes decoded, white space collapsed."""
    text = raw_text(path)
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    strings = " ".join(json.dumps(json.loads(script), ensure_ascii=False).replace("\\n", " ") for script in scripts)
    bare = re.sub(r"</?(?:a|em|strong|span)\b[^>]*>", "", text.replace("<![CDATA[", "").replace("]]>", ""))
    bare = re.sub(r"<[^>]+>", " ", bare)
    return plain(html.unescape(bare) + " " + strings.replace('\\"', '"'))


class CorpusIsSound(unittest.TestCase):
    """Needs no binary: the expectations and the captures belong together."""

    @classmethod
    def setUpClass(cls):
        cls.expected = expectations.load(EXPECTED)

    def test_every_capture_is_listed(self):
        files = {str(path.relative_to(CAPTURES)) for path in CAPTURES.rglob("*") if path.is_file()}
        self.assertEqual(files, {name.partition("#")[0] for name in self.expected["captures"]})

    def test_every_capture_is_in_one_story(self):
        told = [capture for story in self.expected["stories"] for capture in story["captures"]]
        self.assertEqual(sorted(told), sorted(self.expected["captures"]))

    def test_texts_are_in_the_captures(self):
        for name, entry in self.expected["captures"].items():
            text = visible(CAPTURES / name.partition("#")[0])
            for key in ("paragraphs", "subheads", "never_in_paragraphs", "authors"):
                for wanted in entry[key]:
                    with self.subTest(name, key=key, wanted=wanted):
                        self.assertIn(plain(wanted).casefold(), text.casefold())
            for unwanted in entry["never_in_paragraphs"]:
                with self.subTest(name, unwanted=unwanted):
                    self.assertFalse([p for p in entry["paragraphs"] if unwanted in p])
            if entry["headline"]:
                self.assertIn(plain(entry["headline"]), text)

    def test_story_texts_are_in_their_captures(self):
        for story in self.expected["stories"]:
            files = {name.partition("#")[0] for name in story["captures"]}
            text = " ".join(visible(CAPTURES / name) for name in sorted(files))
            wanted = [beginning for pair in story.get("shared", []) for beginning in pair]
            wanted += [quote["begins"] for quote in story.get("quotes", [])]
            wanted += [value for entry in story.get("differing", []) for value in entry["say"]]
            wanted += [beginning for texts in story.get("single", {}).values() for beginning in texts]
            wanted += list(story.get("people", {}))
            for words in wanted:
                with self.subTest(story["name"], words=words):
                    self.assertIn(plain(words), text)

    def test_days_and_weekdays_agree(self):
        full = re.compile(rf"\b({'|'.join(WEEKDAYS)}),? (?:(\d+) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)}) (\d+)),? (\d{{4}})")
        for path in sorted(path for path in CAPTURES.rglob("*") if path.is_file()):
            for weekday, day1, month1, month2, day2, year in full.findall(visible(path)):
                date = datetime.date(int(year), MONTHS.index(month1 or month2) + 1, int(day1 or day2))
                with self.subTest(path.name):
                    self.assertEqual(weekday, WEEKDAYS[date.weekday()])
        for name, entry in self.expected["captures"].items():
            with self.subTest(name):
                self.assertTrue("2025-03-03" <= entry["published"]["day"] <= "2025-03-23")

    def test_the_archive_is_reproducible(self):
        path = CAPTURES / "tidewater-archive" / "march-2025.warc.gz"
        code = "import make_warc, sys; sys.stdout.buffer.write(make_warc.build())"
        built = subprocess.run([sys.executable, "-B", "-c", code], cwd=SAMPLES, capture_output=True, check=True).stdout
        self.assertEqual(gzip.decompress(path.read_bytes()), gzip.decompress(built))


class Samples(unittest.TestCase):
    def test_what_dateline_says(self):
        try:
            checks = expectations.run_checks(CAPTURES, expectations.load(EXPECTED), "samples")
        except expectations.CannotRun as error:
            self.fail(str(error))
        verdict = expectations.judge(checks, expectations.known_failures(), "samples")
        print("\n" + verdict.summary("samples"), file=sys.stderr)
        for check in verdict.failed:
            with self.subTest(check.name):
                self.fail(check.failure)
        for name in verdict.listed_but_pass:
            with self.subTest(name):
                self.fail("listed as known failure but passes")
        for name in verdict.listed_but_gone:
            with self.subTest(name):
                self.fail("listed as known failure but no such check exists")

    def test_known_failures_name_a_suite(self):
        for name in expectations.known_failures():
            with self.subTest(name):
                self.assertTrue(name.startswith(("seeds/", "samples/")), "no such suite")


if __name__ == "__main__":
    unittest.main()
