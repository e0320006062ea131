"""`goodoffices draft CASE`"""

from pathlib import Path

import click

from goodoffices.cli import options, scenario_options


@click.command("draft", short_help="Draft a scenario from the record.")
@options.case
@click.option("--parties", required=True, metavar="A,B", help="Ids or names of the parties, separated by commas.")
@click.option("--issues", required=True, metavar="X,Y", help="Ids or names of the issues, separated by commas.")
@click.option("--out", type=click.Path(dir_okay=False), default="scenario.yaml", show_default=True)
@click.option("--title", default="", help="The title of the scenario.")
@click.option("--fictional", is_flag=True, help="No party in it exists.")
@options.view
@options.with_proposals
@options.by
def command(
    case: str,
    parties: str,
    issues: str,
    out: str,
    title: str,
    fictional: bool,
    glass: options.Glass,
    with_proposals: bool,
    by: str,
) -> None:
    """Draft a scenario from the record: issues, options and linkages with their exact words, stances with their
    evidence. What the record does not hold stays unknown and is listed; no weight is made up.
    """
    from goodoffices.desk.bargains.draft import written
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        drafted = opened.draft(
            parties.split(","),
            issues.split(","),
            glass.of(opened),
            by=by,
            title=title,
            proposals=with_proposals,
            fictional=fictional,
        )
    scenario_options.write(Path(out), written(drafted))
    made = drafted.scenario
    click.echo(
        f"{out}: {len(made.parties)} parties, {len(made.issues)} issues, {made.packages} packages, "
        f"{len(made.linkages)} linkages, from {len({e.claim for e in drafted.evidence})} claims"
    )
    click.echo(f"{len(drafted.unknown)} cells are unknown and left so; the file lists them.")
    for one in drafted.left_out:
        click.echo(f"not taken over  {one}")
    click.echo(f"Next: complete it by hand, then goodoffices packages {out}")
