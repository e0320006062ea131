"""The models on the published example, on cases worked by hand, and under symmetries."""

from itertools import product

import pytest

from goodoffices.bargaining.forecast import Options, Stand, challenge, compromise, median, outlook, read_question
from goodoffices.bargaining.forecast.challenge import CHOICES
from goodoffices.errors import BadArgument, BadScenario

EMISSIONS = tuple(
    Stand(name, capability, position, salience)
    for name, capability, position, salience in (
        ("Netherlands", 0.08, 4, 0.80),
        ("Belgium", 0.08, 7, 0.40),
        ("Luxembourg", 0.03, 4, 0.20),
        ("Germany", 0.16, 4, 0.80),
        ("France", 0.16, 10, 0.60),
        ("Italy", 0.16, 10, 0.60),
        ("UK", 0.16, 10, 0.90),
        ("Ireland", 0.05, 7, 0.10),
        ("Denmark", 0.05, 4, 1.00),
        ("Greece", 0.08, 7, 0.70),
    )
)
"""Emission standards of cars, years of delay: Bueno de Mesquita and Stokman (1994), as printed in Scholz, Calbert and
Smith (2011)."""


def test_the_published_example_has_its_mean_and_median_at_the_start() -> None:
    assert compromise(EMISSIONS) == pytest.approx(7.389956, abs=1e-6)
    assert median(EMISSIONS) == (7, 7)
    start = challenge(EMISSIONS, 0)[0]
    assert (start.mean, start.median) == (compromise(EMISSIONS), (7, 7))


def test_the_median_beats_every_other_position_in_pairs() -> None:
    middle = median(EMISSIONS)[0]
    for other in (4, 10):
        ahead = sum(s.weight * (abs(s.position - other) > abs(s.position - middle)) for s in EMISSIONS)
        behind = sum(s.weight * (abs(s.position - other) < abs(s.position - middle)) for s in EMISSIONS)
        assert ahead > behind


def test_a_median_between_two_halves_is_both() -> None:
    assert median([Stand("a", 1, 0, 1), Stand("b", 1, 10, 1)]) == (0, 10)
    assert median([Stand("a", 1, 0, 1), Stand("b", 1, 10, 1), Stand("c", 9, 99, 0)]) == (0, 10)


READINGS = [
    Options(probability, risk, salience, offer, worse)
    for probability, risk, salience, offer, worse in product(
        CHOICES["probability"], CHOICES["risk"], CHOICES["salience"], CHOICES["offer"], CHOICES["worse"]
    )
]


@pytest.mark.parametrize("options", READINGS[::5])
def test_every_reading_is_alike_under_shift_scale_mirror_order_and_unit_of_capability(options: Options) -> None:
    before = challenge(EMISSIONS, 4, options)

    def means(stands: tuple[Stand, ...]) -> list[float]:
        return [one.mean for one in challenge(stands, 4, options)]

    moved = tuple(Stand(s.name, 7 * s.capability, 100 + 2 * s.position, s.salience) for s in EMISSIONS)
    assert means(moved) == pytest.approx([100 + 2 * one.mean for one in before], abs=1e-6)
    assert means(EMISSIONS[::-1]) == pytest.approx([one.mean for one in before], abs=1e-6)
    if options.offer == "least move":  # the other reading takes the least mean, which a mirror turns round
        mirrored = tuple(Stand(s.name, s.capability, -s.position, s.salience) for s in EMISSIONS)
        assert means(mirrored) == pytest.approx([-one.mean for one in before], abs=1e-6)


def test_nobody_leaves_the_range_of_the_start_and_agreement_ends_it() -> None:
    for options in READINGS:
        for one in challenge(EMISSIONS, 8, options):
            assert 4 <= min(one.positions) <= max(one.positions) <= 10
    agreed = [Stand("a", 1, 5, 1), Stand("b", 3, 5, 0.2)]
    assert len(challenge(agreed, 10)) == 1


def test_a_round_of_two_actors_by_hand() -> None:
    """a is stronger: its position prevails with chance 3/4; distances are the whole scale.

    All neutral and s = 1: E_ab = 3/4 (2) + 1/4 (2 - 4) - 0 = 1 and E_ba = -1. So b is in the greatest danger and has
    exponent 1/2, a in the least and has 2. Then E_ab = 3/4 (2) + 1/4 (-2) - (2 - 4/4) = 0, not above zero, and E_ba =
    1/4 (2) + 3/4 (-2) - (2 - 4 sqrt(1/2)) = -3 + 2 sqrt 2 < 0: nobody has the upper hand, nobody moves.

    With s = 1/2 for b the chance is 6/7, the exponents are as before, E_ab = 1/2 (10/7) + 1/2 (2) - 1 = 5/7 and E_ba =
    -10/7 - (2 - 2 sqrt 2): b meets a the part |E_ba| / E_ab of the way.
    """
    stands = [Stand("a", 3, 0, 1), Stand("b", 1, 1, 1)]
    assert len(challenge(stands, 5)) == 1
    careless = [Stand("a", 3, 0, 1), Stand("b", 1, 1, 0.5)]
    share = (10 / 7 + 2 - 2 * 2**0.5) / (5 / 7)
    assert challenge(careless, 1)[1].positions == pytest.approx((0, 1 - share))


@pytest.mark.parametrize("options", [Options(probability="dice"), Options(quo=1.5), Options(better=-1)])
def test_an_option_that_is_none_is_refused(options: Options) -> None:
    with pytest.raises(BadArgument):
        challenge(EMISSIONS, 1, options)


TEXT = """\
forecast: 1
fictional: true
question: How much?
actors:
- {id: a, capability: 3, position: 0, salience: 0.5}
- {id: b, capability: {from: 1, to: 3}, position: {from: 40, likely: 50, to: 100}, salience: 1}
"""


def test_ranges_are_drawn_the_same_for_the_same_seed_and_what_sways_is_named() -> None:
    question = read_question(TEXT)
    found = outlook(question, draws=400, seed=3)
    assert found == outlook(question, draws=400, seed=3)
    assert found != outlook(question, draws=400, seed=4)
    assert question.open == ("b.capability", "b.position")
    assert {cell for cell, rank in found.sways if rank > 0.3} == set(question.open)
    mean = found.models[0]
    assert mean.usual == pytest.approx(2 * 50 / 3.5)
    assert list(mean.quantiles) == sorted(mean.quantiles)
    assert mean.quantiles[0] < mean.usual < mean.quantiles[-1]


def test_without_ranges_nothing_is_drawn() -> None:
    fixed = TEXT.replace("{from: 1, to: 3}", "2").replace("{from: 40, likely: 50, to: 100}", "50")
    found = outlook(read_question(fixed))
    assert found.draws == 0
    assert found.models[0].quantiles == (found.models[0].usual,) * 5


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("capability: 3", "capability: 0", "above zero"),
        ("salience: 0.5", "salience: 50", "between 0 and 1"),
        ("salience: 0.5", "salience: unknown", "number or a range"),
        ("{from: 1, to: 3}", "{from: 3, to: 1}", "from <= likely <= to"),
        ("{id: a,", "{id: b,", "stands once"),
        ("forecast: 1", "forecast: 3", "forecast: 1"),
        ("question: How much?", "questions: 3", "known entries"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_by_cell(old: str, new: str, says: str) -> None:
    assert old in TEXT
    with pytest.raises(BadScenario, match=says):
        read_question(TEXT.replace(old, new, 1))


def test_a_question_nobody_cares_for_is_refused() -> None:
    with pytest.raises(BadScenario, match="matters to some"):
        read_question(TEXT.replace("salience: 0.5", "salience: 0").replace("salience: 1", "salience: 0"))
    with pytest.raises(BadScenario, match="has an actor"):
        read_question("forecast: 1\n")
