"""The site that `dateline serve` gives: every page, every link, and what hostile or hurried clients do to it."""

import contextlib
import gzip
import html
import re
import signal
import socket
import sys
import tempfile
import threading
import time
import unittest
from collections import deque
from pathlib import Path
from urllib.parse import parse_qs, quote, urldefrag, urljoin, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))
import journey  # noqa: E402
import page_rules  # noqa: E402
from journey import CAPTURES, Journey, Site, json_lines, report  # noqa: E402

MOST_PAGES = 400
EARLIEST_DAY = "2025-03-04"
NASTY = (
    '"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", "</title><script>alert(1)</script>",
    "javascript:alert(1)", '" autofocus onfocus="alert(1)', "{{QUERY}}", "{{%AUTOESCAPE}}", "&lt;b&gt;", "\u202e\u0000",
    "]]>", "<!--",
)


class OnSite(unittest.TestCase):
    """A site over the samples, started once for each class: nothing here files anything into it."""

    @classmethod
    def setUpClass(cls):
        kept = tempfile.TemporaryDirectory(prefix="dateline-site-")
        cls.addClassCleanup(kept.cleanup)
        cls.archive = Path(kept.name) / "news.db"
        done = journey.run("add", "--archive", cls.archive, CAPTURES, folder=cls.archive.parent)
        assert done.code == 0, done.errors
        cls.site = cls.enterClassContext(Site(cls.archive))

    def page(self, target: str, status: int = 200) -> page_rules.Page:
        answer = self.site.get(target)
        self.assertEqual(answer.status, status, target)
        self.assertEqual(answer.headers["content-type"].lower(), "text/html; charset=utf-8")
        page = page_rules.read_page(answer.text)
        self.assertEqual(page.problems, [], target)
        return page

    def assert_page_or_refusal(self, answer: journey.Answer) -> None:
        """A page that keeps the rules, or what the server says to requests that never reach the site: a plain word."""
        if answer.media_type == "text/plain":
            self.assertIn(answer.status, (400, 414, 431))
            self.assertLess(len(answer.body), 200)
        else:
            self.assertIn(answer.status, (200, 400, 404))
            self.assertEqual(page_rules.read_page(answer.text).problems, [])

    def raw(self, request: bytes, half_close: bool = True) -> bytes:
        """What comes back for bytes that http.client would not send."""
        with socket.create_connection(("127.0.0.1", self.site.port), timeout=30) as connection:
            with contextlib.suppress(OSError):  # the server may hang up before it has read all
                connection.sendall(request)
                if half_close:
                    connection.shutdown(socket.SHUT_WR)
            got = b""
            with contextlib.suppress(ConnectionResetError):
                while more := connection.recv(65536):
                    got += more
            return got


class Crawl(OnSite):
    """Follows every link from the front page, breadth first."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.answers: dict[str, journey.Answer] = {}
        cls.pages: dict[str, page_rules.Page] = {}
        cls.clicks = {"/": 0}
        cls.linked_from: dict[str, str] = {}
        waiting, later = deque(["/"]), deque()  # later: searches, of which there is no end
        with contextlib.closing(cls.site.connection()) as connection:
            while (waiting or later) and len(cls.answers) < MOST_PAGES:
                target = (waiting or later).popleft()
                answer = cls.answers[target] = journey.ask(connection, target)
                if answer.media_type != "text/html":
                    continue
                page = cls.pages[target] = page_rules.read_page(answer.body.decode("utf-8", "replace"))
                for address in [link.href for link in page.links] + page.loads:
                    found = cls.inner(target, address)
                    if found is not None and found not in cls.clicks:
                        cls.clicks[found] = cls.clicks[target] + 1
                        cls.linked_from[found] = target
                        (later if found.startswith("/search?") else waiting).append(found)

    @staticmethod
    def inner(base: str, address: str) -> str | None:
        """The target on this site that `address` leads to, without its fragment."""
        whole = urlsplit(urldefrag(urljoin("http://site" + base, address)).url)
        if whole.scheme != "http" or whole.netloc != "site":
            return None
        return (whole.path or "/") + ("?" + whole.query if whole.query else "")

    def test_found_what_there_is(self):
        kinds = {"/story/": 18, "/article": 52, "/day/": 10, "/archive": 3}
        for start, least in kinds.items():
            self.assertGreaterEqual(sum(target.startswith(start) for target in self.answers), least, start)

    def test_every_link_is_answered(self):
        bad = [f"{answer.status} {target} from {self.linked_from.get(target)}"
               for target, answer in self.answers.items() if answer.status != 200]
        self.assertEqual(bad, [])

    def test_every_page_keeps_the_rules(self):
        for target, page in self.pages.items():
            with self.subTest(target):
                self.assertEqual(page.problems, [])

    def test_every_page_is_utf_8(self):
        for target, answer in self.answers.items():
            if answer.media_type.startswith("text/"):
                self.assertIn("charset=utf-8", answer.headers["content-type"].lower(), target)
                self.assertNotIn("\ufffd", answer.text, target)
                self.assertNotRegex(answer.text, "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

    def test_every_anchor_is_there(self):
        """A mark leads to the very paragraph, and so does every other link with a fragment."""
        lost, to_paragraphs = [], 0
        for target, page in self.pages.items():
            for link in page.links:
                address, fragment = urldefrag(urljoin("http://site" + target, link.href))
                inner = self.inner(target, address)
                if fragment and inner in self.pages:
                    to_paragraphs += bool(re.fullmatch(r"p\d+", fragment))
                    if not self.pages[inner].has_anchor(fragment):
                        lost.append(f"{link.href} on {target}")
        self.assertEqual(lost[:20], [])
        self.assertGreater(to_paragraphs, 300)

    def test_every_statement_stands_where_its_mark_leads(self):
        wrong, count = [], 0
        for target, page in self.pages.items():
            for words, href in page.said:
                address, fragment = urldefrag(urljoin("http://site" + target, href))
                inner = self.inner(target, address)
                if not re.fullmatch(r"p\d+", fragment) or inner not in self.pages:
                    continue
                count += 1
                words = re.sub(r"^(… )+|( …)+$", "", words).strip("“” ")
                paragraph = self.pages[inner].ids.get(fragment, "")
                if not all(part.strip() in paragraph for part in words.split(" … ")):
                    wrong.append(f"{target}: “{words}” is not in {href}: “{paragraph}”")
        self.assertEqual(wrong[:10], [])
        self.assertGreater(count, 200)

    def test_titles_tell_pages_apart(self):
        titles: dict[str, str] = {}
        for target, page in self.pages.items():
            if re.match(r"/(story/|day/|archive)", target) and "page=" not in target:
                self.assertNotIn(page.title, titles, f"{target} and {titles.get(page.title)}")
                titles[page.title] = target
            self.assertIn("Dateline", page.title)

    def test_earliest_day_in_three_clicks(self):
        days = [(self.clicks[target], target) for target in self.answers if target.startswith(f"/day/{EARLIEST_DAY}")]
        self.assertTrue(days, "the earliest day was not found at all")
        self.assertLessEqual(min(days)[0], 3)
        self.assertEqual(self.answers[min(days)[1]].status, 200)
        before = {target for target in self.answers if re.match(r"/day/", target) and target < f"/day/{EARLIEST_DAY}"}
        self.assertEqual(before, set())

    def test_every_report_is_reachable(self):
        filed = {uri for uri in journey.story_of_each(self.archive.parent, self.archive)}
        queries = [urlsplit(target).query for target in self.answers if target.startswith("/article?")]
        found = {parse_qs(query)["uri"][0] for query in queries}
        self.assertEqual(filed - found, set())

    def test_nothing_comes_from_elsewhere(self):
        for target, page in self.pages.items():
            for address in page.loads + page.forms:
                self.assertTrue(self.inner(target, address) or address.startswith("data:image/"), (target, address))
            for link in page.links:
                self.assertRegex(link.href, r"^(/|#|\?|https?://)", target)
                if link.href.startswith("http"):
                    self.assertIn("noopener", link.rel, (target, link.href))
        for target, answer in self.answers.items():
            if answer.media_type in ("text/html", "text/css"):
                self.assertEqual([found for found in page_rules.styles_that_load(answer.text) if "http" in found], [])
            self.assertNotIn("set-cookie", answer.headers)

    def test_security_headers(self):
        for target, answer in self.answers.items():
            with self.subTest(target):
                policy = answer.headers.get("content-security-policy", "")
                self.assertRegex(policy, r"default-src '(none|self)'")
                self.assertNotIn("unsafe-eval", policy)
                self.assertFalse(re.search(r"script-src[^;]*('unsafe-inline'|\*|http)", policy), policy)
                self.assertTrue("frame-ancestors" in policy or "x-frame-options" in answer.headers, policy)
                self.assertEqual(answer.headers.get("x-content-type-options"), "nosniff")
                self.assertIn("referrer-policy", answer.headers)

    def test_stories_say_what_brief_says(self):
        shown = " ".join(page.text for target, page in self.pages.items() if target.startswith("/story/"))
        for words in ("The bridge", "They differ", "In their words"):
            self.assertIn(words.lower(), shown.lower())

    def test_pages_are_not_heavy(self):
        for target, answer in self.answers.items():
            self.assertLess(len(answer.body), 400_000, target)


class Search(OnSite):
    def results(self, page: page_rules.Page) -> list[str]:
        return [link.href for link in page.links if link.href.startswith("/article")]

    def test_finds(self):
        page = self.page("/search?q=bridge")
        self.assertGreater(len(self.results(page)), 3)
        self.assertEqual(len(self.results(self.page("/search?q=zyzzyva"))), 0)
        self.assertIn("bridge", self.page("/search?q=bridge").title)

    def test_year(self):
        self.assertGreater(len(self.results(self.page("/search?q=bridge&year=2025"))), 3)
        self.assertEqual(self.results(self.page("/search?q=bridge&year=1999")), [])

    def test_pages_follow_each_other(self):
        seen: list[str] = []
        target: str | None = "/search?q=the"
        for number in range(2, 20):
            page = self.page(target)
            found = set(self.results(page))
            self.assertTrue(found)
            self.assertFalse(found & set(seen), "a result comes twice")
            seen += found
            following = [link.href for link in page.links if f"page={number}" in link.href]
            if not following:
                break
            target = following[0]
        self.assertGreater(len(seen), 25)

    def test_odd_values(self):
        numbers = ("0", "-1", "two", "100000", "9" * 20, "1e3", "", "%00")
        queries = ["", "?", "?q", "?q=", "?q=%20", "?=", "?&&&", "?q=a&q=b", "?q=%FF%FE", "?q=%00", "?q=%", "?q=%zz",
                   "?q=NEAR(", "?q=%F0%9F%99%82", "?q=" + "x" * 8000, "?q=" + quote('"' * 500),
                   "?q=" + quote("'; DROP TABLE articles; --")]
        queries += [f"?q=bridge&{name}={number}" for name in ("page", "year") for number in numbers]
        for query in queries:
            with self.subTest(query[:60]):
                self.assert_page_or_refusal(self.site.get("/search" + query))

    def test_nothing_that_is_asked_runs(self):
        for words in NASTY:
            for place in ("/search?q=", "/search?q=bridge&year=", "/search?q=bridge&page=", "/article?uri=", "/story/",
                          "/day/", "/"):
                target = place + quote(words, safe="")
                with self.subTest(target):
                    answer = self.site.get(target)
                    self.assert_page_or_refusal(answer)
                    self.assertNotIn("<script", answer.text.lower())
        answer = self.site.get("/search?q=" + quote(NASTY[0]))
        self.assertIn(html.escape(NASTY[0]).replace("&#x27;", "&#39;"), answer.text)


class Refusals(OnSite):
    def test_pages_that_are_not_there(self):
        for target in ("/nowhere", "/story/nowhere", "/story/", "/article?uri=https://nowhere.example/", "/article",
                       "/day/2025-03-99", "/day/2025-02-30", "/day/soon", "/day/99999-01-01", "/archive/2025/13",
                       "/archive/abc", "/archive/2025/3/4/5", "/archive/0", "/favicon.ico", "/style.css/x",
                       "/.git/config"):
            with self.subTest(target):
                page = self.page(target, self.site.get(target).status)
                self.assertIn(self.site.get(target).status, (400, 404))
                self.assertTrue(any(link.href == "/" for link in page.links))
                self.assertGreater(len(page.text), 40)

    def test_questions_that_make_no_sense(self):
        for target in ("/search?q=bridge&page=two", "/search?q=bridge&year=abc"):
            with self.subTest(target):
                page = self.page(target, 400)
                self.assertTrue(any(link.href == "/" for link in page.links))

    def test_days_without_reports_are_pages_or_not_there(self):
        for target in ("/day/2025-02-01", "/day/1999-12-31", "/day/2999-01-01", "/archive/1999", "/archive/2025/01",
                       "/?page=9999"):
            with self.subTest(target):
                answer = self.site.get(target)
                self.assertIn(answer.status, (200, 404))
                self.assertEqual(page_rules.read_page(answer.text).problems, [])

    def test_outside_of_the_site(self):
        for target in ("/../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/a/../../etc/passwd",
                       "//etc/passwd", "/etc/passwd%00.html", "/%00", "/\\..\\etc", "/%5c..%5cetc", "/%ff%fe", "/%",
                       "/%zz", "/" + "a/" * 2000, "http://elsewhere.example/", "*"):
            with self.subTest(target[:40]):
                answer = self.site.get(target)
                # The address of another host may be taken for one of ours.
                self.assertIn(answer.status, (200, 400, 404) if "elsewhere" in target else (400, 404, 414))
                self.assertNotIn(b"root:", answer.body)

    def test_requests_that_are_none(self):
        for request in (b"hello\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n",
                        b"GET /\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n", b"GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", b"GET / HTTP/1.1\r\nA b: c\r\n\r\n",
                        b"\x16\x03\x01\x02\x00", b"\0" * 1000, b"\r\n" * 1000):
            with self.subTest(request[:30]):
                got = self.raw(request)
                self.assertTrue(got == b"" or re.match(rb"HTTP/1\.1 (400|404|505|501) ", got), got[:200])
        self.assertEqual(self.site.get("/").status, 200)

    def test_too_much(self):
        headers = b"".join(b"X-%d: y\r\n" % i for i in range(10_000))
        for request in (b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X-Long: " + b"a" * 100_000 + b"\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost: a\r\n" + headers + b"\r\n"):
            with self.subTest(request[:30]):
                got = self.raw(request, half_close=False)
                self.assertTrue(got == b"" or re.match(rb"HTTP/1\.1 (400|414|431) ", got), got[:200])
        got = self.raw(b"POST /search HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n", half_close=False)
        self.assertTrue(got == b"" or re.match(rb"HTTP/1\.1 (400|405|413) ", got), got[:200])
        self.assertEqual(self.site.get("/").status, 200)

    def test_other_methods(self):
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"):
            with self.subTest(method):
                answer = self.site.get("/", method)
                self.assertIn(answer.status, (405, 501))
                if answer.status == 405:
                    self.assertIn("GET", answer.headers.get("allow", ""))


class Manners(OnSite):
    """HTTP as caches, proxies and old clients expect it."""

    def test_head_is_get_without_body(self):
        for target in ("/", "/search?q=bridge", "/nowhere", "/style.css", "/archive"):
            with self.subTest(target):
                get, head = self.site.get(target), self.site.get(target, "HEAD")
                self.assertEqual(head.body, b"")
                for name in ("content-length", "content-type", "content-security-policy", "etag"):
                    self.assertEqual(head.headers.get(name), get.headers.get(name), name)
                self.assertEqual((head.status, int(get.headers["content-length"])), (get.status, len(get.body)))

    def test_packed_only_for_those_who_take_it(self):
        plain = self.site.get("/")
        self.assertNotIn("content-encoding", plain.headers)
        for refused in ("identity", "gzip;q=0", "*;q=0"):
            self.assertNotIn("content-encoding", self.site.get("/", Accept_Encoding=refused).headers, refused)
        packed = self.site.get("/", Accept_Encoding="gzip")
        if packed.headers.get("content-encoding") == "gzip":  # today the proxy's work
            self.assertEqual(gzip.decompress(packed.body), plain.body)
            self.assertIn("accept-encoding", packed.headers.get("vary", "").lower())
        else:
            self.assertEqual(packed.body, plain.body)

    def test_unchanged_pages_are_not_sent_again(self):
        first = self.site.get("/")
        tag = first.headers.get("etag")
        self.assertTrue(tag)
        again = self.site.get("/", If_None_Match=tag)
        self.assertEqual((again.status, again.body), (304, b""))
        self.assertEqual(self.site.get("/", If_None_Match='"other"').status, 200)

    def test_many_requests_on_one_connection(self):
        with contextlib.closing(self.site.connection()) as connection:
            for _ in range(20):
                self.assertEqual(journey.ask(connection, "/").status, 200)

    def test_no_body_behind_a_head(self):
        for target in (b"/", b"/nowhere"):
            got = self.raw(b"HEAD " + target + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", half_close=False)
            self.assertEqual(got.partition(b"\r\n\r\n")[2], b"")
            self.assertNotIn(b"<html", got)

    def test_pipelined_and_old(self):
        last = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        several = b"GET /style.css HTTP/1.1\r\nHost: a\r\n\r\n" * 5 + last
        self.assertEqual(self.raw(several, half_close=False).count(b"HTTP/1.1 200 "), 6)
        self.assertRegex(self.raw(b"GET / HTTP/1.0\r\n\r\n", half_close=False), rb"^HTTP/1\.[01] 200 ")
        self.assertRegex(self.raw(last), rb"^HTTP/1\.1 200 ")

    def test_request_in_small_pieces(self):
        with socket.create_connection(("127.0.0.1", self.site.port), timeout=30) as connection:
            for byte in b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n":
                connection.sendall(bytes([byte]))
            self.assertTrue(connection.recv(20).startswith(b"HTTP/1.1 200"))

    def test_robots(self):
        answer = self.site.get("/robots.txt")
        self.assertEqual((answer.status, answer.media_type), (200, "text/plain"))


class Crowd(OnSite):
    def test_eight_readers_at_once(self):
        story = next(link.href for link in self.page("/").links if link.href.startswith("/story/"))
        targets = ["/", "/archive", "/search?q=bridge", story, f"/day/{EARLIEST_DAY}"]
        statuses: list[int] = []

        def read() -> None:
            with contextlib.closing(self.site.connection()) as connection:
                for number in range(50):
                    statuses.append(journey.ask(connection, targets[number % len(targets)]).status)

        readers = [threading.Thread(target=read) for _ in range(8)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join(120)
        self.assertEqual(statuses, [200] * 400)

    def test_idlers_keep_nobody_out(self):
        with contextlib.ExitStack() as stack:
            for _ in range(100):
                idler = stack.enter_context(socket.create_connection(("127.0.0.1", self.site.port), timeout=30))
                idler.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")
            begin = time.monotonic()
            self.assertEqual(self.site.get("/").status, 200)
            self.assertLess(time.monotonic() - begin, 5)

    def test_readers_that_hang_up(self):
        for _ in range(50):
            with socket.create_connection(("127.0.0.1", self.site.port), timeout=30) as connection:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # reset instead of end
                connection.sendall(b"GET /search?q=the HTTP/1.1\r\nHost: a\r\n\r\n")
        self.assertEqual(self.site.get("/").status, 200)


class Life(Journey):
    """From start to end: an empty archive, one that grows, signals."""

    def setUp(self):
        super().setUp()
        self.archive = self.folder / "news.db"
        self.write("one.jsonl", json_lines([report(1).capture()]))
        self.dateline("add", "--archive", self.archive, "one.jsonl", code=0)

    def test_ends_in_peace(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number.name), Site(self.archive) as site:
                self.assertEqual(site.get("/").status, 200)
                self.assertEqual(site.end(number), 0)
                self.assertEqual(site.errors(), "")
                with self.assertRaises(OSError):
                    site.get("/")

    def test_ends_with_connections_open(self):
        with Site(self.archive) as site, contextlib.ExitStack() as stack:
            kept = stack.enter_context(contextlib.closing(site.connection()))
            self.assertEqual(journey.ask(kept, "/").status, 200)
            half = stack.enter_context(socket.create_connection(("127.0.0.1", site.port)))
            half.sendall(b"GET / HTTP/1.1\r\n")
            self.assertEqual(site.end(signal.SIGTERM, time_limit_s=8.0), 0)

    def test_what_is_filed_meanwhile_is_shown(self):
        with Site(self.archive) as site:
            target = "/article?uri=" + quote(report(2).uri, safe="")
            self.assertEqual(site.get(target).status, 404)
            self.write("two.jsonl", json_lines([report(2).capture()]))
            self.dateline("add", "--archive", self.archive, "two.jsonl", code=0)
            found = site.get(target)
            self.assertEqual(found.status, 200)
            self.assertIn(report(2).headline, html.unescape(found.text))
            self.assertEqual(site.get(f"/day/{report(2).day}").status, 200)
            self.assertEqual(site.end(), 0)

    def test_archive_without_a_report(self):
        self.write("empty.html", b"")
        empty = self.folder / "empty.db"
        self.dateline("add", "--archive", empty, "empty.html", code=1)
        with Site(empty) as site:
            for target in ("/", "/archive", "/search?q=bridge", "/search"):
                with self.subTest(target):
                    answer = site.get(target)
                    self.assertEqual(answer.status, 200)
                    self.assertEqual(page_rules.read_page(answer.text).problems, [])

    def test_title(self):
        for title in ("Harbour & Sons", '<script>alert("x")</script>', "Ünï 🙂"):
            with self.subTest(title), Site(self.archive, "--title", title) as site:
                answer = site.get("/")
                page = page_rules.read_page(answer.text)
                self.assertEqual(page.problems, [])
                self.assertIn(title, page.title)

    def test_verbose_tells_each_request_in_a_line(self):
        with Site(self.archive, "--verbose") as site:
            site.get("/")
            site.get("/search?q=%0a%1b[31mfaked")
            site.get("/nowhere")
            site.end()
            lines = site.errors().splitlines()
            self.assertEqual(len(lines), 3, lines)
            self.assertNotRegex(site.errors(), journey.CONTROLS)
            # A line is written when its answer has been sent, so lines of two connections may change places.
            self.assertEqual(["/nowhere 404 " in line for line in lines].count(True), 1, lines)

    def test_hostile_report_is_shown_not_run(self):
        nasty = '<script>alert(1)</script><img src=x onerror=alert(1)> " onmouseover="alert(1) {{TITLE}}'
        shown = html.escape(nasty)
        page = report(3).html().replace("</p>", f" {shown}</p>", 1).replace("</h1>", f" {shown}</h1>")
        page = page.replace("Harbour Ledger", shown)
        page = page.replace(report(3).uri, "javascript:alert(2)")
        address = 'https://a.example/"><script>alert(1)</script>?a=1&b=2#c'
        self.write("rows.jsonl", json_lines([{"id": "1", "uri": "javascript:alert(1)//", "html": page},
                                             {"id": "2", "uri": address, "text": report(4).plain()}]))
        self.dateline("add", "--archive", self.archive, "rows.jsonl", code=0)
        with Site(self.archive) as site:
            waiting, seen = ["/", f"/day/{report(3).day}", "/search?q=alert"], set()
            while waiting and len(seen) < 60:
                target = waiting.pop(0)
                seen.add(target)
                answer = site.get(target)
                self.assertEqual(answer.status, 200, target)
                read = page_rules.read_page(answer.text) if answer.media_type == "text/html" else page_rules.Page()
                self.assertEqual(read.problems, [], target)
                self.assertNotIn("<script", answer.text.lower())
                waiting += [link.href.partition("#")[0] for link in read.links
                            if link.href.startswith("/") and link.href.partition("#")[0] not in seen | set(waiting)]
            self.assertTrue(any("javascript" in target or "script" in target for target in seen), seen)
            self.assertEqual(site.end(), 0)


if __name__ == "__main__":
    unittest.main()
