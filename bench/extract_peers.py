#!/usr/bin/env python3
"""Dateline's extract beside two peers, on one core: extract_peers.py FOLDER [--rounds 5] [--pages 990] [--venv FOLDER]

FOLDER holds pages (../shared/data/pages/trafilatura-pages.tar.xz, unpacked). Each of Dateline, trafilatura in its fast
mode and resiliparse with main_content=True is one process, bound to the same core, that holds the pages in memory and
extracts all of them, parse included, in each of ROUNDS rounds: Dateline, trafilatura, resiliparse, Dateline, … Prints a
table of medians and the ratios round by round. Exits 1 where a round gives fewer texts than nine in ten pages, or other
texts than the round before.

Seconds are the processor's, so that a busy machine does little harm; elapsed ones stand beside them, and on an idle
machine they agree. Peers are installed with pip into VENV (default: a folder that is removed afterwards), nowhere else.
Dateline is $DATELINE_EXTRACT_PAGES, else build/bench/bench/extract_pages (tools/build.sh bench extract_pages)."""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATELINE = os.environ.get("DATELINE_EXTRACT_PAGES", str(ROOT / "build" / "bench" / "bench" / "extract_pages"))
# justext, which trafilatura needs, needs lxml_html_clean and does not always bring it.
PEERS = ["trafilatura==2.2.0", "resiliparse==2.0.1", "lxml_html_clean"]


def python_with_peers(venv: Path) -> Path:
    python = venv / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PEERS], check=True)
    return python


class Worker:
    """A process that does a round whenever asked."""

    def __init__(self, name: str, command: list[str], core: int) -> None:
        self.name = name
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}),
        )
        self.holds = self.answer()
        self.rounds: list[dict] = []

    def answer(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} ended with status {self.process.wait()}")
        return json.loads(line)

    def run_round(self) -> None:
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.rounds.append(self.answer())

    def processor_seconds(self) -> list[float]:
        return [each["processor_seconds"] for each in self.rounds]

    def row(self) -> str:
        seconds = statistics.median(self.processor_seconds())
        elapsed = statistics.median(each["seconds"] for each in self.rounds)
        peak_mb = self.rounds[-1]["peak_kb"] / 1024
        return (
            f"{self.name:12} {seconds:8.2f} {elapsed:8.2f} {self.holds['pages'] / seconds:8.0f} "
            f"{self.holds['bytes'] / 1e6 / seconds:7.1f} {peak_mb:8.0f} {peak_mb - self.holds['peak_kb'] / 1024:8.0f} "
            f"{self.rounds[-1]['texts']:6}"
        )

    def faults(self) -> list[str]:
        found = []
        if len({each["digest"] for each in self.rounds}) > 1:
            found.append(f"{self.name}: rounds differ in their texts")
        if min(each["texts"] for each in self.rounds) * 10 < self.holds["pages"] * 9:
            found.append(f"{self.name}: text of too few pages")
        return found


def print_ratio(dateline: Worker, peer: Worker) -> None:
    ratios = [theirs / ours for ours, theirs in zip(dateline.processor_seconds(), peer.processor_seconds())]
    rounds = " ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"dateline / {peer.name}: {rounds}; median {statistics.median(ratios):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=int, default=990)
    parser.add_argument("--venv", type=Path)
    options = parser.parse_args()
    if options.rounds < 1 or options.pages < 1:
        parser.error("at least one round of one page")
    core = max(os.sched_getaffinity(0))
    with contextlib.ExitStack() as stack:
        python = python_with_peers(options.venv or Path(stack.enter_context(tempfile.TemporaryDirectory())))
        chosen = [options.folder, str(options.pages)]
        worker = str(ROOT / "bench" / "peer_worker.py")
        workers = [Worker("dateline", [DATELINE, *chosen], core)]
        workers += [Worker(name, [str(python), worker, name, *chosen], core) for name in ("trafilatura", "resiliparse")]
        for number in range(options.rounds):
            for each in workers:
                each.run_round()
            print(
                f"round {number + 1} of {options.rounds}: "
                + ", ".join(f"{each.name} {each.processor_seconds()[-1]:.2f} s" for each in workers),
                file=sys.stderr,
            )
        for each in workers:
            each.process.communicate()
    holds = workers[0].holds
    print(
        f"{holds['pages']} pages, {holds['bytes'] / 1e6:.1f} MB, {options.rounds} rounds, one core; medians; "
        "MB of memory: at most, and of it after the pages were read"
    )
    print(f"{'':12} {'seconds':>8} {'elapsed':>8} {'pages/s':>8} {'MB/s':>7} {'peak MB':>8} {'of it':>8} {'texts':>6}")
    for each in workers:
        print(each.row())
    for peer in workers[1:]:
        print_ratio(workers[0], peer)
    faults = [fault for each in workers for fault in each.faults()]
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
