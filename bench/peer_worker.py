"""One peer over pages held in memory: peer_worker.py trafilatura|resiliparse FOLDER COUNT

Says what it holds, then does a round for each line on standard input: the lines that extract_pages.cpp describes.
Runs in the virtual environment that extract_peers.py makes, called as the peers' users call them."""

import hashlib
import json
import resource
import sys
import time
from pathlib import Path
from typing import Callable


def trafilatura_fast() -> Callable[[bytes], str | None]:
    import trafilatura

    return lambda page: trafilatura.extract(page, fast=True)


def resiliparse_main_content() -> Callable[[bytes], str | None]:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(page: bytes) -> str:
        tree = HTMLTree.parse(bytes_to_str(page, detect_encoding(page, from_html_meta=True)))
        return extract_plain_text(tree, main_content=True)

    return extract


def say(**what: object) -> None:
    print(json.dumps(what | {"peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}), flush=True)


def main() -> None:
    extract = {"trafilatura": trafilatura_fast, "resiliparse": resiliparse_main_content}[sys.argv[1]]()
    pages = [path.read_bytes() for path in sorted(Path(sys.argv[2]).iterdir())[: int(sys.argv[3])]]
    say(pages=len(pages), bytes=sum(map(len, pages)))
    for _ in sys.stdin:
        texts = []
        processor, begin = time.process_time(), time.perf_counter()
        for page in pages:
            try:
                texts.append(extract(page))
            except Exception:  # A peer may refuse a page; how many have a text is counted.
                texts.append(None)
        seconds, processor = time.perf_counter() - begin, time.process_time() - processor
        texts = [text for text in texts if text]
        say(
            seconds=seconds,
            processor_seconds=processor,
            texts=len(texts),
            digest=hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest(),
        )


if __name__ == "__main__":
    main()
