"""Time as documents give it: bounds, not points; what was said, and what it was counted from.

A `When` holds the earliest and the latest day that the words allow. "Summer 2010" is 2010-06-01 to 2010-08-31;
"within four months" of a decision taken on 2010-03-19 has only a latest day, 2010-07-19; "at the appropriate time"
has none and says so. Days are inclusive. Where the source gives a clock time it is kept beside the day.
"""

import datetime as dt
import re
from typing import Literal

from dateutil.relativedelta import relativedelta
from msgspec import Struct
from msgspec.structs import replace

from goodoffices.errors import BadDate

Precision = Literal["minute", "hour", "day", "week", "month", "season", "year", "interval", "none"]

# EDTF level 1 writes seasons as months 21 to 24. Meteorological seasons of the northern hemisphere, whole months.
SEASONS = {21: ("SP", 3), 22: ("SU", 6), 23: ("FA", 9), 24: ("WI", 12)}

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_QUALIFIED = re.compile(r"[?~%]$")


class When(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The days that some words allow.

    earliest, latest: inclusive bounds, None where the words give none.
    precision: of the words, not of the bounds. value: TIMEX-like (2010-03-19, 2010-SU, P4M, FUTURE_REF, XXXX-WXX-5).
    edtf: Extended Date/Time Format, level 1, where it can be written. clock: local time with its offset, only for a
    single day. basis: the words. anchor: id of what a relative time is counted from ("document" for its date).
    alternatives: other readings of the same words; while there are any, the question is open.

    Raises BadDate when the bounds contradict each other or a clock time has no single day.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    precision: Precision = "none"
    value: str = ""
    edtf: str = ""
    clock: dt.time | None = None
    basis: str = ""
    anchor: str = ""
    alternatives: tuple["When", ...] = ()

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise BadDate(
                "the earliest day may not lie after the latest",
                f"{self.earliest} > {self.latest}",
                "Swap the bounds.",
            )
        if self.clock is not None and (self.earliest is None or self.earliest != self.latest):
            raise BadDate("a clock time needs one single day", self.clock, "Give the day, or leave the time out.")

    @property
    def bounded(self) -> bool:
        """Whether the words give any day at all."""
        return self.earliest is not None or self.latest is not None

    @property
    def open_question(self) -> bool:
        """Whether the words can be read in more than one way and nobody has ruled yet."""
        return bool(self.alternatives)

    def readings(self) -> tuple["When", ...]:
        """Every reading, each without alternatives."""
        return (replace(self, alternatives=()), *self.alternatives)

    def surely_by(self, day: dt.date) -> bool:
        """True when every day the words allow lies on or before `day`."""
        return self.latest is not None and self.latest <= day

    def possibly_by(self, day: dt.date) -> bool:
        """True unless every day the words allow lies after `day`."""
        return self.earliest is None or self.earliest <= day

    def surely_before(self, other: "When") -> bool:
        """True when this lies before `other` whatever the words of both allow, by the clock where both give one."""
        return all(_before(one, later) for one in self.readings() for later in other.readings())

    def compatible(self, other: "When") -> bool:
        """True when some day satisfies both; unbounded times contradict nothing."""
        starts = [w.earliest for w in (self, other) if w.earliest]
        ends = [w.latest for w in (self, other) if w.latest]
        return not starts or not ends or max(starts) <= min(ends)

    def said(self, basis: str, anchor: str = "") -> "When":
        """The same days with the words they rest on and what these were counted from."""
        return replace(self, basis=basis, anchor=anchor or self.anchor)

    def __str__(self) -> str:
        if self.earliest and self.earliest == self.latest:
            return f"{self.earliest}" + (f" {self.clock.strftime('%H:%M')}" if self.clock else "")
        if self.earliest and self.latest:
            return f"{self.earliest} to {self.latest}"
        if self.latest:
            return f"by {self.latest}"
        if self.earliest:
            return f"from {self.earliest}"
        return f"no date can be given (“{self.basis}”)" if self.basis else "no date"


def _before(one: When, other: When) -> bool:
    if one.latest is None or other.earliest is None:
        return False
    if one.clock is not None and other.clock is not None:
        zoned = one.clock.tzinfo is not None, other.clock.tzinfo is not None
        if zoned[0] == zoned[1]:  # a day of one zone may be the next of another
            return dt.datetime.combine(one.latest, one.clock) < dt.datetime.combine(other.earliest, other.clock)
    return one.latest < other.earliest


def on_day(day: dt.date, clock: dt.time | None = None) -> When:
    """One day, with its clock time if the source gives one."""
    text = day.isoformat()
    return When(
        earliest=day,
        latest=day,
        precision="day" if clock is None else "minute",
        value=text if clock is None else f"{text}T{clock.strftime('%H:%M')}",
        edtf=text,
        clock=clock,
    )


def day_written(text: str, name: str = "") -> dt.date:
    """The day that somebody asks for, YYYY-MM-DD. BadDate for what is none, and for an hour; name: of what takes it."""
    asked, named = text.strip(), f"{name}: " if name else ""
    try:
        return dt.date.fromisoformat(asked)
    except ValueError as error:
        try:
            hour = dt.datetime.fromisoformat(asked)
        except ValueError:
            raise BadDate(f"{named}a day is written YYYY-MM-DD", text, "For example 2010-07-20.") from error
        remedy = f"Write {hour.date()}: hours that sources give stand in the reasons."
        raise BadDate(f"{named}days are asked for, not hours, each as it ends", text, remedy) from error


def in_month(year: int, month: int) -> When:
    """A calendar month."""
    first = dt.date(year, month, 1)
    text = f"{year:04d}-{month:02d}"
    return When(
        earliest=first,
        latest=first + relativedelta(months=1, days=-1),
        precision="month",
        value=text,
        edtf=text,
    )


def in_season(year: int, season: int) -> When:
    """A season, 21 spring, 22 summer, 23 autumn, 24 winter (December to February, begun in `year`)."""
    code, month = SEASONS[season]
    first = dt.date(year, month, 1)
    return When(
        earliest=first,
        latest=first + relativedelta(months=3, days=-1),
        precision="season",
        value=f"{year:04d}-{code}",
        edtf=f"{year:04d}-{season}",
    )


def in_year(year: int) -> When:
    """A calendar year."""
    text = f"{year:04d}"
    return When(earliest=dt.date(year, 1, 1), latest=dt.date(year, 12, 31), precision="year", value=text, edtf=text)


def between(earliest: dt.date | None, latest: dt.date | None) -> When:
    """Any day from `earliest` to `latest`; None leaves that side open."""
    left = earliest.isoformat() if earliest else ".."
    right = latest.isoformat() if latest else ".."
    if earliest is None and latest is None:
        return When()
    text = f"{left}/{right}"
    return When(earliest=earliest, latest=latest, precision="interval", value=text, edtf=text)


def no_later_than(when: When) -> When:
    """A deadline: any day up to the last that `when` allows."""
    return replace(
        when, earliest=None, clock=None, precision="interval", edtf=f"../{when.latest}" if when.latest else ""
    )


def no_earlier_than(when: When) -> When:
    """A start: any day from the first that `when` allows."""
    return replace(
        when, latest=None, clock=None, precision="interval", edtf=f"{when.earliest}/.." if when.earliest else ""
    )


def unresolved(value: str, basis: str) -> When:
    """Words that give no day: vague ("at the appropriate time", FUTURE_REF) or lacking an anchor ("on Friday")."""
    return When(value=value, basis=basis)


def duration(text: str) -> relativedelta:
    """An ISO 8601 duration ("P4M", "P2W", "PT12H") as an offset; BadDate if it is none."""
    found = _DURATION.fullmatch(text)
    if found is None or not any(found.groups()):
        raise BadDate("a duration is written as in ISO 8601", text, "Write P4M for four months, P10D for ten days.")
    years, months, weeks, days, hours, minutes = (int(g or 0) for g in found.groups())
    return relativedelta(years=years, months=months, weeks=weeks, days=days, hours=hours, minutes=minutes)


def shifted(day: dt.date, length: str) -> dt.date:
    """`day` plus an ISO 8601 duration; part days count as whole ones, for a deadline may not be cut short. Raises
    BadDate where the calendar ends before.
    """
    whole = _moved(day, duration(length), length)
    return whole.date() + dt.timedelta(days=1) if whole.time() != dt.time() else whole.date()


def _moved(day: dt.date, step: relativedelta, length: str) -> dt.datetime:
    try:
        return dt.datetime.combine(day, dt.time()) + step
    except (ValueError, OverflowError) as error:
        found = f"{length} from {day}"
        raise BadDate("a day lies between the years 1 and 9999", found, "Give a shorter length.") from error


def within(length: str, anchor: When | None, *, basis: str = "", anchor_id: str = "") -> When:
    """ "Within four months" of `anchor`: no earliest day, the latest is the anchor's last day plus `length`.

    Without an anchor, or with one that has no latest day, the length is kept and no day is invented. An anchor
    with alternatives gives one reading for each.
    """
    if anchor is None or anchor.latest is None:
        duration(length)
        return When(value=length, basis=basis, anchor=anchor_id)
    first, *others = (_counted(length, reading, basis, reading.anchor or anchor_id) for reading in anchor.readings())
    return replace(first, alternatives=tuple(others))


def ahead_of(length: str, day: dt.date, *, basis: str = "", anchor_id: str = "") -> When:
    """ "Ten days prior to" a day: no earliest day, the latest lies that length before it."""
    latest = _moved(day, -duration(length), length).date()
    return When(latest=latest, precision="interval", value=length, edtf=f"../{latest}", basis=basis, anchor=anchor_id)


def _counted(length: str, anchor: When, basis: str, anchor_id: str) -> When:
    if anchor.latest is None:
        return When(value=length, basis=basis, anchor=anchor_id)
    latest = shifted(anchor.latest, length)
    return When(latest=latest, precision="interval", value=length, edtf=f"../{latest}", basis=basis, anchor=anchor_id)


def from_edtf(text: str) -> When:
    """Reads Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1: 2010-03-19, 2010-03, 2010-22, 201X,
    2010?, 2010-03-19/2010-07-19, ../2010-07-19. Raises BadDate with the remedy when it is none.
    """
    cleaned = text.strip()
    if "/" in cleaned:
        left, _, right = cleaned.partition("/")
        start, end = (None if part in ("..", "") else from_edtf(part) for part in (left, right))
        if start is None and end is None:
            raise BadDate("an interval has at least one end", text, "Write 2010-03-19/.. for an open end.")
        if start and end and end.surely_before(start):
            raise BadDate("an interval ends no earlier than it begins", text, "Swap its ends, or correct one.")
        return replace(
            between(start.earliest if start else None, end.latest if end else None),
            value=cleaned,
            edtf=cleaned,
        )
    bare = _QUALIFIED.sub("", cleaned)
    try:
        when = _plain(bare)
    except ValueError as error:
        raise BadDate(
            "a date is written in EDTF", text, "Write 2010-03-19, 2010-03, 2010-22 (summer) or ../2010-07-19."
        ) from error
    return replace(when, edtf=cleaned)


def _plain(text: str) -> When:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return on_day(dt.date.fromisoformat(text))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}T\S+", text):
        moment = dt.datetime.fromisoformat(text)
        return on_day(moment.date(), moment.timetz())
    if re.fullmatch(r"\d{4}-\d{2}", text):
        year, month = int(text[:4]), int(text[5:])
        return in_season(year, month) if month in SEASONS else in_month(year, month)
    if re.fullmatch(r"\d{4}", text):
        return in_year(int(text))
    from edtf import parse_edtf  # slow to import (60 ms) and rarely needed: unspecified digits and the like

    try:
        parsed = parse_edtf(text)
        first, last = parsed.lower_strict(), parsed.upper_strict()
        return replace(between(dt.date(*first[:3]), dt.date(*last[:3])), value=text)
    except Exception as error:  # the library raises its own and its parser's errors alike
        raise ValueError(text) from error
