"""`goodoffices divide FILE`"""

from fractions import Fraction
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal

if TYPE_CHECKING:
    from goodoffices.desk.bargains.divide import Divided


@click.command("divide", short_help="Who gets which issue, and which one is shared?")
@click.argument("file", required=False)
@click.option("--teaching", is_flag=True, help="The example that comes with the product.")
@options.as_json
def command(file: str | None, teaching: bool, as_json: bool) -> None:
    """Divide issues fairly. FILE (YAML) says how many points each party gives each issue. Two parties: Adjusted Winner;
    more: leximin. Exact.
    """
    from goodoffices.desk.bargains.divide import divided
    from goodoffices.desk.bargains.teaching import points_from

    found = divided(points_from(file, teaching))
    if as_json:
        terminal.print_json(found)
        return
    click.echo(found.title)
    click.echo(found.assumption)
    click.echo(f"method  {found.method}")
    names, labels = dict(found.parties), dict(found.issues)
    rows = [
        (
            label,
            *(f"{_share(found, party, issue)}" for party, _ in found.parties),
            ", ".join(names[one] for one in found.won[issue]),
        )
        for issue, label in found.issues
    ]
    rows.append(("Points", *(_number(found.scores[party]) for party, _ in found.parties), ""))
    heads = ("Issue", *(name for _, name in found.parties), "Cares most for it")
    terminal.table(rows, heads=heads)
    for step in found.handovers:
        part = "all" if step.share == "1" else step.share
        click.echo(f"  {names[step.giver]} hands {part} of “{labels[step.issue]}” to {names[step.receiver]}")


def _share(found: "Divided", party: str, issue: str) -> str:
    share = found.shares[party][issue]
    return {"0": "", "1": "all"}.get(share, f"{share} ({float(Fraction(share)):.1%})")


def _number(written: str) -> str:
    value = Fraction(written)
    return str(value) if value.denominator == 1 else f"{written} ({float(value):.2f})"
