"""The front door, bargains: verbs for what they could accept."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.desk.front import Front, now
from goodoffices.record import Snapshot

if TYPE_CHECKING:
    from goodoffices.desk.bargains.draft import Drafted


class Bargaining(Front):
    """Verbs for what they could accept."""

    def draft(
        self,
        parties: Sequence[str],
        issues: Sequence[str],
        snapshot: Snapshot | None = None,
        *,
        by: str,
        title: str = "",
        proposals: bool = False,
        fictional: bool = False,
    ) -> "Drafted":
        """A bargaining scenario drafted from the record; desk.draft.written writes it as YAML with its evidence."""
        from goodoffices.desk.bargains.draft import (
            draft,  # the engines of bargaining load numpy: only those who draft wait
        )

        taken = snapshot or self.at()
        dated = taken.as_of or now().date()
        return draft(taken, parties, issues, by=by, dated=dated, title=title, proposals=proposals, fictional=fictional)

    def forecasts(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> str:
        """The expectations of the record as a record of forecasts (YAML) to be given outcomes; "" where there are none.
        `desk.bargains.forecast.judged` scores it.
        """
        from goodoffices.desk.bargains.expectations import forecasts_of

        return forecasts_of(snapshot or self.at(), proposals=proposals)
