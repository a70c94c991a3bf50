"""What every page that Dateline makes must keep to, read from its HTML alone.

`read_page` parses a page strictly and returns it with the rules that it breaks, one line each. The rules are those of
the HTML standard (what may be left out, what must be closed) and of pages that anyone can use (WCAG 2.2: a language, a
title, headings in order, names for links, pictures and fields).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = set("area base br col embed hr img input link meta source track wbr".split())
# Their end tags may be left out; a parent's end closes them (HTML standard, 13.1.2.4).
OPTIONAL_END = set("li dt dd p option optgroup tr td th thead tbody tfoot colgroup body html head".split())
# Begins that close an open <p>.
CLOSES_P = set(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup hr main nav ol p pre section table ul".split()
)
CLOSED_BY_SIBLING = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option", "optgroup"},
    "tr": {"tr", "tbody", "tfoot"},
    "td": {"td", "th", "tr", "tbody", "tfoot"}, "th": {"td", "th", "tr", "tbody", "tfoot"}, "thead": {"tbody", "tfoot"},
    "tbody": {"tbody", "tfoot"},
}
HEADINGS = {f"h{level}" for level in range(1, 7)}
NOT_FETCHED = ("alternate", "canonical", "license", "next", "prev", "search")  # values of rel
LINKING = {"href", "src", "action", "poster", "data", "srcset", "formaction", "xlink:href", "ping"}


@dataclass
class Link:
    href: str
    name: str = ""  # what a screen reader says
    rel: str = ""


@dataclass
class Page:
    problems: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)  # and the text inside each
    loads: list[str] = field(default_factory=list)  # addresses that a browser fetches by itself
    forms: list[str] = field(default_factory=list)  # their actions
    said: list[tuple[str, str]] = field(default_factory=list)  # reported words, and where their first mark leads
    text: str = ""

    def has_anchor(self, fragment: str) -> bool:
        return fragment in ("", "top") or fragment in self.ids


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.metas: dict[str, str] = {}
        self.labels_for: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.doctype = False
        self.foreign = 0  # inside svg or math, where <x/> closes itself
        self.link_parts: list[str] | None = None
        self.heading_parts: list[str] | None = None
        self.open_ids: list[tuple[int, str, list[str]]] = []
        self.parts: list[str] = []
        self.said: tuple[int, list[str]] | None = None  # depth and parts of the reported words that are open
        self.unmarked = ""  # reported words that no mark has followed yet
        self.titles = 0

    def problem(self, words: str) -> None:
        self.page.problems.append(f"line {self.getpos()[0]}: {words}")

    def handle_decl(self, decl: str) -> None:
        self.doctype = self.doctype or decl.lower() == "doctype html"

    def unknown_decl(self, data: str) -> None:
        self.problem(f"unknown declaration {data[:40]!r}")

    def parse_bogus_comment(self, i: int, report: int = 1) -> int:
        self.problem("a comment that is none")
        return super().parse_bogus_comment(i, report)

    # Tags

    def _leave(self, upto: int) -> None:
        """Takes open elements from the stack until `upto` are left."""
        while len(self.open) > upto:
            tag, attributes = self.open.pop()
            if tag in ("svg", "math"):
                self.foreign -= 1
            if tag == "a" and self.link_parts is not None:
                name = " ".join("".join(self.link_parts).split())
                self.page.links[-1].name = name
                if not name:
                    self.problem(f"a link without words to {self.page.links[-1].href!r}")
                self.link_parts = None
            if tag in HEADINGS and self.heading_parts is not None:
                text = " ".join("".join(self.heading_parts).split())
                self.page.headings.append((int(tag[1]), text))
                if not text:
                    self.problem(f"an empty {tag}")
                self.heading_parts = None
            if self.said is not None and self.said[0] > len(self.open):
                self.unmarked, self.said = " ".join("".join(self.said[1]).split()), None
            while self.open_ids and self.open_ids[-1][0] > len(self.open):
                _, identity, parts = self.open_ids.pop()
                self.page.ids[identity] = " ".join("".join(parts).split())

    def _close_implied(self, tag: str) -> None:
        while self.open:
            last = self.open[-1][0]
            by_p = last == "p" and tag in CLOSES_P
            if not by_p and tag not in CLOSED_BY_SIBLING.get(last, ()) and (last, tag) != ("head", "body"):
                return
            self._leave(len(self.open) - 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, attrs, closes_itself=False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.foreign and tag not in VOID and tag != "svg":
            self.problem(f"<{tag}/> closes nothing in HTML")
        self._begin(tag, attrs, closes_itself=True)

    def _begin(self, tag: str, attrs: list[tuple[str, str | None]], closes_itself: bool) -> None:
        attributes = dict(attrs)
        if len(attributes) != len(attrs):
            self.problem(f"<{tag}> has an attribute twice")
        self._close_implied(tag)
        self._look_at(tag, attributes)
        if tag in VOID and not self.foreign:
            return
        self.open.append((tag, attributes))
        if tag in ("svg", "math"):
            self.foreign += 1
        if "id" in attributes:
            self.open_ids.append((len(self.open), attributes["id"] or "", []))
        classes = (attributes.get("class") or "").split()
        if "said" in classes:
            self.said = (len(self.open), [])
        if tag == "a" and "m" in classes and self.unmarked:
            self.page.said.append((self.unmarked, attributes.get("href") or ""))
            self.unmarked = ""
        if tag == "a" and "href" in attributes:
            if self.link_parts is not None:
                self.problem("a link inside a link")
            self.page.links.append(Link(attributes["href"] or "", rel=attributes.get("rel") or ""))
            self.link_parts = [attributes.get("aria-label") or attributes.get("title") or ""]
        if tag in HEADINGS:
            self.heading_parts = []
        if closes_itself:
            self._leave(len(self.open) - 1)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID and not self.foreign:
            self.problem(f"</{tag}> has nothing to close")
            return
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth][0] == tag:
                self._leave(depth)
                return
            if self.open[depth][0] not in OPTIONAL_END:
                break
        self.problem(f"</{tag}> where <{self.open[-1][0] if self.open else 'nothing'}> is open")

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self.open}
        if "title" in inside and not self.foreign:
            self.page.title += data
            return
        if inside & {"style", "script"}:
            return
        self.parts.append(data)
        if self.said is not None:
            self.said[1].append(data)
        for _, _, parts in self.open_ids:
            parts.append(data)
        if self.link_parts is not None and not any(a.get("aria-hidden") == "true" for _, a in self.open):
            self.link_parts.append(data)
        if self.heading_parts is not None:
            self.heading_parts.append(data)

    # Rules

    def _look_at(self, tag: str, attributes: dict[str, str | None]) -> None:
        page = self.page
        for name, value in attributes.items():
            if name.startswith("on"):
                self.problem(f"<{tag}> has the handler {name}")
            if name in LINKING and re.match(r"\s*(javascript|vbscript|data:text)", value or "", re.IGNORECASE):
                self.problem(f"<{tag}> runs {value!r}")
        identity = attributes.get("id")
        if "id" in attributes:
            if not identity or re.search(r"\s", identity):
                self.problem(f"the id {identity!r} is none")
            elif identity in page.ids:
                self.problem(f"the id {identity!r} is there twice")
            page.ids.setdefault(identity or "", "")
        if tag == "script":
            self.problem("a script")
        elif tag in ("iframe", "object", "embed", "base", "marquee", "font", "center"):
            self.problem(f"<{tag}>")
        elif tag == "html":
            page.language = attributes.get("lang") or ""
        elif tag == "title" and not self.foreign:
            self.titles += 1
        elif tag == "meta":
            if "charset" in attributes:
                self.metas["charset"] = (attributes["charset"] or "").lower()
            name = attributes.get("name") or attributes.get("http-equiv") or ""
            self.metas[name.lower()] = attributes.get("content") or ""
        elif tag == "img":
            if "alt" not in attributes:
                self.problem("a picture without alt")
            elif self.link_parts is not None:
                self.link_parts.append(attributes["alt"] or "")
        elif tag == "svg":
            hidden = any(a.get("aria-hidden") == "true" for a in [attributes, *(a for _, a in self.open)])
            name = attributes.get("aria-label") or attributes.get("aria-labelledby")
            named = attributes.get("role") == "img" and name
            if not hidden and not named:
                self.problem("an svg with neither a name (role=img, aria-label) nor aria-hidden")
            elif named and self.link_parts is not None:
                self.link_parts.append(attributes.get("aria-label") or "named")
        elif tag == "label" and attributes.get("for"):
            self.labels_for.add(attributes["for"] or "")
        elif tag in ("input", "select", "textarea") and attributes.get("type") not in ("hidden", "submit", "button"):
            wrapped = any(open_tag == "label" for open_tag, _ in self.open)
            if not wrapped and not attributes.get("aria-label"):
                self.fields.append(attributes)
        elif tag == "form":
            page.forms.append(attributes.get("action") or "")
        if tag in ("img", "source", "script", "track", "video", "audio", "image", "use"):
            page.loads += [value for name, value in attributes.items() if name in LINKING and value]
        elif tag == "link" and attributes.get("rel") not in NOT_FETCHED:
            page.loads.append(attributes.get("href") or "")
        if tag == "link" and attributes.get("rel") in NOT_FETCHED:
            page.links.append(Link(attributes.get("href") or "", "named by rel", attributes.get("rel") or ""))

    def finish(self) -> Page:
        self.close()
        page = self.page
        for tag, _ in self.open:
            if tag not in OPTIONAL_END:
                page.problems.append(f"<{tag}> is never closed")
        self._leave(0)
        page.text = " ".join("".join(self.parts).split())
        page.title = " ".join(page.title.split())
        self._look_at_whole()
        return page

    def _look_at_whole(self) -> None:
        page = self.page
        viewport = self.metas.get("viewport", "")
        tops = sum(level == 1 for level, _ in page.headings)
        for right, words in (
            (self.doctype, "no <!doctype html>"),
            (self.titles == 1 and page.title, "not one <title> with words"),
            (re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", page.language), f"the language is {page.language!r}"),
            (self.metas.get("charset") == "utf-8", "no <meta charset=utf-8>"),
            ("width=device-width" in viewport, "no viewport"),
            (not re.search(r"user-scalable\s*=\s*no|maximum-scale", viewport), "zooming is forbidden"),
            (tops == 1, f"{tops} <h1>"),
        ):
            if not right:
                page.problems.append(words)
        before = 0
        for level, text in page.headings:
            if level > before + 1:
                page.problems.append(f"h{level} {text[:40]!r} follows h{before}" if before else f"begins with h{level}")
            before = level
        for attributes in self.fields:
            if attributes.get("id") not in self.labels_for:
                page.problems.append(f"the field {attributes.get('name')!r} has no label")
        for link in page.links:
            if link.href.startswith("#") and not page.has_anchor(link.href[1:]):
                page.problems.append(f"the link to {link.href} leads nowhere")


def read_page(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    return reader.finish()


def styles_that_load(html: str) -> list[str]:
    """What style sheets inside the page would fetch."""
    return re.findall(r"@import[^;]+|url\(\s*['\"]?(?!data:|#)[^)]+\)", html)
