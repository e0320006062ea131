"""What lies near enough to a day to be told in full in a brief; the rest is counted there and listed by `status`.

Near is whatever was set, happened, falls due or changed its state in the calendar months from WINDOW months before the
day until WINDOW months after it, and, whatever its dates, what is due and what is in force. Where a section would tell
more than MOST rows, it tells those whose days lie nearest.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from dateutil.relativedelta import relativedelta
from msgspec import Struct
from msgspec.structs import replace

from goodoffices.briefs import Item, Section
from goodoffices.desk.advice.phrases import by_state, plural
from goodoffices.desk.affairs.status import ATTENTION, Affairs, Line, Standing
from goodoffices.tracking.days import spelled
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.conflict import Conflict
from goodoffices.vocabulary.kinds import Provision, Term
from goodoffices.vocabulary.when import When

WINDOW = 24  # calendar months before and after; two years back still matter to who sits at the table
MOST = 100  # rows of a section: some four pages on paper
ALWAYS = ("due", "in force")
CALM = ATTENTION.index("open")  # from here on, in the order of attention, nothing presses

T = TypeVar("T")


class Window(Struct, frozen=True):
    """The days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def holds(self, day: dt.date | None) -> bool:
        """Whether a day lies inside; no day does not."""
        return day is not None and self.first <= day <= self.last

    def near(self, standing: Standing) -> bool:
        """Whether a provision or term is told in full. What bears no day at all is."""
        matter, found = standing
        state_changed = self.holds(found.since)
        return found.state in ALWAYS or state_changed or self.near_claims(r.claim for r in matter.claims)

    def near_conflict(self, conflict: Conflict) -> bool:
        """Whether a contradiction is: one of its claims is near."""
        return self.near_claims(r.claim for r in conflict.claims)

    def near_claims(self, claims: Iterable[Claim]) -> bool:
        """Whether one of the claims bears a day inside, or none of them bears any."""
        days = [day for claim in claims for when in _times(claim) for day in (when.earliest, when.latest) if day]
        return not days or any(self.holds(day) for day in days)

    def __str__(self) -> str:
        return f"from {spelled(self.first)} to {spelled(self.last)}"


def around(as_of: dt.date, months: int = WINDOW) -> Window:
    """The calendar months from `months` before the day's own until `months` after it."""
    return Window(as_of + relativedelta(months=-months, day=1), as_of + relativedelta(months=months, day=31))


def nearest(
    found: Sequence[T], day: dt.date, claims: Callable[[T], Iterable[Claim]], most: int
) -> tuple[list[T], list[T]]:
    """The `most` whose claims bear the days nearest to `day`, in the order given, and the rest. What bears no day is
    the furthest; of what is as near the earlier in the order is chosen.
    """
    if len(found) <= most:
        return list(found), []

    def distance(one: T) -> int:
        days = [d for claim in claims(one) for when in _times(claim) for d in (when.earliest, when.latest) if d]
        return min((abs((d - day).days) for d in days), default=dt.date.max.toordinal())

    ranked = sorted(range(len(found)), key=lambda n: distance(found[n]))
    told = set(ranked[:most])
    return [x for n, x in enumerate(found) if n in told], [x for n, x in enumerate(found) if n not in told]


def _times(claim: Claim) -> Iterator[When]:
    """Every time a claim gives: its own, its deadline or bounds, its instruments; of each all readings."""
    content, found = claim.content, [claim.valid]
    if isinstance(content, Provision):
        found += [content.deadline, content.review]
    if isinstance(content, Term):
        found += [content.begins, content.until, content.review_due]
        found += [when for i in content.instruments for when in (i.on, i.since, i.until)]
    for when in found:
        if when is not None:
            yield from when.readings()


def pressing(affairs: Affairs, months: int = WINDOW) -> tuple[Affairs, Counter[str]]:
    """The lines that want attention on their day, and the states of the others, counted: what is due or in force, what
    is open with its last day ahead, what is at odds or unclear, and what became overdue, passed its date, was broken or
    suspended since the window began.
    """
    window = around(affairs.as_of, months)
    left: Counter[str] = Counter()

    def chosen(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        wanted = [x for x in lines if _presses(x, window)]
        left.update(x.status.state for x in lines if x not in wanted)
        return tuple(wanted)

    return replace(affairs, provisions=chosen(affairs.provisions), terms=chosen(affairs.terms)), left


def _presses(line: Line, window: Window) -> bool:
    state, since = line.status.state, line.status.since
    ahead = line.status.reasons[0].rule == "before-notice"
    return ahead or state in ALWAYS or (ATTENTION.index(state) < CALM and (since is None or window.holds(since)))


def further(far: Mapping[str, Sequence[str]], window: Window, most: int) -> Section | None:
    """What lies outside the window, counted; None where all was told. far: the states, by kind of row."""
    counts = [(kind, Counter(states)) for kind, states in far.items() if states]
    if not counts:
        return None
    items = [Item(words=f"{plural(sum(c.values()), kind)}{by_state(c)}.") for kind, c in counts]
    lead = (
        f"Told in full above is what was set, happened, fell due or changed {window}, and whatever is due or in force; "
        f"of more than {most} rows in a section the nearest. A brief as of another day tells the rest; "
        "`goodoffices status` lists every provision and term."
    )
    return Section(id="further", title="What lies further off", lead=lead, items=tuple(items))
