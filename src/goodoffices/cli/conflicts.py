"""`goodoffices conflicts CASE`"""

import click

from goodoffices.cli import options, terminal


@click.command("conflicts", short_help="Where sources contradict each other.")
@options.case
@click.option("--open", "only_open", is_flag=True, help="Only those that wait for a ruling.")
@options.view
@options.as_json
def command(case: str, only_open: bool, glass: options.Glass, as_json: bool) -> None:
    """List where sources contradict each other on one matter, each in its own words, with what was ruled and why."""
    from goodoffices.cli.sources import Sources
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        found = [c for c in opened.conflicts(snapshot) if c.is_open or not only_open]
        if as_json:
            terminal.print_json([{"id": c.id, "open": c.is_open, "conflict": c} for c in found])
            return
        sources = Sources(snapshot)
        for conflict in found:
            ruling = conflict.ruling
            said = "open" if ruling is None else "open again" if conflict.is_open else f"ruled by {ruling.by}"
            click.echo(f"\n{conflict.id}  {said}")
            sources.tell(conflict.claims, (conflict.attribute,), mark=ruling.follows if ruling else "")
            if ruling:
                click.echo(f"  {ruling.by} follows {ruling.follows}: {ruling.reason}")
        told = terminal.counted(len(found), "conflict")
        gap = "\n" if found else ""
        click.echo(f"{gap}{told} in this record, which may be incomplete; {sum(c.is_open for c in found)} open.")
