"""Exchanges with quantities: agreed, handed over so far, still to come."""

from goodoffices.tracking.tally import tallies
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.kinds.transfer import Transfer

from .builders import claimed, day, matter, on


def said(
    id: str, when: str, agreed: float | None = None, delivered: float | None = None, told: Attribution | None = None
) -> Reviewed:
    content = Transfer(giver="ard", receiver="bel", what="crews", agreed=agreed, delivered=delivered)
    return claimed(content, id=id, valid=on(when) if when else None, attribution=told)


CREWS = matter(
    "crews",
    said("deal", "2030-01-01", agreed=50),
    said("first", "2030-01-10", delivered=13),
    said("second", "2030-01-20", delivered=39),
    said("denial", "2030-01-25", delivered=0, told=Attribution(polarity="denied")),
)


def on_day(held: Matter, text: str) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, float] | None]:
    (found,) = tallies([held], day(text))
    return found.agreed, found.delivered, found.left


def test_a_tally_runs_with_the_days_and_counts_are_not_added_up() -> None:
    assert tallies([CREWS], day("2029-12-31")) == ()
    assert on_day(CREWS, "2030-01-05") == ((50,), (), None)
    assert on_day(CREWS, "2030-01-10") == ((50,), (13,), (37, 37))
    assert on_day(CREWS, "2030-02-01") == ((50,), (39,), (11, 11))
    (found,) = tallies([CREWS], day("2030-02-01"))
    assert (found.as_of, found.claims) == (day("2030-01-20"), ("deal", "second"))


def test_sources_that_differ_are_both_shown_and_leave_a_range() -> None:
    differing = matter("m", *CREWS.claims, said("other", "2030-01-20", agreed=60, delivered=45))
    assert on_day(differing, "2030-01-20") == ((50, 60), (39, 45), (5, 21))


def test_more_than_was_agreed_leaves_nothing_to_come_and_silence_leaves_it_open() -> None:
    assert on_day(matter("m", said("a", "", agreed=10), said("b", "2030-01-02", delivered=12)), "2030-01-03")[2] == (
        0,
        0,
    )
    assert on_day(matter("m", said("b", "2030-01-02", delivered=12)), "2030-01-03") == ((), (12,), None)
