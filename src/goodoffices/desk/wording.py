"""Agreed language at hand: where a phrase or a draft paragraph was used before, by whom, and what became of it."""

import datetime as dt

from msgspec import Struct

from goodoffices.desk.filters import Filters
from goodoffices.desk.search import About, Said, Search
from goodoffices.record import Snapshot
from goodoffices.vocabulary.quote import Quote, quote
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
    said = _sharing(search, snapshot, draft, as_of, proposals=proposals)
    texts = {document: snapshot.text(document).content for document in {s.quote.document for s in said[0]}}
    dated = {d.id: d.dated for d in snapshot.documents() if d.id in texts}
    passages = []
    for one in said[0]:
        start, end = one.passage
        when = dated[one.quote.document]
        passages.append(
            Passage(
                document=one.quote.document,
                start=start,
                text=texts[one.quote.document][start:end],
                day=(when.earliest or when.latest) if when else None,
            )
        )
    found = uses(draft, passages, near=near, limit=limit)
    by_place = {(s.quote.document, s.passage[0]): s for s in said[0]}
    starts = sorted(by_place)
    earlier = []
    for use in found:
        home = by_place[max(place for place in starts if place[0] == use.document and place[1] <= use.start)]
        here = quote(use.document, texts[use.document], use.start, use.end)
        earlier.append(
            Earlier(
                quote=here,
                when=home.when,
                who=home.who,
                document=home.document,
                title=home.title,
                kept=use.kept,
                changes=use.changes,
                claims=home.claims,
            )
        )
    places = {(use.document, use.start): n for n, use in enumerate(found)}
    steps = tuple(Step(use=places[s.use.document, s.use.start], changes=s.changes) for s in drift(found))
    return Wording(draft=draft, uses=tuple(earlier), drift=steps, looked_at=len(passages), sharing=said[1])


def _sharing(
    search: Search, snapshot: Snapshot, draft: str, as_of: dt.date, *, proposals: bool
) -> tuple[tuple[Said, ...], int]:
    """Passages that share words with the draft, those first that share most, and how many there are."""
    sought = sorted({w.folded for w in words(draft)}, key=lambda word: (-len(word), word))[:SOUGHT]
    if not sought:
        return (), 0
    query = " OR ".join(f'"{word}"' for word in sought)
    answer = search(snapshot, query, Filters(), as_of=as_of, proposals=proposals, limit=LOOKED_AT)
    return answer.said, answer.total
