"""`goodoffices rule CASE CONFLICT`"""

import click

from goodoffices.cli import options
from goodoffices.errors import BadArgument


@click.command("rule", short_help="Rule on a conflict, with a reason.")
@options.case
@click.argument("conflict")
@click.option("--follows", metavar="CLAIM", help="The claim that is followed.")
@click.option("--reason", help="Why, in words; the log keeps them.")
@click.option("--undo", is_flag=True, help="Take back the last ruling on this conflict.")
@options.by
def command(case: str, conflict: str, follows: str | None, reason: str | None, undo: bool, by: str) -> None:
    """Rule on a conflict: which claim is followed and why. All claims stay; new evidence opens the conflict again."""
    from goodoffices.desk.case import Case

    with Case.open(case, options.passphrase) as opened:
        if undo:
            opened.undo(conflict, by=by)
            click.echo(f"taken back: the last ruling on {conflict}")
            return
        if not follows or not reason:
            raise BadArgument(
                "a ruling says which claim it follows and why",
                f"conflict {conflict}, without them",
                "Give --follows CLAIM and --reason WORDS.",
            )
        opened.rule(conflict, follows, reason, by=by)
        click.echo(f"ruled on {conflict}: {follows} is followed")
