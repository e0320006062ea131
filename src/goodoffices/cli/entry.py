"""The group of commands. Each is imported only when it is called, so that `--help` answers at once."""

import importlib
import sys
from collections.abc import Sequence

import click

from goodoffices import __version__
from goodoffices.errors import GoodOfficesError

# One line each, in the order of use; the module of the same name (- as _) in cli/ holds the command.
COMMANDS = {
    "demo": "Open the sample case: the state of affairs on three dates, and a brief.",
    "new": "Make a new, empty case.",
    "add": "Add documents: files or folders.",
    "feed": "Add the items of an RSS or Atom feed.",
    "watch": "Add what comes into a folder, as it comes.",
    "pax": "Add agreements from a table of PA-X metadata.",
    "read": "Read documents: propose claims, each with its exact words.",
    "review": "See proposals; accept, reject or amend them.",
    "agreement": "How far coders agree: kappa, alpha, tables.",
    "adjudicate": "Settle what coders found differently.",
    "matters": "Which claims speak of one matter: confirm or deny.",
    "matter": "What each source says of one matter.",
    "conflicts": "Where sources contradict each other.",
    "rule": "Rule on a conflict, with a reason.",
    "enter": "Enter claims written by hand in a YAML file.",
    "wording": "Agreed language: earlier uses of a phrase or a draft.",
    "anchors": "Find the quotes of claims again in newer versions of their documents.",
    "status": "Who owes what by when, and where it stands on a date.",
    "search": "What was said and agreed before, by whom, in which words.",
    "timeline": "What happened and was decided, in order.",
    "calendar": "Deadlines, expiries and reviews to come.",
    "changes": "What changed between two looks at the record.",
    "standing": "Who stands where; what is tied to what; who gave what.",
    "harmony": "How far the members of a body stand together.",
    "votes": "How far parties agree, from tables of their votes.",
    "formats": "Who should be in the room, by which rule: formats compared.",
    "brief": "Write a dated, cited page of advice.",
    "pack": "Write the pack for a meeting with a party.",
    "serve": "The workbench: the case in a browser.",
    "packages": "What could they all accept: packages, frontier, solutions.",
    "linkage-value": "What a linkage is worth, to whom, and the ways out.",
    "divide": "Who gets which issue: Adjusted Winner, leximin.",
    "stability": "Would it hold, and what if a party reneges?",
    "forecast": "Where a question would end, and how good forecasts were.",
    "draft": "Draft a scenario from the record, unknowns left unknown.",
    "evidence": "What later documents may tell of a provision: ranked passages.",
    "explain": "Why a claim was proposed: rule, trigger, parse, anchor.",
    "evaluate": "Measure the reader on documents that you annotated.",
    "export": "Write the claims for other programs.",
    "verify": "Prove the record whole: log, documents, quotes.",
    "lock": "Give a case a passphrase, another one, or none.",
    "erase": "Erase a document with all that rests on it, for good.",
    "rebuild": "Make everything derived anew from the log.",
    "backup": "Write the whole record to one file, while others go on working.",
    "restore": "Make a case from a backup.",
    "migrate": "Move a case to another store: a directory or a PostgreSQL server.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"goodoffices.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy)
@click.version_option(__version__, prog_name="goodoffices")
def group() -> None:
    """A working instrument for mediators: what was agreed, who owes what by when, what to advise today."""


def main(argv: Sequence[str] | None = None) -> None:
    """Runs a command. An error of ours is printed as rule, value and remedy, without a traceback; exit code 2."""
    try:
        group.main(args=list(argv) if argv is not None else None, prog_name="goodoffices", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.Abort:
        click.echo("Stopped. What was acknowledged is in the record.", err=True)
        sys.exit(130)
    except GoodOfficesError as error:
        click.echo(f"goodoffices: {error}", err=True)
        sys.exit(2)
