"""Agreed language at hand: where a phrase or a draft paragraph was used before, by whom, and what became of it."""

import datetime as dt

from msgspec import Struct

from goodoffices.desk.words.search import About, Search
from goodoffices.record import Snapshot
from goodoffices.vocabulary.quote import Quote, quote
from goodoffices.vocabulary.when import When
from goodoffices.wording import Change, Passage, drift, uses
from goodoffices.wording.words import words

LOOKED_AT = 300  # passages that share most with the draft, aligned word by word: some 60 ms
SOUGHT = 24  # words of the draft that these are found by, the longest, for they are the rarer


class Earlier(Struct, frozen=True, kw_only=True):
    """An earlier use. kept: the share of the draft in it, 1 for the very words; changes: from the draft to it; who and
    claims: as search has them, with what became of each; title: of the document.
    """

    quote: Quote
    when: str
    who: str
    document: str
    title: str
    kept: float
    changes: tuple[Change, ...]
    claims: tuple[About, ...]


class Step(Struct, frozen=True, kw_only=True):
    """A dated use and what it changed of the one before it; use: its place among the uses."""

    use: int
    changes: tuple[Change, ...]


class Wording(Struct, frozen=True, kw_only=True):
    """Where a draft was used before, nearest first; how the wording drifted, oldest first. looked_at: how many passages
    that share words with it were compared, of `sharing` in all.
    """

    draft: str
    uses: tuple[Earlier, ...]
    drift: tuple[Step, ...]
    looked_at: int
    sharing: int


def wording(
    search: Search,
    snapshot: Snapshot,
    draft: str,
    *,
    as_of: dt.date,
    near: float = 0.5,
    limit: int = 20,
    proposals: bool = False,
) -> Wording:
    """Uses of `draft` in the documents that `snapshot` shows. near: the least share of the draft that a use keeps.

    BadArgument for a draft without words.
    """
    sought = sorted({w.folded for w in words(draft)}, key=lambda word: (-len(word), word))[:SOUGHT]
    sharing, near_by = search.sharing(snapshot, sought, LOOKED_AT)
    days = {d.id: d.dated for d in snapshot.documents_of({q.document for q in near_by}).values()}
    passages = [Passage(document=q.document, start=q.start, text=q.exact, day=_day(days[q.document])) for q in near_by]
    found = uses(draft, passages, near=near, limit=limit)
    texts = {document: snapshot.text(document).content for document in {use.document for use in found}}
    here = [quote(use.document, texts[use.document], use.start, use.end) for use in found]
    earlier = [
        Earlier(
            quote=said.quote,
            when=said.when,
            who=said.who,
            document=said.document,
            title=said.title,
            kept=use.kept,
            changes=use.changes,
            claims=said.claims,
        )
        for use, said in zip(found, search.joined(snapshot, here, as_of=as_of, proposals=proposals), strict=True)
    ]
    places = {(use.document, use.start): n for n, use in enumerate(found)}
    steps = tuple(Step(use=places[s.use.document, s.use.start], changes=s.changes) for s in drift(found))
    return Wording(draft=draft, uses=tuple(earlier), drift=steps, looked_at=len(passages), sharing=sharing)


def _day(when: When | None) -> dt.date | None:
    return (when.earliest or when.latest) if when else None
