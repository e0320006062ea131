"""Through which glass a page looks: the three axes of time, in its address."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from msgspec import Struct

from goodoffices.errors import BadDate
from goodoffices.vocabulary.when import day_written


class Glass(Struct, frozen=True, kw_only=True):
    """as_of: the day in the world; published_by: only what was public by then; as_known: only what the office had
    entered by that entry of the log or that moment; proposals: count also what nobody has reviewed yet.
    """

    as_of: dt.date
    published_by: dt.date | None = None
    as_known: int | dt.datetime | None = None
    proposals: bool = False

    def query(self) -> dict[str, str]:
        """As parameters of an address."""
        found = {"as_of": self.as_of.isoformat()}
        if self.published_by:
            found["published_by"] = self.published_by.isoformat()
        if self.as_known is not None:
            known = self.as_known
            found["as_known"] = known.isoformat() if isinstance(known, dt.datetime) else str(known)
        if self.proposals:
            found["proposals"] = "1"
        return found


AXES = ("as_of", "published_by", "as_known", "proposals")


def glass_in(query: Any, today: dt.date) -> Glass:
    """The glass that an address names; `today` where it names no day. BadDate for what is no day or moment."""
    return Glass(
        as_of=day_in("as_of", query.get("as_of", "")) or today,
        published_by=day_in("published_by", query.get("published_by", "")),
        as_known=_point(query.get("as_known", "")),
        proposals=query.get("proposals", "") == "1",
    )


def address(path: str, glass: Glass, **more: object) -> str:
    """A path with the glass and further parameters; those that are None or empty are left out, a list is
    given one by one.
    """
    kept = {
        name: value if isinstance(value, list) else str(value)
        for name, value in more.items()
        if value not in (None, "")
    }
    return f"{path}?{urlencode({**kept, **glass.query()}, doseq=True)}"


def day_in(name: str, written: str) -> dt.date | None:
    """The day written in an address, None for nothing; BadDate for what is none."""
    return day_written(written, name) if written.strip() else None


def _point(written: str) -> int | dt.datetime | None:
    text = written.strip()
    if not text:
        return None
    if text.isdecimal() and len(text) < 17:
        return int(text)
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError as error:
        remedy = "For example 42, or 2026-11-22T10:00."
        raise BadDate("as_known is an entry's number or a time", written, remedy) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
