"""Search: what was said before, in whose exact words, and what became of it."""

from collections.abc import Iterator

from litestar import Response

from goodoffices.desk.words.search import Said
from goodoffices.vocabulary.kinds import KINDS
from goodoffices.web import navigation
from goodoffices.web.forms import number
from goodoffices.web.frame import Frame
from goodoffices.web.glass import day_in
from goodoffices.web.routes import Framed, shows

STEP = 20
NARROWED = ("speaker", "body", "kind", "standing", "since", "until")


@shows("/search", who="reader")
def search(frame: Framed) -> Response[str]:
    """Passages with all words, narrowed by whose they are, which kind, which dates; the form alone before that."""
    query = frame.request.query_params
    asked = {name: query.get(name, "").strip() for name in ("q", *NARROWED, "order", "document")}
    offset = number(query.get("offset", ""))
    found = _found(frame, asked, offset) if any(asked.values()) else None
    return frame.page(
        "search.html",
        navigation.SEARCH,
        asked=asked,
        found=found,
        pieces=pieces,
        step=STEP,
        kinds={name: KINDS[name].plural for name in KINDS},
        documents=frame.timeless.count_documents(),
        kept={name: value for name, value in asked.items() if value},
    )


def _found(frame: Frame, asked: dict[str, str], offset: int) -> object:
    return frame.case.search(
        asked["q"],
        frame.snapshot,
        speaker=asked["speaker"],
        body=asked["body"],
        kind=asked["kind"],
        standing=asked["standing"],
        document=asked["document"],
        since=day_in("since", asked["since"]),
        until=day_in("until", asked["until"]),
        by_date=asked["order"] == "date",
        proposals=frame.glass.proposals,
        limit=STEP,
        offset=offset,
    )


def pieces(said: Said) -> Iterator[tuple[str, bool]]:
    """The exact words in pieces, and whether each was sought."""
    words, place = said.quote.exact, said.quote.start
    at = 0
    for start, end in said.marks:
        first, last = max(start - place, at), min(end - place, len(words))
        if first < last:
            yield words[at:first], False
            yield words[first:last], True
            at = last
    yield words[at:], False


HANDLERS = [search]
