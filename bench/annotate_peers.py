#!/usr/bin/env python3
"""`dateline annotate` beside spaCy, on one core: annotate_peers.py [FILE…] [--python PYTHON --model MODEL…]

Makes a stream of articles of 400 words: from the "text" or "paragraphs" of the rows of FILEs (JSON Lines; read, never
kept), else from sentences of its own. Each of ROUNDS rounds runs `dateline annotate` over ARTICLES of them, start-up,
reading and writing included, and then each MODEL, loaded before, over PEER_ARTICLES of them held in memory, all bound to
one core. Then measures start-up, and the peak memory on streams of ARTICLES and of LONG rows. Prints medians, the
ratios of words a second round by round, and whether the bars of the project are met; exits 1 where one is not.

PYTHON is an interpreter that has spaCy; MODEL is a pipeline's name or its folder (the one with config.cfg). Without
MODEL Dateline is measured alone. Seconds are the processor's, so that a busy machine does little harm; elapsed ones stand
beside them. The binary is $DATELINE_BIN, else build/release/dateline. Standard library only."""

import argparse
import contextlib
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Iterator

ROOT = Path(__file__).resolve().parent.parent
BINARY = os.environ.get("DATELINE_BIN", str(ROOT / "build" / "release" / "dateline"))
WORDS = 400
CORE = max(os.sched_getaffinity(0))
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}
LEAST_ARTICLES_S, LEAST_RATIO, MOST_MB, MOST_START_S = 600, 20, 150, 0.15

PEOPLE = "Kari Solberg|Kenji Mori|Ann Roe|Paul Vasseur|Maria Ortega|Viktor Dalgaard|Leila Haddad|John F. Okafor".split("|")
ROLES = "Foreign Minister|central bank governor|union leader|opposition lawmaker|chief engineer|Prime Minister".split("|")
PLACES = "Oslo|Lisbon|Nairobi|Osaka|the North Sea|Montevideo|New Delhi|the U.S.|Gdansk|South Korea|Quito".split("|")
BODIES = "the World Bank|Acme Shipping Inc.|the Ministry of Agriculture|the European Union|Halvard Steel Co.|the U.N.".split("|")
DAYS = "Monday|last week|on Nov. 2|in late January|next year|by the end of March|two weeks ago|on Friday night|in 2014".split("|")
SENTENCES = (
    "{role} {person} met officials of {body} in {place} {day} to discuss the price of grain.",
    "“We have waited {count} years for this, and we will not wait any longer,” {last} told reporters after the meeting.",
    "According to a statement from {body}, exports to {place} fell {count}.4 percent in the third quarter.",
    "{last} said that {body} would open an office in {place}, which employs about {count} people, {day}.",
    "The talks, which began {day}, are the first between {place} and {other} in almost a decade.",
    "“It is a matter of weeks,” said {person}, a spokesman for {body}, who declined to comment further.",
    "Residents of {place} were told to stay indoors while the wind drove smoke across the harbour and the old town.",
    "The plan would cost ${count}.5 million a year, and critics such as {person} called it “a mess from start to end.”",
    "Shares of {body} rose {day} after the vote; those of its rivals in {other} hardly moved.",
    "He added that nobody had been hurt, that the road would reopen soon and that schools would stay closed until Tuesday.",
)


def made_texts() -> Iterator[str]:
    """Sentences of our own, the same for everyone."""
    dice = random.Random(1)
    while True:
        person, paragraphs, count = dice.choice(PEOPLE), [], 0
        while count < WORDS:
            sentences = [
                template.format(person=person, last=person.split()[-1], role=dice.choice(ROLES), body=dice.choice(BODIES),
                                place=dice.choice(PLACES), other=dice.choice(PLACES), day=dice.choice(DAYS),
                                count=dice.randint(2, 99))
                for template in dice.sample(SENTENCES, 3)
            ]
            person = dice.choice(PEOPLE)
            paragraphs.append(" ".join(sentences))
            count += len(paragraphs[-1].split())
        yield "\n".join(paragraphs)


def given_texts(files: list[str]) -> Iterator[str]:
    for name in files:
        with open(name, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield row.get("text") or "\n".join(row.get("paragraphs") or [])


def articles_of(texts: Iterator[str]) -> Iterator[str]:
    """Texts put together and cut, so that each article has 400 words."""
    text = ""
    for more in texts:
        text = f"{text}\n{more}" if text else more
        words = list(re.finditer(r"\S+", text))
        while len(words) >= WORDS:
            end = words[WORDS - 1].end()
            yield text[words[0].start(): end]
            words = words[WORDS:]
            text = text[words[0].start():] if words else ""
            words = list(re.finditer(r"\S+", text))


def write_rows(path: Path, articles: list[str], count: int) -> None:
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            row = {"id": str(number), "dct": "2013-11-02", "text": articles[number % len(articles)]}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def run_dateline(rows: str) -> dict[str, float]:
    """One run on one core: elapsed and processor seconds, and the most memory that it had itself."""
    begin, peak_kb = time.perf_counter(), 0
    process = subprocess.Popen(["taskset", "-c", str(CORE), BINARY, "annotate", rows], stdout=subprocess.DEVNULL)
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        with contextlib.suppress(OSError, TypeError):
            status = Path(f"/proc/{process.pid}/status").read_text()
            peak_kb = max(peak_kb, int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]))
        time.sleep(0.002)
    seconds = time.perf_counter() - begin
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"dateline annotate ended with status {status}")
    return {"seconds": seconds, "processor_seconds": usage.ru_utime + usage.ru_stime, "peak_mb": peak_kb / 1024}


def start_seconds(rows: str) -> float:
    """To the end of a run over one row, elapsed; the least that a busy machine lets through of nine."""
    def once() -> float:
        begin = time.perf_counter()
        subprocess.run([BINARY, "annotate", rows], stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begin
    return min(once() for _ in range(9))


class Peer:
    """A loaded pipeline that does a round whenever asked."""

    def __init__(self, python: str, model: str, rows: str, count: int) -> None:
        command = ["taskset", "-c", str(CORE), python, str(ROOT / "bench" / "annotate_worker.py"), model, rows, str(count)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        stderr=subprocess.DEVNULL, env={**os.environ, **ONE_THREAD})
        self.holds = self.answer()
        self.rounds: list[dict] = []

    def answer(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"a peer ended with status {self.process.wait()}")
        return json.loads(line)

    def run_round(self) -> None:
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.rounds.append(self.answer())

    def words_a_second(self) -> list[float]:
        return [self.holds["words"] / each["processor_seconds"] for each in self.rounds]


def line(name: str, words_s: list[float], elapsed_s: float, start_s: float, peak_mb: float) -> str:
    rate = statistics.median(words_s)
    return f"{name:28} {rate:10,.0f} {rate / WORDS:10,.0f} {elapsed_s:10,.0f} {start_s * 1000:9.0f} {peak_mb:8.0f}"


def measure(options: argparse.Namespace, folder: Path) -> list[str]:
    """Prints the table; returns what misses a bar."""
    source = articles_of(given_texts(options.files) if options.files else made_texts())
    articles = [text for _, text in zip(range(options.articles), source)]
    if not articles:
        sys.exit(f"the files hold no {WORDS} words")
    one, some, long = (str(folder / name) for name in ("one.jsonl", "some.jsonl", "long.jsonl"))
    for path, count in ((one, 1), (some, options.articles), (long, options.long)):
        write_rows(Path(path), articles, count)
    peers = [Peer(options.python, model, some, options.peer_articles) for model in options.model]
    ours: list[dict] = []
    for number in range(options.rounds):
        ours.append(run_dateline(some))
        for peer in peers:
            peer.run_round()
        print(f"round {number + 1} of {options.rounds}: dateline {ours[-1]['processor_seconds']:.2f} s"
              + "".join(f", {peer.holds['name']} {peer.rounds[-1]['processor_seconds']:.2f} s" for peer in peers),
              file=sys.stderr)
    words = options.articles * WORDS
    rates = [words / each["processor_seconds"] for each in ours]
    elapsed = statistics.median(words / each["seconds"] for each in ours)
    start, peak, peak_long = start_seconds(one), max(each["peak_mb"] for each in ours), run_dateline(long)["peak_mb"]
    print(f"{options.articles} articles of {WORDS} words ({options.peer_articles} for peers), {options.rounds} rounds, one "
          "core; medians")
    print(f"{'':28} {'words/s':>10} {'articles/s':>10} {'elapsed':>10} {'start ms':>9} {'peak MB':>8}")
    print(line("dateline", rates, elapsed, start, peak))
    for peer in peers:
        peer_elapsed = statistics.median(peer.holds["words"] / each["seconds"] for each in peer.rounds)
        print(line(f"{peer.holds['name']} (spaCy {peer.holds['spacy']})", peer.words_a_second(), peer_elapsed,
                   peer.holds["load_seconds"], peer.rounds[-1]["peak_kb"] / 1024))
        peer.process.communicate()
    print(f"dateline's peak memory: {peak:.0f} MB on {options.articles} rows, {peak_long:.0f} MB on {options.long}")
    ratios = {peer.holds["name"]: [our / their for our, their in zip(rates, peer.words_a_second())] for peer in peers}
    for name, each in ratios.items():
        print(f"dateline / {name}: {' '.join(f'{ratio:.1f}' for ratio in each)}; median {statistics.median(each):.1f}")
    bars = [
        (statistics.median(rates) / WORDS >= LEAST_ARTICLES_S, f"{LEAST_ARTICLES_S} articles a second"),
        (max(peak, peak_long) < MOST_MB, f"less than {MOST_MB} MB"),
        (start < MOST_START_S, f"start in {MOST_START_S * 1000:.0f} ms"),
        (peak_long < 1.25 * peak, "the same memory for any length"),
    ]
    bars += [(statistics.median(each) >= LEAST_RATIO, f"{LEAST_RATIO} times {name}") for name, each in ratios.items()
             if name.startswith("en_core_web_sm")]
    return [what for met, what in bars if not met]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--model", action="append", default=[])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--peer-articles", type=int, default=100)
    parser.add_argument("--long", type=int, default=30000)
    options = parser.parse_args()
    if min(options.rounds, options.articles, options.peer_articles, options.long) < 1:
        parser.error("at least one round of one article")
    with tempfile.TemporaryDirectory() as folder:
        missed = measure(options, Path(folder))
    if missed:
        sys.exit("missed: " + "; ".join(missed))


if __name__ == "__main__":
    main()
