"""Pages meant to hurt: nasty_makers.py NAME > FILE, or without a NAME all names. nasty_pages.py runs them all.

MAKERS names each page and makes its bytes, of SIZE_BYTES where nothing else is said.
What a page does is in its name: "open_" elements are never closed, a number is a count. Same bytes at every call."""

import gzip
import random
import re
import sys
from pathlib import Path
from typing import Callable

SIZE_BYTES = 10_000_000
HEAD = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Basin closes</title></head><body>"
STORY = """<article><h1>Basin closes</h1><p class=byline>By Orla Quist</p>
<p>The harbour council of Vellmar voted on Tuesday to close the eastern basin to cargo ships from the first of June.</p>
<p>Its walls, which are older than the town's charter, have moved by four centimetres since last winter's floods.</p>
<p>"Nobody wants to be the one who waited," said Bram Teller, who has run the harbour for eleven years.</p>
<p>Ships will have to use the western quay, where two of the five cranes are out of order until the autumn.</p>
<p>The owners of the warehouses said they would take the council to court if no other place was found for them.</p>
</article>"""

MAKERS: dict[str, Callable[[], bytes]] = {}


def filled(unit: str, size_bytes: int = SIZE_BYTES) -> str:
    """`unit` as often as it fits."""
    return unit * (size_bytes // len(unit.encode()))


def counted(pattern: str, size_bytes: int = SIZE_BYTES) -> str:
    """`pattern` with {0}, {1}, … in place of %, as often as it fits."""
    parts, size, number = [], 0, 0
    while size < size_bytes:
        parts.append(pattern.replace("%", str(number)))
        size += len(parts[-1])
        number += 1
    return "".join(parts)


def add(name: str, make: Callable[[], bytes | str]) -> None:
    def encoded() -> bytes:
        made = make()
        return made if isinstance(made, bytes) else made.encode()

    MAKERS[name] = encoded


def add_body(name: str, make: Callable[[], str]) -> None:
    """A page with a report and, below it, what `make` makes."""
    add(name, lambda: HEAD + STORY + make())


def add_head(name: str, make: Callable[[], str]) -> None:
    """A page with a report and what `make` makes in its head."""
    add(name, lambda: HEAD.replace("</head>", make() + "</head>") + STORY)


def units(where: str) -> list[tuple[str, str]]:
    """Name and unit of the lines of nasty_units.tsv for `where`."""
    found = []
    for line in (Path(__file__).parent / "nasty_units.tsv").read_text().splitlines():
        if line.startswith(where + "\t"):
            _, name, unit = line.split("\t")
            found.append(
                (name, re.sub(r"\\(x..|u....|.)", lambda m: m[0].encode().decode("unicode_escape"), unit[:-1]))
            )
    return found


def add_units() -> None:
    """One thing again and again, from end to end."""
    for name, unit in units("page"):
        add_body(name, lambda unit=unit: filled(unit))


def add_single_things() -> None:
    """One huge thing, or a given number of things."""
    add_body("open_div_50000", lambda: "<div>" * 50_000)
    add_body("open_div_classes", lambda: counted("<div class='c% story teaser'>"))
    add_body("div_closed_50000", lambda: "<div>" * 50_000 + "word" + "</div>" * 50_000)
    add_body("formatting_then_p", lambda: "<b>" * 1000 + filled("<p>x", 1_000_000))
    add_body(
        "formatting_kinds_then_p",
        lambda: "<b><i><u><s><em><strong><tt><code><big><small><font><a><nobr>" * 30 + filled("<p>x"),
    )
    add_body("attributes_million", lambda: "<p " + counted("a%=1 ") + ">word</p>")
    add_body("attributes_same", lambda: "<p " + filled("a=1 ") + ">word</p>")
    add_body("attribute_huge", lambda: "<p title='" + filled("word ") + "'>word</p>")
    add_body("class_huge", lambda: "<p class='" + counted("c% ") + "'>word</p>")
    add_body("class_one_word", lambda: "<p class='" + filled("x") + "'>word</p>")
    add_body("class_hyphens", lambda: "<p class='" + filled("a-") + "'>word</p>")
    add_body("classes_distinct", lambda: counted("<p class=c%>word</p>"))
    add_body("ids_distinct", lambda: counted("<div id=story-%>word</div>"))
    add_body("tag_names_distinct", lambda: counted("<x%>word</x%>"))
    add_body("tag_name_huge", lambda: "<" + filled("x") + ">word")
    add_body("attributes_per_tag_200", lambda: filled("<p " + " ".join(f"a{i}=1" for i in range(200)) + ">word</p>"))
    add_body("text_no_space", lambda: "<p>" + filled("x") + "</p>")
    add_body("text_words", lambda: "<p>" + filled("word ") + "</p>")
    add_body("text_sentences", lambda: "<p>" + filled("The council voted, he said. ") + "</p>")
    add_body("text_capitals", lambda: "<p>" + filled("Orla Quist ") + "</p>")
    add_body("text_digits", lambda: "<p>" + filled("1234567890") + "</p>")
    add_body("text_dates", lambda: "<p>" + filled("Nov. 2 2013 ") + "</p>")
    add_body("text_commas", lambda: "<p>" + filled(",") + "</p>")
    add_body("text_dots", lambda: "<p>" + filled(".") + "</p>")
    add_body("h1_huge", lambda: "<h1>" + filled("word ") + "</h1>")
    add_body("byline_huge", lambda: "<p class=byline>By " + filled("Orla Quist and ") + "</p>")
    add_body("byline_commas", lambda: "<p class=byline>By " + filled("Orla Quist, ") + "</p>")
    add_body("byline_uris", lambda: "<p class=byline>By " + filled("orla@harbour.example ") + "</p>")
    add_body("time_huge", lambda: "<time datetime='" + filled("2013-11-02 ") + "'>" + "</time>")
    add_body("dateline_huge", lambda: "<p>" + filled("VELLMAR, ") + "Nov. 2 (Reuters) -- word</p>")
    add_body("comment_open", lambda: "<!--" + filled("-"))
    add_body("comments_open", lambda: filled("<!-- x"))
    add_body("script_open", lambda: "<script>" + filled("<!--<script>"))
    add_body("textarea_open", lambda: "<textarea>" + filled("<p>x"))
    add_body("plaintext_open", lambda: "<plaintext>" + filled("<p>x"))
    add_body("cdata_svg", lambda: "<svg>" + filled("<![CDATA[x]]>"))
    add_body("entities_million", lambda: "<p>" + "&eacute;" * 1_000_000)
    add_body("blocks_distinct", lambda: counted("<p>Paragraph % of many.</p>"))
    add_body("headings_distinct", lambda: counted("<h1>Heading % of many</h1>"))
    add_body(
        "pairs_link_text", lambda: counted("<div><a href=/%>Read %</a><p>The council voted % times, he said.</p></div>")
    )


def add_deep() -> None:
    """What builders look for along the stack of open or formatting elements, below as many as the depth limit lets in."""
    below = {
        "span": "<span>" * 500,
        "b": "".join(f"<b class=c{i}>" for i in range(120)),
        "div": "<div>" * 500,
        "table": "<table><tr><td>" * 120,
        "li": "<ul><li>" * 250,
        "svg": "<svg>" + "<g>" * 480,
        "button": "<div><button>" * 240,
    }
    for below_name, opening in below.items():
        for name, unit in {
            "p": "<p>x</p>",
            "close_p": "</p>",
            "li": "<li>x",
            "dd": "<dd>x",
            "close_unknown": "</x>",
            "close_b": "</b>x",
            "b": "<b>x</b>",
            "a": "<a>x",
            "td": "<td>x",
            "close_table": "</table><table>",
            "form": "<form></form>",
            "h1": "<h1>x</h1>",
            "text": "x<!---->",
            "close_div": "</div><div>",
            "p_b_kept": "<p><b>x</p>",
        }.items():
            add_body(f"deep_{below_name}_{name}", lambda opening=opening, unit=unit: opening + filled(unit))
    add_body("deep_p_distinct_b_kept", lambda: counted("<p><b class=c%></p>"))
    add_body("deep_table_distinct_b", lambda: "<table>" + counted("<b class=c%><td>"))


def add_products() -> None:
    """Many things, each of which may be compared with something long, or with as many others."""
    size = SIZE_BYTES // 2
    script = '<script type=\'application/ld+json\'>{"@type":"NewsArticle",%s}</script>'
    heads = {
        "title": lambda: "<title>" + counted("word% ", size) + "</title>",
        "title_bars": lambda: "<title>" + counted("Name % | ", size) + "</title>",
        "og_title": lambda: "<meta property=og:title content='" + counted("word% ", size) + "'>",
        "site_name": lambda: "<meta property=og:site_name content='" + counted("word% ", size) + "'>",
        "description": lambda: "<meta name=description content='" + counted("word% ", size) + "'>",
        "authors": lambda: counted("<meta name=author content='Orla Quist%'>", size),
        "keywords": lambda: "<meta name=keywords content='" + counted("word%,", size) + "'>",
        "canonical": lambda: "<link rel=canonical href='https://harbour.example/" + counted("word%-", size) + "'>",
        "ld_headline": lambda: script % ('"headline":"' + counted("word% ", size) + '"'),
        "ld_authors": lambda: script % ('"author":[' + counted('{"name":"Orla Quist%"},', size) + "{}]"),
        "ld_body": lambda: script % ('"articleBody":"' + counted("The council voted % times. ", size) + '"'),
        "ld_publisher": lambda: script % ('"publisher":{"name":"' + counted("word% ", size) + '"}'),
    }
    blocks = {
        "p": lambda: counted("<p>word%</p>", size),
        "h1": lambda: counted("<h1>word%</h1>", size),
        "byline": lambda: counted("<p class=byline>By Orla Quist%</p>", size),
        "sentences": lambda: counted("<p>The council voted % times, he said.</p>", size),
    }
    for head_name, head in heads.items():
        for block_name, block in blocks.items():
            add(
                f"both_{head_name}_{block_name}",
                lambda head=head, block=block: (HEAD.replace("<title>Basin closes</title>", head()) + STORY + block()),
            )
    add_body("both_times_p", lambda: counted("<time datetime=2013-11-02T%Z>Nov. %</time><p>Posted on Nov. 2, 2013</p>"))
    add_body(
        "both_figures_distinct",
        lambda: counted("<figure><img src=/%><figcaption>Ship %. Photo: Ise Volk</figcaption></figure>"),
    )
    add_body(
        "both_regions_distinct",
        lambda: counted("<div class='content c%'><p>The council voted % times, he said, to close it.</p></div>"),
    )
    add_body("both_regions_deep", lambda: counted("<div class=content><p>The council voted % times, he said.</p>"))
    add_body(
        "both_articles_deep", lambda: counted("<article><h1>Head %</h1><p>The council voted % times, he said.</p>")
    )


def add_heads() -> None:
    """What a page tells machines."""
    script = "<script type='application/ld+json'>{}</script>"
    article = '{"@type":"NewsArticle","headline":"Basin closes",%s}'
    add_head("title_huge", lambda: "<title>" + filled("word ") + "</title>")
    add_head("title_bars", lambda: "<title>" + filled("a | ") + "</title>")
    add_head("titles", lambda: filled("<title>x</title>"))
    add_head("title_open", lambda: "<title>" + filled("<title>"))
    add_head("metas_100000", lambda: "".join(f"<meta name=n{i} content=c{i}>" for i in range(100_000)))
    add_head("metas_og_title", lambda: filled("<meta property=og:title content=a>"))
    add_head("metas_author", lambda: filled("<meta name=author content='Orla Quist'>"))
    add_head("metas_authors_distinct", lambda: counted("<meta name=author content='Orla Quist%'>"))
    add_head("metas_keywords", lambda: counted("<meta property=article:tag content='word%'>"))
    add_head("metas_date", lambda: filled("<meta property=article:published_time content='Nov 2 2013'>"))
    add_head("meta_title_huge", lambda: "<meta property=og:title content='" + filled("word ") + "'>")
    add_head("meta_author_huge", lambda: "<meta name=author content='" + counted("Orla Quist%, ") + "'>")
    add_head("meta_keywords_huge", lambda: "<meta name=keywords content='" + counted("word%, ") + "'>")
    add_head("meta_date_huge", lambda: "<meta name=date content='" + filled("2 Nov ") + "'>")
    add_head("meta_charset_huge", lambda: "<meta charset='" + filled("utf-8 ") + "'>")
    add_head("canonical_huge", lambda: "<link rel=canonical href='https://harbour.example/" + filled("a/") + "'>")
    add_head("canonicals", lambda: filled("<link rel=canonical href=https://harbour.example/a>"))
    add_head("links_icon", lambda: filled("<link rel=icon href=a>"))
    add_head("base_huge", lambda: "<base href='" + filled("../") + "'>")
    add_head("json_ld_arrays", lambda: script.replace("{}", filled("[")))
    add_head("json_ld_arrays_closed", lambda: script.replace("{}", "[" * 5_000_000 + "]" * 5_000_000))
    add_head("json_ld_objects", lambda: script.replace("{}", filled('{"a":')))
    add_head(
        "json_ld_graphs_30_deep",
        lambda: script.replace("{}", "[" + ",".join(['{"@graph":[' * 30 + "]}" * 30] * 25_000) + "]"),
    )
    add_head("json_ld_string", lambda: script.replace("{}", '"' + filled("x") + '"'))
    add_head("json_ld_escapes", lambda: script.replace("{}", article % ('"description":"' + filled("\\u00e9") + '"')))
    add_head(
        "json_ld_surrogates", lambda: script.replace("{}", article % ('"description":"' + filled("\\ud800") + '"'))
    )
    add_head(
        "json_ld_body",
        lambda: script.replace("{}", article % ('"articleBody":"' + filled("The council voted. \\n") + '"')),
    )
    add_head("json_ld_body_html", lambda: script.replace("{}", article % ('"articleBody":"' + filled("<b><p>x") + '"')))
    add_head(
        "json_ld_body_escaped", lambda: script.replace("{}", article % ('"articleBody":"' + filled("&lt;p&gt;x") + '"'))
    )
    add_head(
        "json_ld_headline", lambda: script.replace("{}", '{"@type":"NewsArticle","headline":"' + filled("word ") + '"}')
    )
    add_head(
        "json_ld_authors",
        lambda: script.replace(
            "{}", article % ('"author":[' + counted('{"@type":"Person","name":"Orla Quist%"},') + "{}]")
        ),
    )
    add_head(
        "json_ld_author_string", lambda: script.replace("{}", article % ('"author":"' + counted("Orla Quist%, ") + '"'))
    )
    add_head(
        "json_ld_keywords", lambda: script.replace("{}", article % ('"keywords":[' + counted('"word%",') + '"x"]'))
    )
    add_head("json_ld_types", lambda: script.replace("{}", '{"@type":[' + filled('"NewsArticle",') + '"x"]}'))
    add_head(
        "json_ld_graph",
        lambda: script.replace("{}", '{"@graph":[' + counted('{"@id":"#%","@type":"NewsArticle"},') + "{}]}"),
    )
    add_head(
        "json_ld_references",
        lambda: script.replace(
            "{}", '{"@graph":[' + counted('{"@id":"#%","@type":"NewsArticle","author":{"@id":"#0"}},') + "{}]}"
        ),
    )
    add_head("json_ld_same_keys", lambda: script.replace("{}", "{" + filled('"@type":"NewsArticle",') + '"a":1}'))
    add_head("json_ld_distinct_keys", lambda: script.replace("{}", "{" + counted('"k%":1,') + '"a":1}'))
    add_head("json_ld_numbers", lambda: script.replace("{}", "[" + filled("1e9,") + "1]"))
    add_head("json_ld_digits", lambda: script.replace("{}", "[" + filled("1") + "]"))
    add_head("json_ld_broken", lambda: script.replace("{}", filled('{"@type":"NewsArticle"}')))
    add_head(
        "json_ld_control_characters", lambda: script.replace("{}", article % ('"description":"' + filled("\n") + '"'))
    )
    add_head("json_ld_scripts", lambda: filled(script.replace("{}", article % '"a":1')))
    add_head("json_ld_script_open", lambda: filled("<script type=application/ld+json>"))


def add_texts() -> None:
    """Plain text, and bytes that are no clean text at all."""
    for name, unit in units("text"):
        add("text_plain_" + name, lambda unit=unit: "Basin closes\nBy Orla Quist\n" + filled(unit))
    report = "The council of Vellmar voted on Tuesday to close the eastern basin, he said.\n"
    noise = random.Random(1)
    add("text_plain_distinct_lines", lambda: counted("Line number % of the report, he said.\n"))
    words = ["".join(noise.choices("abcdefghijklmnopqrstuvwxyz", k=noise.randint(2, 9))) for _ in range(20_000)]
    add("text_plain_words", lambda: counted(" ".join(words[:40]) + " %.\n"))
    add("text_plain_words_wrapped", lambda: filled("\n".join(" ".join(words[i : i + 10]) for i in range(0, 20_000, 10))))
    add("text_plain_report_then_words", lambda: report * 2 + filled("\n".join(words) + "\n"))
    add("bytes_random", lambda: random.Random(1).randbytes(SIZE_BYTES))
    add("bytes_random_in_page", lambda: HEAD.encode() + STORY.encode() + random.Random(2).randbytes(SIZE_BYTES))
    add("bytes_high_text", lambda: bytes(noise.choices(range(0x80, 0x100), k=100_000)) * 100)
    add(
        "bytes_high_page",
        lambda: b"<html><body><p>" + bytes(random.Random(3).choices(range(0x80, 0x100), k=100_000)) * 100,
    )
    add("bytes_cesu", lambda: (HEAD + STORY).encode() + b"<p>" + b"\xed\xa0\x80" * (SIZE_BYTES // 3))
    add("bytes_cesu_text", lambda: report.encode() + b"\xed\xa0\xbd\xed\xb8\x80" * (SIZE_BYTES // 6))
    add("bytes_continuation", lambda: (HEAD + STORY).encode() + b"<p>" + b"\x80" * SIZE_BYTES)
    add("bytes_cut_sequences", lambda: (HEAD + STORY).encode() + b"<p>" + b"\xf0\x9f\x98" * (SIZE_BYTES // 3))
    add("bytes_nul_text", lambda: report.encode() + b"\0" * SIZE_BYTES)
    add("bytes_nul_only", lambda: b"\0" * SIZE_BYTES)
    for charset in ("utf-16-le", "utf-16-be", "utf-32-le"):
        add(f"{charset}_no_bom_text", lambda charset=charset: filled(report, SIZE_BYTES // 2).encode(charset))
        add(
            f"{charset}_no_bom_page",
            lambda charset=charset: (
                HEAD.replace("<meta charset=utf-8>", "") + STORY + filled("<p>" + report, SIZE_BYTES // 2)
            ).encode(charset),
        )
    add("utf-16_bom_page", lambda: (HEAD + STORY + filled("<p>" + report, SIZE_BYTES // 2)).encode("utf-16"))
    add("utf-16_bom_odd_surrogates", lambda: b"\xff\xfe" + "<p>".encode("utf-16-le") + b"\x00\xd8" * (SIZE_BYTES // 2))
    for charset in ("utf-7", "iso-2022-jp", "gb18030", "shift_jis", "windows-1252", "x-user-defined", "nonsense"):
        add(
            f"declared_{charset}",
            lambda charset=charset: (HEAD.replace("utf-8", charset) + STORY).encode()
            + b"<p>\x1b$B+AGk-\x81\x30\x89" * (SIZE_BYTES // 14),
        )
    add("gzip_zeroes", lambda: gzip.compress(b"\0" * SIZE_BYTES))
    add("gzip_bomb_1_gb", lambda: gzip.compress(b"\0" * 1_000_000) * 1000)
    add("gzip_of_gzip", lambda: gzip.compress(gzip.compress(HEAD.encode() + b" " * SIZE_BYTES)))
    add("gzip_members_empty", lambda: gzip.compress(b"") * (SIZE_BYTES // 20))
    add("gzip_page", lambda: gzip.compress((HEAD + STORY + filled("<p>" + report)).encode(), 1))


add_units()
add_single_things()
add_deep()
add_products()
add_heads()
add_texts()

if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.stdout.buffer.write(MAKERS[sys.argv[1]]())
    else:
        print("\n".join(MAKERS))
