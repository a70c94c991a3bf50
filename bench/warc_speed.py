#!/usr/bin/env python3
"""`dateline extract` over gzip WARCs: warc_speed.py FOLDER [--sizes 200 1000] [--cores 2] [--keep FOLDER]

FOLDER holds pages (../shared/data/pages/trafilatura-pages.tar.xz, unpacked). For each size in MB (uncompressed) writes
a WARC of response records, gzipped one by one, that repeats the pages until it is full, and extracts it bound to CORES
cores, output thrown away. Prints pages a second and MB (uncompressed) a second, elapsed and per second of processor, and
the peak memory, which must stay flat: exits 1 where it grows by more than a quarter from the first size to the last, or
where fewer than nine in ten records give an article. The binary is $DATELINE_BIN, else build/release/dateline.
Standard library only."""

import argparse
import contextlib
import gzip
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARY = os.environ.get("DATELINE_BIN", str(ROOT / "build" / "release" / "dateline"))


def record(name: str, page: bytes) -> bytes:
    """A WARC/1.0 response record (ISO 28500), as crawlers write it."""
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    header = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pages.example/"
        + name
        + "\r\nWARC-Date: 2024-03-05T06:07:08Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(response)}\r\n\r\n"
    )
    return header.encode() + response + b"\r\n\r\n"


def write_once(path: Path, pages: Path) -> list[tuple[int, int]]:
    """All pages. Returns the size of each record, uncompressed and as gzip member. One page in memory at a time: what
    this process holds would count as the peak of those that it starts."""
    sizes = []
    with open(path, "wb") as out:
        for page in sorted(pages.iterdir()):
            plain = record(page.name, page.read_bytes())
            sizes.append((len(plain), out.write(gzip.compress(plain, 6))))
    return sizes


def write_warc(path: Path, once: Path, sizes: list[tuple[int, int]], size_bytes: int) -> tuple[int, int]:
    """Repeats the records of `once` up to `size_bytes`. Returns records and uncompressed bytes written."""
    count = written = 0
    with open(once, "rb") as members, open(path, "wb") as out:
        while written < size_bytes:
            members.seek(0)
            for plain_bytes, member_bytes in sizes:
                if written >= size_bytes:
                    break
                out.write(members.read(member_bytes))
                count += 1
                written += plain_bytes
    return count, written


def extract(warc: Path, cores: int) -> tuple[float, float, float]:
    """Elapsed and processor seconds, and peak memory in MB."""
    chosen = sorted(os.sched_getaffinity(0))[:cores]
    begin = time.perf_counter()
    process = subprocess.Popen(
        [BINARY, "extract", warc],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, chosen),
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"extract ended with status {process.returncode}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def articles_in(warc: Path) -> int:
    process = subprocess.Popen([BINARY, "extract", warc], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    count = sum(chunk.count(b"\n") for chunk in iter(lambda: process.stdout.read(1 << 20), b""))
    process.wait()
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000], metavar="MB")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="folder for the WARCs; else one that is removed")
    options = parser.parse_args()
    peaks = []
    with contextlib.ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        once = folder / "once.warc.gz"
        records = write_once(once, options.folder)
        articles = articles_in(once)
        print(f"{articles} of {len(records)} records give an article; {options.cores} cores")
        print(
            f"{'MB':>6} {'gzip MB':>8} {'pages':>7} {'seconds':>8} {'pages/s':>8} {'MB/s':>7} "
            f"{'pages per processor second':>27} {'peak MB':>8}"
        )
        for size_mb in options.sizes:
            warc = folder / f"{size_mb}.warc.gz"
            count, written = write_warc(warc, once, records, size_mb * 1_000_000)
            gzip_bytes = warc.stat().st_size
            seconds, processor, peak_mb = extract(warc, options.cores)
            peaks.append(peak_mb)
            print(
                f"{written / 1e6:6.0f} {gzip_bytes / 1e6:8.0f} {count:7} {seconds:8.1f} {count / seconds:8.0f} "
                f"{written / 1e6 / seconds:7.0f} {count / processor:27.0f} {peak_mb:8.0f}",
                flush=True,
            )
            if not options.keep:
                warc.unlink()
    if articles * 10 < len(records) * 9:
        sys.exit("too few articles")
    if peaks[-1] > peaks[0] * 1.25:
        sys.exit("memory grows with the size of the WARC")


if __name__ == "__main__":
    main()
