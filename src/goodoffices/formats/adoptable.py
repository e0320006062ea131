"""What a format could adopt in a scenario, how much of that the parties could accept, and what is best for whom."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import asdict

from goodoffices.bargaining.adoption import accepted
from goodoffices.bargaining.table import Package, Points, Table
from goodoffices.errors import BadArgument
from goodoffices.formats.profiles import Bools, Ints, Kind, adopted
from goodoffices.formats.rule import Rule

MOST = 5_000_000  # packages looked at one by one: some 5 s
_CHUNK = 200_000

LISTED = 8
"""Packages that are listed of each count."""

COUNTS = ("sure", "possible", "consented")
"""What packages are counted by; see `Adoptable`."""


class Tried(Struct, frozen=True, kw_only=True):
    """A package that is adopted, and what it gives each, in micro-points, in the order of the table's parties.
    accepted: whether all whose consent counts could accept it.
    """

    package: Package
    utilities: tuple[int, ...]
    accepted: bool


class Best(Tried, frozen=True, kw_only=True):
    """The adoptable package that gives `party` most."""

    party: str


class Adoptable(Struct, frozen=True, kw_only=True):
    """Packages of a scenario under a format's rule, out of `packages`.

    A member votes for a package that is worth its reservation to it and that it does not refuse, else against. unknown:
    members of the format with no interests in the scenario; sure: adopted even if these all vote against, possible: if
    they all vote for. consented: of the possible ones, those that all of `consent` accept; silent: those whose consent
    counts and whose interests the scenario does not hold. best: for each party of the scenario, among the possible.
    listed: of each of COUNTS the first LISTED packages, in the order of what they leave, above its reservation, to the
    party of the scenario to which they leave least.
    """

    packages: int
    sure: int
    possible: int
    consented: int
    unknown: tuple[str, ...]
    consent: tuple[str, ...]
    silent: tuple[str, ...]
    best: tuple[Best, ...]
    listed: dict[str, tuple[Tried, ...]]


def adoptable(rule: Rule, table: Table, consent: Sequence[str] = ()) -> Adoptable:
    """What `rule` could adopt. consent: ids of the parties to the conflict.

    BadArgument for a scenario of more packages than can be looked at one by one.
    """
    if table.packages > MOST:
        remedy = "Ask about fewer issues or options."
        raise BadArgument(f"a format is tried on {MOST:,} packages at most", f"{table.packages:,}", remedy)
    known = [party for party in table.parties if party in rule.members]
    counts = [table.parties.index(party) for party in consent if party in table.parties]
    found = dict.fromkeys(COUNTS, 0)
    best: dict[str, tuple[float, Best]] = {}
    listed: dict[str, list[tuple[float, Tried]]] = {name: [] for name in COUNTS}
    for packages in _all(table):
        accepts = accepted(table, packages)
        could = _carried(rule, table, accepts, others=True)
        agreed: Bools = np.logical_and.reduce(accepts[:, counts], axis=1)
        points = table.utilities(packages)
        left = (points - np.array(table.reservations, float)).min(axis=1)

        def tried(at: int, packages: Ints = packages, points: Points = points, agreed: Bools = agreed) -> Tried:
            package, utilities = tuple(packages[at].tolist()), tuple(int(x) for x in points[at])
            return Tried(package=package, utilities=utilities, accepted=bool(agreed[at]))

        masks = (_carried(rule, table, accepts, others=False), could, could & agreed)
        for name, mask in zip(COUNTS, masks, strict=True):
            rows = np.flatnonzero(mask)
            found[name] += len(rows)
            rows = rows[np.argsort(-left[rows], kind="stable")[:LISTED]]
            first = sorted(
                [*listed[name], *((float(left[at]), tried(at)) for at in rows.tolist())], key=lambda one: -one[0]
            )
            listed[name] = first[:LISTED]
        rows = np.flatnonzero(could)
        for p, party in enumerate(table.parties if len(rows) else ()):
            at = int(rows[points[rows, p].argmax()])
            if party not in best or points[at, p] > best[party][0]:
                best[party] = (float(points[at, p]), Best(party=party, **asdict(tried(at))))
    return Adoptable(
        packages=table.packages,
        **found,
        unknown=tuple(member for member in rule.members if member not in known),
        consent=tuple(consent),
        silent=tuple(party for party in consent if party not in table.parties),
        best=tuple(best[party][1] for party in table.parties if party in best),
        listed={name: tuple(one for _, one in held) for name, held in listed.items()},
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
