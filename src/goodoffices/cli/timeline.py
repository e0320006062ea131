"""`goodoffices timeline CASE`"""

import click

from goodoffices.cli import options, terminal


@click.command("timeline", short_help="What happened and was decided, in order.")
@options.case
@options.view
@options.with_proposals
@options.as_json
def command(
    case: str,
    glass: options.Glass,
    with_proposals: bool,
    as_json: bool,
) -> None:
    """Meetings, decisions, statements, events and terms in order, each in its exact words."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        lines = opened.timeline(snapshot, proposals=with_proposals)
        left_out = 0 if with_proposals else snapshot.count(states={"proposed"})
    if as_json:
        terminal.print_json(lines)
        return
    rows = [
        (str(line.when), line.kind + (" (proposed)" if line.state == "proposed" else ""), line.words, line.document)
        for line in lines
    ]
    terminal.table(rows, heads=("When", "Kind", "Words", "Document"), widths={0: 24, 2: 72, 3: 28})
    click.echo(f"{len(lines)} dated claims of this record, which may be incomplete.")
    if left_out:
        click.echo(f"{left_out} proposals are not reviewed and not shown; --with-proposals shows them.")
