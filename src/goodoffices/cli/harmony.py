"""`goodoffices harmony CASE`"""

from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import BadArgument

if TYPE_CHECKING:
    from goodoffices.desk.parties.standing import Vote
    from goodoffices.standing import Harmony
    from goodoffices.vocabulary.content import NameOf


@click.command("harmony", short_help="How far the members of a body stand together.")
@options.case
@options.view
@click.option("--body", default="", help="The body, by name or id, with its members on the day.")
@click.option("--member", "members", multiple=True, help="A member, by name or id, where no body is named; repeat it.")
@click.option("--scale", "scales", multiple=True, metavar="ISSUE=A,B,…", help="The options of an issue in order.")
@click.option("--mandate", "mandate", multiple=True, metavar="ISSUE", help="An issue that is the body's own business.")
@options.with_proposals
@options.as_json
def command(
    case: str,
    glass: options.Glass,
    body: str,
    members: tuple[str, ...],
    scales: tuple[str, ...],
    mandate: tuple[str, ...],
    with_proposals: bool,
    as_json: bool,
) -> None:
    """Harmony from 0 to 1, by issue and over all, with who is unknown and the range that leaves open."""
    from goodoffices.desk.case import Case

    ordered = dict(_scale(written) for written in scales)
    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        found = opened.harmony(
            body, snapshot, members=members, scales=ordered, mandate=mandate or None, proposals=with_proposals
        )
        name = snapshot.parties().name
    if as_json:
        terminal.print_json(found)
        return
    sitting = ", ".join(sorted(map(name, found.members), key=str.casefold))
    click.echo(f"Harmony on {found.as_of} among {sitting}\n")
    rows = [
        (
            line.issue,
            _value(line.harmony),
            _range(line.harmony),
            "; ".join(f"{name(s.party)}: {s.words(name)}" for s in line.stances),
            ", ".join(map(name, line.unknown)),
        )
        for line in found.issues
    ]
    for title, whole in (
        ("within the mandate", found.within),
        ("other files", found.other),
        ("all issues", found.overall),
    ):
        if whole:
            rows.append((title, _value(whole), _range(whole), f"{whole.known} of {whole.members} positions known", ""))
    if rows:
        terminal.table(rows, heads=("Issue", "Harmony", "Range", "Where they stand", "Unknown"), widths={3: 70, 4: 30})
    else:
        click.echo("No member's position is in this record, which may be incomplete: harmony is undefined.")
    if found.voting:
        click.echo(
            f"\nHow its members voted: {_value(found.voting)} over {len(found.votes)} decisions; a veto leaves none"
        )
        terminal.table([_voted(vote, name) for vote in found.votes], heads=("Decision", "Day", "Harmony", "Votes"))


def _scale(written: str) -> tuple[str, tuple[str, ...]]:
    issue, _, options_ = written.partition("=")
    listed = tuple(one.strip() for one in options_.split(",") if one.strip())
    if not issue.strip() or len(listed) < 2:
        raise BadArgument("--scale is ISSUE=A,B,… with two options or more", written, "For example water=share,sell.")
    return issue.strip(), listed


def _voted(vote: "Vote", name: "NameOf") -> tuple[str, ...]:
    by_vote: dict[str, list[str]] = {}
    for stance in vote.cast.stances:
        by_vote.setdefault(stance.stances[0], []).append(name(stance.party))
    told = "; ".join(f"{cast}: {', '.join(sorted(who, key=str.casefold))}" for cast, who in by_vote.items())
    return vote.reference, vote.day.isoformat(), _value(vote.cast.harmony), told


def _value(one: "Harmony") -> str:
    return "undefined" if one.value is None else f"{one.value:.2f}"


def _range(one: "Harmony") -> str:
    return "" if one.low is None or one.high is None else f"{one.low:.2f} to {one.high:.2f}"
