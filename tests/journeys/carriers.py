"""The same report as every carrier would bring it: a page, a feed, a wire message, a mail, an archive of the web.

Each function takes a `journey.Report` and gives bytes. They follow the format's own documents, not what Dateline makes
of it: `docs/formats/` names them. Everything in them is invented.
"""

from __future__ import annotations

import gzip
import html
import json
from dataclasses import dataclass
from typing import Callable

from journey import Report

OUTLET = "Harbour Ledger"
NOTE = "Corrects the name of the town in paragraph 2"
FAR_OFF = "2999-01-01T00:00:00Z"


def paragraphs_of(report: Report) -> str:
    return "".join(f"<p>{html.escape(paragraph, quote=False)}</p>\n" for paragraph in report.paragraphs)


def day(report: Report, form: str = "%Y-%m-%dT08:00:00Z") -> str:
    return report.day.strftime(form)


def page(report: Report) -> bytes:
    return report.html().encode()


def plain(report: Report) -> bytes:
    head = f"{report.headline}\n{OUTLET}\n{day(report, '%-d %B %Y')}\n\n"
    return (head + "\n".join(report.paragraphs)).encode()


def rss(report: Report) -> bytes:
    return f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{OUTLET}</title>
<link>https://www.harbour-ledger.example/</link><description>News</description>
<item><title>{report.headline}</title><link>{report.uri}</link>
<pubDate>{day(report, '%a, %d %b %Y 08:00:00 GMT')}</pubDate>
<description>In short.</description><content:encoded><![CDATA[{paragraphs_of(report)}]]></content:encoded></item>
</channel></rss>""".encode()


def atom(report: Report) -> bytes:
    return f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title><id>urn:feed</id><updated>{day(report)}</updated>
<entry><id>urn:x:{report.number}</id><title>{report.headline}</title><link href="{report.uri}"/>
<published>{day(report)}</published><updated>{day(report)}</updated>
<content type="html">{html.escape(paragraphs_of(report))}</content></entry></feed>""".encode()


def rdf(report: Report) -> bytes:
    return f"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://www.harbour-ledger.example/rss"><title>{OUTLET}</title></channel>
<item rdf:about="{report.uri}"><title>{report.headline}</title><link>{report.uri}</link><dc:date>{day(report)}</dc:date>
<content:encoded>{html.escape(paragraphs_of(report))}</content:encoded></item></rdf:RDF>""".encode()


def json_feed(report: Report) -> bytes:
    return json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": OUTLET,
        "items": [{"id": report.uri, "url": report.uri, "title": report.headline, "date_published": day(report),
                   "content_html": paragraphs_of(report)}],
    }, indent=1).encode()


def sitemap(*reports: Report) -> bytes:
    entries = "".join(
        f"<url><loc>{report.uri}</loc><news:news><news:publication><news:name>{OUTLET}</news:name>"
        f"<news:language>en</news:language></news:publication><news:publication_date>{day(report)}"
        f"</news:publication_date><news:title>{report.headline}</news:title></news:news></url>\n" for report in reports)
    return f"""<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
{entries}</urlset>""".encode()


def ninjs_item(report: Report, version: int = 1, **more: str) -> dict:
    item = {"uri": f"urn:ledger:{report.number}", "type": "text", "versioncreated": day(report),
            "copyrightholder": OUTLET, "ednote": NOTE, "headline": report.headline, "body_html": paragraphs_of(report)}
    if version >= 2:
        del item["headline"], item["body_html"], item["ednote"], item["versioncreated"]
        body = {"role": "main", "value": paragraphs_of(report)}
        body["contentType" if version == 3 else "contenttype"] = "text/html"
        item.update({"headlines": [{"role": "main", "value": report.headline}], "bodies": [body]})
        item["edNote" if version == 3 else "ednote"] = NOTE
        item["versionCreated" if version == 3 else "versioncreated"] = day(report)
        if version == 3:
            item["copyrightHolder"] = item.pop("copyrightholder")
    return {**item, **more}


def ninjs(version: int) -> Callable[[Report], bytes]:
    return lambda report: json.dumps(ninjs_item(report, version), indent=2).encode()


def ninjs_row(report: Report) -> bytes:
    return json.dumps(ninjs_item(report)).encode() + b"\n"


def nitf(report: Report, status: str = "usable", release: str = "") -> bytes:
    released = f'<date.release norm="{release}"/>' if release else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf uno="urn:ledger:{report.number}"><head><title>Slug</title><docdata management-status="{status}">
<correction info="{NOTE}"/>{released}
<date.issue norm="{day(report, '%Y%m%dT080000Z')}"/></docdata><pubdata name="{OUTLET}"/></head>
<body><body.head><hedline><hl1>{report.headline}</hl1></hedline></body.head>
<body.content>{paragraphs_of(report)}</body.content></body></nitf>""".encode()


def newsml_g2_item(report: Report, management: str = "") -> str:
    return f"""<newsItem guid="urn:ledger:{report.number}" version="1" xml:lang="en"><itemMeta>
<itemClass qcode="ninat:text"/><provider literal="{OUTLET}"/><versionCreated>{day(report)}</versionCreated>
{management}<edNote>{NOTE}</edNote></itemMeta>
<contentMeta><headline>{report.headline}</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>
{paragraphs_of(report)}</body></html></inlineXML></contentSet></newsItem>"""


def newsml_g2(*items: str) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2025-01-06T06:10:00Z</sent></header>
<itemSet>{''.join(items)}</itemSet></newsMessage>""".encode()


def newsml_1(report: Report) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>{day(report, '%Y%m%dT080000+0000')}</DateAndTime></NewsEnvelope>
<NewsItem><Identification><NewsIdentifier><ProviderId>ledger.example</ProviderId>
<PublicIdentifier>urn:newsml:ledger.example:{report.number}</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>{day(report, '%Y%m%dT080000+0000')}</FirstCreated>
<Status FormalName="Usable"/><Instruction FormalName="Correction"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>{report.headline}</HeadLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="{OUTLET}"/></Provider></AdministrativeMetadata>
<ContentItem><MediaType FormalName="Text"/><DataContent><html><body>{paragraphs_of(report)}</body></html></DataContent>
</ContentItem></NewsComponent></NewsItem></NewsML>""".encode()


def _anpa_text(report: Report) -> str:
    first, *rest = report.paragraphs
    text = "".join(f"\t   {paragraph}<\r\n" for paragraph in (f"VELLMAR (FP) _ {first}", *rest))
    return f"^BC-Ledger, 1st Ld-Writethru,110<\r\n^{report.headline}<\r\n^Eds: {NOTE}.<\r\n{text}"


def _anpa_head(report: Report) -> str:
    return f"r i BC-Ledger 1stLd-Writethru {day(report, '%m-%d')} 0110\r\n"


def anpa(report: Report) -> bytes:
    number = f"a{report.number:04}"
    return (f"\x16\x16\x01{number}\x1f-----\r\n{_anpa_head(report)}\x02{_anpa_text(report)}\x03\r\n"
            f"FP-NY-{day(report, '%m-%d-%y')} 0800GMT<\r\n\x04").encode()


def anpa_printed(report: Report) -> bytes:
    number = f"a{report.number:04}"
    trailer = f"\t   FP-NY-{day(report, '%m-%d-%y')} 0800GMT<\r\n"
    return f"{number}-----\r\n{_anpa_head(report)}{_anpa_text(report)}\r\n{trailer}".encode()


def iptc_7901(report: Report) -> bytes:
    first, *rest = report.paragraphs
    text = "".join(f"   {paragraph}\r\n" for paragraph in rest)
    return (f"\x01fpd{report.number:03} 4 pl 171 fernpost 031\r\nLedger\r\n\x02{report.headline} =\r\n"
            f"Vellmar (fpd) - {first}\r\n{text}\x03\r\n{day(report, '%d0800 GMT %b %y')}\r\n\x04").encode()


def mail(report: Report) -> bytes:
    return (f"From: {OUTLET} <news@harbour-ledger.example>\r\nTo: desk@reader.example\r\nSubject: {report.headline}\r\n"
            f"Date: {day(report, '%a, %d %b %Y 08:00:00 +0000')}\r\n"
            f"Message-ID: <{report.number}@harbour-ledger.example>\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=alt\r\n\r\n--alt\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n\r\nOnly readable as HTML.\r\n--alt\r\n"
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            f"<html><body><h1>{report.headline}</h1>\r\n{paragraphs_of(report)}</body></html>\r\n--alt--\r\n").encode()


def mbox(*mails: bytes) -> bytes:
    separator = b"From desk@reader.example Mon Jan  6 08:00:00 2025\n"
    return b"".join(separator + one.replace(b"\r\n", b"\n") + b"\n" for one in mails)


def warc_record(kind: str, uri: str, media_type: str, block: bytes) -> bytes:
    return (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2025-01-06T09:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{uri}>\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
            ).encode() + block + b"\r\n\r\n"


def warc_response(report: Report) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(report)
    return warc_record("response", report.uri, "application/http;msgtype=response", answer)


def warc_resource(report: Report) -> bytes:
    return warc_record("resource", report.uri, "text/html", page(report))


def warc_conversion(report: Report) -> bytes:
    return warc_record("conversion", report.uri, "text/plain", plain(report))


@dataclass(frozen=True)
class Carrier:
    """A format, and what of the report it must give."""

    name: str
    make: Callable[[Report], bytes]
    outlet: str = OUTLET
    before_text: str = ""  # The dateline, which stands at the head of the first paragraph.
    note: str = ""         # What `dropped` must show.
    single: bool = False   # The file is the report; else it is a container, and the report has a number.
    whole_day: bool = False


CARRIERS = (
    Carrier("page", page, single=True),
    Carrier("plain text", plain, single=True, whole_day=True),
    Carrier("RSS", rss),
    Carrier("Atom", atom),
    Carrier("RDF", rdf),
    Carrier("JSON Feed", json_feed),
    Carrier("ninjs 1", ninjs(1), note=NOTE),
    Carrier("ninjs 2", ninjs(2), note=NOTE),
    Carrier("ninjs 3", ninjs(3), note=NOTE),
    Carrier("NITF", nitf, note=NOTE),
    Carrier("NewsML-G2", lambda report: newsml_g2(newsml_g2_item(report)), note=NOTE),
    Carrier("NewsML 1", newsml_1, note="Correction"),
    Carrier("ANPA 1312", anpa, outlet="FP", before_text="VELLMAR (FP) — ", note=NOTE),
    Carrier("ANPA 1312, printed", anpa_printed, outlet="FP", before_text="VELLMAR (FP) — ", note=NOTE),
    Carrier("IPTC 7901", iptc_7901, outlet="fpd", before_text="Vellmar (fpd) - "),
    Carrier("mail", mail),
    Carrier("mbox", lambda report: mbox(mail(report))),
    Carrier("WARC response", warc_response),
    Carrier("WARC resource", warc_resource),
    Carrier("WARC conversion", warc_conversion, whole_day=True),
)


def gzipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
