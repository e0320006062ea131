"""The record gone through once, so that where everything stands can be asked of one day after another."""

import datetime as dt
from collections.abc import Sequence

from goodoffices.tracking.around import Around
from goodoffices.tracking.filed import Filed, filed
from goodoffices.tracking.look import NOTICE, Look
from goodoffices.tracking.states import Status
from goodoffices.vocabulary.claim import Matter
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.content import NameOf


class Docket:
    """Provisions and terms with what happened to them. What no day changes is worked out when it is made."""

    def __init__(
        self,
        matters: Sequence[Matter],
        events: Sequence[Matter],
        rulings: Sequence[Ruling] = (),
        notice: dt.timedelta = NOTICE,
        name: NameOf = str,
    ) -> None:
        self._tracked = [m for m in matters if m.claims]
        self._near, self._notice = Around(events, self._tracked, rulings, name), notice
        self._files: dict[str, Filed] = {m.id: filed(m, self._near) for m in self._tracked if m.kind != "term"}

    def statuses(self, as_of: dt.date) -> dict[str, Status]:
        """The status of each at the end of `as_of`, by matter id; of one in a cycle, that it is unknown and why."""
        look = Look(self._near, as_of, self._notice, self._files)
        return {m.id: look.status_or_cycle(m) for m in self._tracked}
