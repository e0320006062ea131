"""What was said and agreed before, by whom, in which words, and what became of it."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from goodoffices.desk.affairs import Standing, counted, named, standings, subject
from goodoffices.desk.filters import Cast, Filters, admitted, documents
from goodoffices.errors import BadArgument
from goodoffices.record import Record, Snapshot
from goodoffices.record.rows import bounds
from goodoffices.record.search import Finder, Hit, Index
from goodoffices.vocabulary.claim import Claim, Reviewed
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.text import Document, Span


class About(Struct, frozen=True, kw_only=True):
    """What a claim makes of quoted words. who: whose word it is; status: how firm it is; became: where a provision or
    term stands on the day, "" for other kinds; reviewed: whether people stand by the claim.
    """

    claim: str
    matter: str
    kind: str
    who: str
    what: str
    status: str
    became: str
    reviewed: bool
    issues: tuple[str, ...]


class Said(Struct, frozen=True, kw_only=True):
    """A passage found. when: the date its document bears; who: whose words, as its claims or its document have it;
    quote: the exact words; marks: spans of the document's text that were sought.
    """

    when: str
    who: str
    quote: Quote
    marks: tuple[Span, ...]
    passage: Span
    document: str
    title: str
    claims: tuple[About, ...]


class Answer(Struct, frozen=True, kw_only=True):
    """What a search found. total: passages in this view; said: those of them that are shown, from `offset` on.

    any_word: how many have any of the words, counted when none has all; undated: documents left out by `since` and
    `until` as they bear no date; indexed_to, seq: the index has everything up to that entry, of so many.
    """

    query: str
    as_of: dt.date
    published_by: dt.date | None
    total: int
    offset: int
    said: tuple[Said, ...]
    any_word: int
    undated: int
    unreviewed: int
    indexed_to: int
    seq: int

    def notes(self) -> tuple[str, ...]:
        """What the reader of the answer must know, in words."""
        found = []
        if self.any_word:
            found.append(f"No passage has all of these words; {self.any_word} have some: put OR between them.")
        if self.undated:
            found.append(f"{self.undated} documents bear no date and are left out.")
        if self.unreviewed:
            found.append(f"{self.unreviewed} proposals are not reviewed and not looked at; --with-proposals does.")
        if self.indexed_to < self.seq:
            found.append(f"The index is being brought up to date: it has all up to entry {self.indexed_to}.")
        return tuple(found)


def opened(record: Record) -> Finder:
    """What searches a case: its index lies with what is derived from it."""
    return Finder(Index(record.store.path / "index"))


def search(
    finder: Finder,
    snapshot: Snapshot,
    query: str,
    filters: Filters,
    *,
    as_of: dt.date,
    newest: Snapshot,
    proposals: bool = False,
    by_date: bool = False,
    limit: int = 20,
    offset: int = 0,
) -> Answer:
    """The passages that `query` finds, narrowed by `filters`, best first or by date; with the claims on each.

    Without a query, all that the filters admit, by date. newest: a snapshot of everything, to tell how far the index
    goes. proposals: count claims that nobody reviewed. Raises BadQuery, BadArgument, NotFound for a party, issue or
    document that this view does not have.
    """
    if not query.strip() and not filters.of_claims and not filters.of_documents:
        raise BadArgument("a search has a query or a filter", repr(query), "Give words, or one of the filters.")
    desk = _Desk(snapshot, as_of, proposals or filters.standing == "proposed")
    chosen, undated = documents(filters, snapshot.documents()) if filters.of_documents else (None, 0)
    found = finder.find(
        snapshot,
        query,
        documents=chosen,
        admits=admitted(desk.cast.meeting(filters)) if filters.of_claims else None,
        order=desk.date if by_date or not query.strip() else None,
        limit=limit,
        offset=offset,
    )
    return Answer(
        query=query,
        as_of=as_of,
        published_by=snapshot.published_by,
        total=found.total,
        offset=offset,
        said=tuple(desk.said(found.hits)),
        any_word=found.any_word,
        undated=undated,
        unreviewed=snapshot.count(states={"proposed"}) if filters.of_claims and not desk.proposals else 0,
        indexed_to=min(finder.index.indexed_to(newest), snapshot.seq),
        seq=snapshot.seq,
    )


class _Desk:
    """Joins what one search finds with the record."""

    def __init__(self, snapshot: Snapshot, as_of: dt.date, proposals: bool) -> None:
        self.snapshot, self.as_of, self.proposals = snapshot, as_of, proposals
        self._parties = snapshot.parties()
        self.cast = Cast(snapshot, self._parties, counted(proposals))
        self._dates: dict[str, str] = {}
        self._standings: dict[str, Standing] | None = None

    def date(self, document: str) -> str:
        """When a document is dated, to sort by; those without a date come last."""
        if not self._dates:
            for one in self.snapshot.documents():
                first, last = bounds(one.dated)
                self._dates[one.id] = str(first or last or "9999")
        return self._dates[document]

    def said(self, hits: Iterable[Hit]) -> Iterator[Said]:
        """Each hit with its document and the claims on it."""
        known: dict[str, tuple[Document, list[Reviewed]]] = {}
        for hit in hits:
            document = hit.quote.document
            if document not in known:
                claims = self.snapshot.claims(document=document, states=counted(self.proposals))
                known[document] = self.snapshot.document(document), claims
            home, claims = known[document]
            on = [r for r in claims if any(quoted.overlaps(hit.quote) for quoted in r.claim.quotes)]
            who = dict.fromkeys(name for r in on if (name := self._who(r.claim)))
            yield Said(
                when=str(home.dated) if home.dated else "",
                who=", ".join(who) or home.author or home.publisher,
                quote=hit.quote,
                marks=hit.marks,
                passage=hit.passage,
                document=home.name,
                title=home.title,
                claims=tuple(self._about(r) for r in on),
            )

    def _about(self, reviewed: Reviewed) -> About:
        claim = reviewed.claim
        standing = self._standing(reviewed.matter) if claim.kind in ("provision", "term") else None
        return About(
            claim=claim.id,
            matter=reviewed.matter,
            kind=claim.kind,
            who=self._who(claim),
            what=subject(standing[0], self._parties) if standing else "",
            status=claim.attribution.status,
            became=standing[1].words(self._parties.name) if standing else "",
            reviewed=reviewed.stands,
            issues=claim.issues,
        )

    def _standing(self, matter: str) -> Standing | None:
        if self._standings is None:
            owed, running = standings(self.snapshot, self.as_of, proposals=self.proposals)
            self._standings = {standing[0].id: standing for standing in (*owed, *running)}
        return self._standings.get(matter)

    def _who(self, claim: Claim) -> str:
        return named(self.cast.speakers(claim), self._parties)
