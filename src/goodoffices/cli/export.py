"""`goodoffices export CASE`"""

import datetime as dt
import sys
from pathlib import Path

import click

from goodoffices.cli import options


@click.command("export", short_help="Write the claims for other programs.")
@options.case
@click.option("--format", "kind", type=click.Choice(["claims-jsonl"]), default="claims-jsonl", show_default=True)
@click.option("--out", type=click.Path(), help="A file; standard output if left out.")
@options.view
def command(
    case: str,
    kind: str,
    out: str | None,
    as_of: dt.date | None,
    published_by: dt.date | None,
    as_known: dt.datetime | int | None,
) -> None:
    """Write the claims, proposed and reviewed, with the actors, dates and hedges of each reading."""
    from goodoffices.desk.case import Case

    with Case.open(case) as opened:
        lines = opened.export(kind, opened.at(as_of=as_of, published_by=published_by, as_known=as_known))
        if out:
            with Path(out).open("wb") as file:
                file.writelines(line + b"\n" for line in lines)
        else:
            stream = sys.stdout.buffer  # bytes as they are: no other encoding, no other newlines
            for line in lines:
                stream.write(line + b"\n")
