"""Answers to texts: the last that has come by the day, until it is withdrawn; each source keeps its word."""

from typing import Any

import pytest

from goodoffices.tracking import Answer, answers
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.kinds import Acceptance
from tests.tracking.builders import by, claimed, day, event, matter, on

PLAN = {"party": "ard", "text": "Vell plan", "version": "12 May 2030"}
DENIED = Attribution(polarity="denied")
ALLEGED = Attribution(holder="bre", source="alleged")


def said(id: str, when: str, answer: str = "accepted", attribution: Attribution | None = None, **more: Any) -> Reviewed:
    content = Acceptance(**{**PLAN, "answer": answer, **more})
    return claimed(content, id=id, valid=on(when) if when else None, attribution=attribution)


def stands(as_of: str, *matters: Matter, events: tuple[Matter, ...] = (), ruled: tuple[Ruling, ...] = ()) -> Answer:
    (found,) = answers(matters, as_of=day(as_of), events=events, rulings=ruled)
    return found


YES = matter("m", said("yes", "2030-05-20"))
TAKEN_BACK = event("walkout", on("2030-06-10"), "withdraws", "yes", actor="ard")


@pytest.mark.parametrize(
    ("as_of", "state", "since"),
    [("2030-05-20", "accepted", "2030-05-20"), ("2030-06-09", "accepted", "2030-05-20"),
     ("2030-06-10", "withdrawn", "2030-06-10"), ("2031-01-01", "withdrawn", "2030-06-10")],
)  # fmt: skip
def test_an_answer_holds_until_the_day_it_is_withdrawn(as_of: str, state: str, since: str) -> None:
    found = stands(as_of, YES, events=(TAKEN_BACK,))
    assert (found.words(), found.status.since) == (state, day(since))
    assert ("walkout.1" in found.claims) is (state == "withdrawn")


def test_before_its_day_there_is_no_answer() -> None:
    assert answers([YES], as_of=day("2030-05-19"), events=[]) == ()


def test_an_answer_given_anew_after_a_withdrawal_holds() -> None:
    again = matter(
        "m", *YES.claims, said("again", "2030-07-01", "accepted_with_reservations", reservations=("no port",))
    )
    found = stands("2030-07-01", again, events=(TAKEN_BACK,))
    assert (found.words(), found.reservations) == ("accepted with reservations", ("no port",))
    assert stands("2030-06-30", again, events=(TAKEN_BACK,)).words() == "withdrawn"


def test_claims_of_one_text_and_party_that_nobody_called_one_matter_are_one_answer() -> None:
    found = stands("2030-09-01", YES, matter("n", said("no", "2030-08-01", "rejected", text="vell PLAN")))
    assert (found.words(), found.claims) == ("rejected", ("yes", "no"))
    other = said("other", "2030-08-01", "rejected", version="1 June 2030")
    assert [a.words() for a in answers([YES, matter("o", other)], as_of=day("2030-09-01"), events=[])] == [
        "rejected",
        "accepted",
    ]


def test_sources_of_one_day_that_differ_are_both_shown_until_somebody_rules() -> None:
    both = matter("m", said("yes", "2030-05-20"), said("no", "2030-05-20", "rejected"))
    found = stands("2030-06-01", both)
    assert found.words() == "disputed: accepted or rejected"
    assert [r.claims for r in found.status.reasons if r.rule == "sources-differ"] == [("yes",), ("no",)]
    ruling = Ruling(
        conflict="m:answer", follows="no", reason="the letter itself", by="Ann", saw=(("yes", 1), ("no", 1))
    )
    assert stands("2030-06-01", both, ruled=(ruling,)).words() == "rejected"


def test_a_withdrawal_that_one_side_alleges_or_another_denies_makes_it_disputed() -> None:
    alleged = event("walkout", on("2030-06-10"), "withdraws", "yes", alleged_by="bre")
    assert stands("2030-07-01", YES, events=(alleged,)).words() == "disputed: accepted or withdrawn"
    assert stands("2030-06-09", YES, events=(alleged,)).words() == "accepted"


def test_a_withdrawal_on_a_day_not_sure_to_have_come_leaves_it_unknown() -> None:
    vague = event("walkout", by("2030-06-30"), "withdraws", "yes")
    found = stands("2030-06-15", YES, events=(vague,))
    assert (found.status.state, found.status.between) == ("unknown", ("accepted", "withdrawn"))
    assert stands("2030-06-30", YES, events=(vague,)).words() == "withdrawn"


def test_a_source_that_denies_it_makes_it_disputed_and_one_alone_makes_no_answer() -> None:
    both = matter("m", *YES.claims, said("not", "2030-05-21", attribution=DENIED))
    assert stands("2030-06-01", both).words() == "disputed: accepted or not given"
    assert stands("2030-05-20", both).words() == "accepted"
    assert (
        answers([matter("m", said("not", "2030-05-21", attribution=DENIED))], as_of=day("2030-06-01"), events=[]) == ()
    )


def test_what_another_alleges_of_the_party_counts_only_where_nothing_else_tells() -> None:
    hearsay = said("hearsay", "2030-08-01", "rejected", ALLEGED)
    assert stands("2030-09-01", matter("m", hearsay)).words() == "rejected (alleged by bre)"
    assert stands("2030-09-01", matter("m", *YES.claims, hearsay)).words() == "accepted"


def test_a_breach_or_an_extension_does_nothing_to_an_answer() -> None:
    others = tuple(event(f"e{n}", on("2030-06-10"), does, "yes") for n, does in enumerate(("breaches", "extends")))
    assert stands("2030-07-01", YES, events=others).words() == "accepted"


def test_an_answer_without_a_day_holds_until_a_later_word() -> None:
    undated = matter("m", said("yes", ""))
    assert (stands("2030-01-01", undated).words(), stands("2030-01-01", undated).status.since) == ("accepted", None)
    assert stands("2030-06-10", undated, events=(TAKEN_BACK,)).words() == "withdrawn"
