"""The course a provision took: what events made of it, one after the other, in one reading of the record."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal

from goodoffices.tracking.asked import Asked
from goodoffices.tracking.days import spelled, when_in_words
from goodoffices.tracking.happenings import Happening
from goodoffices.tracking.states import Reason, listed
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.party import known_parties
from goodoffices.vocabulary.when import When

Mode = Literal["running", "kept", "partly", "contested", "alleged", "broken", "suspended", "withdrawn", "superseded"]


class Course:
    """Where a provision has got to. mode, since: what events made of it, since which day; deadline: the one in
    force; reset: whether it was set anew; fulfilled: what fulfilled it, oldest first; by: whose word an allegation is.
    """

    __slots__ = (
        *("asked", "judges", "name", "mode", "since", "deadline", "reset", "was_reset"),
        *("fulfilled", "by", "reasons", "_before", "_accusers"),
    )

    def __init__(self, asked: Asked, judges: Sequence[str], name: NameOf) -> None:
        self.asked, self.judges, self.name = asked, judges, name
        self.mode: Mode = "running"
        self.since: dt.date | None = None
        self.deadline: When | None = asked.deadline
        self.reset: dt.date | None = None
        self.was_reset = False
        self.fulfilled: list[Happening] = []
        self.by: tuple[str, ...] = ()
        self.reasons: list[Reason] = []
        self._before: Mode = "running"
        self._accusers: set[str] = set()

    @property
    def discharged(self) -> bool:
        """Done once and for all: nothing that comes later undoes it, short of a dispute over whether it was."""
        recurs = self.asked.continuing or self.asked.recurrence is not None
        return self.mode == "kept" and not recurs

    @property
    def over(self) -> bool:
        """No longer asked of anybody."""
        return self.mode in ("withdrawn", "superseded")

    def follow(self, happenings: Iterable[Happening]) -> "Course":
        """Takes the happenings in the order given; those of a kind that does nothing to a provision do nothing."""
        for h in happenings:
            step = getattr(self, f"_{h.does}", None)
            if step is not None:
                step(h)
        return self

    def _say(self, rule: str, words: str, h: Happening) -> None:
        self.reasons.insert(0, Reason(rule, words, h.claims))

    def _turn(self, mode: Mode, h: Happening) -> None:
        self.mode, self.since = mode, h.span.last

    def _fulfils(self, h: Happening) -> None:
        if self.over:
            self._say("too-late", f"Fulfilled when nobody asked for it any more: {h.words}.", h)
            return
        ruled = h.ruled_by and self._may_rule(h)
        self.fulfilled.append(h)
        if self.mode == "broken" and not ruled:
            self._say("fulfilled-after-breach", f"Fulfilled after it was broken: {h.words}.", h)
            return
        if self.mode == "alleged" and self.asked.continuing and not ruled:
            self._turn("contested", h)
            self._say("contradicted", f"Said to be kept all the same: {h.words}.", h)
            return
        self._say("fulfilled", f"Fulfilled: {h.words}{self._ruling(h)}.", h)
        if self.mode != "kept":
            self._turn("kept", h)

    def _partly(self, h: Happening) -> None:
        if self.mode in ("running", "partly"):
            since = self.since if self.mode == "partly" else h.span.last
            self._say("partly", f"Fulfilled in part: {h.words}.", h)
            self.mode, self.since = "partly", since

    def _breaches(self, h: Happening) -> None:
        if self.over:
            return
        if not h.ruled_by:
            self._accusers.add(h.alleged_by)
        if h.ruled_by and self._may_rule(h):
            if self.mode != "broken":
                self._turn("broken", h)
            self._say("ruled-broken", f"Found broken: {h.words}{self._ruling(h)}.", h)
            return
        if self.mode == "broken":
            return
        by = h.ruled_by or h.alleged_by
        self.by = tuple(sorted({*self.by, *([by] if by else [])}, key=lambda p: self.name(p).casefold()))
        who = self.name(by) if by else "the source"
        self._say("alleged-broken", f"Alleged broken by {who}: {h.words}. {self._who_may_rule()}", h)
        if self.discharged:
            self._turn("contested", h)
        elif self.mode not in ("alleged", "contested"):
            self._turn("alleged", h)

    def _suspends(self, h: Happening) -> None:
        if not self.over and not self.discharged and self.mode != "suspended":
            self._before = self.mode
            self._turn("suspended", h)
            self._say("suspended", f"Suspended: {h.words}.", h)

    def _resumes(self, h: Happening) -> None:
        if self.mode == "suspended":
            self.mode, self.since = self._before, h.span.last
            self._say("resumed", f"Resumed: {h.words}.", h)

    def _withdraws(self, h: Happening) -> None:
        self._end("withdrawn", "Withdrawn", h)

    def _supersedes(self, h: Happening) -> None:
        self._end("superseded", "Superseded", h)

    def _end(self, mode: Literal["withdrawn", "superseded"], word: str, h: Happening) -> None:
        if not self.over and not self.discharged and self.mode != "broken":
            self._turn(mode, h)
            self._say(mode, f"{word}: {h.words}.", h)

    def _resets(self, h: Happening) -> None:
        if self.over or self.discharged:
            return
        old = f" in place of {when_in_words(self.deadline)}" if self.deadline and self.deadline.bounded else ""
        new = when_in_words(h.until) if h.until and h.until.bounded else "without a new date"
        self._say("re-set", f"Its date was set anew: {new}{old} ({h.words}).", h)
        self.deadline, self.reset, self.was_reset = h.until, h.span.last, True

    _extends = _resets

    def _may_rule(self, h: Happening) -> bool:
        """Whether who ruled may: the judge named for it, or an editor (a name, not a party's) with a reason."""
        if h.ruled_by in self.judges:
            return True
        involved = self.asked.parties | h.parties | self._accusers | {h.alleged_by}
        return bool(h.reason) and h.ruled_by not in involved and h.ruled_by not in known_parties()

    def _ruling(self, h: Happening) -> str:
        if not h.ruled_by:
            return ""
        return f", as ruled by {self.name(h.ruled_by)}" + (f": “{h.reason}”" if h.reason else "")

    def _who_may_rule(self) -> str:
        if self.judges:
            return f"Only {listed(map(self.name, self.judges))} may say whether it is."
        return "Nobody has ruled on it."


def words_for(since: dt.date | None) -> str:
    """ " since 19 March 2010", or nothing."""
    return f" since {spelled(since)}" if since else ""
