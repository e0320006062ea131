"""`goodoffices restore FILE CASE`"""

import click

from goodoffices.cli import options


@click.command("restore", short_help="Make a case from a backup.")
@click.argument("file", type=click.Path())
@options.case
def command(file: str, case: str) -> None:
    """Make a new case from a backup: a directory, or a schema of a PostgreSQL server. Nothing is overwritten."""
    from goodoffices.desk.case import Case

    with Case.restore(file, case, options.passphrase) as opened:
        seq = opened.at().seq
    click.echo(f"restored {seq} entries, all proved; goodoffices status CASE shows where things stand")
