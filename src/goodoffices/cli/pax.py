"""`goodoffices pax CASE FILE`"""

import sys
from pathlib import Path

import click

from goodoffices.cli import options, terminal


@click.command("pax", short_help="Add agreements from a table of PA-X metadata.")
@options.case
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--about", default="", help="Only agreements whose process, conflict or title holds these words.")
@options.by
@options.as_json
def command(case: str, file: Path, about: str, by: str, as_json: bool) -> None:
    """Add peace agreements from PA-X metadata: each row a short document, with the claim that it was agreed when."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        entered = opened.add_agreements(file, about=about, by=by)
    if as_json:
        terminal.print_json(
            {"entered": [claim.id for claim in entered.claims], "refused": terminal.named(entered.refused)}
        )
    else:
        click.echo(f"{len(entered.claims)} agreements added")
        terminal.complain(entered.refused)
    if entered.refused:
        sys.exit(2)
