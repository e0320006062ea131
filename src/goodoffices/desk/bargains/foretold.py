"""The forecasts that a case holds: the expectations of its documents and the office's own, with what came of them."""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from goodoffices.bargaining.forecast import Forecast
from goodoffices.desk.affairs.status import counted
from goodoffices.desk.evidence import words
from goodoffices.record import Snapshot
from goodoffices.record.actions import ForecastMade, ForecastSettled
from goodoffices.record.log import Entry
from goodoffices.tracking.days import when_in_words
from goodoffices.vocabulary.claim import Reviewed
from goodoffices.vocabulary.kinds import Expectation
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.when import on_day


class Outcome(Struct, frozen=True, kw_only=True):
    """What somebody said came of a forecast, and what shows it. evidence: ids of claims."""

    came: bool
    reason: str
    evidence: tuple[str, ...]
    by: str
    at: dt.datetime


class Foretold(Struct, frozen=True, kw_only=True):
    """A forecast of the case. id: of the claim that states it, or of the office's own ("forecast:" and more); due: the
    last day for it; outcome: None while it is open.
    """

    id: str
    forecast: Forecast
    own: bool
    due: dt.date | None = None
    basis: str = ""
    outcome: Outcome | None = None

    def late(self, day: dt.date) -> bool:
        """Whether it is open and its day has passed."""
        return self.outcome is None and self.due is not None and self.due < day


def foretold(snapshot: Snapshot, *, proposals: bool = False) -> tuple[Foretold, ...]:
    """Those without an outcome first, by the day they are due, then those with one, the last told first.

    proposals: expectations that nobody has reviewed yet count too.
    """
    held = snapshot.claims(kind="expectation", states=counted(proposals))
    documents = snapshot.documents_of(r.claim.documents[0] for r in held if r.claim.documents)
    standing = [e for e in snapshot.entries(did=(ForecastMade.name, ForecastSettled.name)) if e.undone_by is None]
    outcomes = {e.body.forecast: _outcome(e, e.body) for e in standing if isinstance(e.body, ForecastSettled)}
    found = [_stated(one, documents, snapshot, outcomes.get(one.claim.id)) for one in held]
    found += [_own(e, e.body, outcomes.get(e.subject)) for e in standing if isinstance(e.body, ForecastMade)]
    return (*_open(found), *sorted((f for f in found if f.outcome), key=_told, reverse=True))


def _open(found: Sequence[Foretold]) -> list[Foretold]:
    return sorted((one for one in found if not one.outcome), key=lambda one: one.due or dt.date.max)


def _told(one: Foretold) -> dt.datetime:
    assert one.outcome is not None
    return one.outcome.at


def _outcome(entry: Entry, body: ForecastSettled) -> Outcome:
    return Outcome(came=body.came, reason=body.reason, evidence=body.evidence, by=entry.by, at=entry.at)


def _stated(one: Reviewed, documents: dict[str, Document], snapshot: Snapshot, outcome: Outcome | None) -> Foretold:
    claim = one.claim
    content = claim.content
    assert isinstance(content, Expectation)
    home = documents.get(claim.documents[0]) if claim.documents else None
    holder = claim.attribution.holder
    by = snapshot.parties().name(holder) if holder not in ("author", "unnamed") else ""
    written = Forecast(
        what=content.what or words(claim),
        by=by or (home and (home.publisher or home.title or home.name)) or claim.entered_by or "unnamed",
        made=when_in_words(home.dated) if home and home.dated and home.dated.bounded else "",
        due=when_in_words(content.by) if content.by else "",
        hedge=claim.attribution.status,
        source=claim.id,
        came=outcome.came if outcome else None,
    )
    due = (content.by.latest or content.by.earliest) if content.by else None
    return Foretold(id=claim.id, forecast=written, own=False, due=due, outcome=outcome)


def _own(entry: Entry, body: ForecastMade, outcome: Outcome | None) -> Foretold:
    due = dt.date.fromisoformat(body.due) if body.due else None
    written = Forecast(
        what=body.what,
        by=entry.by,
        made=when_in_words(on_day(entry.at.date())),
        due=when_in_words(on_day(due)) if due else "",
        probability=Fraction(body.probability) if body.probability else None,
        source=entry.subject,
        came=outcome.came if outcome else None,
    )
    return Foretold(id=entry.subject, forecast=written, own=True, due=due, basis=body.basis, outcome=outcome)
