"""`goodoffices migrate CASE TARGET`"""

import click

from goodoffices.cli import options


@click.command("migrate", short_help="Move a case to another store.")
@options.case
@click.argument("target", type=click.Path())
def command(case: str, target: str) -> None:
    """Move a case to TARGET, a new directory or a schema of a PostgreSQL server. The log comes along entry for entry.
    What is left behind can be read and refuses to be written.
    """
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        found = opened.migrate(target)
    click.echo(f"moved: {found.entries} entries, {found.blobs} blobs, proved whole where they are now")
    click.echo(f"note this down for --noted: {found.entries}:{found.head}")
