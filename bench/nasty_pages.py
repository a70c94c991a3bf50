#!/usr/bin/env python3
"""`dateline extract` against pages meant to hurt: nasty_pages.py [--seconds 1] [--megabytes 400] [--keep FOLDER] [NAME…]

Each page of nasty_makers.py, or those whose names contain a NAME, goes through the binary alone. Prints processor
seconds (of all threads, so that a busy machine does no harm), peak memory and what came of the page, slowest first.
Exits 1 where a page takes longer or more memory than allowed, ends by a signal, or gives anything but one article in
JSON or a one-line error. --keep leaves the pages that failed in FOLDER. The binary is $DATELINE_BIN, else
build/release/dateline. Standard library only; all pages take about ten minutes."""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from signal import SIGXCPU
from typing import Callable

from nasty_makers import MAKERS

ROOT = Path(__file__).resolve().parent.parent
BINARY = os.environ.get("DATELINE_BIN", str(ROOT / "build" / "release" / "dateline"))
KILL_AFTER_SECONDS = 60


@dataclass
class Outcome:
    name: str
    size_bytes: int
    seconds: float
    peak_mb: float
    result: str
    sound: bool


def judged(status: int, output: bytes, errors: str) -> tuple[str, bool]:
    """What came of a page, in words, and whether that is one of the two things that may."""
    if os.WIFSIGNALED(status):
        signal = os.WTERMSIG(status)
        return (f"killed after {KILL_AFTER_SECONDS} s" if signal == SIGXCPU else f"ended by signal {signal}"), False
    code, lines = os.WEXITSTATUS(status), errors.splitlines()
    if code == 0 and not lines:
        try:
            article = json.loads(output.decode("utf-8"))
        except ValueError as error:
            return f"output is no JSON: {error}", False
        return f"article, {len(article['paragraphs'])} paragraphs, {len(article['text'])} characters", True
    if code == 1 and not output and len(lines) == 1 and len(lines[0]) < 1000:
        return lines[0].split(": ", 2)[-1], True
    return f"status {code}, {len(output)} bytes out, {len(lines)} lines of errors", False


def run(name: str, page: Path) -> Outcome:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (KILL_AFTER_SECONDS, KILL_AFTER_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([BINARY, "extract", page], stdout=output, stderr=errors, preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        output.seek(0)
        errors.seek(0)
        result, sound = judged(status, output.read(), errors.read().decode("utf-8", "replace"))
    return Outcome(name, page.stat().st_size, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, result, sound)


def make(name: str, page: Path) -> None:
    # By another process: what this one holds would count as the peak of those that it starts.
    with open(page, "wb") as out:
        subprocess.run([sys.executable, ROOT / "bench" / "nasty_makers.py", name], stdout=out, check=True)


def report(outcomes: list[Outcome], good: Callable[[Outcome], bool]) -> int:
    """Prints the table, slowest first. Returns how many failed."""
    print(f"{'page':30} {'MB':>5} {'seconds':>8} {'peak MB':>8}  result")
    for each in sorted(outcomes, key=lambda each: -each.seconds):
        size_mb, result = each.size_bytes / 1e6, each.result[:90] if good(each) else f"FAILED: {each.result[:90]}"
        print(f"{each.name:30} {size_mb:5.1f} {each.seconds:8.2f} {each.peak_mb:8.0f}  {result}")
    failed = sum(not good(each) for each in outcomes)
    print(f"{len(outcomes)} pages, {failed} failed")
    return failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--megabytes", type=float, default=400.0)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    names = [name for name in MAKERS if not options.names or any(part in name for part in options.names)]
    if not names:
        sys.exit("no page has such a name")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)

    def good(outcome: Outcome) -> bool:
        return outcome.sound and outcome.seconds <= options.seconds and outcome.peak_mb <= options.megabytes

    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(names, 1):
            print(f"\r{number} of {len(names)}: {name:40}", end="", file=sys.stderr, flush=True)
            page = Path(folder) / name
            make(name, page)
            outcomes.append(run(name, page))
            if options.keep and not good(outcomes[-1]):
                shutil.copy(page, options.keep / name)
            page.unlink()
    print(file=sys.stderr)
    sys.exit(1 if report(outcomes, good) else 0)


if __name__ == "__main__":
    main()
