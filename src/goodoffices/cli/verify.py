"""`goodoffices verify CASE`"""

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import BadArgument


@click.command("verify", short_help="Prove the record whole.")
@options.case
@click.option(
    "--noted", metavar="ENTRY:HEAD", help="What an earlier verification printed: shows that nothing was cut off."
)
@options.as_json
def command(case: str, noted: str | None, as_json: bool) -> None:
    """Prove the record whole: the chain of the log, every document against its hash, every quote against its text."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        found = opened.verify(_noted(noted) if noted else None)
    if as_json:
        terminal.print_json(found)
    else:
        click.echo(f"whole: {found.entries} entries, {found.blobs} blobs, {found.quotes} quotes, {found.rows} rows")
        click.echo(f"note this down for --noted: {found.entries}:{found.head}")


def _noted(text: str) -> tuple[int, str]:
    seq, _, head = text.partition(":")
    if not seq.isdigit() or len(head) != 64:
        raise BadArgument(
            "--noted is an entry and a head, as verify prints them", text, "Copy the last line of verify."
        )
    return int(seq), head
