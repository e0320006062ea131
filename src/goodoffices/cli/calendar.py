"""`goodoffices calendar CASE`"""

import datetime as dt
from pathlib import Path

import click

from goodoffices.cli import options, terminal


@click.command("calendar", short_help="Deadlines, expiries and reviews to come.")
@options.case
@options.view
@click.option("--until", type=options.Day(), help="The last day; two years after the first if left out.")
@click.option("--ics", type=click.Path(path_type=Path), help="Write an iCalendar file, with alarms.")
@click.option("--notice", default=7, show_default=True, type=click.IntRange(0), help="Days before the day of an alarm.")
@options.with_proposals
@options.as_json
def command(
    case: str,
    glass: options.Glass,
    until: dt.date | None,
    ics: Path | None,
    notice: int,
    with_proposals: bool,
    as_json: bool,
) -> None:
    """Every dated deadline, recurrence, expiry and review from the day on, for people or for a calendar program."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        entries = opened.calendar(snapshot, until=until, proposals=with_proposals)
        if ics:
            ics.write_bytes(opened.icalendar(entries, notice=notice))
    if as_json:
        terminal.print_json(entries)
        return
    rows = [(str(e.day), e.kind + (" (one reading)" if e.question else ""), e.what, e.words) for e in entries]
    if rows:
        terminal.table(rows, heads=("Day", "Kind", "What", "On what it rests"), widths={2: 44, 3: 70})
    click.echo(f"{len(entries)} dated entries of this record, which may be incomplete." + (f" {ics}" if ics else ""))
