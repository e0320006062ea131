"""`goodoffices new CASE`"""

import click

from goodoffices.cli import options


@click.command("new", short_help="Make a new, empty case.")
@options.case
def command(case: str) -> None:
    """Make a new, empty case: a directory with one file, case.db, or a schema of a PostgreSQL server."""
    from goodoffices.desk.case import Case

    with Case.new(case):
        click.echo(f"{case} is ready. Next: goodoffices add {case} FILES…")
