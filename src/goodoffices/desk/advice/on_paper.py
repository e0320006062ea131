"""The meeting pack on paper: a brief on one party, what to ask and what is due first."""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from goodoffices.briefs import Brief, Finding, Item, Notes, Section, provision_item
from goodoffices.desk.advice.advise import DUE, PASSED
from goodoffices.desk.advice.exchanged import answers
from goodoffices.desk.advice.meeting import Pack
from goodoffices.desk.affairs.odds import attribute_in_words
from goodoffices.desk.affairs.rows import Row
from goodoffices.desk.affairs.status import Line, Standings
from goodoffices.desk.evidence import concerned
from goodoffices.desk.review.anchors import Anchors
from goodoffices.record import Snapshot

SHORT = 3  # named of each finding
TOLD = 20
"""Rows of a part; who meets at ten reads no more, and the rest is counted."""


def on_paper(
    snapshot: Snapshot, found: Standings, pack: Pack, as_of: dt.date, *, case: str, by: str, at: dt.datetime
) -> Brief:
    """The pack as a brief, each line with the exact words it rests on. found: the standings behind the pack."""
    documents = {document.id: document for document in snapshot.documents()}
    notes, parties = Notes(documents, anchored=Anchors(snapshot).of_first), snapshot.parties()
    standing = {matter.id: (matter, status) for matter, status in found[0]}

    def lines(told: Sequence[Line]) -> tuple[Item, ...]:
        rows = ((line, provision_item(*standing[line.matter], notes, name=parties.name)) for line in told[:TOLD])
        return tuple(replace(item, words=line.what[:1].upper() + line.what[1:]) for line, item in rows)

    def claims(told: Sequence[Row]) -> tuple[Item, ...]:
        return tuple(_claim(row, notes.cite([snapshot.claim(row.claim).claim])) for row in told[:TOLD])

    odds = [c for c in snapshot.conflicts() if c.is_open and any(pack.party in concerned(r.claim) for r in c.claims)]
    about = tuple(
        Item(words=f"Sources differ on {attribute_in_words(c.attribute)}", notes=notes.cite(r.claim for r in c.claims))
        for c in odds
    )
    asked = tuple(Item(words=said, notes=notes.cite([snapshot.claim(c).claim])) for said, c in pack.to_ask[:TOLD])
    moved = tuple(
        Item(
            words=f"{one.issue.replace('_', ' ').capitalize()}: {one.words}",
            when=one.when,
            notes=notes.cite(snapshot.claim(c).claim for c in one.claims),
        )
        for one in pack.moved
    )
    answered = answers(pack.answers[:TOLD], lambda id: snapshot.claim(id).claim, notes, parties, name=False)
    none = f"This record holds no {{}} {pack.name}; that is no finding that there is none."
    sections = (
        ("ask", "What to ask", asked, "Nothing in this record asks for a question."),
        ("owes", "What it owes, or is asked for", lines(pack.owes), none.format("provision that binds or asks")),
        ("with", "What bodies it sits in owe", lines(pack.owes_with), none.format("provision that binds a body of")),
        ("said", "What it said last", claims(pack.said), none.format("statement of")),
        ("owed", "What it is owed", lines(pack.owed), none.format("provision for the benefit of")),
        ("stands", "Where it stands", claims(pack.stands), none.format("position of")),
        ("answers", "What it answered to texts", answered, none.format("answer to a text of")),
        ("moved", "Where it moved", moved, none.format("change of position of")),
        ("ties", "What it ties together", claims(pack.ties), none.format("linkage of")),
        ("gave", "What was given for what", claims(pack.gave), none.format("concession of or to")),
        ("agreed", "Agreed language at hand", claims(pack.agreed), none.format("agreed words on issues of")),
        ("odds", "Where sources differ about it", about, none.format("open contradiction about")),
    )
    whole: dict[str, tuple[Sequence[object], str]] = {
        "owes": (pack.owes, "status"),
        "with": (pack.owes_with, "status"),
        "owed": (pack.owed, "status"),
        "stands": (pack.stands, "standing"),
        "answers": (pack.answers, "standing"),
        "ties": (pack.ties, "standing"),
        "gave": (pack.gave, "standing"),
    }
    return Brief(
        title=f"You meet {pack.name}",
        case=case,
        as_of=as_of,
        as_known=f"record to entry {snapshot.seq}",
        prepared_at=at,
        prepared_by=by,
        coverage=(
            f"From {len(documents)} documents of this record, and as incomplete as they are; what is absent from it is "
            "not thereby absent from the world."
        ),
        findings=tuple(_findings(pack, len(odds))),
        sections=tuple(
            Section(id=i, title=title, lead=_more(*whole.get(i, ((), ""))), items=items, empty=empty)
            for i, title, items, empty in sections
        ),
        footnotes=notes.footnotes,
        published_by=snapshot.published_by,
    )


def _more(whole: Sequence[object], verb: str) -> str:
    """That there is more than a part tells, and where."""
    return f"The first {TOLD} of {len(whole)}; `goodoffices {verb}` has all." if len(whole) > TOLD else ""


def _findings(pack: Pack, odds: int) -> Iterator[Finding]:
    """The pack in short: what has passed and is due, when the party spoke last, where sources differ about it."""
    for label, states in (("Date passed", PASSED), ("Due", DUE)):
        if lines := [line for line in pack.owes if line.status.state in states]:
            named = "; ".join(f"{line.what} ({line.by})" if line.by else line.what for line in lines[:SHORT])
            more = f"; and {len(lines) - SHORT} more" if len(lines) > SHORT else ""
            yield Finding(label=label, count=len(lines), words=named + more, mark=lines[0].status.state, to="owes")
    if pack.said:
        yield Finding(label="Spoke last", words=pack.said[0].when or "on a day that is not given", to="said")
    if odds:
        yield Finding(label="Sources at odds", count=odds, words=f"about {pack.name}", mark="disputed", to="odds")


def _claim(row: Row, notes: tuple[int, ...]) -> Item:
    hedge = (
        () if row.status == "asserted" else (f"{row.status.capitalize()}{f', by {row.holder}' * bool(row.holder)}.",)
    )
    return Item(
        words=row.words, when=row.when, parties=row.parties, notes=notes, detail=hedge, proposed=not row.stands,
        id=f"k-{row.claim}",
    )  # fmt: skip
