"""Reviewing proposals: people accept, reject and take back; a machine accepts nothing."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from goodoffices.desk.review.batches import Verdicts, judged_each
from goodoffices.desk.review.precision import least_certain
from goodoffices.errors import BadArgument
from goodoffices.record import Record, Snapshot
from goodoffices.vocabulary.claim import Claim, Reviewed, ReviewState
from goodoffices.vocabulary.hashing import named

Order = Literal["document", "uncertain"]

HIDDEN = dt.datetime.min.replace(tzinfo=dt.UTC)


class Amendment(Struct, frozen=True):
    """A claim as it should be, and the version (`Reviewed.seq`) it was made from."""

    claim: Claim
    seq: int


def proposals(
    snapshot: Snapshot,
    *,
    kind: str | None = None,
    document: str | None = None,
    coder: str = "",
    blind: bool = False,
    order: Order = "document",
) -> list[Reviewed]:
    """The claims that wait for review.

    coder: leaves out what this coder judged already. blind: for a coder who is to judge without knowing what others
    found: every proposal of the reader that is not settled, whatever others found, as if nobody had (state proposed, by
    "", at HIDDEN). order: of the documents and within one of the place in it, or least certain first.
    """
    if blind and not coder:
        raise BadArgument("a blind queue is somebody's", coder, "Say whose.")
    places = {d.id: n for n, d in enumerate(snapshot.documents())}
    ids = {d.id for d in snapshot.documents() if document in (None, d.id, d.name)}
    states: frozenset[ReviewState] | None = None if blind else frozenset({"proposed"})
    held = snapshot.claims(kind, states, document=next(iter(ids)) if len(ids) == 1 else None)
    waiting = [r for r in _left(held, snapshot, coder, blind) if ids & set(r.claim.documents)]
    waiting.sort(key=lambda r: (places[r.claim.documents[0]], r.claim.quotes[0].start, r.claim.id))
    if order == "document":
        return waiting
    return least_certain(waiting, snapshot.verdicts(coder=coder if blind else None))


def _left(held: list[Reviewed], snapshot: Snapshot, coder: str, blind: bool) -> list[Reviewed]:
    if not coder:
        return held
    done = {v.claim: v.words for v in snapshot.verdicts(coder=coder) if not v.settles}
    if blind:
        done |= {v.claim: v.words for v in snapshot.verdicts() if v.settles or v.finding == "entered"}
    left = [r for r in held if r.claim.id not in done or done[r.claim.id] != named(r.claim)]
    return [replace(r, state="proposed", by="", at=HIDDEN, contested=False) for r in left] if blind else left


def adjudicate(
    record: Record, claim: str, finding: Literal["accepted", "rejected"], reason: str, *, by: str, at: dt.datetime
) -> None:
    """Settles what coders found differently of a claim as it is now; raises what `Record.adjudicate` raises."""
    record.adjudicate(claim, finding, reason, based_on=record.at().claim(claim).seq, by=by, at=at)


def amend(record: Record, written: bytes, *, by: str, at: dt.datetime) -> str:
    """Enters an amendment written as JSON: a reviewed claim as it is listed, with the claim put right. Returns its id.

    Raises BadArgument for other JSON, StaleVersion when somebody changed the claim since, BadQuote for a wrong quote.
    """
    try:
        amendment = msgspec.json.decode(written, type=Amendment)
    except msgspec.DecodeError as error:
        remedy = "Take one item of `review --json` and change its claim."
        raise BadArgument("an amendment is a listed claim put right", error, remedy) from error
    record.amend(amendment.claim, based_on=amendment.seq, by=by, at=at)
    return amendment.claim.id


def review(
    record: Record,
    *,
    accept: Iterable[str] = (),
    reject: Iterable[str] = (),
    undo: Iterable[str] = (),
    by: str,
    at: dt.datetime,
) -> Verdicts:
    """Enters verdicts on claims named by id, each on its own; what cannot be judged is refused and the rest goes on."""
    verbs: tuple[tuple[Callable[..., object], Iterable[str]], ...] = (
        (record.accept, accept),
        (record.reject, reject),
        (record.undo, undo),
    )
    found = [judged_each(claims, partial(verdict, by=by, at=at)) for verdict, claims in verbs]
    return Verdicts(tuple(c for v in found for c in v.done), tuple(r for v in found for r in v.refused))
