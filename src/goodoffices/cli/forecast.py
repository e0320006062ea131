"""`goodoffices forecast FILE`"""

from fractions import Fraction
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import BadArgument

if TYPE_CHECKING:
    from goodoffices.bargaining.forecast import Options
    from goodoffices.desk.bargains.forecast import Foreseen, Judged


@click.command("forecast", short_help="Where would a question end, and how good were forecasts?")
@click.argument("file", required=False)
@click.option("--teaching", is_flag=True, help="The example that comes with the product.")
@click.option("--draws", type=int, default=1000, show_default=True, help="Ways the ranges could be.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the draws.")
@click.option("--rounds", type=int, default=10, show_default=True, help="Of the challenge model.")
@click.option("--option", "chosen", multiple=True, metavar="NAME=VALUE", help="A reading of the challenge model.")
@click.option("--workers", type=int, default=1, show_default=True, help="Share the draws out over so many processes.")
@click.option("--scores", is_flag=True, help="FILE is a record of forecasts with what became of them.")
@options.as_json
def command(
    file: str | None,
    teaching: bool,
    draws: int,
    seed: int,
    rounds: int,
    chosen: tuple[str, ...],
    workers: int,
    scores: bool,
    as_json: bool,
) -> None:
    """Where a question on one scale would end by three models. FILE (YAML) says who stands where, how able, and how
    much it matters to each. With --scores: how good forecasts were.
    """
    from goodoffices.desk.bargains.forecast import forecasts_from, foreseen, judged
    from goodoffices.desk.bargains.teaching import question_from

    if scores:
        if not file or teaching:
            raise BadArgument("a record of forecasts is a file", file, "Name it after --scores.")
        record = judged(forecasts_from(file))
        if as_json:
            terminal.print_json(_plain(record))
        else:
            print_scores(record)
        return
    readings = _options(chosen)
    with terminal.bar("drawing", quiet=as_json) as step:
        found = foreseen(
            question_from(file, teaching),
            draws=draws,
            seed=seed,
            rounds=rounds,
            options=readings,
            workers=workers,
            progress=step,
        )
    if as_json:
        terminal.print_json(found)
    else:
        _foreseen(found)


def _options(chosen: tuple[str, ...]) -> "Options":
    from goodoffices.bargaining.forecast import Options

    said: dict[str, str | float] = {}
    for one in chosen:
        name, equals, value = one.partition("=")
        if not equals or name not in Options.__struct_fields__:
            raise BadArgument("an option is NAME=VALUE", one, f"Names: {', '.join(Options.__struct_fields__)}.")
        if name not in ("quo", "better"):
            said[name] = value
            continue
        try:
            said[name] = float(value)
        except ValueError as error:
            raise BadArgument(f"{name} is a number from 0 to 1", value, "Write e.g. quo=0.5.") from error
    return Options(**said)  # type: ignore[arg-type]


def _foreseen(found: "Foreseen") -> None:
    click.echo(found.title)
    click.echo(found.assumption)
    click.echo(found.asks + (f" (in {found.unit})" if found.unit else ""))
    rows = [
        (one.model, f"{one.usual:.4g}", *(f"{q:.4g}" for q in (one.quantiles if found.open else ())))
        for one in found.outlook.models
    ]
    heads = ("Model", "At the usual values", *(("5 %", "25 %", "50 %", "75 %", "95 %") if found.open else ()))
    terminal.table(rows, heads=heads)
    if found.open:
        click.echo(
            f"Over {found.outlook.draws:,} draws of {len(found.open)} ranges (seed {found.outlook.seed}); shares of "
            "draws under the stated assumptions, not probabilities. What sways the compromise most:"
        )
        for cell, rank in found.outlook.sways[:5]:
            click.echo(f"  {cell}: rank correlation {rank:+.2f}")
    click.echo("\nThe challenge model, round by round, at the usual values")
    rows = [
        (str(number), *(f"{x:.4g}" for x in (*one.positions, one.mean)), _median(one.median))
        for number, one in enumerate(found.rounds)
    ]
    terminal.table(rows, heads=("Round", *(name for _, name in found.actors), "Mean", "Median"))


def _median(ends: tuple[float, float]) -> str:
    return " to ".join(f"{end:.4g}" for end in dict.fromkeys(ends))


def print_scores(record: "Judged") -> None:
    """The scores of each source, and the calibration of all together."""
    rows = [
        (
            one.by or "all together",
            f"{one.made}, {one.open} open",
            str(one.scored),
            *(_number(value) for value in (one.brier, one.usual, one.reliability, one.resolution)),
            f"{one.in_words_came} of {one.in_words}" if one.in_words else "",
        )
        for one in record.scores
    ]
    heads = ("Forecasts of", "Made", "Scored", "Brier", "Base rate", "Reliability", "Resolution", "In words, came")
    terminal.table(rows, heads=heads)
    rows = [
        (f"{_part(one.low)} to {_part(one.high)}", str(one.count), _part(one.mean), _part(one.frequency))
        for one in record.classes
    ]
    terminal.table(rows, heads=("Said", "Forecasts", "Mean said", "Came"))
    click.echo("Brier: 0 is perfect, 0.25 is always saying one half; base rate: always saying the share that came.")


def _part(value: Fraction) -> str:
    return f"{float(value):.0%}"


def _number(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):.3f}"


def _plain(record: "Judged") -> object:
    import msgspec

    return msgspec.to_builtins(record, enc_hook=float)
