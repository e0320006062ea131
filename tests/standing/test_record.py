"""Positions, concessions, ties and relations as claims give them."""

import pytest

from goodoffices.errors import NotFound
from goodoffices.standing.issues import on_issues
from goodoffices.standing.ledger import balances, concessions
from goodoffices.standing.positions import moves, scales, stances
from goodoffices.standing.relations import relations
from goodoffices.standing.ties import around, ties
from goodoffices.vocabulary.attribution import Attribution
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.kinds.concession import Concession
from goodoffices.vocabulary.kinds.convergence import Convergence
from goodoffices.vocabulary.kinds.disagreement import Disagreement
from goodoffices.vocabulary.kinds.linkage import Linkage, LinkKind, tied
from goodoffices.vocabulary.kinds.position import Position
from tests.tracking.builders import claimed, day, on


def position(id: str, stance: str, when: str = "", party: str = "arl", salience: float | None = None) -> Reviewed:
    content = Position(party=party, issue="water", stance=stance, salience=salience)
    return claimed(content, id=id, valid=on(when) if when else None)


def test_the_latest_position_that_has_come_is_where_a_party_stands() -> None:
    held = [
        position("a", "share", "2020-01-01"),
        position("b", "keep", "2021-01-01"),
        position("c", "sell", "2022-01-01"),
    ]
    (found,) = stances(held, day("2021-06-01"))
    assert (found.stance, found.claims, str(found.since)) == ("keep", (("b",),), "2021-01-01")


def test_two_sources_that_differ_on_one_day_leave_the_stance_disputed() -> None:
    (found,) = stances([position("a", "share", "2020-01-01"), position("b", "keep", "2020-01-01")], day("2020-02-01"))
    assert found.stance is None
    assert found.stances == ("share", "keep")


def test_an_undated_position_counts_only_without_a_dated_one() -> None:
    assert stances([position("a", "share")], day("2020-01-01"))[0].stance == "share"
    held = [position("a", "share"), position("b", "keep", "2019-01-01", salience=40)]
    (found,) = stances(held, day("2020-01-01"))
    assert (found.stance, found.salience) == ("keep", 40)


def test_denied_conditional_and_rejected_positions_do_not_count() -> None:
    content = Position(party="arl", issue="water", stance="share")
    held = [
        claimed(content, id="a", attribution=Attribution(polarity="denied")),
        claimed(content, id="b", state="rejected"),
    ]
    assert stances(held, day("2020-01-01")) == ()


def test_moves_are_the_changes_and_not_the_repetitions() -> None:
    held = [
        position("a", "share", "2020-01-01"),
        position("b", "share", "2020-06-01"),
        position("c", "keep", "2021-01-01"),
    ]
    assert [m.stance for m in moves(held, day("2022-01-01"))] == ["share", "keep"]


def test_a_concession_taken_back_in_part_is_one_and_not_two() -> None:
    given = claimed(Concession(giver="bre", receiver="arl", what="the bridge", in_exchange_for="a vote"), id="a")
    back = claimed(Concession(giver="bre", what="the toll", revised="partly_withdrawn", revises="a"), id="b")
    other = claimed(Concession(giver="arl", receiver="bre", what="a vote", revised="kept"), id="c")
    first, second = concessions([given, back, other])
    assert (first.fate, first.claims, first.in_exchange_for) == ("partly_withdrawn", ("a", "b"), "a vote")
    (pair,) = balances([first, second])
    assert (pair.one, pair.other, [g.what for g in pair.by_one], [g.what for g in pair.by_other]) == (
        "arl",
        "bre",
        ["a vote"],
        ["the bridge"],
    )


def tie(id: str, by: str, *things: str) -> Reviewed:
    return claimed(Linkage(by=by, ties=things, exits=(f"out of {id}",)), id=id)


def test_the_same_tie_from_two_sources_is_one_with_both_its_claims() -> None:
    (found,) = ties([tie("a", "bre", "Bridge", "vote"), tie("b", "bre", "bridge", "vote")])
    assert (found.claims, found.exits) == (("a", "b"), ("out of a", "out of b"))


def test_what_is_around_a_thing_grows_step_by_step() -> None:
    tied = ties([tie("a", "bre", "bridge", "vote"), tie("b", "arl", "vote", "water"), tie("c", "arl", "water", "fish")])
    assert [t.claims[0] for t in around(tied, "Bridge")] == ["a"]
    assert [t.claims[0] for t in around(tied, "bridge", steps=2)] == ["a", "b"]
    assert [t.claims[0] for t in around(tied, "bre")] == ["a", "b"]
    with pytest.raises(NotFound, match="Name a party"):
        around(tied, "tunnel")


def test_differing_and_coming_together_are_both_kept() -> None:
    found = relations(
        [
            claimed(Disagreement(parties=("bre", "arl"), over="Water", trend="open"), id="a"),
            claimed(Disagreement(parties=("arl", "bre"), over="water", trend="narrowing"), id="b"),
            claimed(Convergence(parties=("arl", "bre"), over="water"), id="c"),
        ]
    )
    assert [(f.differ, f.claims, f.trends) for f in found] == [
        (False, ("c",), ("open",)),
        (True, ("a", "b"), ("open", "narrowing")),
    ]


def scaled(party: str, stance: str, *scale: str, issue: str = "water", since: str = "2020-01-01") -> Reviewed:
    content = Position(party=party, issue=issue, stance=stance, scale=scale)
    return claimed(content, id=f"{party}{since}", valid=on(since))


def order(*held: Reviewed, when: str = "2021-01-01") -> dict[str, tuple[str, ...]]:
    return scales(stances(held, day(when)))


def test_an_issue_has_the_scale_that_its_positions_give_from_either_end() -> None:
    held = [
        scaled("a", "share", "share", "lease", "keep"),
        scaled("b", "keep", "keep", "lease", "share"),
        scaled("c", "lease"),
    ]
    assert order(*held) == {"water": ("share", "lease", "keep")}
    assert order(scaled("a", "share"), scaled("b", "keep")) == {}


def test_positions_that_give_two_scales_or_stand_on_none_leave_the_issue_without_order() -> None:
    one = scaled("a", "share", "share", "lease", "keep")
    assert order(one, scaled("b", "keep", "share", "keep", "lease")) == {}
    assert order(one, scaled("b", "sell")) == {}
    assert order(one, scaled("b", "no", "yes", "no", issue="port")) == {
        "water": ("share", "lease", "keep"),
        "port": ("yes", "no"),
    }


def test_a_scale_holds_from_the_day_on_which_it_is_given_and_a_move_without_one_keeps_it() -> None:
    held = [
        scaled("a", "share", "share", "lease", "keep"),
        scaled("b", "sell", "sell", "share", "keep", since="2021-01-01"),
        scaled("a", "keep", since="2022-01-01"),
        scaled("a", "keep", "keep", "share", "sell", since="2023-01-01"),
    ]
    at = {
        when: order(*held, when=when) for when in ("2019-12-31", "2020-12-31", "2021-12-31", "2022-12-31", "2023-12-31")
    }
    assert at == {
        "2019-12-31": {},
        "2020-12-31": {"water": ("share", "lease", "keep")},
        "2021-12-31": {},
        "2022-12-31": {},
        "2023-12-31": {"water": ("keep", "share", "sell")},
    }
    assert order(held[0], held[2], when="2022-12-31") == {"water": ("share", "lease", "keep")}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("condition", "a, only if b + c"),
        ("sequence", "first a, then b, then c"),
        ("package", "a + b + c"),
        ("trade", "a + b + c"),
    ],
)
def test_a_tie_tells_what_waits_for_what(kind: LinkKind, said: str) -> None:
    (found,) = ties([claimed(Linkage(by="bre", ties=("a", "b", "c"), link_kind=kind), id="a")])
    assert found.told == said
    assert [tied(kind, ("a",)), tied(kind, ())] == ["a", ""]


def alleged(id: str, stance: str, when: str, party: str = "arl", by: str = "bor") -> Reviewed:
    content = Position(party=party, issue="water", stance=stance)
    return claimed(content, id=id, valid=on(when), attribution=Attribution(holder=by, source="alleged"))


def test_what_another_alleges_counts_only_where_nothing_else_tells_and_makes_nothing_known() -> None:
    held = [position("a", "share", "2020-01-01"), alleged("b", "keep", "2021-01-01")]
    (found,) = stances(held, day("2022-01-01"))
    assert (found.stance, found.alleged_by) == ("share", ())
    (found,) = stances(held[1:], day("2022-01-01"))
    assert (found.stance, found.stances, found.alleged_by) == (None, ("keep",), ("bor",))
    assert found.words() == "keep (alleged by bor)"


def test_what_a_party_alleges_of_itself_is_its_own_word() -> None:
    (found,) = stances([alleged("a", "keep", "2021-01-01", by="arl")], day("2022-01-01"))
    assert (found.stance, found.alleged_by) == ("keep", ())


def test_an_allegation_is_no_move_bears_on_no_scale_and_stands_in_no_harmony() -> None:
    held = [alleged("a", "keep", "2020-01-01"), alleged("b", "sell", "2021-01-01"), position("c", "share", party="bor")]
    assert [m.party for m in moves(held, day("2022-01-01"))] == ["bor"]
    (line,) = on_issues(stances(held, day("2022-01-01")), ("arl", "bor"))
    assert line.unknown == ("arl",)
    assert (line.harmony.value, line.harmony.known) == (None, 1)
    scaled = claimed(Position(party="bor", issue="water", stance="share", scale=("share", "keep")), id="d")
    assert scales(stances([*held[:2], scaled], day("2022-01-01"))) == {"water": ("share", "keep")}
