"""`goodoffices lock CASE`"""

import click

from goodoffices.cli import options


@click.command("lock", short_help="Give a case a passphrase, another one, or none.")
@options.case
@click.option("--off", is_flag=True, help="Take the passphrase away.")
def command(case: str, off: bool) -> None:
    """Give a case a passphrase, or another one: $GOODOFFICES_NEW_PASSPHRASE, or asked for twice. Whoever forgets it has
    lost the case. Nothing is encrypted anew, so this takes no time."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        opened.lock(None if off else options.new_passphrase("GOODOFFICES_NEW_PASSPHRASE"))
    click.echo(f"{case} opens without a passphrase" if off else f"{case} opens with the new passphrase alone")
