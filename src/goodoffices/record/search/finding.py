"""What one viewer finds: the index asked within what their snapshot shows, the words taken from the record."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import partial

from msgspec import Struct
from tantivy import Query

from goodoffices.errors import BadArgument, NotFound
from goodoffices.record.search import fields
from goodoffices.record.search.index import Edition, Index, Place
from goodoffices.record.search.marks import Marker, excerpt
from goodoffices.record.search.query import Any, Node, Words, leaves, loosened, parse
from goodoffices.record.snapshot import Snapshot
from goodoffices.record.viewer import Viewer
from goodoffices.vocabulary.quote import Quote, quote
from goodoffices.vocabulary.text import Span

Admits = Callable[[str, int, int], tuple[Span, ...]]
"""For what a passage counts, given its document, start and end: spans of the document's text; empty if it does not."""

MOST = 500  # hits shown at a time
_FEW = 1_000  # hits that are sorted as they are
_AT_ONCE = 32  # documents asked for first, where there are more hits than that
_KEPT_TEXTS = 16_000_000  # code points of texts kept at hand
_KEPT_VIEWS = 16


class Hit(Struct, frozen=True, kw_only=True):
    """A passage found. quote: its exact words, or those around what was found; marks: spans of the document's text
    with the words sought; passage: the span of the whole passage.
    """

    quote: Quote
    marks: tuple[Span, ...]
    passage: Span


class Found(Struct, frozen=True, kw_only=True):
    """total: how many passages this view has; hits: those of them that are shown; loose: whether none had all of the
    words, so that these have some of them; what most of them have ("the") is not marked then.
    """

    total: int
    hits: tuple[Hit, ...]
    loose: bool = False


class View(Struct, frozen=True):
    """The part of an edition that may be found. only, never: None for no limit; documents: by the entry that added
    them.
    """

    edition: Edition
    only: Query | None
    never: Query | None
    documents: dict[int, str]

    def places(
        self,
        node: Node | None,
        *,
        admits: Admits | None = None,
        order: Callable[[str], str] | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[int, list[Place]]:
        """How many passages a query finds, and where those stand that `Finder.find` shows."""
        if not self.documents:
            return 0, []
        query = fields.restricted(fields.translated(node), self.only, self.never)
        ranked = order or (_as_added if node is None else None)
        if admits is None and ranked is None:
            return self.edition.places(query, limit, offset)
        total = self.edition.count(query)
        if admits is None and ranked is not None and total > _FEW:
            return total, self._first(query, ranked, min(total, offset + limit))[offset:]
        places = self.edition.places(query, max(total, 1))[1]
        if admits is not None:
            places = [place for place in places if admits(self.documents[place[0]], place[1], place[2])]
        if ranked is not None:
            places.sort(key=lambda place: (ranked(self.documents[place[0]]), place))
        return len(places), places[offset : offset + limit]

    def _first(self, query: Query, ranked: Callable[[str], str], wanted: int) -> list[Place]:
        """The first places by rank, asked for among the first documents, then among more: 10 ms instead of 380 to fetch
        and sort 180,000.
        """
        documents = sorted(self.documents.items(), key=lambda item: (ranked(item[1]), item[0]))
        found: list[Place] = []
        at, size = 0, _AT_ONCE
        while len(found) < wanted and at < len(documents):
            part = dict(documents[at : at + size])
            among = fields.restricted(query, fields.of_documents(part.values()))
            places = self.edition.places(among, max(self.edition.count(among), 1))[1]
            found += sorted(places, key=lambda place: (ranked(part[place[0]]), place))
            at, size = at + size, size * 4
        return found[:wanted]


class Finder:
    """Searches one case for anybody, in one thread at a time. Keeps the texts and the views it last used at hand."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._views: OrderedDict[tuple[int, Viewer, object, object], View] = OrderedDict()
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._edition = index.edition

    def find(
        self,
        snapshot: Snapshot,
        written: str,
        *,
        documents: Collection[str] | None = None,
        admits: Admits | None = None,
        order: Callable[[str], str] | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Found:
        """The passages of a snapshot that a query finds: the best first, or by what `order` gives for their document.
        Where none has all of its words, those that have some.

        An empty query finds all passages, in the order of the documents. documents: only these; admits: only what it
        admits. Raises BadQuery, BadArgument for a limit outside 1 to MOST or an offset below 0.
        """
        if not 1 <= limit <= MOST or offset < 0:
            raise BadArgument(f"1 to {MOST} hits are shown, from the first on", (limit, offset), "Ask for fewer.")
        node = parse(written) if written.strip() else None
        view = self.view(snapshot, documents)
        ask = partial(view.places, admits=admits, order=order, limit=limit, offset=offset)
        total, places = ask(node)
        looser = None if total or node is None else loosened(node)
        sought = list(leaves(node)) if node else []
        if looser is not None:
            total, places = ask(looser)
            sought = [leaf for leaf in sought if 2 * view.places(leaf, limit=1)[0] <= total] or sought
        marker, wanted = Marker(sought), admits if node is None else None
        hits = [hit for place in places if (hit := self._hit(snapshot, view, place, marker, wanted))]
        return Found(total=total, hits=tuple(hits), loose=looser is not None and total > 0)

    def sharing(self, snapshot: Snapshot, words: Sequence[str], limit: int) -> tuple[int, list[Quote]]:
        """How many passages have one of these words, letter for letter but for case and marks, and those that share
        most, whole; at most `limit` of them.
        """
        if not words:
            return 0, []
        view = self.view(snapshot)
        total, places = view.places(Any(tuple(Words((word,), exact=True) for word in words)), limit=limit)
        found = []
        for seq, start, end in places:
            document = view.documents[seq]
            with suppress(NotFound):  # erased a moment ago
                found.append(quote(document, self._text(snapshot, document), start, end))
        return total, found

    def view(self, snapshot: Snapshot, documents: Collection[str] | None = None) -> View:
        """The part of the index that a snapshot shows, within `documents` if they are given."""
        edition = self.index.edition
        if self._edition is not edition:  # it was brought up: what is gone from the record goes here too
            self._edition = edition
            self._texts.clear()
            self._views.clear()
        among = None if documents is None else frozenset(documents)
        key = (snapshot.seq, snapshot.viewer, snapshot.published_by, among)
        view = self._views.pop(key, None) or _view(edition, snapshot.added(), among)
        self._views[key] = view
        if len(self._views) > _KEPT_VIEWS:
            self._views.popitem(last=False)
        return view

    def _hit(self, snapshot: Snapshot, view: View, place: Place, marker: Marker, admits: Admits | None) -> Hit | None:
        seq, start, end = place
        document = view.documents[seq]
        try:
            text = self._text(snapshot, document)
        except NotFound:  # erased a moment ago
            return None
        passage = text[start:end]
        if admits is None:
            marks = marker.spans(passage)
        else:
            marks = tuple((max(a, start) - start, min(b, end) - start) for a, b in admits(document, start, end))
        first, last = excerpt(passage, marks)
        return Hit(
            quote=quote(document, text, start + first, start + last),
            marks=tuple((start + max(a, first), start + min(b, last)) for a, b in marks if a < last and first < b),
            passage=(start, end),
        )

    def _text(self, snapshot: Snapshot, document: str) -> str:
        kept = self._texts.pop(document, None)
        self._texts[document] = text = snapshot.text(document).content if kept is None else kept
        while len(self._texts) > 1 and sum(map(len, self._texts.values())) > _KEPT_TEXTS:
            self._texts.popitem(last=False)
        return text


def _view(edition: Edition, added: dict[str, int], among: frozenset[str] | None) -> View:
    indexed = edition.documents
    shown = indexed & added.keys() if among is None else indexed & added.keys() & among
    hidden = indexed - shown
    documents = {added[document]: document for document in shown}
    if not hidden:
        return View(edition, None, None, documents)
    if len(hidden) < len(shown):
        return View(edition, None, fields.of_documents(hidden), documents)
    return View(edition, fields.of_documents(shown), None, documents)


def _as_added(_document: str) -> str:
    return ""
