"""What must hold on every document, whatever the scores: words verbatim, none from boilerplate, no hedge dropped, every
deadline resolved that can be and none invented.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import UNSET, Struct

from goodoffices.reading.scoring.alike import overlap, token_f1, touch
from goodoffices.reading.scoring.gold import GoldDocument, Item
from goodoffices.reading.scoring.kinds import Proposal, date_agrees
from goodoffices.reading.scoring.tables import carries

_MENTIONS = ("actor", "date")
_FIRM = ("asserted", "declared")


class Bars(Struct, frozen=True, kw_only=True):
    """Counts. hedged_covered: hedged passages of the gold on which something is proposed; the others are misses."""

    proposals: int = 0
    not_verbatim: int = 0
    from_boilerplate: int = 0
    deadlines: int = 0
    deadlines_resolved: int = 0
    deadlines_invented: int = 0
    hedged: int = 0
    hedged_covered: int = 0
    hedges_dropped: int = 0

    def __add__(self, other: "Bars") -> "Bars":
        return Bars(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})


Wrong = Literal["not verbatim", "boilerplate", "deadline invented", "hedge dropped"]
Found = tuple[Wrong, str, str]
"""What is wrong, the words, the proposal's kind or the reason."""


def bars(document: GoldDocument, proposals: Sequence[Proposal], text: str) -> tuple[Bars, list[Found]]:
    """The counts of one document, and what is wrong."""
    loose = list(_loose(proposals, text))
    foreign = list(_foreign(document, proposals))
    dated = [g for g in document.provisions or () if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", _due(g))]
    invented = list(_invented(document, proposals))
    hedged = [g for g in document.epistemic if g.status not in _FIRM]
    near = [[p for p in proposals if _bears(p, g)] for g in hedged]
    dropped = list(_unhedged(hedged, near))
    counts = Bars(
        proposals=len(proposals),
        not_verbatim=len(loose),
        from_boilerplate=len(foreign),
        deadlines=len(dated),
        deadlines_resolved=sum(any(_resolves(p, g) for p in proposals) for g in dated),
        deadlines_invented=len(invented),
        hedged=len(hedged),
        hedged_covered=sum(map(bool, near)),
        hedges_dropped=len(dropped),
    )
    return counts, [*loose, *foreign, *invented, *dropped]


def _loose(proposals: Sequence[Proposal], text: str) -> Iterator[Found]:
    for p in proposals:
        quote = p["quote"]
        if text[quote["start"] : quote["end"]] != quote["exact"]:
            yield "not verbatim", quote["exact"], p["kind"]


def _foreign(document: GoldDocument, proposals: Sequence[Proposal]) -> Iterator[Found]:
    for p in proposals:
        words = p["quote"]["exact"]
        if p["kind"] not in _MENTIONS and any(touch(words, bad.quote) for bad in document.must_not):
            yield "boilerplate", words, p["kind"]


def _due(item: Item) -> str:
    return "" if item.due is None or item.due is UNSET else str(item.due)


def _invented(document: GoldDocument, proposals: Sequence[Proposal]) -> Iterator[Found]:
    for g in document.provisions or ():
        undatable = g.due is not UNSET and not re.match(r"\d{4}", _due(g))
        if undatable and any(_dates(p) and token_f1(p["quote"]["exact"], g.quote) >= 0.7 for p in proposals):
            yield "deadline invented", g.quote, "no date can be given"


def _dates(proposal: Proposal) -> bool:
    return proposal["kind"] == "provision" and bool(re.match(r"\d{4}", str(proposal.get("due_latest") or "")))


def _resolves(proposal: Proposal, item: Item) -> bool:
    same = proposal["kind"] == "provision" and overlap(proposal["quote"]["exact"], item.quote)
    return same and date_agrees(proposal.get("due_latest"), item.due)


def _bears(proposal: Proposal, item: Item) -> bool:
    return proposal["kind"] not in (*_MENTIONS, "meeting") and overlap(proposal["quote"]["exact"], item.quote)


def _unhedged(hedged: Sequence[Item], near: Sequence[Sequence[Proposal]]) -> Iterator[Found]:
    for g, proposals in zip(hedged, near, strict=True):
        statuses = sorted({str(p.get("status")) for p in proposals})
        if statuses and ("asserted" in statuses or not any(carries(status, g.status) for status in statuses)):
            yield "hedge dropped", g.quote, f"{g.status}, proposed as {', '.join(statuses)}"
