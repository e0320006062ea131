"""Options that several commands share, and the types of their values."""

import datetime as dt
import functools
import getpass
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from goodoffices.errors import BadDate

if TYPE_CHECKING:
    from goodoffices.desk.case import Case
    from goodoffices.record import Snapshot

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A calendar day, YYYY-MM-DD."""

    name = "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        from goodoffices.vocabulary.when import day_written

        return day_written(str(value), param.opts[-1] if param else "")


class LogPoint(click.ParamType[int | dt.datetime]):
    """A moment of the log: the number of an entry, or a time in ISO 8601 (UTC unless it says otherwise)."""

    name = "ENTRY|TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | dt.datetime:
        if isinstance(value, int | dt.datetime):
            return value
        text = str(value)
        if text.isdigit():
            return int(text)
        try:
            moment = dt.datetime.fromisoformat(text)
        except ValueError as error:
            remedy = "For example 42, or 2026-11-22T10:00."
            raise BadDate("--as-known is an entry's number or a time", value, remedy) from error
        return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def user() -> str:
    """Who acts: $GOODOFFICES_BY, else the name of the account."""
    return os.environ.get("GOODOFFICES_BY") or getpass.getuser()


def passphrase() -> str | None:
    """The passphrase of a locked case: $GOODOFFICES_PASSPHRASE, else asked for at a terminal."""
    told = os.environ.get("GOODOFFICES_PASSPHRASE")
    if told or not sys.stdin.isatty():
        return told
    asked: str = click.prompt("Passphrase of the case", hide_input=True, err=True)
    return asked


def new_passphrase(variable: str) -> str:
    """A passphrase for a case: from this variable of the environment, else asked for twice."""
    told = os.environ.get(variable)
    if told:
        return told
    asked: str = click.prompt("New passphrase for the case", hide_input=True, confirmation_prompt=True, err=True)
    return asked


case = click.argument("case", type=click.Path())
by = click.option("--by", default=user, show_default="your account", help="Who acts, for the log.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")


class Glass(NamedTuple):
    """What --as-of, --published-by and --as-known say: through which glass the record is looked at."""

    as_of: dt.date | None
    published_by: dt.date | None
    as_known: int | dt.datetime | None

    def of(self, case: "Case") -> "Snapshot":
        """The case through this glass."""
        return case.at(as_of=self.as_of, published_by=self.published_by, as_known=self.as_known)


def view(command: Callable[..., None]) -> Callable[..., None]:
    """The three options of a `Glass`, which the command takes as `glass`."""

    @functools.wraps(command)
    def seen(*given: Any, as_of: Any, published_by: Any, as_known: Any, **more: Any) -> None:
        command(*given, glass=Glass(as_of, published_by, as_known), **more)

    taken: Callable[..., None] = seen
    for option in (
        click.option("--as-known", type=LogPoint(), help="Only what this office had entered by then."),
        click.option("--published-by", type=Day(), help="Only what was public by that day."),
        click.option("--as-of", type=Day(), help="The day the answer is for; today if left out."),
    ):
        taken = option(taken)
    return taken


def paper(default: str) -> Callable[[F], F]:
    """--out and --format: the file that a paper is written to, and its form where the ending does not say it."""

    def decorated(command: F) -> F:
        form = click.Choice(["html", "pdf", "docx"])  # briefs.writing.FORMS, without importing it for --help
        command = click.option("--format", "form", type=form, help="The form; by default the ending of --out.")(command)
        return click.option("--out", type=click.Path(dir_okay=False), default=default, show_default=True)(command)

    return decorated


with_proposals = click.option(
    "--with-proposals", is_flag=True, help="Count what was proposed and not yet reviewed, marked as such."
)
