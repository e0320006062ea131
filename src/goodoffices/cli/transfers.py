"""`goodoffices transfers CASE`"""

from collections.abc import Sequence

import click

from goodoffices.cli import options, terminal


@click.command("transfers", short_help="What was to be handed over, and how much has been.")
@options.case
@options.view
@options.with_proposals
@options.as_json
def command(case: str, glass: options.Glass, with_proposals: bool, as_json: bool) -> None:
    """Exchanges of prisoners, hostages or aid as running tallies: agreed, handed over so far, still to come."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        found = opened.transfers(glass.of(opened), proposals=with_proposals)
    if as_json:
        terminal.print_json(found)
        return
    rows = [
        (
            one.giver,
            one.receiver,
            one.tally.what or one.words,
            _numbers(one.tally.agreed),
            _numbers(one.tally.delivered) + (f" by {one.tally.as_of}" if one.tally.as_of else ""),
            _numbers(dict.fromkeys(one.tally.left), " to ") if one.tally.left else "not known",
        )
        for one in found
    ]
    if rows:
        heads = ("From", "To", "What", "Agreed", "So far", "To come")
        terminal.table(rows, heads=heads, widths={0: 24, 1: 24, 2: 44})
    click.echo(f"{terminal.counted(len(found), 'transfer')} in this record, which may be incomplete.")


def _numbers(values: "Sequence[float] | dict[float, None]", between: str = " or ") -> str:
    return between.join(f"{value:,g}" for value in values) or "not said"
