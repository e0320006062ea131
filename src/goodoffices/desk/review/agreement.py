"""How far coders agree: Cohen's kappa of two, Krippendorff's alpha of any number, each with what was counted.

Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960) 37-46.
Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: nominal data, any number of observers,
missing data.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from goodoffices.record import Snapshot
from goodoffices.vocabulary.verdict import Finding, Verdict

FINDINGS: tuple[Finding, ...] = ("accepted", "amended", "rejected")

Table = Mapping[tuple[str, str], int]


class Pair(Struct, frozen=True, kw_only=True):
    """Two coders. units: claims that both judged in the same words; table: [what one found, what the other found, how
    often]; observed, expected: share on which they agree, and would by chance; kappa: None where chance alone explains
    everything, as when both found but one thing.
    """

    coders: tuple[str, str]
    units: int
    table: tuple[tuple[str, str, int], ...]
    observed: float
    expected: float
    kappa: float | None


class Agreement(Struct, frozen=True, kw_only=True):
    """How far the coders of a case agree. units: claims that at least two of them judged in the same words; alpha: of
    all of them, None where nothing varies or nobody judged the same.
    """

    coders: tuple[str, ...]
    units: int
    pairs: tuple[Pair, ...]
    alpha: float | None


def agreement(snapshot: Snapshot, coders: Collection[str] = ()) -> Agreement:
    """The agreement of these coders, or of all. What was accepted together with others is no judgement of its own, and
    an adjudication none of a coder's; neither counts.
    """
    found = last_verdicts(snapshot.verdicts(), coders)
    units = [by_coder for by_coder in found.values() if len(by_coder) > 1]
    names = sorted({name for by_coder in units for name in by_coder})
    return Agreement(
        coders=tuple(names),
        units=len(units),
        pairs=tuple(_pairs(units, names)),
        alpha=krippendorff([list(by_coder.values()) for by_coder in units]),
    )


def last_verdicts(verdicts: Iterable[Verdict], coders: Collection[str] = ()) -> dict[tuple[str, str], dict[str, str]]:
    """By claim and words what each coder found last, one by one and of words that somebody else wrote."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for verdict in verdicts:
        counts = not (verdict.settles or verdict.in_bulk or verdict.finding == "entered")
        if counts and (not coders or verdict.coder in coders):
            found.setdefault(verdict.unit, {})[verdict.coder] = verdict.finding
    return found


def _pairs(units: list[dict[str, str]], names: list[str]) -> Iterator[Pair]:
    for one, other in combinations(names, 2):
        table = Counter((u[one], u[other]) for u in units if one in u and other in u)
        if table:
            observed, expected, kappa = cohen(table)
            yield Pair(
                coders=(one, other),
                units=table.total(),
                table=tuple((a, b, n) for (a, b), n in sorted(table.items())),
                observed=observed,
                expected=expected,
                kappa=kappa,
            )


def cohen(table: Table) -> tuple[float, float, float | None]:
    """Observed and expected agreement and kappa of two coders, from how often one found this and the other that."""
    total = sum(table.values())
    rows, columns = Counter[str](), Counter[str]()
    for (one, other), count in table.items():
        rows[one] += count
        columns[other] += count
    observed = sum(count for (one, other), count in table.items() if one == other) / total
    expected = sum(rows[name] * columns[name] for name in rows) / total**2
    return observed, expected, None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff(units: Iterable[Collection[str]]) -> float | None:
    """Alpha for nominal data: of each unit what was found of it, by however many; None where nothing varies."""
    counts = [Counter(found) for found in units if len(found) > 1]
    values = sum((unit for unit in counts), Counter[str]())
    pairable = values.total()
    chance = pairable**2 - sum(n * n for n in values.values())
    if not chance:
        return None
    differing = sum((unit.total() ** 2 - sum(n * n for n in unit.values())) / (unit.total() - 1) for unit in counts)
    return 1 - (pairable - 1) * differing / chance
