"""`goodoffices forecasts CASE`"""

import datetime as dt
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import BadArgument

if TYPE_CHECKING:
    from goodoffices.desk.bargains.foretold import Foretold
    from goodoffices.desk.case import Case


@click.command("forecasts", short_help="The forecasts of a case: what came of them, how good they were.")
@options.case
@click.argument("forecast", required=False)
@click.option("--record", metavar="WORDS", help="Keep a forecast of the office: what will be so.")
@click.option("--probability", default="", help="Of it: 0.7, or 7/10; a forecast in words alone if left out.")
@click.option("--due", type=options.Day(), help="The day by which it should be so.")
@click.option("--basis", default="", help="What it rests on.")
@click.option("--outcome", type=click.Choice(("yes", "no")), help="Did FORECAST (its id) come?")
@click.option("--reason", default="", help="What shows it, in words; the log keeps them.")
@click.option("--evidence", multiple=True, metavar="CLAIM", help="A claim that shows it; may be repeated.")
@click.option("--undo", is_flag=True, help="Take back the outcome of FORECAST, or the office's FORECAST without one.")
@options.with_proposals
@options.by
@options.as_json
def command(
    case: str,
    forecast: str | None,
    record: str | None,
    probability: str,
    due: dt.date | None,
    basis: str,
    outcome: str | None,
    reason: str,
    evidence: tuple[str, ...],
    undo: bool,
    with_proposals: bool,
    by: str,
    as_json: bool,
) -> None:
    """The forecasts of a case: expectations of its documents and the office's own. What came of them is kept in the log
    with what shows it; the score of each source follows.
    """
    from goodoffices.desk.case import Case

    if sum((record is not None, outcome is not None, undo)) > 1:
        raise BadArgument("one thing is done at a time", "several", "Give --record, --outcome or --undo.")
    if (outcome or undo) and not forecast:
        raise BadArgument("an outcome is of a forecast", None, "Name its id: goodoffices forecasts CASE lists them.")
    with Case.open(case, options.passphrase) as opened:
        if record is not None:
            made = opened.foretell(record, probability, due=due, basis=basis, by=by)
            click.echo(f"kept: {made}")
        elif outcome:
            opened.settle(forecast or "", outcome == "yes", reason, evidence, by=by)
            click.echo(f"kept: {forecast} came: {outcome}")
        elif undo:
            click.echo(f"taken back: {opened.withdraw(forecast or '', by=by)}")
        else:
            _list(opened, forecast, proposals=with_proposals, as_json=as_json)


def _list(opened: "Case", forecast: str | None, *, proposals: bool, as_json: bool) -> None:
    from goodoffices.cli.forecast import print_scores
    from goodoffices.desk.bargains.forecast import judged

    found = opened.foretold(proposals=proposals)
    if forecast:
        found = tuple(one for one in found if one.id == forecast)
        if not found:
            raise BadArgument("a forecast is one of the case", forecast, "List them: goodoffices forecasts CASE.")
    if as_json:
        terminal.print_json([_plain(one) for one in found])
        return
    if not found:
        click.echo("No forecasts: no document states one, and none was kept. Keep one with --record.")
        return
    rows = [(one.id, one.forecast.what, one.forecast.by, one.forecast.due, _firmly(one), _came(one)) for one in found]
    heads = ("Id", "What was forecast", "By whom", "Due", "How firmly", "Came")
    terminal.table(rows, heads=heads, widths={1: 52, 5: 40})
    print_scores(judged([one.forecast for one in found]))


def _plain(one: "Foretold") -> object:
    """A forecast for programs."""
    import msgspec

    return msgspec.to_builtins(one, enc_hook=float)


def _firmly(one: "Foretold") -> str:
    stated = one.forecast.probability
    return one.forecast.hedge if stated is None else f"{float(stated):.0%}"


def _came(one: "Foretold") -> str:
    if one.outcome is None:
        return "open, its day has passed" if one.late(dt.datetime.now(dt.UTC).date()) else "open"
    told = f"{'yes' if one.outcome.came else 'no'}: {one.outcome.reason}"
    shown = f" ({', '.join(one.outcome.evidence)})" if one.outcome.evidence else ""
    return f"{told}{shown}, {one.outcome.by}, {one.outcome.at.date()}"
