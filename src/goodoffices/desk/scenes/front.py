"""The front door, pictures: verbs for what of a case can be drawn. None stands where there is nothing to draw.

Each is drawn once for a view: the record behind a picture may be long, though what it shows is not.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from goodoffices.desk.affairs.front import Tracking
from goodoffices.desk.affairs.timeline import DATED
from goodoffices.desk.front import now
from goodoffices.desk.scenes.balance import of_balance
from goodoffices.desk.scenes.commitments import of_commitments
from goodoffices.desk.scenes.harmony import of_harmony
from goodoffices.desk.scenes.positions import of_positions
from goodoffices.desk.scenes.ties import Tied, of_ties
from goodoffices.desk.scenes.timeline import of_timeline
from goodoffices.desk.scenes.voting import of_votes
from goodoffices.pictures import Picture
from goodoffices.record import Snapshot


class Picturing(Tracking):
    """Verbs for pictures of the record."""

    def commitments_drawn(
        self, snapshot: Snapshot | None = None, *, only: Collection[str] | None = None, proposals: bool = False
    ) -> Picture | None:
        """Provisions on a time axis with the line of the snapshot's day. only: ids of matters, all if left out."""
        taken = snapshot or self.at()
        day = taken.as_of or now().date()
        among = None if only is None else frozenset(only)

        def draw() -> Picture | None:
            owed, _ = self._standings(taken, day, proposals)
            chosen = owed if among is None else [standing for standing in owed if standing[0].id in among]
            return of_commitments(chosen, day, taken.parties())

        return self._memory.recall(taken, ("commitments drawn", day, among, proposals), draw)

    def ties_drawn(
        self, snapshot: Snapshot | None = None, focus: str = "", steps: int = 1, *, proposals: bool = False
    ) -> Tied:
        """What is tied to what within `steps` of a party (its id) or a thing at stake; of what has most ties if left
        out."""
        taken = snapshot or self.at()
        draw = partial(of_ties, taken, focus, steps, proposals=proposals)
        return self._memory.recall(taken, ("ties drawn", focus, steps, proposals), draw)

    def positions_drawn(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> Picture | None:
        """Where each party stands on each issue on the snapshot's day."""
        taken = snapshot or self.at()
        day = taken.as_of or now().date()
        draw = partial(of_positions, taken, day, proposals=proposals)
        return self._memory.recall(taken, ("positions drawn", day, proposals), draw)

    def harmony_drawn(
        self,
        snapshot: Snapshot | None = None,
        *,
        scales: Mapping[str, Sequence[str]] | None = None,
        proposals: bool = False,
    ) -> Picture | None:
        """How far pairs of parties stood together up to the snapshot's day. scales: issue -> its options in order, in
        place of those that positions give.
        """
        taken = snapshot or self.at()
        day = taken.as_of or now().date()
        draw = partial(of_harmony, taken, day, scales=scales, proposals=proposals)
        given = tuple((issue, tuple(options)) for issue, options in sorted((scales or {}).items()))
        return self._memory.recall(taken, ("harmony drawn", day, given, proposals), draw)

    def balance_drawn(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> Picture | None:
        """What parties gave each other, pair by pair, and what became of it."""
        taken = snapshot or self.at()
        return self._memory.recall(taken, ("balance drawn", proposals), partial(of_balance, taken, proposals=proposals))

    def votes_drawn(
        self,
        body: str,
        parties: Sequence[str],
        snapshot: Snapshot | None = None,
        *,
        issue: str | None = None,
        proposals: bool = False,
    ) -> Picture | None:
        """How alike parties (ids) voted in a body, year by year up to the snapshot's day. issue: only on that."""
        taken = snapshot or self.at()
        rolls = self.rolls(body, taken, proposals=proposals)
        draw = partial(of_votes, rolls, parties, issue)
        return self._memory.recall(taken, ("votes drawn", body, tuple(parties), issue, proposals), draw)

    def timeline_drawn(
        self, snapshot: Snapshot | None = None, kinds: Sequence[str] = DATED, *, proposals: bool = False
    ) -> Picture | None:
        """Documents and dated claims of these kinds in lanes, with the line of the snapshot's day."""
        taken = snapshot or self.at()
        day = taken.as_of or now().date()
        work = partial(of_timeline, taken, day, kinds, proposals=proposals)
        return self._memory.recall(taken, ("timeline drawn", day, tuple(kinds), proposals), work)
