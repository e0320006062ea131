"""`goodoffices evaluate CASE GOLD`"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from goodoffices.cli import options, terminal

if TYPE_CHECKING:
    from goodoffices.desk.review.evaluate import Evaluation
    from goodoffices.reading.scoring import Difference, Score


@click.command("evaluate", short_help="Measure the reader on your own gold.")
@options.case
@click.argument("gold", type=click.Path())
@click.option("--differences/--no-differences", default=True, help="List what was missed or spare, with its words.")
@click.option("--kind", help="List the differences of this kind only.")
@options.as_json
def command(case: str, gold: str, differences: bool, kind: str | None, as_json: bool) -> None:
    """Compare the latest readings of the documents that GOLD, a YAML file made by hand, describes with what it says."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        measured = opened.evaluate(Path(gold))
    listed = [d for d in measured.scores.differences if differences and kind in (None, d.kind)]
    if as_json:
        terminal.print_json(_json(measured, listed))
    else:
        _print(measured, listed)
    if measured.refused:
        sys.exit(2)


def _figures(score: "Score") -> dict[str, Any]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {name: round(share, 3) for name, share in shares.items()} | {
        "right": score.right,
        "spare": score.spare,
        "missed": score.missed,
    }


def _json(measured: "Evaluation", listed: "list[Difference]") -> dict[str, Any]:
    return {
        "documents": measured.documents,
        "readers": measured.readers,
        "kinds": {score.kind: _figures(score) for score in measured.scores.kinds},
        "bars": measured.scores.bars,
        "differences": listed,
        "refused": terminal.named(measured.refused),
    }


def _print(measured: "Evaluation", listed: "list[Difference]") -> None:
    rows = []
    for score in measured.scores.kinds:
        found = _figures(score)
        rows.append((score.kind, *(f"{found[n]:.3f}" for n in ("precision", "recall", "f1")), *_counts(score)))
    if rows:
        terminal.table(rows, heads=("Kind", "Precision", "Recall", "F1", "Right", "Spare", "Missed"))
    bars = msgspec.structs.asdict(measured.scores.bars)
    click.echo(f"{measured.documents} documents; " + ", ".join(f"{n.replace('_', ' ')} {v}" for n, v in bars.items()))
    if listed:
        click.echo("")
        terminal.table([_row(d) for d in listed], heads=("Document", "What", "Kind", "Words"), widths={0: 28, 3: 90})
    terminal.complain(measured.refused)


def _counts(score: "Score") -> tuple[str, str, str]:
    return str(score.right), str(score.spare), str(score.missed)


def _row(d: "Difference") -> tuple[str, str, str, str]:
    told = f" = {d.note}" if d.note else ""
    near = f" [other attributes: {', '.join(d.near)}]" if d.near else ""
    claim = f" [{d.claim}]" if d.claim else ""
    return d.document, d.what, d.kind, " ".join(d.words.split()) + told + near + claim
