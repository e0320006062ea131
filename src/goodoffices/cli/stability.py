"""`goodoffices stability FILE`"""

from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, scenario_options, terminal
from goodoffices.errors import BadArgument

if TYPE_CHECKING:
    from goodoffices.desk.bargains.stability import Held, Kept, StateLine

LISTED = 15
"""States that are printed; all that were found are in the JSON."""

WORDS = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ"}


@click.command("stability", short_help="Would it hold, and what if a party reneges?")
@click.argument("file", required=False)
@click.option("--teaching", is_flag=True, help="The teaching conflict; with --package, the teaching scenario.")
@click.option("--state", "states", multiple=True, metavar="STATE", help="A state to look at (the status quo).")
@click.option("--single", is_flag=True, help="The others answer by one move, not by a sequence.")
@click.option("--package", metavar="SOLUTION|ISSUE=OPTION,…", help="FILE is a scenario: is this kept?")
@click.option("--carries", multiple=True, metavar="ISSUE=PARTY", help="Who carries out an issue.")
@click.option("--reversible", is_flag=True, help="Who reneged can return to its word.")
@options.as_json
def command(
    file: str | None,
    teaching: bool,
    states: tuple[str, ...],
    single: bool,
    package: str | None,
    carries: tuple[str, ...],
    reversible: bool,
    as_json: bool,
) -> None:
    """Which states of a conflict nobody would leave, and how it gets there. FILE is a conflict in option form (YAML);
    with --package a scenario, and the conflict is whether what was agreed is kept.
    """
    from goodoffices.desk.bargains.stability import held, kept, package_named, pairs
    from goodoffices.desk.bargains.teaching import conflict_from

    if package is None:
        if carries or reversible:
            raise BadArgument("--carries and --reversible go with --package", None, "Add it, or leave them out.")
        found = held(conflict_from(file, teaching), states, single)
        if as_json:
            terminal.print_json(found)
        else:
            _show(found)
        return
    if states:
        raise BadArgument("--state goes without --package", states[0], "Leave one of the two out.")
    scenario = scenario_options.scenario_of((file,) if file else (), teaching, "", "", False)
    agreed = package_named(package)
    answer = kept(scenario, agreed, carries=pairs(carries), reversible=reversible, single=single)
    if as_json:
        terminal.print_json(answer)
    else:
        _show_kept(answer)


def _show(found: "Held") -> None:
    click.echo(found.title)
    click.echo(found.assumption)
    click.echo(f"{len(found.parties)} parties, {found.states:,} states, {found.moves:,} moves")
    _answer(found)


def _answer(found: "Held") -> None:
    counts = ", ".join(f"{WORDS[concept]} {count:,}" for concept, count in found.counts.items())
    click.echo(f"equilibria  {counts}" + ("; the others answer by one move" if found.single else ""))
    if found.unreachable:
        click.echo(f"note        {found.unreachable:,} states cannot be reached from the status quo")
    for note in found.notes:
        click.echo(f"note        {note}")
    rows = [
        (_state(line), *(_stable(found, line, concept) for concept in WORDS), _path(found, line))
        for line in found.lines[:LISTED]
    ]
    heads = ("State", *WORDS.values(), f"Way from “{found.status_quo}”" if found.status_quo else "Way")
    terminal.table(rows, heads=heads, widths={0: 44})
    click.echo("●: for every party; else for how many. In brackets: coalitions asked for that would leave.")
    if len(found.lines) > LISTED:
        click.echo(f"{len(found.lines) - LISTED} more are in --json.")
    names = dict(found.parties)
    for concept, who in found.lines[0].stable.items() if found.hinges and found.lines else ():
        leave = [name for party, name in found.parties if party not in who]
        if leave:
            click.echo(f"  “{found.lines[0].name}” under {WORDS[concept]}: left by {', '.join(leave)}")
    for hinge in found.hinges:
        far = f" (past {hinge.passes} other rank{'s' * (hinge.passes > 1)})" if hinge.passes else ""
        does = "would be an equilibrium" if hinge.makes else "would be none any more"
        party = names[hinge.party]
        click.echo(
            f"  “{hinge.state}” {does} ({WORDS[hinge.concept]}) if {party} put “{hinge.moved}” {hinge.place} "
            f"“{hinge.other}”{far}"
        )


def _state(line: "StateLine") -> str:
    taken = ", ".join(line.taken) if line.taken else "nothing" if line.pattern else ""
    return f"{line.name}: {taken}" if taken else line.name


def _stable(found: "Held", line: "StateLine", concept: str) -> str:
    names = dict(found.parties)
    shown = "●" if concept in line.equilibrium else f"{len(line.stable[concept])} of {len(names)}"
    left = line.left_by.get(concept, ())
    return shown + "".join(f" [{', '.join(names[p] for p in group)}]" for group in left)


def _path(found: "Held", line: "StateLine") -> str:
    if line.path is None:
        return "no way leads there" if found.status_quo else ""
    names = dict(found.parties)
    steps = [
        f"{names[party]} → {state}" + ("" if better else " (worse off at once)") for party, state, better in line.path
    ]
    return "; ".join(steps) or "it is here"


def _show_kept(answer: "Kept") -> None:
    names = dict(answer.held.parties)
    click.echo(answer.held.title)
    click.echo(answer.held.assumption)
    click.echo(answer.in_words)
    click.echo("Agreed: " + "; ".join(f"{issue}: {option}" for issue, option in answer.package.items()))
    rows = []
    for party, name in answer.held.parties:
        duties = ", ".join(issue for issue, who in answer.carriers.items() if party in who)
        gain = f"{answer.gains[party]:+.1f}" if party in answer.gains else ""
        rows.append((name, f"{answer.points[party]:.1f}", duties or "nothing", gain))
    terminal.table(rows, heads=("Party", "Points, all kept", "Carries out", "By reneging alone"))
    worst = [f"{names[p]} {gain:+.1f}" for p, gain in answer.gains.items() if gain > 0]
    click.echo("Gains at once by reneging: " + (", ".join(worst) or "nobody"))
    _answer(answer.held)
