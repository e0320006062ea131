"""Who sits, is represented, is heard or is absent."""

import datetime as dt

import pytest

from goodoffices.errors import BadArgument
from goodoffices.formats import Adoption, Format, Seat, Stakeholder, missing, power, representation, rule_of
from goodoffices.standing import Stance
from goodoffices.vocabulary.party import Membership
from goodoffices.vocabulary.when import on_day

LAKES = Format(
    id="lakes",
    name="Lakes Group",
    seats=(Seat(party="union"), Seat(party="ard"), Seat(party="cor", capacity="consulted")),
)


def test_each_stakeholder_has_the_nearest_presence_it_can_have() -> None:
    concerned = (
        Stakeholder(party="ard", region="north"),
        Stakeholder(party="bre", region="north", weight=2, through=("union",)),
        Stakeholder(party="cor", region="south"),
        Stakeholder(party="dun", region="south"),
    )
    found = representation(LAKES, concerned)
    assert [(p.party, p.presence, p.through) for p in found.stakeholders] == [
        ("ard", "sits", ()),
        ("bre", "represented", ("union",)),
        ("cor", "consulted", ()),
        ("dun", "absent", ()),
    ]
    assert set(found.shares.values()) == {0.25}
    assert found.weighted == {"sits": 0.2, "represented": 0.4, "consulted": 0.2, "absent": 0.2}
    assert found.regions["south"] == {"sits": 0, "represented": 0, "consulted": 1, "absent": 1}


def test_membership_in_an_organisation_that_sits_represents_while_it_holds() -> None:
    membership = Membership(body="union", member="bre", since=on_day(dt.date(2030, 1, 1)))
    (before,) = representation(LAKES, (Stakeholder(party="bre"),), (membership,), dt.date(2029, 1, 1)).stakeholders
    (after,) = representation(LAKES, (Stakeholder(party="bre"),), (membership,), dt.date(2031, 1, 1)).stakeholders
    assert (before.presence, after.presence) == ("absent", "represented")


def stance(party: str, issue: str, *held: str) -> Stance:
    return Stance(party=party, issue=issue, stances=held, since=None, claims=((),) * len(held))


def test_who_is_missing_most_holds_what_nobody_inside_holds() -> None:
    stances = [
        stance("ard", "fish", "share"),
        stance("dun", "fish", "share"),
        stance("eld", "fish", "keep"),
        stance("eld", "ferry", "open"),
    ]
    found = missing(LAKES, [Stakeholder(party=p) for p in ("ard", "cor", "dun", "eld")], stances)
    assert [(m.party, m.issues) for m in found] == [("eld", ("fish", "ferry")), ("dun", ())]


def test_a_format_adopts_by_its_rule() -> None:
    seats = (Seat(party="a", weight=3), Seat(party="b", weight=1), Seat(party="c", capacity="observer"))
    assert power(rule_of(Format(id="f", name="F", seats=seats, adoption=Adoption(by="quota", quota=3)))).dummies == (
        "b",
    )
    assert power(rule_of(Format(id="f", name="F", seats=seats, adoption=Adoption(by="unanimity")))).vetoes == ("a", "b")


@pytest.mark.parametrize(
    ("seats", "words"),
    [((Seat(party="a"), Seat(party="a")), "sits once"), ((Seat(party="a", capacity="observer"),), "somebody decides")],
)
def test_a_format_that_cannot_decide_says_why(seats: tuple[Seat, ...], words: str) -> None:
    with pytest.raises(BadArgument, match=words):
        rule_of(Format(id="f", name="F", seats=seats))


def test_a_stakeholder_counts_once_and_above_nothing() -> None:
    with pytest.raises(BadArgument, match="once"):
        representation(LAKES, (Stakeholder(party="a"), Stakeholder(party="a")))
    with pytest.raises(BadArgument, match="above 0"):
        representation(LAKES, (Stakeholder(party="a", weight=0),))
