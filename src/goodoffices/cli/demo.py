"""`goodoffices demo`: the main job on the sample case."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.cli.status import show

if TYPE_CHECKING:
    from goodoffices.desk.affairs.status import Line
    from goodoffices.desk.case import Case

DATES = (dt.date(2010, 5, 1), dt.date(2010, 7, 20), dt.date(2012, 3, 20))
TITLE = "The Quartet’s plan of March 2010"
LOOKED_AT = dt.date(2010, 10, 15)
PUBLIC_THEN, PUBLIC_LATER = dt.date(2010, 10, 15), dt.date(2010, 11, 30)
CHAINS = (  # terms whose chain of instruments tells more than their bounds, on days that show it
    ("tim", (dt.date(2007, 5, 1), dt.date(2007, 8, 1), dt.date(2008, 1, 1))),
    ("truce-2023", (dt.date(2023, 11, 29), dt.date(2023, 12, 2))),
    ("s-res-2803-reports", (dt.date(2026, 1, 1), dt.date(2026, 5, 1))),
)
WATCHED, WATCHES = "road-map-compliance", (dt.date(2003, 1, 1), dt.date(2004, 1, 1), dt.date(2008, 1, 1))


@click.command("demo", short_help="The sample case, and a brief on it.")
@click.argument("folder", type=click.Path(), default="demo")
@options.by
def command(folder: str, by: str) -> None:
    """Open the sample case in FOLDER (made if it is not there), print what wants attention on three dates, what was
    known later than it happened, what changed over time and where sources contradict each other, and write the brief.
    """
    from goodoffices.briefs import html
    from goodoffices.desk.case import Case
    from goodoffices.desk.intake.sample import coverage

    path = Path(folder) / "quartet"
    with Case.open(path) if (path / "case.db").exists() else Case.sample(path) as case:
        documents = list(case.at().documents())
        click.echo(f"The sample case: {len(documents)} digests, {case.at().count()} reviewed claims.\n{coverage()}")
        for day in DATES:
            click.echo("")
            _pressing(case, day)
        _known_later(case)
        _over_time(case)
        _in_charge(case)
        _at_odds(case)
        out = Path(folder) / "brief.html"
        brief = case.brief(case.at(as_of=DATES[-1]), title=TITLE, by=by, coverage=coverage())
        out.write_text(html(brief), encoding="utf-8")
        proved = case.verify()
        click.echo(f"\nrecord   whole: {proved.entries} entries and {proved.quotes} quotes prove themselves")
    click.echo(f"brief    {out.resolve()}  (open it in a browser; it prints on A4)")
    click.echo(f"the case {path.resolve()}  (goodoffices status {path} --as-of 2010-09-10 --why)")
    _show_workbench(path, by)


def _show_workbench(path: Path, by: str) -> None:
    """Starts the workbench for whoever sits at a terminal; says elsewhere, as in CI, how it is started."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo(f"see it   goodoffices serve {path} --open")
        return
    from goodoffices.cli.serve import serve
    from goodoffices.desk.case import Case

    with Case.open(path) as case:
        serve(case, by=by, port=0)


def _pressing(case: "Case", day: dt.date) -> None:
    from goodoffices.desk.advice.window import pressing

    affairs, left = pressing(case.status(case.at(as_of=day)))
    show(affairs)
    counted = ", ".join(f"{count} {state}" for state, count in left.most_common())
    click.echo(f"Not shown: {counted}.")


def _line(case: "Case", matter: str, day: dt.date, public: dt.date | None = None) -> "Line":
    affairs = case.status(case.at(as_of=day, published_by=public))
    (found,) = (line for line in (*affairs.provisions, *affairs.terms) if line.matter == matter)
    return found


def _known_later(case: "Case") -> None:
    click.echo(f"\nKnown later than it happened: the agreed fortnightly meetings, on {LOOKED_AT}")
    rows = []
    for public in (PUBLIC_THEN, PUBLIC_LATER):
        line = _line(case, "fortnightly-meetings", LOOKED_AT, public)
        rows.append((f"public by {public}", line.state, line.status.reasons[0].words))
    terminal.table(rows, heads=("From what was", "State", "Because"), widths={2: 80})


def _over_time(case: "Case") -> None:
    click.echo("\nOne thing on several days: extended, in a gap, over, due again")
    rows = []
    for matter, days in CHAINS:
        for day in days:
            line = _line(case, matter, day)
            rows.append((line.what, str(day), line.state, line.status.reasons[0].words))
    terminal.table(rows, heads=("What", "On", "State", "Because"), widths={0: 32, 3: 76})


def _in_charge(case: "Case") -> None:
    from goodoffices.tracking import in_charge

    click.echo("\nWho watches over the Road Map, and who may say whether it is kept")
    name, matter = case.at().parties().name, case.at().matter(WATCHED)
    rows = []
    for day in WATCHES:
        found = in_charge(matter, as_of=day, name=name)
        rows.append((str(day), *(", ".join(map(name, who)) or "nobody named" for who in (found.monitor, found.judge))))
    terminal.table(rows, heads=("On", "Watches", "Judges"))


def _at_odds(case: "Case") -> None:
    from goodoffices.desk.affairs.odds import odds

    found = odds(case.at())
    still = [o for o in found if o.is_open]
    click.echo(f"\nSources at odds: {len(found)} contradictions, {len(found) - len(still)} of them ruled on")
    rows = [(o.about, o.asked, " / ".join(o.values)) for o in still]
    terminal.table(rows, heads=("Open", "At odds over", "Sources say"), widths={0: 60, 2: 70})
