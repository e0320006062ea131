"""`goodoffices feed CASE ADDRESS`"""

import sys

import click

from goodoffices.cli import options, terminal


@click.command("feed", short_help="Add the items of an RSS or Atom feed.")
@options.case
@click.argument("address")
@click.option("--patience", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Seconds to wait.")
@options.by
@options.as_json
def command(case: str, address: str, patience: float, by: str, as_json: bool) -> None:
    """Add the items of a feed as documents. Nothing that an item links to is fetched; what is known changes nothing."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        added = opened.add_feed(address, by=by, patience=patience)
    if as_json:
        terminal.print_json(
            {"added": added.documents, "already": added.already, "refused": terminal.named(added.refused)}
        )
    else:
        for document in added.documents:
            click.echo(f"added    {document.name}  “{document.title or 'untitled'}”  {document.published or 'no day'}")
        click.echo(f"{len(added.documents)} added, {len(added.already)} known already")
        terminal.complain(added.refused)
    if added.refused:
        sys.exit(2)
