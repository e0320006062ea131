"""What was said and agreed before, by whom, in which words, and what became of it."""

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from threading import Lock

from msgspec import Struct

from goodoffices.desk.affairs.status import Standing, counted, named, standings, subject
from goodoffices.desk.progress import Progress, silent
from goodoffices.desk.words.filters import Cast, Filters, Quoted, documents
from goodoffices.errors import BadArgument
from goodoffices.record import Record, Snapshot
from goodoffices.record.rows import bounds
from goodoffices.record.search import Finder, Hit, Index
from goodoffices.vocabulary.claim import Claim, Reviewed
from goodoffices.vocabulary.quote import Quote
from goodoffices.vocabulary.text import Document, Span

_PATIENCE = 2.0  # seconds that a search waits for whoever else brings the index up: enough for a batch of a day
_KEPT = 8  # views
_KEPT_PAGES = 256  # documents with their claims, of each


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

    loose: none has all of the words, these have some; undated: documents left out by `since` and
    `until` as they bear no date; indexed_to, seq: the index has everything up to that entry, of so many.
    """

    query: str
    as_of: dt.date
    published_by: dt.date | None
    total: int
    offset: int
    said: tuple[Said, ...]
    loose: bool
    undated: int
    unreviewed: int
    indexed_to: int
    seq: int

    def notes(self) -> tuple[str, ...]:
        """What the reader of the answer must know, in words."""
        found = []
        if self.loose:
            found.append("No passage has all of these words; these have some of them.")
        if self.undated:
            found.append(f"{self.undated} documents bear no date and are left out.")
        if self.unreviewed:
            found.append(f"{self.unreviewed} proposals are not reviewed and not looked at; --with-proposals does.")
        if self.indexed_to < self.seq:
            found.append(f"The index is being brought up to date: it has all up to entry {self.indexed_to}.")
        return tuple(found)


class Search:
    """Searches one case for anybody. Its index lies with what is derived from the case, or in memory alone.

    What it last joined is kept at hand for each view until the log goes on. Threads take turns; while one brings the
    index up to the record, the others search what there is.
    """

    def __init__(self, record: Record, *, in_memory: bool = False) -> None:
        self.finder = Finder(Index(None if in_memory else record.store.path / "index"))
        self._record = record
        self._seq = 0
        self._writing, self._reading = Lock(), Lock()
        self._desks: OrderedDict[tuple[object, ...], _Desk] = OrderedDict()

    def __call__(
        self,
        snapshot: Snapshot,
        query: str,
        filters: Filters,
        *,
        as_of: dt.date,
        proposals: bool = False,
        by_date: bool = False,
        limit: int = 20,
        offset: int = 0,
        progress: Progress = silent,
    ) -> Answer:
        """The passages that `query` finds, narrowed by `filters`, best first or by date; with the claims on each.

        The index is brought up to the record first, unless somebody else takes long to do so. Without a query: all
        that the filters admit, by date. proposals: count claims that nobody reviewed. Raises BadQuery, BadArgument,
        NotFound for a party, issue or document that this view does not have.
        """
        if not query.strip() and not filters.of_claims and not filters.of_documents:
            raise BadArgument("a search has a query or a filter", repr(query), "Give words, or one of the filters.")
        self._bring_up(progress)
        with self._reading:
            desk = self._desk(snapshot, as_of, proposals or filters.standing == "proposed")
            chosen: frozenset[str] | None = None
            undated = 0
            if filters.of_documents:
                chosen, undated = documents(filters, desk.documents.values())
            quoted = desk.quoted(filters) if filters.of_claims else None
            if quoted is not None:  # the others need not be asked for
                chosen = quoted.documents if chosen is None else quoted.documents & chosen
            found = self.finder.find(
                snapshot,
                query,
                documents=chosen,
                admits=quoted,
                order=desk.date if by_date or not query.strip() else None,
                limit=limit,
                offset=offset,
            )
            said = tuple(desk.said(found.hits))
        return Answer(
            query=query,
            as_of=as_of,
            published_by=snapshot.published_by,
            total=found.total,
            offset=offset,
            said=said,
            loose=found.loose,
            undated=undated,
            unreviewed=snapshot.count(states={"proposed"}) if filters.of_claims and not desk.proposals else 0,
            indexed_to=min(self.finder.index.indexed_to(self._record.at()), snapshot.seq),
            seq=snapshot.seq,
        )

    def sharing(self, snapshot: Snapshot, words: Sequence[str], limit: int) -> tuple[int, list[Quote]]:
        """How many passages have one of these words, and those that share most, whole; at most `limit` of them."""
        self._bring_up(silent)
        with self._reading:
            return self.finder.sharing(snapshot, words, limit)

    def joined(
        self, snapshot: Snapshot, quotes: Iterable[Quote], *, as_of: dt.date, proposals: bool = False
    ) -> list[Said]:
        """Quoted words with their documents and the claims on them, as search shows them."""
        with self._reading:
            hits = [Hit(quote=one, marks=(), passage=(one.start, one.end)) for one in quotes]
            return list(self._desk(snapshot, as_of, proposals).said(hits))

    def _bring_up(self, progress: Progress) -> None:
        if self._writing.acquire(timeout=_PATIENCE):
            try:
                self.finder.index.catch_up(self._record.at, progress, patience=_PATIENCE)
            finally:
                self._writing.release()

    def forget(self) -> None:
        """Removes the index and all that is kept at hand, as after an erasure: it is made anew when next searched."""
        with self._writing, self._reading:
            self._desks.clear()
            self.finder.index.drop()

    def _desk(self, snapshot: Snapshot, as_of: dt.date, proposals: bool) -> "_Desk":
        if snapshot.seq > self._seq:
            self._seq = snapshot.seq
            self._desks.clear()
        key = (snapshot.seq, snapshot.viewer, snapshot.as_of, snapshot.published_by, as_of, proposals)
        desk = self._desks.pop(key, None) or _Desk(snapshot, as_of, proposals)
        self._desks[key] = desk
        if len(self._desks) > _KEPT:
            self._desks.popitem(last=False)
        return desk


class _Desk:
    """Joins what is found with one view of the record."""

    def __init__(self, snapshot: Snapshot, as_of: dt.date, proposals: bool) -> None:
        self.snapshot, self.as_of, self.proposals = snapshot, as_of, proposals
        self._parties = snapshot.parties()
        self.cast = Cast(snapshot, self._parties, counted(proposals))
        self._pages: dict[str, tuple[Document, list[Reviewed]]] = {}
        self._quoted: dict[Filters, Quoted] = {}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.snapshot.documents()}

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        owed, running = standings(self.snapshot, self.as_of, proposals=self.proposals)
        return {standing[0].id: standing for standing in (*owed, *running)}

    def quoted(self, filters: Filters) -> Quoted:
        """The quotes of the claims that the filters admit; asked again for every page of an answer."""
        if filters not in self._quoted:
            self._quoted = {filters: Quoted(self.cast.meeting(filters))}
        return self._quoted[filters]

    def date(self, document: str) -> str:
        """When a document is dated, to sort by; those without a date come last."""
        first, last = bounds(self.documents[document].dated)
        return str(first or last or "9999")

    def said(self, hits: Iterable[Hit]) -> Iterator[Said]:
        """Each hit with its document and the claims on it."""
        for hit in hits:
            home, claims = self._page(hit.quote.document)
            on = [r for r in claims if any(quoted.overlaps(hit.quote) for quoted in r.claim.quotes)]
            who = named(tuple({party for r in on for party in self.cast.speakers(r.claim)}), self._parties)
            yield Said(
                when=str(home.dated) if home.dated else "",
                who=who or home.author or home.publisher,
                quote=hit.quote,
                marks=hit.marks,
                passage=hit.passage,
                document=home.name,
                title=home.title,
                claims=tuple(self._about(r) for r in on),
            )

    def _page(self, document: str) -> tuple[Document, list[Reviewed]]:
        if document not in self._pages:
            if len(self._pages) > _KEPT_PAGES:
                self._pages.clear()
            claims = self.snapshot.claims(document=document, states=counted(self.proposals))
            self._pages[document] = self.snapshot.document(document), claims
        return self._pages[document]

    def _about(self, reviewed: Reviewed) -> About:
        claim = reviewed.claim
        standing = self._standings.get(reviewed.matter) if claim.kind in ("provision", "term") else None
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

    def _who(self, claim: Claim) -> str:
        return named(self.cast.speakers(claim), self._parties)
