"""The front door, bargains: verbs for what they could accept."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.desk.front import Front, now
from goodoffices.record import Snapshot

if TYPE_CHECKING:
    from goodoffices.desk.bargains.choices import Chosen
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

    def choose(self, written: str, among: list[str], chosen: str, reason: str, *, by: str) -> int:
        """Keeps which package of a scenario (YAML) was chosen among 2 to 4 of its packages, and why; returns the number
        of the entry. It is taken back by `undo("package.chosen")`. Raises BadScenario, BadArgument.
        """
        from goodoffices.desk.bargains.comparison import pinned
        from goodoffices.desk.bargains.workup import work_up, written_scenario
        from goodoffices.record.actions import PackageChosen

        answer = work_up(written_scenario(written)).answer
        choice = PackageChosen(
            scenario=answer.title,
            assumption=answer.assumption,
            written=written,
            among=pinned(answer, among),
            chosen=chosen,
            reason=reason.strip(),
        )
        return self.record.choose(choice, by=by, at=now()).seq

    def choices(self, snapshot: Snapshot | None = None) -> "tuple[Chosen, ...]":
        """The packages that were chosen and why, the last first."""
        from goodoffices.desk.bargains.choices import choices

        return tuple(choices(snapshot or self.at()))
