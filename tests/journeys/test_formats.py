"""What a news desk receives: every format by its bytes, alone, in a folder and through a pipe; what is withheld,
cancelled or broken in it; `extract --explain`; and the way from such files into an archive that finds them."""

import contextlib
import json
import re
import subprocess
import sys
import threading
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import carriers  # noqa: E402
import journey  # noqa: E402
from carriers import CARRIERS, FAR_OFF, Carrier, gzipped  # noqa: E402
from journey import Journey, report  # noqa: E402

MEMORY_LIMIT_MB = 150
LONG_PAST = "2001-01-01T00:00:00Z"
CASES = journey.ROOT / "tests" / "cases" / "formats"
# Names that say something else: what a file is shows in its bytes.
NAMES = ("photo.jpg", "a.pdf", "feed.html", "report.docx", "noname", "x.csv")
COLOURS = re.compile("\x1b\\[")


def embargoed(number: int, until: str) -> dict[str, bytes]:
    """A report that its sender holds back until `until`, in each format that can say so."""
    one = report(number)
    return {
        "ninjs": json.dumps(carriers.ninjs_item(one, 1, pubstatus="usable", embargoed=until)).encode(),
        "NITF": carriers.nitf(one, "embargoed", until),
        "NewsML-G2": carriers.newsml_g2(carriers.newsml_g2_item(
            one, f'<pubStatus qcode="stat:usable"/><embargoed>{until}</embargoed>')),
    }


def cancelled(number: int) -> dict[str, bytes]:
    one = report(number)
    return {
        "ninjs": json.dumps(carriers.ninjs_item(one, 1, pubstatus="canceled")).encode(),
        "NITF": carriers.nitf(one, "canceled"),
        "NewsML-G2": carriers.newsml_g2(carriers.newsml_g2_item(one, '<pubStatus qcode="stat:canceled"/>')),
        "ANPA 1312": carriers.anpa(one).replace(b"1stLd-Writethru", b"BulletinKill"),
    }


class Formats(Journey):
    def extract(self, *inputs, **how):
        return self.dateline("extract", *inputs, **how)

    def assert_told(self, row: dict, carrier: Carrier, number: int, identity: str) -> None:
        """`row` is report `number`, as far as `carrier` can bring it."""
        one = report(number)
        self.assertEqual(row["id"], identity if carrier.single else f"{identity}#1")
        self.assertEqual(row["headline"], one.headline)
        self.assertEqual(row["outlet"], carrier.outlet)
        self.assertEqual(row["published"], str(one.day) if carrier.whole_day else f"{one.day}T08:00:00Z")
        self.assertEqual(row["published_certainty"], "stated")
        self.assertEqual(row["paragraphs"], [carrier.before_text + one.paragraphs[0], *one.paragraphs[1:]])
        self.assertIn(carrier.note, " ".join(row["dropped"]))


class EveryFormat(Formats):
    def test_by_content_whatever_the_name(self):
        for number, carrier in enumerate(CARRIERS):
            with self.subTest(carrier.name):
                name = NAMES[number % len(NAMES)]
                self.write(name, carrier.make(report(number)))
                done = self.extract(name, code=0)
                self.assertEqual(done.errors, [])
                self.assertEqual(len(done.rows), 1)
                self.assert_told(done.rows[0], carrier, number, name)

    def test_on_standard_input(self):
        for number, carrier in enumerate(CARRIERS):
            with self.subTest(carrier.name):
                done = self.extract("-", stdin=carrier.make(report(number)), code=0)
                self.assertEqual((done.errors, len(done.rows)), ([], 1))
                self.assert_told(done.rows[0], carrier, number, "-")

    def test_gzipped(self):
        for number, carrier in enumerate(CARRIERS):
            with self.subTest(carrier.name):
                self.write("report.gif", gzipped(carrier.make(report(number))))
                done = self.extract("report.gif", code=0)
                self.assertEqual((done.errors, len(done.rows)), ([], 1))
                self.assert_told(done.rows[0], carrier, number, "report.gif")

    def test_all_in_one_folder(self):
        for number, carrier in enumerate(CARRIERS):
            self.write(f"desk/{number:02}/{NAMES[number % len(NAMES)]}", carrier.make(report(number)))
        done = self.extract("desk", code=0)
        self.assertEqual((done.errors, len(done.rows)), ([], len(CARRIERS)))
        for number, (carrier, row) in enumerate(zip(CARRIERS, done.rows)):
            with self.subTest(carrier.name):
                self.assert_told(row, carrier, number, f"desk/{number:02}/{NAMES[number % len(NAMES)]}")

    def test_several_in_one_file(self):
        numbers = (3, 4, 5)
        reports = [report(number) for number in numbers]
        for name, content in {
            "NewsML-G2": carriers.newsml_g2(*map(carriers.newsml_g2_item, reports)),
            "ANPA 1312": b"".join(map(carriers.anpa, reports)),
            "IPTC 7901": b"".join(map(carriers.iptc_7901, reports)),
            "mbox": carriers.mbox(*map(carriers.mail, reports)),
            "WARC": b"".join([carriers.warc_response(reports[0]), carriers.warc_resource(reports[1]),
                              carriers.warc_conversion(reports[2])]),
            "WARC, gzipped by record": b"".join(gzipped(carriers.warc_response(one)) for one in reports),
        }.items():
            with self.subTest(name):
                done = self.extract("-", stdin=content, code=0)
                self.assertEqual([row["headline"] for row in done.rows], [one.headline for one in reports])
                self.assertEqual([row["id"] for row in done.rows], ["-#1", "-#2", "-#3"])

    def test_ninjs_a_row_a_line(self):
        rows = b"".join(carriers.ninjs_row(report(number)) for number in (1, 2))
        done = self.extract("-", stdin=rows + journey.json_lines([report(3).capture()]), code=0)
        self.assertEqual([row["id"] for row in done.rows], ["urn:ledger:1", "urn:ledger:2", "row-3"])
        for number, row in zip((1, 2, 3), done.rows):
            self.assertEqual(row["headline"], report(number).headline)
            self.assertEqual(row["paragraphs"], list(report(number).paragraphs))
        self.assertEqual(done.rows[0]["dropped"], [carriers.NOTE])

    def test_the_cases_of_the_parsers(self):
        """Files that show all that a format may have: one report of each, told by where it begins and ends."""
        for name, outlet, published, first, last in (
            ("nitf/ferry.xml", "Coast Wire", "2014-11-03T09:15:00Z", "Crews of Sound & Straits", "Harbour Yearbook"),
            ("newsml_g2/council.xml", "Vale Press", "2016-05-12T09:05:00+01:00", "The council voted", "\"At last,\""),
            ("ninjs/v3_text.json", "Kestrel Press", "2025-09-30T08:00:00Z", "Upper Tarn's paper mill", "It takes back"),
            ("mail/single.eml", "Quayside Herald", "2026-03-30T07:30:00+01:00", "The east pier", ""),
        ):
            with self.subTest(name):
                done = self.extract("-", stdin=(CASES / name).read_bytes(), code=0)
                row = done.rows[0]
                self.assertEqual((row["outlet"], row["published"]), (outlet, published))
                self.assertTrue(row["paragraphs"][0].startswith(first), row["paragraphs"])
                self.assertTrue(row["paragraphs"][-1].startswith(last), row["paragraphs"])

    def test_links_in_wire_messages_are_text(self):
        done = self.extract("-", stdin=(CASES / "nitf/ferry.xml").read_bytes(), code=0)
        self.assertIn("buses to the south pier", done.rows[0]["paragraphs"])


class Sitemaps(Formats):
    def setUp(self):
        super().setUp()
        self.write("map.txt", carriers.sitemap(report(1), report(2)))
        self.write("good.html", report(3).html())

    def test_entries_are_rows_without_text(self):
        done = self.extract("map.txt", code=0)
        self.assertEqual(done.errors, [])
        self.assertEqual([row["id"] for row in done.rows], ["map.txt#1", "map.txt#2"])
        for number, row in zip((1, 2), done.rows):
            one = report(number)
            self.assertEqual((row["headline"], row["uri"], row["outlet"]), (one.headline, one.uri, carriers.OUTLET))
            self.assertEqual(row["published"], f"{one.day}T08:00:00Z")
            self.assertEqual((row["paragraphs"], row["text"]), ([], ""))

    def test_what_compares_texts_refuses_them_and_does_the_rest(self):
        problems = [("map.txt#1", "headline and no text"), ("map.txt#2", "headline and no text")]
        done = self.dateline("add", "--archive", "news.db", "map.txt", "good.html", code=1)
        self.assert_problems(done, *problems)
        self.assertEqual(self.articles_in("news.db"), 1)
        done = self.dateline("brief", "--json", "map.txt", "good.html", code=1)
        self.assert_problems(done, *problems)
        self.assertEqual(journey.reports_by_story(json.loads(done.out)), {frozenset(["good.html"])})

    def test_addresses_alone_are_no_news(self):
        self.write("map.xml", '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
                              "<url><loc>http://a.example/</loc></url></urlset>")
        done = self.extract("map.xml", "good.html", code=1)
        self.assert_problems(done, ("map.xml", "sitemap.*no news"))
        self.assertEqual(len(done.rows), 1)


class Withheld(Formats):
    """What is under embargo must not come out before its time, nor what is cancelled ever."""

    def test_until_its_release(self):
        for name, content in embargoed(1, FAR_OFF).items():
            with self.subTest(name):
                self.write("held", content)
                self.write("other", carriers.nitf(report(2)))
                done = self.extract("held", "other", code=1)
                item = re.escape(f"item 1 ({report(1).headline}): is under embargo until 2999-01-01T00:00:00Z")
                self.assert_problems(done, ("held", item))
                self.assertEqual([row["id"] for row in done.rows], ["other#1"])

    def test_after_its_release(self):
        for name, content in embargoed(1, LONG_PAST).items():
            with self.subTest(name):
                done = self.extract("-", stdin=content, code=0)
                self.assertEqual([row["headline"] for row in done.rows], [report(1).headline])

    def test_cancelled(self):
        for name, content in cancelled(1).items():
            with self.subTest(name):
                self.write("killed", content)
                done = self.extract("killed", "-", stdin=carriers.rss(report(2)), code=1)
                self.assert_problems(done, ("killed", "item 1 .*is cancelled by its sender"))
                self.assertEqual([row["id"] for row in done.rows], ["-#1"])

    def test_among_others(self):
        item = carriers.newsml_g2_item
        self.write("message", carriers.newsml_g2(
            item(report(1)), item(report(2), f"<embargoed>{FAR_OFF}</embargoed>"),
            item(report(3), '<pubStatus qcode="stat:canceled"/>'), item(report(4))))
        done = self.extract("message", code=1)
        self.assert_problems(done, ("message", "item 2 .*embargo"), ("message", "item 3 .*cancelled"))
        self.assertEqual([row["headline"] for row in done.rows], [report(1).headline, report(4).headline])

    def test_in_rows_and_archives_of_the_web(self):
        held = carriers.ninjs_item(report(1), embargoed=FAR_OFF)
        rows = journey.json_lines([held, carriers.ninjs_item(report(2))])
        done = self.extract("-", stdin=rows, code=1)
        self.assert_problems(done, ("standard input", "line 1: .*embargo"))
        self.assertEqual([row["id"] for row in done.rows], ["urn:ledger:2"])
        record = carriers.warc_record("resource", "http://a.example/", "application/xml", embargoed(1, FAR_OFF)["NITF"])
        self.write("web.warc", record + carriers.warc_resource(report(2)))
        done = self.extract("web.warc", code=1)
        self.assert_problems(done, ("web.warc", "record at byte 0: .*embargo"))
        self.assertEqual([row["headline"] for row in done.rows], [report(2).headline])

    def test_nothing_of_it_is_filed(self):
        self.write("held", embargoed(1, FAR_OFF)["NITF"])
        self.write("other.html", report(2).html())
        done = self.dateline("add", "--archive", "news.db", "held", "other.html", code=1)
        self.assert_problems(done, ("held", "embargo"))
        self.assertEqual(self.articles_in("news.db"), 1)


class Broken(Formats):
    """Exit code 1, one line for each thing that is wrong with its place, and all the rest comes."""

    def assert_broken(self, content: bytes, headlines: list[str], *reasons: str) -> None:
        self.write("broken", content)
        self.write("good", report(9).html())
        done = self.extract("broken", "good", code=1)
        self.assert_problems(done, *(("broken", reason) for reason in reasons))
        self.assertEqual([row["headline"] for row in done.rows], [*headlines, report(9).headline])
        self.assertLess(done.peak_mb, MEMORY_LIMIT_MB)

    def test_gzip_cut_short(self):
        for carrier in CARRIERS[:16]:
            with self.subTest(carrier.name):
                whole = gzipped(carrier.make(report(1)))
                self.assert_broken(whole[: len(whole) * 2 // 3], [], "ends|cut|truncated")

    def test_warc_cut_in_a_record(self):
        whole = carriers.warc_response(report(1)) + carriers.warc_resource(report(2))
        self.assert_broken(whole[:-300], [report(1).headline], r"record at byte \d+.*(ends|cut)|ends inside.*byte \d+")

    def test_one_message_of_a_wire(self):
        bad = b"\x16\x16\x01a0567\x1f-----\r\nr i BC-Cut 11-02 0110\r\n"
        content = carriers.anpa(report(1)) + bad + carriers.anpa(report(2))
        self.assert_broken(content, [report(1).headline, report(2).headline], r"message at byte \d+ has no text")

    def test_one_mail_of_an_mbox(self):
        bad = b"From: a@a.example\nSubject: Nothing\nMIME-Version: 1.0\nContent-Type: application/pdf\n\nJVBERi0=\n"
        content = carriers.mbox(carriers.mail(report(1)), bad, carriers.mail(report(2)))
        self.assert_broken(content, [report(1).headline, report(2).headline], r"mail at byte \d+.*without a text")

    def test_xml_that_ends_early_or_lies_about_itself(self):
        for make in (carriers.rss, carriers.nitf, carriers.newsml_1, carriers.sitemap):
            whole = make(report(1))
            self.assert_broken(whole[: len(whole) * 2 // 3], [], r"line \d+")

    def test_entities(self):
        secret = self.write("secret", "THE-SECRET-WORD")
        bomb = '<!ENTITY a "ha">' + "".join(f'<!ENTITY a{i} "{"&a;" * 10}">' for i in range(20))
        for make in (carriers.nitf, carriers.newsml_1, carriers.sitemap):
            for declared in (bomb, f'<!ENTITY a SYSTEM "file://{secret}">'):
                head, _, rest = make(report(1)).partition(b"?>\n")
                root = re.match(rb"<(\w+)", rest)[1].decode()
                content = head + f"?>\n<!DOCTYPE {root} [{declared}]>\n".encode() + rest.replace(b"<p>", b"<p>&a;", 1)
                self.assert_broken(content, [], r"line \d+: .*entit")

    def test_json_of_another_kind(self):
        self.assert_broken(b'{"swagger": "2.0",\n "info": {"title": "An interface"}}', [], "JSON")
        self.assert_broken(b'{"uri": "urn:x", "headline": "Cut off", "body_text": "Rain', [], r"byte \d+|line 1")

    def test_feed_of_200_mb_through_a_pipe(self):
        item = b"<item><title>Ferry late</title><description>" + b"It was late again. " * 500 + b"</description></item>"
        head = b'<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title>'
        self.write("good", report(9).html())
        feed = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

        def pour():
            with contextlib.suppress(BrokenPipeError), feed.stdin:
                feed.stdin.write(head)
                for _ in range(200_000_000 // len(item)):
                    feed.stdin.write(item)

        writer = threading.Thread(target=pour, daemon=True)
        writer.start()
        done = self.extract("-", "good", stdin=feed.stdout, code=1)
        feed.kill()
        feed.wait()
        feed.stdout.close()
        writer.join(10)
        self.assert_problems(done, ("standard input", "limit of 32 MB"))
        self.assertEqual(len(done.rows), 1)
        self.assertLess(done.peak_mb, MEMORY_LIMIT_MB)


class Explain(Formats):
    def setUp(self):
        super().setUp()
        self.write("page.html", report(1).html().replace("<article>", "<nav><a href=/>Home</a></nav><article>"))
        self.write("page.txt", carriers.plain(report(2)))
        self.write("wire", carriers.anpa(report(3)))

    def explained(self, *inputs, **how):
        return self.dateline("extract", "--explain", *inputs, **how)

    def blocks(self, text: str) -> list[tuple[str, str, str]]:
        """(sign, beginning of the block, reason) of each block; lines of the beginning are joined."""
        found = []
        for part in text.split("\n\n"):
            lines = part.strip("\n").split("\n")
            if re.match(r"[+-] ", lines[0]):
                reason = [line.strip() for line in lines if line.startswith("    ")]
                begins = [line[2:] for line in lines if not line.startswith("    ")]
                found.append((lines[0][0], " ".join(begins), " ".join(reason)))
        return found

    def test_each_block_once_with_a_reason(self):
        for name, number in (("page.html", 1), ("page.txt", 2), ("wire", 3)):
            with self.subTest(name):
                done = self.explained(name, code=0)
                self.assertEqual(done.errors, [])
                blocks = self.blocks(done.out)
                self.assertTrue(all(reason for _, _, reason in blocks), blocks)
                for paragraph in report(number).paragraphs:
                    shown = [sign for sign, text, _ in blocks if text.endswith(paragraph)]
                    self.assertEqual(shown, ["+"], paragraph)
                self.assertIn(report(number).headline, done.out)
                self.assertRegex(done.out, rf"\b{sum(sign == '+' for sign, _, _ in blocks)} of {len(blocks)} ")

    def test_what_is_dropped_says_why(self):
        dropped = {text: reason for sign, text, reason in self.blocks(self.explained("page.html").out) if sign == "-"}
        self.assertRegex(dropped["Home"], "link")
        self.assertRegex(dropped[report(1).headline], "headline")

    def test_on_what_fails(self):
        self.write("login.html", "<!DOCTYPE html><title>Log in</title><form><p>Password</p></form>")
        self.write("empty", b"")
        done = self.explained("login.html", "empty", "none", "page.html", code=1)
        self.assert_problems(done, ("login.html", "no report"), ("empty", "is empty"), ("none", "no such file"))
        self.assertRegex(done.out, r"(?s)login\.html\n.*no report.*- Password\n    \w.*page\.html\n")

    def test_as_narrow_as_asked(self):
        for width in (60, 40):
            done = self.explained("page.html", "page.txt", "wire", env={"COLUMNS": str(width)}, code=0)
            self.assertLessEqual(max(map(len, done.out.split("\n"))), width)

    def test_plain_where_nobody_reads_it(self):
        done = self.explained("page.html", "page.txt", "wire", code=0)
        self.assertNotRegex(done.out, COLOURS)

    def test_ascii_where_the_locale_is(self):
        self.write("page.html", report(1).html().replace("<p>", "<p>“Zoë’s café” – " + "é" * 300 + " ", 1))
        done = self.explained("page.html", "page.txt", "wire", locale="C", code=0)
        self.assertTrue(done.out_bytes.isascii(), done.out[:500])

    def test_withheld_reports_are_not_explained(self):
        self.write("held", embargoed(4, FAR_OFF)["NITF"])
        done = self.explained("held", code=1)
        self.assert_problems(done, ("held", "embargo"))
        self.assertNotIn(report(4).paragraphs[0][:30], done.out)


class IntoTheArchive(Formats):
    """A folder with one capture of each kind: all are filed, found and counted; again, nothing changes."""

    def test_add_search_check(self):
        for number, carrier in enumerate(CARRIERS):
            self.write(f"desk/{number:02}.bin", carrier.make(report(100 + number)))
        done = self.dateline("add", "--archive", "news.db", "desk", code=0)
        self.assertEqual(done.errors, [])
        self.assertEqual(self.articles_in("news.db"), len(CARRIERS))
        stories = journey.story_of_each(self.folder, "news.db")
        self.assertEqual(len(stories), len(CARRIERS))
        for number, carrier in enumerate(CARRIERS):
            with self.subTest(carrier.name):
                headline = report(100 + number).headline
                query = ("--json", "--limit", "50", f'"{headline}"')
                found = self.dateline("search", "--archive", "news.db", *query, code=0)
                self.assertIn(headline, [row["headline"] for row in found.rows])
        before = (self.folder / "news.db").read_bytes()
        done = self.dateline("add", "--archive", "news.db", "desk", code=0)
        self.assertEqual(done.errors, [])
        self.assertEqual(self.articles_in("news.db"), len(CARRIERS))
        self.assertEqual(journey.story_of_each(self.folder, "news.db"), stories)
        self.assertEqual((self.folder / "news.db").read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
