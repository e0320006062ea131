"""What a format could adopt in a scenario, how much of that the parties could accept, and what is best for whom."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from goodoffices.bargaining.adoption import accepted
from goodoffices.bargaining.table import Package, Table
from goodoffices.errors import BadArgument
from goodoffices.formats.profiles import Bools, Ints, Kind, adopted
from goodoffices.formats.rule import Rule

MOST = 5_000_000  # packages looked at one by one: some 5 s
_CHUNK = 200_000


class Best(Struct, frozen=True, kw_only=True):
    """The adoptable package that gives a party most, and what it gives each, in micro-points, in the order of the
    table's parties. accepted: whether all whose consent counts could accept it.
    """

    party: str
    package: Package
    utilities: tuple[int, ...]
    accepted: bool


class Adoptable(Struct, frozen=True, kw_only=True):
    """Packages of a scenario under a format's rule, out of `packages`.

    A member votes for a package that is worth its reservation to it and that it does not refuse, else against. unknown:
    members of the format with no interests in the scenario; sure: adopted even if these all vote against, possible: if
    they all vote for. consented: of the possible ones, those that all of `consent` accept; silent: those whose consent
    counts and whose interests the scenario does not hold. best: for each party of the scenario, among the possible.
    """

    packages: int
    sure: int
    possible: int
    consented: int
    unknown: tuple[str, ...]
    consent: tuple[str, ...]
    silent: tuple[str, ...]
    best: tuple[Best, ...]


def adoptable(rule: Rule, table: Table, consent: Sequence[str] = ()) -> Adoptable:
    """What `rule` could adopt. consent: ids of the parties to the conflict.

    BadArgument for a scenario of more packages than can be looked at one by one.
    """
    if table.packages > MOST:
        remedy = "Ask about fewer issues or options."
        raise BadArgument(f"a format is tried on {MOST:,} packages at most", f"{table.packages:,}", remedy)
    known = [party for party in table.parties if party in rule.members]
    counts = [table.parties.index(party) for party in consent if party in table.parties]
    sure = possible = consented = 0
    best: dict[str, tuple[float, Best]] = {}
    for packages in _all(table):
        accepts = accepted(table, packages)
        sure += int(_carried(rule, table, accepts, others=False).sum())
        could = _carried(rule, table, accepts, others=True)
        agreed: Bools = np.logical_and.reduce(accepts[:, counts], axis=1)
        possible += int(could.sum())
        consented += int((could & agreed).sum())
        rows = np.flatnonzero(could)
        if len(rows):
            points = table.utilities(packages[rows])
            for p, party in enumerate(table.parties):
                at = int(points[:, p].argmax())
                if party not in best or points[at, p] > best[party][0]:
                    package = tuple(int(option) for option in packages[rows[at]])
                    utilities = tuple(int(x) for x in points[at])
                    one = Best(party=party, package=package, utilities=utilities, accepted=bool(agreed[rows[at]]))
                    best[party] = (float(points[at, p]), one)
    return Adoptable(
        packages=table.packages,
        sure=sure,
        possible=possible,
        consented=consented,
        unknown=tuple(member for member in rule.members if member not in known),
        consent=tuple(consent),
        silent=tuple(party for party in consent if party not in table.parties),
        best=tuple(best[party][1] for party in table.parties if party in best),
    )


def _carried(rule: Rule, table: Table, accepts: npt.NDArray[np.bool_], *, others: bool) -> Bools:
    """Which rows carry; members without interests in the scenario all vote as `others` says."""
    columns = {party: accepts[:, p] for p, party in enumerate(table.parties)}
    rest = np.full(len(accepts), others)
    yes: list[Ints] = [columns.get(member, rest).astype(np.int64) for member in rule.members]
    return adopted(rule, [Kind((member,)) for member in rule.members], yes, [1 - one for one in yes])


def _all(table: Table) -> Iterator[npt.NDArray[np.int64]]:
    sizes = [len(options) for options in table.options]
    for start in range(0, table.packages, _CHUNK):
        flat = np.arange(start, min(start + _CHUNK, table.packages))
        yield np.stack(np.unravel_index(flat, sizes), axis=1)
