"""`goodoffices pack CASE PARTY`"""

from pathlib import Path

import click

from goodoffices.cli import options


@click.command("pack", short_help="Write the pack for a meeting with a party.")
@options.case
@click.argument("party")
@options.paper("pack.html")
@options.view
@options.with_proposals
@options.by
def command(
    case: str,
    party: str,
    out: str,
    form: str | None,
    glass: options.Glass,
    with_proposals: bool,
    by: str,
) -> None:
    """Write the pack for a meeting with PARTY (id or name): what to ask, what it owes, said last, is owed, holds, ties
    and gave, and where sources differ about it, each with its exact words.
    """
    from goodoffices.briefs.writing import form_of, written
    from goodoffices.desk.case import Case

    form = form or form_of(out)
    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        made = opened.pack(party, snapshot, by=by, proposals=with_proposals)
    Path(out).write_bytes(written(made, form))
    click.echo(f"{out}: {made.title}, as of {made.as_of}, {len(made.footnotes)} footnotes with their exact words")
