"""Search among 500,000 passages against tantivy itself on the same index, in one run; then filters and joins.

The corpus recombines real sentences of six and more languages where ../shared/corpora is at hand, else it is made up
from a list of syllables; it is the same on every run. The peer is what one would write with tantivy alone: parse the
query, take the ten best with their count, fetch where they stand. Both ask in turns. The second figure is the whole of
`Case.search`: parsing, what the viewer may see, filters, quotes with their marks, claims and what became of them.
"""

import argparse
import datetime as dt
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from goodoffices import Case
from goodoffices.record import Record, Viewer
from goodoffices.record.search import Finder, Index, parse
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.hashing import sha256
from goodoffices.vocabulary.kinds import Provision, Statement
from goodoffices.vocabulary.quote import quote
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Text
from goodoffices.vocabulary.when import on_day

CORPORA = Path(__file__).parents[1] / ".." / "shared" / "corpora"
AT = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)
PER_DOCUMENT = 100

# What is asked, and the same in the words of tantivy's own query parser.
QUERIES = {
    query: query
    for query in (
        "ceasefire",
        "settlements",
        "security council",
        "withdrawal forces",
        "peace",
        "negotiations OR talks",
        "humanitarian assistance civilians",
        "decides extend mandate",
        "resolution -lebanon",
        "(mediation OR facilitation) parties",
        "droit international",
        "paz",
        "desarrollo sostenible",
        "мир безопасность",
        "1967",
        "troop contributing countries report",
        "commend OR welcome OR appreciate",
        "palestinian refugees",
        "the situation in the region",
        "cessation of hostilities",
        "elections",
    )
} | {
    '"security council"': 'words:"security council"',
    '"territorial integrity"': 'words:"territorial integrity"',
    "l'organisation": '"l organisation"',
    "commend OR welcome": "commend OR welcome",
}
WIDER = ("negotiat*", "السلام", "المفاوضات", "שלום", "cease-fire")  # tantivy's parser has no words for these


# Nothing at hand has sound text in these scripts. Fictional.
OURS = [
    "وقّع الطرفان اتفاق الهدنة في المفاوضات الأخيرة بعد أسبوع من اللقاءات.",
    "دعا الوسيط إلى مفاوضات مباشرة من أجل السلام بين الجارتين.",
    "הצדדים חתמו על הסכם השלום אחרי שבוע של שיחות בעיר הנמל.",
    "המתווך קרא לשיחות ישירות למען שלום בין השכנות.",
]


def sentences(chance: random.Random) -> list[str]:
    """The sentences that passages are made of."""
    found: list[str] = []
    files = sorted(CORPORA.glob("unsc_resolutions/*.txt")) + sorted(CORPORA.glob("unga79_speeches/*.txt"))
    for path in files:
        text = path.read_text("utf-8", errors="replace")
        found += [
            one for one in (" ".join(s.split()) for s in re.split(r"(?<=[.;:!?؟])\s+", text)) if 30 < len(one) < 400
        ]
    if found:
        return found + OURS * (len(found) // 100)
    print("(no corpora at hand: sentences are made up)")
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(20_000)]
    asked = [word for query in QUERIES for word in re.findall(r"\w+", query.lower())]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    return [
        " ".join([*chance.choices(words, weights, k=18), *chance.sample(asked, 2)]).capitalize() + "."
        for _ in range(30_000)
    ]


def documents(passages: int, chance: random.Random) -> Iterator[tuple[bytes, Text]]:
    """Texts of a hundred paragraphs, each long enough to be a passage."""
    among = sentences(chance)
    for number in range(passages // PER_DOCUMENT):
        paragraphs = []
        for _ in range(PER_DOCUMENT):
            paragraph = ""
            while len(paragraph) < 260:
                paragraph += f"{chance.choice(among)} "
            paragraphs.append(paragraph.strip())
        content = f"Paper {number}. " + "\n\n".join(paragraphs)
        raw = content.encode()
        yield (
            raw,
            Text(blob=sha256(raw), recipe="benchmark/1", content=content, main=((0, len(content)),), language="en"),
        )


def load(record: Record, passages: int, chance: random.Random) -> None:
    """The documents; every tenth confidential; each fourth with ten claims read in it, which somebody accepts."""
    for number, (raw, text) in enumerate(documents(passages, chance)):
        added = record.add_document(
            raw,
            text,
            name=f"{number}.txt",
            by="Ann",
            at=AT,
            dated=on_day(dt.date(1995, 1, 1) + dt.timedelta(days=chance.randrange(11_000))),
            compartments=("inner",) if number % 10 == 0 else (),
        ).document
        if number % 4 == 0:
            claims = []
            for ordinal in range(10):
                start = chance.randrange(len(text.content) - 200)
                words = quote(added.id, text.content, start, start + 80)
                party = f"p{chance.randrange(40)}"
                what = Provision(act="act", addressees=(party,)) if ordinal % 2 else Statement(speaker=party)
                issues = (f"issue {chance.randrange(12)}",)
                claims.append(Claim(id=f"{added.id}-{ordinal}", content=what, quotes=(words,), issues=issues))
            reading = Reading(text=added.text, reader="benchmark/1", settings=(), claims=tuple(claims))
            record.add_reading(added.id, reading, by="Ann", at=AT)


def main() -> None:
    """Loads, indexes, asks, prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--passages", type=int, default=500_000)
    options.add_argument("--rounds", type=int, default=40)
    chosen = options.parse_args()
    chance = random.Random(20100319)
    with tempfile.TemporaryDirectory() as directory, Case.new(Path(directory) / "case") as case:
        begun = time.perf_counter()
        load(case.record, chosen.passages, chance)
        print(f"{chosen.passages // PER_DOCUMENT:,} documents in the record: {time.perf_counter() - begun:.0f} s")
        begun = time.perf_counter()
        index = Index(case.record.store.path / "index")
        index.catch_up(case.at)
        size = sum(file.stat().st_size for file in index.home.rglob("*") if file.is_file()) / 2**20 if index.home else 0
        count = index.edition.searcher.num_docs
        print(f"{count:,} passages indexed: {time.perf_counter() - begun:.0f} s, {size:.0f} MB,", end=" ")
        print(f"{index.edition.searcher.num_segments} segments")
        compare(case, Finder(index), chosen.rounds)
        whole(case, max(3, chosen.rounds // 8))
        begun = time.perf_counter()
        index.drop()
        print(f"dropped, as after an erasure: {time.perf_counter() - begun:.2f} s")


def compare(case: Case, finder: Finder, rounds: int) -> None:
    """The first figure: the same questions to tantivy and to us, in turns."""
    snapshot = case.at()
    index = finder.index
    raw: list[float] = []
    ours: list[float] = []
    for query, theirs in QUERIES.items():

        def peer(theirs: str = theirs) -> int:
            searcher = index.edition.searcher
            node = index.engine.parse_query(theirs, ["stems"], conjunction_by_default=True)
            found = searcher.search(node, 10)
            addresses = [address for _, address in found.hits]
            for name in ("seq", "start", "end"):
                searcher.fast_field_values(name, addresses)
            return int(found.count)  # type: ignore[attr-defined]

        def own(query: str = query) -> int:
            return finder.view(snapshot).places(parse(query), limit=10)[0]

        if peer() != own():
            raise SystemExit(f"{query}: tantivy finds {peer()}, we find {own()}")
        one, other = [], []
        for _ in range(rounds):
            one.append(timed(peer))
            other.append(timed(own))
        raw += one
        ours += other
        medians = f"tantivy {statistics.median(one):7.3f} ms  ours {statistics.median(other):7.3f} ms"
        print(f"  {query:36} {peer():8,}  {medians}")
    for name, share in (("p50", 0.50), ("p95", 0.95)):
        a, b = at(raw, share), at(ours, share)
        print(f"{name}: tantivy {a:.3f} ms, ours {b:.3f} ms: {b / a:.2f} times")
    for query in WIDER:
        taken = [timed(lambda query=query: finder.view(snapshot).places(parse(query), limit=10)) for _ in range(rounds)]
        total = finder.view(snapshot).places(parse(query), limit=10)[0]
        print(f"  {query:36} {total:8,}  {'':15}     ours {statistics.median(taken):7.3f} ms")


def whole(case: Case, rounds: int) -> None:
    """The second figure: whole searches, with filters and joins."""
    outsider = Viewer("outsider")
    day = dt.date(2010, 3, 19)
    ways: dict[str, Callable[[str], object]] = {
        "whole search, quotes and claims": lambda q: case.search(q, limit=10),
        "for an outsider": lambda q: case.search(q, case.at(viewer=outsider), limit=10),
        "from what was public by a day": lambda q: case.search(q, case.at(published_by=day), limit=10),
        "dated within ten years": lambda q: case.search(q, since=dt.date(2000, 1, 1), until=day, limit=10),
        "by date": lambda q: case.search(q, by_date=True, limit=10),
        "on an issue, by a speaker": lambda q: case.search(q, issue="issue 3", speaker="p7", proposals=True, limit=10),
    }
    for name, way in ways.items():
        first = timed(lambda way=way: way("peace"))
        taken = [timed(lambda q=q, way=way: way(q)) for q in list(QUERIES)[:12] for _ in range(rounds)]
        print(f"{name:36} first {first:7.1f} ms   p50 {at(taken, 0.5):7.1f} ms   p95 {at(taken, 0.95):7.1f} ms")


def timed(call: Callable[[], object]) -> float:
    """Milliseconds of a call."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def at(taken: list[float], share: float) -> float:
    """The value below which so large a share lies."""
    return sorted(taken)[int(share * (len(taken) - 1))]


if __name__ == "__main__":
    main()
