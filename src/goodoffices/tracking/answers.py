"""Where a party stands to a text on a day: what it answered last, and whether it took that back."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from goodoffices.tracking.around import Around
from goodoffices.tracking.days import spelled
from goodoffices.tracking.happenings import Happening, happenings, takes
from goodoffices.tracking.held import affirmed, as_ruled, held, ids, names_of, sayings
from goodoffices.tracking.readings import Way, settled
from goodoffices.tracking.states import Reason, State, Status
from goodoffices.vocabulary.claim import Matter, Reviewed
from goodoffices.vocabulary.conflict import Ruling
from goodoffices.vocabulary.content import NameOf
from goodoffices.vocabulary.kinds import Acceptance

_STATES: dict[str, State] = {
    "accepted": "accepted",
    "accepted_with_reservations": "accepted with reservations",
    "rejected": "rejected",
}


class Answer(Struct, frozen=True, kw_only=True):
    """A party's answer to a text on a day. matter: id of the first matter it rests on; party: id; text, version: as
    sources name it; status: accepted, accepted with reservations, rejected, withdrawn, disputed or unknown, with its
    reasons; reservations: those of the last answer, each once; alleged_by: ids of those who say it of the party where
    nobody else tells; claims: ids of all claims on it.
    """

    matter: str
    party: str
    text: str
    version: str
    status: Status
    reservations: tuple[str, ...]
    alleged_by: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def about(self) -> str:
        """The text with its version."""
        return f"{self.text}, {self.version}" if self.version else self.text

    def words(self, name: NameOf = str) -> str:
        """The state, and who alleges it where nobody else tells; `name` names a party."""
        by = ", ".join(map(name, self.alleged_by))
        return self.status.words(name) + (f" (alleged by {by})" if by else "")


def answers(
    matters: Iterable[Matter],
    *,
    as_of: dt.date,
    events: Iterable[Matter],
    rulings: Sequence[Ruling] = (),
    name: NameOf = str,
) -> tuple[Answer, ...]:
    """Where each party stands to each text at the end of the day `as_of`, in neutral order: by text, then party.

    matters: acceptances. Its last answer whose every possible day has come holds, until an event that `withdraws` it.
    Where sources of that day differ, one denies it, or a withdrawal is only alleged, it is disputed and all are shown;
    where the record does not make sure that a withdrawal had happened by then, unknown. What is denied by all, or
    given with an if, is no answer; what another alleges of the party counts only where nothing else tells.
    """
    near = Around(events, (), rulings, name)
    groups: dict[tuple[str, str, str], list[Matter]] = {}
    for matter in matters:
        first = next((r.claim.content for r in matter.claims if isinstance(r.claim.content, Acceptance)), None)
        if first is not None and first.party and first.text:
            key = (first.text.casefold(), first.party, first.version.casefold())
            groups.setdefault(key, []).append(matter)
    found = (_answer(groups[key], near, as_of) for key in sorted(groups))
    return tuple(one for one in found if one is not None)


def _answer(matters: Sequence[Matter], near: Around, as_of: dt.date) -> Answer | None:
    standing = tuple(r for m in matters for r in held(as_ruled(m, near.rulings)))
    given = tuple(r for r in affirmed(standing) if _day(r) <= as_of)
    given = tuple(r for r in given if not _alleged(r)) or given
    if not given:
        return None
    day = max(map(_day, given))
    last = tuple(r for r in given if _day(r) == day)
    names = frozenset().union(*map(names_of, matters))
    happened = tuple(
        h
        for h in happenings(names, near.acting_on(names), near.rulings, near.name)
        if h.does == "withdraws" and (h.span.last is None or h.span.last >= day)
    )
    ways = [
        Way(_status(said.value, said.claims, day, chosen), n, 0, heard, sure, _STATES[said.value], "", said.claims)
        for n, said in enumerate(sayings(matters[0].id, "answer", last, near.rulings))
        for heard, sure, chosen in takes(happened, as_of)
    ]
    denied = ids(r for r in standing if r.claim.attribution.polarity == "denied" and _day(r) <= as_of)
    status = settled(ways, happened, (), as_of, near.name)
    first = _content(last[0])
    return Answer(
        matter=matters[0].id,
        party=first.party,
        text=first.text,
        version=first.version,
        status=_denied(status, denied, near.name) if denied else status,
        reservations=tuple(dict.fromkeys(one for r in last for one in _content(r).reservations)),
        alleged_by=tuple(dict.fromkeys(r.claim.attribution.holder for r in last)) if _alleged(last[0]) else (),
        claims=tuple(dict.fromkeys((*ids(standing), *status.claims))),
    )


def _status(answer: str, claims: tuple[str, ...], day: dt.date, chosen: Sequence[Happening]) -> Status:
    on = f" on {spelled(day)}" if day > dt.date.min else ", on a day not given"
    answered = Reason("answered", f"{_STATES[answer].capitalize()}{on}.", claims)
    if not chosen:
        return Status(state=_STATES[answer], since=day if day > dt.date.min else None, reasons=(answered,))
    h = chosen[-1]
    taken_back = Reason("withdrawn", f"Withdrawn: {h.words}.", h.claims)
    return Status(state="withdrawn", since=h.span.last, reasons=(taken_back, answered))


def _denied(status: Status, denied: tuple[str, ...], name: NameOf) -> Status:
    words = f"One source says that it gave an answer, another that it did not; if it did: {status.words(name)}."
    reasons = (Reason("denied", words, status.claims + denied), *status.reasons)
    return replace(
        status,
        state="disputed",
        since=None,
        reasons=reasons,
        between=tuple(sorted({*(status.between or (status.state,)), "not given"})),
    )


def _alleged(reviewed: Reviewed) -> bool:
    attribution = reviewed.claim.attribution
    return attribution.source == "alleged" and attribution.holder != _content(reviewed).party


def _day(reviewed: Reviewed) -> dt.date:
    """By which day it was surely given; the first of all days where that is unknown."""
    readings = reviewed.claim.valid.readings() if reviewed.claim.valid else ()
    return max((day for r in readings if (day := r.latest or r.earliest)), default=dt.date.min)


def _content(reviewed: Reviewed) -> Acceptance:
    content = reviewed.claim.content
    assert isinstance(content, Acceptance)
    return content
