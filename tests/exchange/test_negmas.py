"""Our frontier against NegMAS's on the competition scenarios both can load (run with `uv run --with negmas
pytest`).

Each side's frontier is valued by the other side's utilities: none may be beaten there by more than rounding.
NegMAS is AGPL and no dependency: without it, or without the corpus, this says so and is skipped.
"""

import warnings
from pathlib import Path

import numpy as np
import pytest

from goodoffices.bargaining.dominance import undominated
from goodoffices.bargaining.frontier import frontier
from goodoffices.bargaining.table import table
from goodoffices.errors import BadScenario
from goodoffices.exchange.genius_xml import read_genius

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "genius_scenarios"
ENOUGH = 30_000
"""Packages NegMAS is asked to enumerate at most."""


def profiles_of(domain: Path) -> dict[str, bytes]:
    """The first three profiles beside a domain file."""
    found = {}
    for path in sorted(domain.parent.glob("*.xml")):
        data = path.read_bytes()
        if path != domain and b"negotiation_template" not in data and b"<weight" in data:
            found[path.stem] = data
    return dict(list(found.items())[:3])


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of Genius scenarios is not beside the repository")
def test_frontiers_agree_wherever_both_load() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        negmas = pytest.importorskip("negmas", reason="NegMAS is not installed: uv run --with negmas pytest")
        from negmas.inout import load_genius_domain
    agreed, left_out = 0, []
    for domain in sorted(CORPUS.rglob("*.xml")):
        profiles = profiles_of(domain)
        if b"negotiation_template" not in domain.read_bytes() or len(profiles) < 2:
            continue
        try:
            ours = table(read_genius(domain.read_bytes(), profiles, relative=False))
        except BadScenario as error:
            left_out.append(f"{domain.stem}: {error}")
            continue
        if ours.packages > ENOUGH:
            left_out.append(f"{domain.stem}: {ours.packages:,} packages are too many for NegMAS here")
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                theirs = load_genius_domain(domain, [domain.parent / f"{name}.xml" for name in profiles])
                outcomes = list(theirs.outcome_space.enumerate())
                values = np.array([[float(u(outcome)) for u in theirs.ufuns] for outcome in outcomes])
            except Exception as error:  # NegMAS's own reasons, reported
                left_out.append(f"{domain.stem}: NegMAS: {type(error).__name__}")
                continue
        packages = [
            tuple(names.index(str(value)) for names, value in zip(ours.options, outcome, strict=True))
            for outcome in outcomes
        ]
        place = {package: k for k, package in enumerate(packages)}
        mine = frontier(ours)
        chosen = np.array([place[tuple(int(o) for o in package)] for package in mine.packages])
        best = np.flatnonzero(undominated(values))
        slack = 1e-6 * max(1.0, float(np.abs(values).max()))
        for row in chosen:
            assert not (values[best] > values[row] + slack).all(axis=1).any(), domain
        for utilities in ours.utilities([packages[k] for k in best]):
            assert not (mine.points > utilities + 100).all(axis=1).any(), domain
        agreed += 1
    assert negmas.__version__
    assert agreed >= 20, left_out
