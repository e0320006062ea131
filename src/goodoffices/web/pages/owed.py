"""Commitments, terms and their ledger: who owes what by when, what runs until when, where each stands and stood."""

from collections import Counter

from litestar import Response

from goodoffices.desk.affairs.ledger import Entry
from goodoffices.desk.affairs.status import ATTENTION, Affairs, Line
from goodoffices.web import navigation
from goodoffices.web.forms import number
from goodoffices.web.frame import ROWS, Frame
from goodoffices.web.navigation import Page
from goodoffices.web.routes import Framed, Given, shows
from goodoffices.web.saving import KINDS, saved


@shows("/commitments", who="reader")
def commitments(frame: Framed) -> Response[str]:
    """Every provision, those first that want attention."""
    affairs = frame.case.status(frame.snapshot, proposals=frame.glass.proposals)
    return _lines(frame, navigation.COMMITMENTS, affairs, affairs.provisions, drawn=True)


@shows("/terms", who="reader")
def terms(frame: Framed) -> Response[str]:
    """Everything that runs for a time."""
    affairs = frame.case.status(frame.snapshot, proposals=frame.glass.proposals)
    return _lines(frame, navigation.TERMS, affairs, affairs.terms)


@shows("/ledger", who="reader")
def ledger(frame: Framed, matter: Given = "", offset: Given = "") -> Response[str]:
    """Where each stood from day to day, from what was public by each day alone; of one matter, if it is named."""
    view, first = frame.snapshot, number(offset)
    found = _knowable(frame, matter)
    return frame.page(
        "ledger.html",
        navigation.LEDGER,
        lines=found[first : first + ROWS],
        total=len(found),
        offset=first,
        matter=matter,
        documents=frame.timeless.count_documents(),
        unreviewed=view.count(("provision", "term"), states={"proposed"}),
    )


@shows("/ledger.csv", who="reader")
def ledger_csv(frame: Framed, matter: Given = "") -> Response[bytes]:
    """The same lines, all of them, as CSV."""
    content = frame.case.ledger_csv(_knowable(frame, matter))
    return saved(content, f"ledger-{frame.glass.as_of}.csv", KINDS["csv"])


def _knowable(frame: Frame, matter: str) -> tuple[Entry, ...]:
    found = frame.case.ledger(frame.snapshot, proposals=frame.glass.proposals)
    return tuple(line for line in found if line.matter == matter) if matter else found


@shows("/calendar.ics", who="reader")
def calendar(frame: Framed) -> Response[bytes]:
    """Every dated thing to watch from the day of the glass on, for a calendar program."""
    entries = frame.case.calendar(frame.snapshot, proposals=frame.glass.proposals)
    return saved(frame.case.icalendar(entries), f"calendar-{frame.glass.as_of}.ics", KINDS["ics"])


def _lines(
    frame: Frame, page: Page, affairs: Affairs, lines: tuple[Line, ...], *, drawn: bool = False
) -> Response[str]:
    query = frame.request.query_params
    state, party, offset = query.get("state", ""), query.get("party", ""), number(query.get("offset", ""))
    counted: Counter[str] = Counter(line.status.state for line in lines)
    chosen = [x for x in lines if state in ("", x.status.state) and party in ("", *x.bound, *x.benefits)]
    only = frozenset(line.matter for line in chosen) if state or party else None
    proposals = frame.glass.proposals
    picture = frame.case.commitments_drawn(frame.snapshot, only=only, proposals=proposals) if drawn else None
    return frame.page(
        "owed.html",
        page,
        figures=frame.figures(picture),
        drawn=drawn,
        lines=chosen[offset : offset + ROWS],
        total=len(chosen),
        offset=offset,
        states=[(s, counted[s]) for s in ATTENTION if counted[s]],
        state=state,
        party=frame.snapshot.parties().name(party) if party else "",
        unreviewed=affairs.unreviewed,
        undated=affairs.undated,
        documents=frame.timeless.count_documents(),
    )


HANDLERS = [commitments, terms, ledger, ledger_csv, calendar]
