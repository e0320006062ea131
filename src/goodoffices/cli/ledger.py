"""`goodoffices ledger CASE`"""

import datetime as dt
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from goodoffices.desk.affairs.ledger import Entry


@click.command("ledger", short_help="Where each stood, from what was public by then alone.")
@options.case
@click.option("--on", type=options.Day(), help="One day alone.")
@click.option("--since", type=options.Day(), help="The first day; that of the record if left out.")
@click.option("--until", type=options.Day(), help="The last day; today if left out.")
@click.option("--as-known", type=options.LogPoint(), help="Only what this office had entered by then.")
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Write it as CSV.")
@options.with_proposals
@options.as_json
def command(
    case: str,
    on: dt.date | None,
    since: dt.date | None,
    until: dt.date | None,
    as_known: int | dt.datetime | None,
    table: Path | None,
    with_proposals: bool,
    as_json: bool,
) -> None:
    """Where every provision and term stood from day to day, as far as anybody could know: from what was public by that
    day and nothing later.
    """
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        snapshot = opened.at(as_known=as_known)
        entries = opened.ledger(snapshot, since=on or since, until=on or until, proposals=with_proposals)
        if table:
            table.write_bytes(opened.ledger_csv(entries))
    if as_json:
        terminal.print_json(entries)
        return
    rows = list(_told(entries))
    if rows:
        heads = ("From", "To", "State", "What", "Who", "Because")
        terminal.table(rows, heads=heads, widths={2: 26, 3: 36, 4: 22, 5: 44})
    click.echo(f"{terminal.counted(len(rows), 'line')}." + (f" {table}" if table else ""))


def _told(entries: "Iterable[Entry]") -> "Iterator[tuple[str, ...]]":
    """A row for each entry, one for those on end that would read the same: --json and --csv have all reasons."""
    for (_, *told), alike in groupby(entries, key=lambda e: (e.matter, e.state, e.what, e.who, e.why[0])):
        days = [day for entry in alike for day in (entry.first, entry.last)]
        yield str(days[0]), str(days[-1]), *told
