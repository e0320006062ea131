"""The front door, parties: verbs for who stands where and who should be in the room."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.desk.affairs.front import Tracking
from goodoffices.desk.affairs.votes import Votes, votes
from goodoffices.desk.front import now
from goodoffices.desk.naming import parties_named
from goodoffices.desk.parties.standing import BodyHarmony, Standing, harmony_of, standing
from goodoffices.record import Snapshot

if TYPE_CHECKING:
    from goodoffices.bargaining import Scenario
    from goodoffices.desk.parties.format_files import FormatFile
    from goodoffices.desk.parties.formats import Comparison
    from goodoffices.desk.parties.measures import Measured


class Comparing(Tracking):
    """Verbs for who stands where and who should be in the room."""

    def standing(
        self, snapshot: Snapshot | None = None, *, parties: Sequence[str] = (), proposals: bool = False
    ) -> Standing:
        """Where everybody stands on the snapshot's day (today if it has none), or what concerns these parties."""
        taken = snapshot or self.at()
        wanted = parties_named(taken, parties)
        return standing(taken, taken.as_of or now().date(), parties=wanted, proposals=proposals)

    def harmony(
        self,
        body: str = "",
        snapshot: Snapshot | None = None,
        *,
        members: Sequence[str] = (),
        scales: Mapping[str, Sequence[str]] | None = None,
        mandate: Sequence[str] | None = None,
        proposals: bool = False,
    ) -> BodyHarmony:
        """How far a body's members, or `members`, stand together on the snapshot's day (today if it has none); these
        by name or id.

        scales: issue -> its options in order; mandate: the issues that are the body's own business.
        """
        taken = snapshot or self.at()
        day = taken.as_of or now().date()
        who = parties_named(taken, members, unheard=True)
        if body:
            (body,) = parties_named(taken, [body], unheard=True)
        return harmony_of(taken, day, body, members=who, scales=scales, mandate=mandate, proposals=proposals)

    def votes(
        self,
        body: str,
        parties: Sequence[str],
        snapshot: Snapshot | None = None,
        *,
        issue: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        squared: bool = False,
        proposals: bool = False,
    ) -> Votes:
        """How far parties agree in the votes of a body, as decisions of the record or tables added to it tell them; by
        name or id.
        """
        taken = snapshot or self.at()
        rolls = self.rolls(body, taken, proposals=proposals)
        who = rolls.voted(parties_named(taken, parties, unheard=True))
        return votes(rolls.table, parties=who, issue=issue, since=since, until=until, squared=squared)

    def formats(
        self,
        file: "str | Path | FormatFile | None" = None,
        snapshot: Snapshot | None = None,
        *,
        only: Sequence[str] = (),
        coverage: str = "",
        scenario: "Scenario | None" = None,
        measures: "Sequence[Measured]" = (),
        proposals: bool = False,
    ) -> "Comparison":
        """Mediation formats side by side on the snapshot's day (today if it has none), from a file of formats, or
        those that come with the sample case. only: ids of some of them; scenario: to say what each could adopt in it;
        measures: see `desk.parties.formats.compare`.
        """
        from goodoffices.desk.parties.format_files import read_formats
        from goodoffices.desk.parties.formats import compare  # numpy loads: only those who compare wait

        taken = snapshot or self.at()
        held = read_formats(None if file is None else Path(file)) if isinstance(file, str | Path | None) else file
        day = taken.as_of or now().date()

        def work() -> "Comparison":
            return compare(
                taken,
                day,
                held,
                only=only,
                coverage=coverage,
                scenario=scenario,
                measures=measures,
                proposals=proposals,
                found=self._standings(taken, day, proposals),
            )

        if file is not None or scenario is not None:
            return work()
        return self._memory.recall(taken, ("formats", day, tuple(only), coverage, proposals), work)
