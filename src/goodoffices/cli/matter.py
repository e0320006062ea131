"""`goodoffices matter CASE ID`"""

import click

from goodoffices.cli import options, terminal


@click.command("matter", short_help="What each source says of one matter.")
@options.case
@click.argument("matter", metavar="ID")
@options.view
@options.as_json
def command(case: str, matter: str, glass: options.Glass, as_json: bool) -> None:
    """Show what each source says of one matter, side by side, and where they contradict each other."""
    from goodoffices.cli.sources import Sources
    from goodoffices.desk.case import Case
    from goodoffices.vocabulary.conflict import conflicts

    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        found = opened.matter(snapshot.claim(matter).matter, snapshot)
        if as_json:
            terminal.print_json(found)
            return
        sources = Sources(snapshot)
        click.echo(f"{found.claims[0].claim.content.label} {found.id}, {len(found.claims)} claims")
        sources.tell(found.claims, list(sources.given(found.claims)))
        at_odds = [conflict.attribute for conflict in conflicts(found)]
        if at_odds:
            click.echo(f"They contradict each other in {', '.join(at_odds)}: goodoffices conflicts {case}")
