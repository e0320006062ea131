"""The ledger of what could be known."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from goodoffices.tracking import Docket, ledger
from goodoffices.tracking.ledger import Standing
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.kinds import Provision

from .builders import by, claimed, day, event, matter, on, provision
from .test_properties import FIRST, days, records

LAST = FIRST + dt.timedelta(days=400)
published = st.none() | days.map(lambda d: on(str(d)))


@st.composite
def public_records(draw: st.DrawFn) -> tuple[list[Matter], list[Matter]]:
    """Records whose claims became public on some day, or on no day that anybody knows."""
    matters, events = draw(records())
    return [dated(m, draw) for m in matters], [dated(e, draw) for e in events]


def dated(m: Matter, draw: st.DrawFn) -> Matter:
    return replace(m, claims=tuple(replace(r, published=draw(published)) for r in m.claims))


def whole(record: tuple[list[Matter], list[Matter]], until: dt.date) -> list[Standing]:
    return list(ledger(*record, since=FIRST, until=until))


def public_by(matters: list[Matter], last: dt.date) -> list[Matter]:
    def was_public(r: Reviewed) -> bool:
        return r.published is not None and r.published.surely_by(last)

    found = (replace(m, claims=tuple(filter(was_public, m.claims))) for m in matters)
    return [m for m in found if m.claims]


@settings(max_examples=200)
@given(public_records(), days)
def test_nothing_published_later_changes_a_line(record: tuple[list[Matter], list[Matter]], until: dt.date) -> None:
    matters, events = record
    earlier = public_by(matters, until), public_by(events, until)
    assert repr(whole(earlier, until)) == repr(whole(record, until))


@settings(max_examples=150)
@given(public_records(), days)
def test_each_day_says_what_a_docket_of_what_counted_on_that_day_says(
    record: tuple[list[Matter], list[Matter]], as_of: dt.date
) -> None:
    def counted(matters: list[Matter]) -> list[Matter]:
        """Public, and not about a day wholly ahead: as a snapshot of that day has it."""
        kept = []
        for m in public_by(matters, as_of):
            claims = tuple(
                r for r in m.claims if not (r.claim.valid and r.claim.valid.earliest and r.claim.valid.earliest > as_of)
            )
            kept += [replace(m, claims=claims)] if claims else []
        return kept

    matters, events = map(counted, record)
    said = Docket(matters, events).statuses(as_of)
    lines = [one for one in whole(record, LAST) if one.first <= as_of <= one.last]
    assert {one.matter.id: one.status for one in lines} == said


@settings(max_examples=100)
@given(public_records())
def test_a_matter_is_told_without_gaps_from_the_day_it_could_be_known(
    record: tuple[list[Matter], list[Matter]],
) -> None:
    told: dict[str, Standing] = {}
    for one in whole(record, LAST):
        before = told.get(one.matter.id)
        assert one.first <= one.last
        assert before is None or before.last + dt.timedelta(days=1) == one.first
        told[one.matter.id] = one
    assert all(one.last == LAST for one in told.values())


def test_what_was_fulfilled_in_march_and_told_in_may_is_overdue_in_april() -> None:
    asked = provision("p", on("2020-01-01"), force="agreed", deadline=by("2020-03-31"))
    asked = matter("p", replace(asked.claims[0], published=on("2020-01-05")))
    done = event("e", on("2020-03-20"), "fulfils", published=on("2020-05-01"))
    lines = list(ledger([asked], [done], since=FIRST, until=day("2020-06-30")))
    assert [(str(x.first), str(x.last), x.status.words()) for x in lines] == [
        ("2020-01-05", "2020-02-29", "open"),
        ("2020-03-01", "2020-03-31", "due"),
        ("2020-04-01", "2020-04-30", "overdue"),
        ("2020-05-01", "2020-06-30", "kept, on time"),
    ]


def test_a_ruling_counts_once_all_that_it_saw_was_public() -> None:
    claims = [
        claimed(Provision(force="agreed", deadline=by(last)), id=id, published=on(public))
        for id, last, public in (
            ("a", "2020-02-01", "2020-01-01"), ("b", "2020-12-01", "2020-01-02"), ("c", "2020-11-01", "2020-06-01"),
        )
    ]  # fmt: skip
    early = Ruling(conflict="p:deadline", follows="a", reason="dated there", by="Ann", saw=(("a", 1), ("b", 1)))
    late = Ruling(conflict="p:deadline", follows="c", reason="later", by="Ann", saw=(("a", 1), ("b", 1), ("c", 1)))
    lines = list(ledger([matter("p", *claims)], [], [early, late], since=day("2020-03-01"), until=day("2020-07-01")))
    assert [(str(x.first), x.status.state) for x in lines] == [("2020-03-01", "overdue"), ("2020-06-01", "open")]
