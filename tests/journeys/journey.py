"""What the journeys share: running the binary as a user would, in a folder of its own, and reports to run it on.

A journey knows the command line, its exit codes and its JSON, and nothing of how Dateline works inside. Each test gets
a fresh folder and passes file names relative to it, so that tests can run side by side and leave nothing behind.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import http.client
import json
import os
import random
import re
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Iterator

import expectations

ROOT = expectations.ROOT
CAPTURES = ROOT / "samples" / "captures"
TIME_LIMIT_S = 120.0
NOBODY = 65534

# What no user should ever read on standard error.
TRACES = re.compile(
    r"terminate called|what\(\):|Backtrace|stack trace|Sanitizer|runtime error:|Assertion|CHECK failed|"
    r"Segmentation fault|core dumped|boost::|std::|\.cpp:\d+",
    re.IGNORECASE,
)
# Controls of both sets (C0 without the line end, DEL, C1): a name or text that holds them could steer a terminal.
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Done:
    """What a run left: `code` is negative when a signal ended it."""

    code: int
    out_bytes: bytes
    errors_bytes: bytes
    peak_mb: float  # most memory that was resident at once
    cpu_s: float

    @property
    def out(self) -> str:
        return self.out_bytes.decode("utf-8")

    @property
    def errors(self) -> list[str]:
        """Lines of standard error; bytes that are not UTF-8 (of a file's name) become surrogates."""
        return self.errors_bytes.decode("utf-8", "surrogateescape").split("\n")[:-1]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]


def environment(folder: Path, locale: str, **more: str) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "DATELINE_"))}
    for name in ("COLUMNS", "LANG", "LANGUAGE"):
        ours.pop(name, None)
    return {**ours, "LC_ALL": locale, "HOME": str(folder), "TZ": "UTC", **more}


def _peak_kb(pid: int) -> int:
    """The high-water mark of the process itself; wait4() would count this Python before exec as well."""
    with contextlib.suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
        return int(found[1]) if found else 0
    return 0


def _wait(process: subprocess.Popen, time_limit_s: float, what: str) -> tuple[float, float]:
    """Waits for the end and returns peak memory in MB and processor time in seconds."""
    until = time.monotonic() + time_limit_s
    peak_kb, pause_s = 0, 0.001
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        peak_kb = max(peak_kb, _peak_kb(process.pid))
        if time.monotonic() > until:
            process.kill()
            process.wait()
            raise AssertionError(f"dateline {what} was not done after {time_limit_s:.0f} s")
        time.sleep(pause_s)
        pause_s = min(pause_s * 1.5, 0.01)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return peak_kb / 1024, usage.ru_utime + usage.ru_stime


def run(*arguments: str | bytes | Path, folder: Path, stdin: bytes | BinaryIO = b"", locale: str = "C.UTF-8",
        env: dict[str, str] | None = None, time_limit_s: float = TIME_LIMIT_S, program: Path | None = None,
        **popen: Any) -> Done:
    """Runs `dateline arguments…` in `folder` to its end. `popen` may give `stdout` and `stderr` another place."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        if isinstance(stdin, bytes):
            given.write(stdin)
            given.seek(0)
        streams = {"stdin": given if isinstance(stdin, bytes) else stdin, "stdout": out, "stderr": errors, **popen}
        process = subprocess.Popen(
            [program or expectations.binary(), *arguments], cwd=folder,
            env=environment(folder, locale, **(env or {})), **streams,
        )
        peak_mb, cpu_s = _wait(process, time_limit_s, " ".join(map(str, arguments))[:200])
        out.seek(0)
        errors.seek(0)
        return Done(process.returncode, out.read(), errors.read(), peak_mb, cpu_s)


def shell(script: str, *arguments: str, folder: Path, **how: Any) -> Done:
    """Runs `script` by sh; "$dateline" is the binary, "$1" and so on are the arguments."""
    env = {"dateline": str(expectations.binary()), **(how.pop("env", None) or {})}
    return run("-c", script, "sh", *arguments, folder=folder, program=Path("/bin/sh"), env=env, **how)


def copy_for_everyone(folder: Path) -> Path:
    """A copy of the binary that another user may run: the checkout can lie in a folder that is closed to others."""
    copy = folder / "dateline-for-everyone"
    shutil.copyfile(expectations.binary(), copy)
    copy.chmod(0o755)
    return copy


class Journey(unittest.TestCase):
    """A test with a folder of its own."""

    maxDiff = 4000

    def setUp(self) -> None:
        kept = tempfile.TemporaryDirectory(prefix="dateline-journey-")
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)

    def write(self, name: str | bytes, content: bytes | str) -> Path:
        path = Path(os.fsdecode(os.path.join(os.fsencode(self.folder), os.fsencode(name))))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def dateline(self, *arguments: str | bytes | Path, code: int | None = None, **how: Any) -> Done:
        """Runs the binary; whatever the input, it must end by itself, and without a trace of its insides."""
        done = run(*arguments, folder=self.folder, **how)
        self.assert_civil(done)
        if code is not None:
            self.assertEqual(done.code, code, f"dateline {arguments[0]!s}: {done.errors_bytes[:600]!r}")
        return done

    def assert_civil(self, done: Done) -> None:
        self.assertIn(done.code, (0, 1, 2), f"exit code {done.code}: {done.errors_bytes[:600]!r}")
        self.assertNotRegex("\n".join(done.errors), TRACES)

    def assert_problems(self, done: Done, *problems: tuple[str, str]) -> None:
        """Standard error is one line for each (name, pattern of the reason), in order, and nothing else."""
        self.assertEqual(len(done.errors), len(problems), done.errors)
        for line, (name, reason) in zip(done.errors, problems):
            start = f"dateline: {name}: "
            self.assertTrue(line.startswith(start), f"{line!r} should begin {start!r}")
            self.assertRegex(line[len(start):], re.compile(reason, re.IGNORECASE))
            self.assertNotRegex(line, CONTROLS)
            self.assertLess(len(line), 1000)

    def articles_in(self, archive: str | Path, **how: Any) -> int:
        """The number of articles that `check` counts in a sound archive."""
        done = self.dateline("check", "--archive", archive, code=0, **how)
        return filed_articles(done)


def filed_articles(done: Done) -> int:
    found = re.search(r": sound, ([\d,]+) articles? in [\d,]+ (?:story|stories)$", done.out.rstrip("\n"))
    assert found, f"check said {done.out!r}"
    return int(found[1].replace(",", ""))


def story_of_each(folder: Path, archive: str | Path) -> dict[str, str]:
    """Story by uri of all that the archive finds for words that nearly every report has."""
    stories: dict[str, str] = {}
    for word in ("the", "on", "in", "said", "and", "der", "am", "die"):
        done = run("search", "--archive", archive, "--json", "--limit", "1000", word, folder=folder)
        stories.update((row["uri"], row["story"]) for row in done.rows)
    return stories


def reports_by_story(brief: dict[str, Any]) -> set[frozenset[str]]:
    """The stories of `brief --json` as sets of their reports' ids."""
    return {frozenset(report["id"] for report in story["reports"]) for story in brief["stories"]}


# Reports to run it on. Everything in them is invented.

_TOWNS = (
    "Ardmoor Belcastle Carnwick Dunhollow Eastmere Fallowby Glenharrow Hexwater Inverlade Jarrowby Kelmouth Lanthorpe "
    "Marlingford Netherby Oakhaven Penwithiel Quarrington Rushmere Saltwick Thornaby Ulverdale Varnham Westerleigh "
    "Yarmstone"
).split()
_FIRST = (
    "Anna Bernard Clara David Elena Frank Greta Hugo Irene Jonas Katrin Louis Maria Niels Olga Peter Rosa Simon"
).split()
_LAST = (
    "Abernathy Brandt Carver Delacroix Engström Fairweather Grünwald Hollis Ibsen Janssen Kowalski Lindqvist Marchetti "
    "Novak Okafor Pellegrino Quist Rasmussen Sørensen Tanaka"
).split()
_EVENTS = (
    ("{town} closes its river bridge after {count} cracks are found",
     "The town of {town} closed its river bridge on {weekday} after divers found {count} cracks in the southern pier.",
     "“Nobody will cross until we know how deep they go,” said {person}, the town’s chief engineer.",
     "About {thousands},000 vehicles use the crossing each day, and lorries were sent round by {other}.",
     "The repair is expected to take {count} weeks and to cost {millions} million euros, according to the council.",
     "The last inspection of the pier, in {year}, had found no damage at all, and the next was due in summer."),
    ("Fire destroys paper mill in {town}",
     "A fire destroyed the paper mill in {town} on {weekday} and {count} workers were taken to hospital.",
     "“The roof came down within minutes,” said fire chief {person}, who led the work through the night.",
     "The mill, which opened in {year}, employed {thousands} people and made cardboard for shops in {other}.",
     "Damage was put at {millions} million euros, and the police have not said how the fire began.",
     "Residents of the streets near the mill were told to keep their windows closed until the smoke had cleared."),
    ("Drivers of {town} trams to strike over night shifts",
     "Tram drivers in {town} will stop work for {count} days from {weekday} in a dispute over night shifts.",
     "“We have asked for talks since {year} and were never given a date,” union leader {person} told reporters.",
     "The operator carries {thousands},000 passengers a day and said that buses would run to {other}.",
     "It has offered {millions} million euros for more staff, which the union rejected as far too little.",
     "Schools in the suburbs said that lessons would begin an hour later for as long as the strike goes on."),
    ("{town} museum gets its stolen map back after {count} years",
     "A map that was stolen from the museum of {town} {count} years ago was returned to it on {weekday}.",
     "“It lay in a drawer in {other}, between two tablecloths,” said {person}, who runs the museum.",
     "The map, drawn in the year {year}, is insured for {millions} million euros and had been given up for lost.",
     "Some {thousands} visitors came in the first hours to see the sheet, which is the size of a door.",
     "The heirs of the man who kept it had found the museum’s stamp on the back and called the police themselves."),
)


@dataclass(frozen=True)
class Report:
    number: int
    headline: str
    paragraphs: tuple[str, ...]
    day: datetime.date

    @property
    def uri(self) -> str:
        return f"https://www.harbour-ledger.example/news/{self.number}"

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)

    def html(self) -> str:
        body = "\n".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)
        return (
            f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
            f"<title>{self.headline} - Harbour Ledger</title>\n"
            f'<link rel="canonical" href="{self.uri}"><meta property="og:site_name" content="Harbour Ledger">\n'
            f'<meta property="article:published_time" content="{self.day}T08:00:00Z"></head>\n'
            f"<body><article><h1>{self.headline}</h1>\n{body}\n</article></body></html>\n"
        )

    def plain(self) -> str:
        return f"{self.headline}\n\n" + "\n\n".join(self.paragraphs) + "\n"

    def capture(self) -> dict[str, Any]:
        """As a row of JSON Lines for brief, extract and add."""
        return {"id": f"row-{self.number}", "uri": self.uri, "html": self.html()}

    def row(self) -> dict[str, Any]:
        """As a row for annotate and group."""
        return {"id": f"row-{self.number}", "uri": self.uri, "headline": self.headline, "published": str(self.day),
                "paragraphs": list(self.paragraphs)}


@functools.lru_cache(maxsize=64)
def report(number: int) -> Report:
    """Report `number`: always the same one, and of an event of its own."""
    dice = random.Random(number)
    day = datetime.date(2025, 1, 6) + datetime.timedelta(days=number % 300)
    town, other = dice.sample(_TOWNS, 2)
    words = {
        "town": town, "other": other, "person": f"{dice.choice(_FIRST)} {dice.choice(_LAST)}",
        "weekday": f"{day:%A}", "count": dice.randint(3, 60), "thousands": dice.randint(2, 90),
        "millions": f"{dice.randint(2, 40)}.{dice.randint(1, 9)}", "year": dice.randint(1950, 2020),
    }
    headline, *paragraphs = (template.format(**words) for template in dice.choice(_EVENTS))
    return Report(number, headline, tuple(paragraphs), day)


# Two halves of one event that have hardly a word in common, and a report that tells both.
HALVES = (
    Report(9001, "Ferry Halvorsen burns off Trinsund", (
        "Fire broke out in the engine room of the ferry Halvorsen off Trinsund, the coast guard said.",
        "Captain Ingmar Dahl sent all 212 passengers to the boats within nine minutes, and nobody was hurt."),
        datetime.date(2025, 1, 9)),
    Report(9002, "Norvik shares fall as lender cancels loan", (
        "Shares of the shipping line Norvik fell by a third in Oslo after its lender cancelled a loan.",
        "Chairwoman Sigrun Moe told analysts that the insurer disputes the claim and that the fleet may be sold."),
        datetime.date(2025, 1, 9)),
    Report(9003, "Norvik shares fall after ferry Halvorsen burns", (
        "The fire on the ferry Halvorsen off Trinsund cost the line Norvik a third of its worth.",
        "Captain Ingmar Dahl had sent all 212 passengers to the boats; the coast guard said nobody was hurt when fire "
        "broke out in the engine room.",
        "The lender cancelled a loan, chairwoman Sigrun Moe told analysts in Oslo; the insurer disputes the claim, and "
        "the fleet may be sold as shares fell."),
        datetime.date(2025, 1, 9)),
)


def json_lines(rows: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n" for row in rows)


# The site

class Site:
    """A running `dateline serve` on a port of its own choice."""

    def __init__(self, archive: Path, *options: str):
        self._errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [expectations.binary(), "serve", "--archive", archive, "--port", "0", *options], cwd=archive.parent,
            env=environment(archive.parent, "C.UTF-8"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        try:
            self.address = self._first_line(20.0)
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.address)
            assert found, f"serve said {self.address!r}"
            self.port = int(found[1])
        except BaseException:
            self.close()
            raise

    def _first_line(self, time_limit_s: float) -> str:
        line = b""
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            until = time.monotonic() + time_limit_s
            while not line.endswith(b"\n"):
                assert selector.select(max(0.0, until - time.monotonic())), f"serve said nothing after {line!r}"
                more = os.read(self.process.stdout.fileno(), 1)
                assert more, f"serve ended: {self.errors()!r}"
                line += more
        return line.decode("utf-8")

    def errors(self) -> str:
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace")

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def get(self, target: str, method: str = "GET", **headers: str) -> Answer:
        """One request on a connection of its own. `target` goes out as it is."""
        with contextlib.closing(self.connection()) as connection:
            return ask(connection, target, method, headers)

    def end(self, number: int = signal.SIGTERM, time_limit_s: float = 5.0) -> int:
        """Sends the signal and returns the exit code. Raises subprocess.TimeoutExpired."""
        self.process.send_signal(number)
        return self.process.wait(time_limit_s)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self._errors.close()

    def __enter__(self) -> Site:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]  # names in lower case
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip()

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def ask(connection: http.client.HTTPConnection, target: str, method: str = "GET",
        headers: dict[str, str] | None = None) -> Answer:
    connection.putrequest(method, target, skip_accept_encoding=True)
    for name, value in (headers or {}).items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)
