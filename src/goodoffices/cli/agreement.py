"""`goodoffices agreement CASE`"""

from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal

if TYPE_CHECKING:
    from goodoffices.desk.review.agreement import Pair


@click.command("agreement", short_help="How far coders agree.")
@options.case
@click.option("--coder", "coders", multiple=True, help="Only these coders; may be given several times.")
@options.as_json
def command(case: str, coders: tuple[str, ...], as_json: bool) -> None:
    """Say how far coders agree: Cohen's kappa of each two with its table, Krippendorff's alpha of all."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        found = opened.agreement(coders)
    if as_json:
        terminal.print_json(found)
        return
    click.echo(f"{found.units} claims judged by two or more coders in the same words")
    for pair in found.pairs:
        _tell(pair)
    if len(found.coders) > 2:
        click.echo(f"\nAll {len(found.coders)} coders: Krippendorff's alpha {_figure(found.alpha)} (n = {found.units})")


def _tell(pair: "Pair") -> None:
    from goodoffices.desk.review.agreement import FINDINGS

    one, other = pair.coders
    click.echo(f"\n{one} and {other}: Cohen's kappa {_figure(pair.kappa)} (n = {pair.units})")
    click.echo(f"They agree on {pair.observed:.1%}; by chance it would be {pair.expected:.1%}.")
    counts = {(a, b): n for a, b, n in pair.table}
    heads = (f"{one} ↓   {other} →", *FINDINGS)
    terminal.table([(a, *(str(counts.get((a, b), 0)) for b in FINDINGS)) for a in FINDINGS], heads=heads)


def _figure(value: float | None) -> str:
    return "not defined, as nothing varies" if value is None else f"{value:.3f}"
