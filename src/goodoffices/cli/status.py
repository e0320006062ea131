"""`goodoffices status CASE`"""

from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal

if TYPE_CHECKING:
    from goodoffices.desk.affairs.status import Affairs, Line

# Status is word and shape, never colour alone; the same shapes stand in the brief.
SHAPES = {
    "overdue": "■", "broken": "■", "alleged broken": "◪", "due": "▲", "disputed": "◆", "open question": "◆",
    "target date passed": "□", "not heeded": "□", "alleged not heeded": "◪", "in force": "●", "kept": "✓", "met": "✓",
    "partly kept": "◐", "partly met": "◐", "suspended": "‖", "unknown": "?",
}  # fmt: skip


ANCHORS = {"moved": "[words moved]", "orphan": "[words gone]"}  # in a newer version of the document


@click.command("status", short_help="Who owes what by when, and where it stands.")
@options.case
@options.view
@options.with_proposals
@click.option("--why", is_flag=True, help="Print the reasons under each line.")
@options.as_json
def command(
    case: str,
    glass: options.Glass,
    with_proposals: bool,
    why: bool,
    as_json: bool,
) -> None:
    """Who owes what by when and what runs until when, and where each stands on a day, with reasons."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        lines = opened.status(snapshot, proposals=with_proposals)
    if as_json:
        terminal.print_json(lines)
        return
    show(lines, why=why)


def show(affairs: "Affairs", *, why: bool = False) -> None:
    """Prints the state of affairs for people: what is owed, what runs, and what was left out."""
    click.echo(affairs.heading())
    for title, group in (("Owed, called for or expected", affairs.provisions), ("Running for a time", affairs.terms)):
        if not group:
            continue
        click.echo(f"\n{title}")
        rows = [
            (f"{SHAPES.get(line.status.state, '○')} {_state(line)}", _what(line), line.who, line.by, line.since)
            for line in group
        ]
        terminal.table(rows, heads=("State", "What", "Who", "By", "Since"), widths={0: 34, 1: 50, 2: 24, 3: 22})
        if why:
            _reasons(group)
    if not all(line.reviewed for line in (*affairs.provisions, *affairs.terms)):
        click.echo("* proposed by the reader and not reviewed by anybody")
    for note in affairs.notes():
        click.echo(note)


def _state(line: "Line") -> str:
    return line.state if line.reviewed else f"{line.state} *"


def _what(line: "Line") -> str:
    return f"{line.what} {ANCHORS[line.anchor]}" if line.anchor else line.what


def _reasons(group: "tuple[Line, ...]") -> None:
    for line in group:
        click.echo(f"{line.what}: {line.state}")
        for reason in line.status.reasons:
            click.echo(f"    {reason.words}  [{', '.join(reason.claims)}]")
