"""Lists of a snapshot: what they hold, in which order, page by page, and that the counts beside them say the same."""

import datetime as dt
from collections import Counter
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from goodoffices.record import Record, Snapshot, Viewer
from goodoffices.vocabulary.claim import STANDING, Claim, Reviewed
from goodoffices.vocabulary.kinds import Event, Meeting, Position
from goodoffices.vocabulary.when import between, in_month, unresolved
from tests.record.office import WORDS, add, day, meeting, moment, read

# A time, and the day by which a list orders it, worked out by hand.
TIMES = [
    (day("2024-03-10"), dt.date(2024, 3, 10)),
    (None, None),
    (in_month(2024, 3), dt.date(2024, 3, 1)),
    (between(None, dt.date(2024, 3, 10)), dt.date(2024, 3, 10)),
    (unresolved("FUTURE_REF", "soon"), None),
    (replace(day("2024-05-01"), alternatives=(day("2024-04-01"),)), dt.date(2024, 4, 1)),
    (day("2024-03-10"), dt.date(2024, 3, 10)),
]
CONTENTS = (Meeting(place="Vell"), Event(what="visit"), Position(party="isr", issue="water", stance="firm"))
ASKED = [(None, None), ("event", None), (("meeting", "position"), STANDING), ("term", None), (None, {"rejected"})]
AXES = [
    {},
    {"as_of": dt.date(2024, 3, 5)},
    {"as_known": 50},
    {"viewer": Viewer("outsider")},
    {"published_by": dt.date(2024, 3, 15)},
]

Kinds = str | tuple[str, ...] | None
States = frozenset[str] | None


@pytest.fixture
def days(record: Record) -> dict[str, dt.date | None]:
    """Fifty claims by hand, some confidential, some rejected, some amended to another day; and the day of each."""
    found: dict[str, dt.date | None] = {}
    for number in range(50):
        valid, found[f"c{number}"] = TIMES[number % len(TIMES)]
        claim = Claim(id=f"c{number}", content=CONTENTS[number % 3], valid=valid, entered_by="Bea")
        entry = record.enter(claim, by="Bea", at=moment(), compartments=("inner",) if number % 5 == 0 else ())
        if number % 4 == 0:
            record.reject(claim.id, by="Ann", at=moment())
        elif number % 11 == 0:
            again, found[claim.id] = TIMES[(number + 1) % len(TIMES)]
            record.amend(replace(claim, valid=again), based_on=entry.seq, by="Ann", at=moment())
    return found


def _paged(listed: Callable[..., list[Reviewed]], step: int = 7) -> list[str]:
    found: list[str] = []
    while page := listed(limit=step, offset=len(found)):
        found += [r.claim.id for r in page]
    return found


def _day(held: Reviewed) -> dt.date | None:
    return next(day for when, day in TIMES if when == held.claim.valid)


@pytest.mark.parametrize("axes", AXES, ids=str)
@pytest.mark.parametrize(("kinds", "states"), ASKED)
def test_lists_by_day_hold_what_is_counted_in_the_order_they_say_on_every_axis(
    record: Record, days: dict[str, dt.date | None], axes: dict[str, object], kinds: Kinds, states: States
) -> None:
    view: Snapshot = record.at(**axes)  # type: ignore[arg-type]
    wanted = {kinds} if isinstance(kinds, str) else kinds
    held = [
        r for r in view.claims() if (wanted is None or r.claim.kind in wanted) and (states is None or r.state in states)
    ]
    place = {r.claim.id: number for number, r in enumerate(held)}
    when = {r.claim.id: _day(r) for r in held}
    dated = [name for name in place if when[name]]

    def ordinal(name: str) -> int:
        found = when[name]
        return found.toordinal() if found else 0

    asked = {"kind": kinds, "states": states}
    listed = {
        "oldest": _paged(lambda **part: view.dated(**asked, **part)),  # type: ignore[arg-type]
        "latest": _paged(lambda **part: view.dated(**asked, latest_first=True, **part)),  # type: ignore[arg-type]
        "all": _paged(lambda **part: view.latest(**asked, **part)),  # type: ignore[arg-type]
        "record": _paged(lambda **part: view.claims(**asked, **part)),  # type: ignore[arg-type]
    }
    assert listed["oldest"] == sorted(dated, key=ordinal)
    assert listed["latest"] == sorted(dated, key=lambda name: -ordinal(name))
    assert listed["all"] == sorted(place, key=lambda name: (-ordinal(name), -place[name]))
    assert listed["record"] == list(place)
    assert view.count(kinds, states) == len(held)  # type: ignore[arg-type]
    assert view.count_dated(kinds, states) == len(dated)  # type: ignore[arg-type]
    if kinds is None:
        assert view.counts(states) == Counter(r.claim.kind for r in held)  # type: ignore[arg-type]


def test_the_lists_are_not_all_empty(record: Record, days: dict[str, dt.date | None]) -> None:
    counted = [record.at(**axes).count() for axes in AXES]  # type: ignore[arg-type]
    assert (counted[0], counted[4]) == (50, 0)
    assert all(0 < some < 50 for some in counted[1:4])
    assert {r.claim.id: _day(r) for r in record.at().claims()} == days


def test_documents_are_listed_page_by_page_and_the_unread_among_them_named(record: Record) -> None:
    added = [add(record, f"{number} {WORDS}", compartments=("a",) if number == 3 else ()) for number in range(9)]
    read(record, added[2], [meeting(added[2], words=f"2 {WORDS}")])
    view = record.at(viewer=Viewer("outsider"))
    seen = [d.id for d in added if d.id != added[3].id]
    for latest_first in (False, True):
        pages = [view.documents(limit=3, offset=o, latest_first=latest_first) for o in range(0, 9, 3)]
        listed = [d.id for page in pages for d in page]
        assert listed == (seen[::-1] if latest_first else seen)
    assert view.unread_of(d.id for d in added) == {d for d in seen if d != added[2].id}
    assert view.count_unread() == 7
    assert (view.count_undated_documents(), len(view.undated_documents())) == (8, 8)
    assert view.waiting(d.id for d in added) == {added[2].id: 1}


def test_the_next_document_that_waits_is_the_first_behind_in_the_order_of_addition(record: Record) -> None:
    added = [add(record, f"{number} {WORDS}", compartments=("a",) if number == 4 else ()) for number in range(7)]
    for number in (5, 2, 4, 3):  # read in another order than added
        read(record, added[number], [meeting(added[number], words=f"{number} {WORDS}")])
    view, outside = record.at(), record.at(viewer=Viewer("outsider"))
    record.accept(view.claims(document=added[3].id)[0].claim.id, by="Ann", at=moment())
    before, view = view, record.at()
    names = [d.id for d in added]

    def plain(waiting: set[int], after: int | None) -> str | None:
        turned = sorted(waiting, key=lambda n: (after is not None and n <= after, n))
        return names[turned[0]] if turned else None

    for after in (None, *range(7)):
        behind = "" if after is None else names[after]
        assert before.next_waiting(after=behind) == plain({2, 3, 4, 5}, after)
        assert view.next_waiting(after=behind) == plain({2, 4, 5}, after)
        assert view.next_waiting("meeting", behind) == plain({2, 4, 5}, after)
        assert view.next_waiting("statement", behind) is None
        if after != 4:
            assert outside.next_waiting(after=behind) == plain({2, 3, 5}, after)


def test_what_was_counted_before_an_erasure_is_counted_anew(record: Record) -> None:
    document = add(record)
    read(record, document, [meeting(document)])
    seq = record.at().seq
    assert record.at(as_known=seq).count() == 1
    record.erase(document.id, "asked for", by="Ann", at=moment())
    assert record.at(as_known=seq).count() == 0
