"""`goodoffices matters CASE`"""

import click

from goodoffices.cli import options, terminal


@click.command("matters", short_help="Which claims speak of one matter: confirm or deny.")
@options.case
@click.option("--same", multiple=True, metavar="ID", help="One matter: give it twice or more, claims or matters.")
@click.option("--different", multiple=True, metavar="ID", help="Different matters: give it twice or more.")
@click.option("--undo", metavar="MATTER", help="Take back what was last said of this matter.")
@click.option("--kind", help="Only matters of this kind.")
@options.by
@options.as_json
def command(
    case: str,
    same: tuple[str, ...],
    different: tuple[str, ...],
    undo: str | None,
    kind: str | None,
    by: str,
    as_json: bool,
) -> None:
    """Without options: list what is probably one matter, each source in its own words. People decide."""
    from goodoffices.cli.sources import Sources
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        if same:
            click.echo(f"one matter: {opened.same(same, by=by)}")
        if different:
            click.echo(f"different matters: {opened.different(different, by=by)} and others")
        if undo:
            opened.undo(f"matter:{undo}", by=by)
            click.echo(f"taken back: {undo}")
        if same or different or undo:
            return
        snapshot = opened.at()
        found = opened.matches(snapshot, kind=kind)
        if as_json:
            terminal.print_json(found)
            return
        sources = Sources(snapshot)
        for number, match in enumerate(found, 1):
            claims = [held for matter in match.matters for held in matter.claims]
            differ = f"; they would differ in {', '.join(match.differ)}" if match.differ else ""
            click.echo(f"\n{number}. {claims[0].claim.content.label}: probably one matter{differ}")
            sources.tell(claims, match.differ)
            click.echo("  " + " ".join(f"--same {matter.id}" for matter in match.matters))
        click.echo(f"\n{len(found)} proposals. A matter's sources: goodoffices matter {case} ID")
