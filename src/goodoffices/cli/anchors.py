"""`goodoffices anchors CASE`"""

import sys

import click

from goodoffices.cli import options, terminal


@click.command("anchors", short_help="Find the quotes of claims again in newer versions of their documents.")
@options.case
@options.view
@click.option("--move", metavar="CLAIM", help="Say where a quote of this claim stands now, with --to.")
@click.option("--to", "words", metavar="WORDS", default="", help="The exact words in the newest version.")
@click.option("--quote", "number", type=int, default=1, show_default=True, help="Which quote of the claim.")
@click.option("--undo", metavar="CLAIM", help="Take back what was last said of where this claim's words stand.")
@options.by
@options.as_json
def command(
    case: str,
    glass: options.Glass,
    move: str | None,
    words: str,
    number: int,
    undo: str | None,
    by: str,
    as_json: bool,
) -> None:
    """List the claims people stand by whose documents have newer versions, and where their words stand there: at the
    same place, elsewhere, changed or gone. Nothing is changed in a claim; a person reads and decides."""
    from goodoffices.desk.case import Case
    from goodoffices.desk.review.anchors import THRESHOLD

    with Case.open(case, options.passphrase) as opened:
        if move:
            click.echo(f"moved: “{opened.move_anchor(move, words, number=number, by=by).exact}”")
            return
        if undo:
            verdicts = opened.review(undo=[f"anchor:{undo}"], by=by)
            terminal.complain(verdicts.refused)
            click.echo(f"{len(verdicts.done)} taken back")
            if verdicts.refused:
                sys.exit(2)
            return
        found = opened.anchors(glass.of(opened))
    if as_json:
        terminal.print_json(found)
        return
    rows = [
        (one.claim, f"{a.how} (by {a.by})" if a.by else a.how, a.quote.exact, a.place.exact if a.place else "—")
        for one in found
        for a in one.anchors
    ]
    if rows:
        terminal.table(rows, heads=("Claim", "State", "Words then", "Words now"), widths={2: 56, 3: 56})
    click.echo(f"{len(found)} claims rest on documents with newer versions. {THRESHOLD}")
