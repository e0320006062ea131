"""`goodoffices read CASE`"""

import sys
from collections import Counter

import click

from goodoffices.cli import options, terminal


@click.command("read", short_help="Read documents: propose claims.")
@options.case
@click.argument("documents", nargs=-1)
@click.option("--workers", type=int, default=1, show_default=True, help="Share the documents among so many processes.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Or over the Dask scheduler at this address.")
@options.by
@options.as_json
def command(case: str, documents: tuple[str, ...], workers: int, cluster: str, by: str, as_json: bool) -> None:
    """Read DOCUMENTS (names or ids; all that were not read yet if left out) and propose claims for review."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened, terminal.bar("reading", quiet=as_json) as progress:
        read = opened.read(documents, by=by, workers=workers, cluster=cluster, progress=progress)
    counts = Counter(claim.kind for _, reading in read.readings for claim in reading.claims)
    if as_json:
        terminal.print_json(
            {
                "read": len(read.readings),
                "unchanged": read.unchanged,
                "proposed": counts,
                "refused": terminal.named(read.refused),
            }
        )
    else:
        done = terminal.counted(len(read.readings), "document")
        click.echo(f"read {done}, {terminal.counted(counts.total(), 'proposal')}; {read.unchanged} unchanged")
        for kind, count in counts.most_common():
            click.echo(f"  {count:6}  {kind}")
        for document, reading in read.readings:
            for note in reading.notes:
                click.echo(f"note     {document.name}: {note}")
        terminal.complain(read.refused)
        if counts:
            click.echo(f"Next: goodoffices review {case}")
    if read.refused:
        sys.exit(2)
