"""What outlives a change: the links of readers whose story has become part of another, and archives of older versions."""

import contextlib
import datetime
import sqlite3
import sys
import unittest
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parent))
import journey  # noqa: E402
from journey import Journey, ROOT, Site, json_lines, report  # noqa: E402


class OldLinks(Journey):
    """Two reports of two events; then one story takes in the other, as docs/archive.md says that it is kept."""

    def setUp(self):
        super().setUp()
        self.archive = self.folder / "news.db"
        self.write("two.jsonl", json_lines([report(1).capture(), report(4).capture()]))
        self.dateline("add", "--archive", self.archive, "two.jsonl", code=0)
        stories = journey.story_of_each(self.folder, self.archive)
        self.present, self.old = stories[report(1).uri], stories[report(4).uri]
        self.assertNotEqual(self.present, self.old)

    def merge(self):
        with contextlib.closing(sqlite3.connect(self.archive)) as archive, archive:
            archive.executescript("""
                UPDATE articles SET story = (SELECT min(id) FROM stories);
                DELETE FROM stories WHERE id > (SELECT min(id) FROM stories);
                UPDATE stories SET (reports, first_day, last_day, latest) =
                    (SELECT count(*), min(day), max(day), max(published) FROM articles);""")
            archive.execute("INSERT INTO redirects SELECT ?, id FROM stories", (self.old,))

    def test_lead_on(self):
        with Site(self.archive) as site:
            self.assertEqual(site.get(f"/story/{self.old}").status, 200)
            self.merge()
            for method in ("GET", "HEAD"):
                with contextlib.closing(site.connection()) as connection:
                    connection.request(method, f"/story/{self.old}")
                    answer = connection.getresponse()
                    body = answer.read()
                    self.assertEqual(answer.status, 301)
                    self.assertEqual(answer.headers["location"], f"/story/{self.present}")
                    self.assertEqual(body == b"", method == "HEAD")
            present = site.get(f"/story/{self.present}")
            self.assertEqual(present.status, 200)
            for number in (1, 4):
                self.assertIn(quote(report(number).uri, safe=""), present.text)
            article = site.get("/article?uri=" + quote(report(4).uri, safe=""))
            self.assertIn(f"/story/{self.present}", article.text)
            for page in (article, site.get("/search?q=the"), site.get("/"), site.get(f"/day/{report(4).day}")):
                self.assertNotIn(self.old, page.text)
        self.assertEqual(set(journey.story_of_each(self.folder, self.archive).values()), {self.present})
        self.assertEqual(self.articles_in(self.archive), 2)

    def test_a_new_version_stays_where_the_report_is_now(self):
        self.merge()
        changed = {**report(4).capture(), "html": report(4).html().replace("</article>", "<p>It said so.</p></article>")}
        self.write("changed.jsonl", json_lines([changed]))
        done = self.dateline("add", "--archive", self.archive, "changed.jsonl", code=0)
        self.assertIn("1 new version", done.out)
        self.assertEqual(journey.story_of_each(self.folder, self.archive)[report(4).uri], self.present)
        with Site(self.archive) as site:
            self.assertEqual(site.get(f"/story/{self.old}").status, 301)


class Merged(Journey):
    """Two reports of two stories; a day's later run of `add` brings the one that shows that they are one."""

    def add(self, *reports: journey.Report) -> dict[str, str]:
        self.write("some.jsonl", json_lines(one.capture() for one in reports))
        self.dateline("add", "--archive", "news.db", "some.jsonl", code=0)
        return journey.story_of_each(self.folder, "news.db")

    def test_the_old_link_leads_on(self):
        fire, shares, both = journey.HALVES
        self.add(*(report(number) for number in range(40)))
        before = self.add(fire, shares)
        kept, old = before[fire.uri], before[shares.uri]
        self.assertNotEqual(kept, old)
        after = self.add(both)
        self.assertEqual({after[one.uri] for one in journey.HALVES}, {kept}, "the older story stays")
        self.assertEqual({uri: story for uri, story in after.items() if uri in before and uri != shares.uri},
                         {uri: story for uri, story in before.items() if uri != shares.uri}, "and nothing else moved")
        self.assertEqual(self.articles_in("news.db"), 43)
        with Site(self.folder / "news.db") as site:
            with contextlib.closing(site.connection()) as connection:
                connection.request("GET", f"/story/{old}")
                answer = connection.getresponse()
                self.assertEqual((answer.status, answer.headers["location"]), (301, f"/story/{kept}"))
            page = site.get(f"/story/{kept}")
            self.assertEqual(page.status, 200)
            for one in journey.HALVES:
                self.assertIn(quote(one.uri, safe=""), page.text)
            self.assertNotIn(old, site.get("/").text)


class OldArchives(Journey):
    """An archive that the first version of the schema left."""

    def setUp(self):
        super().setUp()
        self.archive = self.folder / "old.db"
        sql = (ROOT / "tests" / "cases" / "archive" / "version_1.sql").read_text(encoding="utf-8")
        with contextlib.closing(sqlite3.connect(self.archive)) as archive:
            archive.executescript(sql)

    def version(self):
        with contextlib.closing(sqlite3.connect(self.archive)) as archive:
            return archive.execute("PRAGMA user_version").fetchone()[0]

    def test_is_read_as_it_is(self):
        self.assertEqual(self.articles_in(self.archive), 2)
        found = self.dateline("search", "--archive", self.archive, "--json", "ferry", code=0)
        self.assertEqual(len(found.rows), 1)
        with Site(self.archive) as site:
            self.assertEqual(site.get(f"/story/{found.rows[0]['story']}").status, 200)
            self.assertEqual(site.get("/story/none").status, 404)
        self.assertEqual(self.version(), 1)

    def test_goes_on_growing(self):
        with Site(self.archive) as site:
            self.write("one.jsonl", json_lines([report(1).capture()]))
            self.dateline("add", "--archive", self.archive, "one.jsonl", code=0)
            self.assertEqual(self.version(), 2)
            self.assertEqual(site.get("/article?uri=" + quote(report(1).uri, safe="")).status, 200)
            self.assertEqual(site.get("/story/none").status, 404)
        self.assertEqual(self.articles_in(self.archive), 3)

    def test_a_follow_up_joins_the_story_of_then(self):
        before = journey.story_of_each(self.folder, self.archive)
        old = self.dateline("search", "--archive", self.archive, "--json", "ferry", code=0).rows[0]
        follow_up = journey.Report(9101, "Ferry Alma refloated at Sandmouth", (
            "The ferry Alma, which ran aground at Sandmouth on Tuesday with 42 people aboard, was refloated on Wednesday.",
            "The harbour office said that nobody aboard the Alma was hurt."), datetime.date(2025, 3, 5))
        # In two runs: the second one takes up what the first has made of the old reports.
        for number, one in enumerate((report(1), follow_up)):
            self.write(f"{number}.jsonl", json_lines([one.capture()]))
            self.dateline("add", "--archive", self.archive, f"{number}.jsonl", code=0)
        after = journey.story_of_each(self.folder, self.archive)
        self.assertEqual(after[follow_up.uri], old["story"])
        self.assertEqual({uri: after[uri] for uri in before}, before)
        self.assertEqual(self.articles_in(self.archive), 4)


if __name__ == "__main__":
    unittest.main()
