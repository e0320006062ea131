"""`goodoffices rebuild CASE`"""

import click

from goodoffices.cli import options


@click.command("rebuild", short_help="Make everything derived anew from the log.")
@options.case
def command(case: str) -> None:
    """Make everything derived anew from the log. Nothing that people entered changes."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        opened.rebuild()
    click.echo("The views were made anew from the log; the search index will be when it is next searched.")
