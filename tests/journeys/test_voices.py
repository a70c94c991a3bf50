"""Who says it: outlets that print one text are one voice, wherever Dateline counts."""

from __future__ import annotations

import contextlib
import fcntl
import html
import json
import os
import re
import struct
import subprocess
import sys
import termios
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import expectations  # noqa: E402
from journey import Journey, Site, environment  # noqa: E402
from page_rules import read_page  # noqa: E402

AGENCY = [
    "PORT MARAVELLE, Sept. 14 (Meridian Press) - A passenger ferry and a grain carrier collided in fog off Port Maravelle "
    "early on Saturday, killing at least nine people and throwing dozens into the water, the coastguard said.",
    "The ferry Santa Lucia, with 212 people aboard, was on its way from the island of Tessera when it was struck on the "
    "port side at about 5:40 a.m., coastguard commander Ilario Venn told reporters.",
    "“We heard the horn twice and then the wall came in,” said Dora Quint, a nurse who was asleep in the lower saloon.",
    "The carrier, the Olden Grace, stayed afloat and was towed to the outer harbour with a torn bow.",
    "The transport ministry in Lastova opened an inquiry and suspended all fast ferries on the route until Monday.",
]
OWN = [
    "A passenger ferry and a grain carrier collided in fog off Port Maravelle on Saturday morning, and at least nine "
    "people were killed, the harbour master said.",
    "The Olden Grace was towed to the outer harbour, where police boarded her and questioned the captain.",
    "The captain of the ferry, Bruno Teller, is in hospital with a broken leg.",
]


def page(outlet: str, domain: str, headline: str, paragraphs: list[str], hour: int = 9, language: str = "en") -> str:
    body = "".join(f"<p>{html.escape(text)}</p>\n" for text in paragraphs)
    return (f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{html.escape(headline)}</title>'
            f'<link rel="canonical" href="https://{domain}/ferry"><meta property="og:site_name" content="{outlet}">'
            f'<meta property="article:published_time" content="2024-09-14T{hour:02d}:00:00Z"></head>'
            f"<body><article><h1>{html.escape(headline)}</h1>\n{body}</article></body></html>")


class Agency(Journey):
    """Three outlets print one agency's text, a fourth writes its own: four reports, two voices."""

    def setUp(self):
        super().setUp()
        headline = "At least nine dead as ferry and grain carrier collide off Port Maravelle"
        self.write("a.html", page("Harbour Gazette", "harbour.example", headline, AGENCY, 8))
        self.write("b.html", page("Inland Daily", "inland.example", headline, AGENCY, 9))
        self.write("c.html", page("North Observer", "north.example", headline, AGENCY[:4], 10))
        self.write("d.html", page("Lastova Courier", "lastova.example", "Ferry rammed in fog off Port Maravelle", OWN, 12))
        self.files = ("a.html", "b.html", "c.html", "d.html")


class OneAgency(Agency):
    def test_the_terminal_counts_voices(self):
        text = self.dateline("brief", *self.files, code=0).out
        self.assertIn("4 reports · 2 voices · ", text.replace("\n  ", " "))
        self.assertIn("HG, ID, NO print one text, in whole or in part, and count as one voice.", text)
        self.assertIn("\nBoth voices say\n", text)
        self.assertNotRegex(text, r"(?m)^All \d+ say")
        self.assertIn("\nOnly one text, printed by Harbour Gazette, Inland Daily and North Observer\n", text)
        self.assertIn("\nOnly Lastova Courier\n", text)

    def test_json_counts_voices(self):
        [story] = json.loads(self.dateline("brief", "--json", *self.files, code=0).out)["stories"]
        self.assertEqual(story["voices"], 2)
        voices = {report["id"]: report["voice"] for report in story["reports"]}
        self.assertEqual(len({voices[name] for name in self.files[:3]}), 1)
        self.assertNotEqual(voices["a.html"], voices["d.html"])
        for fact in story["facts"]:
            heard = {voices[sentence["id"]] for sentence in fact["sentences"]}
            self.assertEqual(fact["voices"], len(heard), fact)
            self.assertEqual(fact["kind"] == "single", fact["voices"] == 1, fact)
        for time in story["timeline"]:
            self.assertEqual(time["voices"], len({voices[one["id"]] for one in time["sentences"]}), time)

    def test_the_page_counts_voices(self):
        self.dateline("brief", "--html", "out.html", *self.files, code=0)
        text = (self.folder / "out.html").read_text(encoding="utf-8")
        self.assertEqual(read_page(text).problems, [])
        self.assertIn("4 reports from 4 outlets, 2 voices", text)
        self.assertIn("print one text, in whole or in part, and count as one voice.", text)
        self.assertIn("Both voices say", text)

    def test_the_sites_pages_count_alike(self):
        self.dateline("add", "--archive", "a.db", *self.files, code=0)
        with Site(self.folder / "a.db") as site:
            day = site.get("/day/2024-09-14").text
            self.assertRegex(day, r"4 reports from 4 outlets, 2 of them copies")
            path = re.search(r'href="(/story/[^"]+)"', day)[1]
            story = site.get(path).text
            self.assertIn("4 reports from 4 outlets, 2 voices", story)
            self.assertIn("Both voices say", story)
            article = html.unescape(re.search(r'href="(/article\?[^"#]+)', story)[1])
            self.assertIn("One of 4 reports of", site.get(article).text)


class OnATerminal(Agency):
    def on_terminal(self, columns: int, **env: str) -> str:
        """What `brief` writes to a terminal of so many columns."""
        ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        parts: list[bytes] = []
        with subprocess.Popen([expectations.binary(), "brief", *self.files], cwd=self.folder, stdin=subprocess.DEVNULL,
                              stdout=theirs, stderr=subprocess.DEVNULL,
                              env=environment(self.folder, "C.UTF-8", TERM="xterm", **env)) as process:
            os.close(theirs)
            # A terminal whose other end is closed answers with an error.
            with contextlib.suppress(OSError):
                while part := os.read(ours, 65536):
                    parts.append(part)
            self.assertEqual(process.wait(60), 0)
        os.close(ours)
        return b"".join(parts).decode("utf-8").replace("\r\n", "\n")

    def test_every_width_and_no_colour(self):
        for columns, limit in ((40, 40), (80, 80), (120, 100), (200, 100)):
            coloured = self.on_terminal(columns)
            self.assertIn("\x1b[1;32mBoth voices say", coloured)
            plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
            self.assertLessEqual(max(map(len, plain.split("\n"))), limit)
            self.assertEqual(plain, self.on_terminal(columns, NO_COLOR="1"))
        self.assertIn("\x1b[", self.on_terminal(80, NO_COLOR=""))
        self.assertNotIn("\x1b", self.dateline("brief", *self.files, code=0).out)


class ManyOutlets(Journey):
    def test_thirty_outlets_do_not_push_the_text_apart(self):
        for number in range(30):
            own = f"Readers in district {number} were asked to send pictures of the harbour to desk {number * 7}."
            self.write(f"in/{number:02d}.html",
                       page(f"Outlet {number}", f"o{number}.example", "Ferry and carrier collide", AGENCY + [own]))
        self.dateline("brief", "--html", "out.html", "in", code=0)
        text = (self.folder / "out.html").read_text(encoding="utf-8")
        self.assertEqual(read_page(text).problems, [])
        self.assertRegex(text, r"<summary>and 21 more</summary>")
        for cell in re.findall(r'<div class="src marks">(.*?)(?:<details|</div>)', text, re.DOTALL):
            self.assertLessEqual(cell.count('class="m"'), 11)
        self.assertRegex(text, r">One text, printed by Outlet \d+, Outlet \d+, Outlet \d+ and 27 more<")


class RightToLeft(Journey):
    def test_reported_text_keeps_its_direction(self):
        sentence = "لقي ثلاثة أشخاص حتفهم في حريق اندلع يوم السبت في ميناء المرسى القديم، حسبما أعلنت الشرطة."
        more = "وقال قائد الإطفاء سامر العلي إن الحريق بدأ في مخزن للقطن قرب الرصيف السادس."
        self.write("a.html", page("جريدة الساحل", "sahel.example", "حريق كبير في ميناء المرسى", [sentence, more], 9, "ar"))
        self.dateline("brief", "--html", "out.html", "a.html", code=0)
        text = (self.folder / "out.html").read_text(encoding="utf-8")
        self.assertIn(f'<p class="said" lang="ar" dir="auto">{sentence}</p>', text)
        self.assertIn('<h1 class="headline" lang="ar" dir="auto">', text)
        self.assertIn("<bdi>جريدة الساحل</bdi>", text)


if __name__ == "__main__":
    unittest.main()
