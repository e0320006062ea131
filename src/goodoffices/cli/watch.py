"""`goodoffices watch CASE FOLDER`"""

import sys
from pathlib import Path

import click

from goodoffices.cli import options, terminal


@click.command("watch", short_help="Add what comes into a folder, as it comes.")
@options.case
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--every", default=5.0, show_default=True, type=click.FloatRange(0.05), help="Seconds between rounds.")
@click.option("--rounds", type=click.IntRange(2), help="Stop after so many rounds; goes on until stopped if left out.")
@options.by
def command(case: str, folder: Path, every: float, rounds: int | None, by: str) -> None:
    """Add what is new or changed in a folder once it is written whole; a file that cannot be used is named."""
    from goodoffices.desk.case import Case

    refused = False
    with Case.open(case, options.passphrase) as opened:
        for added in opened.watch(folder, by=by, every=every, rounds=rounds):
            for document in added.documents:
                click.echo(f"added    {document.name}  “{document.title or 'untitled'}”")
            for document in added.already:
                click.echo(f"already  {document.name}  is in the case as {document.id}")
            terminal.complain(added.refused)
            refused |= bool(added.refused)
    if refused:
        sys.exit(2)
