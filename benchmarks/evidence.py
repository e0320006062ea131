"""How many linked passages are among the first ten that are suggested for a provision, beside BM25 over words alone.

    python benchmarks/evidence.py

The links between provisions of an agreement and passages of monitoring reports lie beside the repository. They were
made by the likeness of sentence embeddings (0.65 and more): they say "of the same matter", not "evidence", and headings
count. Provisions with an even number were looked at while this was made, those with an odd number were not.
"""

import html
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from goodoffices.reading import actors
from goodoffices.reading.bearing import Asked, Passage, rank
from goodoffices.reading.bearing.likeness import Index, grams, words
from goodoffices.vocabulary.party import known_parties
from goodoffices.vocabulary.text import Text

LINKS = Path(__file__).parents[2] / "shared" / "corpora" / "peacerep_implementation"
_SEGMENT = re.compile(r'<a id="(\d+)" name="\d+">(.*?)</a>', re.DOTALL)
FIRST = 10

Provisions = dict[str, tuple[str, str]]
Linked = dict[tuple[str, str], set[str]]
Ranked = Callable[[Asked, Sequence[Passage]], list[int]]


def links() -> tuple[Provisions, Linked]:
    """Number -> words and issue of a provision; (number, report) -> numbers of the linked segments."""
    provisions: Provisions = {}
    linked: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for country in json.loads((LINKS / "south_sudan_links.json").read_text(encoding="utf-8"))["countries"]:
        for topic in country["topics"]:
            for provision in (p for agreement in topic["agreements"] for p in agreement["provisions"]):
                provisions[provision["number"]] = provision["text"], topic["category"][0][1]
                for report in provision["reports"]:
                    linked[provision["number"], report["id"]] |= {s["number"] for s in report["segments"]}
    return provisions, dict(linked)


def segments(report: str) -> tuple[list[str], list[Passage]]:
    """The numbers of a report's segments, and these as passages with the parties named in them."""
    page = (LINKS / "south_sudan" / "reports" / f"{report}.html").read_text(encoding="utf-8")
    numbers, said = [], []
    for number, marked in _SEGMENT.findall(page):
        numbers.append(number)
        said.append(" ".join(html.unescape(re.sub(r"<[^>]*>", "", marked)).split()))
    return numbers, [Passage(report, 0, len(s), s, None, named) for s, named in zip(said, parties(said), strict=True)]


def parties(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The parties named in each of several passages, read as one text."""
    content = "\n\n".join(said)
    spans, at = [], 0
    for words_ in said:
        spans.append((at, at + len(words_)))
        at += len(words_) + 2
    text = Text(blob="", recipe="", content=content, main=((0, len(content)),))
    found = actors.find(text, "", spans, known_parties()).mentions
    for start, end in spans:
        yield tuple({m.party for m in found if start <= m.quote.start and m.quote.end <= end})


def ours(asked: Asked, passages: Sequence[Passage]) -> list[int]:
    number = {id(p): n for n, p in enumerate(passages)}
    return [number[id(b.passage)] for b in rank(asked, passages, FIRST)]


def bm25(cut: Callable[[str], list[str]]) -> Ranked:
    made: dict[int, Index] = {}

    def ranked(asked: Asked, passages: Sequence[Passage]) -> list[int]:
        if id(passages) not in made:
            made[id(passages)] = Index((p.words for p in passages), cut)
        scores = made[id(passages)].scores(asked.words)
        return sorted(range(len(scores)), key=lambda n: (-scores[n], n))[:FIRST]

    return ranked


def main() -> None:
    if not LINKS.exists():
        print("evidence: nothing measured, the links are not beside the repository")
        return
    provisions, linked = links()
    reports = {report: segments(report) for _, report in linked}
    pool = [(report, number) for report, (numbers, _) in reports.items() for number in numbers]
    everything = [p for _, passages in reports.values() for p in passages]
    print(f"{len(linked)} pairs of provision and report, {sum(map(len, linked.values()))} links, {len(pool)} passages")
    print("recall@10, mean over pairs; in one report | share of ten in all reports together, mean over provisions")
    for name, ranked in (("BM25, words", bm25(words)), ("BM25, letters", bm25(grams)), ("suggested", ours)):
        near, far = defaultdict(list), defaultdict(list)
        for (provision, report), right in linked.items():
            numbers, passages = reports[report]
            asked = question(*provisions[provision])
            got = {numbers[n] for n in ranked(asked, passages)}
            near[half(provision)].append(len(got & right) / len(right))
        for provision in dict.fromkeys(p for p, _ in linked):
            right_pairs = {(r, n) for (p, r), ns in linked.items() if p == provision for n in ns}
            got_pairs = {pool[n] for n in ranked(question(*provisions[provision]), everything)}
            far[half(provision)].append(len(got_pairs & right_pairs) / min(FIRST, len(right_pairs)))
        told = [f"{h} {mean(near[h]):.3f} | {mean(far[h]):.3f}" for h in ("looked at", "untouched")]
        print(f"{name:15}{'   '.join(told)}")


def question(said: str, issue: str) -> Asked:
    (named,) = parties([said])
    return Asked(words=said, also=(), parties=named)


def half(provision: str) -> str:
    return "untouched" if int(provision) % 2 else "looked at"


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
