"""`goodoffices evidence CASE CLAIM`"""

from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal

if TYPE_CHECKING:
    from goodoffices.desk.affairs.bearing import Suggestion


@click.command("evidence", short_help="What later documents may tell of a provision.")
@options.case
@click.argument("claim")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many passages.")
@options.view
@options.as_json
def command(
    case: str,
    claim: str,
    limit: int,
    glass: options.Glass,
    as_json: bool,
) -> None:
    """Rank passages of later documents that may bear on CLAIM, a provision or term, with the way each one points."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        seen = glass.of(opened)
        suggested = opened.evidence(claim, seen, limit=limit)
    if as_json:
        terminal.print_json(suggested)
        return
    quotes = suggested.reviewed.claim.quotes
    click.echo(f"{claim}: {' '.join(quotes[0].exact.split()) if quotes else 'entered without a document'}")
    if suggested.found:
        rows = [_row(one) for one in suggested.found]
        terminal.table(rows, heads=("Points to", "Document", "Dated", "Words", "Claims"), widths={3: 90})
    note = f", {suggested.undated} of them undated" if suggested.undated else ""
    click.echo(
        f"{len(suggested.found)} passages from {suggested.documents} other documents{note}. Nothing is accepted."
    )


def _row(one: "Suggestion") -> tuple[str, str, str, str, str]:
    passage = one.bearing.passage
    way = f"{one.bearing.direction}: {one.bearing.cue}" if one.bearing.direction else ""
    return way, one.document, str(passage.dated or "undated"), passage.words, ", ".join(one.claims)
