"""Each command does what docs and --help promise: its JSON, its text, its archive."""

import contextlib
import html
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import expectations  # noqa: E402
import journey  # noqa: E402
import page_rules  # noqa: E402
from journey import CAPTURES, Done, Journey, json_lines, report, reports_by_story, story_of_each  # noqa: E402

TEXT, LIST, NUMBER, MAYBE = str, list, int, (str, type(None))
DAY_OR_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?")
# Reports of three events, of several outlets, kinds and languages.
SOME = [
    "quayside-herald/douro-bridge-collapse.html", "northwire/0304-douro-bridge.txt",
    "ternmouth-gazette/portugal-bridge.txt", "kestrel-post/ferry_naxos.htm", "tallowgate-dispatch/ferry-fog-naxos.txt",
    "neckarwarte/mannheim-lagerhalle-brand.html", "rheinlotse/hafenbrand.txt", "millrace-review/feed.xml",
]


def columns(line: str) -> int:
    """As wide as a terminal shows it (Unicode Standard Annex 11)."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in line)
    return wide + sum(unicodedata.category(char) not in ("Cf", "Me", "Mn") for char in line)


def readers_number(article: dict, offset: int) -> int:
    """The number under which readers know the paragraph at `offset`: subheads and captions are not counted."""
    number, end = 0, -1
    for text, kind in zip(article["paragraphs"], article["kinds"]):
        number += kind not in ("subhead", "caption")
        end += 1 + len(text)
        if offset < end:
            break
    return max(number, 1)


class Help(Journey):
    OPTIONS = {
        "brief": ["FILE", "--json", "--html", "--width"], "extract": ["FILE"], "annotate": ["FILE", "--html"],
        "group": ["FILE", "--facts", "--as-given"], "add": ["FILE", "--archive", "-a"],
        "search": ["QUERY", "--archive", "--limit", "--year", "--json"],
        "serve": ["--archive", "--address", "--port", "--title", "--verbose"], "check": ["--archive"],
    }

    def test_each_command_tells_its_options(self):
        for command, options in self.OPTIONS.items():
            with self.subTest(command):
                done = self.dateline(command, "--help", code=0)
                self.assertEqual(done.errors, [])
                for word in (*options, "--help"):
                    self.assertRegex(done.out, rf"(?<![\w-]){re.escape(word)}\b")

    def test_every_command_is_told(self):
        done = self.dateline("--help", code=0)
        for command in self.OPTIONS:
            self.assertRegex(done.out, rf"(?m)^\s+{command}\b")
        self.assertEqual(done.errors, [])

    def test_version(self):
        done = self.dateline("--version", code=0)
        wanted = re.search(r"project\(dateline VERSION ([\d.]+)", (journey.ROOT / "CMakeLists.txt").read_text())[1]
        self.assertEqual(done.out, f"dateline {wanted}\n")


class OnSamples(Journey):
    """Reads the samples from where they are, so that ids are short."""

    def on_samples(self, *arguments, **how) -> Done:
        done = journey.run(*arguments, folder=CAPTURES, **how)
        self.assert_civil(done)
        self.assertEqual(done.code, 0, done.errors)
        return done

    def brief(self, *captures: str, **how) -> dict:
        return json.loads(self.on_samples("brief", "--json", *captures, **how).out)


class BriefJson(OnSamples):
    @classmethod
    def setUpClass(cls):
        cls.said = json.loads(journey.run("brief", "--json", *SOME, folder=CAPTURES).out)
        cls.articles = {row["id"]: row for row in journey.run("extract", *SOME, folder=CAPTURES).rows}

    def assert_members(self, value: dict, members: dict, where: str) -> None:
        for name, kind in members.items():
            self.assertIn(name, value, where)
            if isinstance(kind, re.Pattern):
                self.assertRegex(value[name], rf"^({kind.pattern})$", f"{where} {name}")
            elif isinstance(kind, set):
                self.assertIn(value[name], kind, f"{where} {name}")
            else:
                self.assertIsInstance(value[name], kind, f"{where} {name}")

    def test_members(self):
        self.assertEqual(list(self.said), ["stories"])
        for story in self.said["stories"]:
            self.assert_members(story, {"id": TEXT, "headline": TEXT, "day": MAYBE, "reports": LIST, "facts": LIST,
                                        "quotes": LIST, "people": LIST, "organisations": LIST, "places": LIST,
                                        "timeline": LIST, "summary": LIST, "together": LIST, "earlier": LIST,
                                        "later": LIST}, "story")
            if story["day"] is not None:
                self.assertRegex(story["day"], r"^\d{4}-\d\d-\d\d$")
            for one in story["reports"]:
                self.assert_members(one, {"id": TEXT, "outlet": MAYBE, "headline": MAYBE,
                                          "published": MAYBE, "published_certainty": {"stated", "inferred", "unknown"},
                                          "because": MAYBE}, "report")
                self.assertEqual(one["published"] is None, one["published_certainty"] == "unknown", one)
                if one["published"] is not None:
                    self.assertRegex(one["published"], rf"^{DAY_OR_TIME.pattern}$")
                self.assertEqual(bool(one["because"]), one["published_certainty"] == "inferred", one)
            for fact in story["facts"]:
                self.assert_members(fact, {"kind": {"shared", "single", "differing"}, "sentences": LIST}, "fact")
                self.assertEqual("what" in fact and bool(fact["what"]), fact["kind"] == "differing", fact)
                self.assertTrue(fact["sentences"])
                for sentence in fact["sentences"]:
                    self.assert_members(sentence, {"id": TEXT, "outlet": MAYBE, "paragraph": NUMBER,
                                                   "begin": NUMBER, "end": NUMBER, "text": TEXT}, "sentence")
            for quote in story["quotes"]:
                self.assert_members(quote, {"speaker": MAYBE, "role": MAYBE, "text": TEXT, "id": TEXT,
                                            "paragraph": NUMBER}, "quote")
            for person in story["people"]:
                self.assert_members(person, {"name": TEXT, "role": MAYBE, "mentions": NUMBER}, "person")
            for name in story["organisations"] + story["places"]:
                self.assert_members(name, {"name": TEXT, "mentions": NUMBER}, "name")
            for entry in story["timeline"]:
                self.assert_members(entry, {"value": TEXT, "text": TEXT, "id": TEXT, "paragraph": NUMBER,
                                            "first": TEXT, "last": TEXT, "when": {"past", "now", "planned"},
                                            "reports": NUMBER, "sentences": LIST}, "timeline")
                self.assertEqual(len(entry["sentences"]), entry["reports"], entry)
            for tie in story["together"]:
                self.assert_members(tie, {"names": LIST, "sentences": NUMBER, "reports": NUMBER}, "together")
                self.assertLessEqual(tie["reports"], tie["sentences"], tie)

    def test_every_capture_is_in_one_story(self):
        told = [one["id"] for story in self.said["stories"] for one in story["reports"]]
        self.assertEqual(sorted(told), sorted(self.articles))

    def test_headline_is_one_of_its_reports(self):
        for story in self.said["stories"]:
            headlines = [one["headline"] for one in story["reports"] if one["headline"]]
            if headlines:
                self.assertIn(story["headline"], headlines)

    def test_sentences_are_verbatim_where_they_say(self):
        """The promise of the whole: each sentence is in its report, at just these code points."""
        count = 0
        for story in self.said["stories"]:
            ids = {one["id"] for one in story["reports"]}
            for fact in story["facts"]:
                for sentence in fact["sentences"]:
                    count += 1
                    article = self.articles[sentence["id"]]
                    self.assertIn(sentence["id"], ids)
                    self.assertEqual("\n".join(article["paragraphs"]), article["text"])
                    self.assertEqual(article["text"][sentence["begin"]: sentence["end"]], sentence["text"])
                    self.assertNotIn("\n", sentence["text"])
                    self.assertEqual(sentence["paragraph"], readers_number(article, sentence["begin"]), sentence)
        self.assertGreater(count, 60)

    def paragraphs_with(self, words: str, identity: str) -> set[int]:
        article = self.articles[identity]
        return {readers_number(article, found.start()) for found in re.finditer(re.escape(words), article["text"])}

    def test_quotes_and_timeline_are_verbatim(self):
        quotes = 0
        for story in self.said["stories"]:
            for quote in story["quotes"]:
                quotes += 1
                text = self.articles[quote["id"]]["text"]
                parts = quote["text"].split(" … ")
                self.assertTrue(all(part in text for part in parts), quote)
                self.assertIn(quote["paragraph"], self.paragraphs_with(parts[0], quote["id"]), quote)
            for entry in story["timeline"]:
                self.assertIn(entry["paragraph"], self.paragraphs_with(entry["text"], entry["id"]), entry)
        self.assertGreater(quotes, 5)

    def test_kinds_of_facts_hold(self):
        outlets = {row["id"]: row["outlet"] or row["outlet_domain"] or row["id"] for row in self.articles.values()}
        for story in self.said["stories"]:
            for fact in story["facts"]:
                voices = {outlets[sentence["id"]] for sentence in fact["sentences"]}
                if fact["kind"] == "single":
                    self.assertEqual(len(voices), 1, fact)
                else:
                    self.assertGreater(len(voices), 1, fact)

    def test_names_are_in_the_reports(self):
        for story in self.said["stories"]:
            texts = [self.articles[one["id"]]["text"] + " " + (one["headline"] or "") for one in story["reports"]]
            text = " ".join(texts)
            for name in story["people"] + story["organisations"] + story["places"]:
                self.assertIn(name["name"], text)
                self.assertGreater(name["mentions"], 0)

    def test_each_time_is_told_once(self):
        for story in self.said["stories"]:
            times = [(entry["first"], entry["last"]) for entry in story["timeline"]]
            self.assertEqual(len(times), len(set(times)), times)
            self.assertLessEqual(sum(entry["when"] == "now" for entry in story["timeline"]), 1)

    def test_timeline_is_in_order(self):
        for story in self.said["stories"]:
            values = [entry["value"] for entry in story["timeline"]]
            starts = [value[:4] for value in values]
            self.assertEqual(starts, sorted(starts), values)


class Related(Journey):
    """A meeting, the treaty that came of it, and two floods that only look alike."""

    REPORTS = {
        "meeting": ("2024-04-12", "Fishing ministers of Norvania and Ostmark meet in Lenholm", [
            "Fishing ministers of Norvania and Ostmark met in Lenholm on Friday for talks on herring quotas.",
            "Ada Lundqvist and Jon Vikander spoke for three hours at the Skarrow Institute."]),
        "treaty": ("2024-06-18", "Norvania and Ostmark sign herring treaty", [
            "Norvania and Ostmark signed a treaty on herring in Port Ravel on Tuesday.",
            "The treaty follows talks on quotas that Ada Lundqvist opened in Lenholm on 12 April."]),
        "flood-1": ("2024-05-02", "Flood on the Arle drives hundreds from homes in Toomley", [
            "The Arle burst its banks at Toomley on Thursday and drove 400 people from their homes.",
            "Fire crews in boats brought people from roofs."]),
        "flood-2": ("2024-05-20", "Flood on the Wend drives hundreds from homes in Marbury", [
            "The Wend burst its banks at Marbury on Monday and drove 300 people from their homes.",
            "Fire crews in boats brought people from roofs."]),
    }

    def setUp(self):
        super().setUp()
        for name, (day, headline, paragraphs) in self.REPORTS.items():
            text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            self.write(f"{name}.html", f'<html lang="en"><head><title>{headline}</title><meta property="og:site_name" '
                       f'content="Northwire"><meta property="article:published_time" content="{day}"></head>'
                       f"<body><article><h1>{headline}</h1>{text}</article></body></html>")
        self.files = [f"{name}.html" for name in self.REPORTS]

    def test_earlier_and_later(self):
        stories = json.loads(self.dateline("brief", "--json", *self.files, code=0).out)["stories"]
        by_report = {story["reports"][0]["id"]: story for story in stories}
        treaty, meeting = by_report["treaty.html"], by_report["meeting.html"]
        self.assertEqual([one["id"] for one in treaty["earlier"]], [meeting["id"]])
        self.assertEqual([one["id"] for one in meeting["later"]], [treaty["id"]])
        because = treaty["earlier"][0]["because"]
        self.assertEqual((because["id"], because["paragraph"]), ("treaty.html", 2))
        self.assertEqual(because["text"], self.REPORTS["treaty"][2][1])
        for flood in ("flood-1.html", "flood-2.html"):
            self.assertEqual((by_report[flood]["earlier"], by_report[flood]["later"]), ([], []))

    def test_on_the_page(self):
        self.dateline("brief", "--html", "page.html", *self.files, code=0)
        page = page_rules.read_page((self.folder / "page.html").read_text(encoding="utf-8"))
        # Each story of a page with several may have a heading of the first level.
        self.assertEqual([problem for problem in page.problems if not problem.endswith(" <h1>")], [])
        self.assertIn((2, "Earlier"), page.headings)
        self.assertIn((2, "Later"), page.headings)


class Sameness(OnSamples):
    def test_same_bytes_for_same_inputs(self):
        for arguments in (["brief", "--json"], ["brief"], ["extract"]):
            with self.subTest(arguments):
                runs = {self.on_samples(*arguments, *SOME).out_bytes for _ in range(3)}
                self.assertEqual(len(runs), 1)

    def test_same_bytes_for_the_page(self):
        for number in (1, 2):
            self.on_samples("brief", "--html", self.folder / f"{number}.html", *SOME)
        self.assertEqual((self.folder / "1.html").read_bytes(), (self.folder / "2.html").read_bytes())

    def test_same_stories_for_any_order(self):
        captures = sorted(str(path.relative_to(CAPTURES)) for path in CAPTURES.rglob("*") if path.is_file())
        days = lambda brief: {one["id"]: one["published"] for story in brief["stories"] for one in story["reports"]}
        wanted = self.brief(*captures)
        for seed in range(3):
            shuffled = captures[:]
            random.Random(seed).shuffle(shuffled)
            with self.subTest(seed=seed):
                said = self.brief(*shuffled)
                self.assertEqual(reports_by_story(said), reports_by_story(wanted))
                self.assertEqual(days(said), days(wanted))

    def test_one_thread_or_many(self):
        first = min(os.sched_getaffinity(0))
        alone = self.on_samples("brief", "--json", *SOME, preexec_fn=lambda: os.sched_setaffinity(0, {first}))
        self.assertEqual(alone.out_bytes, self.on_samples("brief", "--json", *SOME).out_bytes)

    def test_zone_and_language_of_the_user_change_nothing(self):
        wanted = self.on_samples("brief", "--json", *SOME).out_bytes
        elsewhere = {"TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8"}
        there = self.on_samples("brief", "--json", *SOME, locale="C", env=elsewhere)
        self.assertEqual(there.out_bytes, wanted)


class BriefText(OnSamples):
    def test_no_line_is_wider_than_asked(self):
        for width in (40, 41, 63, 80, 100):
            done = self.on_samples("brief", "--width", str(width), ".")
            with self.subTest(width):
                for line in done.out.split("\n"):
                    # A word that is longer than a line stands alone.
                    if columns(line) > width and len(line.split()) > 1:
                        self.fail(f"{columns(line)} columns: {line}")
                self.assertGreater(max(map(columns, done.out.split("\n"))), width * 3 // 4)

    def test_width_of_the_environment(self):
        narrow = self.on_samples("brief", *SOME[:2], env={"COLUMNS": "50"}).out
        self.assertEqual(narrow, self.on_samples("brief", "--width", "50", *SOME[:2]).out)
        for odd in ("0", "-5", "many", "99999999999999999999", ""):
            default = self.on_samples("brief", *SOME[:2], env={"COLUMNS": odd}).out
            self.assertEqual(default, self.on_samples("brief", "--width", "80", *SOME[:2]).out, odd)

    def test_pure_ascii_where_the_locale_is(self):
        for locale in ("C", "POSIX", "en_US.ISO-8859-1"):
            for width in ("40", "80"):
                done = self.on_samples("brief", "--width", width, ".", locale=locale)
                odd = {chr(byte) for byte in done.out_bytes if not (byte == 0x0A or 0x20 <= byte < 0x7F)}
                self.assertEqual(odd, set())
                for line in done.out.split("\n"):
                    self.assertTrue(columns(line) <= int(width) or len(line.split()) == 1, line)

    def test_no_colours_and_no_controls_in_a_pipe(self):
        self.assertNotRegex(self.on_samples("brief", ".").out, journey.CONTROLS)

    def test_hostile_text_does_not_steer_the_terminal(self):
        words = report(1).html().replace("</p>", " \x1b[2J\x1b]0;owned\x07 \u009b31m \u202e reversed \x7f</p>")
        self.write("page.html", words)
        for arguments in (["brief"], ["brief", "--width", "40"]):
            out = self.dateline(*arguments, "page.html", code=0).out
            self.assertNotRegex(out, journey.CONTROLS)
            self.assertNotIn("\u202e", out)

    def test_what_the_design_shows(self):
        out = self.on_samples("brief", "--width", "100", *SOME[:3]).out
        for words in ("4 March 2025", "3 reports", "Quayside Herald", "They differ", "¶"):
            self.assertIn(words, out)
        self.assertRegex(out, r"All 3 say|All three say|Several say|Both say")
        self.assertRegex(out, r"(?m)^Only |In their words")


class BriefPage(OnSamples):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            done = journey.run("brief", "--html", Path(folder) / "page.html", ".", folder=CAPTURES)
            cls.code, cls.errors, cls.out = done.code, done.errors, done.out
            cls.text = (Path(folder) / "page.html").read_text(encoding="utf-8")
        cls.page = page_rules.read_page(cls.text)

    def test_done_in_silence(self):
        self.assertEqual((self.code, self.errors, self.out), (0, [], ""))

    def test_rules_of_pages(self):
        # Each story of a page with several may have a heading of the first level.
        self.assertEqual([problem for problem in self.page.problems if not problem.endswith(" <h1>")], [])

    def test_rules_of_a_page_with_one_story(self):
        self.on_samples("brief", "--html", self.folder / "one.html", *SOME[:3])
        self.assertEqual(page_rules.read_page((self.folder / "one.html").read_text()).problems, [])

    def test_rules_of_a_page_without_a_story(self):
        self.write("empty.html", b"")
        self.dateline("brief", "--html", "none.html", "empty.html", code=1)
        self.assertEqual(page_rules.read_page((self.folder / "none.html").read_text()).problems, [])

    def test_self_contained(self):
        self.assertEqual([address for address in self.page.loads if not address.startswith(("data:", "#"))], [])
        self.assertEqual(page_rules.styles_that_load(self.text), [])
        self.assertEqual(self.page.forms, [])
        for link in self.page.links:
            self.assertRegex(link.href, r"^(#|https?://|mailto:)")

    def test_anchors(self):
        inner = [link for link in self.page.links if link.href.startswith("#")]
        self.assertGreater(len(inner), 50)
        self.assertEqual([link.href for link in inner if not self.page.has_anchor(link.href[1:])], [])

    def test_says_what_the_json_says(self):
        for story in self.brief(".")["stories"]:
            self.assertIn(expectations.plain(story["headline"]), self.page.text)
            for fact in story["facts"]:
                if fact["kind"] == "shared":
                    self.assertIn(expectations.plain(fact["sentences"][0]["text"]), self.page.text)

    def test_hostile_text_is_shown_not_run(self):
        nasty = html.escape('<script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="alert(1)')
        page = report(1).html().replace("</h1>", f" {nasty}</h1>").replace("Harbour Ledger", nasty)
        page = page.replace("</p>", html.escape(""" They put 3 < 4 > &lt;b&gt; & 'that' aside.""") + "</p>", 1)
        page = page.replace("https://www.harbour-ledger.example/news/1", "javascript:alert(1)")
        self.write("nasty.html", page)
        self.write("row.jsonl", json_lines([{**report(2).capture(), "uri": "javascript:alert(2)//"}]))
        self.dateline("brief", "--html", "out.html", "nasty.html", "row.jsonl", code=0)
        page = page_rules.read_page((self.folder / "out.html").read_text())
        self.assertEqual([problem for problem in page.problems if not problem.endswith(" <h1>")], [])
        self.assertIn("<script>alert(1)</script>", page.text)
        self.assertIn("""They put 3 < 4 > &lt;b&gt; & 'that' aside.""", page.text)


class AnnotatedPage(OnSamples):
    def annotated(self, *rows, code=0):
        self.write("rows.jsonl", b"".join(row if isinstance(row, bytes) else json_lines([row]) for row in rows))
        done = self.dateline("annotate", "--html", "page.html", "rows.jsonl", code=code)
        self.assertEqual(done.out, "")
        text = (self.folder / "page.html").read_text(encoding="utf-8")
        page = page_rules.read_page(text)
        self.assertEqual(page.problems, [])
        self.assertEqual((page.loads, page.forms, page_rules.styles_that_load(text)), ([], [], []))
        self.assertEqual([link.href for link in page.links
                          if not link.href.startswith("#") or not page.has_anchor(link.href[1:])], [])
        return page, done

    def test_samples_from_a_pipe(self):
        rows = self.on_samples("extract", *SOME).out_bytes
        done = self.dateline("annotate", "--html", "page.html", stdin=rows, code=0)
        page = page_rules.read_page((self.folder / "page.html").read_text(encoding="utf-8"))
        self.assertEqual((done.out, page.problems), ("", []))
        for row in self.dateline("annotate", stdin=rows, code=0).rows:
            self.assertIn(expectations.plain(row["headline"]), page.text)
            for entity in row["entities"]:
                self.assertIn(entity["entity"], page.text)
            for time in row["times"]:
                self.assertIn(time["value"], page.text)

    def test_the_text_is_whole_wherever_marks_meet(self):
        text = "Foreign Minister Kari Solberg said on Tuesday that “Norway and 😀 Sweden agreed in 2014.” It rained."
        page, _ = self.annotated({"id": "a", "published": "2025-03-04", "text": text})
        self.assertIn(text.replace("It rained", "|It rained"), page.text)
        for word in ("per:kari-solberg", "role Foreign Minister", "loc:norway", "2025-03-04", "Tuesday 4 March 2025, stated"):
            self.assertIn(word, page.text)

    def test_a_row_that_is_no_article_leaves_the_others(self):
        page, done = self.annotated({"id": "a", "text": "It rained in Oslo."}, b"not json\n", {"id": "b", "text": "Snow."},
                                    code=1)
        self.assert_problems(done, ("rows.jsonl line 2", "JSON"))
        self.assertIn("What was found in 2 reports", page.text)
        self.assertIn("Day unknown", page.text)

    def test_no_row_at_all(self):
        page, _ = self.annotated()
        self.assertIn("None of the inputs holds a report.", page.text)

    def test_hostile_text_is_shown_not_run(self):
        nasty = '<script>alert(1)</script>" onmouseover="alert(1)'
        page, _ = self.annotated({"id": nasty, "headline": nasty, "byline": nasty, "text": nasty + " Oslo & <b>Bergen</b>"})
        self.assertIn(nasty, page.text)

    def test_a_page_that_cannot_be_written(self):
        self.write("rows.jsonl", json_lines([{"id": "a", "text": "It rained."}]))
        done = self.dateline("annotate", "--html", "no/such/folder/page.html", "rows.jsonl", code=1)
        self.assert_problems(done, ("no/such/folder/page.html", "No such file"))


class Pipes(OnSamples):
    def test_extract_annotate_group(self):
        everything = journey.shell('"$dateline" extract . | "$dateline" annotate | "$dateline" group --facts',
                                   folder=CAPTURES)
        self.assertEqual((everything.code, everything.errors), (0, []))
        extracted = self.on_samples("extract", ".").rows
        grouped = [row for row in everything.rows if "story" in row]
        self.assertEqual([row["id"] for row in grouped], [row["id"] for row in extracted])

    def test_rows_of_extract(self):
        for row in self.on_samples("extract", ".").rows:
            with self.subTest(row["id"]):
                self.assertEqual(row["text"], "\n".join(row["paragraphs"]))
                self.assertEqual(len(row["kinds"]), len(row["paragraphs"]))
                for name in ("uri", "outlet", "headline", "byline", "dateline", "published", "modified", "language"):
                    self.assertIsInstance(row[name], MAYBE, name)
                for name in ("authors", "paragraphs", "dropped"):
                    self.assertTrue(all(isinstance(text, str) and text.strip() for text in row[name]), name)
                self.assertIn(row["published_certainty"], ("stated", "inferred", "unknown"))
                self.assertRegex(row["uri"], r"^(https?://|urn:sha256:[0-9a-f]{64}$)")
                self.assertFalse(any("\n" in text for text in row["paragraphs"]))

    def test_annotate_keeps_what_it_does_not_know(self):
        more = {"desk": {"a": [1, 2.5, None, True, "é🙂\u2028"]}, "story": "given", "n": 12345678901234567, "empty": {}}
        given = [{**row, **more} for row in self.on_samples("extract", *SOME).rows]
        annotated = self.on_samples("annotate", stdin=json_lines(given)).rows
        self.assertEqual(len(annotated), len(given))
        ours = {"entities", "places", "times", "quotes", "sentences", "published", "published_certainty",
                "published_because"}
        others = lambda row: {name: value for name, value in row.items() if name not in ours | {"language"}}
        for before, after in zip(given, annotated):
            self.assertEqual(others(after), others(before))

    def test_annotate_twice_changes_nothing(self):
        once = self.on_samples("annotate", stdin=self.on_samples("extract", *SOME).out_bytes).out_bytes
        self.assertEqual(self.on_samples("annotate", stdin=once).rows, [json.loads(line) for line in once.splitlines()])

    def test_offsets_lie_on_what_they_name(self):
        rows = self.on_samples("annotate", stdin=self.on_samples("extract", ".").out_bytes).rows
        for row in rows:
            text, keys = row["text"], {entity["entity"] for entity in row["entities"]}
            for mark in [*row["entities"], *row["times"], *row["sentences"]]:
                self.assertTrue(0 <= mark["begin"] < mark["end"] <= len(text), mark)
                words = text[mark["begin"]: mark["end"]]
                self.assertEqual(words, words.strip(), (row["id"], mark))
                self.assertNotIn("\n", words)
            for entity in row["entities"]:
                self.assertIn(entity["type"], ("PER", "ORG", "LOC", "MISC"))
                self.assertTrue(entity["name"] and entity["entity"])
            for time_ in row["times"]:
                self.assertIn(time_["type"], ("DATE", "TIME", "DURATION", "SET"))
                self.assertTrue(time_["value"])
            for sentence in row["sentences"]:
                self.assertEqual(text[sentence["begin"]: sentence["end"]], sentence["text"])
            for quote in row["quotes"]:
                self.assertTrue(quote["content"])
                self.assertTrue(quote["speaker"] is None or quote["speaker"] in keys, quote)
                for begin, end in quote["content"] + quote["cue"] + quote["source"]:
                    self.assertTrue(0 <= begin < end <= len(text))

    def test_offsets_are_code_points(self):
        text = "🙂🙂 “I’m for it,” said Angela Merkel in Berlin on Friday. " \
               "🏳️‍🌈 日本 Emmanuel Macron agreed on Nov. 2, 2013."
        row = self.on_samples("annotate", stdin=json_lines([{"id": "1", "text": text, "dct": "2013-11-05"}])).rows[0]
        self.assertEqual(row["text"], text)
        named = {text[entity["begin"]: entity["end"]] for entity in row["entities"]}
        self.assertLessEqual({"Angela Merkel", "Emmanuel Macron", "Berlin"}, named)
        times = {text[time_["begin"]: time_["end"]]: time_["value"] for time_ in row["times"]}
        self.assertEqual(times.get("Friday"), "2013-11-01")
        self.assertEqual(times.get("Nov. 2, 2013"), "2013-11-02")
        quoted = [text[begin:end] for quote in row["quotes"] for begin, end in quote["content"]]
        self.assertIn("I’m for it", [words.rstrip(",") for words in quoted])

    def test_annotate_needs_the_same_memory_for_any_length(self):
        peaks = {}
        for count in (200, 6000):
            rows = self.write("rows.jsonl", json_lines(report(i).row() for i in range(count)))
            with open(os.devnull, "wb") as nowhere:
                done = self.dateline("annotate", rows, stdout=nowhere, code=0)
            peaks[count] = done.peak_mb
        self.assertLess(peaks[6000], 1.3 * peaks[200], peaks)


class Group(OnSamples):
    def rows(self) -> list[dict]:
        return self.on_samples("annotate", stdin=self.on_samples("extract", ".").out_bytes).rows

    def test_facts_come_after_all_rows(self):
        rows = self.rows()
        done = self.on_samples("group", "--facts", stdin=json_lines(rows)).rows
        placed, stories = done[: len(rows)], done[len(rows):]
        self.assertTrue(all({"id", "story"} <= set(row) <= {"id", "story", "duplicate_of"} for row in placed))
        self.assertTrue(all(set(row) == {"id", "facts"} for row in stories))
        self.assertEqual([row["id"] for row in placed], [row["id"] for row in rows])
        self.assertEqual(sorted(row["id"] for row in stories), sorted({row["story"] for row in placed}))
        self.assert_facts_point_at_sentences(rows, placed, stories)

    def assert_facts_point_at_sentences(self, rows: list[dict], placed: list[dict], stories: list[dict]) -> None:
        sentences = {row["id"]: len(row["sentences"]) for row in rows}
        story_of = {row["id"]: row["story"] for row in placed}
        several = 0
        for story in stories:
            for fact in story["facts"]:
                self.assertTrue(fact)
                several += len({identity for identity, _ in fact}) > 1
                for identity, index in fact:
                    self.assertEqual(story_of[identity], story["id"])
                    self.assertTrue(0 <= index < sentences[identity], (identity, index))
        self.assertGreater(several, 5)

    def test_given_sentences_are_the_ones_that_count(self):
        """Odd cuts, so that our own sentences could not be mistaken for them."""
        rows = []
        for row in self.rows():
            texts = [part for paragraph in row["paragraphs"] for part in re.split(r"(?<=[,;.]) ", paragraph) if part]
            rows.append({"id": row["id"], "text": row["text"], "sentences": [{"text": text} for text in texts]})
        done = self.on_samples("group", "--facts", stdin=json_lines(rows)).rows
        self.assert_facts_point_at_sentences(rows, done[: len(rows)], done[len(rows):])

    def test_sentences_without_text(self):
        sentences = [{"text": text} for text in report(1).paragraphs]
        rows = [{"id": name, "story": "s", "outlet": f"Outlet {name}", "sentences": sentences} for name in "12"]
        done = self.on_samples("group", "--as-given", "--facts", stdin=json_lines(rows)).rows
        facts = done[-1]["facts"]
        for index in range(len(sentences)):
            self.assertTrue(any(["1", index] in fact and ["2", index] in fact for fact in facts), (index, facts))

    def test_as_given(self):
        rows = [{**row, "story": f"given-{number % 7}"} for number, row in enumerate(self.rows())]
        done = self.on_samples("group", "--as-given", "--facts", stdin=json_lines(rows)).rows
        self.assertEqual(done[: len(rows)], [{"id": row["id"], "story": row["story"]} for row in rows])
        self.assertEqual([row["id"] for row in done[len(rows):]], [f"given-{number}" for number in range(7)])

    def test_same_stories_as_brief(self):
        done = self.on_samples("group", stdin=json_lines(self.rows())).rows
        stories: dict[str, set[str]] = {}
        for row in done:
            stories.setdefault(row["story"], set()).add(row["id"])
        # Rows come in order of arrival here, by time in brief: a few may be placed otherwise, most may not.
        same = reports_by_story(self.brief(".")) & {frozenset(ids) for ids in stories.values()}
        self.assertGreaterEqual(len(same), 0.8 * len(stories))

    def test_number_as_id_stays_a_number(self):
        rows = [{**report(1).row(), "id": 7}, {**report(2).row(), "id": "8"}]
        self.assertEqual([row["id"] for row in self.on_samples("group", stdin=json_lines(rows)).rows], [7, "8"])

    def halves(self, *options: str) -> list[dict]:
        return self.on_samples("group", *options, stdin=json_lines(half.row() for half in journey.HALVES)).rows

    def test_rows_tell_the_story_in_the_end(self):
        fire, shares, both = self.halves()
        self.assertEqual([fire["id"], shares["id"], both["id"]], ["row-9001", "row-9002", "row-9003"])
        self.assertEqual({shares["story"], both["story"]}, {fire["story"]})

    def test_live_writes_a_moved_row_again(self):
        rows = self.halves("--live")
        self.assertEqual([row["id"] for row in rows], ["row-9001", "row-9002", "row-9002", "row-9003"])
        fire, shares, moved, both = (row["story"] for row in rows)
        self.assertNotEqual(shares, fire)
        self.assertEqual({moved, both}, {fire})
        last = {row["id"]: row for row in rows}
        self.assertEqual(last, {row["id"]: row for row in self.halves()}, "the last row of an id is the one that counts")

    def test_live_rows_come_at_once(self):
        process = subprocess.Popen([expectations.binary(), "group", "--live"], cwd=self.folder, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, env=journey.environment(self.folder, "C.UTF-8"))
        with process:
            first: list[bytes] = []
            reader = threading.Thread(target=lambda: first.append(process.stdout.readline()))
            reader.start()
            # The input stays open.
            process.stdin.write(json_lines(report(number).row() for number in range(200)))
            process.stdin.flush()
            reader.join(30)
            came = bool(first)
            process.stdin.close()
            reader.join()
            process.stdout.read()
        self.assertTrue(came, "no row came while the input was open")
        self.assertEqual(json.loads(first[0])["id"], "row-0")

    def test_explain(self):
        fire, shares, both = (row["because"] for row in self.halves("--explain"))
        self.assertEqual(fire, {"stories": [], "nearest": "", "parts": []})
        self.assertTrue(all(story["odds"] < 0 for story in shares["stories"]), shares["stories"])
        self.assertEqual(both["nearest"], journey.HALVES[0].uri)
        self.assertEqual(len({story["story"] for story in both["stories"]}), 2, "both halves")
        odds = [story["odds"] for story in both["stories"]]
        self.assertEqual(odds, sorted(odds, reverse=True))
        self.assertGreaterEqual(odds[0], 0)
        points = [abs(part["points"]) for part in both["parts"]]
        self.assertGreater(len(points), 5)
        self.assertEqual(points, sorted(points, reverse=True), "strongest first")
        self.assertTrue(all(set(part) == {"what", "value", "points"} for part in both["parts"]))
        self.assertNotIn("because", self.halves()[0])

    def test_explain_says_little_of_a_copy(self):
        first = journey.HALVES[0].row()
        rows = [first, {**first, "id": "copy", "uri": "https://copies.example/1"}]
        copy = self.on_samples("group", "--explain", stdin=json_lines(rows)).rows[1]
        self.assertEqual(copy["duplicate_of"], first["id"])
        self.assertEqual(copy["because"], {"stories": [], "nearest": "", "parts": []})

    def test_a_copy_names_its_original_by_the_id_of_its_row(self):
        first, other = report(1).row(), report(2).row()
        rows = [{**first, "id": 7, "uri": "http://one.example/a"}, {**other, "id": "other"},
                {**first, "id": "copy", "uri": "http://two.example/b", "headline": "Another headline"},
                {**first, "id": "version", "uri": "http://one.example/a"},
                {**first, "id": "late", "paragraphs": [*first["paragraphs"], "More will follow, the desk says."],
                 "uri": "http://six.example/c"}]
        done = {row["id"]: row for row in self.on_samples("group", stdin=json_lines(rows)).rows}
        self.assertEqual({name: row.get("duplicate_of") for name, row in done.items()},
                         {7: None, "other": None, "copy": 7, "version": None, "late": 7})
        self.assertEqual({done[name]["story"] for name in ("copy", "version", "late")}, {done[7]["story"]})

    def test_of_two_versions_the_last_makes_the_facts(self):
        first, other = report(1), report(2)
        rows = [{**first.row(), "id": "a", "story": "s"}, {**other.row(), "id": "b", "story": "s"},
                {"id": "a", "uri": first.row()["uri"], "story": "s", "paragraphs": ["All of it was withdrawn."]}]
        done = self.on_samples("group", "--as-given", "--facts", stdin=json_lines(rows)).rows
        self.assertEqual([row["id"] for row in done], ["a", "b", "a", "s"])
        from_a = [sentence for fact in done[-1]["facts"] for sentence in fact if sentence[0] == "a"]
        self.assertEqual(from_a, [["a", 0]])


class Archive(Journey):
    def setUp(self):
        super().setUp()
        self.write("rows.jsonl", json_lines(report(i).capture() for i in range(30)))

    def add(self, *inputs, **how) -> Done:
        return self.dateline("add", "--archive", "news.db", *inputs, **{"code": 0, **how})

    def search(self, *words, **how) -> Done:
        return self.dateline("search", "--archive", "news.db", "--json", *words, **{"code": 0, **how})

    def test_twice_changes_nothing(self):
        self.assertEqual(self.add("rows.jsonl").out, "news.db: 30 filed\n")
        before = story_of_each(self.folder, "news.db")
        self.assertEqual(len(before), 30)
        done = self.add("rows.jsonl")
        self.assertEqual(done.out, "news.db: 0 filed, 30 already there\n")
        self.assertEqual(story_of_each(self.folder, "news.db"), before)
        self.assertEqual(self.articles_in("news.db"), 30)

    def test_new_version_stays_in_its_story(self):
        self.add("rows.jsonl")
        before = story_of_each(self.folder, "news.db")
        changed = report(3).capture()
        changed["html"] = changed["html"].replace("</p>", " The number was corrected to 4,711.</p>", 1)
        self.write("changed.jsonl", json_lines([changed]))
        self.assertRegex(self.add("changed.jsonl").out, r"^news\.db: 0 filed, 1 new versions?\n$")
        self.assertEqual(self.articles_in("news.db"), 30)
        self.assertEqual([row["uri"] for row in self.search("4,711").rows], [report(3).uri])
        self.assertEqual(story_of_each(self.folder, "news.db"), before)
        self.assertRegex(self.add("changed.jsonl").out, "0 filed, 1 already there")

    def test_search_finds_what_was_filed(self):
        self.add("rows.jsonl")
        rows = self.search(f'"{report(5).headline}"').rows
        self.assertEqual(rows[0]["uri"], report(5).uri)
        self.assertEqual(rows[0]["headline"], report(5).headline)
        self.assertEqual(rows[0]["outlet"], "Harbour Ledger")
        self.assertEqual(rows[0]["published"], str(report(5).day))

    def test_snippets_are_verbatim_and_marked(self):
        self.add(CAPTURES)
        rows = self.search("--limit", "1000", "bridge").rows
        self.assertGreater(len(rows), 5)
        texts = [row["text"] for row in journey.run("extract", CAPTURES, folder=self.folder).rows]
        for row in rows:
            self.assertTrue(any(row["snippet"] in text for text in texts), row["snippet"])
            for begin, end in row["matches"]:
                self.assertRegex(row["snippet"][begin:end].lower(), "^bridg")

    def test_search_options(self):
        self.add(CAPTURES)
        self.assertEqual(len(self.search("--limit", "3", "the").rows), 3)
        self.assertEqual(self.search("--year", "1999", "the").rows, [])
        in_2025 = self.search("--year", "2025", "--limit", "1000", "bridge").rows
        self.assertTrue(in_2025 and all(row["published"].startswith("2025") for row in in_2025))
        without = {row["uri"] for row in self.search("--limit", "1000", "bridge -Douro").rows}
        self.assertTrue(without < {row["uri"] for row in self.search("--limit", "1000", "bridge").rows})
        text = self.dateline("search", "--archive", "news.db", "bridge", code=0).out
        self.assertIn("reports", text.splitlines()[-1])
        self.assertTrue(all(columns(line) <= 80 or " " not in line.strip() for line in text.split("\n")))

    def test_archive_by_environment(self):
        self.dateline("add", "rows.jsonl", code=0, env={"DATELINE_ARCHIVE": "other.db"})
        self.assertEqual(self.articles_in("other.db"), 30)
        self.assertFalse((self.folder / "dateline.db").exists())
        self.dateline("add", "rows.jsonl", code=0)
        self.assertEqual(self.articles_in("dateline.db"), 30)

    def test_hostile_queries(self):
        self.add("rows.jsonl")
        for query in ('"', '""', '"""', "*", "a*", "NEAR(", "NEAR(a b, 3)", "AND", "OR OR", "NOT", "-", "--", "- -",
                      "'", "';", "'; DROP TABLE articles; --", "headline:", "{headline text}: x", "^", "a^b", "((((",
                      "+", "\\", "%", "_", "?1", "🙂", "日本", "é", "\u200b", "\x01", "\n", "\t", "", " ", "x" * 10_000,
                      "x " * 5000, '"' * 10_001, "-x " * 3000, b"\xed\xa0\x80", b"\xff\xfe", "a" + "\u0301" * 1000):
            with self.subTest(repr(query)[:60]):
                # After "--", so that a query may begin with a dash.
                done = self.dateline("search", "--archive", "news.db", "--json", "--", query, code=0, time_limit_s=20)
                self.assertEqual(done.errors, [])
                self.assertLess(done.cpu_s, 5)
                done = self.dateline("search", "--archive", "news.db", "--", query, code=0, time_limit_s=20)
                self.assertNotRegex(done.out, journey.CONTROLS)
        self.assertEqual(self.articles_in("news.db"), 30)

    def test_search_in_an_ascii_locale(self):
        self.add("rows.jsonl")
        for query in ("bridge", "naïve “quotation”"):
            done = self.dateline("search", "--archive", "news.db", query, code=0, locale="C")
            self.assertTrue(done.out_bytes.isascii(), done.out)

    def test_in_two_batches_as_in_one(self):
        captures = sorted(str(path) for path in CAPTURES.rglob("*") if path.is_file())
        self.dateline("add", "--archive", "one.db", *captures, code=0)
        for cut in (len(captures) // 3, len(captures) // 2):
            with self.subTest(cut=cut):
                archive = f"two-{cut}.db"
                self.dateline("add", "--archive", archive, *captures[:cut], code=0)
                self.dateline("add", "--archive", archive, *captures[cut:], code=0)
                self.assertEqual(story_of_each(self.folder, archive), story_of_each(self.folder, "one.db"))
                self.assertEqual(self.articles_in(archive), self.articles_in("one.db"))

    def test_two_writers_at_once(self):
        captures = [report(i).capture() for i in range(400)]
        halves = [self.write(f"half-{i}.jsonl", json_lines(captures[i::2])) for i in (0, 1)]
        processes = [
            subprocess.Popen([expectations.binary(), "add", "--archive", "news.db", half], cwd=self.folder,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             env=journey.environment(self.folder, "C.UTF-8"))
            for half in halves
        ]
        codes = []
        for process in processes:
            _, errors = process.communicate(timeout=120)
            codes.append(process.returncode)
            self.assertEqual(process.returncode == 0, errors == b"", errors)
        count = self.articles_in("news.db")
        self.assertEqual(count, 200 * codes.count(0)) if 0 in codes else self.fail("neither writer got through")
        self.add(*halves)
        self.assertEqual(self.articles_in("news.db"), 400)

    def test_backup_by_copying_the_file(self):
        """Between commands the archive is one file: what lies beside it may be thrown away."""
        self.add("rows.jsonl")
        (self.folder / "copy.db").write_bytes((self.folder / "news.db").read_bytes())
        self.assertEqual(self.articles_in("copy.db"), 30)

    def test_odd_names_of_archives(self):
        for name in ("spaces and ünï.db", "?mode=memory", "file:news.db", "a%20b#c.db", ":memory:", "x'; --.db"):
            with self.subTest(name):
                self.dateline("add", "--archive", name, "rows.jsonl", code=0)
                self.assertTrue((self.folder / name).is_file())
                self.assertEqual(self.articles_in(name), 30)


class Killed(Journey):
    """`kill -9` in the middle of filing: what was filed stays, the file is sound, a second run completes it."""

    TOTAL = 2000

    def setUp(self):
        super().setUp()
        self.write("many.jsonl", json_lines(report(i).capture() for i in range(self.TOTAL)))

    def start(self) -> subprocess.Popen:
        return subprocess.Popen([expectations.binary(), "add", "--archive", "news.db", "many.jsonl"], cwd=self.folder,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                env=journey.environment(self.folder, "C.UTF-8"))

    def kill_when(self, process: subprocess.Popen, wal_bytes: int) -> None:
        """Kills when the archive has grown to so many bytes, in the midst of whatever it does then."""
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            size = 0
            for name in ("news.db", "news.db-wal"):
                with contextlib.suppress(FileNotFoundError):
                    size += (self.folder / name).stat().st_size
            if size >= wal_bytes:
                break
            time.sleep(0.0005)
        process.send_signal(signal.SIGKILL)
        process.wait()

    def test_nothing_is_lost(self):
        before = 0
        interrupted = 0
        for wal_bytes in (1, 60_000, 200_000, 500_000, 1_000_000, 2_000_000, 4_000_000):
            with self.subTest(wal_bytes=wal_bytes):
                process = self.start()
                self.kill_when(process, wal_bytes)
                interrupted += process.returncode == -signal.SIGKILL
                done = self.dateline("check", "--archive", "news.db", time_limit_s=60)
                if done.code != 0 and before == 0:  # killed before there was an archive
                    self.assertEqual(len(done.errors), 1, done.errors)
                    continue
                self.assertEqual(done.code, 0, done.errors)
                count = journey.filed_articles(done)
                self.assertGreaterEqual(count, before)
                before = count
        self.assertGreaterEqual(interrupted, 3, "the runs were over too soon to be interrupted")
        self.dateline("add", "--archive", "news.db", "many.jsonl", code=0)
        self.assertEqual(self.articles_in("news.db"), self.TOTAL)
        self.dateline("add", "--archive", "whole.db", "many.jsonl", code=0)
        # More reports than one search gives: those that both found are compared.
        stories, wanted = story_of_each(self.folder, "news.db"), story_of_each(self.folder, "whole.db")
        self.assertGreater(len(stories.keys() & wanted.keys()), 500)
        self.assertEqual([uri for uri in stories.keys() & wanted.keys() if stories[uri] != wanted[uri]], [])

    def test_what_was_filed_is_the_beginning(self):
        """Killed later, the archive holds more reports: of the input's first ones none is missing, none is ahead."""
        process = self.start()
        self.kill_when(process, 1_500_000)
        if process.returncode == 0:
            self.skipTest("was done before it could be killed")
        self.articles_in("news.db")  # is sound
        self.dateline("add", "--archive", "whole.db", "many.jsonl", code=0)
        filed, given = self.uris("news.db"), self.uris("whole.db")
        self.assertGreater(len(filed), 0)
        self.assertEqual(filed, given[:len(filed)])

    def uris(self, archive: str) -> list[str]:
        with contextlib.closing(sqlite3.connect(self.folder / archive)) as database:
            return [uri for uri, in database.execute("SELECT uri FROM articles ORDER BY id")]

    def test_interrupt_from_the_keyboard(self):
        process = self.start()
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        process.wait(20)
        if (self.folder / "news.db").exists() and (self.folder / "news.db").stat().st_size > 0:
            self.articles_in("news.db")


if __name__ == "__main__":
    unittest.main()
