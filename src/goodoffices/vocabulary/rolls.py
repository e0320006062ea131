"""Tables of roll calls: which columns make a table one of the three."""

from typing import Literal

Part = Literal["calls", "votes", "issues"]
COLUMNS: dict[Part, tuple[str, ...]] = {
    "votes": ("rcid", "country", "country_code", "vote"),
    "issues": ("rcid", "short_name", "issue"),
    "calls": ("rcid", "date"),
}
"""By part, as the tables of General Assembly votes are published: what was voted on when, who voted how, on which
issues it was."""

ENDINGS = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
"""How the name of a file ends that may be such a table."""

BETWEEN = (",", ";", "\t")
"""What parts the cells of a line; the first wins where none stands more often."""


def part_of(line: str) -> Part | None:
    """The part whose columns a line of heads names; None for any other."""
    heads = {head.strip().strip('"').casefold() for head in line.split(max(BETWEEN, key=line.count))}
    return next((part for part, columns in COLUMNS.items() if heads.issuperset(columns)), None)
