"""How many points each party gives each issue, and a division of the issues among them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from goodoffices.bargaining.scenario import Party
from goodoffices.bargaining.writing import distinct, listing, mapping, named, only, rational, read_parties, tree, truth
from goodoffices.errors import BadScenario

KEYS = frozenset(("division", "title", "author", "dated", "fictional", "note", "parties", "issues", "points"))


class PointTable(msgspec.Struct, frozen=True):
    """`points[p][i]`: what having its way on the whole of issue i is worth to party p. Each spreads the same total."""

    parties: tuple[Party, ...]
    issues: tuple[tuple[str, str], ...]
    """(id, what people read)."""
    points: tuple[tuple[Fraction, ...], ...]
    title: str = ""
    author: str = ""
    dated: str = ""
    fictional: bool = False
    note: str = ""


class Division(msgspec.Struct, frozen=True):
    """`shares[p][i]`: the part of issue i on which party p has its way, 0 to 1; an issue's shares sum to 1.

    `scores[p]`: the points p gets.
    """

    shares: tuple[tuple[Fraction, ...], ...]
    scores: tuple[Fraction, ...]

    @property
    def split(self) -> tuple[int, ...]:
        """The issues that are shared."""
        issues = range(len(self.shares[0]))
        return tuple(i for i in issues if any(0 < row[i] < 1 for row in self.shares))


def read_points(text: str) -> PointTable:
    """The points written in `text` (YAML). Raises BadScenario naming the cell."""
    root = tree(text, "a division")
    if str(root.get("division")) != "1":
        raise BadScenario("the file starts with 'division: 1'", root.get("division"), "Add or convert it.")
    only(root, KEYS, "the file")
    parties = read_parties(root)
    issues = tuple(
        (named(m, "id", "issues"), str(m.get("label", "")) or named(m, "id", "issues"))
        for m in (mapping(one, "issues") for one in listing(root.get("issues", []), "issues"))
    )
    distinct("issues", [issue for issue, _ in issues])
    if len(parties) < 2 or not issues:
        raise BadScenario(
            "a division has two parties or more, and an issue", _few(parties, issues), "Add what is missing."
        )
    given = mapping(root.get("points", {}), "points")
    only(given, {one.id for one in parties}, "points")
    rows = tuple(_row(one.id, mapping(given.get(one.id, {}), f"points.{one.id}"), issues) for one in parties)
    return sound(
        PointTable(
            parties,
            issues,
            rows,
            str(root.get("title", "")),
            str(root.get("author", "")),
            str(root.get("dated", "")),
            truth(root.get("fictional", "false"), "fictional"),
            str(root.get("note", "")),
        )
    )


def sound(the: PointTable) -> PointTable:
    """`the` itself when it can be divided, else BadScenario for the first rule that is broken."""
    if len(the.parties) < 2 or not the.issues:
        few = _few(the.parties, the.issues)
        raise BadScenario("a division has two parties or more, and an issue", few, "Add what is missing.")
    totals = [sum(row) for row in the.points]
    for party, row, total in zip(the.parties, the.points, totals, strict=True):
        for (issue, _), points in zip(the.issues, row, strict=True):
            if points < 0:
                raise BadScenario(f"points.{party.id}.{issue} are zero or more", points, "Ask what it wants instead.")
        if not total:
            raise BadScenario(f"points.{party.id} has an issue above zero", 0, "Leave the party out, or ask it.")
    if len(set(totals)) > 1:
        shown = ", ".join(f"{p.id} {float(t):g}" for p, t in zip(the.parties, totals, strict=True))
        raise BadScenario("each party spreads the same number of points", shown, "Let each spread 100.")
    return the


def _few(parties: Sequence[Party], issues: Sequence[tuple[str, str]]) -> str:
    return (
        f"parties {', '.join(one.id for one in parties) or 'none'}; issues {', '.join(i for i, _ in issues) or 'none'}"
    )


def _row(party: str, said: Mapping[str, object], issues: tuple[tuple[str, str], ...]) -> tuple[Fraction, ...]:
    only(said, {issue for issue, _ in issues}, f"points.{party}")
    missing = [issue for issue, _ in issues if issue not in said]
    if missing:
        raise BadScenario(f"points.{party} has a number for each issue", f"none for {missing[0]}", "Write 0 if so.")
    return tuple(rational(said[issue], f"points.{party}.{issue}") for issue, _ in issues)
