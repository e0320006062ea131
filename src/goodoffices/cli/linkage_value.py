"""`goodoffices linkage-value SCENARIO [LINKAGE…]`"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, scenario_options, terminal
from goodoffices.errors import BadArgument, Cancelled

if TYPE_CHECKING:
    from goodoffices.bargaining.surely import Closed
    from goodoffices.desk.bargains.linkages import LinkageLine, Linkages


@click.command("linkage-value", short_help="What is a linkage worth, and to whom?")
@click.argument("words", nargs=-1, metavar="SCENARIO… [LINKAGE]…")
@scenario_options.said
@click.option("--seconds", type=float, default=600.0, show_default=True, help="Stop after so many seconds.")
@click.option("--memory", type=int, default=2048, show_default=True, help="Use at most so many MiB.")
@click.option("--picture", type=click.Path(), help="Draw it: FILE.svg, or FILE.html with the numbers.")
@options.as_json
def command(
    words: tuple[str, ...],
    teaching: bool,
    author: str,
    dated: str,
    fictional: bool,
    seconds: float,
    memory: int,
    picture: str | None,
    as_json: bool,
) -> None:
    """Bargain with and without a linkage: who gains and who pays under each solution, whether it is meant and
    believed, a bluff, or not believed; which packages it removes or creates; the ways out. LINKAGE: ids of the
    scenario; all of them if left out.
    """
    from goodoffices.desk.bargains.linkages import linkage_values

    files = tuple(word for word in words if not teaching and scenario_options.names_a_file(word))
    ids = tuple(word for word in words if word not in files)
    chosen = scenario_options.scenario_of(files, teaching, author, dated, fictional)
    with terminal.bar("bargaining", quiet=as_json) as step:
        try:
            found = linkage_values(chosen, ids, limits=scenario_options.limits(seconds, memory, step))
        except Cancelled as error:
            raise BadArgument(f"it is found in {seconds:g} seconds", None, "Give more --seconds.") from error
    if as_json:
        terminal.print_json(found)
    else:
        _show(found)
    if picture:
        from goodoffices.desk.bargains.scenes import of_linkages

        scenario_options.draw(Path(picture), of_linkages(found), quiet=as_json)


def _show(found: "Linkages") -> None:
    click.echo(found.title)
    click.echo(found.assumption)
    for line in found.lines:
        _line(found, line)
    if not found.unknown:
        return
    click.echo(f"{len(found.unknown)} cells are unknown: only what holds whatever they are is said.")
    for one in found.closes:
        _closes(found, one)
    if found.together is not None:
        _closes(found, found.together)


def _line(found: "Linkages", line: "LinkageLine") -> None:
    names = dict(found.parties)
    click.echo(f"\n{line.id}: {names[line.party]} {line.says}")
    if line.quote:
        click.echo(f"  “{line.quote}”" + (f"  [{line.claim}]" if line.claim else ""))
    click.echo(f"  removes {line.removed} packages acceptable to all, creates {line.created}")
    rows = [
        (
            worth.solution,
            worth.credibility,
            *(f"{worth.gains[party]:+.1f}" if worth.gains else "–" for party, _ in found.parties),
            worth.outcome,
        )
        for worth in line.worths
    ]
    heads = ("Solution", "The linkage is", *(name for _, name in found.parties), "Outcome")
    terminal.table(rows, heads=heads, widths=dict.fromkeys(range(2, 2 + len(names)), 14))
    for way in line.ways:
        costs = ", ".join(f"{names[party]} {-cost:+.1f}" for party, cost in way.costs.items() if cost)
        click.echo(f"  way out: settle {way.issue} by “{way.option}”: {costs or 'costs nobody anything'}")


def _closes(found: "Linkages", one: "Closed") -> None:
    together = "All of these together" if len(one.linkages) > 1 else one.linkages[0]
    click.echo(f"\n{together}: closes {len(one.packages)} packages that nobody else refuses")
    for party, name in found.parties:
        if party in one.wanted:
            better, worse = one.wanted[party], one.unwanted[party]
            rest = len(one.packages) - better - worse
            click.echo(
                f"  {name}, against the status quo: {better} as good or better, {worse} as good or worse, {rest} depend"
            )
    if len(one.linkages) == 1:
        for issue, options_left in one.exits[one.linkages[0]].items():
            click.echo(f"  way out: settle {issue} by {' or '.join(f'“{o}”' for o in options_left)}")
