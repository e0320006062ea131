"""The one hierarchy of errors: every error names the rule broken, the value that broke it, and the remedy.

A batch goes on past a bad item, which is listed as `Refused`. The command line prints these without a traceback and
exits 2; the workbench shows them on the page.
"""

from typing import NamedTuple


class GoodOfficesError(Exception):
    """A rule was broken by a value, and there is a remedy.

    `rule` states what must hold, `value` what was found instead, `remedy` what the user can do about it.
    """

    def __init__(self, rule: str, value: object = None, remedy: str = "") -> None:
        self.rule, self.value, self.remedy = rule, value, remedy
        super().__init__(rule, value, remedy)

    def __str__(self) -> str:
        shown = "" if self.value is None else f" (found: {clipped(self.value)})"
        return f"{self.rule}{shown}" + (f". {self.remedy}" if self.remedy else "")


def clipped(value: object, limit: int = 120) -> str:
    """`value` as text of at most `limit` characters, so that a huge input cannot flood a terminal."""
    text = str(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


class BadArgument(GoodOfficesError):
    """An argument is outside what the call accepts."""


class BadDocument(GoodOfficesError):
    """A file cannot become a text (empty, binary, too large, no readable words)."""


class BadDate(GoodOfficesError):
    """A date, interval or duration cannot be read, or its bounds contradict each other."""


class BadQuote(GoodOfficesError):
    """A quote is not what stands at its place in the text."""


class BadScenario(GoodOfficesError):
    """A bargaining scenario cannot be used; the message names the cell."""


class BadQuery(GoodOfficesError):
    """What was written to search cannot be read as a query."""


class StaleVersion(GoodOfficesError):
    """An amendment was based on a version that is no longer the latest one."""


class NotFound(GoodOfficesError):
    """No such case, document, claim or matter."""


class NotWritten(GoodOfficesError):
    """Nothing of a call was written: the case is busy, full or read-only."""


class Unreachable(GoodOfficesError):
    """The server of a case does not answer; whether a call that was under way was written, its log shows. Or the
    scheduler of a cluster does not."""


class Cancelled(GoodOfficesError):
    """The caller asked to stop."""


class Unfinished(GoodOfficesError):
    """A shard of shared work gave no result; the value names it with what went wrong."""


class MissingExtra(GoodOfficesError):
    """What is asked for needs an extra of Good Offices that is not installed."""


class DamagedCase(GoodOfficesError):
    """The stored record does not prove itself: names the first bad entry."""


class Locked(GoodOfficesError):
    """A case opens with its passphrase, and none or another one was given."""


class CycleFound(GoodOfficesError):
    """Conditions or sequences lead back to their start: spells the cycle out."""


class Refused(NamedTuple):
    """An item of a batch that could not be used, and why; the rest of the batch went on."""

    item: str
    error: GoodOfficesError
