"""`goodoffices votes CALLS CAST`, `goodoffices votes CASE --body BODY`"""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import BadArgument

if TYPE_CHECKING:
    from goodoffices.desk.affairs.votes import Votes
    from goodoffices.standing import Dyad

_FILE = click.Path(path_type=Path)


@click.command("votes", short_help="How far parties agree, from tables of their votes.")
@click.argument("calls", type=click.Path())  # or a case, which may be the address of a server: no Path keeps its //
@click.argument("cast", type=_FILE, required=False)
@click.option(
    "--body", help="With a case in place of tables: whose votes, by its decisions (unsc) or its tables (unga)."
)
@click.option("--issues", type=_FILE, help="The table that says which roll call is on which issue.")
@click.option("--party", "parties", multiple=True, required=True, help="A party, by its id (rus); name two or more.")
@click.option("--issue", help="Only roll calls on this issue.")
@click.option("--since", type=options.Day(), help="Only roll calls from that day on.")
@click.option("--until", type=options.Day(), help="Only roll calls up to that day.")
@click.option("--squared", is_flag=True, help="Square distances: yes against no weighs four times yes against abstain.")
@options.as_json
def command(
    calls: str,
    cast: Path | None,
    body: str | None,
    issues: Path | None,
    parties: tuple[str, ...],
    issue: str | None,
    since: dt.date | None,
    until: dt.date | None,
    squared: bool,
    as_json: bool,
) -> None:
    """Agreement of each pair: Lijphart's index, S, kappa and pi; of two parties also by year and by issue."""
    if (cast is None) == (body is None):
        remedy = "Give the tables CALLS and CAST, or a case and --body."
        raise BadArgument("votes come from two tables or from a case", calls, remedy)
    if cast is None:
        from goodoffices.desk.case import Case

        case = calls  # the one argument is a case then
        with Case.open(case, options.passphrase) as opened:
            found = opened.votes(body or "", parties, issue=issue, since=since, until=until, squared=squared)
    else:
        from goodoffices.desk.affairs.votes import votes
        from goodoffices.exchange.vote_tables import read_votes

        found = votes(
            read_votes(Path(calls), cast, issues),
            parties=parties,
            issue=issue,
            since=since,
            until=until,
            squared=squared,
        )
    terminal.complain(found.refused[:20])
    if len(found.refused) > 20:
        click.echo(f"and {len(found.refused) - 20} more rows refused", err=True)
    if as_json:
        terminal.print_json({**{f: getattr(found, f) for f in ("pairs", "years", "issues", "names", "calls")},
                             "refused": terminal.named(found.refused)})  # fmt: skip
    else:
        _show(found)
    if found.refused:
        sys.exit(2)


def _show(found: "Votes") -> None:
    click.echo(f"{found.calls} roll calls")
    _table([(f"{found.names[d.one]}, {found.names[d.other]}", d) for d in found.pairs], "Pair")
    if found.years:
        _table([(str(year), d) for year, d in found.years.items()], "Year")
    if found.issues:
        _table([(found.names.get(one, one), d) for one, d in found.issues.items()], "Issue")
    click.echo("Lijphart 0 to 1; S, kappa and pi -1 to 1, the last two against chance. Who was absent is left out.")


def _table(lines: "list[tuple[str, Dyad]]", head: str) -> None:
    rows = []
    for label, d in lines:
        a = d.agreement
        values = (a.identical, a.lijphart, a.s, a.kappa, a.pi)
        rows.append((label, str(a.calls), str(d.absent), *("" if v is None else f"{v:z.3f}" for v in values)))
    terminal.table(rows, heads=(head, "Both voted", "Absent", "Identical", "Lijphart", "S", "kappa", "pi"))
