"""What waits for what, in the record and in what is being entered: nothing may come to wait for itself."""

import datetime as dt
from collections import ChainMap
from collections.abc import Sequence

from msgspec.structs import replace

from goodoffices.record import Snapshot
from goodoffices.record.snapshot import LIVE
from goodoffices.tracking.held import names_of
from goodoffices.tracking.order import refuse_closing
from goodoffices.vocabulary.claim import Claim, Matter, Reviewed
from goodoffices.vocabulary.kinds import Provision

_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


class Sequences:
    """The provisions of a record, by every id they go by, and those taken in since."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._tracked: dict[str, Matter] | None = None

    def add(self, claim: Claim) -> None:
        """Takes a claim in; CycleFound, and it is not taken, where what it waits for waits for it."""
        if isinstance(claim.content, Provision) and claim.id not in self._known():  # the record refuses a second one
            said = Reviewed(claim=claim, matter=claim.id, state="accepted", by="", at=_NEVER, seq=0)
            self._take(Matter(id=claim.id, kind="provision", claims=(said,)))

    def merge(self, claims: Sequence[str]) -> None:
        """Takes claims for one matter; CycleFound where that would wait for itself."""
        held = list({m.id: m for c in claims if (m := self._known().get(c))}.values())
        if len(held) > 1:
            self._take(replace(held[0], claims=tuple(r for m in held for r in m.claims)))

    def _take(self, matter: Matter) -> None:
        here = dict.fromkeys(names_of(matter), matter)
        refuse_closing(matter, ChainMap(here, self._known()))
        self._known().update(here)

    def _known(self) -> dict[str, Matter]:
        if self._tracked is None:
            matters = self._snapshot.matters("provision", LIVE)
            self._tracked = {name: m for m in matters for name in names_of(m)}
        return self._tracked
