#!/usr/bin/env python3
"""Writes captures/tidewater-archive/march-2025.warc.gz from the pages in warc-sources/.

The archive looks like what a crawler leaves behind: a warcinfo record, then one gzip member a record, with a request,
a picture and a page that was not found among the articles. Every date and identifier is fixed, so two runs give the
same bytes.
"""

import gzip
import hashlib
import base64
import struct
import uuid
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "warc-sources"
TARGET = HERE / "captures" / "tidewater-archive" / "march-2025.warc.gz"

NOT_FOUND = (
    b"<!DOCTYPE html>\n<html><head><title>Nothing here | Quayside Herald</title></head><body>"
    b"<h1>This page has sailed</h1><p>The address may be old, or we may have made a mistake. "
    b"Try the search, or start again from the front page.</p></body></html>\n"
)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def small_png() -> bytes:
    """A picture of two by two grey pixels."""
    header = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\x80\xa0\x00\xa0\x80", 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode("ascii")


def member(version: str, fields: list[tuple[str, str]], block: bytes) -> bytes:
    """One record as one gzip member."""
    seed = "|".join(f"{name}={value}" for name, value in fields).encode() + block
    identity = uuid.uuid5(uuid.NAMESPACE_URL, hashlib.sha256(seed).hexdigest())
    lines = [f"WARC/{version}", f"WARC-Record-ID: <urn:uuid:{identity}>"]
    lines += [f"{name}: {value}" for name, value in fields]
    lines += [f"Content-Length: {len(block)}"]
    record = "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + block + b"\r\n\r\n"
    return gzip.compress(record, compresslevel=9, mtime=0)


def http(status: str, headers: list[tuple[str, str]], body: bytes) -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}"] + [f"{name}: {value}" for name, value in headers])
    return head.encode("ascii") + b"\r\n\r\n" + body


def response(version: str, uri: str, date: str, status: str, media: str, body: bytes) -> bytes:
    headers = [("Server", "nginx"), ("Content-Type", media), ("Content-Length", str(len(body))), ("Connection", "close")]
    block = http(status, headers, body)
    fields = [
        ("WARC-Type", "response"),
        ("WARC-Target-URI", uri),
        ("WARC-Date", date),
        ("WARC-Payload-Digest", digest(body)),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    return member(version, fields, block)


def build() -> bytes:
    page = lambda name: (SOURCES / name).read_bytes()
    info = (
        b"software: Tidewater crawl 3.2\r\nformat: WARC File Format 1.1\r\n"
        b"isPartOf: tidewater-news-2025-03\r\noperator: Tidewater Archive\r\nrobots: obey\r\n"
    )
    request = (
        b"GET /world/20250310-ljubljana.html HTTP/1.1\r\nHost: www.ostermoorcourier.example\r\n"
        b"User-Agent: tidewater/3.2\r\nAccept: text/html\r\n\r\n"
    )
    ostermoor = "https://www.ostermoorcourier.example/world/20250310-ljubljana.html"
    quayside = "https://www.quaysideherald.example/world/2025/03/manizales-landslide.html"
    saltmarsh = "https://saltmarshnotes.example/2025/03/lacemaker.html"
    return b"".join([
        member("1.1", [
            ("WARC-Type", "warcinfo"), ("WARC-Date", "2025-03-23T04:00:00Z"),
            ("WARC-Filename", TARGET.name), ("Content-Type", "application/warc-fields"),
        ], info),
        member("1.1", [
            ("WARC-Type", "request"), ("WARC-Target-URI", ostermoor), ("WARC-Date", "2025-03-23T04:00:07Z"),
            ("Content-Type", "application/http; msgtype=request"),
        ], request),
        response("1.1", ostermoor, "2025-03-23T04:00:07Z", "200 OK", "text/html", page("20250310-ljubljana.html")),
        response("1.1", "https://www.ostermoorcourier.example/img/courier.png", "2025-03-23T04:00:09Z", "200 OK",
                 "image/png", small_png()),
        response("1.0", quayside, "2025-03-23T04:01:30Z", "200 OK", "text/html; charset=utf-8",
                 page("manizales-landslide.html")),
        response("1.0", "https://www.quaysideherald.example/long-reads/2", "2025-03-23T04:01:41Z", "404 Not Found",
                 "text/html; charset=utf-8", NOT_FOUND),
        response("1.0", saltmarsh, "2025-03-23T04:02:12Z", "200 OK", "text/html; charset=UTF-8",
                 page("lacemaker.html")),
    ])


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(build())
    print(f"{TARGET.relative_to(HERE)}: {TARGET.stat().st_size} bytes")
