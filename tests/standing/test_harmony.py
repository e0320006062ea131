"""Harmony against the definition, by going through every assignment."""

from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import BadArgument
from goodoffices.standing import Stand, body_harmony, harmony

FOUR = ("eu", "rus", "un", "usa")


def discord(chosen: dict[str, int], weights: dict[str, Fraction], *, scaled: bool) -> Fraction:
    """The sum over pairs, as formats.md defines it."""
    return sum(
        (
            weights[p] * weights[q] * (abs(chosen[p] - chosen[q]) if scaled else int(chosen[p] != chosen[q]))
            for p, q in combinations(chosen, 2)
        ),
        Fraction(0),
    )


@st.composite
def bodies(draw: st.DrawFn) -> tuple[list[str], dict[str, Stand], list[str], bool]:
    options = [f"o{n}" for n in range(draw(st.integers(2, 4)))]
    members = [f"m{n}" for n in range(draw(st.integers(2, 5)))]
    salience = st.sampled_from((0.5, 1.0, 2.0, 2.5, 70.0))
    everyone = draw(st.booleans())
    stands = {
        m: Stand(stance=draw(st.sampled_from(options)), salience=draw(salience))
        for m in members
        if everyone or draw(st.booleans())
    }
    return members, stands, options, draw(st.booleans())


@given(bodies())
def test_harmony_is_its_definition_over_every_assignment(
    body: tuple[list[str], dict[str, Stand], list[str], bool],
) -> None:
    members, stands, options, scaled = body
    found = harmony(members, stands, scale=options if scaled else (), options=() if scaled else options)
    full = len(stands) == len(members)
    weights = {m: Fraction(str(stands[m].salience)) if full else Fraction(1) for m in members}
    ranks = range(len(options))
    known = {m: options.index(s.stance) for m, s in stands.items()}
    assert (found.known, found.members) == (len(known), len(members))
    if len(known) < 2:
        assert found.value is None
    else:
        most = max(
            discord(dict(zip(known, chosen, strict=True)), weights, scaled=scaled)
            for chosen in product(ranks, repeat=len(known))
        )
        assert found.value == pytest.approx(float(1 - discord(known, weights, scaled=scaled) / most))
    missing = [m for m in members if m not in known]
    everything = [
        discord(dict(zip(members, chosen, strict=True)), weights, scaled=scaled)
        for chosen in product(ranks, repeat=len(members))
    ]
    completions = [
        1 - discord(known | dict(zip(missing, chosen, strict=True)), weights, scaled=scaled) / max(everything)
        for chosen in product(ranks, repeat=len(missing))
    ]
    assert found.low == pytest.approx(float(min(completions)))
    assert found.high == pytest.approx(float(max(completions)))


def test_four_members_on_two_options_differ_in_four_pairs_of_six_at_most() -> None:
    split = {"eu": Stand(stance="a"), "rus": Stand(stance="b"), "un": Stand(stance="a"), "usa": Stand(stance="b")}
    assert harmony(FOUR, split).value == 0
    assert harmony(FOUR, split | {"usa": Stand(stance="a")}).value == pytest.approx(1 - 3 / 4)


def test_four_members_on_four_options_differ_in_all_six_pairs() -> None:
    split = {"eu": Stand(stance="a"), "rus": Stand(stance="b"), "un": Stand(stance="a"), "usa": Stand(stance="b")}
    assert harmony(FOUR, split, options=("a", "b", "c", "d")).value == pytest.approx(1 - 4 / 6)


def test_one_known_position_gives_no_harmony_and_the_whole_interval() -> None:
    found = harmony(FOUR, {"rus": Stand(stance="a")}, options=("a", "b"))
    assert (found.value, found.low, found.high, found.coverage) == (None, 0, 1, 0.25)


def test_who_stands_in_the_middle_of_a_scale_is_at_most_half_of_it_from_the_other() -> None:
    found = harmony(("rus", "usa"), {"rus": Stand(stance="abstain")}, scale=("yes", "abstain", "no"))
    assert (found.value, found.low, found.high) == (None, 0.5, 1)


def test_saliences_weigh_only_where_everybodys_is_known() -> None:
    stands = {"rus": Stand(stance="a", salience=90), "usa": Stand(stance="b", salience=10), "un": Stand(stance="a")}
    assert not harmony(("rus", "un", "usa"), stands).weighted
    assert harmony(("rus", "un", "usa"), stands | {"un": Stand(stance="a", salience=50)}).weighted


def test_two_hundred_members_of_unlike_weight_are_exact_on_two_options() -> None:
    members = [f"m{n}" for n in range(200)]
    stands = {m: Stand(stance="ab"[n % 2], salience=n + 1) for n, m in enumerate(members)}
    odd, even = sum(range(1, 201, 2)), sum(range(2, 201, 2))
    half = (odd + even) // 2
    assert harmony(members, stands).value == pytest.approx(1 - odd * even / (half * half))


def test_too_many_groupings_are_refused_with_the_remedy() -> None:
    members = [f"m{n}" for n in range(40)]
    stands = {m: Stand(stance="abcde"[n % 5], salience=1 + n * n) for n, m in enumerate(members)}
    with pytest.raises(BadArgument, match="Leave saliences out"):
        harmony(members, stands)


def test_a_body_is_the_mean_over_issues_and_its_interval_takes_in_what_is_unknown() -> None:
    agreed = harmony(("a", "b"), {"a": Stand(stance="x"), "b": Stand(stance="x")})
    unknown = harmony(("a", "b"), {"a": Stand(stance="x")})
    found = body_harmony({"one": agreed, "two": unknown}, {"one": 3, "two": 1})
    assert (found.value, found.low, found.high, found.coverage) == (1, 0.75, 1, 0.75)


@pytest.mark.parametrize(
    ("stands", "rule"),
    [
        ({"fra": Stand(stance="a")}, "only a member's position counts"),
        ({"rus": Stand(stance="z")}, "one of the issue's options"),
        ({"rus": Stand(stance="a", salience=0)}, "above 0"),
    ],
)
def test_what_cannot_be_weighed_is_refused(stands: dict[str, Stand], rule: str) -> None:
    with pytest.raises(BadArgument, match=rule):
        harmony(FOUR, stands, options=("a", "b"))


def test_a_body_without_issues_or_with_a_weightless_one_is_refused() -> None:
    with pytest.raises(BadArgument, match="one issue at least"):
        body_harmony({})
    one = harmony(("a", "b"), {})
    with pytest.raises(BadArgument, match="above 0"):
        body_harmony({"x": one}, {"x": 0})
