"""The front door, bargains: verbs for what they could accept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from goodoffices.desk.front import Front, now
from goodoffices.errors import BadArgument
from goodoffices.record import Snapshot

if TYPE_CHECKING:
    from goodoffices.desk.bargains.choices import Chosen
    from goodoffices.desk.bargains.draft import Drafted
    from goodoffices.desk.bargains.foretold import Foretold


DIGITS = 20
"""Of a probability, at most."""


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
        """The forecasts of the case (see `foretold`) as a record in YAML; "" where there are none.
        `desk.bargains.forecast.judged` scores it.
        """
        from goodoffices.desk.bargains.expectations import forecasts_of

        return forecasts_of(snapshot or self.at(), proposals=proposals)

    def foretold(self, snapshot: Snapshot | None = None, *, proposals: bool = False) -> "tuple[Foretold, ...]":
        """The forecasts of the case, of its documents and the office's own, with what came of them; open ones first."""
        from goodoffices.desk.bargains.foretold import foretold

        return foretold(snapshot or self.at(), proposals=proposals)

    def foretell(
        self, what: str, probability: str = "", *, by: str, due: dt.date | None = None, basis: str = ""
    ) -> str:
        """Keeps a forecast of the office: what will be so, how probably (0.7 or 7/10; "" in words alone), by which day,
        on what it rests. Returns its id, by which `settle` says what came of it and `withdraw` takes it back. Raises
        BadScenario for a probability that is none, BadArgument.
        """
        from goodoffices.bargaining.forecast import probability as exact
        from goodoffices.record.actions import ForecastMade

        written = probability.strip()
        if len(written) > DIGITS or not set(written) <= set("0123456789./"):
            raise BadArgument("a probability is a number from 0 to 1", written, "Write e.g. 0.7 or 7/10.")
        number = str(exact(written, "probability")) if written else ""
        day = due.isoformat() if due else ""
        made = ForecastMade(what=what.strip(), probability=number, due=day, basis=basis.strip())
        return self.record.foretell(made, by=by, at=now()).subject

    def settle(self, forecast: str, came: bool, reason: str, evidence: Sequence[str] = (), *, by: str) -> int:
        """Keeps what came of a forecast (a claim's id, or that of the office's own), what shows it, and the claims that
        do. Returns the number of the entry; `withdraw` takes it back. Raises NotFound, BadArgument.
        """
        from goodoffices.record.actions import ForecastSettled

        outcome = ForecastSettled(forecast=forecast, came=came, reason=reason.strip(), evidence=tuple(evidence))
        return self.record.settle(outcome, by=by, at=now()).seq

    def withdraw(self, forecast: str, *, by: str) -> str:
        """Takes back the outcome of a forecast, or a forecast of the office that has none. Returns what was taken back.
        BadArgument for an expectation without an outcome: what was judged of a claim is taken back by `undo`.
        """
        if any(one.id == forecast and one.outcome for one in self.foretold(proposals=True)):
            self.record.undo(f"outcome:{forecast}", by=by, at=now())
            return f"the outcome of {forecast}"
        if not forecast.startswith("forecast:"):
            raise BadArgument("what is taken back was said", f"{forecast} has no outcome", "List the forecasts.")
        self.record.undo(forecast, by=by, at=now())
        return forecast

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
