"""The front door, pictures: verbs for what of a case can be drawn. None stands where there is nothing to draw."""

from collections.abc import Collection, Mapping, Sequence

from goodoffices.desk.affairs.front import Tracking
from goodoffices.desk.front import now
from goodoffices.desk.scenes.balance import of_balance
from goodoffices.desk.scenes.commitments import of_commitments
from goodoffices.desk.scenes.harmony import of_harmony
from goodoffices.desk.scenes.positions import of_positions
from goodoffices.desk.scenes.ties import Tied, of_ties
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
        owed, _ = self._standings(taken, day, proposals)
        chosen = owed if only is None else [standing for standing in owed if standing[0].id in only]
        return of_commitments(chosen, day, taken.parties())

    def ties_drawn(
        self, snapshot: Snapshot | None = None, focus: str = "", steps: int = 1, *, proposals: bool = False
    ) -> Tied:
        """What is tied to what within `steps` of a party (its id) or a thing at stake; of what has most ties if left
        out."""
        return of_ties(snapshot or self.at(), focus, steps, proposals=proposals)

    def positions_drawn(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> Picture | None:
        """Where each party stands on each issue on the snapshot's day."""
        taken = snapshot or self.at()
        return of_positions(taken, taken.as_of or now().date(), proposals=proposals)

    def harmony_drawn(
        self,
        snapshot: Snapshot | None = None,
        *,
        scales: Mapping[str, Sequence[str]] | None = None,
        proposals: bool = False,
    ) -> Picture | None:
        """How far pairs of parties stood together up to the snapshot's day. scales: issue -> its options in order."""
        taken = snapshot or self.at()
        return of_harmony(taken, taken.as_of or now().date(), scales=scales, proposals=proposals)

    def balance_drawn(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> Picture | None:
        """What parties gave each other, pair by pair, and what became of it."""
        return of_balance(snapshot or self.at(), proposals=proposals)
