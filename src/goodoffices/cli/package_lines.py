"""What `goodoffices packages` prints for people."""

from collections import Counter
from typing import TYPE_CHECKING

import click

from goodoffices.cli import terminal

if TYPE_CHECKING:
    from goodoffices.desk.bargains.packages import Answer, Packages

HAND = "--upper-hand-of-real-parties"
"""The option with which shares of real parties are printed."""

LISTED = 24
"""Up to so many packages whose standing is open are listed one by one."""


def heading(answer: "Packages") -> None:
    """What is known before the work begins: whose assumption this is, how large it is, what it will cost."""
    click.echo(answer.title)
    click.echo(answer.assumption)
    click.echo(
        f"{len(answer.parties)} parties, {len(answer.issues)} issues, {answer.linkages} linkages: "
        f"{answer.count:,} packages"
    )
    if answer.plan:
        click.echo(f"plan      {answer.plan} (estimates)")


def known(answer: "Packages", *, hand: bool) -> None:
    """The zone, the frontier, the solutions side by side and the best packages; `hand`: shares of room were asked."""
    for zone in answer.zones:
        count = f"{zone.least:,}" if zone.least == zone.most else f"between {zone.least:,} and {zone.most:,}"
        whom = "acceptable to all" if zone.rule == "consensus" else f"adopted by “{zone.rule}”"
        click.echo(f"zone      {count} of {answer.count:,} packages are {whom}")
    if answer.edge:
        how = f"within {answer.edge.epsilon:.3g} points" if answer.edge.epsilon else "exact"
        behind = (
            f"{answer.edge.packages:,} packages" if answer.edge.packages != answer.edge.size else "one package each"
        )
        click.echo(f"frontier  {answer.edge.size:,} points no package beats for everybody, {behind} ({how})")
    for note in answer.notes:
        click.echo(f"note      {note}")
    if answer.openings:
        click.echo("\nThe zone is empty. The smallest concessions that open it, in points below the reservation:")
        names = dict(answer.parties)
        for one in answer.openings:
            down = ", ".join(f"{names[party]} {by:g}" for party, by in one.by.items() if by)
            click.echo(f"  {one.kind:8}  {down}: {'; '.join(f'{i}: {o}' for i, o in one.package.items())}")
    if answer.solutions:
        shared = any(one.shares for one in answer.solutions)
        click.echo("\nSolutions side by side" + "; share: 0 % its reservation, 100 % the best it could get" * shared)
        _side_by_side(answer, answer.solutions)
        _certificates(answer)
    if answer.best:
        ranked = "" if answer.complete else ", of those on the frontier acceptable to all"
        under = "acceptable to all" if answer.rule == "consensus" else f"adopted by “{answer.rule}”"
        click.echo(f"\nThe best packages {under}, by the product of gains (Nash){ranked}")
        for start in range(0, len(answer.best), 5):
            _side_by_side(answer, answer.best[start : start + 5])
    if not hand:
        click.echo(f"Who has the upper hand among real parties is printed only with {HAND}.")


def _side_by_side(answer: "Packages", shown: "tuple[Answer, ...]") -> None:
    rows = [(label, *(one.package[issue] for one in shown)) for issue, label in answer.issues]
    for party, name in answer.parties:
        cells = []
        for one in shown:
            share = one.shares.get(party)
            part = f" ({share:.0%})" if share is not None else ""
            cells.append(f"{one.points[party]:.1f}{part}" + ("" if not one.needs or party in one.needs else " ·"))
        rows.append((f"{name}, from {answer.reservations[party]:g}", *cells))
    terminal.table(rows, heads=("Issue, or party in points", *(one.name for one in shown)))
    if any(set(one.needs) < {party for party, _ in answer.parties} for one in shown if one.needs):
        click.echo("· adopted without this party's consent too")


def _certificates(answer: "Packages") -> None:
    names = dict(answer.parties)
    for one in answer.solutions:
        how = "proved best" if not one.gap else "found, not proved best in this time"
        if 0 < one.gap < 1:
            how = f"within {one.gap:.2%} of the best possible"
        ties = f"; {one.ties} more tied with it" if one.ties else ""
        ahead = f"; ahead of an equal share: {', '.join(names[p] for p in one.ahead)}" if one.ahead else ""
        click.echo(f"  {one.name}: {how} ({one.method}){ties}{ahead}")


def unknown(answer: "Packages") -> None:
    """What holds whatever the open cells are, and over draws if these were asked for."""
    from goodoffices.bargaining.assured import Holds

    click.echo(f"unknown   {len(answer.unknown)} cells: {_few(answer.unknown)}")
    for note in answer.notes:
        click.echo(f"note      {note}")
    names, found = dict(answer.parties), answer.surely
    if found is not None:
        click.echo("\nWhat holds whatever the unknown cells are")
        words = {
            Holds.ALWAYS: "surely acceptable to all",
            Holds.NEVER: "surely not",
            Holds.SOMETIMES: "depend on what is unknown",
        }
        click.echo("  " + ", ".join(f"{found.count(holds)} {said}" for holds, said in words.items()))
        for party, name in answer.parties:
            click.echo(f"  {name} surely refuses {found.refused_by(party)} of {answer.count}")
        _against_status_quo(answer)
        if found.beaten is not None:
            best = sum(one.acceptable is not Holds.NEVER for one in found.looked) - len(found.beaten)
            click.echo(f"  {len(found.beaten)} are surely beaten by another one; {best} are left worth discussing")
        _left(answer)
    if answer.drawn is not None:
        drawn = answer.drawn
        click.echo(
            f"\nOver {drawn.draws:,} draws of the unknown cells (seed {drawn.seed}); shares of draws under the stated "
            "assumptions, not probabilities"
        )
        for place, one in enumerate(drawn.standings[:8], 1):
            click.echo(
                f"  {place}. accepted in {one.accepted:.0%}, on the frontier in {one.undominated:.0%}, "
                f"worst regret {one.worst_regret / 1e6:.1f} points; acceptable {one.holds}"
            )
            named = zip(answer.issues, one.package, strict=True)
            click.echo("     " + "; ".join(f"{label}: {answer.options[issue][o]}" for (issue, label), o in named))
        for question in [q for q in drawn.questions if q.worth > 0][:5]:
            click.echo(f"  ask {names[question.party]} about {question.cell}: worth {question.worth / 1e6:.2f} points")


def _against_status_quo(answer: "Packages") -> None:
    from goodoffices.bargaining.surely import Against

    assert answer.surely is not None
    looked = [one for one in answer.surely.looked if one.against]
    if not looked:
        return
    click.echo("  Against the status quo:")
    for party, name in answer.parties:
        counts = Counter(one.against[party] for one in looked)
        click.echo(f"    {name}: " + ", ".join(f"{counts[how]} {how}" for how in Against if counts[how]))
    gains = [one for one in looked if one.gains and set(one.against.values()) != {Against.SAME}]
    click.echo(f"    surely as good or better for everybody: {len(gains)} besides the status quo itself")


def _left(answer: "Packages") -> None:
    from goodoffices.bargaining.assured import Holds

    assert answer.surely is not None
    beaten = answer.surely.beaten or ()
    left = [one for one in answer.surely.looked if one.acceptable is not Holds.NEVER and one.package not in beaten]
    if not left or len(left) > LISTED:
        return
    click.echo("\nNot surely refused by anybody, and not surely beaten")
    rows = [
        (
            *one.package.values(),
            *(
                str(one.against[party]) if one.against else f"acceptable {one.accepts[party]}"
                for party, _ in answer.parties
            ),
        )
        for one in left
    ]
    how = " against the status quo" if left[0].against else ""
    heads = [f"{name}{how}" for _, name in answer.parties]
    terminal.table(rows, heads=(*(label for _, label in answer.issues), *heads))


def _few(cells: tuple[str, ...]) -> str:
    return ", ".join(cells[:6]) + (f" and {len(cells) - 6} more" if len(cells) > 6 else "")
