"""`goodoffices demo`: the main job on the sample case."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.cli.status import show

if TYPE_CHECKING:
    from goodoffices.desk.case import Case

DATES = (dt.date(2010, 5, 1), dt.date(2010, 7, 20), dt.date(2012, 3, 20))
TITLE = "The Quartet’s plan of March 2010"
LOOKED_AT = dt.date(2010, 10, 15)
PUBLIC_THEN, PUBLIC_LATER = dt.date(2010, 10, 15), dt.date(2010, 11, 30)


@click.command("demo", short_help="The sample case, and a brief on it.")
@click.argument("folder", type=click.Path(), default="demo")
@options.by
def command(folder: str, by: str) -> None:
    """Open the sample case in FOLDER (made if it is not there), print the state of affairs on three dates, show what
    was known later than it happened, and write the brief.
    """
    from goodoffices.briefs import html
    from goodoffices.desk.case import Case
    from goodoffices.desk.sample import coverage

    path = Path(folder) / "quartet"
    with Case.open(path) if (path / "case.db").exists() else Case.sample(path) as case:
        documents = list(case.at().documents())
        click.echo(f"The sample case: {len(documents)} digests, {case.at().count()} reviewed claims.\n{coverage()}")
        for day in DATES:
            click.echo("")
            show(case.status(case.at(as_of=day)))
        _known_later(case)
        out = Path(folder) / "brief.html"
        brief = case.brief(case.at(as_of=DATES[-1]), title=TITLE, by=by, coverage=coverage())
        out.write_text(html(brief), encoding="utf-8")
        proved = case.verify()
        click.echo(f"\nrecord   whole: {proved.entries} entries and {proved.quotes} quotes prove themselves")
    click.echo(f"brief    {out.resolve()}  (open it in a browser; it prints on A4)")
    click.echo(f"the case {path.resolve()}  (goodoffices status {path} --as-of 2010-09-10 --why)")
    click.echo("The workbench comes with a later release; every command here works on the case above.")


def _known_later(case: "Case") -> None:
    click.echo(f"\nKnown later than it happened: the agreed fortnightly meetings, on {LOOKED_AT}")
    rows = []
    for public in (PUBLIC_THEN, PUBLIC_LATER):
        affairs = case.status(case.at(as_of=LOOKED_AT, published_by=public))
        (line,) = (line for line in affairs.provisions if line.matter == "fortnightly-meetings")
        rows.append((f"public by {public}", line.state, line.status.reasons[0].words))
    terminal.table(rows, heads=("From what was", "State", "Because"), widths={2: 80})
