"""Random small tables and an independent brute force to hold the engines against."""

import itertools
import random

import numpy as np

from goodoffices.bargaining.table import Package, Table, Term, table_of


def small_table(seed: int, hard: bool = True) -> Table:
    """One to four parties, one to five issues of one to four options; coarse values (ties), zeros, linkages
    of any arity."""
    rng = random.Random(seed)
    parties, issues = rng.randint(1, 4), rng.randint(1, 5)
    top = rng.choice([2, 5, 40])
    contributions = []
    for _ in range(issues):
        rows = [[rng.randint(0, top) for _ in range(parties)] for _ in range(rng.randint(1, 4))]
        for p in range(parties):
            if rng.random() < 0.15:
                for row in rows:
                    row[p] = 0
        contributions.append(np.array(rows))
    terms = []
    for k in range(rng.randint(0, 5) if issues > 1 else 0):
        tied = rng.sample(range(issues), rng.randint(2, min(issues, 4)))
        pattern = []
        for issue in tied:
            size = len(contributions[issue])
            pattern.append((issue, frozenset(rng.sample(range(size), rng.randint(1, max(1, size - 1))))))
        party = rng.randrange(parties)
        effect = [0] * parties
        refuses = hard and rng.random() < 0.3
        if not refuses:
            effect[party] = rng.randint(-top, top)
            if rng.random() < 0.2:
                effect[rng.randrange(parties)] = rng.randint(-top, top)
        terms.append(Term(f"l{k}", tuple(pattern), tuple(effect), party if refuses else None))
    reservations = [rng.randint(0, top * issues // 2) for _ in range(parties)]
    return table_of(contributions, terms, reservations)


def all_packages(table: Table) -> list[Package]:
    """Every package, refused ones included."""
    return list(itertools.product(*(range(len(options)) for options in table.options)))


def utility(table: Table, package: Package) -> tuple[int, ...] | None:
    """The package's utilities by plain Python integers; None when some party refuses it outright."""
    total = [0] * len(table.parties)
    for issue, option in enumerate(package):
        for p in range(len(total)):
            total[p] += int(table.contributions[issue][option, p])
    for term in table.terms:
        if all(package[issue] in options for issue, options in term.pattern):
            if term.refused_by is not None:
                return None
            for p in range(len(total)):
                total[p] += term.effect[p]
    return tuple(total)


def brute(table: Table, acceptable: bool = False) -> dict[tuple[int, ...], set[Package]]:
    """The frontier by comparing everything with everything: point -> its packages."""
    points: dict[tuple[int, ...], set[Package]] = {}
    for package in all_packages(table):
        u = utility(table, package)
        if u is None or (acceptable and any(x < r for x, r in zip(u, table.reservations, strict=True))):
            continue
        points.setdefault(u, set()).add(package)
    return {
        u: who
        for u, who in points.items()
        if not any(v != u and all(a >= b for a, b in zip(v, u, strict=True)) for v in points)
    }
