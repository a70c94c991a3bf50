"""Twelve ways, each at five strengths, in which an article that is taken over changes; for copies_gold.py.

A way takes an article (a dictionary with a "headline", a list of "paragraphs" and a list of ids, "filler"), a strength
from 0 to 4, the dice, and another article whose paragraphs it may take; it changes the article in place.
"""

import json
import re

STRENGTHS = range(5)

SYNONYMS = dict(pair.split("=") for pair in """
said=stated told=informed killed=slain police=officers big=large children=kids government=administration began=started
announced=declared people=persons attack=assault help=aid man=male woman=female company=firm president=leader
reported=related shows=displays called=named found=discovered near=close found=located killed=shot died=perished
win=triumph won=triumphed new=recent first=initial last=final many=numerous about=around after=following
before=previously because=since but=however also=too while=whereas show=display game=match movie=film home=house
hospital=clinic arrested=detained charged=accused judge=magistrate suspect=accused death=demise week=fortnight
say=state says=states according=referring several=various including=among early=soon late=tardy""".split())

BRITISH = dict(pair.split("=") for pair in """
color=colour colors=colours honor=honour honored=honoured labor=labour neighbor=neighbour neighbors=neighbours
neighborhood=neighbourhood favor=favour favorite=favourite behavior=behaviour harbor=harbour rumors=rumours
center=centre centers=centres theater=theatre theaters=theatres meter=metre meters=metres kilometers=kilometres
liter=litre defense=defence offense=offence license=licence organize=organise organized=organised
organization=organisation realize=realise realized=realised recognize=recognise recognized=recognised
authorities=authorities criticized=criticised apologize=apologise analyze=analyse paralyzed=paralysed
traveled=travelled traveling=travelling canceled=cancelled counselor=counsellor jewelry=jewellery gray=grey
program=programme programs=programmes tire=tyre check=cheque pajamas=pyjamas percent=per_cent toward=towards
airplane=aeroplane aluminum=aluminium mom=mum math=maths gasoline=petrol truck=lorry attorney=lawyer
maneuver=manoeuvre skeptical=sceptical story=storey enrollment=enrolment fulfill=fulfil catalog=catalogue
dialog=dialogue ton=tonne aging=ageing judgment=judgement plow=plough draft=draught sept=september
soccer=football apartment=flat elevator=lift""".split())

# Pages' worth of lines; --furniture puts real ones in their place.
FURNITURE = [page.split("|") for page in """Home|News|Sport|Business|Subscribe now|Sign in|Share this article|Advertisement
We use cookies to improve your visit. By going on you agree to our use of cookies.|All rights reserved. This material may
not be published, broadcast, rewritten or redistributed without permission.|Privacy policy|Terms of use|Contact|Imprint
Most read this week|Council votes on new tramway|Orchestra plays to a full house|Heavy rain expected by the weekend|Sign up
for our morning newsletter and never miss a story|Comments are closed.|Back to top|Advertise with us|Letters to the editor
""".replace("\n", "|").split("|Most ")]
FURNITURE_PAGES = 8  # few, so that many articles have the same


HEADLINES = """What we know so far about the case|Questions remain after a long day|Officials give new details
A day that many will remember|Here is how it came about|Residents speak of their surprise|The story behind the news
All you need to know this morning|A closer look at what happened|Experts weigh in on the events""".replace(
    "\n", "|").split("|")

AGENCIES = ["AP", "The Associated Press", "Associated Press", "Reuters", "AFP", "UPI", "Bloomberg", "CNN"]
PLACES = ["GENEVA", "HARBOUR CITY", "NEW WEXFORD", "LAKE TARN", "PORT ELM", "OSLO", "LIMA", "SUVA"]


def read_furniture(path, chance):
    """Lines of captures that are not the report, page by page."""
    pages = []
    for row in map(json.loads, open(path, encoding="utf-8")):
        lines = [l for l, kind in zip(row["lines"], row["labels"]) if kind in ("related", "other") and l.strip()]
        if len(lines) >= 60:
            pages.append(lines)
    FURNITURE[:] = chance.sample(pages, FURNITURE_PAGES)


def sentences_of(paragraphs):
    return [[s for s in re.split(r"(?<=[.!?][\"”’' ])\s*(?=[A-Z\"“])|\n", p) if s.strip()] for p in paragraphs]


def change_words(text, share, change, chance):
    """Replaces `share` of the words for which `change` knows something else."""
    def one(match):
        if chance.random() >= share:
            return match[0]
        return change(match[0]) or match[0]
    return re.sub(r"[A-Za-z]+", one, text)


def typo_or_synonym(chance):
    def change(word):
        if word.lower() in SYNONYMS:
            return SYNONYMS[word.lower()]
        if len(word) < 4:
            return word + word[-1]
        at = chance.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2:] if word[at] != word[at + 1] else word[:at] + word[at + 1:]
    return change


def headline(article, strength, chance, _filler):
    head = article["headline"].split()
    other = chance.choice(HEADLINES)
    if strength < 2:
        share = (0.25, 0.6)[strength]
        article["headline"] = " ".join(w if chance.random() > share else chance.choice(other.split()) for w in head)
        return
    article["headline"] = other
    if strength >= 3:
        article["paragraphs"].insert(0, other + ".")
    if strength == 4:
        article["paragraphs"].insert(1, " ".join(chance.sample(HEADLINES, 3)) + ".")


def words(article, strength, chance, _filler):
    share = (0.02, 0.05, 0.08, 0.12, 0.16)[strength]
    change = typo_or_synonym(chance)
    article["paragraphs"] = [change_words(p, share, change, chance) for p in article["paragraphs"]]


def dropped(article, strength, chance, _filler):
    share = (0.1, 0.2, 0.3, 0.4, 0.5)[strength]
    parts = sentences_of(article["paragraphs"])
    places = [(i, j) for i, part in enumerate(parts) for j in range(len(part))]
    gone = set(chance.sample(places, int(share * len(places) + 0.5)))
    kept = [" ".join(s for j, s in enumerate(part) if (i, j) not in gone) for i, part in enumerate(parts)]
    article["paragraphs"] = [p for p in kept if p]


def shortened(article, strength, _chance, _filler):
    share = (0.85, 0.7, 0.55, 0.45, 0.35)[strength]
    left = int(share * sum(len(p.split()) for p in article["paragraphs"]))
    kept = []
    for paragraph in article["paragraphs"]:
        taken = paragraph.split()[:left]
        if taken:
            kept.append(" ".join(taken))
        left -= len(taken)
    article["paragraphs"] = kept


def take_filler(article, share, filler):
    wanted = max(8, int(share * sum(len(p.split()) for p in article["paragraphs"])))
    taken = []
    for paragraph in filler["paragraphs"]:
        taken.append(" ".join(paragraph.split()[:wanted]))
        wanted -= len(taken[-1].split())
        if wanted <= 0:
            break
    article["filler"].append(filler["id"])
    return taken


def added(article, strength, chance, filler):
    for paragraph in take_filler(article, (0.1, 0.2, 0.35, 0.5, 0.75)[strength], filler):
        article["paragraphs"].insert(chance.randrange(1, len(article["paragraphs"]) + 1), paragraph)


def reordered(article, strength, chance, _filler):
    paragraphs = article["paragraphs"]
    if strength == 4:
        paragraphs = [s for part in sentences_of(paragraphs) for s in part]
    if strength >= 3:
        chance.shuffle(paragraphs)
    else:
        for _ in range((1, 2, 4)[strength]):
            i, j = chance.randrange(len(paragraphs)), chance.randrange(len(paragraphs))
            paragraphs[i], paragraphs[j] = paragraphs[j], paragraphs[i]
    article["paragraphs"] = paragraphs


def furniture(article, strength, chance, _filler):
    count = (2, 5, 10, 20, 40)[strength]
    page = chance.choice(FURNITURE)
    begin = chance.randrange(max(1, len(page) - count))
    lines = page[begin:begin + count]
    before = len(lines) // 2
    article["paragraphs"] = lines[:before] + article["paragraphs"] + lines[before:]


def marks(article, strength, _chance, _filler):
    def change(text):
        text = re.sub(r"\"([^\"]*)\"", r"“\1”", text).replace("'", "’")
        if strength >= 1:
            text = text.replace(" - ", " — ").replace("“", "„").replace("...", "…")
        if strength == 3:
            text = text.encode("utf-8").decode("cp1252", "replace")
        if strength == 4:
            text = text.encode("ascii", "replace").decode()
        return text.upper() if strength >= 3 else text
    article["paragraphs"] = [change(p) for p in article["paragraphs"]]
    if strength >= 2:
        article["paragraphs"][0] = article["paragraphs"][0].upper()
        article["headline"] = article["headline"].upper()


def agency(article, strength, chance, _filler):
    old = re.compile(r"\b(" + "|".join(map(re.escape, AGENCIES)) + r")\b")
    new = chance.choice(["Meridian News", "Coastwire", "Northern Press"])
    paragraphs = article["paragraphs"]
    paragraphs[0] = f"{chance.choice(PLACES)}, {chance.choice(['Jan', 'May', 'Nov'])}. {chance.randrange(1, 29)} ({new}) - " + paragraphs[0]
    if strength >= 1:
        paragraphs.append(f"({new}. Additional reporting by our correspondents; editing by the night desk.)")
    if strength >= 2:
        paragraphs[:] = [old.sub(new, p) for p in paragraphs]
        paragraphs.insert(0, f"By {chance.choice(['Ada Renn', 'Jo Marlow', 'Kit Oban'])}, {new}")
    if strength >= 3:
        paragraphs[:] = [p.replace(" said", " told " + new) for p in paragraphs]
    if strength == 4:
        days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
        paragraphs[:] = [change_words(p, 1, lambda w: "today" if w in days else None, chance) for p in paragraphs]


def merged(article, strength, _chance, filler):
    taken = take_filler(article, (0.2, 0.4, 0.6, 0.8, 1.0)[strength], filler)
    article["paragraphs"] = article["paragraphs"] + taken


def spelling(article, strength, chance, _filler):
    share = (strength + 1) / 5
    def change(word):
        lower = word.lower()
        if lower in BRITISH:
            return BRITISH[lower].replace("_", " ")
        for old, new in (("ization", "isation"), ("izing", "ising"), ("ized", "ised"), ("lled", "led"), ("ling", "lling")):
            if lower.endswith(old) and len(lower) > len(old) + 3:
                return word[:-len(old)] + new
        return None
    article["paragraphs"] = [change_words(p, share, change, chance) for p in article["paragraphs"]]


def numbers(article, strength, chance, _filler):
    share = (strength + 1) / 5
    spelt = "two three four five six seven eight nine ten twelve".split()
    def digits(match):
        return str(int(match[0]) + chance.randrange(1, 9)) if chance.random() < share else match[0]
    def change(word):
        return chance.choice(spelt) if word.lower() in spelt else None
    article["paragraphs"] = [change_words(re.sub(r"\d{1,9}", digits, p), share, change, chance)
                             for p in article["paragraphs"]]


WAYS = [headline, words, dropped, shortened, added, reordered, furniture, marks, agency, merged, spelling, numbers]
