"""`goodoffices export CASE`"""

import sys
from pathlib import Path

import click

from goodoffices.cli import options

FORMATS = ("claims-jsonl", "csv", "data-package", "parquet", "annotations")  # as desk.export; a test holds them alike


@click.command("export", short_help="Write the claims for other programs.")
@options.case
@click.option("--format", "kind", type=click.Choice(FORMATS), default="claims-jsonl", show_default=True)
@click.option("--out", type=click.Path(), help="A file; standard output if left out.")
@options.view
def command(
    case: str,
    kind: str,
    out: str | None,
    glass: options.Glass,
) -> None:
    """Write the claims, proposed and reviewed; claims-jsonl adds the actors, dates and hedges of each reading."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        pieces = opened.export(kind, glass.of(opened))
        if out:
            with Path(out).open("wb") as file:
                file.writelines(pieces)
        else:
            sys.stdout.buffer.writelines(pieces)  # bytes as they are: no other encoding, no other newlines
