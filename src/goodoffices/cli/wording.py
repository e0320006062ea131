"""`goodoffices wording CASE DRAFT`"""

from typing import TYPE_CHECKING, TextIO

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import BadArgument

if TYPE_CHECKING:
    from goodoffices.desk.words.wording import Earlier
    from goodoffices.wording import Change


@click.command("wording", short_help="Agreed language: earlier uses of a phrase or a draft.")
@options.case
@click.argument("draft", nargs=-1)
@click.option("--from", "source", type=click.File("r", encoding="utf-8"), help="Take the draft from a file.")
@click.option("--near", default=0.5, show_default=True, type=click.FloatRange(0.05, 1), help="The least share kept.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="How many uses.")
@options.view
@options.with_proposals
@options.as_json
def command(
    case: str,
    draft: tuple[str, ...],
    source: TextIO | None,
    near: float,
    limit: int,
    glass: options.Glass,
    with_proposals: bool,
    as_json: bool,
) -> None:
    """Where the words of DRAFT were used before, by whom, what was changed, and what became of it."""
    from goodoffices.desk.case import Case

    if bool(draft) == bool(source):
        raise BadArgument("a draft is given in words or by --from", " ".join(draft) or None, "Give one of the two.")
    written = str(source.read()) if source else " ".join(draft)
    with Case.open(case, options.passphrase) as opened:
        snapshot = glass.of(opened)
        found = opened.wording(written, snapshot, near=near, limit=limit, proposals=with_proposals)
    if as_json:
        terminal.print_json(found)
        return
    rows = [
        (f"{use.kept:.0%}", f"{use.when or 'no date'}\n{use.who}\n{use.document}", _words(use.quote.exact),
         _changes(use.changes), _became(use))
        for use in found.uses
    ]  # fmt: skip
    if rows:
        heads = ("Kept", "When, who, where", "Words", "Against the draft", "What became of it")
        terminal.table(rows, heads=heads, widths={1: 28, 2: 60, 3: 36, 4: 30})
    if len(found.drift) > 1:
        click.echo("Through time")
        steps = [(found.uses[step.use].when, _changes(step.changes)) for step in found.drift]
        terminal.table(steps, heads=("When", "What it changed of the one before"), widths={1: 110})
    of = f" of {found.sharing}" if found.sharing > found.looked_at else ""
    uses = terminal.counted(len(found.uses), "use")
    click.echo(f"{uses}; compared with {found.looked_at}{of} passages that share words with the draft.")


def _words(text: str) -> str:
    return " ".join(text.split())


def _changes(changes: "tuple[Change, ...]") -> str:
    said = []
    for change in changes:
        out, put = _words(change.out), _words(change.put)
        said.append(f"“{out}” → “{put}”" if out and put else f"without “{out}”" if out else f"with “{put}”")
    return "\n".join(said) or "the same words"


def _became(use: "Earlier") -> str:
    told = [f"{about.what}: {about.became}" for about in use.claims if about.became]
    return "\n".join(told)
