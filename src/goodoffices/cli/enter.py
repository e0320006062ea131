"""`goodoffices enter CASE FILE`"""

import sys
from pathlib import Path

import click

from goodoffices.cli import options, terminal


@click.command("enter", short_help="Enter claims written by hand.")
@options.case
@click.argument("file", type=click.Path())
@options.by
@options.as_json
def command(case: str, file: str, by: str, as_json: bool) -> None:
    """Enter claims written by hand in a YAML file, each checked against the exact words of its document."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        entered = opened.enter(Path(file), by=by)
    if as_json:
        terminal.print_json(
            {
                "entered": [claim.id for claim in entered.claims],
                "refused": terminal.named(entered.refused),
                "unheld": entered.unheld,
            }
        )
    else:
        click.echo(f"entered {terminal.counted(len(entered.claims), 'claim')}")
        for claim, named in entered.unheld:
            click.echo(f"note     {claim} speaks of “{named}”, of which this record holds nothing")
        terminal.complain(entered.refused)
    if entered.refused:
        sys.exit(2)
