"""Inputs that are wrong: one line on standard error for each, the others still done, nothing lost."""

import contextlib
import gzip
import json
import os
import random
import resource
import shutil
import signal
import socket
import sqlite3
import stat
import sys
import threading
import unicodedata
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import journey  # noqa: E402
from journey import CAPTURES, NOBODY, Done, Journey, json_lines, report  # noqa: E402

MEMORY_LIMIT_MB = 600
# The smallest JPEG that decoders take: one grey pixel.
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300" + "01" * 64 + "ffc0000b080001000101011100ffc40014000100000000"
    "000000000000000000000009ffc40014100100000000000000000000000000000000ffda0008010100003f0054bfffd9"
)
IS_ROOT = os.geteuid() == 0

# A command that reads captures, and how many reports its standard output says it did.
COUNTERS = {
    ("extract",): lambda done: len(done.rows),
    ("brief", "--json"): lambda done: sum(len(story["reports"]) for story in json.loads(done.out)["stories"]),
    ("add", "--archive", "news.db"): lambda done: int(done.out.partition(": ")[2].split(" filed")[0]),
}


def files_up_to(limit_bytes: int):
    """For preexec_fn: no file of the child may pass the limit, as on a disk that is full."""
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limit_bytes))
    return limit


class BadInput(Journey):
    def setUp(self):
        super().setUp()
        self.write("good-1.html", report(1).html())
        self.write("good-2.html", report(2).html())

    def assert_refused(self, bad, reason: str, shown: str | None = None, **how) -> None:
        """Each command says in one line why `bad` can't be read, and does the good inputs on either side of it."""
        for command, count in COUNTERS.items():
            with self.subTest(command[0]):
                (self.folder / "news.db").unlink(missing_ok=True)
                done = self.dateline(*command, "good-1.html", bad, "good-2.html", **how)
                self.assert_problems(done, (shown or bad, reason))
                self.assertEqual(count(done), 2)
                self.assertEqual(done.code, 1)
                self.assertLess(done.peak_mb, MEMORY_LIMIT_MB)

    def extract(self, *inputs, **how) -> Done:
        return self.dateline("extract", *inputs, **how)


class FilesThatAreNoReport(BadInput):
    def test_good_inputs_alone(self):
        """Otherwise the rest of this file proves nothing."""
        done = self.extract("good-1.html", "good-2.html", code=0)
        self.assertEqual([row["id"] for row in done.rows], ["good-1.html", "good-2.html"])
        self.assertEqual(done.rows[0]["paragraphs"], list(report(1).paragraphs))
        self.assertEqual(done.errors, [])

    def test_empty_file(self):
        self.write("empty.html", b"")
        self.assert_refused("empty.html", "empty")

    def test_white_space_only(self):
        self.write("blank.txt", b" \r\n\t\n" * 500)
        self.assert_refused("blank.txt", "empty|no report")

    def test_jpeg(self):
        self.write("photo.html", JPEG)
        self.assert_refused("photo.html", "JPEG")

    def test_jpeg_cut_short(self):
        self.write("photo.jpg", JPEG[:3])
        self.assert_refused("photo.jpg", "JPEG")

    def test_random_bytes(self):
        self.write("noise.txt", random.Random(1).randbytes(5000))
        self.assert_refused("noise.txt", "binary")

    def test_other_kinds(self):
        for name, content, word in (
            ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
            ("a.docx", b"PK\x03\x04".ljust(30, b"\0") + b"[Content_Types].xml" + bytes(200), "Office document"),
            ("a.rtf", b"{\\rtf1\\ansi The quay is shut until June, the harbour authority said on Monday.}", "RTF"),
            ("a.zip", b"PK\x03\x04\x14\0\0\0\x08\0" + bytes(200), "ZIP"),
            ("a.db", b"SQLite format 3\0" + bytes(200), "SQLite"),
            ("a.tar", b"name".ljust(257, b"\0") + b"ustar\x0000".ljust(255, b"\0"), "tar"),
            ("zeros.html", bytes(100_000), "binary"),
        ):
            with self.subTest(name):
                self.write(name, content)
                done = self.extract(name, "good-1.html", code=1)
                self.assert_problems(done, (name, word))
                self.assertEqual(len(done.rows), 1)

    def test_page_without_a_report(self):
        form = "<form><input name=user><button>Go</button></form>"
        self.write("nothing.html", "<!DOCTYPE html><title>Log in</title>" + form)
        self.assert_refused("nothing.html", "no report")

    def test_file_of_100_mb(self):
        line = (" ".join(report(3).paragraphs) + "\n").encode()
        block = line * ((1 << 20) // len(line))
        with open(self.folder / "huge.txt", "wb") as file:
            while file.tell() < 100_000_000:
                file.write(block)
        self.assert_refused("huge.txt", "limit of 32 MB")
        with open(self.folder / "huge.txt", "rb") as file:
            done = self.extract("-", "good-1.html", stdin=file, code=1)
        self.assert_problems(done, ("standard input", "limit of 32 MB"))
        self.assertEqual(len(done.rows), 1)

    def test_gzip_bomb(self):
        with gzip.open(self.folder / "bomb.html.gz", "wb", compresslevel=1) as file:
            for _ in range(400):
                file.write(b"<p>round and round we go.\n" * 40_000)
        self.assert_refused("bomb.html.gz", "limit of 32 MB")

    def test_endless_device(self):
        self.assert_refused("/dev/zero", "limit of 32 MB|binary|not a report")

    def test_truncated_gzip(self):
        whole = gzip.compress(report(3).html().encode(), mtime=0)
        self.write("cut.html.gz", whole[: len(whole) // 2])
        self.assert_refused("cut.html.gz", "cut|ends|truncated|incomplete")

    def test_gzip_with_a_wrong_checksum(self):
        whole = bytearray(gzip.compress(report(3).html().encode(), mtime=0))
        whole[-6] ^= 0xFF
        self.write("flipped.html.gz", bytes(whole))
        self.assert_refused("flipped.html.gz", "checksum|damaged|corrupt")

    def test_nested_divs_of_10_mb(self):
        deep = b"<div>" * 2_000_000
        text = "".join(f"<p>{paragraph}</p>" for paragraph in report(3).paragraphs).encode()
        self.write("deep.html", b"<!DOCTYPE html><title>Deep</title><body>" + text + deep)
        self.write("deeper.html", b"<!DOCTYPE html><title>Deep</title><body>" + deep + text)
        for name in ("deep.html", "deeper.html"):
            with self.subTest(name):
                done = self.extract("good-1.html", name, "good-2.html")
                self.assertLess(done.cpu_s, 20)
                self.assertLess(done.peak_mb, MEMORY_LIMIT_MB)
                ids = [row["id"] for row in done.rows]
                self.assertEqual([name for name in ids if name.startswith("good")], ["good-1.html", "good-2.html"])
                if name in ids:
                    self.assertEqual((done.code, done.errors), (0, []))
                else:
                    self.assertEqual(done.code, 1)
                    self.assert_problems(done, (name, "."))

    def test_other_hostile_pages(self):
        """Linear time: each is small enough to be read in a moment, and costs minutes where a step is quadratic."""
        text = "".join(f"<p>{paragraph}</p>" for paragraph in report(3).paragraphs)
        for name, content in {
            "attributes.html": "<body>" + text + "<p " + "".join(f"a{i}=1 " for i in range(200_000)) + ">x</p>",
            "formatting.html": "<body>" + text + "<p><b><i><a>" * 50_000,
            "tables.html": "<body>" + text + "<table><tr><td>" * 100_000,
            "one-line.txt": "wordy, " * 1_000_000,
            "no-stops.html": "<body><p>" + "and then they went on and on " * 200_000 + "</p>",
            "ampersands.html": "<body>" + text + "<p>" + "&" * 2_000_000 + "</p>",
            "open-quotes.txt": "Title\n\n" + "“He said ‘so what ’ " * 100_000,
        }.items():
            with self.subTest(name):
                self.write(name, content)
                done = self.dateline("brief", "--json", name, "good-1.html")
                self.assertLess(done.cpu_s, 30)
                self.assertLess(done.peak_mb, 2 * MEMORY_LIMIT_MB)
                self.assertIn("good-1.html", {identity for story in journey.reports_by_story(json.loads(done.out))
                                              for identity in story})


class Charsets(BadInput):
    TEXT = "“We won’t close the café,” said Zoë Brûlé – the owner – who has run it for 30 years in Saint-Malo."

    def assert_read(self, name: str, content: bytes) -> None:
        self.write(name, content)
        done = self.extract(name, code=0)
        self.assertEqual(done.errors, [])
        self.assertIn(self.TEXT, done.rows[0]["paragraphs"])

    def page(self, head: str) -> str:
        others = "".join(f"<p>{paragraph}</p>\n" for paragraph in report(1).paragraphs)
        return f"<!DOCTYPE html><html><head>{head}<title>Café stays</title></head><body><h1>Café stays</h1>\n" \
               f"<p>{self.TEXT}</p>\n{others}</body></html>"

    def test_windows_1252_without_a_word_about_it(self):
        self.assert_read("quiet.html", self.page("").encode("windows-1252"))

    def test_windows_1252_that_says_latin_1(self):
        self.assert_read("latin.html", self.page('<meta charset="iso-8859-1">').encode("windows-1252"))

    def test_windows_1252_that_says_so(self):
        head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
        self.assert_read("said.html", self.page(head).encode("windows-1252"))

    def test_windows_1252_text(self):
        text = "Café stays\n\n" + "\n\n".join([self.TEXT, *report(1).paragraphs])
        self.assert_read("quiet.txt", text.encode("windows-1252"))

    def test_utf_16_with_its_mark(self):
        self.assert_read("wide.html", self.page("").encode("utf-16"))
        text = "Café stays\n\n" + "\n\n".join([self.TEXT, *report(1).paragraphs])
        self.assert_read("wide.txt", text.encode("utf-16"))

    def test_utf_8_with_its_mark(self):
        self.assert_read("marked.html", b"\xef\xbb\xbf" + self.page("").encode())

    def test_utf_8_that_says_latin_1(self):
        self.assert_read("wrong.html", self.page('<meta charset="utf-8">').encode())

    def test_broken_utf_8_stays_one_output(self):
        """A byte that belongs nowhere costs that character, not the report; what comes out is UTF-8."""
        content = self.page('<meta charset="utf-8">').encode().replace(b"who has run", b"who \xff\xc3 has run")
        self.write("broken.html", content)
        done = self.extract("broken.html", code=0)
        paragraphs = done.rows[0]["paragraphs"]
        self.assertTrue(any(paragraph.startswith("“We won’t close the café,”") for paragraph in paragraphs), paragraphs)


class Paths(BadInput):
    def test_address(self):
        self.assert_refused("https://www.harbour-ledger.example/news/1", "address.*nothing is fetched")

    def test_missing(self):
        self.assert_refused("nowhere.html", "no such file")
        self.assert_refused("nowhere/page.html", "no such file")
        self.assert_refused("good-1.html/page.html", "not a directory|no such file")

    def test_all_are_named(self):
        self.write("empty.html", b"")
        self.write("photo.jpg", JPEG)
        done = self.extract("a.html", "good-1.html", "empty.html", "photo.jpg", "good-2.html", "b.html", code=1)
        wanted = [("a.html", "no such"), ("empty.html", "empty"), ("photo.jpg", "JPEG"), ("b.html", "no such")]
        self.assert_problems(done, *wanted)
        self.assertEqual(len(done.rows), 2)

    def test_empty_name(self):
        done = self.extract("", "good-1.html", code=1)
        self.assertEqual(len(done.rows), 1)
        self.assertEqual(len(done.errors), 1, done.errors)

    def test_link_to_itself(self):
        (self.folder / "loop.html").symlink_to("loop.html")
        self.assert_refused("loop.html", "symbolic links")

    def test_link_to_nothing(self):
        (self.folder / "dangling.html").symlink_to("gone.html")
        self.assert_refused("dangling.html", "no such file")

    def test_folder_that_links_to_itself(self):
        self.write("heap/page.html", report(3).html())
        (self.folder / "heap" / "again").symlink_to(self.folder / "heap")
        done = self.extract("heap", code=0)
        self.assertEqual([row["id"] for row in done.rows], ["heap/page.html"])

    def test_folder_with_some_of_everything(self):
        for name, content in {
            "heap/2/b.html": report(2).html(), "heap/1/a.html": report(1).html(), "heap/.hidden.html": report(3).html(),
            "heap/plain": report(4).plain(), "heap/photo.jpg": JPEG, "heap/empty": b"",
        }.items():
            self.write(name, content)
        os.mkfifo(self.folder / "heap" / "pipe")
        (self.folder / "heap" / "none").mkdir()
        done = self.extract("heap", code=1, time_limit_s=30)
        self.assertEqual([row["id"] for row in done.rows], ["heap/1/a.html", "heap/2/b.html", "heap/plain"])
        self.assert_problems(done, ("heap/empty", "empty"), ("heap/photo.jpg", "JPEG"))

    def test_fifo_that_is_named(self):
        os.mkfifo(self.folder / "pipe")
        writer = threading.Thread(target=lambda: (self.folder / "pipe").write_text(report(3).html()), daemon=True)
        writer.start()
        done = self.extract("pipe", "good-1.html", code=0, time_limit_s=30)
        writer.join(5)
        self.assertEqual([row["id"] for row in done.rows], ["pipe", "good-1.html"])

    def test_socket(self):
        with contextlib.closing(socket.socket(socket.AF_UNIX)) as listener:
            listener.bind(str(self.folder / "socket"))
            self.assert_refused("socket", ".")

    def test_same_input_twice(self):
        done = self.extract("good-1.html", "good-1.html", code=0)
        self.assertEqual([row["id"] for row in done.rows], ["good-1.html"] * 2)
        done = self.dateline("brief", "--json", "good-1.html", "good-1.html", code=0)
        self.assertEqual(journey.reports_by_story(json.loads(done.out)), {frozenset(["good-1.html"])})
        self.assertEqual(len(json.loads(done.out)["stories"][0]["reports"]), 1)
        self.dateline("add", "--archive", "news.db", "good-1.html", "good-1.html", code=0)
        self.assertEqual(self.articles_in("news.db"), 1)

    def test_names_that_try_tricks(self):
        tricks = {
            "line\nbreak": "line\\x0abreak",
            "dateline: ok\ndateline: fake": "dateline: ok\\x0adateline: fake",
            "red\x1b[31m": "red\\x1b[31m",
            "back\b\b\r": None,
            "delete\x7f": None,
            "csi\u009b31m": None,  # one character that terminals take for ESC [
            "tab\t": None,
            "{}{0}%s%n": "{}{0}%s%n",
            "x" * 250: "x" * 250,
            "ünï¢ødé 🙂": "ünï¢ødé 🙂",
            " -rf": " -rf",
        }
        for name, shown in tricks.items():
            with self.subTest(name):
                self.write(name, b"")
                done = self.extract(name, "good-1.html", code=1)
                self.assertEqual(len(done.errors), 1, done.errors)
                self.assertNotRegex(done.errors[0], journey.CONTROLS)
                self.assertTrue(done.errors[0].startswith("dateline: " + (shown or "")), done.errors)
                self.assertRegex(done.errors[0], "empty")
                self.assertEqual(len(done.rows), 1)
                self.write(name, report(3).html())
                self.assertEqual(self.extract(name, code=0).rows[0]["id"], name)

    def test_name_that_is_not_utf_8(self):
        self.write(b"caf\xe9.html", report(3).html())
        done = self.extract(b"caf\xe9.html", code=0)
        self.assertEqual(len(done.rows), 1)  # reading the rows has proved that they are UTF-8
        self.write(b"caf\xe9.html", b"")
        self.assertEqual(len(self.extract(b"caf\xe9.html", code=1).errors), 1)

    def test_name_with_a_dash(self):
        self.write("-page.html", report(3).html())
        self.assertEqual(self.extract("--", "-page.html", code=0).rows[0]["id"], "-page.html")
        self.assertEqual(self.extract("./-page.html", code=0).rows[0]["id"], "./-page.html")

    def test_without_permission(self):
        """Root may read everything, so that root's run goes through a user who may not."""
        self.write("shut/page.html", report(3).html())
        self.write("heap/page.html", report(4).html())
        self.write("heap/secret.html", report(5).html())
        self.write("heap/shut/page.html", report(6).html())
        how = {}
        if IS_ROOT:
            how = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            how["program"] = journey.copy_for_everyone(self.folder)
            self.folder.chmod(0o777)
        closed = [self.folder / name for name in ("shut", "heap/secret.html", "heap/shut")]
        for path in closed:
            path.chmod(0)
            self.addCleanup(path.chmod, stat.S_IRWXU)
        self.assert_refused("shut", "permission", **how)
        self.assert_refused("shut/page.html", "permission", **how)
        self.assert_refused("heap/secret.html", "permission", **how)
        done = self.extract("heap", code=1, **how)
        self.assert_problems(done, ("heap/secret.html", "permission"), ("heap/shut", "permission"))
        self.assertEqual([row["id"] for row in done.rows], ["heap/page.html"])
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o777)
        done = self.dateline("add", "--archive", "new.db", "good-1.html", code=1, **how)
        self.assert_problems(done, ("new.db", "permission"))
        done = self.dateline("brief", "--html", "page.html", "good-1.html", code=1, **how)
        self.assert_problems(done, ("page.html", "permission"))


class Containers(BadInput):
    def test_warc_cut_in_the_middle(self):
        whole = gzip.decompress((CAPTURES / "tidewater-archive" / "march-2025.warc.gz").read_bytes())
        self.write("whole.warc", whole)
        everything = self.extract("whole.warc", code=0).rows
        self.assertEqual(len(everything), 3)
        last = whole.rindex(b"WARC-Type: response")
        for cut in (last - 5, last + 40, len(whole) - 60):
            with self.subTest(cut=cut):
                self.write("cut.warc", whole[:cut])
                done = self.extract("good-1.html", "cut.warc", "good-2.html", code=1)
                self.assert_problems(done, ("cut.warc", "."))
                ids = [row["id"] for row in done.rows]
                self.assertEqual((ids[0], ids[-1]), ("good-1.html", "good-2.html"))
                kept = [row["text"] for row in done.rows[1:-1]]
                self.assertIn(len(kept), (2, 3))
                self.assertEqual(kept, [row["text"] for row in everything[: len(kept)]])

    def test_gzipped_warc_cut_in_the_middle(self):
        whole = (CAPTURES / "tidewater-archive" / "march-2025.warc.gz").read_bytes()
        self.write("cut.warc.gz", whole[:-200])
        done = self.extract("good-1.html", "cut.warc.gz", "good-2.html", code=1)
        self.assert_problems(done, ("cut.warc.gz", "."))
        self.assertGreaterEqual(len(done.rows), 4)

    def test_warc_that_lies_about_a_length(self):
        record = b"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/\r\n" \
                 b"Content-Type: text/html\r\nContent-Length: %s\r\n\r\nabc\r\n\r\n"
        for length in (b"99999999999999999999999999", b"-1", b"3.5", b"", b"4294967299", b"60000000"):
            with self.subTest(length=length):
                self.write("liar.warc", record % length)
                done = self.extract("liar.warc", "good-1.html", code=1)
                self.assert_problems(done, ("liar.warc", "."))
                self.assertLess(done.peak_mb, MEMORY_LIMIT_MB)
                self.assertEqual(len(done.rows), 1)

    def test_feed_that_is_not_well_formed(self):
        whole = (CAPTURES / "millrace-review" / "feed.xml").read_bytes()
        self.write("cut.xml", whole[: len(whole) * 2 // 3])
        self.assert_refused("cut.xml", r"line \d+")
        self.write("tags.xml", whole.replace(b"</title>", b"</titel>", 1))
        self.assert_refused("tags.xml", r"line \d+")

    def test_feed_that_reaches_for_files(self):
        """Entities are off: neither the file nor the laughs come in."""
        secret = self.write("secret", "THE-SECRET-WORD")
        bomb = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
        body = "".join(f"&lt;p&gt;{paragraph}&lt;/p&gt;" for paragraph in report(3).paragraphs)
        self.write("feed.xml", f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{bomb}
            <!ENTITY file SYSTEM "file://{secret}">]><rss version="2.0"><channel><title>Feed &file;</title>
            <item><title>Laughs</title><link>http://a.example/1</link>
            <description>{body} &file; &l9;</description></item>
            </channel></rss>""")
        done = self.extract("feed.xml", "good-1.html")
        self.assertNotIn(b"THE-SECRET-WORD", done.out_bytes + done.errors_bytes)
        self.assertLess(done.peak_mb, MEMORY_LIMIT_MB)
        self.assertLess(done.cpu_s, 10)
        self.assertIn("good-1.html", [row["id"] for row in done.rows])
        self.assertLessEqual(len(done.errors), 1)

    def test_json_lines_with_broken_lines(self):
        good = json_lines([report(3).capture()]), json_lines([report(4).capture()])
        for broken in (b'{"id": "x", "html": "<p>cut', b"[1, 2]", b'"text"', b"{}", b'{"id": "x"}',
                       b'{"id": "x", "html": 7}', b'{"id": "x", "text": "\xff\xfe"}', b'{"id": "x", "html": ""}',
                       b"{" * 100_000, b"[" * 100_000):
            with self.subTest(broken=broken[:40]):
                self.write("rows.jsonl", good[0] + broken + b"\n\n" + good[1])
                done = self.extract("good-1.html", "rows.jsonl", "good-2.html", code=1)
                self.assertEqual([row["id"] for row in done.rows], ["good-1.html", "row-3", "row-4", "good-2.html"])
                self.assertEqual(len(done.errors), 1, done.errors)
                # A row that could be read but holds no report goes by its own id, any other by its line.
                self.assertRegex(done.errors[0], r"^dateline: (rows\.jsonl: line 2: .|x: )")

    def test_json_lines_without_last_line_end(self):
        self.write("rows.jsonl", json_lines([report(3).capture(), report(4).capture()])[:-1])
        self.assertEqual(len(self.extract("rows.jsonl", code=0).rows), 2)


class Rows(BadInput):
    """What annotate and group read."""

    def test_broken_line_is_named_by_its_number(self):
        lines = json_lines([report(1).row()]) + b'{"id": "x", "text": "cut\n' + json_lines([report(2).row()])
        self.write("rows.jsonl", lines)
        for command, members in (("annotate", {"entities", "times", "quotes"}), ("group", {"id", "story"})):
            for shown, how in (("rows.jsonl line 2", {}), ("standard input line 2", {"stdin": lines})):
                with self.subTest(command, shown=shown):
                    done = self.dateline(command, *([] if how else ["rows.jsonl"]), code=1, **how)
                    self.assert_problems(done, (shown, "."))
                    self.assertEqual([row["id"] for row in done.rows], ["row-1", "row-2"])
                    self.assertLessEqual(members, set(done.rows[0]))

    def test_rows_of_the_wrong_shape(self):
        wrong = [b"[]", b"null", b"7", b"{}", b'{"text": "no id"}', b'{"id": {}, "text": "x"}',
                 b'{"id": "x", "text": 5}', b'{"id": "x", "paragraphs": "x"}', b'{"id": "x", "paragraphs": [1]}',
                 b'{"id": "x", "text": "a", "dct": "soon"}', b'{"id": "x", "text": "a", "sentences": [{"begin": 0}]}',
                 b"\x00", b"\xff\xff"]
        lines = b"".join(line + b"\n" for line in wrong) + json_lines([report(1).row()])
        for command in ("annotate", "group"):
            with self.subTest(command):
                done = self.dateline(command, stdin=lines, code=1)
                self.assertEqual([row["id"] for row in done.rows], ["row-1"])
                self.assert_problems(done, *[(f"standard input line {i}", ".") for i in range(1, len(wrong) + 1)])

    def test_rows_with_odd_text(self):
        """Right in shape, odd inside: each comes out again with its text untouched."""
        rows = [{"id": str(i), "text": text} for i, text in enumerate([
            "", " ", "\n\n\n", "\u0000", "a\u0000b", "\r\n", "\u2028", "🙂" * 1000, "\ufeffText", "x" * 200_000,
            "A. " * 20_000, "“" * 5000, "e\u0301" * 500, "\u202eevil", "Dr. Mr. U.S. a.m.", "1.2.3.4", "مرحبا بالعالم",
            "日本とロシアは合意した。",
        ])] + [{"id": 7, "text": "A number as id."}, {"id": "headline", "headline": "Alone"}, {"id": "none"}]
        done = self.dateline("annotate", stdin=json_lines(rows), code=0)
        self.assertEqual([row["id"] for row in done.rows], [row["id"] for row in rows])
        self.assertEqual([row.get("text") for row in done.rows], [row.get("text") for row in rows])
        for row in done.rows:
            length = len(row.get("text") or row.get("headline") or "")
            for mark in [*row["entities"], *row["times"], *row["sentences"]]:
                self.assertTrue(0 <= mark["begin"] < mark["end"] <= length, (row["id"], mark))
        grouped = self.dateline("group", "--facts", stdin=json_lines(rows), code=0)
        self.assertEqual([row["id"] for row in grouped.rows if "story" in row], [row["id"] for row in rows])

    def annotated(self, *rows: dict, code: int = 0) -> list[dict]:
        return self.dateline("annotate", stdin=json_lines(rows), code=code).rows

    def test_million_words_without_a_stop(self):
        text = "the mayor of Oslo said on Monday that ships wait " * 100_000
        done = self.dateline("annotate", stdin=json_lines([{"id": "x", "text": text, "dct": "2025-03-04"}]), code=0)
        (row,) = done.rows
        self.assertEqual(len(row["sentences"]), 1)
        self.assertEqual(len(row["times"]), 100_000)
        self.assertLess(done.cpu_s, 60)
        self.assertLess(done.peak_mb, 1200)

    def test_word_of_10_mb(self):
        for letter in ("a", "A", "7", "-", "\u0e01"):
            with self.subTest(letter):
                word = letter * (10_000_000 // len(letter.encode()))
                (row,) = self.annotated({"id": "x", "text": word})
                self.assertEqual(row["sentences"], [{"begin": 0, "end": len(word), "text": word}])

    def test_only_emoji(self):
        text = "👍🏽👨‍👩‍👧🏳️‍🌈" * 2000
        (row,) = self.annotated({"id": "x", "text": text})
        self.assertEqual((row["text"], row["entities"], row["times"], row["quotes"]), (text, [], [], []))

    def test_right_to_left_text(self):
        text = 'قال الرئيس "سننتصر".\u200f \u202bثم غادر\u202c abc في 2 نوفمبر 2013.'
        (row,) = self.annotated({"id": "x", "text": text, "language": "ar"})
        self.assertEqual(row["text"], text)
        self.assertEqual([text[time["begin"]: time["end"]] for time in row["times"]], ["2 نوفمبر 2013"])
        self.assertEqual([sentence["text"] for sentence in row["sentences"]],
                         ['قال الرئيس "سننتصر".\u200f', "\u202bثم غادر\u202c abc في 2 نوفمبر 2013."])

    def test_normal_forms_keep_their_offsets(self):
        """The same words composed and decomposed: each form's own offsets, one key."""
        keys = []
        for form in ("NFC", "NFD"):
            text = unicodedata.normalize(form, "Minister José Peñalver said on Monday that São Tomé agreed. “Él dijo.”")
            (row,) = self.annotated({"id": form, "text": text, "dct": "2025-03-04"})
            named = {text[mark["begin"]: mark["end"]]: mark["entity"] for mark in row["entities"]}
            name = unicodedata.normalize(form, "José Peñalver")
            self.assertIn(name, named)
            keys.append(named[name])
            self.assertEqual([text[time["begin"]: time["end"]] for time in row["times"]], ["Monday"])
            self.assertEqual([sentence["text"] for sentence in row["sentences"]],
                             [text[sentence["begin"]: sentence["end"]] for sentence in row["sentences"]])
        self.assertEqual(keys[0], keys[1])

    def test_offsets_past_the_basic_multilingual_plane(self):
        """Code points, not UTF-16 units and not bytes, for sentences, entities, times and all parts of quotes."""
        text = "𝒜 🙂 first. “We 🙂 will go,” 🙂 said Angela Roth 🙂 in Berlin on 🙂 Friday 𠮷. 🏳️‍🌈 Last."
        (row,) = self.annotated({"id": "x", "text": text, "dct": "2013-11-05", "language": "en"})
        words = lambda mark: text[mark["begin"]: mark["end"]]
        self.assertEqual([words(mark) for mark in row["sentences"]], [mark["text"] for mark in row["sentences"]])
        self.assertEqual(row["sentences"][0]["text"], "𝒜 🙂 first.")
        self.assertLessEqual({"Angela Roth", "Berlin"}, {words(mark) for mark in row["entities"]})
        self.assertEqual([words(mark) for mark in row["times"]], ["Friday"])
        self.assertIn("We 🙂 will go", [text[begin:end].rstrip(",") for quote in row["quotes"]
                                        for begin, end in quote["content"]])

    def test_document_date_that_is_no_date(self):
        good = report(1).row()
        for wrong in ("soon", "2013-02-30", "2013-13-01", "2013", "99999-01-01", 20131102, ["2013-11-02"]):
            with self.subTest(wrong):
                lines = json_lines([{"id": "x", "text": "He left on Monday.", "dct": wrong}, good])
                done = self.dateline("annotate", stdin=lines, code=1)
                self.assert_problems(done, ("standard input line 1", '"dct" is'))
                self.assertEqual([row["id"] for row in done.rows], ["row-1"])
        for none in ("", None):
            (row,) = self.annotated({"id": "x", "text": "He left on Monday.", "dct": none})
            self.assertEqual([time["value"] for time in row["times"]], ["XXXX-WXX-1"])

    def test_days_at_the_ends_of_the_calendar(self):
        for day in ("0001-01-01", "9999-12-31"):
            (row,) = self.annotated({"id": "x", "text": "He left on Monday, last year and next week.", "dct": day})
            self.assertEqual(len(row["times"]), 3, row["times"])

    def test_unknown_members_come_out_again(self):
        more = {"x": {"deep": [[[{"é🙂": None}]]]}, "": 1, "n": 12345678901234567, "f": 0.1, "story": "s", "sha": "0" * 64}
        (row,) = self.annotated({"id": "x", "text": "He left.", **more})
        self.assertEqual({name: row[name] for name in more}, more)

    def test_rows_that_are_no_json(self):
        wrong = [b'{"id":', b"not json", b"'x'", b'{"id": "x", "text": "a\x00b"}', b'{"id": "x", "text": "\\ud83d b"}',
                 b'{"id": "x", "text": "\\ude00"}', b'{"id": "x", "text": "\xed\xa0\xbd"}', b'{"id": "x", "text": "\xc3"}',
                 b'{"id": "x", "text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", b'{"id": "x"} {"id": "y"}']
        lines = b"".join(line + b"\n" for line in wrong) + json_lines([report(1).row()])
        done = self.dateline("annotate", stdin=lines, code=1)
        self.assertEqual([row["id"] for row in done.rows], ["row-1"])
        self.assert_problems(done, *[(f"standard input line {i}", "JSON") for i in range(1, len(wrong) + 1)])

    def test_blank_rows_and_line_ends_of_any_kind(self):
        one, two = json_lines([report(1).row()]), json_lines([report(2).row()])
        lines = b"\xef\xbb\xbf" + one[:-1] + b"\r\n\n   \n\t\r\n" + two[:-1]
        self.assertEqual([row["id"] for row in self.dateline("annotate", stdin=lines, code=0).rows], ["row-1", "row-2"])
        for nothing in (b"", b"\n", b" \r\n\n"):
            self.assertEqual(self.dateline("annotate", stdin=nothing, code=0).out, "")

    def test_row_of_100_mb(self):
        lines = b'{"id": "x", "text": "' + b"a " * 50_000_000 + b'"}\n' + json_lines([report(1).row()])
        self.write("rows.jsonl", lines)
        done = self.dateline("annotate", "rows.jsonl", code=1)
        self.assert_problems(done, ("rows.jsonl", "line 1: longer than the limit"))
        self.assertEqual([row["id"] for row in done.rows], ["row-1"])
        self.assertLess(done.peak_mb, 300)

    def test_same_id_twice(self):
        rows = [report(1).row(), {**report(2).row(), "id": "row-1"}]
        self.assertEqual([row["id"] for row in self.annotated(*rows)], ["row-1", "row-1"])

    def test_rows_without_text(self):
        rows = [{"id": "a"}, {"id": "b", "text": None}, {"id": "c", "text": ""}, {"id": "d", "paragraphs": []},
                {"id": "e", "paragraphs": ["", " "]}, {"id": "f", "sentences": []}]
        done = self.annotated(*rows)
        self.assertEqual([row["id"] for row in done], [row["id"] for row in rows])
        for row in done:
            self.assertEqual((row["entities"], row["times"], row["quotes"], row["sentences"]), ([], [], [], []))

    def test_group_as_given_names_rows_without_a_story(self):
        rows = [{**report(1).row(), "story": "s1"}, report(2).row(), {**report(3).row(), "story": "s1"}]
        done = self.dateline("group", "--as-given", stdin=json_lines(rows), code=1)
        self.assertEqual(done.rows, [{"id": "row-1", "story": "s1"}, {"id": "row-3", "story": "s1"}])
        self.assertEqual(len(done.errors), 1, done.errors)
        self.assertRegex(done.errors[0], r"^dateline: .*(row-2|line 2).*story")


class Streams(BadInput):
    """Standard input and output that are closed, cut, full or left by their reader."""

    def test_standard_input_closed(self):
        for command in (*COUNTERS, ("annotate",), ("group",)):
            with self.subTest(command[0]):
                dashes = ["-"] if command in COUNTERS else []
                done = journey.shell('exec "$dateline" "$@" <&-', *command, *dashes, folder=self.folder)
                self.assert_civil(done)
                self.assertEqual(done.code, 1)
                self.assert_problems(done, ("standard input", "."))

    def test_standard_input_closed_beside_good_inputs(self):
        for inputs in (["-", "good-1.html", "good-2.html"], ["good-1.html", "good-2.html", "-"]):
            for command, count in COUNTERS.items():
                with self.subTest(command[0], inputs=inputs):
                    (self.folder / "news.db").unlink(missing_ok=True)
                    done = journey.shell('exec "$dateline" "$@" <&-', *command, *inputs, folder=self.folder)
                    self.assert_civil(done)
                    self.assert_problems(done, ("standard input", "."))
                    self.assertEqual((count(done), done.code), (2, 1))

    def test_standard_input_empty(self):
        self.assert_refused("-", "empty", shown="standard input")
        for command in ("annotate", "group"):
            done = self.dateline(command, code=0)
            self.assertEqual((done.out, done.errors), ("", []))

    def test_standard_input_ends_in_the_middle_of_a_line(self):
        lines = json_lines([report(1).row(), report(2).row(), report(3).row()])
        done = self.dateline("annotate", stdin=lines[:-100], code=1)
        self.assert_problems(done, ("standard input line 3", "."))
        self.assertEqual([row["id"] for row in done.rows], ["row-1", "row-2"])
        captures = json_lines([report(1).capture(), report(2).capture()])
        done = self.extract("-", stdin=captures[:-100], code=1)
        self.assert_problems(done, ("standard input", "line 2"))
        self.assertEqual([row["id"] for row in done.rows], ["row-1"])

    def test_page_on_standard_input_cut_in_the_middle(self):
        page = report(1).html().encode()
        done = self.extract("-", stdin=page[: page.index(b"</article>") - 200], code=0)
        self.assertEqual(done.rows[0]["paragraphs"][0], report(1).paragraphs[0])

    def test_reader_that_goes_away(self):
        self.write("many.jsonl", json_lines([report(i).capture() for i in range(400)]))
        self.write("rows.jsonl", json_lines([report(i).row() for i in range(400)]))
        for command in (["extract", "many.jsonl"], ["annotate", "rows.jsonl"], ["group", "--facts", "rows.jsonl"],
                        ["brief", "--json", "many.jsonl"], ["brief", "many.jsonl"]):
            with self.subTest(command[0]):
                reading, writing = os.pipe()
                os.close(reading)
                done = self.dateline(*command, stdout=writing)
                os.close(writing)
                self.assert_problems(done, ("standard output", "reader went away"))
                self.assertEqual(done.code, 1)

    def test_reader_that_takes_one_line(self):
        self.write("many.jsonl", json_lines([report(i).capture() for i in range(400)]))
        done = journey.shell('{ "$dateline" extract many.jsonl; echo "ended $?" >&2; } | head -n 1', folder=self.folder)
        self.assertEqual(len(done.rows), 1)
        self.assertEqual(done.errors[-1], "ended 1")
        self.assertEqual(len(done.errors), 2, done.errors)

    def test_full_disk_behind_standard_output(self):
        self.write("rows.jsonl", json_lines([report(i).row() for i in range(3)]))
        self.dateline("add", "--archive", "news.db", "good-1.html", code=0)
        for command in (["extract", "good-1.html"], ["brief", "good-1.html"], ["brief", "--json", "good-1.html"],
                        ["annotate", "rows.jsonl"], ["group", "rows.jsonl"], ["group", "--facts", "rows.jsonl"],
                        ["add", "--archive", "news.db", "good-2.html"], ["check", "--archive", "news.db"],
                        ["search", "--archive", "news.db", "the"], ["search", "--archive", "news.db", "--json", "the"]):
            with self.subTest(command), open("/dev/full", "wb") as full:
                done = self.dateline(*command, stdout=full)
                self.assert_problems(done, ("standard output", "no space left"))
                self.assertEqual(done.code, 1)

    def test_standard_output_closed(self):
        done = journey.shell('exec "$dateline" extract good-1.html >&-', folder=self.folder)
        self.assertEqual(done.code, 1)
        self.assert_problems(done, ("standard output", "."))

    def test_all_streams_closed(self):
        """A file that is opened in the place of a closed stream must not get what was meant for the stream."""
        self.write("empty.html", b"")
        script = 'exec "$dateline" add --archive news.db good-1.html empty.html good-2.html nowhere.html <&- >&- 2>&-'
        self.assertEqual(journey.shell(script, folder=self.folder).code, 1)
        self.assertEqual(self.articles_in("news.db"), 2)
        script = 'exec "$dateline" brief --html page.html good-1.html empty.html good-2.html nowhere.html <&- >&- 2>&-'
        self.assertEqual(journey.shell(script, folder=self.folder).code, 1)
        page = (self.folder / "page.html").read_text()
        self.assertTrue(page.lower().startswith("<!doctype html"), page[:200])
        self.assertNotIn("dateline: empty.html", page)


class FullDisk(BadInput):
    """An archive that can't grow: what was filed before stays, and is sound."""

    def assert_kept(self, done: Done, before: int) -> None:
        self.assertEqual(done.code, 1)
        self.assert_problems(done, ("news.db", "."))
        self.assertEqual(self.articles_in("news.db"), before)
        self.dateline("add", "--archive", "news.db", "many.jsonl", code=0)
        self.assertEqual(self.articles_in("news.db"), before + 500)

    def test_limit_on_the_size_of_a_file(self):
        self.write("many.jsonl", json_lines([report(i).capture() for i in range(10, 510)]))
        self.dateline("add", "--archive", "news.db", "good-1.html", "good-2.html", code=0)

        limit_bytes = (self.folder / "news.db").stat().st_size + 100_000
        done = self.dateline("add", "--archive", "news.db", "many.jsonl", preexec_fn=files_up_to(limit_bytes))
        self.assert_kept(done, 2)

    def test_small_file_system(self):
        self.write("many.jsonl", json_lines([report(i).capture() for i in range(10, 2010)]))
        (self.folder / "disk").mkdir()
        script = """mount -t tmpfs -o size=1m none disk || exit 77
            "$dateline" add --archive disk/news.db good-1.html good-2.html >&2; echo "first $?"
            "$dateline" add --archive disk/news.db many.jsonl >/dev/null; echo "second $?"
            "$dateline" check --archive disk/news.db; echo "check $?"
            "$dateline" search --archive disk/news.db --json --limit 1 the >/dev/null; echo "search $?"
            """
        done = journey.run("--user", "--map-root-user", "--mount", "sh", "-c", script, folder=self.folder,
                           program=Path(shutil.which("unshare") or "/bin/false"),
                           env={"dateline": str(journey.expectations.binary())})
        if "first 0" not in done.out:
            self.skipTest(f"no file system of our own here: {done.errors}")
        lines = done.out.splitlines()
        self.assertIn("second 1", lines)
        self.assertIn("check 0", lines)
        self.assertIn("search 0", lines)
        self.assertEqual(len(done.errors), 2, done.errors)
        self.assertRegex(done.errors[1], "^dateline: disk/news.db: .*(full|no space)")
        sound = next(line for line in lines if ": sound, " in line)
        self.assertGreaterEqual(int(sound.split(": sound, ")[1].split()[0].replace(",", "")), 2)

    def test_page_of_a_brief(self):
        self.write("page.html", "the page of yesterday")

        # Standard error is a file too, and stays under the limit.
        done = self.dateline("brief", "--html", "page.html", "good-1.html", code=1, preexec_fn=files_up_to(1000))
        self.assert_problems(done, ("page.html", "."))
        self.assertEqual((self.folder / "page.html").read_text(), "the page of yesterday")
        self.assertEqual(sorted(path.name for path in self.folder.glob("page*")), ["page.html"])


class Archives(BadInput):
    READERS = (["search", "--archive", "news.db", "the"], ["check", "--archive", "news.db"],
               ["serve", "--archive", "news.db", "--port", "0"])
    ALL = (*READERS, ["add", "--archive", "news.db", "good-1.html"])

    def assert_each_refuses(self, commands, reason: str) -> None:
        archive = self.folder / "news.db"
        before = archive.read_bytes() if archive.is_file() else None
        for command in commands:
            with self.subTest(command[0]):
                done = self.dateline(*command, code=1, time_limit_s=30)
                self.assert_problems(done, ("news.db", reason))
                self.assertEqual(done.out, "")
                if before is not None:
                    self.assertEqual(archive.read_bytes(), before, "the file has changed")

    def test_missing(self):
        self.assert_each_refuses(self.READERS, "no such file")
        self.assertFalse((self.folder / "news.db").exists())

    def test_folder(self):
        (self.folder / "news.db").mkdir()
        self.assert_each_refuses(self.ALL, "folder|directory")

    def test_folder_that_is_missing(self):
        done = self.dateline("add", "--archive", "nowhere/news.db", "good-1.html", code=1)
        self.assert_problems(done, ("nowhere/news.db", "."))

    def test_newer_version(self):
        self.dateline("add", "--archive", "news.db", "good-2.html", code=0)
        with contextlib.closing(sqlite3.connect(self.folder / "news.db")) as archive:
            archive.execute("PRAGMA user_version = 99")
            archive.commit()
        self.assert_each_refuses(self.ALL, "newer.*99")

    def test_something_else(self):
        for content in (report(3).html(), JPEG, random.Random(2).randbytes(100_000)):
            with self.subTest(content[:20]):
                self.write("news.db", content)
                self.assert_each_refuses(self.ALL, "not a Dateline archive")

    def test_database_of_another_program(self):
        with contextlib.closing(sqlite3.connect(self.folder / "news.db")) as other:
            other.execute("CREATE TABLE notes(text)")
            other.execute("INSERT INTO notes VALUES('keep me')")
            other.commit()
        self.assert_each_refuses(self.ALL, "not a Dateline archive")

    def test_empty_file(self):
        self.write("news.db", b"")
        self.assert_each_refuses(self.READERS, "empty")

    def test_cut_off(self):
        self.dateline("add", "--archive", "news.db", CAPTURES, code=0)
        whole = (self.folder / "news.db").read_bytes()
        self.write("news.db", whole[: len(whole) // 2])
        done = self.dateline("check", "--archive", "news.db", code=1)
        self.assertTrue(done.errors)
        for line in done.errors:
            self.assertTrue(line.startswith("dateline: news.db: "), line)

    def test_damaged(self):
        """The head of a page overwritten, page by page: check tells; the others may fail, but don't crash or hang."""
        self.dateline("add", "--archive", "news.db", CAPTURES, code=0)
        whole = (self.folder / "news.db").read_bytes()
        page_bytes = int.from_bytes(whole[16:18], "big")  # as the file format of SQLite says
        for begin in range(page_bytes, len(whole), 3 * page_bytes):
            with self.subTest(begin=begin):
                damaged = bytearray(whole)
                damaged[begin: begin + page_bytes // 2] = random.Random(begin).randbytes(page_bytes // 2)
                self.write("news.db", bytes(damaged))
                for beside in ("news.db-wal", "news.db-shm"):
                    (self.folder / beside).unlink(missing_ok=True)
                done = self.dateline("check", "--archive", "news.db", code=1, time_limit_s=30)
                self.assertTrue(done.errors)
                for line in done.errors:
                    self.assertTrue(line.startswith("dateline: news.db: "), line)
                for command, argument in (("search", "the"), ("add", "good-1.html")):
                    done = self.dateline(command, "--archive", "news.db", argument, time_limit_s=30)
                    self.assertEqual(len(done.errors), done.code, done.errors)


class Ports(BadInput):
    def setUp(self):
        super().setUp()
        self.dateline("add", "--archive", "news.db", "good-1.html", code=0)

    def test_in_use(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            done = self.dateline("serve", "--archive", "news.db", "--port", str(port), code=1, time_limit_s=30)
            self.assertEqual(len(done.errors), 1, done.errors)
            self.assertRegex(done.errors[0], rf"^dateline: .*127\.0\.0\.1.*{port}.*(in use)")
            self.assertEqual(done.out, "")

    def test_address_that_is_none(self):
        for address in ("999.1.1.1", "nowhere", "", "127.0.0.1:80", "192.0.2.1"):  # the last belongs to nobody
            with self.subTest(address):
                place = ["--port", "0", "--address", address]
                done = self.dateline("serve", "--archive", "news.db", *place, time_limit_s=30)
                self.assertIn(done.code, (1, 2))
                self.assertEqual(len(done.errors), 1, done.errors)
                self.assertTrue(done.errors[0].startswith("dateline: "), done.errors)


class WrongUsage(BadInput):
    WRONG = {
        "no command": [],
        "unknown command": ["breif", "good-1.html"],
        "option before command": ["--json"],
        "unknown option": ["brief", "--jsn", "good-1.html"],
        "unknown short option": ["extract", "-z", "good-1.html"],
        "two outputs": ["brief", "--json", "--html", "page.html", "good-1.html"],
        "option without its value": ["brief", "good-1.html", "--html"],
        "no input to brief": ["brief"],
        "no input to extract": ["extract"],
        "no input to add": ["add"],
        "no query": ["search"],
        "two queries": ["search", "one", "two"],
        "year in words": ["search", "--year", "twelve", "the"],
        "year nought": ["search", "--year", "0", "the"],
        "year too far": ["search", "--year", "123456", "the"],
        "limit nought": ["search", "--limit", "0", "the"],
        "limit below nought": ["search", "--limit", "-3", "the"],
        "too narrow": ["brief", "--width", "12", "good-1.html"],
        "too wide": ["brief", "--width", "101", "good-1.html"],
        "width in words": ["brief", "--width", "wide", "good-1.html"],
        "port too high": ["serve", "--port", "65536"],
        "port below nought": ["serve", "--port", "-1"],
        "port in words": ["serve", "--port", "http"],
        "flag with a value": ["brief", "--json=perhaps", "good-1.html"],
        "leftover": ["check", "leftover"],
        "two commands": ["check", "serve"],
    }

    def test_wrong_usage(self):
        for what, arguments in self.WRONG.items():
            with self.subTest(what):
                done = self.dateline(*arguments, time_limit_s=30)
                self.assertEqual(done.code, 2, done.errors)
                self.assertEqual(done.out, "")
                self.assertEqual(len(done.errors), 1, done.errors)
                self.assertTrue(done.errors[0].startswith("dateline: "), done.errors)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["good-1.html", "good-2.html"])

    def test_the_wrong_word_is_named(self):
        for arguments, word in ((["breif"], "breif"), (["brief", "--jsn", "x"], "--jsn"),
                                (["search", "--year", "twelve", "x"], "twelve"),
                                (["brief", "--json", "--html", "x", "y"], "--html")):
            with self.subTest(arguments):
                self.assertIn(word, "\n".join(self.dateline(*arguments).errors))


if __name__ == "__main__":
    unittest.main()
