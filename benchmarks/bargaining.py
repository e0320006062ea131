"""The table of speeds of the bargaining room, with NegMAS in the same run where it can run.

    uv run --with negmas python benchmarks/bargaining.py # everything: the table, hashes, curves; about ten minutes
    python benchmarks/bargaining.py                      # the same without the comparison
    python benchmarks/bargaining.py --quick              # seed 0, short curves; about two minutes
    python benchmarks/bargaining.py --only additive --seeds 0

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
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from goodoffices.bargaining.amounts import SHARE, Between
from goodoffices.bargaining.frontier import frontier
from goodoffices.bargaining.robustness import Robustness, robustness
from goodoffices.bargaining.scenario import Issue, Party, Preference, Scenario, Worth
from goodoffices.bargaining.solutions import CONCEPTS
from goodoffices.bargaining.solver import Effort, solved
from goodoffices.bargaining.table import Table, Term, scaled, table_of
from goodoffices.scale import spread

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
    """Two processes; once also one process, and a Dask cluster of two workers, which give the same answer."""
    scenario = uncertain_scenario(seed)
    found, seconds = drawn(scenario, seed, 2)
    answer: dict[str, object] = {"seconds": seconds, "packages watched": len(found.standings)}
    if seed == 0:
        from distributed import LocalCluster  # here, so that it does not weigh on the memory of the other rows

        alone, one = drawn(scenario, seed, 1)
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:
            apart, two = drawn(scenario, seed, 1, cluster.scheduler_address)
        assert alone == found == apart
        answer["one process"] = f"{one:.2f} s, {one / seconds:.2f} times"
        answer["Dask, two workers"] = f"{two:.2f} s"
    return answer


def drawn(scenario: Scenario, seed: int, workers: int, cluster: str = "") -> tuple[Robustness, float]:
    """Robustness over 1,000 draws and its seconds, the start of the workers apart."""
    with spread(workers, cluster) as there:
        list(there(abs, range(8 * workers)))
        start = time.perf_counter()
        found = robustness(scenario, draws=1000, seed=seed, map=there)
        return found, time.perf_counter() - start


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


def curves() -> Iterator[tuple[str, str, Table]]:
    """Instances that grow in one direction at a time."""
    for issues in (5, 10, 20, 40, 80):
        yield "issues of two", f"{issues} issues x 5, 2 parties", instance(2, issues, 5, 0, "opp")
    for issues in (5, 10, 15, 20, 25):
        yield "issues of three", f"{issues} issues x 5, 3 parties", instance(3, issues, 5, 0, "opp")
    for options in (2, 4, 8, 16):
        yield "options", f"12 issues x {options}, 3 parties", instance(3, 12, options, 0, "opp")
    for parties in (2, 3, 4, 5, 6):
        yield "parties", f"8 issues x 5, {parties} parties", instance(parties, 8, 5, 0, "rand")
    for linkages in (0, 5, 10, 20, 30):
        yield (
            "linkages",
            f"15 issues x 5, 3 parties, {linkages} linkages",
            instance(3, 15, 5, 0, "opp", linkages, "random"),
        )
    for width in (1, 2, 3, 4, 5):
        yield "treewidth", f"12 issues x 3, 3 parties, band of treewidth {width}", banded(width)


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


def bars(names: list[str], seeds: list[int]) -> None:
    """The table against the bars, then what each seed gave."""
    print("| instance | bar, s | median, s | worst, s | points | peak MiB | NegMAS, s | times | met |")
    print("|---|---|---|---|---|---|---|---|---|")
    details = []
    for name in names:
        label, bar, _ = ROWS[name]
        found = [alone(name, seed) for seed in seeds]
        times = [float(one["seconds"]) for one in found]
        theirs = negmas_seconds(*NEGMAS[name][:3], seeds[0], NEGMAS[name][3]) if name in NEGMAS else None
        points = sorted(int(one["points"]) for one in found if "points" in one)
        shown = f"{points[0]:,} to {points[-1]:,}" if points else ""
        middle = statistics.median(times)
        memory = max(one["MiB"] for one in found)
        other = "" if theirs is None else f"{theirs:.1f} | {theirs / middle:,.0f}"
        met = "yes" if middle <= bar else "no"
        print(
            f"| {label} | {bar} | {middle:.4f} | {max(times):.4f} | {shown} | {memory} | {other or ' | '} | {met} |",
            flush=True,
        )
        details += [(label, seed, one) for seed, one in zip(seeds, found, strict=True)]
    print("\n| instance | seed | seconds | peak MiB | points and hash, or what else there is |\n|---|---|---|---|---|")
    for label, seed, one in details:
        rest = {key: value for key, value in one.items() if key not in ("seconds", "MiB", "points", "hash")}
        said = f"{one['points']:,} `{one['hash']}`" if "points" in one else ""
        said += "; ".join(f"{key}: {value}" for key, value in rest.items())
        print(f"| {label} | {seed} | {one['seconds']:.4f} | {one['MiB']} | {said} |")


def growth(most: float) -> None:
    """The curves; a curve ends where an instance took more than `most` seconds."""
    print("\n| instance | points | seconds |\n|---|---|---|")
    ended = ""
    for curve, label, table in curves():
        if curve == ended:
            continue
        found = timed(table)
        print(f"| {label} | {found['points']:,} | {found['seconds']:.4f} |", flush=True)
        ended = curve if float(str(found["seconds"])) > most else ""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="rows whose name contains this, and no curves")
    parser.add_argument("--seeds", default="", help="0,1,2,3,4 if left out")
    parser.add_argument("--quick", action="store_true", help="seed 0; curves up to instances of a tenth of a second")
    chosen = parser.parse_args()
    if not GENERATOR.exists():
        print("benchmarks/bargaining.py: skipped, ../shared/tools/random_scenarios.py is not there")
        return
    begun = time.perf_counter()
    seeds = [int(seed) for seed in (chosen.seeds or ("0" if chosen.quick else "0,1,2,3,4")).split(",")]
    names = [name for name in ROWS if chosen.only in name]
    bars(names, seeds)
    if not chosen.only:
        growth(0.1 if chosen.quick else 5.0)
    print(f"\n{time.perf_counter() - begun:.0f} s in all", file=sys.stderr)


if __name__ == "__main__":
    main()
