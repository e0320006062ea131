"""The table of speeds of the bargaining room, with NegMAS in the same run where it can run.

    python benchmarks/bargaining.py                      # every row, seeds 0 to 4
    uv run --with negmas python benchmarks/bargaining.py # with the comparison
    python benchmarks/bargaining.py --only additive --seeds 0
    python benchmarks/bargaining.py --curves             # how time grows

Instances come from ../shared/tools/random_scenarios.py; without it, it says so and does nothing. Each row
runs in a process of its own, so that peak memory is its own. NegMAS is AGPL: compared with, never depended
on.
"""

import argparse
import importlib.util
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from goodoffices.bargaining.amounts import SHARE, Between
from goodoffices.bargaining.frontier import frontier
from goodoffices.bargaining.robustness import robustness
from goodoffices.bargaining.scenario import Issue, Party, Preference, Scenario, Worth
from goodoffices.bargaining.solutions import CONCEPTS
from goodoffices.bargaining.solver import Effort, solved
from goodoffices.bargaining.table import Table, Term, scaled, table_of

GENERATOR = Path(__file__).parents[2] / "shared" / "tools" / "random_scenarios.py"
Row = tuple[str, float, Callable[[int], dict[str, object]]]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("random_scenarios", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def instance(
    parties: int, issues: int, options: int, seed: int, kind: str, linkages: int = 0, shape: str = "path"
) -> Table:
    tools = generator()
    weights, values = tools.random_additive(parties, issues, options, seed, kind)
    rows = [scaled(weights[:, i, None] * values[:, i, :]).T for i in range(issues)]
    terms = []
    for k, (party, a, x, b, y, bonus) in enumerate(
        tools.add_linkages(parties, issues, options, linkages, seed, shape) if linkages else ()
    ):
        effect = [0] * parties
        if bonus is not None:
            effect[party] = round(bonus * 10**8)
        pattern = ((a, frozenset([x])), (b, frozenset([y])))
        terms.append(Term(f"l{k}", pattern, tuple(effect), party if bonus is None else None))
    return table_of(rows, terms)


def timed(table: Table) -> dict[str, object]:
    """Median of five runs below a second, else one; the plan is made within the time."""
    with ThreadPoolExecutor(2) as threads:
        times: list[float] = []
        while not times or (sum(times) < 1 and len(times) < 5):
            start = time.perf_counter()
            found = frontier(table, map=threads.map)
            times.append(time.perf_counter() - start)
    return {"seconds": statistics.median(times), "points": len(found), "hash": found.digest}


def negmas_seconds(parties: int, issues: int, options: int, seed: int, kind: str) -> float | None:
    """NegMAS's frontier with its points on the same instance; None where NegMAS is absent."""
    try:
        from negmas.outcomes import make_issue, make_os
        from negmas.preferences import LinearAdditiveUtilityFunction
        from negmas.preferences.ops import pareto_frontier
    except ImportError:
        return None
    weights, values = generator().random_additive(parties, issues, options, seed, kind)
    names = [make_issue([str(v) for v in range(options)], f"i{i}") for i in range(issues)]
    space = make_os(names)
    functions = [
        LinearAdditiveUtilityFunction(
            values={f"i{i}": {str(v): float(values[p, i, v]) for v in range(options)} for i in range(issues)},
            weights={f"i{i}": float(weights[p, i]) for i in range(issues)},
            outcome_space=space,
        )
        for p in range(parties)
    ]
    outcomes = list(space.enumerate_or_sample(max_cardinality=10**7))
    start = time.perf_counter()
    pareto_frontier(functions, outcomes=outcomes)
    return time.perf_counter() - start


def four_solutions(seed: int) -> dict[str, object]:
    table = instance(5, 50, 6, seed, "opp", 10)
    answer: dict[str, object] = {}
    worst = 0.0
    for concept in CONCEPTS:
        start = time.perf_counter()
        found = solved(table, concept, Effort(workers=2))
        seconds = time.perf_counter() - start
        assert found is not None
        worst = max(worst, seconds)
        proof = "proved" if found.certificate.proved else f"gap {found.certificate.gap:.1e}"
        answer[concept] = f"{seconds:.2f} s {proof}"
    return {"seconds": worst, **answer}


def uncertain_scenario(seed: int) -> Scenario:
    """Three opposed parties, 10 issues of 5 options, every weight known only to within a fifth."""
    weights, values = generator().random_additive(3, 10, 5, seed, "opp")
    issues = tuple(Issue(f"i{i}", tuple(f"o{o}" for o in range(5))) for i in range(10))
    preferences = []
    for p in range(3):
        nano = [round(w * SHARE) for w in weights[p]]
        cells = tuple(Between(w * 4 // 5, w * 6 // 5) for w in nano)
        worths = tuple(Worth(f"i{i}", tuple(int(v) for v in scaled(values[p, i]))) for i in range(10))
        preferences.append(Preference(f"p{p}", cells, worths))
    return Scenario(tuple(Party(f"p{p}") for p in range(3)), issues, tuple(preferences))


def thousand_draws(seed: int) -> dict[str, object]:
    scenario = uncertain_scenario(seed)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(abs, range(2)))
        start = time.perf_counter()
        found = robustness(scenario, draws=1000, seed=seed, map=pool.map)
        seconds = time.perf_counter() - start
    return {"seconds": seconds, "packages watched": len(found.standings)}


def additive(parties: int, issues: int, options: int, kind: str, linkages: int = 0, shape: str = "path") -> Any:
    return lambda seed: timed(instance(parties, issues, options, seed, kind, linkages, shape))


ROWS: dict[str, Row] = {
    "additive-2": ("1e6 packages, 2 parties opposed", 0.002, additive(2, 6, 10, "opp")),
    "additive-3": ("1e6, 3 parties opposed", 0.01, additive(3, 6, 10, "opp")),
    "additive-5": ("1e6, 5 parties opposed", 0.5, additive(5, 6, 10, "opp")),
    "large-2": ("20 issues x 5 options, 2 parties opposed", 0.02, additive(2, 20, 5, "opp")),
    "large-3": ("same, 3 parties opposed", 1.0, additive(3, 20, 5, "opp")),
    "linked-3": ("same, 3 parties opposed, 10 linkages on a path", 3.0, additive(3, 20, 5, "opp", 10)),
    "linked-3-any": ("same, 10 linkages between any issues", 3.0, additive(3, 20, 5, "opp", 10, "random")),
    "solutions": ("50 issues x 6, 5 parties, 10 linkages: slowest of four solutions", 10.0, four_solutions),
    "draws": ("1,000 draws of 3 parties, 10 x 5: robustness", 10.0, thousand_draws),
    "large-5": ("20 x 5, 5 parties random", 30.0, additive(5, 20, 5, "rand")),
}
NEGMAS = {"additive-2": (2, 6, 10, "opp"), "additive-3": (3, 6, 10, "opp")}


def curves() -> Iterator[tuple[str, Table]]:
    """Instances that grow in one direction at a time."""
    for issues in (5, 10, 20, 40, 80):
        yield f"{issues} issues x 5, 2 parties", instance(2, issues, 5, 0, "opp")
    for issues in (5, 10, 15, 20, 25):
        yield f"{issues} issues x 5, 3 parties", instance(3, issues, 5, 0, "opp")
    for options in (2, 4, 8, 16):
        yield f"12 issues x {options}, 3 parties", instance(3, 12, options, 0, "opp")
    for parties in (2, 3, 4, 5, 6):
        yield f"8 issues x 5, {parties} parties", instance(parties, 8, 5, 0, "rand")
    for linkages in (0, 5, 10, 20, 30):
        yield (
            f"15 issues x 5, 3 parties, {linkages} linkages",
            instance(3, 15, 5, 0, "opp", linkages, "random"),
        )
    for width in (1, 2, 3, 4, 5):
        yield f"12 issues x 3, 3 parties, band of treewidth {width}", banded(width)


def banded(width: int) -> Table:
    """Each issue tied to its next `width` neighbours: treewidth `width`."""
    rng = np.random.default_rng(width)
    base = instance(3, 12, 3, 0, "opp")
    terms = []
    for a in range(12):
        for b in range(a + 1, min(12, a + width + 1)):
            effect = [0, 0, 0]
            effect[int(rng.integers(3))] = int(rng.integers(-(10**7), 10**7))
            pattern = ((a, frozenset([int(rng.integers(3))])), (b, frozenset([int(rng.integers(3))])))
            terms.append(Term(f"{a}-{b}", pattern, tuple(effect)))
    return table_of(base.contributions, terms)


def measured(name: str, seed: int, queue: Any) -> None:
    result = ROWS[name][2](seed)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    own = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    queue.put(result | {"MiB": own // 1024})


def alone(name: str, seed: int) -> dict[str, Any]:
    """One row and seed in a process of its own."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    process = context.Process(target=measured, args=(name, seed, queue))
    process.start()
    result: dict[str, Any] = queue.get()
    process.join()
    return result


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="rows whose name contains this")
    parser.add_argument("--seeds", default="0,1,2,3,4")
    parser.add_argument("--curves", action="store_true")
    chosen = parser.parse_args()
    if not GENERATOR.exists():
        print("benchmarks/bargaining.py: skipped, ../shared/tools/random_scenarios.py is not there")
        return
    if chosen.curves:
        print("| instance | points | seconds |\n|---|---|---|")
        for label, table in curves():
            found = timed(table)
            print(f"| {label} | {found['points']:,} | {found['seconds']:.4f} |", flush=True)
        return
    seeds = [int(seed) for seed in chosen.seeds.split(",")]
    print("| instance | bar, s | median, s | worst, s | points | peak MiB | NegMAS, s | met |")
    print("|---|---|---|---|---|---|---|---|")
    for name, (label, bar, _) in ROWS.items():
        if chosen.only not in name:
            continue
        found = [alone(name, seed) for seed in seeds]
        times = [float(one["seconds"]) for one in found]
        theirs = negmas_seconds(*NEGMAS[name][:3], 0, NEGMAS[name][3]) if name in NEGMAS else None
        points = sorted(int(one["points"]) for one in found if "points" in one)
        shown = f"{points[0]:,} to {points[-1]:,}" if points else ""
        middle = statistics.median(times)
        memory = max(one["MiB"] for one in found)
        other = "" if theirs is None else f"{theirs:.1f}"
        met = "yes" if middle <= bar else "no"
        print(
            f"| {label} | {bar} | {middle:.4f} | {max(times):.4f} | {shown} | {memory} | {other} | {met} |",
            flush=True,
        )
        for seed, one in zip(seeds, found, strict=True):
            print(f"  seed {seed}: {one}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
