#!/usr/bin/env python3
"""The whole way, from pages on disk to a filed archive: whole_way.py [COUNT [RUNS]]

Makes COUNT (2,000) pages, files them RUNS (5) times into a new archive each, and prints articles a second (median,
least, most) and the peak memory. Checks that every page was filed and that the archive is sound. The binary is
$DATELINE_BIN, else build/release/dateline."""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARY = os.environ.get("DATELINE_BIN", str(ROOT / "build" / "release" / "dateline"))


def add(pages: Path, archive: Path) -> tuple[float, int, int]:
    """Seconds, peak memory in KB and articles filed."""
    begin = time.perf_counter()
    process = subprocess.Popen([BINARY, "add", "--archive", archive, pages], stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"add ended with status {status}")
    return seconds, usage.ru_maxrss, int(re.search(r"([\d,]+) filed", output)[1].replace(",", ""))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        subprocess.run([sys.executable, ROOT / "bench" / "make_pages.py", str(count), pages], check=True)
        rates, peak = [], 0
        for run in range(runs):
            archive = Path(folder) / f"{run}.db"
            seconds, peak_kb, filed = add(pages, archive)
            if filed != count:
                sys.exit(f"{filed} of {count} pages were filed")
            subprocess.run([BINARY, "check", "--archive", archive], check=True, stdout=subprocess.DEVNULL)
            rates.append(count / seconds)
            peak = max(peak, peak_kb)
    print(f"{count} pages: {statistics.median(rates):.0f} articles/s "
          f"(least {min(rates):.0f}, most {max(rates):.0f}, {runs} runs), peak memory {peak / 1024:.0f} MB")


if __name__ == "__main__":
    main()
