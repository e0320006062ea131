"""`goodoffices packages SCENARIO`"""

from pathlib import Path

import click

from goodoffices.cli import options, package_lines, scenario_options, terminal
from goodoffices.errors import BadArgument, Cancelled


@click.command("packages", short_help="What could they all accept?")
@scenario_options.scenario
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="A rule of adoption; all of the file if left out.")
@click.option("--best", type=int, default=5, show_default=True, help="List so many best packages.")
@click.option("--epsilon", type=float, default=0.0, help="Points a package may be missed by; 0 is exact.")
@click.option("--seconds", type=float, default=600.0, show_default=True, help="Stop after so many seconds.")
@click.option("--memory", type=int, default=2048, show_default=True, help="Use at most so many MiB.")
@click.option("--draws", type=int, default=0, help="Where cells are unknown, also try so many ways they could be.")
@click.option("--workers", type=int, default=1, show_default=True, help="Share the draws out over so many processes.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Or over the Dask scheduler at this address.")
@click.option(package_lines.HAND, "hand", is_flag=True, help="Print who has which share, also where the parties exist.")
@click.option("--export", type=click.Path(), help="Write the scenario to this file as YAML.")
@click.option("--picture", type=click.Path(), help="Draw it: FILE.svg, or FILE.html with the numbers.")
@options.as_json
def command(
    files: tuple[str, ...],
    teaching: bool,
    author: str,
    dated: str,
    fictional: bool,
    rules: tuple[str, ...],
    best: int,
    epsilon: float,
    seconds: float,
    memory: int,
    draws: int,
    workers: int,
    cluster: str,
    hand: bool,
    export: str | None,
    picture: str | None,
    as_json: bool,
) -> None:
    """Bargain over everything at once: which packages all could accept, which of them no other one beats, and what
    would be fair. SCENARIO is a YAML or CSV file, a Genius domain with its profiles, or GeniusWeb profiles.
    """
    from goodoffices.desk.bargains.packages import packages

    chosen = scenario_options.scenario_of(files, teaching, author, dated, fictional)
    if export:
        scenario_options.export(Path(export), chosen, teaching)
        click.echo(f"{export}: the scenario, to be changed at will", err=as_json)
    with terminal.bar("bargaining", quiet=as_json) as step:
        limits = scenario_options.limits(seconds, memory, step)
        try:
            found = packages(
                chosen,
                rules=rules,
                best=best,
                epsilon=epsilon,
                draws=draws,
                limits=limits,
                shares=True if hand else None,
                workers=workers,
                cluster=cluster,
                progress=step,
                starting=(lambda heading: None) if as_json else package_lines.heading,
            )
        except Cancelled as error:
            remedy = "Give more --seconds, or an --epsilon."
            raise BadArgument(f"the packages are found in {seconds:g} seconds", None, remedy) from error
    answer = found.answer
    if as_json:
        terminal.print_json(answer)
    elif answer.unknown:
        package_lines.unknown(answer)
    else:
        package_lines.known(answer, hand=hand or chosen.fictional)
    if picture:
        from goodoffices.desk.bargains.scenes import of_packages

        scenario_options.draw(Path(picture), of_packages(found), quiet=as_json)
