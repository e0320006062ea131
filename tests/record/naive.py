"""The views by the plainest of ways: go through the log from its start, skip what was taken back, look at the rest.

It shares no code with the fold, and asks the record for nothing but its log and its readings.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from goodoffices.record import Entry, actions
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.reading import Reading
from goodoffices.vocabulary.text import Document

STATES = {
    "claim.accepted": "accepted",
    "claim.rejected": "rejected",
    "claim.amended": "amended",
    "claim.entered": "accepted",
}


@dataclass(frozen=True)
class Held:
    """What is held of one claim."""

    claim: Claim
    state: str
    version: int
    matter: str
    compartments: frozenset[str]
    contested: bool = False


class Naive:
    """The record after some entries."""

    def __init__(self, entries: Sequence[Entry], reading_of: Callable[[str], Reading]) -> None:
        undone = {e.body.undoes for e in entries if isinstance(e.body, actions.EntryUndone)}
        self._live = [e for e in entries if e.seq not in undone and not isinstance(e.body, actions.EntryUndone)]
        self._reading_of = reading_of
        self.documents = self._documents()
        self.held = {held.claim.id: held for held in self._claims()}

    def _documents(self) -> dict[str, Document]:
        found: dict[str, dict[str, object]] = {}
        for entry in self._live:
            if isinstance(entry.body, actions.DocumentAdded):
                document = entry.body.document
                found[document.id] = {name: getattr(document, name) for name in document.__struct_fields__}
            elif isinstance(entry.body, actions.DocumentDated):
                for name in ("dated", "published"):
                    if getattr(entry.body, name) is not None:
                        found[entry.body.document][name] = getattr(entry.body, name)
        return {name: Document(**fields) for name, fields in found.items()}  # type: ignore[arg-type]

    def _claims(self) -> Iterable[Held]:
        judged: dict[str, list[Entry]] = {}
        sources: dict[str, set[str]] = {}
        latest: dict[str, tuple[int, Reading]] = {}
        for entry in self._live:
            body = entry.body
            if isinstance(body, actions.DocumentRead):
                latest[body.document] = entry.seq, self._reading_of(body.reading)
                for claim in latest[body.document][1].claims:
                    sources.setdefault(claim.id, set()).update(self.documents[body.document].compartments)
            elif isinstance(body, actions.Judgement):
                judged.setdefault(body.claim.id, []).append(entry)
                kept = sources.setdefault(body.claim.id, set())
                kept.update(*(self.documents[d].compartments for d in body.claim.documents))
                if isinstance(body, actions.ClaimEntered):
                    kept.update(body.compartments)
        for name, entries in judged.items():
            state, contested = _found(entries)
            claim = _claim(entries[-1])
            yield Held(claim, state, entries[-1].seq, self.matter(name), frozenset(sources[name]), contested)
        for document, (seq, reading) in latest.items():
            for claim in reading.claims:
                if claim.id not in judged:
                    compartments = frozenset(self.documents[document].compartments)
                    yield Held(claim, "proposed", seq, self.matter(claim.id), compartments)

    def differing(self) -> set[str]:
        """The claims on which people differ and nobody has settled it, or somebody has found otherwise since."""
        return {name for name, held in self.held.items() if held.contested}

    def matter(self, claim: str) -> str:
        """Grows the set of claims called the same until it grows no more."""
        same = [e.body.claims for e in self._live if isinstance(e.body, actions.MatterSame)]
        members = {claim}
        while True:
            touching = [claims for claims in same if members & set(claims)]
            grown = members.union(*touching)
            if grown == members:
                return touching[0][0] if touching else claim
            members = grown

    def seen(
        self,
        as_of: dt.date | None = None,
        published_by: dt.date | None = None,
        cleared: frozenset[str] | None = None,
    ) -> dict[str, tuple[str, int, str]]:
        """State, version and matter of each claim that the axes and the clearance leave."""
        return {
            name: (held.state, held.version, held.matter)
            for name, held in self.held.items()
            if (as_of is None or held.claim.valid is None or held.claim.valid.possibly_by(as_of))
            and (published_by is None or self._public(held.claim, published_by))
            and (cleared is None or held.compartments <= cleared)
        }

    def _public(self, claim: Claim, published_by: dt.date) -> bool:
        documents = [self.documents[d] for d in claim.documents]
        dates = [d.published if d.published is not None else d.dated for d in documents]
        return bool(dates) and all(date is not None and date.surely_by(published_by) for date in dates)


def _claim(entry: Entry) -> Claim:
    assert isinstance(entry.body, actions.Judgement)
    return entry.body.claim


def _found(entries: Sequence[Entry]) -> tuple[str, bool]:
    """What one would say who reads the judgements on a claim from the last to the first."""
    last = entries[-1]
    ayes: dict[str, bool] = {}
    for entry in reversed([e for e in entries if _claim(e) == _claim(last)]):
        if isinstance(entry.body, actions.ClaimAdjudicated):
            return entry.body.finding, (entry.body.finding != "accepted") in ayes.values()
        ayes.setdefault(entry.by, entry.action != "claim.rejected")
        if getattr(entry.body, "for_all", False):
            break
    if len(set(ayes.values())) == 2:
        return "proposed", True
    return STATES[last.action], False
