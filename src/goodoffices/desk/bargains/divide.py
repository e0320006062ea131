"""Who gets which issue? A table of points through Adjusted Winner (two parties) or leximin (more)."""

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from goodoffices.bargaining.division import PointTable, adjusted_winner, leximin
from goodoffices.desk.bargains.assumptions import assumption


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """A part of an issue that goes from one party to the other in the adjustment; `share` as an exact fraction."""

    issue: str
    giver: str
    receiver: str
    share: str


class Divided(msgspec.Struct, frozen=True, kw_only=True):
    """The division. points: party -> issue -> what the party said; shares: party -> issue -> exact fraction; scores:
    party -> exact points; won: issue -> who gives it the most points; handovers: only of Adjusted Winner."""

    title: str
    assumption: str
    method: str
    parties: tuple[tuple[str, str], ...]
    issues: tuple[tuple[str, str], ...]
    points: dict[str, dict[str, str]]
    shares: dict[str, dict[str, str]]
    scores: dict[str, str]
    won: dict[str, tuple[str, ...]]
    handovers: tuple[Handed, ...] = ()


def divided(the: PointTable) -> Divided:
    """The division of `the`. Raises BadScenario, or BadArgument where the table is too large."""
    names = [one.id for one in the.parties]
    steps: tuple[Handed, ...] = ()
    if len(names) == 2:
        found = adjusted_winner(the)
        division = found.division
        steps = tuple(
            Handed(
                issue=the.issues[one.issue][0],
                giver=names[one.giver],
                receiver=names[one.receiver],
                share=str(one.share),
            )
            for one in found.handovers
        )
    else:
        division = leximin(the)
    columns = list(zip(*the.points, strict=True))
    return Divided(
        title=the.title or "A division without a title",
        assumption=assumption(the),
        method="Adjusted Winner" if len(names) == 2 else "leximin",
        parties=tuple((one.id, one.name or one.id) for one in the.parties),
        issues=the.issues,
        points=_by_issue(the, the.points),
        shares=_by_issue(the, division.shares),
        scores={name: str(Fraction(score)) for name, score in zip(names, division.scores, strict=True)},
        won={
            issue: tuple(n for n, v in zip(names, column, strict=True) if v == max(column) and v)
            for (issue, _), column in zip(the.issues, columns, strict=True)
        },
        handovers=steps,
    )


def _by_issue(the: PointTable, numbers: Sequence[Sequence[Fraction]]) -> dict[str, dict[str, str]]:
    return {
        party.id: {issue: str(number) for (issue, _), number in zip(the.issues, row, strict=True)}
        for party, row in zip(the.parties, numbers, strict=True)
    }
