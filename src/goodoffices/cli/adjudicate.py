"""`goodoffices adjudicate CASE [CLAIM]`"""

import click

from goodoffices.cli import options, terminal
from goodoffices.errors import BadArgument


@click.command("adjudicate", short_help="Settle what coders found differently.")
@options.case
@click.argument("claim", required=False)
@click.option("--accept", is_flag=True, help="The claim holds.")
@click.option("--reject", is_flag=True, help="The claim does not hold.")
@click.option("--reason", help="Why, in words; the log keeps them.")
@options.by
@options.as_json
def command(
    case: str, claim: str | None, accept: bool, reject: bool, reason: str | None, by: str, as_json: bool
) -> None:
    """Without CLAIM: list the claims on which coders differ. With it: settle one, with a reason."""
    from goodoffices.cli.sources import Sources
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        if claim:
            if accept == reject or not reason:
                raise BadArgument("an adjudication accepts or rejects, and says why", claim, "Give one, and --reason.")
            opened.adjudicate(claim, "accepted" if accept else "rejected", reason, by=by)
            click.echo(f"settled: {claim} is {'accepted' if accept else 'rejected'}")
            return
        snapshot = opened.at()
        found = opened.disputes(snapshot)
        if as_json:
            terminal.print_json([{"open": d.is_open, "dispute": d} for d in found])
            return
        sources = Sources(snapshot)
        for dispute in found:
            sources.tell([dispute.claim])
            click.echo("      " + " · ".join(f"{v.coder} {v.finding}" for v in dispute.verdicts))
            if dispute.adjudication:
                settled = dispute.adjudication
                again = "; somebody found otherwise since" if dispute.is_open else ""
                click.echo(f"      {settled.coder} settled it: {settled.finding}, {settled.reason}{again}")
        click.echo(f"{len(found)} claims on which coders differ, {sum(d.is_open for d in found)} to be settled")
