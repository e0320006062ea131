"""Scores of proposals against gold, by kind, and every difference with its words."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from msgspec import Struct

from goodoffices.reading.scoring.alike import overlap, token_f1, touch
from goodoffices.reading.scoring.bars import Bars, Wrong, bars
from goodoffices.reading.scoring.gold import DateItem, GoldActor, GoldDocument, Item
from goodoffices.reading.scoring.kinds import AGREE, LISTS, Proposal
from goodoffices.reading.scoring.names import Who, plain

What = Literal["missed", "spare"] | Wrong


class Score(Struct, frozen=True):
    """How many proposals of a kind were right, spare, and how many of the gold were missed."""

    kind: str
    right: int
    spare: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of proposals that are right; without any, 1 if there was nothing to find, else 0."""
        return self.right / (self.right + self.spare) if self.right + self.spare else float(self.missed == 0)

    @property
    def recall(self) -> float:
        """The share of the gold that was proposed; 1 where there was nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


class Difference(Struct, frozen=True, kw_only=True):
    """One thing on which reader and gold differ. claim: the proposal's id. near: ids of proposals of the kind on the
    same words whose attributes do not agree. note: the value or the reason.
    """

    document: str
    what: What
    kind: str
    words: str
    claim: str = ""
    near: tuple[str, ...] = ()
    note: str = ""


class Scores(Struct, frozen=True):
    """Of all documents together: one score for each kind that some gold document counts, the bars, the differences."""

    kinds: tuple[Score, ...]
    bars: Bars
    differences: tuple[Difference, ...]


class _Tally:
    def __init__(self, document: GoldDocument) -> None:
        self.document = document
        self.counts: dict[str, tuple[int, int, int]] = {}
        self.differences: list[Difference] = []

    def differ(
        self, what: What, kind: str, words: str, claim: str = "", near: Sequence[str] = (), note: str = ""
    ) -> None:
        found = Difference(
            document=self.document.name, what=what, kind=kind, words=words, claim=claim, near=tuple(near), note=note
        )
        self.differences.append(found)


def scores(judged: Iterable[tuple[GoldDocument, Sequence[Proposal], str]]) -> Scores:
    """Scores documents: of each the gold (with words), the proposals on it in their order, and the stored text."""
    counts: dict[str, tuple[int, int, int]] = {}
    total = Bars()
    differences: list[Difference] = []
    for document, proposals, text in judged:
        tally = _Tally(document)
        _claims(tally, proposals)
        _dates(tally, proposals)
        _actors(tally, proposals)
        for kind, (right, spare, missed) in tally.counts.items():
            a, b, c = counts.get(kind, (0, 0, 0))
            counts[kind] = (a + right, b + spare, c + missed)
        held, wrong = bars(document, proposals, text)
        total += held
        for what, words, note in wrong:
            tally.differ(what, "", words, note=note)
        differences += tally.differences
    return Scores(tuple(Score(kind, *counts[kind]) for kind in sorted(counts)), total, tuple(differences))


def _claims(tally: _Tally, proposals: Sequence[Proposal]) -> None:
    document, who = tally.document, Who(tally.document)
    lists: dict[str, tuple[Item, ...] | None] = {kind: getattr(document, name) for kind, name in LISTS.items()}
    for kind, gold in lists.items():
        if gold is None:
            continue
        others = [g.quote for k, items in lists.items() if k != kind for g in items or ()]
        others += [g.quote for g in document.elsewhere]
        free, right, spare = list(gold), 0, 0
        mine = [p for p in proposals if p["kind"] == kind]
        for p in mine:
            words = p["quote"]["exact"]
            hit = next((g for g in free if overlap(words, g.quote) and AGREE[kind](p, g, who)), None)
            if hit is not None:
                free.remove(hit)
                right += not hit.optional
            elif not any(overlap(words, quote) for quote in others):
                spare += 1
                tally.differ("spare", kind, words, claim=p["id"])
        missed = [g for g in free if not g.optional]
        for g in missed:
            near = tuple(p["id"] for p in mine if overlap(p["quote"]["exact"], g.quote))
            tally.differ("missed", kind, g.quote, near=near)
        tally.counts[kind] = (right, spare, len(missed))


def _dates(tally: _Tally, proposals: Sequence[Proposal]) -> None:
    document = tally.document
    undated = document.doc_date is not None and document.doc_date.in_text is False
    header = document.doc_date.quote if document.doc_date else ""

    def optional(g: DateItem) -> bool:
        return g.optional or g.value == "PRESENT_REF" or (undated and g.anchor == "doc_date")

    free, right, spare = list(document.dates), 0, 0
    for p in (p for p in proposals if p["kind"] == "date"):
        text = p.get("text") or p["quote"]["exact"]
        hit = next((g for g in free if _same_words(text, g) and _same_value(p, g)), None)
        if hit is not None:
            free.remove(hit)
            right += not optional(hit)
        elif not (header and touch(text, header)) and not any(optional(g) and _same_words(text, g) for g in free):
            spare += 1
            tally.differ("spare", "date", text, claim=p["id"], note=str(p.get("value") or p.get("latest")))
    missed = [g for g in free if not optional(g)]
    for g in missed:
        tally.differ("missed", "date", g.quote, note=str(g.resolved or g.value))
    tally.counts["date"] = (right, spare, len(missed))


def _same_words(text: str, g: DateItem) -> bool:
    return any(token_f1(text, words) >= 0.5 for words in (g.text, g.quote) if words)


def _same_value(p: Proposal, g: DateItem) -> bool:
    if g.resolved:
        return str(p.get("latest")) == str(g.resolved).split("/")[-1]
    return str(g.value) in (str(p.get("value")), str(p.get("latest")))


def _actors(tally: _Tally, proposals: Sequence[Proposal]) -> None:
    document = tally.document
    same = _same_actor(Who(document))
    proposed = [p for p in proposals if p["kind"] == "actor"]
    got = {g.id for g in document.actors if any(same(p, g) for p in proposed)}
    places = {plain(place.name) for place in document.places_not_actors}
    spare: dict[str, Proposal] = {}
    for p in proposed:
        if not any(same(p, g) for g in document.actors):
            spare.setdefault(plain(str(p.get("name"))), p)
    wanted = {g.id for g in document.actors if not g.optional}
    for actor in sorted(wanted - got):
        tally.differ("missed", "actor", next(g.name or g.id for g in document.actors if g.id == actor))
    for name in sorted(spare):
        note = "a place here" if name in places else ""
        tally.differ("spare", "actor", str(spare[name].get("name")), claim=spare[name]["id"], note=note)
    tally.counts["actor"] = (len(got & wanted), len(spare), len(wanted - got))


def _same_actor(who: Who) -> Callable[[Proposal, GoldActor], bool]:
    def same(p: Proposal, g: GoldActor) -> bool:
        state = bool(g.iso3) and p.get("iso3") == g.iso3 and g.type == "state"
        return who.same(p.get("name"), g.id) or state

    return same
