"""The group of commands. Each is imported only when it is called, so that `--help` answers at once."""

import difflib
import importlib
import sys
from collections.abc import Sequence

import click

from goodoffices import __version__
from goodoffices.errors import BadArgument, GoodOfficesError

# The question that commands answer, in the order of use; each has one line, and its module (- as _) in cli/.
QUESTIONS = {
    "Begin": {
        "demo": "Open the sample case: the state of affairs on three dates, and a brief.",
        "new": "Make a new, empty case.",
        "serve": "The workbench: the case in a browser.",
    },
    "Documents come in": {
        "add": "Add documents: files or folders.",
        "feed": "Add the items of an RSS or Atom feed.",
        "watch": "Add what comes into a folder, as it comes.",
        "pax": "Add agreements from a table of PA-X metadata.",
        "documents": "The documents of a case, with their dates.",
        "read": "Read documents: propose claims, each with its exact words.",
    },
    "What do they say? People decide": {
        "review": "See proposals; accept, reject or amend them.",
        "explain": "Why a claim was proposed: rule, trigger, parse, anchor.",
        "enter": "Enter claims written by hand in a YAML file.",
        "agreement": "How far coders agree: kappa, alpha, tables.",
        "adjudicate": "Settle what coders found differently.",
        "anchors": "Find the quotes of claims again in newer versions of their documents.",
    },
    "Do the sources agree?": {
        "matters": "Which claims speak of one matter: confirm or deny.",
        "matter": "What each source says of one matter.",
        "conflicts": "Where sources contradict each other.",
        "rule": "Rule on a conflict, with a reason.",
    },
    "What was said and agreed before?": {
        "search": "What was said and agreed before, by whom, in which words.",
        "wording": "Agreed language: earlier uses of a phrase or a draft.",
        "timeline": "What happened and was decided, in order.",
    },
    "Who owes what by when, and where does it stand?": {
        "status": "Who owes what by when, and where it stands on a date.",
        "calendar": "Deadlines, expiries and reviews to come.",
        "changes": "What changed between two looks at the record.",
        "ledger": "Where each stood, from what was public by then alone.",
        "transfers": "What was to be handed over, and how much has been.",
        "evidence": "What later documents may tell of a provision: ranked passages.",
    },
    "Who stands where, and who should be in the room?": {
        "standing": "Who stands where; what is tied to what; who gave what.",
        "harmony": "How far the members of a body stand together.",
        "votes": "How far parties agree, from tables of their votes.",
        "formats": "Who should be in the room, by which rule: formats compared.",
    },
    "What could they all accept, and would it hold?": {
        "draft": "Draft a scenario from the record, unknowns left unknown.",
        "packages": "What could they all accept: packages, frontier, solutions.",
        "linkage-value": "What a linkage is worth, to whom, and the ways out.",
        "divide": "Who gets which issue: Adjusted Winner, leximin.",
        "stability": "Would it hold, and what if a party reneges?",
        "forecast": "Where a question would end, and how good forecasts were.",
        "forecasts": "The forecasts of a case: what came of them, how good they were.",
    },
    "Write it down, hand it on": {
        "brief": "Write a dated, cited page of advice.",
        "pack": "Write the pack for a meeting with a party.",
        "export": "Write the claims for other programs.",
    },
    "Keep the case, measure the reader": {
        "verify": "Prove the record whole: log, documents, quotes.",
        "lock": "Give a case a passphrase, another one, or none.",
        "erase": "Erase a document with all that rests on it, for good.",
        "backup": "Write the whole record to one file, while others go on working.",
        "restore": "Make a case from a backup.",
        "migrate": "Move a case to another store: a directory or a PostgreSQL server.",
        "rebuild": "Make everything derived anew from the log.",
        "evaluate": "Measure the reader on documents that you annotated.",
    },
}
COMMANDS = {name: line for commands in QUESTIONS.values() for name, line in commands.items()}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"goodoffices.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            alike = [name for name in COMMANDS if name[:4] == args[0][:4]]  # pages have other forms: division, divide
            near = difflib.get_close_matches(args[0], COMMANDS, n=3) or alike[:3]
            meant = f"Did you mean {' or '.join(near)}?" if near else "See: goodoffices --help."
            raise BadArgument("a command is one that --help lists", args[0], meant)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, COMMANDS))
        for question, commands in QUESTIONS.items():
            formatter.write(f"\n{question}\n")
            with formatter.indentation():
                formatter.write_dl([(name.ljust(width), line) for name, line in commands.items()])


@click.group(cls=_Lazy)
@click.version_option(__version__, prog_name="goodoffices")
def group() -> None:
    """A working instrument for mediators: what was agreed, who owes what by when, what to advise today."""


def main(argv: Sequence[str] | None = None) -> None:
    """Runs a command. An error of ours is printed as rule, value and remedy, without a traceback, and so is a file
    that cannot be read or written; exit code 2.
    """
    try:
        group.main(args=list(argv) if argv is not None else None, prog_name="goodoffices", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        if "unexpected extra argument" in error.message:
            click.echo('Words that belong together stand in quotation marks: "two words".', err=True)
        sys.exit(2)
    except click.Abort:
        click.echo("Stopped. What was acknowledged is in the record.", err=True)
        sys.exit(130)
    except GoodOfficesError as error:
        click.echo(f"goodoffices: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        if error.filename is None:
            raise
        found = BadArgument("a file can be used", f"{error.filename}: {error.strerror}", "Check its folder and rights.")
        click.echo(f"goodoffices: {found}", err=True)
        sys.exit(2)
