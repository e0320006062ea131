"""`goodoffices new CASE`"""

import click

from goodoffices.cli import options


@click.command("new", short_help="Make a new, empty case.")
@options.case
@click.option(
    "--passphrase", "locked", is_flag=True, help="Lock it with a passphrase: $GOODOFFICES_PASSPHRASE, or asked for."
)
def command(case: str, locked: bool) -> None:
    """Make a new, empty case: a directory with one file, case.db, or a schema of a PostgreSQL server."""
    from goodoffices.desk.case import Case

    with Case.new(case, options.new_passphrase("GOODOFFICES_PASSPHRASE") if locked else None):
        click.echo(f"{case} is ready. Next: goodoffices add {case} FILES…")
