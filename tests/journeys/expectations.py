"""Checks what Dateline says about a folder of captures against the expected.json written for that folder.

`run_checks` runs the binary over all captures of the folder and returns one named `Check` per entry of expected.json:

    samples/quayside-herald/douro-bridge-collapse.html/headline
    samples/stories/bridge-regua/shared/1
    seeds/people/Shinzo Abe

A check that fails carries a reason of one line. `known_failures.txt` names the checks that are expected to fail;
`judge` sorts checks by that list. Nothing here knows how Dateline works: only its command line and its JSON.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterable, Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KNOWN_FAILURES = HERE / "known_failures.txt"
TIME_LIMIT_S = 300

QUOTE_MARKS = "\"'“”‘’«»„‚‹›"
DATELINE = re.compile(r"^.{2,60}?\s(?:--|—|–|-)\s+")
SAME_ROLE_WORDS = (("defence", "defense"), ("labour", "labor"))


class CannotRun(Exception):
    """The binary is missing, ended with an error, or wrote something that is not JSON."""


@dataclass(frozen=True)
class Check:
    name: str
    failure: str | None = None  # None: passed

    @property
    def passed(self) -> bool:
        return self.failure is None


@dataclass
class Verdict:
    """Checks sorted by what known_failures.txt says about them."""

    passed: list[Check] = field(default_factory=list)
    expected_to_fail: list[Check] = field(default_factory=list)
    failed: list[Check] = field(default_factory=list)
    listed_but_pass: list[str] = field(default_factory=list)
    listed_but_gone: list[str] = field(default_factory=list)

    def summary(self, suite: str) -> str:
        total = len(self.passed) + len(self.expected_to_fail) + len(self.failed) + len(self.listed_but_pass)
        text = f"{suite}: {total} checks, {len(self.passed)} passed"
        parts = [
            (len(self.expected_to_fail), "expected to fail"),
            (len(self.failed), "FAILED"),
            (len(self.listed_but_pass), "listed as known failure but pass"),
            (len(self.listed_but_gone), "listed as known failure but no longer exist"),
        ]
        lines = [text + "".join(f", {count} {what}" for count, what in parts if count)]
        lines += [f"  expected to fail  {check.name}: {check.failure}" for check in self.expected_to_fail]
        return "\n".join(lines)


def known_failures(path: Path = KNOWN_FAILURES) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]


def judge(checks: Iterable[Check], known: Iterable[str], suite: str) -> Verdict:
    """Sorts the checks of one suite; names in `known` that belong to another suite are left alone."""
    listed = {name for name in known if name.startswith(suite + "/")}
    verdict = Verdict()
    seen = set()
    for check in checks:
        seen.add(check.name)
        if check.passed and check.name in listed:
            verdict.listed_but_pass.append(check.name)
        elif check.passed:
            verdict.passed.append(check)
        elif check.name in listed:
            verdict.expected_to_fail.append(check)
        else:
            verdict.failed.append(check)
    verdict.listed_but_gone = sorted(listed - seen)
    return verdict


# What Dateline says


def binary() -> Path:
    given = os.environ.get("DATELINE_BIN")
    path = Path(given).resolve() if given else ROOT / "build" / "release" / "dateline"
    if not path.is_file():
        raise CannotRun(f"no binary at {path}; build it or set DATELINE_BIN")
    return path


def _run(arguments: list[str], folder: Path, stdin: str | None = None) -> str:
    try:
        done = subprocess.run(
            [str(binary()), *arguments], cwd=folder, input=stdin, capture_output=True, encoding="utf-8",
            timeout=TIME_LIMIT_S, check=False,
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError) as error:
        raise CannotRun(f"dateline {arguments[0]}: {error}") from error
    if done.returncode not in (0, 1):  # 1: some inputs failed, which their own checks will tell
        raise CannotRun(f"dateline {arguments[0]} ended with {done.returncode}: {done.stderr.strip()[:400]}")
    return done.stdout


def _rows(text: str, command: str) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except json.JSONDecodeError as error:
        raise CannotRun(f"dateline {command} wrote a line that is not JSON: {error}") from error


def _relative(identity: Any) -> str:
    return os.path.normpath(str(identity)) if identity else ""


class Said:
    """The answers of `extract`, `brief --json` and, when asked for, `annotate` about one folder."""

    def __init__(self, folder: Path, captures: Iterable[str]):
        self.folder = folder
        self.files = sorted({name.partition("#")[0] for name in captures})
        rows = _rows(_run(["extract", *self.files], folder), "extract")
        self.articles = {_relative(row.get("id")): row for row in rows}
        try:
            self.brief = json.loads(_run(["brief", "--json", *self.files], folder))
        except json.JSONDecodeError as error:
            raise CannotRun(f"dateline brief --json wrote something that is not JSON: {error}") from error
        self.stories: list[dict[str, Any]] = self.brief.get("stories") or []
        self._annotated: list[dict[str, Any]] | None = None

    @property
    def annotated(self) -> list[dict[str, Any]]:
        """Rows of `annotate`. What says no day itself is given the one that the brief has worked out from its story."""
        if self._annotated is None:
            rows = []
            for name, article in self.articles.items():
                report = self.report(name) or {}
                rows.append(json.dumps({**article, "published": article.get("published") or report.get("published")}))
            self._annotated = _rows(_run(["annotate"], self.folder, stdin="\n".join(rows)), "annotate")
        return self._annotated

    def report(self, capture: str) -> dict[str, Any] | None:
        for story in self.stories:
            for report in story.get("reports") or []:
                if _relative(report.get("id")) == capture:
                    return report
        return None

    def stories_with(self, captures: Iterable[str]) -> list[tuple[dict[str, Any], set[str]]]:
        """Stories that hold any of the captures, the one with most of them first."""
        wanted = set(captures)
        held = []
        for story in self.stories:
            ids = {_relative(report.get("id")) for report in story.get("reports") or []}
            if ids & wanted:
                held.append((story, ids))
        return sorted(held, key=lambda pair: -len(pair[1] & wanted))


# Comparing


def plain(text: Any) -> str:
    """White space collapsed; nothing else changed."""
    return " ".join(str(text or "").split())


def _unquoted(text: Any) -> str:
    return plain(text).lstrip(QUOTE_MARKS + " ")


def _starts(text: Any, beginning: str) -> bool:
    """A wire dateline before the sentence ("LISBON, March 4 (Northwire) -- ") may be there on either side, or not."""
    text, beginning = plain(text), plain(beginning)
    texts = {text, DATELINE.sub("", text)}
    return any(candidate.startswith(start) for candidate in texts for start in {beginning, DATELINE.sub("", beginning)})


def _same_name(said: Any, expected: Any) -> bool:
    strip = lambda name: re.sub(r"^the ", "", plain(name).casefold())
    return strip(said) == strip(expected)


def _same_role(said: Any, expected: str) -> bool:
    said, expected = plain(said).casefold(), plain(expected).casefold()
    for one, other in SAME_ROLE_WORDS:
        said, expected = said.replace(one, other), expected.replace(one, other)
    return bool(said) and (said in expected or expected in said or _role_words(said) == _role_words(expected))


def _role_words(role: str) -> set[str]:
    """ "Norwegian transport minister" and "transport minister of Norway": four letters tell a country by its adjective."""
    return {word[:4] for word in role.split() if word not in ("of", "the")}


def _short(text: Any, limit: int = 70) -> str:
    text = plain(text)
    return f"“{text[:limit]}…”" if len(text) > limit else f"“{text}”"


def _dateline(text: Any) -> str:
    return re.sub(r"\s*(\([^)]*\))?\s*(--|—|–|-)?\s*$", "", plain(text)).casefold()


# One function a kind of entry; each returns None or the reason of the failure


def _entries(article: dict[str, Any]) -> list[tuple[str, str]]:
    paragraphs = article.get("paragraphs") or []
    kinds = article.get("kinds") or []
    return [(kinds[i] if i < len(kinds) else "paragraph", plain(text)) for i, text in enumerate(paragraphs)]


def _in_order(found: list[str], beginnings: list[str], what: str) -> str | None:
    for position, beginning in enumerate(beginnings):
        if position >= len(found):
            return f"{what} {position + 1} of {len(beginnings)} is missing: {_short(beginning)}"
        if not found[position].startswith(plain(beginning)):
            return f"{what} {position + 1} should begin {_short(beginning)}, is {_short(found[position])}"
    if len(found) > len(beginnings):
        return f"{len(found) - len(beginnings)} {what}(s) too many, the first: {_short(found[len(beginnings)])}"
    return None


def _paragraphs(article: dict[str, Any], beginnings: list[str]) -> str | None:
    body = [text for kind, text in _entries(article) if kind not in ("subhead", "caption")]
    return _in_order(body, beginnings, "paragraph")


def _subheads(article: dict[str, Any], expected: list[str]) -> str | None:
    return _in_order([text for kind, text in _entries(article) if kind == "subhead"], expected, "subhead")


def _never(article: dict[str, Any], unwanted: list[str]) -> str | None:
    for word in unwanted:
        for _, text in _entries(article):
            if word in text:
                return f"“{word}” is in a paragraph: {_short(text)}"
    return None


def _published(said: Said, capture: str, article: dict[str, Any], expected: dict[str, Any]) -> str | None:
    """A day that has to be inferred may need the other reports, so that `brief` answers for it."""
    source = article
    if expected["certainty"] == "inferred":
        source = said.report(capture) or article
    day, certainty = (source.get("published") or "")[:10] or None, source.get("published_certainty")
    if day != expected["day"] or certainty != expected["certainty"]:
        return f"expected {expected['day']} ({expected['certainty']}), is {day} ({certainty})"
    return None


def _capture_checks(said: Said, capture: str, expected: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    article = said.articles.get(capture)

    def failure(test: bool, key: str) -> str | None:
        return None if test else f"expected {expected[key]!r}, is {article.get(key)!r}"

    for key, value in expected.items():
        if key == "published" and "because" in value:
            report = said.report(capture) or {}
            yield "because", None if report.get("because") else "no reason is given for the inferred day"
        if article is None:
            yield key, "no article was extracted from the capture"
        elif key == "outlet":
            yield key, failure(_same_name(article.get(key), value), key)
        elif key == "headline":
            yield key, failure(plain(article.get(key)) == plain(value), key)
        elif key == "authors":
            said_names = [plain(name).casefold() for name in article.get(key) or []]
            yield key, failure(said_names == [plain(name).casefold() for name in value], key)
        elif key == "dateline":
            yield key, failure(_dateline(article.get(key)) == _dateline(value), key)
        elif key == "language":
            yield key, failure(article.get(key) == value, key)
        elif key == "published":
            yield key, _published(said, capture, article, value)
        elif key == "paragraphs":
            yield key, _paragraphs(article, value)
        elif key == "subheads":
            yield key, _subheads(article, value)
        elif key == "never_in_paragraphs":
            yield key, _never(article, value)
        else:
            yield key, f"the checker does not know the entry {key!r}"


def _one_story(held: list[tuple[dict[str, Any], set[str]]], captures: list[str]) -> str | None:
    wanted = set(captures)
    if not held:
        return "none of its captures is in a story"
    story, ids = held[0]
    missing, foreign = sorted(wanted - ids), sorted(ids - wanted)
    if missing or len(held) > 1:
        return f"spread over {len(held)} stories; not in the main one: {', '.join(missing) or 'none'}"
    return f"also holds {', '.join(foreign)}" if foreign else None


def _person(story: dict[str, Any], name: str, role: str | None) -> str | None:
    people = story.get("people") or []
    said = [person for person in people if plain(person.get("name")) == plain(name)]
    if not said:
        near = [person.get("name") for person in people if name.split()[-1] in str(person.get("name"))]
        return "not among the people" + (f"; there is {', '.join(map(str, near))}" if near else "")
    if role is None or any(_same_role(person.get("role"), role) for person in said):
        return None
    return f"expected the role {role!r}, is {said[0].get('role')!r}"


def _quote(story: dict[str, Any], expected: dict[str, Any]) -> str | None:
    beginning = _unquoted(expected["begins"])
    said = [quote for quote in story.get("quotes") or [] if _unquoted(quote.get("text")).startswith(beginning)]
    if not said:
        return f"no quote begins {_short(beginning)}"
    for quote in said:
        speaker, role = quote.get("speaker"), quote.get("role")
        if "role" in expected:
            if not _same_role(role, expected["role"]) and not _same_role(speaker, expected["role"]):
                return f"expected a speaker in the role {expected['role']!r}, is {speaker!r}, {role!r}"
        elif (speaker or None) != expected["speaker"]:
            return f"expected the speaker {expected['speaker']!r}, is {speaker!r}"
    return None


def _facts(story: dict[str, Any], *kinds: str) -> list[dict[str, Any]]:
    return [fact for fact in story.get("facts") or [] if fact.get("kind") in kinds]


def _by_different_reports(sentences: list[list[dict[str, Any]]]) -> bool:
    """Whether one sentence can be taken from each list so that no two are from the same report."""
    if not sentences:
        return True
    first, rest = sentences[0], sentences[1:]
    for sentence in first:
        others = [[other for other in group if other.get("id") != sentence.get("id")] for group in rest]
        if _by_different_reports(others):
            return True
    return False


def _shared(story: dict[str, Any], beginnings: list[str]) -> str | None:
    for fact in _facts(story, "shared", "differing"):
        sentences = fact.get("sentences") or []
        found = [[s for s in sentences if _starts(s.get("text"), beginning)] for beginning in beginnings]
        if all(found) and _by_different_reports(found):
            return None
    return f"no shared fact holds both {' and '.join(_short(b, 40) for b in beginnings)}"


def _differing(story: dict[str, Any], expected: dict[str, Any]) -> str | None:
    for fact in _facts(story, "differing"):
        sentences = fact.get("sentences") or []
        found = [[s for s in sentences if plain(value) in plain(s.get("text"))] for value in expected["say"]]
        if all(found) and _by_different_reports(found):
            return None
    return f"no differing fact says {' and '.join(map(repr, expected['say']))}"


def _single(story: dict[str, Any], captures: dict[str, Any], outlet: str, beginning: str) -> str | None:
    other_kind = None
    for fact in story.get("facts") or []:
        for sentence in fact.get("sentences") or []:
            capture = captures.get(_relative(sentence.get("id")), {})
            if _same_name(capture.get("outlet"), outlet) and _starts(sentence.get("text"), beginning):
                if fact.get("kind") == "single":
                    return None
                other_kind = fact.get("kind")
    return f"is {other_kind}, not single: {_short(beginning)}" if other_kind else f"no fact says {_short(beginning)}"


def _story_checks(said: Said, expected: dict[str, Any], captures: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    held = said.stories_with(expected["captures"])
    yield "one_story", _one_story(held, expected["captures"])
    story = held[0][0] if held else {}
    for name, role in expected.get("people", {}).items():
        yield f"people/{name}", _person(story, name, role)
    for number, quote in enumerate(expected.get("quotes", []), 1):
        yield f"quotes/{number}", _quote(story, quote)
    for number, beginnings in enumerate(expected.get("shared", []), 1):
        yield f"shared/{number}", _shared(story, beginnings)
    for entry in expected.get("differing", []):
        yield f"differing/{entry['what']}", _differing(story, entry)
    for outlet, beginnings in expected.get("single", {}).items():
        for number, beginning in enumerate(beginnings, 1):
            yield f"single/{outlet}/{number}", _single(story, captures, outlet, beginning)


def _apart(said: Said, expected: dict[str, Any], pair: list[str]) -> str | None:
    captures = {story["name"]: story["captures"] for story in expected["stories"]}
    one, other = ({story.get("id") for story, _ in said.stories_with(captures[name])} for name in pair)
    both = sorted(map(str, one & other))
    return f"both are in story {', '.join(both)}" if both else None


def _time(said: Said, text: str, value: str) -> str | None:
    values = set()
    for row in said.annotated:
        base = row.get("text") or "\n".join(row.get("paragraphs") or [])
        for time in row.get("times") or []:
            if plain(base[time["begin"]:time["end"]]).casefold() == text.casefold():
                values.add(str(time.get("value")))
    if not values:
        return f"{text!r} is not marked as a time"
    return None if values == {value} else f"expected {value}, is {', '.join(sorted(values))}"


def _one_place(said: Said, names: list[str]) -> str | None:
    keys: dict[str, set[str]] = {name: set() for name in names}
    for row in said.annotated:
        base = row.get("text") or "\n".join(row.get("paragraphs") or [])
        for entity in row.get("entities") or []:
            mention = plain(base[entity["begin"]:entity["end"]])
            if mention in keys:
                keys[mention].add(str(entity.get("entity")))
    missing = [name for name, found in keys.items() if not found]
    if missing:
        return f"not marked as an entity: {', '.join(missing)}"
    return None if len(set().union(*keys.values())) == 1 else f"different entities: {keys}"


def _nothing_else(said: Said, captures: dict[str, Any]) -> str | None:
    others = sorted(set(said.articles) - set(captures))
    return f"{len(others)} article(s) that no capture should give, the first: {others[0]}" if others else None


def run_checks(folder: Path, expected: dict[str, Any], suite: str) -> list[Check]:
    """Runs Dateline over the captures of `folder`, all together, and checks every entry of `expected`."""
    captures = expected["captures"]
    said = Said(folder, captures)
    checks = [Check(f"{suite}/nothing_else", _nothing_else(said, captures))]
    for capture, entries in captures.items():
        checks += [Check(f"{suite}/{capture}/{key}", why) for key, why in _capture_checks(said, capture, entries)]
    for story in expected.get("stories", []):
        found = _story_checks(said, story, captures)
        checks += [Check(f"{suite}/stories/{story['name']}/{key}", why) for key, why in found]
    if "one_story" in expected:
        story = {**expected, "captures": expected["one_story"]}
        checks += [Check(f"{suite}/{key}", why) for key, why in _story_checks(said, story, captures)]
    for pair in expected.get("apart", []):
        checks.append(Check(f"{suite}/apart/{pair[0]}, {pair[1]}", _apart(said, expected, pair)))
    for time in expected.get("times", []):
        checks.append(Check(f"{suite}/times/{time['text']}", _time(said, time["text"], time["value"])))
    for names in expected.get("same_place_two_spellings", []):
        checks.append(Check(f"{suite}/same_place_two_spellings/{names[0]}", _one_place(said, names)))
    return checks


def load(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))
