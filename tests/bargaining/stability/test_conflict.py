"""Conflicts in option form: states, one-way moves, preferences in each form, and what is refused."""

import itertools

import numpy as np
import pytest

from goodoffices.bargaining.stability.concepts import CONCEPTS, stability
from goodoffices.bargaining.stability.conflict import Field, field
from goodoffices.bargaining.stability.notation import read_conflict
from goodoffices.errors import BadArgument, BadScenario, CycleFound, GoodOfficesError

ELMIRA = """\
conflict: 1
title: Groundwater at Elmira
author: Hipel, Fang, Kilgour and Haight (1993)
dated: "1993-01-01"
parties: [{id: ministry}, {id: uniroyal}, {id: town}]
options:
- {id: modify, party: ministry, moves: forward}
- {id: delay, party: uniroyal, moves: back}
- {id: accept, party: uniroyal}
- {id: abandon, party: uniroyal, moves: forward}
- {id: insist, party: town}
infeasible:
- (delay and accept) or (delay and abandon) or (accept and abandon)
- not (delay or accept or abandon)
states: {s1: NYNNN, s2: YYNNN, s3: NNYNN, s4: YNYNN, s5: NYNNY, s6: YYNNY, s7: NNYNY, s8: YNYNY}
status_quo: s1
preferences:
  ministry: {ranking: [s7, s3, s4, s8, s5, s1, s2, s6, ---Y-]}
  uniroyal: {ranking: [s1, s4, s8, s5, ---Y-, s3, s7, s2, s6]}
  town: {ranking: [s7, s3, s5, s1, s8, s6, s4, s2, ---Y-]}
"""
"""The case of Fang, Hipel and Kilgour (1993), rankings and equilibria as they are quoted after it."""


def of(text: str) -> Field:
    return field(read_conflict(text))


def test_elmira_has_its_states_and_its_published_equilibria() -> None:
    """s5, s8 and where Uniroyal abandons under every concept; s1 and s4 under GMR and SMR only."""
    the = of(ELMIRA)
    assert the.graph.states == 12
    found = stability(the.graph)
    gone = {s for s in range(12) if the.pattern(s)[3] == "Y"}
    strong = {the.state("s5"), the.state("s8")} | gone
    for concept in CONCEPTS:
        weak = {the.state("s1"), the.state("s4")} if concept in ("gmr", "smr") else set()
        assert set(found.equilibria(concept).nonzero()[0]) == strong | weak, concept


def test_moves_change_own_options_alone_and_respect_their_direction() -> None:
    the = of(ELMIRA)
    for i, moves in enumerate(the.graph.moves):
        pairs = set(zip(moves.start.tolist(), moves.end.tolist(), strict=True))
        expected = set()
        for a, b in itertools.permutations(range(the.graph.states), 2):
            changed = np.flatnonzero(the.taken[a] != the.taken[b])
            options = [the.conflict.options[k] for k in changed]
            own = all(one.party == the.graph.parties[i] for one in options)
            allowed = all(
                one.moves == "both" or (one.moves == "forward") == bool(the.taken[b, k])
                for k, one in zip(changed, options, strict=True)
            )
            if own and allowed:
                expected.add((a, b))
        assert pairs == expected


SMALL = """\
conflict: 1
fictional: true
parties: [{id: arden}, {id: bresk}]
options: [{id: build, party: arden}, {id: patrol, party: bresk}, {id: fine, party: bresk}]
preferences:
  arden: {priorities: [build, not patrol if build, not fine]}
  bresk: {weights: {build: -4, patrol if build: 2.5, fine and not build: -1/3}}
"""


def test_statements_in_order_of_priority_rank_lexicographically() -> None:
    the = of(SMALL)

    def key(build: bool, patrol: bool, fine: bool) -> tuple[bool, ...]:
        return build, (not patrol) or not build, not fine

    keys = [key(*map(bool, row)) for row in the.taken]
    order = {k: n for n, k in enumerate(sorted(set(keys)))}
    assert the.graph.ranks[0].tolist() == [order[k] for k in keys]


def test_weights_of_statements_are_summed_exactly() -> None:
    the = of(SMALL)
    worth = [-4.0 * b + 2.5 * (p or not b) - (f and not b) / 3 for b, p, f in the.taken.astype(int)]
    ranks = the.graph.ranks[1]
    for a, b in itertools.combinations(range(8), 2):
        assert (ranks[a] > ranks[b]) == (worth[a] > worth[b] + 1e-9)
        assert (ranks[a] == ranks[b]) == (abs(worth[a] - worth[b]) < 1e-9)


def test_all_forms_can_say_the_same_preference() -> None:
    text = SMALL.replace("options: [{id: build, party: arden}, {id: patrol, party: bresk}, {id: fine, party: bresk}]",
                         "options: [{id: build, party: arden}, {id: patrol, party: bresk}]")  # fmt: skip
    head = text[: text.index("preferences:")] + "preferences:\n  bresk: {payoffs: {--: 0}}\n  arden: "
    forms = [
        "{ranking: [YN, [NN, NY], YY]}",
        "{payoffs: {YN: 9.5, NN: 1/2, NY: 0.5, YY: -3}}",
        "{pairs: [[YN, NN], [NN, YY], [NY, YY], [YN, NY]], equal: [[NN, NY]]}",
        "{weights: {build and not patrol: 1, build and patrol: -1}}",
        "{priorities: [build and not patrol, not build]}",
    ]
    ranked = []
    for form in forms:
        the = of(head + form)
        order = [the.graph.ranks[0][the.state(s)] for s in ("YN", "NN", "NY", "YY")]
        ranked.append([sum(x > y for x in order) for y in order])
    assert ranked == [[0, 1, 1, 3]] * len(forms)


@pytest.mark.parametrize(
    ("arden", "error", "says"),
    [
        ("{pairs: [[YNN, NNN], [NNN, YYN], [YYN, YNN]]}", CycleFound, "NNN > YYN > YNN"),
        ("{pairs: [[YNN, NNN]], equal: [[YNN, NNN]]}", CycleFound, "YNN > YNN"),
        ("{ranking: [YNN, NNN, YNN, ---]}", CycleFound, "YNN > NNN > YNN"),
        ("{pairs: [[YNN, NNN]]}", BadScenario, "compares all states"),
        ("{ranking: [YNN, NNN]}", BadScenario, "missing"),
        ("{ranking: [---, NNN]}", BadScenario, "none above it ranks"),
        ("{ranking: [YXN]}", BadScenario, "letters Y, N, -"),
        ("{payoffs: {---: high}}", BadScenario, "is a number"),
        ("{payoffs: {---: 1}, priorities: [build]}", BadScenario, "in one way"),
        ("{}", BadScenario, "in one way"),
        ("{priorities: [build and]}", BadScenario, "statement"),
        ("{priorities: [(build]}", BadScenario, "statement"),
        ("{priorities: [build patrol]}", BadScenario, "statement"),
        ("{priorities: [dig]}", BadScenario, "Options: build, patrol, fine"),
        ("{priorities: [" + "build, " * 70 + "]}", BadScenario, "at most 62"),
        ("{weights: {build: 1e30, patrol: 1e-30}}", BadScenario, "summed exactly"),
        ("{pairs: [[YNN]]}", BadScenario, "pairs of states"),
        ("{pairs: [[Y--, NNN]]}", BadScenario, "single states"),
    ],
)
def test_a_preference_that_is_none_is_named(arden: str, error: type[GoodOfficesError], says: str) -> None:
    text = SMALL.replace("{priorities: [build, not patrol if build, not fine]}", arden)
    assert arden in text
    with pytest.raises(error) as caught:
        of(text)
    assert says in str(caught.value)
    assert "arden" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("conflict: 1", "conflict: 2", "conflict: 1"),
        ("party: arden}", "party: nobody}", "one of the parties"),
        ("{id: build, party: arden}", "{id: build, party: arden, moves: sideways}", "both, forward, back"),
        ("{id: build,", "{id: not,", "one word"),
        ("{id: fine,", "{id: patrol,", "stands once"),
        ("fictional: true", "fictional: true\ninfeasible: [---]", "feasible state"),
        ("fictional: true", "fictional: true\nstatus_quo: YN", "3 letters"),
        ("fictional: true", "fictional: true\nfeasible: [Y--]\ncoalitions: [[arden, cole]]", "one of the parties"),
        ("fictional: true", "fictional: true\ncoalitions: [[]]", "has members"),
        ("fictional: true", "fictional: true\nstrange: 1", "known entries"),
    ],
)
def test_a_conflict_that_cannot_be_is_refused_by_name(old: str, new: str, says: str) -> None:
    assert old in SMALL
    with pytest.raises(BadScenario, match=says):
        of(SMALL.replace(old, new, 1))


def test_a_preference_over_an_infeasible_state_is_refused() -> None:
    text = SMALL.replace("fictional: true", "infeasible: [build and fine]")
    with pytest.raises(BadScenario, match="feasible states"):
        of(text.replace("{priorities: [build, not patrol if build, not fine]}", "{ranking: [Y-Y, ---]}"))
    with pytest.raises(BadArgument, match="feasible"):
        of(text).state("YNY")
    with pytest.raises(BadArgument, match="letters Y or N"):
        of(text).state("nowhere")


def test_a_conflict_that_is_too_large_is_refused_before_it_is_built() -> None:
    options = ", ".join(f"{{id: o{k}, party: arden}}" for k in range(30))
    with pytest.raises(BadArgument, match="at most 24 options"):
        of(SMALL.replace("options: [", f"options: [{options}, "))
    options = ", ".join(f"{{id: o{k}, party: arden}}" for k in range(14))
    with pytest.raises(BadArgument, match="feasible states"):
        of(SMALL.replace("options: [", f"options: [{options}, "))
