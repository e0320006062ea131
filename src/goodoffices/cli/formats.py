"""`goodoffices formats CASE`"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import BadArgument

if TYPE_CHECKING:
    from goodoffices.desk.parties.formats import Compared, Comparison
    from goodoffices.vocabulary.party import Parties


@click.command("formats", short_help="Who should be in the room, by which rule: formats compared.")
@options.case
@options.view
@click.option("--file", "file", type=click.Path(path_type=Path), help="A file of formats; the sample's if left out.")
@click.option("--format", "only", multiple=True, help="Only this format of the file; may be repeated.")
@click.option("--scenario", type=click.Path(path_type=Path), help="Say what each could adopt in this scenario.")
@click.option("--teaching", is_flag=True, help="The formats and the scenario for teaching.")
@options.with_proposals
@options.as_json
def command(
    case: str,
    glass: options.Glass,
    file: Path | None,
    only: tuple[str, ...],
    scenario: Path | None,
    teaching: bool,
    with_proposals: bool,
    as_json: bool,
) -> None:
    """Formats side by side: rule, power with and without abstention, who is present and missing, harmony, reach."""
    from goodoffices.bargaining import teaching_scenario
    from goodoffices.desk.bargains.scenario_files import scenario_from
    from goodoffices.desk.case import Case
    from goodoffices.desk.parties.format_files import teaching_formats, written_formats

    if teaching and (file or scenario):
        raise BadArgument("one file of formats is compared", file or scenario, "Leave out --teaching.")
    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        chosen = scenario_from([scenario]) if scenario else teaching_scenario() if teaching else None
        written = written_formats(teaching_formats()) if teaching else file
        found = opened.formats(written, snapshot, only=only, scenario=chosen, proposals=with_proposals)
        parties = snapshot.parties()
    if as_json:
        terminal.print_json(found)
        return
    _show(found, parties)


def _show(found: "Comparison", parties: "Parties") -> None:
    click.echo(
        f"Formats on {found.as_of}; assumptions of {found.author or 'nobody named'}, {found.dated or 'undated'}\n"
    )
    rows = [(one.format.name, one.format.standing, str(len(one.format.members)), one.rule) for one in found.formats]
    terminal.table(rows, heads=("Format", "Standing", "Members", "Adopts by"), widths={0: 44, 3: 60})
    click.echo("Able to act: share of votes cast at random that adopt. Power of each member (Shapley-Shubik, Banzhaf)")
    terminal.table(
        [line for one in found.formats for line in _power(one, parties)],
        heads=("Format", "Members", "May abstain: S-S", "Banzhaf", "Yes or no: S-S", "Banzhaf", "Act", "Can stop all"),
        widths={0: 36, 1: 40, 7: 22},
    )
    lists = list(dict.fromkeys(name for one in found.formats for name in one.representation))
    click.echo("Of those concerned: sits, represented, consulted, absent")
    terminal.table(
        [(one.format.name, *(_present(one, name) for name in lists)) for one in found.formats],
        heads=("Format", *lists),
    )
    click.echo("In this record")
    terminal.table(
        [_reach(one) for one in found.formats],
        heads=("Format", "Meetings", "Without a text", "Median days between", "Decisions", "What it set", "Harmony"),
        widths={0: 36, 5: 60, 6: 24},
    )
    _scenario(found, parties)
    for one in found.formats:
        if one.format.assumption:
            click.echo(f"Assumed of {one.format.name}: {one.format.assumption}.")
        for status in one.format.activity:
            by = f" according to {parties.name(status.according_to)}" if status.according_to else ""
            click.echo(f"{one.format.name}: {status.status} since {status.since or 'an unknown day'}{by}.")
    for note in (found.note, found.coverage):
        if note:
            click.echo(" ".join(note.split()))


def _scenario(found: "Comparison", parties: "Parties") -> None:
    tried = [(one.format.name, one.adoptable) for one in found.formats if one.adoptable]
    if not tried:
        return
    first = tried[0][1]
    called = dict(first.parties)
    click.echo(f"In the scenario “{first.scenario}”, of {first.found.packages:,} packages (refused: by a party)")
    rows = []
    for name, held in tried:
        unknown = ", ".join(map(parties.name, (*held.found.unknown, *held.found.silent))) or "nobody"
        best = "; ".join(
            f"{called[one.party]} {one.points[one.party]:g}{'' if one.accepted else ' (refused)'}" for one in held.best
        )
        counts = held.found
        consented = f"{'at most ' if counts.silent else ''}{counts.consented:,}"
        if len(counts.silent) == len(counts.consent):
            consented = "unknown" if counts.consent else "no parties named"
        rows.append((name, f"{counts.sure:,}", f"{counts.possible:,}", consented, unknown, best))
    heads = (
        "Format",
        "Surely adopts",
        "Could adopt",
        "All parties accept",
        "Interests unknown",
        "Most for each, in points",
    )
    terminal.table(rows, heads=heads, widths={0: 36, 4: 30, 5: 44})
    click.echo(first.assumption)


def _power(one: "Compared", parties: "Parties") -> list[tuple[str, ...]]:
    """One line for members of like power."""
    alike: dict[tuple[str, ...], list[str]] = {}
    free = {m.member: m for m in one.ternary.members} if one.ternary else {}
    for member in one.power.members:
        three = free.get(member.member)
        first = (f"{float(three.shapley_shubik):.4f}", f"{float(three.banzhaf):.4f}") if three else ("", "")
        stops = "a veto" if member.member in one.power.vetoes else ""
        key = (*first, f"{float(member.shapley_shubik):.4f}", f"{float(member.banzhaf):.4f}", stops)
        alike.setdefault(key, []).append(parties.name(member.member))
    act = f"{float(one.ternary.act if one.ternary else one.power.act):.3f}"
    return [
        (one.format.name if not n else "", _names(names), *key[:4], act if not n else "", key[4])
        for n, (key, names) in enumerate(alike.items())
    ]


def _names(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= 6 else f"{len(names)} members alike"


def _present(one: "Compared", name: str) -> str:
    found = one.representation.get(name)
    if not found:
        return ""
    counts = [sum(p.presence == presence for p in found.stakeholders) for presence in found.shares]
    return f"{' / '.join(map(str, counts))} of {len(found.stakeholders)}"


def _reach(one: "Compared") -> tuple[str, ...]:
    value = _together(one)
    found = one.reach
    if found is None:
        return (one.format.name, "not met", "", "", "", "", value)
    states = ", ".join(f"{count} {state}" for state, count in found.provisions.items())
    between = "" if found.between is None else f"{found.between:.0f}"
    return (
        one.format.name,
        str(found.meetings),
        str(found.without_text),
        between,
        str(found.decisions),
        states,
        value,
    )


def _together(one: "Compared") -> str:
    """Harmony by positions with how many are known, and by votes where these are told."""
    found = one.harmony
    whole, voting = (found.overall, found.voting) if found else (None, None)
    told = "undefined"
    if whole and whole.value is not None:
        told = f"{whole.value:.2f} ({whole.known} of {whole.members} known)"
    if found and voting and voting.value is not None:
        told += f"; votes of {len(found.voters)}: {voting.value:.2f}"
    return told
