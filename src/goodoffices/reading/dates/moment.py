"""From where a sentence looks at time: the document's date, what was dated before it, the tense around a word."""

import datetime as dt
import functools
import re

from goodoffices.reading.dates.calendar_words import calendar_words, day_or_none, month
from goodoffices.reading.dates.date_patterns import fragments
from goodoffices.vocabulary.when import When

_FULL = {"day", "minute", "hour", "month"}
_HEADING, _LEADS = 60, 25  # characters

_RANGE = re.compile(r"\b(?:1[5-9]|20)\d\d[-–]$")  # the second of "1861–1865"
_THE_YEAR = re.compile(r"[Tt]he (?P<year>(?:1\d|20)\d\d) (?P<noun>[a-z]{3,})")

_TO_COME = re.compile(
    r"\b(?:is|are|be|about|due|set|ready|plan|plans|planned|scheduled|expected|hope|hopes|agreed|intends?|wants?) to "
    r"(?:[a-z]+ ){1,5}$"
)

_BEFORE_IT = frozenset({"by", "before", "until"})  # after a day "by" tells who, before it by when
_BESIDE = 2  # words between "by" and its day
_SOON = 35  # days from the document's in which a day without a year is of those days: "effective 30 April" on the 22nd
_MONTH = 30  # days
_MONTHS_AHEAD = 3  # "a vote in November", told in August
_REACH = 12  # sentences for which a story stays where it was dated last


class Moment:
    """What the words around an expression of time tell about it. Changes as the text is read from its start on.

    today: the document's date; None when it has none. narrative: the text tells of years other than its own, so an
    incomplete date takes its year from what was dated last. last: the last calendar time told.
    """

    def __init__(self, dated: When | None, *, narrative: bool) -> None:
        self.today: dt.date | None = (dated.latest or dated.earliest) if dated else None
        self.narrative = narrative
        self.last: When | None = None
        self.last_at = self.sentences = 0
        self.fine: When | None = None  # the last day or month told
        self.sentence = ""
        self.told_here: When | None = None
        self.told_near: When | None = None
        self.of_its_day = False  # a time of the document's own year or the one before has been told

    def opens(self, sentence: str) -> None:
        """The next sentence begins."""
        self.sentence = sentence
        self.sentences += 1
        self.told_near, self.told_here = self.told_here, None

    def told(self, when: When, start: int) -> None:
        """A calendar time has been told, `start` characters into the sentence.

        A bare year told in passing does not move the story: only one that leads its sentence does.
        """
        if not when.earliest or when.precision == "none":
            return
        if when.precision in _FULL:
            self.told_here = self.fine = when
        if self.today is not None and when.latest is not None and when.latest.year >= self.today.year - 1:
            self.of_its_day = True
        same = (
            self.fine is not None and self.fine.earliest is not None and self.fine.earliest.year == when.earliest.year
        )
        if when.precision == "year" and same and self.last is self.fine:
            return
        leads = len(self.sentence) < _HEADING or start < _LEADS
        if when.precision == "year" and self.fine is not None and not leads:
            return
        self.last, self.last_at = when, self.sentences

    @property
    def last_day(self) -> dt.date | None:
        """The first day of what was dated last; the document's date where nothing was."""
        if self.last is not None:
            return self.last.earliest
        return self.today

    @property
    def now(self) -> dt.date | None:
        """What "this year" is counted from: the document's date, in a narrative the time told last."""
        return self.last_day if self.narrative else self.today

    @property
    def last_precision(self) -> str:
        """How exact what was dated last is."""
        return self.last.precision if self.last is not None else "day"

    @staticmethod
    @functools.cache
    def _around_years() -> tuple[re.Pattern[str], re.Pattern[str]]:
        known = calendar_words()
        number, year = ("|".join(map(re.escape, words)) for words in (known.number_before, known.year_after))
        return (
            re.compile(rf"(?:(?<![\w-])(?:{number})|[$€£#/§:]|f-|\d\s*\(|\d\.|\d,)\s*$", re.IGNORECASE),
            re.compile(rf"(?<![\w-])(?:{year})[ -]+(?:the )?$", re.IGNORECASE),
        )

    def before(self, found: re.Match[str]) -> str:
        """The words before an expression, in its sentence, at most 60 characters."""
        return self.sentence[max(0, found.start() - 60) : found.start()].rstrip()

    def is_year(self, found: re.Match[str], at: int) -> bool:
        """Whether the four digits at `at` are a year, not a number or part of a resolution's name."""
        before, after = (
            self.sentence[max(0, found.start() - 30) : found.start()],
            self.sentence[found.end() : found.end() + 30],
        )
        numbered, dated = self._around_years()
        if len(self.sentence) < _HEADING and re.match(r"[-–](?:1[5-9]|20)\d\d\b|$|:", after):
            return True  # "Eastern Theatre 1861–1865", "2008: a new offensive"
        if _RANGE.search(before):
            return True
        the = _THE_YEAR.match(self.sentence[max(0, found.start() - 4) : found.end() + 30])
        if the is not None and the["noun"] not in calendar_words().counted and int(the["year"]) >= 1700:
            return True  # "the 1972 election"
        if numbered.search(before):
            return False
        following = re.match(r"[ -]([A-Za-z-]+)", after)
        word = following.group(1).lower() if following else ""
        told = bool(dated.search(before)) or bool(found.groupdict().get("mod"))
        year = int(self.sentence[at : at + 4])
        if word in calendar_words().counted and not (told and word in ("and", "or", "per")):
            return word in ("and", "or") and year >= 1900
        if told:
            return True
        if year >= 1900:
            return True
        return bool(re.search(r"[,(-]\s*$", before)) and year >= 1500 and not word

    def year_of(self, found: re.Match[str], which: int, day: int = 0) -> int | None:
        """The year of a day or month (day 0) told without one; None when nothing tells it."""
        of = (found.groupdict().get("of") or "").lower()
        if of and self.last_day is not None:
            told = of in ("that", "the same", "the following", "the previous") or self.narrative
            base = self.last_day if told or self.today is None else self.today
            return base.year + {"next": 1, "the following": 1, "last": -1, "the previous": -1}.get(of, 0)
        joined = _year_ahead(self.sentence[found.end() : found.end() + 40])
        if joined is not None:
            year, other = joined
            return year - (which > other)
        if self.told_here is not None and self.told_here.earliest:
            return _onward(self.told_here.earliest, which)
        if self.narrative:
            return None if self.last is None or self.last.earliest is None else self._narrated(self.last, which)
        if self.today is None:
            return None
        if (long_ago := self._long_ago()) is not None:
            return _onward(long_ago, which)
        return self._from_today(self.ahead(found), which, day)

    def _long_ago(self) -> dt.date | None:
        """The day told last, where the text has so far told of nothing but years before the last one."""
        assert self.today is not None
        near = self.told_near if self.told_near is not None else self.fine if not self.of_its_day else None
        first = near.earliest if near is not None and self.sentences - self.last_at <= _REACH else None
        return first if first is not None and first.year < self.today.year - 1 else None

    def _from_today(self, ahead: bool | None, which: int, day: int) -> int:
        """The year that the tense gives; but what lies within weeks of the document is of those weeks."""
        assert self.today is not None
        year = self.today.year
        if not day:
            months = (which - self.today.month) % 12  # until it comes again
            near = ahead is None and months <= _MONTHS_AHEAD
            to_come = months == 0 or near or (ahead is True and months < 11)
            return year + (which < self.today.month) if to_come else year - (which > self.today.month)
        days = [d for y in (year - 1, year, year + 1) if (d := day_or_none(y, which, day)) is not None]
        back = max((d for d in days if d <= self.today), default=None)
        comes = min((d for d in days if d >= self.today), default=None)
        if back is None or comes is None:
            return year
        soon = _SOON if ahead is not None else _MONTHS_AHEAD * _MONTH
        if (comes - self.today).days <= soon:
            return comes.year
        return back.year if not ahead or (self.today - back).days <= _SOON else comes.year

    def _narrated(self, last: When, which: int) -> int:
        first = last.earliest
        assert first is not None
        if last.precision not in _FULL:
            if self.fine is None or self.fine.earliest is None or self.sentences - self.last_at <= 1:
                return first.year
            first = self.fine.earliest
        return _onward(first, which)

    def ahead(self, found: re.Match[str]) -> bool | None:
        """Whether the words around say that the time lies after the document's date; None when they do not tell."""
        known = calendar_words()
        if _TO_COME.search(self.sentence[max(0, found.start() - 60) : found.start()]):
            return True
        before = re.findall(r"[A-Za-z'-]+", self.sentence[max(0, found.start() - 80) : found.start()])[-8:]
        leads = not before or before[:-1] == []
        later = self.sentence[found.end() : found.end() + 60]
        clause = re.split(r"[,;:]| (?:and|but|while|when) ", later.lstrip(", ") if leads else later)[0]
        after = re.findall(r"[A-Za-z'-]+", clause)[:6]
        near = [
            *((i, w.lower()) for i, w in enumerate(reversed(before))),
            *((i + 0.5, w.lower()) for i, w in enumerate(after) if w not in _BEFORE_IT),
        ]
        for place, word in sorted(near):
            if word in known.future_clues and (place < _BESIDE or word not in _BEFORE_IT):
                return True
            if word in known.past_clues or (word.endswith("ed") and len(word) > 4):
                return False
        return None

    def general(self, found: re.Match[str]) -> bool:
        """Whether "today" means these times rather than the day."""
        return bool(
            re.search(
                r"(?:world|challenges|generation|situation) (?:of )?$|times of $|'s $",
                self.sentence[max(0, found.start() - 60) : found.start()],
            )
        )


def _onward(first: dt.date, which: int) -> int:
    """The year of the month nearest to `first`, the later one when in doubt."""
    if first.month - which >= 7:
        return first.year + 1
    if which - first.month >= 9:
        return first.year - 1
    return first.year


def _year_ahead(after: str) -> tuple[int, int] | None:
    """In "5 March and 6 April 2010": the year and month that the second day gives to the first."""
    day, name, year = (fragments()[key] for key in ("DAY", "MONTH", "YEAR"))
    found = re.match(
        rf"(?: and| to| through| until|,| or| ?-)+ ?(?:{day} )?(?P<m>{name})(?: {day})?,? (?P<y>{year})", after
    )
    return (int(found["y"]), month(found["m"])) if found else None
