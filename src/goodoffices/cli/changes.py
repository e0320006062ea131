"""`goodoffices changes CASE`"""

import datetime as dt
from pathlib import Path

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import BadArgument


@click.command("changes", short_help="What changed between two looks at the record.")
@options.case
@options.view
@click.option("--since-as-of", type=options.Day(), help="Against how it was on that day.")
@click.option("--since-published-by", type=options.Day(), help="Against what was public by that day.")
@click.option("--since-as-known", type=options.LogPoint(), help="Against what this office had entered by then.")
@click.option("--atom", type=click.Path(path_type=Path), help="Write an Atom feed.")
@options.with_proposals
@options.as_json
def command(
    case: str,
    glass: options.Glass,
    since_as_of: dt.date | None,
    since_published_by: dt.date | None,
    since_as_known: int | dt.datetime | None,
    atom: Path | None,
    with_proposals: bool,
    as_json: bool,
) -> None:
    """What is owed or runs and stands otherwise than before, and why: on the day, in what was public, or as known."""
    from goodoffices.desk.case import Case

    if since_as_of is None and since_published_by is None and since_as_known is None:
        remedy = "Give --since-as-of, --since-published-by or --since-as-known."
        raise BadArgument("a change is against an earlier look", None, remedy)
    with Case.open(case, options.passphrase) as opened:
        after = glass.of(opened)
        before = opened.at(
            as_of=since_as_of or glass.as_of,
            published_by=since_published_by or glass.published_by,
            as_known=since_as_known if since_as_known is not None else glass.as_known,
        )
        changed = opened.changes(before, after, proposals=with_proposals)
        if atom:
            atom.write_bytes(opened.atom(changed))
    if as_json:
        terminal.print_json(changed)
        return
    rows = [
        (
            c.what,
            c.who,
            f"{c.before or 'not in the record'} → {c.after or 'no longer there'}",
            str(c.since or ""),
            c.why[0],
        )
        for c in changed
    ]
    if rows:
        terminal.table(rows, heads=("What", "Who", "Change", "Since", "Because"), widths={0: 40, 1: 26, 2: 30, 4: 56})
    click.echo(f"{terminal.counted(len(changed), 'change')}." + (f" {atom}" if atom else ""))
