"""`goodoffices backup CASE FILE`"""

import click

from goodoffices.cli import options


@click.command("backup", short_help="Write the whole record to one file.")
@options.case
@click.argument("file", type=click.Path())
def command(case: str, file: str) -> None:
    """Write the whole record to one new file, while others go on working; it proves itself before it is there."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        found = opened.backup(file)
    click.echo(f"{file}: {found.entries} entries, {found.blobs} blobs, proved whole")
    click.echo(f"note this down for --noted: {found.entries}:{found.head}")
