"""Every conflict of the table of published cases: its moves, and who is stable where under each concept."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from goodoffices.bargaining.scenario import Party
from goodoffices.bargaining.stability import CONCEPTS, Conflict, Option, Preference, field, stability

TABLE = Path(__file__).parents[4] / "shared" / "reference" / "gmcr_cases.yaml"
DIRECTIONS = {"fwd": "forward", "back": "back", "both": "both"}


def cases() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}
    return found


@pytest.mark.skipif(not TABLE.exists(), reason="../shared/reference/gmcr_cases.yaml is not there")
@pytest.mark.parametrize("name", cases())
def test_a_published_conflict_has_its_moves_and_stabilities(name: str) -> None:
    case = cases()[name]
    owner = {option: dm for dm, options in case["dm_options"].items() for option in options}
    ids = {option: f"o{k}" for k, (option, _) in enumerate(case["options"])}
    parties = tuple(Party(dm) for dm in case["dm_options"])
    patterns = list(case["states"].values())
    preferences = tuple(
        Preference(dm.id, payoffs=tuple(zip(patterns, map(Fraction, case["payoffs"][dm.id]), strict=True)))
        for dm in parties
    )
    options = tuple(Option(ids[option], owner[option], DIRECTIONS[how]) for option, how in case["options"])
    the = field(Conflict(parties, options, preferences, feasible=tuple(patterns)))
    number = {the.state(pattern): int(key) for key, pattern in case["states"].items()}
    for dm, moves in zip(parties, the.graph.moves, strict=True):
        found: dict[str, list[int]] = {}
        for a, b in zip(moves.start.tolist(), moves.end.tolist(), strict=True):
            found.setdefault(str(number[a]), []).append(number[b])
        assert {s: sorted(ends) for s, ends in found.items()} == case["reach"][dm.id]
    answer = stability(the.graph)
    for concept in CONCEPTS:
        published = case["stability"][concept]
        for dm, mask in zip(parties, answer.stable[concept], strict=True):
            assert sorted(number[s] for s in mask.nonzero()[0].tolist()) == published["per_dm"][dm.id], (concept, dm.id)
        assert sorted(number[s] for s in answer.equilibria(concept).nonzero()[0].tolist()) == published["equilibria"], (
            concept
        )
